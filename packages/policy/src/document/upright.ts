import type { Column, Columns } from './columns.ts';
import type { Draft } from '../formats/draft.ts';

/** Larger tables have their head at the top. */
const MOST = 400;

/**
 * A table whose labels stand in its first column (`使用目的 | 推送消息`) as if they stood in its head: each further column is a row
 * then, or several where the labels begin again. Nothing for a table that stands upright already.
 */
export function uprightOf(cells: readonly Draft[], columns: Columns): readonly Draft[] | undefined {
  if (cells.length > MOST) return undefined;
  const rows = rowsOf(cells, columns);
  if (!areLabelled(rows) || namesColumns(rows[0], columns)) return undefined;
  const width = Math.max(...cells.map(({ table }) => table?.column ?? 0)) + 1;
  const turned = new Map<Draft, Draft>();
  const place = (draft: Draft, row: number, column: number): void => {
    if (draft.table) turned.set(draft, { ...draft, table: { index: draft.table.index, row, column, header: row === 0 } });
  };
  const seen = new Set<string>();
  let above = 0;
  rows.forEach(({ first, label, isBlank, values }, column) => {
    // A name across the whole table stands above the labels that tell of it.
    const isName = first && !label && values.length === 0;
    if (seen.size > 0 && (isName || seen.has(first?.text.text ?? ''))) {
      above += width;
      seen.clear();
    }
    if (first && label) seen.add(first.text.text);
    if (first) place(first, isName ? above + 1 : 0, column);
    const isHead = column === 0 && isBlank && values.every((value) => columns.isBlank(value.text.text));
    for (const value of values) place(value, isHead ? 0 : above + (value.table?.column ?? 0), column);
  });
  return cells.map((cell) => turned.get(cell) ?? cell);
}

/** A row as it stands in the file. */
interface Row {
  readonly first?: Draft;
  /** What its first cell says that the others hold, if that is all it says. */
  readonly label: Column | undefined;
  /** Whether the first cell says nothing: 项目, or no word. */
  readonly isBlank: boolean;
  readonly values: readonly Draft[];
}

function rowsOf(cells: readonly Draft[], { columnOf, isLabel, isBlank }: Columns): readonly Row[] {
  const rows = new Map<number, Draft[]>();
  for (const cell of cells) {
    const own = rows.get(cell.table?.row ?? 0);
    if (own) own.push(cell);
    else rows.set(cell.table?.row ?? 0, [cell]);
  }
  return [...rows.values()].map((own) => {
    const first = own.find(({ table }) => table?.column === 0);
    const text = first?.text.text ?? '';
    return {
      ...(first && { first }),
      label: isLabel(text) ? columnOf(text) : undefined,
      isBlank: isBlank(text),
      values: own.filter((cell) => cell !== first),
    };
  });
}

/** Whether first cells are labels: two in three, of several kinds, and of those that only lists of third parties have. */
function areLabelled(rows: readonly Row[]): boolean {
  const told = rows.filter(({ values }) => values.length > 0);
  const labels = told.flatMap(({ label }) => label ?? []);
  const kinds = new Set(labels.map((label) => KINDS[label] ?? 'other'));
  kinds.delete('other');
  const isNamed = kinds.has('name') || rows[0]?.isBlank === true;
  const isList = kinds.has('purpose') || kinds.has('link');
  return isList && labels.length * 3 >= told.length * 2 && kinds.size >= (isNamed ? 2 : 3);
}

const KINDS: Readonly<Partial<Record<Column, string>>> = {
  name: 'name', party: 'name', vendor: 'vendor', data: 'data', permission: 'permission', purpose: 'purpose', scene: 'purpose', link: 'link',
};

/** Whether the first row is a head: its cells say what their columns hold, which is not what its own label asks for. */
function namesColumns(row: Row | undefined, { columnOf, isLabel }: Columns): boolean {
  return (row?.values ?? []).some(({ text: { text } }) => {
    const column = isLabel(text) ? columnOf(text) : undefined;
    return column !== undefined && column !== 'other' && column !== row?.label;
  });
}
