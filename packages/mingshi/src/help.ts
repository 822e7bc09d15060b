import type { Language, Text } from '@mingshi/knowledge';
import { commands } from './arguments.ts';
import { padEnd, widthOf } from './text/width.ts';

const summaries: Readonly<Record<string, Text>> = {
  check: {
    zh: '对照应用和它的隐私政策，逐条指出不一致和不足，并给出法律依据',
    en: 'hold an app against its privacy policy; each finding cites the law',
  },
  policy: {
    zh: '打印对一份政策的理解：谁、对哪些数据、做什么、为什么',
    en: 'print how a policy is understood: who does what with which data, and why',
  },
  init: {
    zh: '看一看项目，写出带注释的 mingshi.yaml',
    en: 'look at the project and write a mingshi.yaml with comments',
  },
  inventory: {
    zh: '列出收集的个人信息、共享的第三方和权限，供公布；--check 核对已公布的清单',
    en: 'the lists to publish: data collected, third parties, permissions; --check tells when they are stale',
  },
  draft: {
    zh: '为每处缺漏写出要补进政策的段落，没有政策的写出全文；【】由了解业务的人填写',
    en: 'the paragraph that the policy lacks, for each gap, or a whole policy; 【】 for people who know the product',
  },
  explain: { zh: '说明规则、法条、权限或案例', en: 'explain a rule, an article, a permission or a case' },
  rules: { zh: '列出规则', en: 'list the rules' },
  completion: { zh: '打印补全脚本，供命令行的 Tab 键用', en: 'print a script by which the shell completes on Tab' },
};

const meanings: Readonly<Record<string, Text>> = {
  policy: {
    zh: '隐私政策的文件，可重复；不写时自动识别',
    en: 'file of the privacy policy, repeatable; found by itself when not given',
  },
  manifest: { zh: '合并后的 AndroidManifest.xml，可重复', en: 'merged AndroidManifest.xml, repeatable' },
  config: { zh: '配置文件；不写时找最近的 mingshi.yaml', en: 'config; the nearest mingshi.yaml when not given' },
  category: { zh: '应用类型，39 类之一，如 问诊挂号', en: 'type of the app, one of 39, by name or id' },
  format: { zh: '输出格式', en: 'output format' },
  output: { zh: '写到文件', en: 'write to a file' },
  check: {
    zh: '已公布的清单，可重复：与应用不符时列出差异，退出码为 1',
    en: 'a published list, repeatable: what it and the app have not in common, exit with 1',
  },
  rule: { zh: '只用这条规则，可重复', en: 'only this rule, repeatable' },
  severity: { zh: '只显示这一级别及以上', en: 'show this level and above' },
  'fail-on': { zh: '达到这一级别时退出码为 1，默认 error', en: 'exit with 1 at this level, error by default' },
  since: {
    zh: '只列相对这个提交、分支或标签的新结果，和所在行有改动的结果',
    en: 'only what is new against this commit, branch or tag, or stands on a changed line',
  },
  staged: { zh: '检查 git 暂存的内容，不看工作区', en: 'check what is staged in git, not the work tree' },
  watch: {
    zh: '文件改动后重新检查，列出多了什么、少了什么；按 Ctrl-C 结束',
    en: 'check again when files change and tell what is new and what is gone; Ctrl-C ends',
  },
  'waive-existing': {
    zh: '把现有结果作为豁免写进 mingshi.yaml，以后只报新的',
    en: 'write what is found now as waivers into mingshi.yaml; later only what is new is told',
  },
  fix: {
    zh: '把缺的段落写进 Markdown 的政策，各归其位，只写一次；然后再检查',
    en: 'put the paragraphs that are missing into a Markdown policy, each in its place and once; then check again',
  },
  'dry-run': { zh: '与 --fix 同用：只显示会怎样改', en: 'with --fix: only show what would change' },
  'draft lang': {
    zh: '草稿的语言；不写时与政策相同，没有政策的与应用或系统相同',
    en: 'language of the draft; that of the policy when not given, or of the app, or of the locale',
  },
  lang: { zh: '语言；不写时按系统', en: 'language; that of the locale when not given' },
  help: { zh: '显示帮助', en: 'show help' },
  version: { zh: '显示版本', en: 'show the version' },
};

/** What a command does, in a few words. */
export const commandSummary = (name: string, language: Language): string => summaries[name]?.[language] ?? '';

/** What an option of a command means, in a few words. */
export const optionMeaning = (command: string, option: string, language: Language): string =>
  (meanings[`${command} ${option}`] ?? meanings[option])?.[language] ?? '';

/** The help of the tool, or of one command. */
export function helpText(language: Language, name?: string): string {
  const lines = name === undefined ? overview(language) : commandHelp(name, language);
  return `${lines.join('\n')}\n`;
}

function overview(language: Language): readonly string[] {
  const say = (text: Text): string => text[language];
  const usage = Object.entries(commands).map(
    ([name, { operands }]) => [`mingshi ${name} ${operands}`.trimEnd(), commandSummary(name, language)] as const,
  );
  return [
    say({
      zh: '明示 mingshi：对照移动应用与它的隐私政策',
      en: 'mingshi: hold a mobile app against its privacy policy, and both against the law',
    }),
    '',
    ...table(usage),
    '',
    ...table(optionRows('', language)),
    '',
    say({ zh: 'mingshi 命令 --help 显示该命令的选项。', en: 'mingshi COMMAND --help shows the options of a command.' }),
    say({
      zh: '退出码：0 没有达到 --fail-on 级别的结果，1 有，2 无法运行。',
      en: 'Exit codes: 0 no finding at the level of --fail-on, 1 findings, 2 could not run.',
    }),
  ];
}

function commandHelp(name: string, language: Language): readonly string[] {
  const usage = { zh: '用法：', en: 'usage: ' }[language];
  const examples = exampleLines[name] ?? [];
  return [
    `${usage}mingshi ${name} ${commands[name]?.operands ?? ''}`.trimEnd() +
      { zh: ' [选项]', en: ' [options]' }[language],
    commandSummary(name, language),
    '',
    ...table(optionRows(name, language)),
    ...(examples.length > 0
      ? ['', { zh: '例：', en: 'examples:' }[language], ...examples.map((line) => `  ${line}`)]
      : []),
  ];
}

const exampleLines: Readonly<Record<string, readonly string[]>> = {
  check: [
    'mingshi check',
    'mingshi check android --policy docs/privacy.md --policy docs/sdk-list.html',
    'mingshi check --watch',
    'mingshi check --since origin/main',
    'mingshi check --fix --dry-run',
    'mingshi check . --format html --output report.html',
    'mingshi check . --format sarif --output mingshi.sarif --fail-on never',
  ],
  init: ['mingshi init', 'mingshi init android --lang zh'],
  policy: ['mingshi policy docs/privacy.md', 'mingshi policy docs/privacy.html --format json'],
  inventory: [
    'mingshi inventory --output lists.md',
    'mingshi inventory android --format xlsx --output lists.xlsx',
    'mingshi inventory --format csv --output lists/',
    'mingshi inventory --check docs/sdk-list.html --check docs/permissions.html',
  ],
  draft: ['mingshi draft', 'mingshi draft android --output draft.md', 'mingshi draft --lang zh --output 隐私政策.md'],
  explain: [
    'mingshi explain undisclosed-permission',
    "mingshi explain 'csl#41.1'",
    'mingshi explain 网络安全法第四十三条',
    'mingshi explain SEND_SMS',
  ],
  completion: ['source <(mingshi completion bash)', 'mingshi completion fish | source'],
};

function optionRows(name: string, language: Language): readonly (readonly [string, string])[] {
  const options = commands[name]?.options ?? commands['rules']?.options ?? {};
  return Object.entries(options)
    .filter(([option]) => name !== '' || option !== 'format')
    .map(([option, { short, value }]) => {
      const names = [
        short === undefined ? '   ' : `-${short},`,
        `--${option}`,
        ...(value === undefined ? [] : [value]),
      ].join(' ');
      return [names, optionMeaning(name, option, language)] as const;
    });
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => widthOf(left)));
  return rows.map(([left, right]) => `  ${padEnd(left, width)}  ${right}`);
}
