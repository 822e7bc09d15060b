import { readFileSync } from 'node:fs';
import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument } from '@mingshi/model';
import { readDocument, unzip } from '@mingshi/policy';
import { linesOf, linesOfDocument } from '../report/places.ts';
import { decodeText } from '@mingshi/model';
import { refuseOther, statOf } from '../project/stat.ts';
import { UserError } from '../user-error.ts';
import { inventoryUnits } from './published-json.ts';

/** A run of words in a published list: a cell, a paragraph, a heading. */
export interface Unit {
  readonly words: string;
  /** What the column is called, for a cell. */
  readonly column?: string;
  /** What all columns of its table are called, for a cell. */
  readonly table?: readonly string[];
  /** path:line:column, paragraph, sheet and row, or entry. */
  readonly place: string;
}

/** A published list as words with places. */
export interface Published {
  readonly path: string;
  readonly units: readonly Unit[];
}

const LARGEST = 5_000_000;

/** Reads published lists, in any of our own formats or as a document; what cannot be read is the user's mistake. */
export async function readPublished(paths: readonly string[], knowledge: Knowledge): Promise<readonly Published[]> {
  const read: Published[] = [];
  for (const path of paths) {
    const units = await unitsOf(path, bytesOf(path), knowledge);
    if (!units.some(({ words }) => words.trim() !== ''))
      throw unreadable(path, { zh: '没有读出文字', en: 'no text could be read' });
    read.push({ path, units });
  }
  return read;
}

function bytesOf(path: string): Uint8Array {
  const stats = statOf(path);
  if (!stats) throw new UserError({ zh: `找不到文件 ${path}`, en: `no such file: ${path}` });
  refuseOther(path, stats);
  if (stats.size > LARGEST) throw unreadable(path, { zh: '文件过大', en: 'too large' });
  try {
    return readFileSync(path);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw unreadable(path, { zh: words, en: words });
  }
}

const unreadable = (path: string, why: { readonly zh: string; readonly en: string }): UserError =>
  new UserError({ zh: `读不了清单 ${path}：${why.zh}`, en: `cannot read the list ${path}: ${why.en}` });

async function unitsOf(path: string, bytes: Uint8Array, knowledge: Knowledge): Promise<readonly Unit[]> {
  const kind = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  if (kind === 'json') {
    const units = inventoryUnits(path, decodeText(bytes).text);
    if (!units)
      throw unreadable(path, { zh: '不是 mingshi inventory 写的 JSON', en: 'not JSON as mingshi inventory writes it' });
    return units;
  }
  if (kind === 'csv') return rowUnits(csvRows(decodeText(bytes).text), (line) => `${path}:${line}`);
  if (kind === 'xlsx') return workbookUnits(path, bytes);
  const { documents } = await readDocument(path, bytes, knowledge);
  return documents.flatMap((document) => documentUnits(document, bytes));
}

function documentUnits(document: PolicyDocument, bytes: Uint8Array): readonly Unit[] {
  const lines = linesOfDocument(document, bytes);
  const tables = new Map<number, string[]>();
  for (const { table, text } of document.blocks) {
    if (!table?.header) continue;
    const columns = tables.get(table.index) ?? [];
    columns[table.column] = text;
    tables.set(table.index, columns);
  }
  return document.blocks.map(({ table, text, at }): Unit => {
    const { line, column } = lines.position(at.start);
    const columns = table && !table.header ? tables.get(table.index)?.map((name) => name ?? '') : undefined;
    const cell = columns && table && { column: columns[table.column] ?? '', table: columns };
    return { words: text, place: `${document.path}:${line}:${column}`, ...cell };
  });
}

interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a CSV file; quotes may hold line breaks. */
function csvRows(text: string): readonly CsvRow[] {
  const lines = linesOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let start = 0;
  const cell = /\s*?"((?:[^"]|"")*)"[^,\r\n]*(,|\r?\n|$)|([^,\r\n]*)(,|\r?\n|$)/y;
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const shift = text.length - body.length;
  for (let at = 0; at < body.length; ) {
    cell.lastIndex = at;
    const found = cell.exec(body);
    if (!found) break;
    cells.push((found[1]?.replaceAll('""', '"') ?? found[3] ?? '').replace(/^'(?=[=+\-@\t\r])/, ''));
    at = cell.lastIndex;
    if ((found[2] ?? found[4]) === ',' && at < body.length) continue;
    rows.push({ line: lines.position(start + shift).line, cells });
    cells = [];
    start = at;
  }
  return rows;
}

function rowUnits([header, ...rows]: readonly CsvRow[], place: (line: number) => string): readonly Unit[] {
  const columns = header?.cells ?? [];
  if (/^(?:清单|list)$/.test(columns[0] ?? '')) return streamUnits(columns, rows, place);
  const names = columns.map((words): Unit => ({ words, column: '', table: columns, place: place(header?.line ?? 1) }));
  return [
    ...names,
    ...rows.flatMap(({ line, cells }) =>
      cells.map((words, at): Unit => ({ words, column: columns[at] ?? '', table: columns, place: place(line) })),
    ),
  ];
}

/** Rows of several lists in one table: the first column names the list, columns that it has not are empty. */
function streamUnits(
  columns: readonly string[],
  rows: readonly CsvRow[],
  place: (line: number) => string,
): readonly Unit[] {
  const lists = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const own = lists.get(row.cells[0] ?? '') ?? [];
    own.push(row);
    lists.set(row.cells[0] ?? '', own);
  }
  return [...lists].flatMap(([title, own]) => {
    const used = columns.flatMap((_, at) => (at > 0 && own.some(({ cells }) => (cells[at] ?? '') !== '') ? [at] : []));
    const pick = (cells: readonly string[]): readonly string[] => used.map((at) => cells[at] ?? '');
    const table = own.map(({ line, cells }): CsvRow => ({ line, cells: pick(cells) }));
    const first = own[0]?.line ?? 1;
    return [
      { words: title, place: place(first) },
      ...rowUnits([{ line: first, cells: pick(columns) }, ...table], place),
    ];
  });
}

const PART = /^xl\/(?:workbook|sharedStrings|worksheets\/sheet\d+)\.xml$/;

/** The sheets of an Excel file, as far as they hold words. */
function workbookUnits(path: string, bytes: Uint8Array): readonly Unit[] {
  let parts: ReadonlyMap<string, Uint8Array>;
  try {
    parts = unzip(bytes, (name) => PART.test(name), LARGEST);
  } catch {
    throw unreadable(path, { zh: '不是 Excel 文件，或已损坏', en: 'no Excel file, or a broken one' });
  }
  const xml = (name: string): string => decodeText(parts.get(name) ?? new Uint8Array()).text;
  const shared = elements(xml('xl/sharedStrings.xml'), 'si').map(wordsIn);
  const titles = [...xml('xl/workbook.xml').matchAll(/<sheet [^<>]{0,200}?name="([^"<>]*)"/g)].map(([, name]) =>
    entities(name ?? ''),
  );
  const sheets = [...parts.keys()]
    .filter((name) => name.includes('worksheets/'))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return sheets.flatMap((name, index) => {
    const title = titles[index] ?? String(index + 1);
    const rows = elements(xml(name), 'row').map(
      (row, at): CsvRow => ({
        line: at + 1,
        cells: elements(row, 'c').map((cell) =>
          /^[^>]*\bt="s"/.test(cell) ? (shared[Number(/<v>(\d+)<\/v>/.exec(cell)?.[1])] ?? '') : wordsIn(cell),
        ),
      }),
    );
    return [{ words: title, place: path }, ...rowUnits(rows, (line) => `${path} ${title}:${line}`)];
  });
}

/** The attributes and content of each element of a name, as written; such elements do not stand in each other. */
function elements(xml: string, name: string): readonly string[] {
  return xml
    .split(new RegExp(`<${name}(?=[ />])`))
    .slice(1)
    .map((rest) => rest.split(`</${name}>`, 1)[0] ?? '');
}

const wordsIn = (xml: string): string =>
  elements(xml, 't')
    .map((words) => entities(words.slice(words.indexOf('>') + 1)))
    .join('');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const entities = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
