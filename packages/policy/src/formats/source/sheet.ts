import { extentOf } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { readHtml } from '../html.ts';
import { readMarkdown } from '../markdown.ts';
import { pick, put, ownStrong, startWriting, through } from '../rendered.ts';
import type { Piece, Rendered, Writing } from '../rendered.ts';
import { readText } from '../text.ts';

/** The text of a program as a page that is being written, in the order of the source. */
export interface Sheet {
  readonly parts: Part[];
  /** Name of the declaration that the text is written into now. */
  group: string;
}

/** A stretch of it in one markup, and the declaration it comes from. */
interface Part {
  readonly format: 'html' | 'markdown' | 'text';
  readonly writing: Writing;
  readonly group: string;
}

/** Begins the sheet of a program's texts. */
export function startSheet(): Sheet {
  return { parts: [], group: '' };
}

/** The page in HTML to write on. */
export function pageOf(sheet: Sheet): Writing {
  const last = sheet.parts.at(-1);
  if (last?.format === 'html' && last.group === sheet.group) return last.writing;
  const writing = startWriting();
  sheet.parts.push({ format: 'html', writing, group: sheet.group });
  return writing;
}

/** Writes a tag that stands for a point of the source. */
export function tag(sheet: Sheet, name: string, at: number): void {
  put(pageOf(sheet), `<${name}>`, at, at);
}

/** Writes text so that none of it is markup; its line ends are breaks. */
export function say(sheet: Sheet, text: Rendered): void {
  append(pageOf(sheet), escaped(text));
}

/** Writes text that is HTML itself. */
export function sayHtml(sheet: Sheet, html: Rendered): void {
  append(pageOf(sheet), html);
}

/** Writes a text of many lines, which is Markdown or plain. */
export function sayLines(sheet: Sheet, lines: Rendered): void {
  const writing = startWriting();
  append(writing, withoutIndent(lines));
  const format = MARKDOWN.test(writing.text) ? 'markdown' : 'text';
  sheet.parts.push({ format, writing, group: sheet.group });
}

const MARKDOWN = /^ {0,3}#{1,6} |^ {0,3}[-*] |\*\*[^*\n]+\*\*|^\|.*\|\s*$/m;

function append(writing: Writing, { text, runs, strong }: Rendered): void {
  const from = writing.text.length;
  writing.text += text;
  for (const run of runs) writing.runs.push({ ...run, start: run.start + from, end: run.end + from });
  if (strong.length === 0) return;
  const own = ownStrong(writing);
  for (const { start, end } of strong) own.push({ start: start + from, end: end + from });
}

const SIGNS: Readonly<Record<string, string>> = { '<': '&lt;', '&': '&amp;', '\n': '<br>' };

function escaped(text: Rendered): Rendered {
  if (!/[<&\n]/.test(text.text)) return text;
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: sign, index } of text.text.matchAll(/[<&\n]/g)) {
    pieces.push({ start: from, end: index }, { start: index, end: index + 1, as: SIGNS[sign] ?? '' });
    from = index + 1;
  }
  return pick(text, [...pieces, { start: from, end: text.text.length }]);
}

/** The text without the blanks that all its lines begin with: those of the program around it. */
function withoutIndent(text: Rendered): Rendered {
  const indents = [...text.text.matchAll(/^([ \t]*)\S/gm)].slice(text.text.startsWith('\n') ? 0 : 1);
  const indent = indents.reduce((least, { 1: blanks = '' }) => Math.min(least, blanks.length), 100);
  if (indent === 0 || indents.length === 0) return text;
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.text.indexOf('\n'); at >= 0; at = text.text.indexOf('\n', at + 1)) {
    const blanks = /^[ \t]*/.exec(text.text.slice(at + 1, at + 1 + indent))?.[0].length ?? 0;
    pieces.push({ start: from, end: at + 1 });
    from = at + 1 + blanks;
  }
  return pick(text, [...pieces, { start: from, end: text.text.length }]);
}

/** The drafts of each declaration's text, its places led back to the source. */
export async function draftsOf({ parts }: Sheet): Promise<Map<string, Draft[]>> {
  const groups = new Map<string, Draft[]>();
  let tables = 0;
  for (const { format, writing, group } of parts) {
    const { drafts } =
      format === 'html'
        ? readHtml(writing.text)
        : format === 'markdown'
          ? await readMarkdown(writing.text)
          : readText(writing.text);
    const before = tables;
    const led = drafts.map((draft): Draft => {
      const text = through(draft.text, writing);
      const table = draft.table && { ...draft.table, index: draft.table.index + before };
      if (table) tables = Math.max(tables, table.index + 1);
      return { ...draft, text, at: extentOf(text), ...(table && { table }) };
    });
    groups.set(group, [...(groups.get(group) ?? []), ...led]);
  }
  return groups;
}
