import type { Block, PolicyDocument } from '@mingshi/model';
import type { Columns } from '../document/columns.ts';
import { ADDRESS, fieldOf, isLinkLine, roleOf, type Role } from './labels.ts';

/** What belongs together in a list of SDKs: a table's row, an item with what is below it, lines of labels, a paragraph. */
export interface Entry {
  /** Numbers of its blocks, in order; at least one. */
  readonly blocks: readonly number[];
  /** What its cells hold, by the header of each; nothing where they have none. */
  readonly roles: ReadonlyMap<number, Role>;
}

/** No entry has more blocks than these. */
const MOST = 24;

/** The rows of a table, by their number; the head is none. */
type Table = ReadonlyMap<number, Entry>;

/** Finds the entry that a block belongs to; none for a header, which names what stands below it. */
export function entryFinder({ blocks }: PolicyDocument, columns: Columns): (number: number) => Entry | undefined {
  const tables = new Map<number, Table>();
  const tableAt = (number: number, index: number): Table => {
    let table = tables.get(index);
    if (!table) tables.set(index, (table = readTable(blocks, number, index, columns)));
    return table;
  };
  return (number) => {
    const { table } = blocks[number] as Block;
    if (!table) return textAt(blocks, number, tableAt, columns);
    return table.header ? undefined : tableAt(number, table.index).get(table.row);
  };
}

function readTable(blocks: readonly Block[], number: number, index: number, columns: Columns): Table {
  const isIn = (i: number): boolean => blocks[i]?.table?.index === index;
  let from = number;
  while (isIn(from - 1)) from--;
  const roles = new Map<number, Role>();
  const rows = new Map<number, { readonly blocks: number[]; readonly roles: Map<number, Role> }>();
  for (let i = from; isIn(i); i++) {
    const { table, text } = blocks[i] as Block;
    if (!table) continue;
    const known = roles.get(table.column);
    if (table.header) {
      if (known === undefined || known === 'other') roles.set(table.column, roleOf(text, columns));
      continue;
    }
    let row = rows.get(table.row);
    if (!row) rows.set(table.row, (row = { blocks: [], roles: new Map() }));
    row.blocks.push(i);
    if (known) row.roles.set(i, known);
  }
  return rows;
}

const NO_ROLES: Entry['roles'] = new Map();

/** The blocks that go with a block that stands in no table. */
function textAt(
  blocks: readonly Block[],
  number: number,
  tableAt: (number: number, index: number) => Table,
  columns: Columns,
): Entry {
  const roleAt = (i: number): Role | undefined => fieldOf((blocks[i] as Block).text, columns)?.role;
  const from = startOf(blocks, number, roleAt);
  const first = blocks[from] as Block;
  // What is a paragraph of its own tells all by itself, unless labelled lines follow.
  const opens = first.kind === 'heading' || isShort(first.text);
  let hasCompany = false;
  let end = number + 1;
  for (let i = from; i < end; i++) hasCompany ||= roleAt(i) === 'company';
  for (; end < blocks.length && end - from < MOST; end++) {
    const block = blocks[end] as Block;
    if (block.kind === 'cell' || (block.kind === 'heading' && !isLinkLine(block.text))) break;
    const role = roleAt(end);
    if (role === 'name' || (role === 'company' && hasCompany)) break;
    const below = first.kind === 'item' ? block.kind === 'item' && block.level > first.level : first.kind === 'heading';
    if (!role && !(opens && (below || ADDRESS.test(block.text) || isLinkLine(block.text)))) break;
    hasCompany ||= role === 'company';
  }
  const own = Array.from({ length: end - from }, (_, i) => from + i);
  const next = first.kind === 'heading' ? blocks[end]?.table : undefined;
  const card = next && namelessIn(tableAt(end, next.index));
  return { blocks: card ? [...own, ...card.blocks] : own, roles: card?.roles ?? NO_ROLES };
}

/** The only row of a table that names nothing itself: what stands above it does. */
function namelessIn(rows: Table): Entry | undefined {
  const [row] = rows.values();
  return rows.size === 1 && row && row.roles.size > 0 && ![...row.roles.values()].includes('name') ? row : undefined;
}

/** The line with which an entry begins: back from a company's or another field to that of the name. */
function startOf(blocks: readonly Block[], number: number, roleAt: (i: number) => Role | undefined): number {
  const role = roleAt(number);
  if (!role || role === 'name') return number;
  for (let i = number - 1; i >= 0 && number - i < 8; i--) {
    const block = blocks[i] as Block;
    const before = roleAt(i);
    if (block.kind === 'heading' || before === 'name') return i;
    if (!before) return block.kind !== 'cell' && isShort(block.text) ? i : i + 1;
    if (before === role) return i + 1;
  }
  return number;
}

/** A line that is but a name. */
export function isShort(text: string): boolean {
  return text.length <= 50 && !/[。；;!！]|\.$/.test(text);
}
