import type { Token } from './words.ts';

/** A stretch between commas, colons or brackets. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The mark before it, '' at the start of the line. */
  readonly mark: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  /** Its words: those of the line from `first` up to but not `last`. */
  readonly first: number;
  readonly last: number;
}

const MARK = /[，,；;：:。！？!?（(【[）)】\]]/g;

/** Cuts a line into clauses; marks within a word do not cut. */
export function clausesOf(text: string, tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let depth = 0;
  let start = 0;
  let mark = '';
  let next = 0;
  const close = (end: number): void => {
    const first = next;
    while (next < tokens.length && (tokens[next] as Token).start < end) next++;
    if (end > start) clauses.push({ start, end, mark, depth, first, last: next });
  };
  let inside = 0;
  MARK.lastIndex = 0;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    const at = match.index;
    while (inside < tokens.length && (tokens[inside] as Token).end <= at) inside++;
    if ((tokens[inside]?.start ?? at) < at) continue;
    close(at);
    start = at + 1;
    mark = match[0];
    if ('（(【['.includes(mark)) depth++;
    else if ('）)】]'.includes(mark)) depth = Math.max(0, depth - 1);
  }
  close(text.length);
  return clauses;
}
