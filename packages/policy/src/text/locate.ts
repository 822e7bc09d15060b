import { partitionPoint } from '@mingshi/model';
import type { Block, Location, TextRun } from '@mingshi/model';

/** The place in the file of a stretch of a block's rendered text; an entity or escape is taken whole. */
export function locate(block: Block, start: number, end: number): Location {
  const { file } = block.at;
  if (block.runs.length === 0) return locateIn(block, start, end);
  const first = block.runs[runAt(block.runs, start)];
  if (!first) return block.at;
  const from = isPlain(first) ? first.sourceStart + (clamp(start, first) - first.start) : first.sourceStart;
  if (end <= start) return { file, start: from, end: from };
  const last = block.runs[runAt(block.runs, end - 1)] ?? first;
  const to = isPlain(last) ? last.sourceStart + (clamp(end, last) - last.start) : last.sourceEnd;
  return { file, start: from, end: Math.max(from, to) };
}

/** The same for a block that is its own source. */
function locateIn({ at, text }: Block, start: number, end: number): Location {
  const from = at.start + Math.min(start, text.length);
  return { file: at.file, start: from, end: Math.max(from, at.start + Math.min(end, text.length)) };
}

/** Rendered and source text are the same letter for letter. */
function isPlain(run: TextRun): boolean {
  return run.end - run.start === run.sourceEnd - run.sourceStart;
}

function clamp(offset: number, run: TextRun): number {
  return Math.min(Math.max(offset, run.start), run.end);
}

/** Index of the run that holds `offset`: the last one that does not start after it. */
export function runAt(runs: readonly TextRun[], offset: number): number {
  return Math.max(0, partitionPoint(runs, ({ start }) => start <= offset) - 1);
}
