import type { Language, Text } from '@mingshi/knowledge';
import { basisLine, basisParts } from '../citing.ts';
import type { Place, Precedent, Report, ReportFinding } from '../report.ts';
import { printable } from '../text/printable.ts';
import { fold, padEnd, widthOf } from '../text/width.ts';
import type { Format, FormatOptions } from './index.ts';
import { paints } from './paint.ts';
import type { Paint } from './paint.ts';
import { authorityIn, byFile, pointer, precedentLine, severityNames, summaryLine, whyNames } from './words.ts';

/** The report for a person: grouped by file, each finding with both sides, its basis, a precedent and the words to add. */
export const text: Format = (report, options) => {
  const paint = paints(options.colour);
  const told: Told = { bases: new Map(), parts: new Set(), precedents: new Set() };
  const groups = byFile(report).flatMap(({ path, findings }) => ['', ...groupLines(path, findings, report, told, options, paint)]);
  const lines = [...headLines(report, options, paint), ...groups, '', ...endLines(report, options, paint)];
  return `${lines.join('\n')}\n`;
};

/** What the reader has already been told: it is referred to, not repeated. */
interface Told {
  /** Basis → place of the finding that told it. */
  readonly bases: Map<string, Place>;
  /** What was cited of one law, older numbers and all. */
  readonly parts: Set<string>;
  readonly precedents: Set<string>;
}

const labels = {
  policy: { zh: '政策', en: 'policy' },
  app: { zh: '应用', en: 'app' },
  basis: { zh: '依据', en: 'basis' },
  precedent: { zh: '先例', en: 'case' },
  suggestion: { zh: '建议', en: 'remedy' },
} as const satisfies Record<string, Text>;

function headLines(report: Report, { language, width }: FormatOptions, paint: Paint): readonly string[] {
  const apps = report.apps.slice(0, 5).map(({ id, name, applicationId }) => {
    const title = printable(name ?? applicationId ?? id);
    return `${paint.bold(title)}${title === id ? '' : `  ${printable(id)}`}`;
  });
  const more = report.apps.length - apps.length;
  if (more > 0) apps.push(language === 'zh' ? `另有 ${more} 个应用` : `${more} more apps`);
  const files = report.policies.map(({ path, why }) =>
    language === 'zh' ? `${printable(path)}（${whyNames[why].zh}）` : `${printable(path)} (${whyNames[why].en})`,
  );
  const none = { zh: '没有读到', en: 'none read' }[language];
  const policy = files.length > 0 ? files.join(language === 'zh' ? '、' : ', ') : none;
  const category = report.category ? [labelled({ zh: '类型', en: 'type' }, report.category.name[language], { language, width, indent: 0 }, paint)] : [];
  return [
    ...(apps.length > 0 ? apps : [paint.bold({ zh: '没有找到安卓应用', en: 'No Android app found' }[language])]),
    ...category.flat(),
    ...labelled(labels.policy, policy, { language, width, indent: 0 }, paint),
  ];
}

function groupLines(
  path: string,
  findings: readonly ReportFinding[],
  report: Report,
  told: Told,
  options: FormatOptions,
  paint: Paint,
): readonly string[] {
  const numbers = Math.max(...findings.map(({ at }) => `${at.start.line}:${at.start.column}`.length));
  const policies = new Set(report.policies.map((policy) => policy.path));
  return [
    paint.underline(printable(path)),
    ...findings.flatMap((finding, index) => findingLines(finding, findings[index - 1], { numbers, policies, told }, options, paint)),
  ];
}

interface Group {
  /** Width of the widest line:column. */
  readonly numbers: number;
  readonly policies: ReadonlySet<string>;
  readonly told: Told;
}

function findingLines(
  finding: ReportFinding,
  before: ReportFinding | undefined,
  group: Group,
  options: FormatOptions,
  paint: Paint,
): readonly string[] {
  const indent = group.numbers + 4;
  const detail = { ...options, indent };
  const lines = [...titleLines(finding, group, options, paint), ...excerptLines(finding.at, group.numbers + 2, options, paint)];
  lines.push(...relatedLines(finding, before, group, detail, paint));
  return [...lines, ...reasonLines(finding, before, group.told, detail, paint)];
}

const MOST_RELATED = 4;

/** The other side; a sentence that the finding before has just quoted is only pointed to. */
function relatedLines(
  { related }: ReportFinding,
  before: ReportFinding | undefined,
  group: Group,
  options: FormatOptions & { readonly indent: number },
  paint: Paint,
): readonly string[] {
  const { language } = options;
  const quoted = new Set(before?.related.slice(0, MOST_RELATED).map(pointer));
  const lines = related.slice(0, MOST_RELATED).flatMap((each) => {
    const label = group.policies.has(each.path) ? labels.policy : labels.app;
    // "Policy: what the policy says" would say it twice.
    const place = each.kind === 'statement' ? pointer(each) : `${each.note[language]} ${pointer(each)}`;
    const words = printable(each.quote ?? each.excerpt ?? '');
    if (words === '') return labelled(label, place, options, paint);
    if (quoted.has(pointer(each))) return labelled(label, place + { zh: '（同上）', en: ' (as above)' }[language], options, paint);
    return labelled(label, language === 'zh' ? `${place} 「${words}」` : `${place} "${words}"`, options, paint);
  });
  const more = related.length - MOST_RELATED;
  return more > 0 ? [...lines, ...indented(language === 'zh' ? `另有 ${more} 处` : `${more} more places`, options.indent, options.width)] : lines;
}

/** Basis, precedent and remedy; what an earlier finding has said is referred to. */
function reasonLines(
  finding: ReportFinding,
  before: ReportFinding | undefined,
  told: Told,
  options: FormatOptions & { readonly indent: number },
  paint: Paint,
): readonly string[] {
  const { language } = options;
  const [precedent] = finding.cases;
  const basis = basisLine(finding.citations)[language];
  const suggestion = finding.suggestion?.[language];
  const again = before?.rule === finding.rule && basis === basisLine(before.citations)[language];
  const lines: string[] = [];
  if (again && basis !== '') {
    const what = precedent ? { zh: '依据、先例同上一条', en: 'basis and case as above' } : { zh: '依据同上一条', en: 'basis as above' };
    lines.push(...indented(what[language], options.indent, options.width).map(paint.dim));
  } else {
    const earlier = told.bases.get(basis);
    const same = earlier && { zh: `同 ${pointer(earlier)}`, en: `as for ${pointer(earlier)}` }[language];
    if (basis !== '') lines.push(...labelled(labels.basis, same ?? basisOnce(finding, told, language), options, paint));
    if (precedent) lines.push(...labelled(labels.precedent, precedentOnce(precedent, told, language), options, paint));
  }
  if (!told.bases.has(basis)) told.bases.set(basis, finding.at);
  if (suggestion !== undefined && !(again && suggestion === before.suggestion?.[language])) {
    lines.push(...labelled(labels.suggestion, printable(suggestion), options, paint));
  }
  return lines;
}

/** The basis in one line; the older numbers of the same articles stand in brackets the first time only. */
function basisOnce({ citations }: ReportFinding, told: Told, language: Language): string {
  const parts = basisParts(citations).map(({ full, brief }) => {
    if (told.parts.has(full.zh)) return brief[language];
    told.parts.add(full.zh);
    return full[language];
  });
  return parts.join(' · ');
}

/** A case in full the first time, by date and authority after that. */
function precedentOnce(precedent: Precedent, told: Told, language: Language): string {
  if (!told.precedents.has(precedent.id)) {
    told.precedents.add(precedent.id);
    return precedentLine(precedent, language);
  }
  const who = authorityIn(precedent.authority, language);
  return language === 'zh' ? `${precedent.date} ${who}（见上）` : `${precedent.date}, ${who} (as above)`;
}

const SEVERITY_WIDTH: Readonly<Record<Language, number>> = { zh: 4, en: 7 };

function titleLines(finding: ReportFinding, group: Group, { language, width }: FormatOptions, paint: Paint): readonly string[] {
  const place = `${finding.at.start.line}:${finding.at.start.column}`.padStart(group.numbers + 2);
  const name = padEnd(severityNames[finding.severity][language], SEVERITY_WIDTH[language]);
  const head = `${place}  ${name}  `;
  const indent = widthOf(head);
  const unsure = finding.confidence === 'low' ? { zh: '（把握不大）', en: ' (not sure)' }[language] : '';
  const message = fold(printable(finding.message[language]) + unsure, width - indent);
  const last = message.length - 1;
  const used = indent + widthOf(message[last] ?? '');
  const room = width - used - finding.rule.length;
  const painted = message.map((line, index) => (index === 0 ? `${place}  ${paint[finding.severity](name)}  ` : ' '.repeat(indent)) + paint.bold(line));
  // The rule stands at the right edge, on a line of its own when there is no room.
  if (room >= 2) painted[last] = `${painted[last] ?? ''}${' '.repeat(room)}${paint.dim(finding.rule)}`;
  else painted.push(' '.repeat(Math.max(0, width - finding.rule.length)) + paint.dim(finding.rule));
  return painted;
}

/** The line of the file, cut to the terminal: never folded, so that it looks as it does in an editor. */
function excerptLines(at: Place, gutter: number, { width, drawing }: FormatOptions, paint: Paint): readonly string[] {
  const room = width - gutter - 4;
  const words = windowOf(at, room);
  if (words === '') return [];
  const [line = '', ...rest] = fold(words, room);
  return [`${paint.dim(`${String(at.start.line).padStart(gutter)} ${drawing ? '│' : '|'}`)} ${line}${rest.length > 0 ? ' …' : ''}`];
}

/** The line, or the sentence of it that the finding is about when the whole does not fit: a paragraph may be one line. */
function windowOf({ excerpt = '', quote = '' }: Place, room: number): string {
  const line = printable(excerpt);
  const words = printable(quote);
  if (widthOf(line) <= room || words === '') return line;
  const at = line.indexOf(words);
  if (at < 0) return words;
  const before = line.slice(0, at);
  const from = Math.max(...['。', '！', '？', '；', '. ', '! ', '? ', '; '].map((mark) => before.lastIndexOf(mark) + mark.length)) || 0;
  const start = widthOf(line.slice(from, at)) > room / 2 ? at : Math.min(from, at);
  return start > 1 ? `… ${line.slice(start)}` : line;
}

function endLines(report: Report, options: FormatOptions, paint: Paint): readonly string[] {
  const { language } = options;
  const end = { ...options, indent: 0 };
  const { findings, errors } = report.summary;
  const summary = summaryLine(report, language);
  const waived = report.waived.map(({ rule, about, at, waiver }) => {
    const by = [waiver.by, waiver.until && { zh: `至 ${waiver.until}`, en: `until ${waiver.until}` }[language]].filter(Boolean);
    const reason = [waiver.reason, ...by].join(language === 'zh' ? '，' : ', ');
    return `${rule} ${about} ${pointer(at)}${language === 'zh' ? '：' : ': '}${reason}`;
  });
  const unchecked = report.notChecked.map(({ path, at, why }) => {
    const place = path === undefined ? '' : `${path}${at ? `:${at.line}:${at.column}` : ''}${language === 'zh' ? '：' : ': '}`;
    return place + why[language];
  });
  const rules = [...new Set(report.findings.map(({ rule }) => rule))];
  return [
    ...(findings === 0 ? [paint.ok({ zh: '检查过的地方没有发现问题。', en: 'Nothing found in what was checked.' }[language])] : []),
    errors > 0 ? paint.error(summary) : paint.bold(summary),
    ...listed({ zh: '已豁免', en: 'waived' }, waived, end, paint),
    ...listed({ zh: '未检查', en: 'not checked' }, unchecked, end, paint),
    ...(rules.length > 0 ? labelled({ zh: '更多', en: 'more' }, `mingshi explain ${printable(rules[0] ?? '')}`, end, paint) : []),
  ];
}

/** A label before the first of some things; a long list is counted, the JSON report has all of it. */
function listed(label: Text, things: readonly string[], options: Labelled, paint: Paint): readonly string[] {
  const shown = things.slice(0, 12);
  const more = things.length - shown.length;
  if (more > 0) shown.push(options.language === 'zh' ? `另有 ${more} 项，见 --format json` : `${more} more, see --format json`);
  return shown.flatMap((thing, index) => labelled(index === 0 ? label : { zh: '', en: '' }, printable(thing), options, paint));
}

interface Labelled {
  readonly language: Language;
  readonly width: number;
  readonly indent: number;
}

const LABEL_WIDTH: Readonly<Record<Language, number>> = { zh: 8, en: 13 };

/** A label and what belongs to it, folded to the right of the label. */
function labelled(label: Text, words: string, { language, width, indent }: Labelled, paint: Paint): readonly string[] {
  // Inside a finding the labels are short; at the margin "not checked" needs more room.
  const room = indent === 0 ? LABEL_WIDTH[language] : { zh: 6, en: 8 }[language];
  return fold(words, width - indent - room).map(
    (line, index) => ' '.repeat(indent) + (index === 0 ? paint.label(label[language]) + padEnd('', room - widthOf(label[language])) : ' '.repeat(room)) + line,
  );
}

function indented(words: string, indent: number, width: number): readonly string[] {
  return fold(words, width - indent).map((line) => ' '.repeat(indent) + line);
}
