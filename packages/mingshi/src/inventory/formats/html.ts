import { madeBy } from '../../made-by.ts';
import { placeholdersIn, tablesOf } from '../tables.ts';
import type { Table } from '../tables.ts';
import { BASIS, preamble, TO_FILL_IN } from '../words.ts';
import type { InventoryFormat } from './index.ts';

const STYLE = `
:root { color-scheme: light dark; --line: #c8ccd2; --head: #f1f3f5; --mark: #fff3bf; }
@media (prefers-color-scheme: dark) { :root { --line: #4a5058; --head: #262a2f; --mark: #5c4a00; } }
body { font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; min-width: 5rem; }
thead th { background: var(--head); }
tbody th { font-weight: 600; }
mark { background: var(--mark); color: inherit; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { margin: 0; max-width: none; font-size: 10pt; }
  .wide { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { min-width: 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
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
    `<h1>${title}</h1>`,
    ...head.map((words) => `<p>${plain(words)}</p>`),
    ...tables.flatMap((table) => section(table, language)),
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

function section({ id, title, introduction, columns, rows, more }: Table, language: 'zh' | 'en'): readonly string[] {
  const row = ([first = '', ...rest]: readonly string[]): string =>
    `<tr><th scope="row">${cell(first, language)}</th>${rest.map((words) => `<td>${cell(words, language)}</td>`).join('')}</tr>`;
  const body =
    rows.length > 0
      ? [
          `<div class="wide" tabindex="0" role="region" aria-labelledby="${id}">`,
          '<table>',
          `<thead><tr>${columns.map((words) => `<th scope="col">${plain(words)}</th>`).join('')}</tr></thead>`,
          '<tbody>',
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

function cell(words: string, language: 'zh' | 'en'): string {
  if (/^https?:\/\/\S+$/.test(words)) return `<a href="${plain(words)}" rel="noreferrer">${plain(words)}</a>`;
  const open = TO_FILL_IN[language];
  return words.split(open).map(plain).join(`<mark>${open}</mark>`);
}

const plain = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
