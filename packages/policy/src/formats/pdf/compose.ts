import type { Draft } from '../draft.ts';
import type { Extracted } from '../extracted.ts';
import { markerOf } from '../marker.ts';
import type { Rendered } from '../rendered.ts';
import { cellDrafts } from '../tables.ts';
import type { Cell } from '../tables.ts';
import { linesOf } from './lines.ts';
import type { Page, PdfLine } from './lines.ts';
import { withoutMargins } from './margins.ts';
import { joined, measure, paragraphsOf } from './paragraphs.ts';
import { stretchesOf } from './rows.ts';
import { cellsOf } from './tables.ts';
import type { Cells } from './tables.ts';

/** Puts the pieces of a PDF's pages together: a text with a paragraph or a table cell in each line, and its drafts. */
export function compose(pages: readonly Page[]): Pick<Extracted, 'text' | 'drafts' | 'positions' | 'pages'> {
  const lines = withoutMargins(linesOf(pages), pages).filter(({ text }) => !isContentsLine(text));
  const known = wordsOf(lines);
  const text = measure(lines);
  const sizes = headingSizes(lines, text.body);
  const sheet: Sheet = { text: '', pages: [], known };
  const drafts: Draft[] = [];
  let tables = 0;
  for (const stretch of stretchesOf(lines)) {
    if ('table' in stretch) {
      const cells = cellsOf(stretch.table);
      if (!isContents(cells)) drafts.push(...tableDrafts(sheet, cells, tables++));
      continue;
    }
    for (const paragraph of paragraphsOf(stretch.lines, text)) {
      drafts.push(draftOf(write(sheet, paragraph.lines), sizes.indexOf(step(paragraph.size)) + 1));
    }
  }
  return { text: sheet.text, drafts, positions: 'page', pages: sheet.pages };
}

/** The text that is being written, with the beginning of each page in it. */
interface Sheet {
  text: string;
  readonly pages: number[];
  readonly known: ReadonlySet<string>;
}

function write(sheet: Sheet, lines: readonly PdfLine[]): Rendered {
  const start = sheet.text.length;
  const { text, starts, strong } = joined(lines, sheet.known);
  lines.forEach(({ page }, index) => {
    while (sheet.pages.length <= page) sheet.pages.push(start + (starts[index] ?? 0));
  });
  sheet.text += `${text}\n`;
  return {
    text,
    runs: [{ start: 0, end: text.length, sourceStart: start, sourceEnd: start + text.length }],
    strong,
  };
}

function draftOf(text: Rendered, level: number): Draft {
  const [run] = text.runs;
  const at = { start: run?.sourceStart ?? 0, end: run?.sourceEnd ?? 0 };
  const marker = markerOf(text.text);
  const kind = level > 0 && text.text.length <= 90 ? 'heading' : 'paragraph';
  return { kind, text, level: kind === 'heading' ? level : 0, at, ...(marker && { marker }) };
}

function tableDrafts(sheet: Sheet, cells: Cells, index: number): Draft[] {
  const rows = cells.map((row) => row.map((lines) => lines && { text: write(sheet, lines) }));
  return cellDrafts(rows, isBold(rows[0]) && !isBold(rows[1]) ? 1 : 0, index);
}

function isBold(row: readonly (Cell | undefined)[] | undefined): boolean {
  return (row ?? []).every((cell) => !cell || (cell.text.strong[0]?.end ?? 0) >= cell.text.text.length - 1);
}

const step = (size: number): number => Math.round(size * 2) / 2;

/** Sizes of letters that are larger than those of the text, the largest first. */
function headingSizes(lines: readonly PdfLine[], body: number): number[] {
  const sizes = new Set<number>();
  for (const { size } of lines) if (size > body * 1.12) sizes.add(step(size));
  return [...sizes].toSorted((a, b) => b - a).slice(0, 6);
}

/** A line of a table of contents: dots that lead to a page. */
function isContentsLine(text: string): boolean {
  return /(?:[.·…]\s?){5}\s{0,3}\d{0,3}$/.test(text.slice(-40));
}

/** A table of contents without dots: titles and pages. */
function isContents(cells: Cells): boolean {
  return cells.length > 2 && cells.every((row) => row.length === 2 && /^\d{1,3}$/.test(row[1]?.[0]?.text ?? ''));
}

/** The words of a document, those with hyphens as they are: they show where a broken word has one of its own. */
function wordsOf(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/[A-Za-z]{1,40}(?:-[A-Za-z]{1,40}){0,5}/g)) words.add(word.toLowerCase());
  }
  return words;
}
