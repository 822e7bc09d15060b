import { lineDraft } from './draft.ts';
import type { Draft, Drafts } from './draft.ts';
import { readTags } from './html-tags.ts';
import { splitLines } from './lines.ts';
import { isTooMuch, parse } from './markdown-tree.ts';
import type { MarkdownNode } from './markdown-tree.ts';
import { partLines, writeMarkdown } from './markdown-text.ts';
import type { Marker } from './marker.ts';
import { BREAK, markStrong, put, startWriting } from './rendered.ts';
import type { Writing } from './rendered.ts';
import { cellDrafts } from './tables.ts';
import type { Cell } from './tables.ts';
import { draftsOfLines, readText } from './text.ts';
import { asOne, linesOf } from './tidy.ts';

/** Reads Markdown with tables, front matter, bold Chinese and HTML; what is too much for the parser as text. */
export async function readMarkdown(source: string): Promise<Drafts> {
  if (isTooMuch(source)) return { ...readText(source), note: 'markdown-as-text' };
  let nodes: readonly MarkdownNode[];
  try {
    nodes = parse(source);
  } catch {
    return { ...readText(source), note: 'markdown-as-text' };
  }
  const state: Reading = { source, drafts: [], tables: 0, htmlUntil: 0, closing: true, html: undefined, parses: 500 };
  // The HTML parser costs its start-up time only where there is HTML worth it.
  if (RICH.test(source)) state.html = (await import('./html.ts')).readHtml;
  for (const node of nodes) readBlock(state, node, 0, undefined);
  const contents = state.drafts.filter(({ inPage }) => inPage).length;
  const drafts = state.drafts.flatMap(({ draft, inPage }) => (inPage && contents >= 3 ? [] : [draft]));
  const title = titleOf(nodes);
  return { drafts, ...(title && { title }) };
}

const RICH = /<(?:table|h[1-6]|[uod]l|li|p|details)\b/i;

interface Reading {
  readonly source: string;
  readonly drafts: { readonly draft: Draft; readonly inPage: boolean }[];
  tables: number;
  /** Where the HTML that has been read already ends. */
  htmlUntil: number;
  /** Whether a `</table>` may still come. */
  closing: boolean;
  /** The HTML parser, and how many more blocks are worth its time. */
  html: ((source: string) => Drafts) | undefined;
  parses: number;
}

function readBlock(state: Reading, node: MarkdownNode, depth: number, marker: Marker | undefined): void {
  const { start, end } = placeOf(node);
  if (start < state.htmlUntil) return;
  switch (node.type) {
    case 'heading':
      return addLines(state, node, { heading: node.depth, depth: 0 });
    case 'paragraph':
      return addLines(state, node, { heading: 0, depth, marker });
    case 'list': {
      const first = node.start ?? 1;
      node.children.forEach((item, index) => {
        const number = node.ordered ? first + index : 0;
        const own: Marker = { style: node.ordered ? 'number' : 'bullet', number, length: 0, outer: 0 };
        item.children.forEach((child, place) => readBlock(state, child, depth + 1, place === 0 ? own : undefined));
      });
      return;
    }
    case 'blockquote':
    case 'footnoteDefinition':
      for (const child of node.children) readBlock(state, child, depth, undefined);
      return;
    case 'table':
      return readTable(state, node);
    case 'code': {
      // Chinese paragraphs are often indented by four spaces.
      const lines = splitLines(state.source, start, end);
      const fenced = /^\s*(?:```|~~~)/.test(lines[0]?.text ?? '');
      for (const draft of draftsOfLines(state.source, fenced ? lines.slice(1, -1) : lines)) add(state, draft);
      return;
    }
    case 'html':
      return readHtmlBlock(state, start, end);
    default:
  }
}

function add(state: Reading, draft: Draft, inPage = false): void {
  state.drafts.push({ draft, inPage });
}

type Inline = Extract<MarkdownNode, { type: 'paragraph' | 'heading' }>;

function addLines(state: Reading, node: Inline, standing: Parameters<typeof lineDraft>[1]): void {
  const writing = startWriting();
  write(state, writing, node.children, placeOf(node).start, placeOf(node).end);
  const inPage = standing.heading === 0 && node.children.every((child) => isInPageLink(child));
  let { marker } = standing;
  const text = standing.heading > 0 ? writing : partLines(writing);
  for (const line of linesOf(text)) {
    add(state, lineDraft(line, { ...standing, marker }), inPage);
    marker = undefined;
  }
}

function isInPageLink(node: MarkdownNode): boolean {
  return node.type === 'link' ? node.url.startsWith('#') : node.type === 'text' && node.value.trim() === '';
}

/** Writes inline nodes; those that the parser made up have no place, they follow one another. */
function write(state: Reading, writing: Writing, nodes: readonly MarkdownNode[], from: number, until: number): number {
  let cursor = from;
  const bold: number[] = [];
  for (const node of nodes) {
    const start = node.position?.start.offset ?? cursor;
    const end = node.position?.end.offset ?? until;
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        cursor = Math.max(writeMarkdown(writing, node.value, state.source, start, end), node.position ? end : 0);
        continue;
      case 'break':
        put(writing, BREAK, start, end);
        break;
      case 'html': {
        const [, close, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(node.value) ?? [];
        if (/^(?:br|p|div|hr|li)$/i.test(name)) put(writing, BREAK, start, end);
        if (!/^(?:b|strong|u|mark)$/i.test(name)) break;
        if (!close) bold.push(writing.text.length);
        else if (bold.length > 0) markStrong(writing, bold.pop() ?? 0);
        break;
      }
      default:
        if ('children' in node) {
          const before = writing.text.length;
          cursor = write(state, writing, node.children, start, end);
          if (node.type === 'strong') markStrong(writing, before);
        }
    }
    if (node.position) cursor = end;
  }
  return cursor;
}

function readTable(state: Reading, table: Extract<MarkdownNode, { type: 'table' }>): void {
  const rows = table.children.map((row) =>
    row.children.map((cell): Cell | undefined => {
      const writing = startWriting();
      write(state, writing, cell.children, placeOf(cell).start, placeOf(cell).end);
      const text = asOne(writing);
      return text && { text };
    }),
  );
  const unnamed = rows[0]?.every((cell) => cell === undefined);
  for (const draft of cellDrafts(unnamed ? rows.slice(1) : rows, unnamed ? 0 : 1, state.tables++)) add(state, draft);
}

/** A block of HTML; a table whose rows are parted by blank lines comes as several blocks and is read as one. */
function readHtmlBlock(state: Reading, start: number, end: number): void {
  let until = end;
  const open = state.source.slice(start, end);
  if (state.closing && /<table\b/i.test(open) && !open.includes('</table>')) {
    const close = state.source.indexOf('</table>', end);
    // Looked for once: a text of openings without an end would be searched again and again.
    if (close < 0) state.closing = false;
    else until = close + '</table>'.length;
  }
  state.htmlUntil = until;
  const slice = state.source.slice(start, until);
  const drafts = state.html && RICH.test(slice) && state.parses-- > 0 ? state.html(slice).drafts : readTags(slice);
  const tables = new Set<number>();
  for (const draft of drafts) {
    if (draft.table) tables.add(draft.table.index);
    add(state, shift(draft, start, state.tables));
  }
  state.tables += tables.size;
}

/** A draft read from a slice of the source, in its place. */
function shift(draft: Draft, by: number, tables: number): Draft {
  const runs = draft.text.runs.map((run) => ({
    ...run,
    sourceStart: run.sourceStart + by,
    sourceEnd: run.sourceEnd + by,
  }));
  return {
    ...draft,
    text: { ...draft.text, runs },
    at: { start: draft.at.start + by, end: draft.at.end + by },
    ...(draft.table && { table: { ...draft.table, index: draft.table.index + tables } }),
  };
}

function placeOf(node: MarkdownNode): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The title of the front matter. */
function titleOf(nodes: readonly MarkdownNode[]): string | undefined {
  const first = nodes[0];
  const isMatter = first && 'value' in first && /^(?:yaml|toml)$/.test(first.type);
  const matter = isMatter ? first.value : '';
  const title = /^title\s*[:=]\s*(.+)$/m.exec(matter)?.[1]?.trim();
  return title?.replace(/^(["'])(.*)\1$/, '$2') || undefined;
}
