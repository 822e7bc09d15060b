import type { Language } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import type { RuleGroup } from '@mingshi/rules';
import { severityNames } from '../formats/words.ts';
import { firstBasis } from './rules-page.ts';
import { summaryOf } from './source.ts';
import type { Source } from './source.ts';

type Indexed = Pick<Source, 'groups' | 'knowledge' | 'pages'>;

/** packages/rules/README.md: the rules as they can be read on GitHub, in both languages. */
export const rulesIndex = (source: Indexed): string => `# 规则 · Rules

由 \`UPDATE_README=1 npx vitest run test/readme.test.ts\` 从各条规则和它们的说明生成。 / Made from the rules and their pages; that command makes it anew.

[中文](#中文) · [English](#english)

## 中文

${tables(source, 'zh')}

## English

${tables(source, 'en')}
`;

function tables(source: Indexed, language: Language): string {
  const columns = { zh: ['规则', '级别', '发现什么', '依据'], en: ['rule', 'level', 'what it finds', 'basis'] }[language];
  const row = (rule: Rule): string =>
    line([
      `[\`${rule.id}\`](src/${rule.id}/README.md)<br>${rule.title[language]}`,
      severityNames[rule.severity][language],
      summaryOf(source.pages[rule.id] ?? '', language).replaceAll('|', '\\|'),
      firstBasis(rule, source)[language],
    ]);
  return source.groups
    .map(({ title, rules }) =>
      [`### ${title[language]}`, '', line(columns), line(columns.map(() => '---')), ...rules.map(row)].join('\n'),
    )
    .join('\n\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const link = ({ id }: Rule): string => `[\`${id}\`](packages/rules/src/${id}/README.md)`;

/** The rules of each group in a line: the table of the READMEs. */
export function rulesOverview(groups: readonly RuleGroup[], language: Language): string {
  const head = { zh: '| | 规则 |', en: '| | rules |' }[language];
  const rows = groups.map(({ title, rules }) => line([title[language], rules.map(link).join(' ')]));
  return [head, '|---|---|', ...rows].join('\n');
}
