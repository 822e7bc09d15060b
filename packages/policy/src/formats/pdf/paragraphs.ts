import { goesOn } from '../lines.ts';
import { markerOf } from '../marker.ts';
import type { Range } from '../rendered.ts';
import { isWide } from '../tidy.ts';
import type { PdfLine } from './lines.ts';

/** Lines that are read as one. */
interface Paragraph {
  readonly lines: readonly PdfLine[];
  readonly size: number;
}

/** What the lines of a document have in common. */
interface Measure {
  /** Size of the letters of its text. */
  readonly body: number;
  /** Where full lines of that size end. */
  readonly right: number;
  /** From one line of a paragraph to the next, in sizes. */
  readonly leading: number;
  /** Paragraphs are set apart by more than that. */
  readonly spaced: boolean;
}

/** Measures the text of a document. */
export function measure(lines: readonly PdfLine[]): Measure {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) count(sizes, step(size), text.length);
  const body = most(sizes) ?? 12;
  const set = lines.filter(({ size }) => step(size) === body);
  const ends = set.map(({ right }) => right).toSorted((a, b) => a - b);
  const right = ends[Math.floor(ends.length * 0.98)] ?? 0;
  const gaps = new Map<number, number>();
  let wider = 0;
  const steps: number[] = [];
  set.forEach((line, index) => {
    const next = set[index + 1];
    if (!next || next.page !== line.page || next.y <= line.y) return;
    const gap = (next.y - line.y) / body;
    if (gap > 4) return;
    steps.push(gap);
    // Lines that end at the margin go on in the next one, more often than not.
    if (line.right > right - body * 2) count(gaps, Math.round(gap * 10) / 10, 1);
  });
  const leading = most(gaps) ?? steps.toSorted((a, b) => a - b)[0] ?? 1.5;
  for (const gap of steps) if (gap > leading * 1.2) wider++;
  return { body, right, leading, spaced: wider > steps.length * 0.1 };
}

const step = (size: number): number => Math.round(size * 2) / 2;

function count(counts: Map<number, number>, key: number, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function most(counts: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  for (const [key, number] of counts) if (best === undefined || number > (counts.get(best) ?? 0)) best = key;
  return best;
}

/** Joins lines to paragraphs: those that were broken because the next word did not fit. */
export function paragraphsOf(lines: readonly PdfLine[], text: Measure): Paragraph[] {
  const paragraphs: { lines: PdfLine[]; size: number }[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && isJoined(open.lines, line, text)) open.lines.push(line);
    else paragraphs.push({ lines: [line], size: line.size });
  }
  return paragraphs;
}

function isJoined(open: readonly PdfLine[], line: PdfLine, text: Measure): boolean {
  const last = open.at(-1) as PdfLine;
  const turned = line.page !== last.page;
  if (Math.abs(line.size - last.size) > last.size * 0.12) return false;
  if (turned ? line.page > last.page + 1 : line.y - last.y > line.size * text.leading * 1.25) return false;
  if (!turned && line.y <= last.y) return false;
  if (markerOf(line.text)) return false;
  const goes = goesOn(last.text, line.text);
  if (!isFull(last, line, text)) return goes === true;
  if (isIndented(open, line)) return false;
  const ended = /[。！？：；!?:;.]["'”’」』）)\]]*$/.test(last.text);
  return !ended || (!turned && text.spaced);
}

/** Whether the first word of the next line would not have fitted; Chinese marks may pull a character along. */
function isFull(line: PdfLine, next: PdfLine, { right }: Measure): boolean {
  const word = isWide(next.text.charCodeAt(0)) ? 2.1 : (/^\S{1,40}/.exec(next.text)?.[0].length ?? 1) * 0.55 + 0.3;
  return line.right + word * line.size > right;
}

/** A first line that is set in, after lines that are not; text beside a number hangs, which is no new paragraph. */
function isIndented(open: readonly PdfLine[], { left, size }: PdfLine): boolean {
  const first = open[0] as PdfLine;
  const last = open.at(-1) as PdfLine;
  if (left < last.left + size) return false;
  return open.length > 1 || !markerOf(first.text);
}

/** The lines of a paragraph as one text, where each begins in it, and what of it is bold. */
interface Joined {
  readonly text: string;
  readonly starts: readonly number[];
  readonly strong: readonly Range[];
}

/** Joins lines: Chinese without a space, English with one, broken words whole. */
export function joined(lines: readonly PdfLine[], known: ReadonlySet<string>): Joined {
  let text = '';
  const starts: number[] = [];
  for (const line of lines) {
    const whole = wordAcross(text, line.text, known);
    if (whole === undefined) {
      const wide = isWide(text.charCodeAt(text.length - 1)) && isWide(line.text.charCodeAt(0));
      if (text !== '' && !wide) text += ' ';
    } else {
      text = whole;
    }
    starts.push(text.length);
    text += line.text;
  }
  const strong = lines.flatMap(({ strong: own }, index) => {
    const from = starts[index] ?? 0;
    const until = starts[index + 1] ?? text.length;
    return own.map(({ start, end }) => ({ start: from + start, end: Math.min(from + end, until) }));
  });
  return { text, starts, strong: strong.reduce(added, []) };
}

/** Ranges with one more, which is joined to the last when nothing but a blank is between. */
function added(ranges: Range[], range: Range): Range[] {
  const last = ranges.at(-1);
  if (last && range.start <= last.end + 1) ranges[ranges.length - 1] = { start: last.start, end: range.end };
  else if (range.end > range.start) ranges.push(range);
  return ranges;
}

const BROKEN = /(\p{L}{1,40})[-\u00ad\u2010]$/u;
const COMPOUND =
  /^(?:third|non|opt|self|in|pre|cross|real|end|e|sub|re|co|log|sign|built|up|well|on|off|long|short|high|low)$/i;

/** The text in front of a broken word, without the hyphen unless that is its own; undefined where no word was broken. */
function wordAcross(text: string, next: string, known: ReadonlySet<string>): string | undefined {
  const head = BROKEN.exec(text.slice(-60))?.[1];
  const tail = /^\p{L}{1,40}/u.exec(next)?.[0];
  if (head === undefined || tail === undefined) return undefined;
  const bare = text.slice(0, -1);
  if (text.endsWith('\u00ad')) return bare;
  const word = (head + tail).toLowerCase();
  if (known.has(word)) return bare;
  if (known.has(`${head}-${tail}`.toLowerCase()) || COMPOUND.test(head) || !/^\p{Ll}/u.test(tail)) return text;
  return bare;
}
