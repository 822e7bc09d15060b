import { extentOf } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Range, Rendered } from './rendered.ts';

/** A cell of a table before it is a block. */
export interface Cell {
  readonly text: Rendered;
  readonly at?: Range;
}

/** Drafts of a table's cells, row by row; empty cells are left out, header rows are the first `headers`. */
export function cellDrafts(rows: readonly (readonly (Cell | undefined)[])[], headers: number, index: number): Draft[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): Draft[] => {
      if (!cell || cell.text.text === '') return [];
      const table = { index, row, column, header: row < headers };
      return [{ kind: 'cell', text: cell.text, level: 0, table, at: cell.at ?? extentOf(cell.text) }];
    }),
  );
}
