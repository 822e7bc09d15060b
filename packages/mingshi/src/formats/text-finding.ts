import type { Language, Text } from '@mingshi/knowledge';
import { basisLine, basisParts } from '../report/citing.ts';
import type { Place, Precedent, ReportFinding } from '../report/report.ts';
import { printable } from '../text/printable.ts';
import { cutTo, fold, padEnd, padStart, widthOf } from '../text/width.ts';
import { CUT_BEFORE } from '../report/places.ts';
import type { FormatOptions } from './index.ts';
import { indented, labelled } from './labelled.ts';
import type { Sheet } from './labelled.ts';
import { authorityIn, pointer, precedentLine, severityNames, spot } from './words.ts';

/** What the reader has already been told: it is referred to, not repeated. */
export interface Told {
  /** Basis → place of the finding that told it. */
  readonly bases: Map<string, Place>;
  /** Ids of the articles that were named. */
  readonly articles: Set<string>;
  readonly precedents: Set<string>;
}

/** The findings of one file. */
interface Group {
  /** Width of the widest line:column. */
  readonly numbers: number;
  readonly policies: ReadonlySet<string>;
  readonly told: Told;
}

const labels = {
  policy: { zh: '政策', en: 'policy' },
  app: { zh: '应用', en: 'app' },
  basis: { zh: '依据', en: 'basis' },
  precedent: { zh: '先例', en: 'case' },
  suggestion: { zh: '建议', en: 'remedy' },
} as const satisfies Record<string, Text>;

/** What was found at one place: a place with several findings is shown once, and they stand below it. */
export function placeLines(
  findings: readonly [ReportFinding, ...ReportFinding[]],
  before: ReportFinding | undefined,
  group: Group,
  sheet: Sheet & FormatOptions,
): readonly string[] {
  const [first] = findings;
  const gutter = group.numbers + 2;
  const place = padStart(spot(first.at, sheet.language), gutter);
  const single = findings.length === 1;
  const inside = { ...sheet, indent: gutter + (single ? 2 : 4) };
  const blank = ' '.repeat(gutter);
  return [
    ...(single ? [] : sharedPlaceLines(first.at, place, sheet)),
    ...findings.flatMap((finding, index) => {
      const last = index === 0 ? before : findings[index - 1];
      return [
        ...titleLines(finding, single ? place : blank, sheet),
        ...(!single || sameLine(finding.at, before?.at) ? [] : excerptLines(finding.at, gutter, sheet)),
        ...(sameSide(finding, last, sheet) ? [] : relatedLines(finding, last, group, inside)),
        ...reasonLines(finding, last, findings.slice(0, index), group, inside),
      ];
    }),
  ];
}

/** The place of several findings, with its line. */
function sharedPlaceLines(at: Place, place: string, { width, drawing, paint }: Sheet & FormatOptions): readonly string[] {
  const room = width - widthOf(place) - 5;
  const words = windowOf(at, room);
  if (words === '') return [place];
  const line = cutTo(words, room);
  return [`${place} ${paint.dim(drawing ? '│' : '|')} ${line}${line === words ? '' : ' …'}`];
}

/** Whether the line has just been shown. */
const sameLine = (at: Place, before: Place | undefined): boolean =>
  before?.start.line === at.start.line && before.excerpt === at.excerpt;

const SEVERITY_WIDTH: Readonly<Record<Language, number>> = { zh: 4, en: 7 };

function titleLines(finding: ReportFinding, place: string, { language, width, paint }: Sheet): readonly string[] {
  const name = padEnd(severityNames[finding.severity][language], SEVERITY_WIDTH[language]);
  const indent = widthOf(place) + widthOf(name) + 4;
  const unsure = finding.confidence === 'low' ? { zh: '（把握不大）', en: ' (not sure)' }[language] : '';
  const message = fold(printable(finding.message[language]) + unsure, width - indent);
  const lines = message.map((line, index) => {
    const head = index === 0 ? `${place}  ${paint[finding.severity](name)}  ` : ' '.repeat(indent);
    return head + paint.bold(line);
  });
  // The rule stands at the right edge, on a line of its own when there is no room.
  const room = width - indent - widthOf(message.at(-1) ?? '') - finding.rule.length;
  const rule = paint.dim(finding.rule);
  if (room < 2) return [...lines, ' '.repeat(Math.max(0, width - finding.rule.length)) + rule];
  return [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${' '.repeat(room)}${rule}`];
}

/** The line of the file, cut to the terminal: never folded, so that it looks as it does in an editor. */
function excerptLines(at: Place, gutter: number, { width, drawing, paint }: Sheet & FormatOptions): readonly string[] {
  const room = width - gutter - 5;
  const words = windowOf(at, room);
  if (words === '') return [];
  const line = cutTo(words, room);
  const number = at.page === undefined ? String(at.start.line) : '';
  const bar = `${number.padStart(gutter)} ${drawing ? '│' : '|'}`;
  return [`${paint.dim(bar)} ${line}${line === words ? '' : ' …'}`];
}

/** The line, or the part of it that the finding is about when the whole does not fit: a paragraph may be one line. */
function windowOf(at: Place, room: number): string {
  const { excerpt = '', quote = '' } = at;
  const line = printable(excerpt);
  if (widthOf(line) <= room) return line;
  const words = printable(quote);
  const start = words === '' ? startInLine(at, line, room) : startOfSentence(line, words, room);
  if (start === undefined) return words;
  return start > 2 ? `… ${line.slice(start)}` : line;
}

/** Where to begin so that the place shows, with some of what stands before it. */
function startInLine({ start, end, excerpt = '' }: Place, line: string, room: number): number {
  const offset = excerpt.startsWith('…') ? CUT_BEFORE + 1 : Math.min(start.column - 1, line.length);
  const length = start.line === end.line ? end.column - start.column : 0;
  return offset + length <= room ? 0 : Math.max(0, Math.min(offset - 20, line.length - room));
}

/** Where the sentence begins that holds the words, or the words themselves; undefined when the line does not hold them. */
function startOfSentence(line: string, words: string, room: number): number | undefined {
  const at = line.indexOf(words);
  if (at < 0) return undefined;
  const before = line.slice(0, at);
  const ends = ['。', '！', '？', '；', '. ', '! ', '? ', '; '].map((mark) => before.lastIndexOf(mark) + mark.length);
  const sentence = Math.min(Math.max(...ends), at);
  return widthOf(line.slice(sentence, at)) > room / 2 ? at : sentence;
}

const MOST_RELATED = 4;

/** The other side; a sentence that the finding before has just quoted is only pointed to. */
function relatedLines(
  finding: ReportFinding,
  before: ReportFinding | undefined,
  { policies }: Group,
  sheet: Sheet,
): readonly string[] {
  const { language } = sheet;
  const quoted = new Set(before?.related.slice(0, MOST_RELATED).map((each) => pointer(each, language)));
  const shown = finding.related.slice(0, MOST_RELATED);
  const own = wordsAt(finding.at);
  const lines = shown.flatMap((each, index) => {
    const label = policies.has(each.path) ? labels.policy : labels.app;
    const words = wordsAt(each);
    const isBare = (other: Related): boolean => wordsAt(other) === '' || wordsAt(other) === own;
    const goesOn = (other: Related | undefined): boolean =>
      other !== undefined && isBare(other) && isBare(each) && other.path === each.path && other.kind === each.kind;
    // Further places with the same words stand in one line.
    if (goesOn(shown[index - 1])) return [];
    let end = index + 1;
    while (goesOn(shown[end])) end += 1;
    const spots = shown.slice(index + 1, end).map((other) => spot(other, language));
    const all = [pointer(each, language), ...spots].join({ zh: '、', en: ', ' }[language]);
    // "Policy: what the policy says" would say it twice.
    const place = each.kind === 'statement' ? all : `${each.note[language]} ${all}`;
    if (isBare(each)) return labelled(label, place, sheet);
    if (quoted.has(pointer(each, language)))
      return labelled(label, place + { zh: '（同上）', en: ' (as above)' }[language], sheet);
    return labelled(label, language === 'zh' ? `${place} 「${words}」` : `${place} "${words}"`, sheet);
  });
  const more = finding.related.length - MOST_RELATED;
  return more > 0
    ? [...lines, ...indented(language === 'zh' ? `另有 ${more} 处` : `${more} more places`, sheet)]
    : lines;
}

type Related = ReportFinding['related'][number];

const wordsAt = ({ quote, excerpt }: Place): string => printable(quote ?? excerpt ?? '');

/** Whether the finding before was of the same rule with the same basis. */
const isAgain = (finding: ReportFinding, before: ReportFinding | undefined, language: Language): before is ReportFinding =>
  before?.rule === finding.rule && basisLine(finding.citations)[language] === basisLine(before.citations)[language];

/** Whether the finding before has just shown the very same other side. */
function sameSide(finding: ReportFinding, before: ReportFinding | undefined, { language }: Sheet): boolean {
  const sideOf = ({ related }: ReportFinding): string => related.map((each) => `${each.kind} ${pointer(each, language)}`).join('\n');
  return isAgain(finding, before, language) && finding.related.length > 0 && sideOf(finding) === sideOf(before);
}

/** 政策、依据、先例同上一条 */
function asAbove(what: readonly Text[], language: Language): string {
  const names = what.map((each) => each[language]);
  if (language === 'zh') return `${names.join('、')}同上一条`;
  return `${names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}` : names.join('')} as above`;
}

/** Basis, precedent and remedy; what an earlier finding has said is referred to. */
function reasonLines(
  finding: ReportFinding,
  before: ReportFinding | undefined,
  here: readonly ReportFinding[],
  { told, policies }: Group,
  sheet: Sheet,
): readonly string[] {
  const { language, paint } = sheet;
  // A case is named once at a place.
  const precedent = finding.cases.slice(0, 1).find(({ id }) => !here.some(({ cases }) => cases[0]?.id === id));
  const basis = basisLine(finding.citations)[language];
  const suggestion = finding.suggestion?.[language];
  const again = isAgain(finding, before, language);
  const lines: string[] = [];
  if (again && basis !== '') {
    const sides = new Set(finding.related.map(({ path }) => (policies.has(path) ? labels.policy : labels.app)));
    const what = [...(sameSide(finding, before, sheet) ? sides : []), labels.basis, ...(precedent ? [labels.precedent] : [])];
    lines.push(...indented(asAbove(what, language), sheet).map(paint.dim));
  } else {
    if (basis !== '') lines.push(...labelled(labels.basis, basisOnce(finding, basis, told, language), sheet));
    if (precedent) lines.push(...labelled(labels.precedent, precedentOnce(precedent, told, language), sheet));
  }
  if (suggestion !== undefined && !(again && suggestion === before?.suggestion?.[language])) {
    lines.push(...labelled(labels.suggestion, printable(suggestion), sheet));
  }
  return lines;
}

/** The basis in short, or where it was told; articles that were named before are referred to. */
function basisOnce({ citations, at }: ReportFinding, basis: string, { bases, articles }: Told, language: Language): string {
  const earlier = bases.get(basis);
  if (earlier && pointer(earlier, language) !== pointer(at, language)) {
    return { zh: `同 ${pointer(earlier, language)}`, en: `as for ${pointer(earlier, language)}` }[language];
  }
  bases.set(basis, at);
  const shown = mainOf(citations);
  const laws = [...new Set(shown.map(({ law }) => law.id))];
  const more = shown.length < citations.length ? { zh: ' 等', en: ' and others' }[language] : '';
  if (shown.every(({ id }) => articles.has(id))) {
    const named = basisParts(shown).map(({ brief }) => brief[language]);
    return named.join(' · ') + more + { zh: '（见上）', en: ' (as above)' }[language];
  }
  const parts = laws.map((id) => partOnce(shown.filter(({ law }) => law.id === id), articles, language));
  return parts.join(' · ') + more;
}

/** The articles of one law: those that are new in full, older numbers and all. */
function partOnce(
  citations: ReportFinding['citations'],
  told: Set<string>,
  language: Language,
): string {
  const fresh = citations.filter(({ id }) => !told.has(id));
  for (const { id } of fresh) told.add(id);
  const [part] = basisParts(fresh.length > 0 ? fresh : citations);
  if (!part) return '';
  if (fresh.length === 0) return { zh: `${part.law.zh}同上`, en: `${part.law.en} as above` }[language];
  const rest = fresh.length < citations.length ? { zh: '，其余同上', en: ', the rest as above' }[language] : '';
  return part.full[language] + rest;
}

/** What fits a line: the first law whole, one article each of two more; `mingshi explain` and the other formats have all. */
function mainOf(citations: ReportFinding['citations']): ReportFinding['citations'] {
  const laws = [...new Set(citations.map(({ law }) => law.id))];
  const [first, ...rest] = laws;
  const others = rest.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, 2);
  return citations.filter(
    (each, index) =>
      each.law.id === first ||
      (others.includes(each.law.id) && citations.findIndex(({ law }) => law.id === each.law.id) === index),
  );
}

/** The two texts that notices to apps name most; every other keeps the rule's order. */
const rankOf = (law: string): number => ['app-violations-2019', 'pipl', law].indexOf(law);

/** A case in full the first time, by date and authority after that. */
function precedentOnce(precedent: Precedent, told: Told, language: Language): string {
  if (!told.precedents.has(precedent.id)) {
    told.precedents.add(precedent.id);
    return precedentLine(precedent, language);
  }
  const who = authorityIn(precedent.authority, language);
  return language === 'zh' ? `${precedent.date} ${who}（见上）` : `${precedent.date}, ${who} (as above)`;
}
