import { childrenOf, isElement } from './html-tree.ts';
import type { HtmlElement, HtmlNode } from './html-nodes.ts';
import type { Cell } from './tables.ts';

/** The rows of a table, merged cells standing in every row they cover. */
interface Grid {
  readonly rows: readonly (readonly (Cell | undefined)[])[];
  /** Number of header rows. */
  readonly headers: number;
  readonly columns: number;
}

/** The rows of a table in document order, its own only. */
export function rowsOf(table: HtmlElement): HtmlElement[] {
  const rows: HtmlElement[] = [];
  for (const child of elementsOf(table)) {
    const group = /^t(?:head|body|foot)$/.test(child.name) ? elementsOf(child) : [child];
    for (const row of group) if (row.name === 'tr') rows.push(row);
  }
  return rows;
}

/** The cells of a row. */
export function cellsOf(row: HtmlElement): HtmlElement[] {
  return elementsOf(row).filter(({ name }) => name === 'td' || name === 'th');
}

function elementsOf(node: HtmlNode): HtmlElement[] {
  return childrenOf(node).filter(isElement);
}

/** Lays out cells by their colspan and rowspan; `render` gives what a cell holds. */
export function gridOf(rows: readonly HtmlElement[], render: (cell: HtmlElement) => Cell | undefined): Grid {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  const taken: boolean[][] = rows.map(() => []);
  let columns = 0;
  let room = 1_000_000;
  rows.forEach((row, index) => {
    let column = 0;
    const here = taken[index] as boolean[];
    for (const cell of cellsOf(row)) {
      while (here[column]) column++;
      const width = Math.max(1, Math.min(spanOf(cell, 'colspan'), 50, room));
      const below = Math.min(rows.length - index, 500, room / width);
      const height = Math.max(1, Math.min(spanOf(cell, 'rowspan') || rows.length, below));
      room -= width * height;
      const content = render(cell);
      // A long text says what it says once; a name is needed in every row.
      const long = (content?.text.text.length ?? 0) > 300;
      for (let r = index; r < index + height; r++) {
        for (let c = column; c < column + width; c++) {
          (taken[r] as boolean[])[c] = true;
          // A header stands above every column it covers; words below it are said once in their row.
          const again = c === column || cell.name === 'th';
          if (again && (r === index || !long)) (grid[r] as (Cell | undefined)[])[c] = content;
        }
      }
      column += width;
    }
    columns = Math.max(columns, column);
  });
  return { rows: grid, headers: headersOf(rows, grid), columns };
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return Number.isNaN(span) || span < 0 ? 1 : span;
}

/** Rows at the top that are `<thead>`, all `<th>` or all bold. */
function headersOf(rows: readonly HtmlElement[], grid: readonly (readonly (Cell | undefined)[])[]): number {
  let count = 0;
  while (count < rows.length - 1) {
    const row = rows[count] as HtmlElement;
    const cells = cellsOf(row);
    const head = row.parent && isElement(row.parent) && row.parent.name === 'thead';
    if (!head && !(cells.length > 1 && cells.every(({ name }) => name === 'th'))) break;
    count++;
  }
  if (count > 0 || rows.length < 2) return count;
  const first = (grid[0] ?? []).flatMap((cell) => (cell ? [cell.text] : []));
  const bold = first.length > 1 && first.every(({ text }) => text.length < 40) && isBold(grid[0]) && !isBold(grid[1]);
  return bold ? 1 : 0;
}

function isBold(row: readonly (Cell | undefined)[] | undefined): boolean {
  return (row ?? []).every((cell) => {
    const set = cell?.text.strong[0];
    return !cell || (set?.start === 0 && set.end >= cell.text.text.length - 1);
  });
}
