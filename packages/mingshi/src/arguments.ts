import { parseArgs } from 'node:util';
import { didYouMean } from './nearest.ts';
import { UserError } from './user-error.ts';

/** An option of a command: a switch without `value`. */
export interface Option {
  readonly short?: string;
  /** What the value is called in help. */
  readonly value?: string;
  readonly repeatable?: boolean;
  /** The values it takes, when they are few. */
  readonly values?: readonly string[];
  /** Options that contradict it. */
  readonly notWith?: readonly string[];
  /** The option that it adds to. */
  readonly onlyWith?: string;
}

/** A command as its arguments are understood. */
interface Command {
  readonly options: Readonly<Record<string, Option>>;
  /** Names of what stands without a dash, as in help. */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
}

const oneOf = (...values: readonly string[]): Option => ({ value: values.join('|'), values });
const levels = ['error', 'warning', 'info'];
const everywhere = {
  lang: oneOf('zh', 'en'),
  help: { short: 'h' },
  version: { short: 'v' },
} as const satisfies Record<string, Option>;
/** Where app and policy are, when that is not to be found out. */
const ofProject = {
  policy: { value: 'FILE', repeatable: true, short: 'p' },
  manifest: { value: 'FILE', repeatable: true },
  config: { value: 'FILE' },
} as const satisfies Record<string, Option>;

/** The commands and all that may be said to them. */
export const commands: Readonly<Record<string, Command>> = {
  check: {
    operands: '[DIR]',
    least: 0,
    most: 1,
    options: {
      ...ofProject,
      category: { value: 'NAME' },
      format: { ...oneOf('text', 'json', 'sarif', 'github', 'markdown', 'html'), short: 'f' },
      output: { value: 'FILE', short: 'o' },
      rule: { value: 'ID', repeatable: true },
      severity: oneOf(...levels),
      since: { value: 'REF' },
      staged: {},
      watch: { short: 'w', notWith: ['since', 'staged', 'waive-existing'] },
      // A baseline is of the whole project as it is on the disk.
      'waive-existing': { notWith: ['since', 'staged'] },
      // A policy is mended as it is on the disk, as a whole; a baseline is another wish.
      fix: { notWith: ['since', 'staged', 'waive-existing', 'watch'] },
      'dry-run': { onlyWith: 'fix' },
      'fail-on': oneOf(...levels, 'never'),
      ...everywhere,
    },
  },
  init: { operands: '[DIR]', least: 0, most: 1, options: everywhere },
  policy: {
    operands: 'FILE',
    least: 1,
    most: 1,
    options: { format: { ...oneOf('text', 'json'), short: 'f' }, ...everywhere },
  },
  inventory: {
    operands: '[DIR]',
    least: 0,
    most: 1,
    options: {
      ...ofProject,
      format: { ...oneOf('markdown', 'html', 'csv', 'json', 'xlsx'), short: 'f' },
      output: { value: 'FILE', short: 'o' },
      check: { value: 'FILE', repeatable: true, notWith: ['output', 'format'] },
      ...everywhere,
    },
  },
  draft: {
    operands: '[DIR]',
    least: 0,
    most: 1,
    options: {
      ...ofProject,
      category: { value: 'NAME' },
      rule: { value: 'ID', repeatable: true },
      output: { value: 'FILE', short: 'o' },
      ...everywhere,
    },
  },
  explain: { operands: 'RULE|ARTICLE|PERMISSION|CASE', least: 1, most: 20, options: everywhere },
  rules: {
    operands: '',
    least: 0,
    most: 0,
    options: { format: { ...oneOf('text', 'json'), short: 'f' }, ...everywhere },
  },
  completion: { operands: 'bash|zsh|fish', least: 1, most: 1, options: everywhere },
};

/** What the user asked for. */
export interface Arguments {
  readonly command?: string;
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, readonly string[]>>;
  readonly help: boolean;
  readonly version: boolean;
}

/** Understands the command line; what is unknown is answered with the nearest known. */
export function parseArguments(argv: readonly string[]): Arguments {
  const at = argv.findIndex((word) => !word.startsWith('-') || word === '--');
  const name = commandAt(argv, at);
  const command = name === undefined ? undefined : commands[name];
  const known: Readonly<Record<string, Option>> = command?.options ?? everywhere;
  const { tokens } = parseArgs({
    args: argv.filter((_, index) => name === undefined || index !== argv.indexOf(name)),
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([id, option]) => [
        id,
        {
          type: option.value === undefined ? ('boolean' as const) : ('string' as const),
          ...(option.short !== undefined && { short: option.short }),
        },
      ]),
    ),
  });
  const options: Record<string, string[]> = {};
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option) throw unknownOption(token.rawName, name, known);
    const given = (options[token.name] ??= []);
    if (option.value === undefined && token.value !== undefined) throw withoutValue(token.rawName);
    const value = option.value === undefined ? 'true' : valueOf(token.rawName, option, token.value);
    if (!option.repeatable) given.length = 0;
    given.push(value);
  }
  const help = options['help'] !== undefined;
  const version = options['version'] !== undefined;
  if (command && !help && !version) {
    checkOperands(name ?? '', command, operands);
    checkTogether(command, options);
  }
  return { ...(name !== undefined && { command: name }), operands, options, help, version };
}

/** The first word is the command; options before it may only be those that stand everywhere. */
function commandAt(argv: readonly string[], at: number): string | undefined {
  const skipValue = at > 0 && argv[at - 1] === '--lang';
  const index = skipValue ? argv.findIndex((word, i) => i > at && !word.startsWith('-')) : at;
  const word = argv[index];
  if (index < 0 || word === undefined || word === '--') return undefined;
  if (Object.hasOwn(commands, word)) return word;
  const near = didYouMean(word, Object.keys(commands));
  const hint = /[./\\]/.test(word)
    ? { zh: `；要检查文件夹，写 mingshi check ${word}`, en: `; to check a folder, write mingshi check ${word}` }
    : { zh: near.zh || '；mingshi --help 列出命令', en: near.en || '; mingshi --help lists them' };
  throw new UserError({ zh: `未知的命令 ${word}${hint.zh}`, en: `unknown command ${word}${hint.en}` });
}

function unknownOption(raw: string, command: string | undefined, known: Readonly<Record<string, Option>>): UserError {
  const near = didYouMean(
    raw,
    Object.keys(known).map((name) => `--${name}`),
  );
  const help = `mingshi ${command === undefined ? '' : `${command} `}--help`;
  return new UserError({
    zh: `未知的选项 ${raw}${near.zh || `；见 ${help}`}`,
    en: `unknown option ${raw}${near.en || `; see ${help}`}`,
  });
}

const withoutValue = (raw: string): UserError => new UserError({ zh: `${raw} 不带值`, en: `${raw} takes no value` });

function valueOf(raw: string, option: Option, value: string | undefined): string {
  if (value === undefined || value === '') {
    throw new UserError({ zh: `${raw} 后面要写 ${option.value}`, en: `${raw} needs a value: ${option.value}` });
  }
  if (option.values && !option.values.includes(value)) {
    const near = didYouMean(value, option.values);
    throw new UserError({
      zh: `${raw} 没有 ${value}，可用 ${option.values.join('、')}${near.zh}`,
      en: `${raw} knows no ${value}, use ${option.values.join(', ')}${near.en}`,
    });
  }
  return value;
}

/** Refuses options that contradict each other, and one without the other that it adds to. */
function checkTogether(command: Command, given: Arguments['options']): void {
  for (const [name, { notWith = [], onlyWith }] of Object.entries(command.options)) {
    if (!given[name]) continue;
    if (onlyWith !== undefined && !given[onlyWith]) {
      throw new UserError({ zh: `--${name} 要和 --${onlyWith} 一起用`, en: `--${name} goes with --${onlyWith}` });
    }
    const other = notWith.find((each) => given[each]);
    if (other === undefined) continue;
    throw new UserError({ zh: `--${name} 不能和 --${other} 一起用`, en: `--${name} does not go with --${other}` });
  }
}

function checkOperands(name: string, command: Command, operands: readonly string[]): void {
  // An empty word is a variable of a script that was never set.
  if (operands.length < command.least || operands.includes('')) {
    throw new UserError({
      zh: `用法：mingshi ${name} ${command.operands}`,
      en: `usage: mingshi ${name} ${command.operands}`,
    });
  }
  const [extra] = operands.slice(command.most);
  if (extra === undefined) return;
  throw new UserError({
    zh: `多出的参数 ${extra}；用法：mingshi ${name} ${command.operands} [选项]`,
    en: `unexpected argument ${extra}; usage: mingshi ${name} ${command.operands} [options]`,
  });
}
