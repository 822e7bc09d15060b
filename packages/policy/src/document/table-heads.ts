import type { Columns } from './columns.ts';
import type { Draft } from '../formats/draft.ts';
import { uprightOf } from './upright.ts';

/** Drafts whose tables are as a reader takes them: with a head, by the words where the format shows none, and upright. */
export function withHeads(drafts: readonly Draft[], columns: Columns): readonly Draft[] {
  let read: Draft[] | undefined;
  for (let from = 0; from < drafts.length; ) {
    const end = endOfTable(drafts, from);
    if (end > from) {
      const seen = drafts.slice(from, end);
      const cells = uprightOf(seen, columns) ?? withHead(seen, columns);
      if (cells !== seen) {
        read ??= [...drafts];
        for (const [i, cell] of cells.entries()) read[from + i] = cell;
      }
    }
    from = Math.max(end, from + 1);
  }
  return read ?? drafts;
}

/** The draft behind the table that begins here; the same one where none does. */
function endOfTable(drafts: readonly Draft[], from: number): number {
  const table = drafts[from]?.table;
  if (!table) return from;
  let end = from + 1;
  while (drafts[end]?.table?.index === table.index) end++;
  return end;
}

/** A table with its first row marked where that names the columns. */
function withHead(cells: readonly Draft[], { nameColumns }: Columns): readonly Draft[] {
  if (cells.some(({ table }) => table?.header)) return cells;
  const first = cells[0]?.table?.row;
  const below = cells.findIndex(({ table }) => table?.row !== first);
  const end = below < 0 ? cells.length : below;
  if (end < 2 || !nameColumns(cells.slice(0, end).map(({ text }) => text.text))) return cells;
  return cells.map((cell, i) => (i < end && cell.table ? { ...cell, table: { ...cell.table, header: true } } : cell));
}
