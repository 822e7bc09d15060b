import { startWriting, put } from './rendered.ts';
import type { Writing } from './rendered.ts';
import { asOne, isWide } from './tidy.ts';
import { copyLine } from './inline.ts';
import { firstWidth, goesOn, isBrokenAt, isCutWord, splitLines, widthOf, wrapColumn } from './lines.ts';
import type { Line } from './lines.ts';
import { markerOf } from './marker.ts';
import { draftOf } from './draft.ts';
import type { Draft, Drafts } from './draft.ts';
import { tableAt } from './text-tables.ts';

/** Reads plain text: paragraphs by lines, broken lines joined, underlined headings, tables by `|` or tabs. */
export function readText(source: string): Drafts {
  return { drafts: draftsOfLines(source, splitLines(source)) };
}

/** The drafts of some lines of a source. */
export function draftsOfLines(source: string, lines: readonly Line[]): Draft[] {
  const drafts: Draft[] = [];
  const column = wrapColumn(lines);
  const underlines: string[] = [];
  let tables = 0;
  for (let i = 0; i < lines.length;) {
    const line = lines[i] as Line;
    if (!SAYING.test(line.text)) {
      i++;
      continue;
    }
    if (line.text.startsWith('.. ')) {
      i = skipDirective(lines, i);
      continue;
    }
    const table = tableAt(source, lines, i, tables);
    if (table) {
      // One by one: a table may have more cells than a call takes arguments.
      for (const draft of table.drafts) drafts.push(draft);
      i = table.end;
      tables++;
      continue;
    }
    const level = headingLevel(lines, i, underlines);
    if (level > 0) {
      add(drafts, source, [line], level);
      i += isRule(lines[i + 1]?.text ?? '') ? 2 : 1;
      continue;
    }
    let end = i + 1;
    while (end < lines.length && isJoined(lines[end - 1] as Line, lines[end] as Line, column)) end++;
    add(drafts, source, lines.slice(i, end), 0);
    i = end;
  }
  return drafts;
}

function isJoined(before: Line, after: Line, column: number): boolean {
  if (after.text === '' || isRule(after.text)) return false;
  const shown = goesOn(before.text, after.text);
  if (shown !== undefined && (shown || column === 0)) return shown;
  if (column === 0 || markerOf(after.text)) return false;
  return isBrokenAt(column, before.indent + widthOf(before.text), firstWidth(after.text));
}

function add(drafts: Draft[], source: string, lines: readonly Line[], level: number): void {
  const writing = startWriting();
  const hashes = /^#{1,6}\s+/.exec(lines[0]?.text ?? '')?.[0].length ?? 0;
  lines.forEach((line, index) => {
    const start = line.start + (index === 0 ? hashes : 0);
    const before = lines[index - 1];
    if (before && !isCutWord(before.text, line.text) && !(endsWide(writing) && isWide(source.charCodeAt(start)))) put(writing, ' ', before.end, line.start);
    copyLine(writing, source, start, line.end);
  });
  const text = asOne(writing);
  if (!text) return;
  const at = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  const marker = markerOf(text.text);
  drafts.push(draftOf(level > 0 ? 'heading' : 'paragraph', text, level, at, marker));
}

function endsWide(writing: Writing): boolean {
  return isWide(writing.text.charCodeAt(writing.text.length - 1));
}

const SAYING = /[\p{L}\p{N}]/u;

/** A line of nothing but signs: `-----`, `* * *`, `========`. */
function isRule(text: string): boolean {
  return text.length >= 3 && /^([-=_*~#^"'`+.—─━–])(?:\s?\1)+$/.test(text.length > 300 ? text.slice(0, 300) : text);
}

/** Level of a heading shown by `#` or a line of signs below it, in the order in which the signs turn up. */
function headingLevel(lines: readonly Line[], index: number, underlines: string[]): number {
  const { text, start, end } = lines[index] as Line;
  const hashes = /^(#{1,6})\s+\S/.exec(text)?.[1]?.length;
  if (hashes) return hashes;
  const below = lines[index + 1]?.text ?? '';
  if (!isRule(below) || /\s/.test(below) || end - start > 120) return 0;
  const above = lines[index - 1]?.text ?? '';
  if (above !== '' && above !== below) return 0;
  if (above === '' && below.length < widthOf(text) * 0.6) return 0;
  const sign = (above === below ? 'over' : '') + below.charAt(0);
  if (!underlines.includes(sign)) underlines.push(sign);
  return underlines.indexOf(sign) + 1;
}

/** A reStructuredText directive or comment, with the indented lines below it. */
function skipDirective(lines: readonly Line[], index: number): number {
  const { indent } = lines[index] as Line;
  let i = index + 1;
  while (i < lines.length && lines[i]?.text !== '' && (lines[i]?.indent ?? 0) > indent) i++;
  return i;
}
