import type { Language } from '@mingshi/knowledge';
import { madeBy } from '../../made-by.ts';
import { placeholdersIn, tablesOf } from '../tables.ts';
import type { Table } from '../tables.ts';
import { BASIS, preamble } from '../words.ts';
import type { InventoryFormat } from './index.ts';

/** The lists as Markdown, to be put into a policy or a wiki. */
export const markdown: InventoryFormat = (inventory, language) => {
  const tables = tablesOf(inventory, language);
  const head = [madeBy('inventory', language), plain(preamble(inventory, placeholdersIn(tables, language), language)), plain(BASIS[language])];
  return `${[...head, ...tables.flatMap((table) => section(table, language))].join('\n\n')}\n`;
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function section({ title, introduction, columns, rows, more }: Table, language: Language): readonly string[] {
  const table = [line(columns), line(columns.map(() => '---')), ...rows.map((cells) => line(cells.map(cell)))].join(
    '\n',
  );
  const none = { zh: '没有发现。', en: 'None were found.' }[language];
  return [`## ${title}`, introduction, rows.length > 0 ? table : none, ...more.map(plain)];
}

/** An address stays one; everything else is plain words. */
const cell = (words: string): string => (/^https?:\/\/[\w./?=&%#~:+-]+$/.test(words) ? `<${words}>` : plain(words));

/** Words with nothing in them that Markdown or HTML would act on. */
const plain = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replaceAll(/^[-+=#]/g, '\\$&');
