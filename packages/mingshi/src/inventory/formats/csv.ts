import type { Language } from '@mingshi/knowledge';
import type { Inventory } from '../inventory.ts';
import { tablesOf } from '../tables.ts';
import type { Table } from '../tables.ts';
import type { InventoryFormat } from './index.ts';

/** All lists in one stream: a row names its list, a column that a list has not stays empty. */
export const csv: InventoryFormat = (inventory, language) => {
  const tables = tablesOf(inventory, language, true);
  const columns = [...new Set(tables.flatMap((table) => table.columns))];
  const rows = tables.flatMap(({ title, columns: own, rows: cells }) =>
    cells.map((row) => [title, ...columns.map((column) => row[own.indexOf(column)] ?? '')]),
  );
  return text([[{ zh: '清单', en: 'list' }[language], ...columns], ...rows]);
};

const file = ({ columns, rows }: Table): string => text([columns, ...rows]);

/** One file a list, by file name. */
export function csvFiles(inventory: Inventory, language: Language): ReadonlyMap<string, string> {
  return new Map(tablesOf(inventory, language, true).map((table) => [`${table.id}.csv`, file(table)]));
}

/** Programs for tables take UTF-8 for what it is by the mark at its start. */
const text = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`;

/** What would be a formula to such a program is kept words by an apostrophe. */
const quoted = (cell: string): string => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
