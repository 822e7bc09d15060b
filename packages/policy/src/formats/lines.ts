import { isWide } from './tidy.ts';
import { markerOf } from './marker.ts';

/** A line of a text file, without the white space around it; offsets are into the source. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns of white space in front. */
  readonly indent: number;
}

/** The lines of a stretch of source; empty ones have an empty text. */
export function splitLines(source: string, start = 0, end = source.length): Line[] {
  const lines: Line[] = [];
  let from = start;
  while (from <= end) {
    let to = from;
    while (to < end && !isLineEnd(source.charCodeAt(to))) to++;
    lines.push(lineOf(source, from, to));
    from = to + (source.charCodeAt(to) === 13 && source.charCodeAt(to + 1) === 10 ? 2 : 1);
  }
  return lines;
}

function isLineEnd(unit: number): boolean {
  return (unit >= 10 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}

function lineOf(source: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  let indent = 0;
  for (; start < end && isBlank(source.charCodeAt(start)); start++) {
    const unit = source.charCodeAt(start);
    indent += unit === 9 ? 4 : unit === 0x3000 ? 2 : unit === 0xfeff || unit === 0 ? 0 : 1;
  }
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  return { start, end, text: source.slice(start, end), indent };
}

function isBlank(unit: number): boolean {
  if (unit <= 32) return unit === 32 || unit === 9 || unit === 0;
  return unit === 0xa0 || unit === 0x3000 || unit === 0xfeff || unit === 0x200b;
}

const END = /[。．！？：；!?:;…]["'”’」』）)\]】》*_]*$|\.["'”’)\]*_]*$/;
const OPEN_END = /[，、,（(《“「『【]$/;
/** (e.g. and i.e. never end a sentence, etc. does not before a small letter. */
const OPEN_ABBREVIATION = /(?:^|[\s(,;])(?:e\.g|i\.e)\.,?$/i;
const ET_CETERA = /[\s(,;]etc\.,?$/i;
const OPEN_START = /^[，、。；：！？）)》”」』】,.;]/;
const KEY = /^[^：:，。,.]{1,16}[：:]/;

/** Whether a line ends within a word that has a hyphen: Wi-, and Fi below it. */
export function isCutWord(line: string, next: string): boolean {
  return /[A-Za-z]-$/.test(line.slice(-2)) && /^[A-Za-z]/.test(next);
}

/** Whether a line goes on in the next one, as far as the words show it; undefined when they do not. */
export function goesOn(line: string, next: string): boolean | undefined {
  if (line === '' || next === '') return false;
  const before = line.length > 400 ? line.slice(-400) : line;
  const after = next.slice(0, 100);
  if (OPEN_START.test(after) && !/^[.]{2,}/.test(after)) return true;
  const mark = markerOf(after);
  if (mark) return false;
  if (OPEN_END.test(before) || OPEN_ABBREVIATION.test(before)) return true;
  if (isCutWord(before, after)) return true;
  if (ET_CETERA.test(before) && /^[a-z]/.test(after)) return true;
  if (END.test(before)) return false;
  if (/^[a-z]/.test(after) && /[A-Za-z0-9)"'’]$/.test(before)) return true;
  if ((KEY.test(after) && (KEY.test(before) || before.length < 30)) || after.startsWith('#')) return false;
  const tail = before.slice(-80);
  // A short line without a comma, then a long one: a label and its text.
  if (isWide(before.charCodeAt(0)) && before.length <= 20 && after.length > 20 && !/[，。；]/.test(before))
    return false;
  if (
    isWide(before.charCodeAt(before.length - 1)) &&
    before.length >= 30 &&
    /[，。；、]/.test(tail) &&
    after.length >= 8
  ) {
    return true;
  }
  return undefined;
}

/** Columns a line takes: Chinese characters take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += isWide(text.charCodeAt(i)) ? 2 : 1;
  return width;
}

/** The column at which the file's lines are broken, 0 when each line is a paragraph. */
export function wrapColumn(lines: readonly Line[]): number {
  // How many lines are so wide, and how many open ones with the first word of the next: a long text has 100,000 lines.
  const widths = new Map<number, number>();
  const reaches = new Map<number, number>();
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    if (line.text.length > 400) return 0;
    if (line.text === '') continue;
    const width = line.indent + widthOf(line.text);
    addOne(widths, width);
    if (next.text !== '' && !END.test(line.text) && !markerOf(next.text)) addOne(reaches, width + firstWidth(next.text));
  }
  const open = countFrom(reaches, 0);
  if (open < 4) return 0;
  const column = quantile(widths, 0.97);
  if (column < 30 || column > 140) return 0;
  return countFrom(reaches, firstBroken(column)) >= open * 0.5 ? column : 0;
}

function addOne(counts: Map<number, number>, value: number): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

/** How many values are so great or greater. */
function countFrom(counts: ReadonlyMap<number, number>, least: number): number {
  let sum = 0;
  for (const [value, count] of counts) if (value >= least) sum += count;
  return sum;
}

/** The value below which that share of all lies. */
function quantile(counts: ReadonlyMap<number, number>, share: number): number {
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  let left = Math.floor(countFrom(counts, 0) * share);
  return sorted.find(([, count]) => (left -= count) < 0)?.[0] ?? 0;
}

/** Whether a line of that width was broken because the next word did not fit. */
export function isBrokenAt(column: number, width: number, first: number): boolean {
  return column > 0 && width + first >= firstBroken(column);
}

/** How far a line that was broken would have reached with the next word, at least: a few columns may be left over. */
function firstBroken(column: number): number {
  return column - 4;
}

/** Columns of the first word, which is one character in Chinese. */
export function firstWidth(text: string): number {
  if (isWide(text.charCodeAt(0))) return 2;
  const end = text.slice(0, 40).search(/[\s\u2e80-\u9fff\uff00-\uffef]/);
  return end < 0 ? Math.min(text.length, 40) : end;
}
