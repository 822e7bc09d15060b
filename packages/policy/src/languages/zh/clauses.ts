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

const MARKS = new Set([...'，,；;：:。！？!?（(【[）)】]—｜|'].map((mark) => mark.charCodeAt(0)));

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
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // No Chinese character is a mark.
    if ((unit >= 0x3400 && unit <= 0x9fff) || !MARKS.has(unit)) continue;
    while (inside < tokens.length && (tokens[inside] as Token).end <= at) inside++;
    if ((tokens[inside]?.start ?? at) < at) continue;
    close(at);
    start = at + 1;
    mark = text.charAt(at);
    if ('（(【['.includes(mark)) depth++;
    else if ('）)】]'.includes(mark)) depth = Math.max(0, depth - 1);
  }
  close(text.length);
  return clauses;
}

/** 支付机构：共享订单号: the label of an item names who is given what stands behind it. */
export function isGivenLabel(text: string, { start, end, depth }: Clause): boolean {
  return depth === 0 && end - start <= LABEL && GIVES.test(text.slice(end, end + 60));
}

const LABEL = 24;
const GIVES = /^[:：]\s*(?:我们)?(?:会|将|可能)?(?:共享|分享|传输|披露|提供|发送)(?![^。；]{0,40}(?:[给向至]|为)(?:我们|本))/;
