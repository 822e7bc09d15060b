import { partitionPoint } from '@mingshi/model';
import type { TextRun } from '@mingshi/model';
import { runAt } from '../text/locate.ts';

/** A stretch of text, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Text as a reader sees it, with the way back to the source. */
export interface Rendered {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly strong: readonly Range[];
}

/** Text that is being written; a line break that a reader sees is `BREAK`, other white space is as in the source. */
export interface Writing {
  text: string;
  runs: TextRun[];
  /** Added to by `ownStrong`. */
  strong: readonly Range[];
}

/** A line break that a reader sees. */
export const BREAK = '\u2028';

/** Begins a text that is put together of pieces of a file. */
export function startWriting(): Writing {
  return { text: '', runs: [], strong: NONE };
}

/** Shared by all texts that have nothing set apart. */
const NONE: readonly Range[] = [];

/** Writes a stretch of the source letter for letter. */
export function copy(writing: Writing, source: string, start: number, end: number): void {
  put(writing, source.slice(start, end), start, end);
}

/** Writes text that stands for a stretch of the source: an entity, an escape, a break. */
export function put(writing: Writing, text: string, sourceStart: number, sourceEnd: number): void {
  if (text === '') return;
  const start = writing.text.length;
  const end = start + text.length;
  writing.text += text;
  const run = { start, end, sourceStart, sourceEnd };
  // A list that grows takes room for many: most texts have one run.
  if (start === 0) writing.runs = [run];
  else addRun(writing.runs, run);
}

/** Marks what was written since `from` as set apart. */
export function markStrong(writing: Writing, from: number): void {
  if (writing.text.length <= from) return;
  const strong = ownStrong(writing);
  let start = from;
  for (let last = strong.at(-1); last && last.end >= from; last = strong.at(-1)) {
    start = Math.min(start, last.start);
    strong.pop();
  }
  strong.push({ start, end: writing.text.length });
}

/** The list of what is set apart, for adding to it. */
export function ownStrong(writing: Writing): Range[] {
  if (writing.strong === NONE) writing.strong = [];
  return writing.strong as Range[];
}

/** Rendered and source text of the run are the same letter for letter. */
export function isLetterForLetter(run: TextRun): boolean {
  return run.end - run.start === run.sourceEnd - run.sourceStart;
}

/** Adds a run, joined to the one before when both go on letter for letter. */
function addRun(runs: TextRun[], run: TextRun): void {
  const last = runs.at(-1);
  if (last && last.sourceEnd === run.sourceStart && isLetterForLetter(last) && isLetterForLetter(run)) {
    runs[runs.length - 1] = { ...last, end: run.end, sourceEnd: run.sourceEnd };
  } else {
    runs.push(run);
  }
}

/** A stretch of a text to keep, with other words for it when `as` is given. */
export interface Piece extends Range {
  readonly as?: string;
}

/** The text made of the given pieces of another, in order. */
export function pick(from: Rendered, pieces: readonly Piece[]): Rendered {
  const result = startWriting();
  const moved: { piece: Piece; at: number; length: number }[] = [];
  let index = runAt(from.runs, pieces[0]?.start ?? 0);
  for (const piece of pieces) {
    if (piece.end <= piece.start) continue;
    const at = result.text.length;
    while (index < from.runs.length && (from.runs[index]?.end ?? Infinity) <= piece.start) index++;
    if (piece.as === undefined) {
      for (let i = index; i < from.runs.length; i++) {
        const run = from.runs[i] as TextRun;
        if (run.start >= piece.end) break;
        const cut = cutRun(run, piece);
        put(result, from.text.slice(cut.start, cut.end), cut.sourceStart, cut.sourceEnd);
      }
    } else {
      const source = sourceOf(from.runs, piece, index);
      if (source) put(result, piece.as, source.start, source.end);
    }
    moved.push({ piece, at, length: result.text.length - at });
  }
  result.strong = moveRanges(from.strong, moved);
  return result;
}

/** The part of a run within a range; a run that is not letter for letter keeps its whole source. */
function cutRun(run: TextRun, range: Range): TextRun {
  const start = Math.max(run.start, range.start);
  const end = Math.min(run.end, range.end);
  if (!isLetterForLetter(run)) return { ...run, start, end };
  return { start, end, sourceStart: run.sourceStart + start - run.start, sourceEnd: run.sourceEnd - (run.end - end) };
}

/** The source of a stretch of text, looked for from run `index` on. */
function sourceOf(runs: readonly TextRun[], range: Range, index: number): Range | undefined {
  let found: Range | undefined;
  for (let i = index; i < runs.length; i++) {
    const run = runs[i] as TextRun;
    if (run.start >= range.end) break;
    if (run.end <= range.start) continue;
    const cut = cutRun(run, range);
    found = { start: found?.start ?? cut.sourceStart, end: cut.sourceEnd };
  }
  return found;
}

function moveRanges(
  ranges: readonly Range[],
  moved: readonly { readonly piece: Piece; readonly at: number; readonly length: number }[],
): readonly Range[] {
  if (ranges.length === 0) return NONE;
  const result: Range[] = [];
  const until = moved.at(-1)?.piece.end ?? 0;
  let first = 0;
  for (let r = firstAfter(ranges, moved[0]?.piece.start ?? 0); r < ranges.length; r++) {
    const range = ranges[r] as Range;
    if (range.start >= until) break;
    while (first < moved.length && (moved[first]?.piece.end ?? 0) <= range.start) first++;
    let start = -1;
    let end = -1;
    for (let i = first; i < moved.length; i++) {
      const { piece, at, length } = moved[i] as (typeof moved)[number];
      if (piece.start >= range.end) break;
      const from = piece.as === undefined ? at + Math.max(0, range.start - piece.start) : at;
      const to = piece.as === undefined ? at + Math.min(length, range.end - piece.start) : at + length;
      if (start < 0) start = from;
      end = to;
    }
    const last = result.at(-1);
    if (start < 0 || end <= start) continue;
    if (last && start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else result.push({ start, end });
  }
  return result;
}

/** The same text with its way back led on through the text it was read from: HTML within a string resource. */
export function through(inner: Rendered, outer: Rendered): Rendered {
  const runs: TextRun[] = [];
  for (const run of inner.runs) {
    const source = { start: run.sourceStart, end: run.sourceEnd };
    const at = runAt(outer.runs, source.start);
    if (!isLetterForLetter(run)) {
      const whole = sourceOf(outer.runs, source, at) ?? pointAt(outer.runs, at);
      runs.push({ start: run.start, end: run.end, sourceStart: whole.start, sourceEnd: whole.end });
      continue;
    }
    for (let i = at; i < outer.runs.length; i++) {
      const under = outer.runs[i] as TextRun;
      if (under.start >= source.end) break;
      if (under.end <= source.start) continue;
      const cut = cutRun(under, source);
      const shift = run.start - source.start;
      addRun(runs, { ...cut, start: cut.start + shift, end: cut.end + shift });
    }
  }
  return { text: inner.text, runs, strong: inner.strong };
}

function pointAt(runs: readonly TextRun[], index: number): Range {
  const end = runs[index]?.sourceEnd ?? 0;
  return { start: end, end };
}

/** Index of the first of ordered ranges that ends after `offset`. */
function firstAfter(ranges: readonly Range[], offset: number): number {
  return partitionPoint(ranges, ({ end }) => end <= offset);
}
