import type { PdfLine } from './lines.ts';

/** Lines that stand one below the other without a gap: a paragraph, or what a table cell holds. */
interface PdfBlock {
  readonly lines: readonly PdfLine[];
  readonly left: number;
  readonly right: number;
}

/** Blocks side by side. */
export type PdfRow = readonly PdfBlock[];

/** Lines that are text, or rows that are a table. */
type Stretch = { readonly lines: readonly PdfLine[] } | { readonly table: readonly PdfRow[] };

/** Parts tables, which are blocks side by side in at least two rows, from text. */
export function stretchesOf(lines: readonly PdfLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  let text: PdfLine[] = [];
  let table: PdfRow[] = [];
  const endTable = (): void => {
    if (table.length === 0) return;
    const rows = table;
    table = [];
    if (rows.length === 1) {
      for (const { lines: own } of rows.flat()) text.push(...own);
      return;
    }
    endText();
    stretches.push({ table: rows });
  };
  const endText = (): void => {
    if (text.length > 0) stretches.push({ lines: text });
    text = [];
  };
  for (const row of rowsOf(blocksOf(lines))) {
    const last = table.at(-1);
    const only = row.length === 1 ? row[0] : undefined;
    if (!only || (last && isCellBelow(only, table))) {
      table.push(row);
    } else {
      endTable();
      text.push(...only.lines);
    }
  }
  endTable();
  endText();
  return stretches;
}

/** A row of one block, all other cells being empty: it stands in a column that is not the first. */
function isCellBelow({ left, right, lines }: PdfBlock, table: readonly PdfRow[]): boolean {
  const first = table[0]?.[0];
  const last = table.at(-1)?.[0]?.lines.at(-1);
  const [line] = lines;
  if (!first || !last || !line || line.page !== last.page || line.y - last.y > line.size * 6) return false;
  // The last rows are enough to tell the columns by.
  const columns = columnsOf(table.slice(-30));
  const index = columns.findIndex((column) => left < column.right && right > column.left);
  return index > 0 && left >= (columns[index - 1]?.right ?? 0) && right <= (columns[index + 1]?.left ?? Infinity);
}

/** The columns of a table from left to right: where its cells stand above each other. */
export function columnsOf(table: readonly PdfRow[]): { left: number; right: number }[] {
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of table.flat().toSorted((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else columns.push({ left, right });
  }
  return columns;
}

function blocksOf(lines: readonly PdfLine[]): PdfBlock[] {
  const blocks: { lines: PdfLine[]; left: number; right: number }[] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const last = block?.lines.at(-1);
    if (block && last && isBelow(last, line) && line.left < block.right && line.right > block.left) {
      block.lines.push(line);
      block.left = Math.min(block.left, line.left);
      block.right = Math.max(block.right, line.right);
    } else {
      blocks.push({ lines: [line], left: line.left, right: line.right });
    }
  }
  return blocks;
}

function isBelow(above: PdfLine, { page, y, size }: PdfLine): boolean {
  const gap = y - above.y;
  return page === above.page && gap > size * 0.5 && gap < Math.max(size, above.size) * 2.1;
}

/** Blocks that follow one another to the right, each beginning no lower than the one before ends. */
function rowsOf(blocks: readonly PdfBlock[]): PdfRow[] {
  const rows: PdfBlock[][] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    if (row && before && isBeside(before, block)) row.push(block);
    else rows.push([block]);
  }
  return rows;
}

function isBeside(before: PdfBlock, block: PdfBlock): boolean {
  const end = before.lines.at(-1);
  const [start] = block.lines;
  if (!end || !start || start.page !== end.page) return false;
  return block.left >= before.right - start.size * 0.5 && start.y < end.y + start.size * 0.5;
}
