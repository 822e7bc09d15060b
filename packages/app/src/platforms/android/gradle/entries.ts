import { isUnread, readSource } from '../../../source-text.ts';
import { parseStatements, type Group, type Node, type Statement } from './statements.ts';
import { tokenize } from './tokens.ts';
import type { Files, Unread } from '@mingshi/model';

/** One thing a build script says, with the blocks it stands in: `android.defaultConfig.minSdk` = 21. */
export interface Entry {
  /** Names of the enclosing blocks and of the statement itself, in order. */
  readonly path: readonly string[];
  /** What is assigned or passed. */
  readonly args: readonly Node[];
  /** Arguments of the first call of a chain, where `args` are the last one's: `library("a", "g:a").version("1")`. */
  readonly first?: readonly Node[];
  readonly assigned: boolean;
  /** Stands under an `if` or `else`. */
  readonly conditional: boolean;
  /** Parameter of the enclosing `each` or `forEach` and the strings it runs over. */
  readonly loop?: { readonly parameter: string; readonly strings: readonly string[] };
  readonly file: string;
}

/** Calls that name a member of a container: `create("staging") { … }`. */
const NAMING = new Set('project create register maybeCreate getByName findByName named'.split(' '));
const LISTS = new Set(['listOf', 'setOf', 'arrayOf', 'asList']);
/** Words that add nothing to the path. */
const TRANSPARENT = new Set(
  (
    'if else try catch finally do while for when afterEvaluate beforeEvaluate configure configureEach apply also with ' +
    'let run all each forEach whenObjectAdded extensions this it'
  ).split(' '),
);
const MODIFIERS = new Set(
  'val var def final private public protected internal const static lateinit object companion class interface'.split(
    ' ',
  ),
);
const CONDITIONS = new Set(['if', 'else', 'while', 'for', 'catch', 'when', 'switch']);

interface Context {
  readonly file: string;
  readonly path: readonly string[];
  readonly conditional: boolean;
  readonly loop?: Entry['loop'];
}

/** Reads a build script into its entries; an unreadable one says why. */
export function readScript(files: Files, path: string): readonly Entry[] | Unread {
  const source = readSource(files, path, 2 * 1024 * 1024);
  return isUnread(source) ? source : scriptEntries(source.text, path);
}

/** The entries of a script's text, in order. */
export function scriptEntries(text: string, file: string): readonly Entry[] {
  return blockEntries(parseStatements(tokenize(text)), { file, path: [], conditional: false });
}

function blockEntries(statements: readonly Statement[], context: Context): readonly Entry[] {
  return statements.flatMap((statement) => partsAtElse(statement).flatMap((part) => statementEntries(part, context)));
}

/** `if (…) a else b` is two statements. */
function partsAtElse(statement: Statement): readonly Statement[] {
  const cuts = statement.flatMap((node, index) => (index > 0 && isWord(node, 'else') ? [index] : []));
  if (cuts.length === 0) return [statement];
  return [0, ...cuts].map((cut, index) => statement.slice(cut, cuts[index]));
}

function statementEntries(whole: Statement, outer: Context): readonly Entry[] {
  let statement = whole;
  let context = outer;
  let head = readHead(statement);
  // `if (…) apply plugin: 'x'`: what follows the condition is a statement of its own.
  for (let chained = 0; chained < 8 && head.conditional && head.names.length === 0; chained += 1) {
    if (isBlock(statement[head.length]) || head.length === statement.length) break;
    statement = statement.slice(head.length);
    context = { ...context, conditional: true };
    head = readHead(statement);
  }
  const { file, loop } = context;
  const conditional = context.conditional || head.conditional;
  const path = [...context.path, ...head.names];
  const rest = statement.slice(head.length).filter((node) => !isBlock(node));
  const args = head.assigned ? statement.slice(head.length) : [...head.args, ...rest];
  const first = head.first && head.first !== head.args ? { first: head.first } : {};
  const own = { path, args, ...first, assigned: head.assigned, conditional, file, ...(loop && { loop }) };
  const blocks = statement.filter(isBlock).flatMap((block) => {
    const inner = head.strings.length > 0 ? { parameter: block.parameter ?? 'it', strings: head.strings } : loop;
    return blockEntries(block.statements, { file, path, conditional, ...(inner && { loop: inner }) });
  });
  return head.names.length > 0 ? [own, ...blocks] : blocks;
}

interface Head {
  readonly names: string[];
  /** How many nodes it takes. */
  length: number;
  assigned: boolean;
  conditional: boolean;
  /** Arguments of the last call in the chain. */
  args: readonly Node[];
  first?: readonly Node[];
  /** The strings of a list at the start, which a `forEach` behind it runs over. */
  readonly strings: string[];
}

/** Reads the dotted name a statement begins with, up to its `=` or its arguments. */
function readHead(statement: Statement): Head {
  const head: Head = { names: [], length: 0, assigned: false, conditional: false, args: [], strings: [] };
  let at = skipModifiers(statement);
  let expectName = true;
  for (; at < statement.length; at += 1) {
    const node = statement[at] as Node;
    if (node.kind === 'word' || node.kind === 'string') {
      if (!expectName) break;
      if (CONDITIONS.has(node.text)) head.conditional = true;
      // `x.apply { … }` adds nothing, `apply plugin: …` says all.
      if (!TRANSPARENT.has(node.text) || (node.text === 'apply' && head.names.length === 0)) head.names.push(node.text);
      head.args = [];
      expectName = false;
    } else if (node.kind === 'group' && node.open !== '{' && !(expectName && node.open === '(')) {
      addGroup(head, node);
      expectName = false;
    } else if (node.kind === 'mark' && '.?!'.includes(node.text)) expectName = true;
    else if (node.kind === 'mark' && node.text === '<') at = genericEnd(statement, at);
    else break;
  }
  const sign = statement[at];
  if (sign?.kind === 'mark' && (sign.text === '=' || sign.text === '+' || sign.text === ':')) {
    const equals = statement.slice(at, at + 5).findIndex((node) => node.kind === 'mark' && node.text === '=');
    if (equals >= 0) {
      head.assigned = true;
      at += equals + 1;
    }
  }
  head.length = at;
  return head;
}

function addGroup(head: Head, group: Group): void {
  const strings = plainStrings([group]);
  const isList = group.open === '[' ? head.names.length === 0 : LISTS.has(head.names.at(-1) ?? '');
  if (isList) for (const string of strings) head.strings.push(string);
  const naming = group.open === '[' ? head.names.length > 0 : NAMING.has(head.names.at(-1) ?? '');
  if (naming && strings[0] !== undefined) {
    if (group.open === '(') head.names.pop();
    head.names.push(strings[0]);
  } else {
    head.args = [group];
    head.first ??= head.args;
  }
}

/** Skips `val`, `private def`, and the type of `String name = …`. */
function skipModifiers(statement: Statement): number {
  let at = 0;
  while (isWord(statement[at]) && MODIFIERS.has((statement[at] as { text: string }).text)) at += 1;
  const [type, name, equals] = statement.slice(at, at + 3);
  return isWord(type) && isWord(name) && equals?.kind === 'mark' && equals.text === '=' ? at + 1 : at;
}

/** The `>` that closes type arguments; they are never long. */
function genericEnd(statement: Statement, start: number): number {
  const length = statement.slice(start, start + 40).findIndex((node) => node.kind === 'mark' && node.text === '>');
  return length < 0 ? start : start + length;
}

/** A closure or block. */
export function isBlock(node: Node | undefined): node is Group {
  return node?.kind === 'group' && node.open === '{';
}

/** A word, or that word. */
export function isWord(node: Node | undefined, text?: string): boolean {
  return node?.kind === 'word' && (text === undefined || node.text === text);
}

/** All strings without interpolation in the nodes, blocks apart. */
export function plainStrings(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    if (node.kind === 'group') return node.open === '{' ? [] : node.statements.flatMap(plainStrings);
    return node.kind === 'string' && !node.interpolated ? [node.text] : [];
  });
}

/** Entries whose path ends in those names; `*` stands for any one name. */
export function entriesEnding(entries: readonly Entry[], ...names: readonly string[]): readonly Entry[] {
  return entries.filter(({ path }) =>
    names.every((name, index) => {
      const own = path[path.length - names.length + index];
      return own !== undefined && (name === '*' || name === own);
    }),
  );
}

/** The nodes of the first value an entry assigns or passes, whichever way it is written. */
export function valueNodes({ args }: Entry): readonly Node[] {
  const [first] = args;
  return first?.kind === 'group' && first.open === '(' ? (first.statements[0] ?? []) : args;
}
