import type { Language, Text } from '@mingshi/knowledge';
import { printable } from '../text/printable.ts';
import type { Place, Precedent, Report, ReportFinding } from '../report/report.ts';

/** Names that all formats for people share. */
export const severityNames: Readonly<Record<ReportFinding['severity'], Text>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

/** Why a file was taken for the policy. */
const whyNames: Readonly<Record<Report['policies'][number]['why'], Text>> = {
  named: { zh: '指定', en: 'named' },
  name: { zh: '按文件名找到', en: 'found by name' },
  content: { zh: '按内容找到', en: 'found by content' },
  'name-and-content': { zh: '按文件名和内容找到', en: 'found by name and content' },
};

/** Worst first; within a level the order of the report. */
export const severities: readonly ReportFinding['severity'][] = ['error', 'warning', 'info'];

/** A paragraph or page in words; undefined for places that are lines and columns. */
export function unitWords(
  { paragraph, page }: Pick<Place, 'paragraph' | 'page'>,
  language: Language,
): string | undefined {
  if (paragraph !== undefined) return { zh: `第 ${paragraph} 段`, en: `paragraph ${paragraph}` }[language];
  return page === undefined ? undefined : { zh: `第 ${page} 页`, en: `page ${page}` }[language];
}

/** Where in its file a place is: line:column, or the paragraph or page. */
export const spot = (place: Place, language: Language): string =>
  unitWords(place, language) ?? `${place.start.line}:${place.start.column}`;

/** path:line:column, or the path and the paragraph or page; safe to print. */
export function pointer(place: Place, language: Language): string {
  const unit = unitWords(place, language);
  return printable(place.path) + (unit === undefined ? `:${spot(place, language)}` : ` ${unit}`);
}

/** Why a file was taken for the policy, and how exact its places are when they are not. */
export function whyWords({ why, positions }: Report['policies'][number], language: Language): string {
  const places = positions && positionNames[positions][language];
  return [whyNames[why][language], ...(places === undefined ? [] : [places])].join({ zh: '；', en: '; ' }[language]);
}

const positionNames: Readonly<Record<'paragraph' | 'page', Text>> = {
  paragraph: { zh: '没有行号，位置是提取文字的段落', en: 'no lines: places are paragraphs of its text' },
  page: { zh: '没有行号，位置是页', en: 'no lines: places are pages' },
};

/** A count with its noun. */
function counted(count: number, zh: string, one: string, many: string, language: Language): string {
  return language === 'zh' ? `${count} ${zh}` : `${count} ${count === 1 ? one : many}`;
}

/** 3 个错误，1 个警告，2 项提示 · 已豁免 1; the same numbers as `summary` in JSON. */
export function summaryLine({ summary, since }: Report, language: Language): string {
  if (since?.unchanged) return unchangedWords(since, language);
  const { errors, warnings, infos, waived, notChecked } = summary;
  const parts = [
    counted(errors, '个错误', 'error', 'errors', language),
    counted(warnings, '个警告', 'warning', 'warnings', language),
    counted(infos, '项提示', 'note', 'notes', language),
  ];
  const rest = [
    ...(since ? [olderWords(since, language)] : []),
    ...(waived > 0 ? [language === 'zh' ? `已豁免 ${waived}` : `${waived} waived`] : []),
    ...(notChecked > 0 ? [counted(notChecked, '项未检查', 'thing not checked', 'things not checked', language)] : []),
  ];
  return [parts.join(language === 'zh' ? '，' : ', '), ...rest].join(' · ');
}

type Since = NonNullable<Report['since']>;

const olderWords = ({ ref, older }: Since, language: Language): string =>
  language === 'zh'
    ? `只列相对 ${printable(ref)} 新的，较早的 ${older} 个没有列出`
    : `only what is new since ${printable(ref)}, ${older} older left out`;

const unchangedWords = ({ ref }: Since, language: Language): string =>
  language === 'zh'
    ? `相对 ${printable(ref)}，清单、构建文件、源代码和政策都没有改动，没有检查`
    : `no manifest, build file, source or policy has changed since ${printable(ref)}; nothing was checked`;

/** What a report without findings says, as far as was looked. */
export function nothingFound({ since }: Report, language: Language): string {
  return since
    ? { zh: '这次改动没有带来新的结果。', en: 'The change brings nothing new.' }[language]
    : { zh: '检查过的地方没有发现问题。', en: 'Nothing found in what was checked.' }[language];
}

/** An authority's name in one language, where it is written as 某公安局（Such police）. */
export function authorityIn(authority: string, language: Language): string {
  const both = /^([^（]+)（([ -~]+)）$/.exec(authority);
  return both ? (both[language === 'zh' ? 1 : 2] as string) : authority;
}

/** A case in one line: when, who, what was found, what came of it. */
export function precedentLine({ date, authority, facts, outcome }: Precedent, language: Language): string {
  const who = authorityIn(authority, language);
  return language === 'zh'
    ? `${date} ${who}：${unended(facts.zh)}；${unended(outcome.zh)}`
    : `${date}, ${who}: ${unended(facts.en)}; ${unended(outcome.en)}`;
}

const unended = (text: string): string => text.trim().replace(/[。.]$/, '');

/** Findings by file in the order in which a person would open them: the app, its policy, the config. */
export function byFile(
  report: Report,
): readonly { readonly path: string; readonly findings: readonly ReportFinding[] }[] {
  const policies = report.policies.map(({ path }) => path);
  const rank = (path: string): number =>
    path === report.config ? 1e6 : policies.includes(path) ? 1 + policies.indexOf(path) : 0;
  const groups = new Map<string, ReportFinding[]>();
  for (const finding of report.findings) {
    const group = groups.get(finding.at.path);
    if (group) group.push(finding);
    else groups.set(finding.at.path, [finding]);
  }
  return [...groups]
    .map(([path, findings]) => ({ path, findings: inReadingOrder(findings) }))
    .toSorted((a, b) => rank(a.path) - rank(b.path));
}

/** The most serious first, findings of one rule together: the same cause is then told once. */
function inReadingOrder(findings: readonly ReportFinding[]): readonly ReportFinding[] {
  const order = [...new Set(findings.map(({ rule }) => rule))];
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || order.indexOf(a.rule) - order.indexOf(b.rule),
  );
}
