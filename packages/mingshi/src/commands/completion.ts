import type { Language } from '@mingshi/knowledge';
import { rules as checkRules } from '@mingshi/rules';
import { commands } from '../arguments.ts';
import type { Option } from '../arguments.ts';
import { commandSummary, optionMeaning } from '../help.ts';
import { didYouMean } from '../nearest.ts';
import { rules } from '../report/rule-list.ts';
import { UserError } from '../user-error.ts';
import type { Run } from './outcome.ts';

/** `mingshi completion bash|zsh|fish` */
export const run: Run = async ({ operands: [shell = ''] }, { language }) => {
  const make = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (make) return { text: make(language), code: 0 };
  const near = didYouMean(shell, Object.keys(shells));
  throw new UserError({
    zh: `不认识 ${shell}，可用 ${Object.keys(shells).join('、')}${near.zh}`,
    en: `no completion for ${shell}, use ${Object.keys(shells).join(', ')}${near.en}`,
  });
};

const shells: Readonly<Record<string, (language: Language) => string>> = {
  bash: () => `# source <(mingshi completion bash)\n${bash()}`,
  zsh: () => `# source <(mingshi completion zsh)\nautoload -U +X bashcompinit && bashcompinit\n${bash()}`,
  fish: (language) => `# mingshi completion fish | source\n${fish(language)}`,
};

const idsOf = (known: readonly { readonly id: string }[]): string => known.map(({ id }) => id).join(' ');

/** What may stand after an option; undefined for names of files and words of one's own. */
const valuesOf = (name: string, { values }: Option): string | undefined => values?.join(' ') ?? (name === 'rule' ? idsOf(checkRules) : undefined);

/** What may stand without a dash; undefined for files and folders. */
const operandsOf = (name: string): string | undefined =>
  name === 'explain' ? idsOf(rules) : name === 'completion' ? Object.keys(shells).join(' ') : undefined;

const flagsOf = (name: string, { short }: Option): readonly string[] => [...(short === undefined ? [] : [`-${short}`]), `--${name}`];

/** Where nothing is said, the shell offers files. */
function bash(): string {
  const cases = Object.entries(commands).flatMap(([command, { options }]) => {
    const all = Object.entries(options);
    const after = all.flatMap(([name, option]) => {
      if (option.value === undefined) return [];
      const when = flagsOf(name, option).map((flag) => `'${command} ${flag}'`);
      return [`    ${when.join('|')}) words='${valuesOf(name, option) ?? ''}' ;;`];
    });
    const flags = all.map(([name]) => `--${name}`).join(' ');
    return [...after, `    '${command} '*) words='${operandsOf(command) ?? ''}'; [[ $word == -* ]] && words='${flags}' ;;`];
  });
  return `_mingshi() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} words=
  if ((COMP_CWORD == 1)); then before=; fi
  case "\${COMP_WORDS[1]} $before" in
${cases.join('\n')}
  esac
  if ((COMP_CWORD == 1)); then words='${Object.keys(commands).join(' ')} --help --version'; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _mingshi mingshi
`;
}

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;

function fish(language: Language): string {
  const lines = Object.entries(commands).flatMap(([command, { options }]) => {
    const here = `complete -c mingshi -n '__fish_seen_subcommand_from ${command}'`;
    const operands = operandsOf(command);
    return [
      `complete -c mingshi -n __fish_use_subcommand -f -a ${command} -d ${quoted(commandSummary(command, language))}`,
      ...(operands === undefined ? [] : [`${here} -f -a ${quoted(operands)}`]),
      ...Object.entries(options).map(([name, option]) => {
        const values = valuesOf(name, option);
        const takes = option.value === undefined ? '' : values === undefined ? ' -r' : ` -x -a ${quoted(values)}`;
        const short = option.short === undefined ? '' : ` -s ${option.short}`;
        return `${here} -l ${name}${short}${takes} -d ${quoted(optionMeaning(command, name, language))}`;
      }),
    ];
  });
  return `${lines.join('\n')}\n`;
}
