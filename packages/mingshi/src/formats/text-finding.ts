import type { Language, Text } from '@mingshi/knowledge';
import { basisLine, basisParts } from '../citing.ts';
import type { Place, Precedent, ReportFinding } from '../report.ts';
import { printable } from '../text/printable.ts';
import { cutTo, fold, padEnd, padStart, widthOf } from '../text/width.ts';
import { CUT_BEFORE } from '../places.ts';
import type { FormatOptions } from './index.ts';
import { indented, labelled } from './labelled.ts';
import type { Sheet } from './labelled.ts';
import { authorityIn, pointer, precedentLine, severityNames, spot } from './words.ts';

/** What the reader has already been told: it is referred to, not repeated. */
export interface Told {
  /** Basis → place of the finding that told it. */
  readonly bases: Map<string, Place>;
  /** What was cited of one law, older numbers and all. */
  readonly parts: Set<string>;
  readonly precedents: Set<string>;
}

/** The findings of one file. */
export interface Group {
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

/** A finding: where, what, the line, the other side, why it matters, what to write. */
export function findingLines(
  finding: ReportFinding,
  before: ReportFinding | undefined,
  group: Group,
  sheet: Sheet & FormatOptions,
): readonly string[] {
  const inside = { ...sheet, indent: group.numbers + 4 };
  return [
    ...titleLines(finding, group.numbers + 2, sheet),
    ...(sameLine(finding.at, before?.at) ? [] : excerptLines(finding.at, group.numbers + 2, sheet)),
    ...relatedLines(finding, before, group, inside),
    ...reasonLines(finding, before, group.told, inside),
  ];
}

/** Whether the line has just been shown. */
const sameLine = (at: Place, before: Place | undefined): boolean =>
  before?.start.line === at.start.line && before.excerpt === at.excerpt;

const SEVERITY_WIDTH: Readonly<Record<Language, number>> = { zh: 4, en: 7 };

function titleLines(finding: ReportFinding, gutter: number, { language, width, paint }: Sheet): readonly string[] {
  const place = padStart(spot(finding.at, language), gutter);
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
  { related }: ReportFinding,
  before: ReportFinding | undefined,
  { policies }: Group,
  sheet: Sheet,
): readonly string[] {
  const { language } = sheet;
  const quoted = new Set(before?.related.slice(0, MOST_RELATED).map((each) => pointer(each, language)));
  const lines = related.slice(0, MOST_RELATED).flatMap((each) => {
    const label = policies.has(each.path) ? labels.policy : labels.app;
    // "Policy: what the policy says" would say it twice.
    const place =
      each.kind === 'statement' ? pointer(each, language) : `${each.note[language]} ${pointer(each, language)}`;
    const words = printable(each.quote ?? each.excerpt ?? '');
    if (words === '') return labelled(label, place, sheet);
    if (quoted.has(pointer(each, language)))
      return labelled(label, place + { zh: '（同上）', en: ' (as above)' }[language], sheet);
    return labelled(label, language === 'zh' ? `${place} 「${words}」` : `${place} "${words}"`, sheet);
  });
  const more = related.length - MOST_RELATED;
  return more > 0
    ? [...lines, ...indented(language === 'zh' ? `另有 ${more} 处` : `${more} more places`, sheet)]
    : lines;
}

/** Basis, precedent and remedy; what an earlier finding has said is referred to. */
function reasonLines(
  finding: ReportFinding,
  before: ReportFinding | undefined,
  told: Told,
  sheet: Sheet,
): readonly string[] {
  const { language, paint } = sheet;
  const [precedent] = finding.cases;
  const basis = basisLine(finding.citations)[language];
  const suggestion = finding.suggestion?.[language];
  const again = before?.rule === finding.rule && basis === basisLine(before.citations)[language];
  const lines: string[] = [];
  if (again && basis !== '') {
    const both = { zh: '依据、先例同上一条', en: 'basis and case as above' };
    const what = precedent ? both : { zh: '依据同上一条', en: 'basis as above' };
    lines.push(...indented(what[language], sheet).map(paint.dim));
  } else {
    if (basis !== '') lines.push(...labelled(labels.basis, basisOnce(finding, basis, told, language), sheet));
    if (precedent) lines.push(...labelled(labels.precedent, precedentOnce(precedent, told, language), sheet));
  }
  if (suggestion !== undefined && !(again && suggestion === before.suggestion?.[language])) {
    lines.push(...labelled(labels.suggestion, printable(suggestion), sheet));
  }
  return lines;
}

/** The basis in short, or where it was told; articles of one law that were told with their older numbers are referred to. */
function basisOnce({ citations, at }: ReportFinding, basis: string, told: Told, language: Language): string {
  const earlier = told.bases.get(basis);
  if (earlier) return { zh: `同 ${pointer(earlier, language)}`, en: `as for ${pointer(earlier, language)}` }[language];
  told.bases.set(basis, at);
  const shown = mainOf(citations);
  const parts = basisParts(shown).map(({ law, full }) => {
    if (told.parts.has(full.zh)) return { zh: `${law.zh}同上`, en: `${law.en} as above` }[language];
    told.parts.add(full.zh);
    return full[language];
  });
  const more = shown.length < citations.length ? { zh: ' 等', en: ' and others' }[language] : '';
  return parts.join(' · ') + more;
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
