import type { Language, Text } from '@mingshi/knowledge';
import { basisLine } from '../report/citing.ts';
import { madeBy } from '../made-by.ts';
import type { Report, ReportFinding } from '../report/report.ts';
import type { Format } from './index.ts';
import { matrixSection } from './markdown-matrix.ts';
import { code, fenced, plain } from './markdown-words.ts';
import { byFile, nothingFound, pointer, precedentLine, severityNames, spot, summaryLine, whyWords } from './words.ts';

const icons = { error: '🔴', warning: '🟡', info: '🔵' } as const;

/** The report for a step summary, a pull request or a mail: a table, then each finding with its reasons. */
export const markdown: Format = (report, { language }) => {
  if (report.since?.unchanged) return `## mingshi\n\n${plain(summaryLine(report, language))}\n`;
  const say = (text: Text): string => text[language];
  const groups = byFile(report);
  const numbered = new Map(groups.flatMap(({ findings }) => findings).map((finding, index) => [finding, index + 1]));
  const sections = groups.map(({ path, findings }) =>
    [
      `### ${code(path)}`,
      ...findings.map((finding) => findingSection(finding, numbered.get(finding) ?? 0, language)),
    ].join('\n\n'),
  );
  const parts = [
    madeBy('check', language),
    `## ${titleOf(report, language)}`,
    `**${plain(summaryLine(report, language))}**`,
    policyLine(report, language),
    report.findings.length > 0
      ? tableOf(groups, numbered, language)
      : nothingFound(report, language),
    ...matrixSection(report, (finding) => numbered.get(finding) ?? 0, language),
    ...sections,
    ...waivedSection(report, language),
    ...uncheckedSection(report, language),
    say({
      zh: '以上是在文件中看到的事实和相关规定，是否构成违规由主管部门认定。',
      en: 'Facts seen in files, and the rules that speak of them; whether there is a breach, the authority decides.',
    }),
  ];
  return `${parts.join('\n\n')}\n`;
};

function titleOf({ apps }: Report, language: Language): string {
  const name = apps[0]?.name ?? apps[0]?.applicationId ?? apps[0]?.id;
  return `mingshi${name === undefined ? '' : `${language === 'zh' ? '：' : ': '}${plain(name)}`}`;
}

function policyLine({ policies }: Report, language: Language): string {
  if (policies.length === 0) return { zh: '没有读到隐私政策。', en: 'No privacy policy was read.' }[language];
  const files = policies.map((file) => `${code(file.path)} (${whyWords(file, language)})`).join(', ');
  return `${{ zh: '隐私政策：', en: 'Privacy policy: ' }[language]}${files}`;
}

function tableOf(
  groups: ReturnType<typeof byFile>,
  numbered: ReadonlyMap<ReportFinding, number>,
  language: Language,
): string {
  const head = { zh: '| # | 级别 | 位置 | 结果 | 规则 |', en: '| # | level | place | finding | rule |' }[language];
  const rows = groups.flatMap(({ findings }) =>
    findings.map((finding) => {
      const level = `${icons[finding.severity]} ${severityNames[finding.severity][language]}`;
      const cells = [
        numbered.get(finding),
        level,
        code(pointer(finding.at, language)),
        plain(finding.message[language]),
        code(finding.rule),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return [head, '|---|---|---|---|---|', ...rows].join('\n');
}

function findingSection(finding: ReportFinding, number: number, language: Language): string {
  const item = (label: Text, words: string): string => `- **${label[language]}** ${words}`;
  const [precedent] = finding.cases;
  const basis = basisLine(finding.citations)[language];
  const related = finding.related.slice(0, 6).map((each) => {
    const words = each.quote ?? each.excerpt;
    return item(each.note, `${code(pointer(each, language))}${words === undefined ? '' : ` ${plain(words)}`}`);
  });
  const lines = [
    `**${number}. ${plain(finding.message[language])}** ${code(spot(finding.at, language))} ${code(finding.rule)}`,
    ...(finding.at.excerpt === undefined || finding.at.excerpt === '' ? [] : ['', fenced(finding.at.excerpt)]),
    '',
    ...related,
    ...(basis === '' ? [] : [item({ zh: '依据', en: 'Basis' }, plain(basis))]),
    ...(precedent ? [item({ zh: '先例', en: 'Case' }, plain(precedentLine(precedent, language)))] : []),
    ...(finding.suggestion ? [item({ zh: '建议', en: 'Remedy' }, plain(finding.suggestion[language]))] : []),
  ];
  return lines.join('\n').trimEnd();
}

function waivedSection({ waived }: Report, language: Language): readonly string[] {
  if (waived.length === 0) return [];
  const rows = waived.map(({ rule, about, waiver }) => {
    const tail = [waiver.by, waiver.until].filter((part) => part !== undefined).map((part) => `, ${plain(part)}`);
    return `- ${code(rule)} ${code(about)} ${plain(waiver.reason)}${tail.join('')}`;
  });
  return [`### ${{ zh: '已豁免', en: 'Waived' }[language]}`, rows.join('\n')];
}

function uncheckedSection({ notChecked }: Report, language: Language): readonly string[] {
  if (notChecked.length === 0) return [];
  const rows = notChecked.map(
    ({ path, why }) => `- ${path === undefined ? '' : `${code(path)} `}${plain(why[language])}`,
  );
  return [`### ${{ zh: '未检查', en: 'Not checked' }[language]}`, rows.join('\n')];
}
