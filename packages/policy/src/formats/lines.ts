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
  const open: [number, number][] = [];
  const widths: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    if (line.text === '' || line.text.length > 400) {
      if (line.text !== '') return 0;
      continue;
    }
    const width = line.indent + widthOf(line.text);
    widths.push(width);
    if (next.text === '' || END.test(line.text) || markerOf(next.text)) continue;
    open.push([width, firstWidth(next.text)]);
  }
  if (open.length < 4) return 0;
  const sorted = widths.toSorted((a, b) => a - b);
  const column = sorted[Math.floor(sorted.length * 0.97)] ?? 0;
  if (column < 30 || column > 140) return 0;
  const broken = open.filter(([width, first]) => isBrokenAt(column, width, first)).length;
  return broken >= open.length * 0.5 ? column : 0;
}

/** Whether a line of that width was broken because the next word did not fit. */
export function isBrokenAt(column: number, width: number, first: number): boolean {
  return column > 0 && width + 1 + first > column - 4;
}

/** Columns of the first word, which is one character in Chinese. */
export function firstWidth(text: string): number {
  if (isWide(text.charCodeAt(0))) return 2;
  const end = text.slice(0, 40).search(/[\s\u2e80-\u9fff\uff00-\uffef]/);
  return end < 0 ? Math.min(text.length, 40) : end;
}
