import { BREAK, put, startWriting } from './rendered.ts';
import type { Range } from './rendered.ts';
import { asOne } from './tidy.ts';
import { copyLine } from './inline.ts';
import type { Draft } from './draft.ts';
import type { Line } from './lines.ts';
import { cellDrafts } from './tables.ts';
import type { Cell } from './tables.ts';

interface TextTable {
  readonly drafts: readonly Draft[];
  /** Index of the first line behind it. */
  readonly end: number;
}

type Row = readonly Range[][];

/** The table that begins at a line: columns by `|`, by tabs, or cells on lines of their own with `|` between them. */
export function tableAt(source: string, lines: readonly Line[], index: number, number: number): TextTable | undefined {
  const found = byPipes(lines, index) ?? byTabs(lines, index) ?? byLonePipes(source, lines, index);
  if (!found) return undefined;
  const rows = found.rows.map((row) => row.map((cell) => cellOf(source, cell)));
  return { drafts: cellDrafts(rows, found.header ? 1 : 0, number), end: found.end };
}

interface Found {
  readonly rows: readonly Row[];
  readonly header: boolean;
  readonly end: number;
}

const SEPARATOR = /^[\s|:+-]*-[\s|:+-]*$/;

function isSeparator(text: string): boolean {
  return text.includes('|') && text.length < 400 && SEPARATOR.test(text);
}

/** `a | b | c`, at least two lines of it. */
function byPipes(lines: readonly Line[], index: number): Found | undefined {
  if (!hasPipe(lines[index]) || !hasPipe(lines[index + 1])) return undefined;
  const rows: Row[] = [];
  let header = false;
  let i = index;
  for (; hasPipe(lines[i]) || isBroken(lines, i, rows.length); i++) {
    const line = lines[i] as Line;
    if (!line.text.includes('|')) rows.at(-1)?.at(-1)?.push({ start: line.start, end: line.end });
    else if (!isSeparator(line.text)) rows.push(splitAt(line, '|'));
    else if (rows.length === 1) header = true;
  }
  return rows.length > 1 || header ? { rows, header, end: i } : undefined;
}

function hasPipe(line: Line | undefined): boolean {
  return line !== undefined && line.text.length > 1 && line.text.includes('|') && !/^\|\|+$/.test(line.text);
}

/** Columns parted by tabs, the same number of them in at least two lines. */
function byTabs(lines: readonly Line[], index: number): Found | undefined {
  const columns = tabsOf(lines[index]);
  if (columns === 0 || tabsOf(lines[index + 1]) !== columns) return undefined;
  const rows: Row[] = [];
  let i = index;
  for (; tabsOf(lines[i]) === columns; i++) rows.push(splitAt(lines[i] as Line, '\t'));
  return { rows, header: false, end: i };
}

function tabsOf(line: Line | undefined): number {
  return line?.text.includes('\t') ? line.text.split('\t').length - 1 : 0;
}

/** A line without pipes behind an open `|` and before a further row: the rest of a cell. */
function isBroken(lines: readonly Line[], index: number, rows: number): boolean {
  const text = lines[index]?.text ?? '';
  if (rows < 2 || text.trim() === '' || text.includes('|')) return false;
  return /\|\s*$/.test(lines[index - 1]?.text ?? '') && hasPipe(lines[index + 1]);
}

function splitAt(line: Line, sign: string): Row {
  const cells: Range[][] = [];
  let from = line.text.startsWith(sign) && sign === '|' ? 1 : 0;
  while (from <= line.text.length) {
    const at = line.text.indexOf(sign, from);
    if (at < 0 && sign === '|' && from === line.text.length && cells.length > 0) break;
    const to = at < 0 ? line.text.length : at;
    cells.push([{ start: line.start + from, end: line.start + to }]);
    if (at < 0) break;
    from = at + 1;
  }
  return cells;
}

/** Lines between two rows stand in the column whose cells are not merged: the one that names data or permissions. */
function addToMerged(source: string, rows: readonly Range[][][], lines: readonly Range[]): void {
  const names = (rows[0] ?? []).map((cell) => cell.map(({ start, end }) => source.slice(start, end)).join(''));
  const column = names.findIndex(
    (name, index) => index > 0 && /信息|权限|数据|字段|data|permission|information/i.test(name),
  );
  const row = rows.at(-1);
  if (row && rows.length > 1) (row[column] ?? row.at(-1))?.push(...lines);
}

/** What web pages become when each cell is a line and a line with nothing but `|` stands between two cells. */
function byLonePipes(source: string, lines: readonly Line[], index: number): Found | undefined {
  if (lines[index]?.text === '|' || lines[index + 1]?.text !== '|') return undefined;
  const columns = columnsOf(lines, index);
  const rows: Range[][][] = [];
  let row: Range[][] = [];
  let cell: Range[] = [];
  let header = false;
  let i = index;
  for (; i < lines.length; i++) {
    const { text, start, end } = lines[i] as Line;
    const last = row.length === columns - 1;
    if (text === '|') {
      if (row.length === 0 && rows.length > 0) addToMerged(source, rows, cell.splice(0, cell.length - 1));
      if (last) {
        // The line right before is the first cell of the next row.
        const first = cell.splice(-1);
        rows.push([...row, cell]);
        row = [first];
      } else {
        row.push(cell);
      }
      cell = [];
      continue;
    }
    if (isSeparator(text)) header ||= rows.length === 0;
    else if (text !== '') cell.push({ start, end });
    if (last && (text === '' || isSeparator(text)) && cell.length > 0) {
      rows.push([...row, cell]);
      row = [];
      cell = [];
      i = skipBlank(lines, i);
      if (!isRowAhead(lines, i + 1)) break;
    } else if (!last && text === '' && cell.length > 0 && !isRowAhead(lines, i)) break;
  }
  if (cell.length > 0) row.push(cell);
  if (row.length > 0) rows.push(row);
  return { rows, header, end: Math.min(i + 1, lines.length) };
}

function skipBlank(lines: readonly Line[], index: number): number {
  let i = index;
  while (i + 1 < lines.length && (lines[i + 1]?.text === '' || isSeparator(lines[i + 1]?.text ?? ''))) i++;
  return i;
}

/** Number of cells in the first row: up to a separator or an empty line. */
function columnsOf(lines: readonly Line[], index: number): number {
  let pipes = 0;
  for (let i = index; i < lines.length && i < index + 200; i++) {
    const text = lines[i]?.text ?? '';
    if (isSeparator(text)) return Math.max(2, text.split('|').length);
    if (text === '|') pipes++;
    else if (text === '' && pipes > 0 && !besidePipe(lines, i) && !nearSeparator(lines, i)) break;
  }
  return pipes + 1;
}

function besidePipe(lines: readonly Line[], index: number): boolean {
  return lines[index + 1]?.text === '|' || lines[index - 1]?.text === '|';
}

function nearSeparator(lines: readonly Line[], index: number): boolean {
  return lines.slice(index, index + 4).some((line) => isSeparator(line.text));
}

/** A lone `|` stands within the next few lines. */
function isRowAhead(lines: readonly Line[], index: number): boolean {
  return lines.slice(index, index + 10).some((line) => line.text === '|');
}

function cellOf(source: string, lines: readonly Range[]): Cell | undefined {
  const writing = startWriting();
  lines.forEach((line, index) => {
    if (index > 0) put(writing, BREAK, lines[index - 1]?.end ?? 0, line.start);
    copyLine(writing, source, line.start, line.end);
  });
  const text = asOne(writing);
  return text && { text };
}
