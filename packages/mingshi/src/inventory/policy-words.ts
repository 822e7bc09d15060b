import type { Knowledge, Language, Text } from '@mingshi/knowledge';
import { partitionPoint } from '@mingshi/model';
import type { Block, Location, PolicyReading, PolicyStatement } from '@mingshi/model';
import { columnsOf } from '@mingshi/policy';
import type { Column as ColumnOfPolicy } from '@mingshi/policy';
import { missing } from './inventory.ts';
import type { Cell } from './inventory.ts';

/** What one place of the policy tells, in its own words. */
interface Telling {
  readonly language: string;
  readonly purposes: readonly string[];
  readonly scene?: string;
  readonly quote: string;
  readonly at: Location;
}

/** The columns by which tables of policies tell. */
export type Column = 'party' | 'purpose' | 'scene' | 'data' | 'link' | 'vendor';

/** A row of a table, by what its columns are for. */
export interface TableRow {
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly document: number;
  readonly section: number;
  readonly language: string;
  readonly at: Location;
}

/** The policy, asked for its words. */
export interface PolicyWords {
  readonly tell: (statement: PolicyStatement) => Telling;
  readonly rowAt: (document: number, offset: number) => TableRow | undefined;
  readonly rows: readonly TableRow[];
  readonly language: (document: number) => string;
}

/** The columns of the knowledge by those of the lists. */
const COLUMNS: Readonly<Partial<Record<ColumnOfPolicy, Column>>> = {
  party: 'party', name: 'party', vendor: 'vendor', data: 'data', purpose: 'purpose', scene: 'scene', moment: 'scene', link: 'link',
};

/** What the header of a column says that it is for. */
function columnFinder(knowledge: Knowledge): (header: string) => Column | undefined {
  const { columnOf } = columnsOf(knowledge);
  return (header) => COLUMNS[columnOf(header) ?? 'other'];
}

/** Agreement and law are conditions of every row: they say nothing of when. */
const NO_SCENE = /同意|允许|授权|许可|法律|\b(?:consent|agree|permi|allow|law)/i;
const LEADING_SCENE =
  /^(?:\d+[.、]\s?)?((?:当|在)?[^，。；：,.;:]{2,30}(?:时|过程中|期间))[，,]|^((?:When|While|Whenever|If) [^,.;:]{3,80}),/;

/** Makes the words of a policy askable by statement and by table row. */
export function policyWords(reading: PolicyReading, knowledge: Knowledge): PolicyWords {
  const columnOf = columnFinder(knowledge);
  const tables = reading.documents.map((document) => tableOf(document.blocks, columnOf));
  const language = (document: number): string => (reading.documents[document]?.language === 'en' ? 'en' : 'zh');
  const rows = tables.flatMap(({ rows: found }, document) =>
    found.map((row) => ({ ...row, document, language: language(document) })),
  );
  const byKey = new Map(rows.map((row) => [`${row.document} ${row.at.start}`, row]));
  const rowAt = (document: number, offset: number): TableRow | undefined => {
    const start = tables[document]?.rowStart(offset);
    return start === undefined ? undefined : byKey.get(`${document} ${start}`);
  };
  const tell = (statement: PolicyStatement): Telling => {
    const row = rowAt(statement.document, statement.at.start);
    const plain = statement.purposes.filter(({ vague }) => !vague).map(({ text }) => text);
    const purposes = row?.cells.purpose ? [row.cells.purpose] : plain;
    const condition = statement.condition?.text;
    const lead = LEADING_SCENE.exec(statement.text);
    const told = [row?.cells.scene, condition, lead?.[1] ?? lead?.[2]];
    const scene = told.find((words) => words !== undefined && words !== '' && !NO_SCENE.test(words));
    return {
      language: statement.language,
      purposes,
      ...(scene !== undefined && { scene }),
      quote: statement.text,
      at: statement.at,
    };
  };
  return { tell, rowAt, rows, language };
}

interface Tables {
  readonly rows: readonly Pick<TableRow, 'cells' | 'section' | 'at'>[];
  readonly rowStart: (offset: number) => number | undefined;
}

function tableOf(blocks: readonly Block[], columnOf: (header: string) => Column | undefined): Tables {
  const headers = new Map<string, Column>();
  const rows = new Map<
    string,
    { readonly cells: Partial<Record<Column, string>>; readonly section: number; at: Location }
  >();
  const cells = blocks.filter(({ table }) => table !== undefined).toSorted((a, b) => a.at.start - b.at.start);
  for (const { table, text } of cells) {
    const column = table?.header ? columnOf(text) : undefined;
    if (table && column) headers.set(`${table.index} ${table.column}`, column);
  }
  const starts: { readonly from: number; readonly to: number; readonly key: string }[] = [];
  for (const { table, text, at, section } of cells) {
    if (!table || table.header) continue;
    const key = `${table.index} ${table.row}`;
    const row = rows.get(key) ?? { cells: {}, section, at };
    const column = headers.get(`${table.index} ${table.column}`);
    const words = text.trim();
    if (column && row.cells[column] === undefined && /[\p{L}\p{N}]/u.test(words)) row.cells[column] = words;
    row.at = { ...row.at, end: Math.max(row.at.end, at.end) };
    rows.set(key, row);
    starts.push({ from: at.start, to: at.end, key });
  }
  const rowStart = (offset: number): number | undefined => {
    const found = starts[partitionPoint(starts, ({ from }) => from <= offset) - 1];
    return found && offset < found.to ? rows.get(found.key)?.at.start : undefined;
  };
  return { rows: [...rows.values()], rowStart };
}

const MOST_WORDS = 4;
const SEPARATOR: Readonly<Record<Language, string>> = { zh: '；', en: '; ' };

/** Words, each once and none that another holds, as one text in each language; those of the other where one has none. */
export function joined(items: readonly { readonly language: string; readonly words: readonly string[] }[]): Text {
  const say = (language: Language): string => {
    const own = items.filter((item) => item.language === language);
    const all = [...new Set((own.length > 0 ? own : items).flatMap(({ words }) => words.map(tidy)))].filter((words) => words !== '');
    const kept = all.filter((words) => !all.some((other) => other !== words && other.includes(words)));
    return kept.slice(0, MOST_WORDS).join(SEPARATOR[language]);
  };
  return { zh: say('zh'), en: say('en') };
}

const tidy = (words: string): string =>
  words
    .replaceAll(/\s+/g, ' ')
    .replace(/[。；;，,.]+$/, '')
    .trim();

/** The cell for a purpose: the policy's words, or its sentence where that has none. */
export function purposeCell(tellings: readonly Telling[]): Cell {
  const words = joined(tellings.map(({ language, purposes }) => ({ language, words: purposes })));
  if (words.zh + words.en !== '') return { from: 'policy', words };
  const quoted = tellings.slice(0, 2);
  if (quoted.length === 0) return missing;
  return { ...missing, quote: joined(quoted.map(({ language, quote }) => ({ language, words: [shortened(quote)] }))) };
}

/** The cell for the function or the moment. */
export function sceneCell(tellings: readonly Telling[]): Cell {
  const words = joined(
    tellings.map(({ language, scene }) => ({ language, words: scene === undefined ? [] : [scene] })),
  );
  return words.zh + words.en === '' ? missing : { from: 'policy', words };
}

const LONGEST_QUOTE = 120;

const shortened = (quote: string): string =>
  quote.length <= LONGEST_QUOTE ? quote : `${quote.slice(0, LONGEST_QUOTE).replace(/\p{Surrogate}$/u, '')}…`;
