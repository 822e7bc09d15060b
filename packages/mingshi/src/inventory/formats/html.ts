import type { Language } from '@mingshi/knowledge';
import { madeBy } from '../../made-by.ts';
import { placeholdersIn, tablesOf } from '../tables.ts';
import type { Table } from '../tables.ts';
import { BASIS, preamble, TO_FILL_IN } from '../words.ts';
import type { InventoryFormat } from './index.ts';

const STYLE = `
:root { color-scheme: light dark; --page: #fff; --ink: #1b1f24; --line: #c8ccd2; --head: #f1f3f5; --mark: #fff3bf; --label: #59636e; }
@media (prefers-color-scheme: dark) {
  :root { --page: #16191d; --ink: #e6e8eb; --line: #4a5058; --head: #262a2f; --mark: #5c4a00; --label: #a3abb5; }
}
body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
body { background: var(--page); color: var(--ink); }
a { color: inherit; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; min-width: 5rem; }
thead th { background: var(--head); }
tbody th { font-weight: 600; }
mark { background: var(--mark); color: inherit; }
@media screen and (max-width: 60rem) {
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 .8rem; overflow: hidden; }
  tbody th, td { border: 0; padding: .25rem .7rem; }
  tbody th { background: var(--head); padding: .4rem .7rem; }
  td::before { content: attr(data-label); display: block; color: var(--label); font-size: 12px; line-height: 1.4; }
}
@media screen and (min-width: 30rem) and (max-width: 60rem) {
  td { display: grid; grid-template-columns: 9rem 1fr; }
  td::before { line-height: inherit; }
}
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { margin: 0; max-width: none; font-size: 10pt; background: none; color: #000; }
  .wide { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { min-width: 0; border-color: #999; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
}`;

/** The lists as one page of its own: nothing is fetched, good on paper. */
export const html: InventoryFormat = (inventory, language) => {
  const tables = tablesOf(inventory, language);
  const title = { zh: '个人信息清单与权限清单', en: 'Personal information and permission lists' }[language];
  const head = [preamble(inventory, placeholdersIn(tables, language), language), BASIS[language]];
  return [
    '<!doctype html>',
    madeBy('inventory', language),
    `<html lang="${{ zh: 'zh-CN', en: 'en' }[language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    `<title>${title}</title>`,
    `<style>${STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${title}</h1>`,
    ...head.map((words) => `<p>${plain(words)}</p>`),
    ...tables.flatMap((table) => section(table, language)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

function section({ id, title, introduction, columns, rows, more }: Table, language: Language): readonly string[] {
  // Where there is no room for columns each cell stands under its title, and is a cell of a table all the same.
  const column = (words: string, index: number): string =>
    `<td role="cell" data-label="${plain(columns[index + 1] ?? '')}"><div>${cell(words, language)}</div></td>`;
  const row = ([first = '', ...rest]: readonly string[]): string =>
    `<tr role="row"><th role="rowheader" scope="row">${cell(first, language)}</th>${rest.map(column).join('')}</tr>`;
  const body =
    rows.length > 0
      ? [
          `<div class="wide" tabindex="0" role="region" aria-labelledby="${id}">`,
          `<table role="table" aria-labelledby="${id}">`,
          `<thead role="rowgroup"><tr role="row">${columns.map((words) => `<th role="columnheader" scope="col">${plain(words)}</th>`).join('')}</tr></thead>`,
          '<tbody role="rowgroup">',
          ...rows.map(row),
          '</tbody>',
          '</table>',
          '</div>',
        ]
      : [`<p>${{ zh: '没有发现。', en: 'None were found.' }[language]}</p>`];
  return [
    `<h2 id="${id}">${plain(title)}</h2>`,
    `<p>${plain(introduction)}</p>`,
    ...body,
    ...more.map((words) => `<p>${plain(words)}</p>`),
  ];
}

function cell(words: string, language: Language): string {
  if (/^https?:\/\/\S+$/.test(words)) return `<a href="${plain(words)}" rel="noreferrer">${plain(words)}</a>`;
  const open = TO_FILL_IN[language];
  return words.split(open).map(foldable).join(`<mark>${open}</mark>`);
}

/** Long names and paths may be folded behind their dots and strokes. */
const foldable = (words: string): string => plain(words).replaceAll(/(?<=\w)[./_]+(?=\w)/g, '$&<wbr>');

const plain = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
