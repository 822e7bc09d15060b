import type { Block } from '@mingshi/model';
import type { Entry } from './entries.ts';
import { roleOf, type Role } from './labels.ts';

/** No row has more cells than these. */
const MOST = 24;

/** The row a cell stands in, told by the table's header. */
export function rowAt(blocks: readonly Block[], number: number, columns: ReadonlyMap<number, Role>): Entry {
  const at = blocks[number]?.table;
  const inRow = (i: number): boolean => blocks[i]?.table?.index === at?.index && blocks[i]?.table?.row === at?.row;
  let from = number;
  while (number - from < MOST && inRow(from - 1)) from--;
  const own: number[] = [];
  const roles = new Map<number, Role>();
  for (let i = from; i - number <= MOST && inRow(i); i++) {
    own.push(i);
    const role = columns.get(blocks[i]?.table?.column ?? 0);
    if (role) roles.set(i, role);
  }
  return { blocks: own, roles };
}

/** The roles that a table's header gives its columns; none where it has no header. */
export function columnsAt(blocks: readonly Block[], first: number): ReadonlyMap<number, Role> {
  const index = blocks[first]?.table?.index;
  const columns = new Map<number, Role>();
  for (let i = first; blocks[i]?.table?.index === index && blocks[i]?.table?.header; i++) {
    const block = blocks[i] as Block;
    const column = block.table?.column ?? 0;
    const role = roleOf(block.text);
    if (!columns.has(column) || columns.get(column) === 'other') columns.set(column, role);
  }
  return columns;
}
