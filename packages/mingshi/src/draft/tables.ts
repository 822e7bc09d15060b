import type { Knowledge, Language } from '@mingshi/knowledge';
import type { Block, PolicyDocument, RowColumn } from '@mingshi/model';
import { columnsOf } from '@mingshi/policy';
import type { Column } from '@mingshi/policy';
import { COLUMNS, PARTY } from './words.ts';
import type { ListPart } from './words.ts';

/** A table of a Markdown file that takes rows. */
interface TargetTable {
  /** Behind its last row. */
  readonly end: number;
  /** Its head, as Markdown. */
  readonly head: readonly string[];
  readonly row: (cells: Readonly<Record<RowColumn, string>>) => string;
}

type Ask = RowColumn | 'scene';

/** What goes into the columns of the knowledge. */
const ASKS: Readonly<Partial<Record<Column, Ask>>> = {
  party: 'party', name: 'party', vendor: 'vendor', data: 'data', purpose: 'purpose', scene: 'scene', moment: 'scene', link: 'link', manner: 'how',
};

/** Where a table is looked for. */
interface Target {
  readonly part: ListPart;
  readonly sections: ReadonlySet<number>;
  readonly language: Language;
  readonly knowledge: Knowledge;
}

/** The last table of third parties in the sections; none when the file writes it another way than in pipes. */
export function tableIn(
  document: PolicyDocument,
  source: string,
  { part, sections, language, knowledge }: Target,
): TargetTable | undefined {
  const { columnOf } = columnsOf(knowledge);
  const tables = new Map<number, Block[]>();
  for (const block of document.blocks) {
    if (!block.table || !sections.has(block.section)) continue;
    const own = tables.get(block.table.index);
    if (own) own.push(block);
    else tables.set(block.table.index, [block]);
  }
  for (const own of [...tables.values()].toReversed()) {
    const headers = own.filter(({ table }) => table?.header);
    const asks = headers.map(({ text }) => ASKS[columnOf(text) ?? 'other']);
    // Where labels stand at the side, another party is another column.
    if (own.some(({ table }, index) => table?.header && index >= headers.length)) continue;
    // Whoever is no SDK does not belong among them.
    if (part === 'sharing' && headers.some(({ text }) => /SDK|插件|plug-?in/i.test(text))) continue;
    if (!asks.some(isParty) || !asks.some((each) => each === 'purpose' || each === 'data')) continue;
    const end = lastLine(own, source);
    if (end === undefined) continue;
    const head = [headers.map(({ text }) => cell(text)), headers.map(() => '---')].map((row) => `| ${row.join(' | ')} |`);
    return { end: end.at, head, row: (row) => `${end.before}${rowOf(headers, asks, row, language)}` };
  }
  return undefined;
}

const isParty = (ask: Ask | undefined): boolean => ask === 'party' || ask === 'vendor';

/** The end of the last row, and what stands before its first pipe: blanks, or the mark of a quotation. */
function lastLine(cells: readonly Block[], source: string): { at: number; before: string } | undefined {
  const last = cells.reduce((max, { at }) => Math.max(max, at.start), 0);
  const from = source.lastIndexOf('\n', last - 1) + 1;
  const line = /^[^\r\n]*/.exec(source.slice(from))?.[0] ?? '';
  const before = /^([\s>]*)\|/.exec(line)?.[1];
  return before === undefined ? undefined : { at: from + line.trimEnd().length, before };
}

function rowOf(
  headers: readonly Block[],
  asks: readonly (Ask | undefined)[],
  row: Readonly<Record<RowColumn, string>>,
  language: Language,
): string {
  const used = new Set<string>();
  const cells = headers.map(({ text }, index) => {
    const ask = asks[index];
    if (ask === 'scene') return { zh: '【功能】', en: '【feature】' }[language];
    if (ask === undefined || used.has(ask)) return toFillIn(text, language);
    used.add(ask);
    return cell(row[ask]);
  });
  return `| ${cells.join(' | ')} |`;
}

const toFillIn = (header: string, language: Language): string =>
  ({ zh: `【待填写：${header.trim()}】`, en: `【to fill in: ${header.trim()}】` })[language];

/** Text that cannot end its cell. */
const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');

/** The head of a new table. */
export function tableHead(part: ListPart, language: Language): readonly string[] {
  const titles = [PARTY[part], ...COLUMNS.map(([, title]) => title)].map((title) => title[language]);
  return [`| ${titles.join(' | ')} |`, `| ${titles.map(() => '---').join(' | ')} |`];
}

/** A row of a new table. */
export const newRow = (row: Readonly<Record<RowColumn, string>>): string =>
  `| ${[row.party, ...COLUMNS.map(([column]) => row[column])].map(cell).join(' | ')} |`;
