import type { Block } from '@mingshi/model';
import type { Entry } from './entries.ts';
import { labelOf, type Role } from './labels.ts';

/** A table whose first column holds the labels: `使用目的 | 推送消息`, each further column telling of another SDK. */
export interface Cards {
  /** By the number of a cell's block. */
  readonly entryOf: ReadonlyMap<number, Entry>;
  /** The entry of a table that names nothing itself: what stands above it does. */
  readonly nameless?: Entry;
}

interface Row {
  readonly label: Role;
  /** Numbers of the blocks behind the label, by column. */
  readonly values: ReadonlyMap<number, number>;
}

/** Larger tables have headers. */
const MOST = 400;

/** The cards of the table at some blocks; nothing where its columns have a header or its rows no labels. */
export function cardsOf(blocks: readonly Block[], from: number, end: number, names: Names): Cards | undefined {
  if (end - from > MOST) return undefined;
  const rows = rowsOf(blocks, from, end, names);
  const labels = rows.map(({ label }) => label).filter((label) => label !== 'other');
  const kinds = new Set(labels);
  if (labels.length * 3 < rows.length * 2 || kinds.size < (kinds.has('name') ? 2 : 3)) return undefined;
  const [head] = rows;
  if (!head || [...head.values.values()].some((number) => isHeader(blocks[number] as Block, head.label, names))) {
    return undefined;
  }
  const entryOf = new Map<number, Entry>();
  const columns = new Set(rows.flatMap(({ values }) => [...values.keys()]));
  for (const column of columns) {
    for (const entry of entriesOf(rows, column)) for (const number of entry.blocks) entryOf.set(number, entry);
  }
  const [first] = entryOf.values();
  return { entryOf, ...(first && columns.size === 1 && !kinds.has('name') && { nameless: first }) };
}

/** Whether a text names an SDK. */
type Names = (text: string) => boolean;

function rowsOf(blocks: readonly Block[], from: number, end: number, names: Names): readonly Row[] {
  const rows = new Map<number, { label: Role; readonly values: Map<number, number> }>();
  for (let number = from; number < end; number++) {
    const { text, table } = blocks[number] as Block;
    if (!table) continue;
    let row = rows.get(table.row);
    if (!row) rows.set(table.row, (row = { label: 'other', values: new Map() }));
    if (table.column === 0) row.label = names(text) ? 'other' : labelOf(text);
    else row.values.set(table.column, number);
  }
  return [...rows.values()].filter(({ values }) => values.size > 0);
}

/** Whether a cell of the first row heads its column: it has a role, and that is not what its own row's label asks for. */
function isHeader({ text }: Block, label: Role, names: Names): boolean {
  const role = labelOf(text);
  return role !== 'other' && role !== label && !names(text);
}

/** The entries of a column, each begun by the row of a name. */
function entriesOf(rows: readonly Row[], column: number): readonly Entry[] {
  const entries: { readonly blocks: number[]; readonly roles: Map<number, Role> }[] = [];
  let named = false;
  for (const { label, values } of rows) {
    const number = values.get(column);
    if (number === undefined) continue;
    const begins: boolean = entries.length === 0 || (label === 'name' && named);
    if (begins) entries.push({ blocks: [], roles: new Map() });
    named = label === 'name' || (named && !begins);
    entries.at(-1)?.blocks.push(number);
    entries.at(-1)?.roles.set(number, label);
  }
  return entries;
}
