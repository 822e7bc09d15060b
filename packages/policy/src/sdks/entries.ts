import type { Block, PolicyDocument } from '@mingshi/model';
import { fieldOf, roleOf, type Role } from './labels.ts';

/** What belongs together in a list of SDKs: a table's row, an item with what is below it, lines of labels, a paragraph. */
export interface Entry {
  readonly kind: 'row' | 'text';
  /** Numbers of its blocks. */
  readonly from: number;
  readonly end: number;
  /** Of a row: what each column holds; empty where the table has no header. */
  readonly columns: ReadonlyMap<number, Role>;
}

/** No entry has more blocks than these. */
const MOST = 24;

/** Finds the entry that a block belongs to. */
export function entryFinder({ blocks }: PolicyDocument): (number: number) => Entry {
  const headers = new Map<number, ReadonlyMap<number, Role>>();
  const columnsOf = (index: number, from: number): ReadonlyMap<number, Role> => {
    let columns = headers.get(index);
    if (!columns) headers.set(index, (columns = columnsAt(blocks, from)));
    return columns;
  };
  return (number) => {
    const { table } = blocks[number] as Block;
    if (!table) return { kind: 'text', ...textAt(blocks, number), columns: NO_COLUMNS };
    const inRow = (i: number): boolean => blocks[i]?.table?.index === table.index && blocks[i]?.table?.row === table.row;
    let from = number;
    while (number - from < MOST && inRow(from - 1)) from--;
    let end = number + 1;
    while (end - number < MOST && inRow(end)) end++;
    return { kind: 'row', from, end, columns: columnsOf(table.index, from) };
  };
}

const NO_COLUMNS: Entry['columns'] = new Map();

/** The roles that a table's header gives its columns. */
function columnsAt(blocks: readonly Block[], row: number): ReadonlyMap<number, Role> {
  const index = blocks[row]?.table?.index;
  let first = row;
  while (first > 0 && blocks[first - 1]?.table?.index === index) first--;
  const columns = new Map<number, Role>();
  for (let i = first; blocks[i]?.table?.index === index && blocks[i]?.table?.header; i++) {
    const block = blocks[i] as Block;
    const column = block.table?.column ?? 0;
    const role = roleOf(block.text);
    if (!columns.has(column) || columns.get(column) === 'other') columns.set(column, role);
  }
  return columns;
}

/** The blocks that go with a block that stands in no table. */
function textAt(blocks: readonly Block[], number: number): { readonly from: number; readonly end: number } {
  const from = startOf(blocks, number);
  const first = blocks[from] as Block;
  // What is a paragraph of its own tells all by itself, unless labelled lines follow.
  const opens = first.kind === 'heading' || isShort(first.text);
  let end = number + 1;
  for (; end < blocks.length && end - from < MOST; end++) {
    const block = blocks[end] as Block;
    if (block.kind === 'heading' || block.kind === 'cell') break;
    const field = fieldOf(block.text);
    if (field?.role === 'name' || (field?.role === 'company' && hasCompany(blocks, from, end))) break;
    const below = first.kind === 'item' ? block.kind === 'item' && block.level > first.level : first.kind === 'heading';
    if (!field && !(opens && (below || ADDRESS.test(block.text)))) break;
  }
  return { from, end };
}

/** The line with which an entry begins: back from a company's or another field to that of the name. */
function startOf(blocks: readonly Block[], number: number): number {
  const role = fieldOf((blocks[number] as Block).text)?.role;
  if (!role || role === 'name') return number;
  for (let i = number - 1; i >= 0 && number - i < 8; i--) {
    const block = blocks[i] as Block;
    const before = fieldOf(block.text)?.role;
    if (block.kind === 'heading' || before === 'name') return i;
    if (!before) return block.kind !== 'cell' && isShort(block.text) ? i : i + 1;
    if (before === role) return i + 1;
  }
  return number;
}

function hasCompany(blocks: readonly Block[], from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (fieldOf((blocks[i] as Block).text)?.role === 'company') return true;
  return false;
}

/** A line that is but a name. */
export function isShort(text: string): boolean {
  return text.length <= 50 && !/[。；;!！]|\.$/.test(text);
}

const ADDRESS = /^(?:https?:\/\/|www\.)/i;
