import type { Block, PolicyDocument } from '@mingshi/model';
import { cardsOf, type Cards } from './cards.ts';
import { ADDRESS, fieldOf, isLinkLine, type Role } from './labels.ts';
import type { NameFinder } from './names.ts';
import { columnsAt, rowAt } from './rows.ts';

/** What belongs together in a list of SDKs: a table's row or card, an item with what is below it, lines of labels, a paragraph. */
export interface Entry {
  /** Numbers of its blocks, in order; at least one. */
  readonly blocks: readonly number[];
  /** What its cells hold, by the header or label of each; nothing where they have none. */
  readonly roles: ReadonlyMap<number, Role>;
}

/** No entry has more blocks than these. */
const MOST = 24;

interface Table {
  readonly columns: ReadonlyMap<number, Role>;
  readonly cards: Cards | undefined;
}

/** Finds the entry that a block belongs to; none for a header, which names what stands below it. */
export function entryFinder({ blocks }: PolicyDocument, namesIn: NameFinder): (number: number) => Entry | undefined {
  const tables = new Map<number, Table>();
  const tableAt = (number: number, index: number): Table => {
    let table = tables.get(index);
    if (!table) tables.set(index, (table = readTable(blocks, number, index, namesIn)));
    return table;
  };
  return (number) => {
    const { table } = blocks[number] as Block;
    if (!table) return textAt(blocks, number, tableAt);
    const { columns, cards } = tableAt(number, table.index);
    if (cards) return cards.entryOf.get(number);
    return table.header ? undefined : rowAt(blocks, number, columns);
  };
}

function readTable(blocks: readonly Block[], number: number, index: number, namesIn: NameFinder): Table {
  const isIn = (i: number): boolean => blocks[i]?.table?.index === index;
  let from = number;
  while (isIn(from - 1)) from--;
  let end = number + 1;
  while (isIn(end)) end++;
  return { columns: columnsAt(blocks, from), cards: cardsOf(blocks, from, end, (text) => namesIn(text).length > 0) };
}

const NO_ROLES: Entry['roles'] = new Map();

/** The blocks that go with a block that stands in no table. */
function textAt(
  blocks: readonly Block[],
  number: number,
  tableAt: (number: number, index: number) => Table,
): Entry {
  const from = startOf(blocks, number);
  const first = blocks[from] as Block;
  // What is a paragraph of its own tells all by itself, unless labelled lines follow.
  const opens = first.kind === 'heading' || isShort(first.text);
  let end = number + 1;
  for (; end < blocks.length && end - from < MOST; end++) {
    const block = blocks[end] as Block;
    if (block.kind === 'cell' || (block.kind === 'heading' && !isLinkLine(block.text))) break;
    const field = fieldOf(block.text);
    if (field?.role === 'name' || (field?.role === 'company' && hasCompany(blocks, from, end))) break;
    const below = first.kind === 'item' ? block.kind === 'item' && block.level > first.level : first.kind === 'heading';
    if (!field && !(opens && (below || ADDRESS.test(block.text) || isLinkLine(block.text)))) break;
  }
  const own = Array.from({ length: end - from }, (_, i) => from + i);
  const next = blocks[end]?.table;
  const card = first.kind === 'heading' && next ? tableAt(end, next.index).cards?.nameless : undefined;
  return { blocks: card ? [...own, ...card.blocks] : own, roles: card?.roles ?? NO_ROLES };
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
