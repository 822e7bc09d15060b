import type { PdfLine } from './lines.ts';
import { columnsOf } from './rows.ts';
import type { PdfRow } from './rows.ts';

/** The lines of each cell, row by row; undefined where a cell is empty. */
export type Cells = (readonly PdfLine[] | undefined)[][];

/** Lays the rows of a table out in its columns. Rows that a page repeats at its top are left out. */
export function cellsOf(table: readonly PdfRow[]): Cells {
  const columns = columnsOf(table);
  const most = table.reduce((width, row) => Math.max(width, row.length), 0);
  const laid: PdfLine[][][] = table.map((row) => {
    const cells: PdfLine[][] = Array.from({ length: Math.max(columns.length, most) }, () => []);
    row.forEach(({ lines, left }, place) => {
      // Where cells overlap in every way there are no columns to tell: they count from the left.
      const column =
        columns.length < most ? place : columns.findIndex((each) => left < each.right && left >= each.left);
      cells[column]?.push(...lines);
    });
    return cells;
  });
  const [first] = laid;
  const rows: PdfLine[][][] = [];
  const closest = leastGap(laid);
  for (const cells of laid) {
    const last = rows.at(-1);
    if (last && first && pageOf(cells) !== pageOf(last) && wordsOf(cells) === wordsOf(first)) continue;
    if (last && goesOnBelow(last, cells, closest, rows.length === 1)) {
      cells.forEach((lines, column) => last[column]?.push(...lines));
      continue;
    }
    // A name that stands beside several rows is that of each.
    if (last && rows.length > 1 && isEmpty(cells[0]) && wordsOf([last[0] ?? []]).length <= 40)
      cells[0] = [...(last[0] ?? [])];
    rows.push(cells);
  }
  return rows.map((cells) => cells.map((lines) => (isEmpty(lines) ? undefined : lines)));
}

/** Whether a row is what was left over of the one above: each line of the cells was drawn across the whole table. */
function goesOnBelow(above: readonly PdfLine[][], cells: readonly PdfLine[][], closest: Gap, header: boolean): boolean {
  const gap = gapBetween(above, cells);
  if (gap === undefined || cells.some((lines) => lines.length > 1)) return false;
  if (cells.some((lines, column) => !isEmpty(lines) && isEmpty(above[column]))) return false;
  if (closest.most > closest.least * 1.3) return gap < closest.least * 1.12;
  return !header && isEmpty(cells[0]) && gap < 1.6;
}

interface Gap {
  readonly least: number;
  readonly most: number;
}

function leastGap(rows: readonly PdfLine[][][]): Gap {
  let least = Infinity;
  let most = 0;
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const gap = before && gapBetween(before, row);
    if (gap === undefined) return;
    least = Math.min(least, gap);
    most = Math.max(most, gap);
  });
  return { least, most };
}

/** From the last line of a row to the first of the next, in sizes; undefined across pages. */
function gapBetween(above: readonly PdfLine[][], below: readonly PdfLine[][]): number | undefined {
  if (pageOf(above) !== pageOf(below)) return undefined;
  const bottom = above.flat().reduce((most, { y }) => Math.max(most, y), 0);
  const top = below.flat().reduce((least, { y }) => Math.min(least, y), Infinity);
  const size = below.flat()[0]?.size ?? 12;
  return top > bottom ? (top - bottom) / size : undefined;
}

const isEmpty = (lines: readonly PdfLine[] | undefined): boolean => (lines ?? []).length === 0;

const pageOf = (cells: readonly (readonly PdfLine[])[]): number => cells.find((lines) => lines[0])?.[0]?.page ?? -1;

const wordsOf = (cells: readonly (readonly PdfLine[])[]): string =>
  cells
    .flat()
    .map(({ text }) => text)
    .join('');
