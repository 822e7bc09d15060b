import { BREAK, pick } from './rendered.ts';
import type { Piece, Rendered } from './rendered.ts';
import { matchesOf } from '../text/matches.ts';

/** White space as browsers and readers take it, and signs without width. */
const SPACE = /[\s\p{Cc}\p{Cf}]+/gu;
/** White space that takes room; JavaScript counts the byte order mark as white space too. */
const WITH_WIDTH = /[^\S\ufeff]/;

/** The lines of a written text, each trimmed, with single spaces; empty lines are left out. */
export function linesOf(text: Rendered): Rendered[] {
  const lines: Rendered[] = [];
  let from = 0;
  for (;;) {
    const at = text.text.indexOf(BREAK, from);
    const line = tidy(text, from, at < 0 ? text.text.length : at);
    if (line) lines.push(line);
    if (at < 0) return lines;
    from = at + 1;
  }
}

/** The whole written text as one, its lines parted by `\n`: what stands in a table cell. */
export function asOne(text: Rendered): Rendered | undefined {
  if (!text.text.includes(BREAK)) return tidy(text, 0, text.text.length);
  const pieces: Piece[] = [];
  let from = 0;
  while (from <= text.text.length) {
    const at = text.text.indexOf(BREAK, from);
    const to = at < 0 ? text.text.length : at;
    const line = spaced(text.text, from, to);
    const last = pieces.at(-1);
    if (last && line.length > 0) pieces.push({ start: from - 1, end: from, as: '\n' });
    pieces.push(...line);
    from = to + 1;
  }
  return pieces.length > 0 ? pick(text, pieces) : undefined;
}

function tidy(text: Rendered, start: number, end: number): Rendered | undefined {
  const pieces = spaced(text.text, start, end);
  if (pieces.length === 0) return undefined;
  const only = pieces[0];
  if (pieces.length === 1 && only?.start === 0 && only.end === text.text.length) return text;
  return pick(text, pieces);
}

/** What is left of a stretch when white space is trimmed and each run of it is one space, or none within Chinese. */
function spaced(text: string, start: number, end: number): Piece[] {
  if (isPlain(text, start, end)) return end > start ? [{ start, end }] : [];
  const pieces: Piece[] = [];
  let from = start;
  const line = text.slice(start, end);
  for (const match of matchesOf(SPACE, line)) {
    const at = start + match.index;
    const to = at + match[0].length;
    if (match[0] === ' ' && at > start && to < end) continue;
    if (at > from) pieces.push({ start: from, end: at });
    from = to;
    if (pieces.length === 0 || to >= end || !WITH_WIDTH.test(match[0])) continue;
    if (match[0].includes('\n') && isWide(text.charCodeAt(at - 1)) && isWide(text.charCodeAt(to))) continue;
    pieces.push({ start: at, end: to, as: ' ' });
  }
  if (end > from) pieces.push({ start: from, end });
  if (pieces.at(-1)?.as === ' ') pieces.pop();
  return pieces;
}

/** Letters, digits and the commonest marks alone, perhaps with single spaces in between: there is nothing to tidy. */
function isPlain(text: string, start: number, end: number): boolean {
  let space = start - 1;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x20 && space < i - 1 && i < end - 1) {
      space = i;
      continue;
    }
    const isCommon =
      (unit > 0x20 && unit < 0x7f) || (unit > 0x3000 && unit <= 0x9fff) || (unit > 0xff00 && unit <= 0xff5e) ||
      (unit >= 0x2018 && unit <= 0x2026);
    if (!isCommon) return false;
  }
  return true;
}

/** Chinese characters and the marks that go with them: nothing stands between them when a line is broken. */
export function isWide(unit: number): boolean {
  return (
    (unit >= 0x2e80 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2018 && unit <= 0x201d) ||
    unit === 0x2026
  );
}
