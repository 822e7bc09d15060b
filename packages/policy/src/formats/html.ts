import { lineDraft } from './draft.ts';
import type { Draft, Drafts } from './draft.ts';
import { gridOf, rowsOf } from './html-tables.ts';
import { BLOCK } from './html-blocks.ts';
import { parseCorrected } from './html-corrected.ts';
import { parseMatched } from './html-matched.ts';
import type { HtmlElement, HtmlNode } from './html-nodes.ts';
import { isElement, isTooDeep, walk } from './html-tree.ts';
import { writeText } from './html-text.ts';
import { readTags } from './html-tags.ts';
import { surveyOf } from './html-survey.ts';
import type { Survey } from './html-survey.ts';
import type { Marker } from './marker.ts';
import { BREAK, markStrong, put, startWriting } from './rendered.ts';
import type { Range, Writing } from './rendered.ts';
import { cellDrafts } from './tables.ts';
import type { Cell } from './tables.ts';
import { asOne, linesOf } from './tidy.ts';

/** Reads a web page, one exported from Word too: what a reader sees of it, without scripts, menus and hidden parts. */
export function readHtml(source: string): Drafts {
  const matched = parseMatched(source);
  if (!matched && isTooDeep(source)) return { drafts: readTags(source), note: 'html-as-text' };
  return readNodes(source, matched ?? parseCorrected(source));
}

/** Reads the nodes of a page, which are used up by it. */
export function readNodes(source: string, nodes: readonly HtmlNode[]): Drafts {
  const survey = surveyOf(nodes);
  const state = startReading(source, survey);
  read(state, nodes);
  const { drafts, contents } = state;
  return {
    // A table of contents repeats the headings.
    drafts: contents.size < 3 ? drafts : drafts.filter((draft) => !contents.has(draft)),
    ...(survey.title && { title: survey.title }),
  };
}

interface List {
  readonly ordered: boolean;
  next: number;
}

interface Reading {
  readonly source: string;
  readonly survey: Survey;
  readonly drafts: Draft[];
  /** Those that do little but link to places of the page. */
  readonly contents: Set<Draft>;
  /** Within a cell blocks are lines of the cell. */
  readonly inCell: boolean;
  writing: Writing;
  /** Where bold text and links within the page began in what is being written; -1 outside. */
  bold: number;
  boldDepth: number;
  link: number;
  linked: number;
  pre: number;
  heading: number;
  readonly lists: List[];
  /** The marker of a list item that has not been written yet. */
  marker: Marker | undefined;
  tables: number;
}

function startReading(source: string, survey: Survey, inCell = false): Reading {
  return {
    source,
    survey,
    drafts: [],
    contents: new Set(),
    inCell,
    writing: startWriting(),
    bold: -1,
    boldDepth: 0,
    link: -1,
    linked: 0,
    pre: 0,
    heading: 0,
    lists: [],
    marker: undefined,
    tables: 0,
  };
}

function read(state: Reading, nodes: readonly HtmlNode[]): void {
  walk(
    nodes,
    (node) => enter(state, node),
    (element) => leave(state, element),
    'last',
  );
  flush(state);
}

function enter(state: Reading, node: HtmlNode): boolean {
  if (!isElement(node)) {
    if (node.type === 'text') writeText(state.writing, node.data, state.source, node, state.pre > 0);
    return false;
  }
  if (state.survey.hidden.has(node)) return false;
  const { name } = node;
  if (name === 'br') {
    writeBreak(state, node.start < 0 ? undefined : node);
    return false;
  }
  if (isWordBullet(node)) {
    if (node.start >= 0) put(state.writing, '• ', node.start, node.end);
    return false;
  }
  if (name === 'table' && !state.survey.layout.has(node) && !state.inCell) {
    flush(state);
    readTable(state, node);
    return false;
  }
  if (BLOCK.has(name)) endBlock(state, startOf(node));
  if (state.survey.strong.has(node) && state.boldDepth++ === 0) state.bold = state.writing.text.length;
  if (name === 'a' && node.attribs.href?.startsWith('#') && state.link < 0) state.link = state.writing.text.length;
  if (name === 'pre' || isPreformatted(node)) state.pre++;
  if (/^h[1-6]$/.test(name)) state.heading = Number(name[1]);
  if (name === 'ul' || name === 'ol' || name === 'dl') {
    state.lists.push({ ordered: name === 'ol', next: Number.parseInt(node.attribs.start ?? '1', 10) || 1 });
  }
  if (name === 'li' || name === 'dt' || name === 'dd') state.marker = nextMarker(state);
  return true;
}

function leave(state: Reading, node: HtmlElement): void {
  const { name } = node;
  if (state.survey.strong.has(node) && --state.boldDepth === 0) {
    markStrong(state.writing, state.bold);
    state.bold = -1;
  }
  if (name === 'a' && state.link >= 0) {
    state.linked += state.writing.text.slice(state.link).trim().length;
    state.link = -1;
  }
  if (BLOCK.has(name)) endBlock(state, endOf(node));
  if (name === 'pre' || isPreformatted(node)) state.pre--;
  if (/^h[1-6]$/.test(name)) state.heading = 0;
  if (name === 'ul' || name === 'ol' || name === 'dl') state.lists.pop();
  if (name === 'li' || name === 'dt' || name === 'dd') state.marker = undefined;
}

function isPreformatted(node: HtmlElement): boolean {
  return /white-space\s*:\s*pre/i.test(node.attribs.style ?? '');
}

function nextMarker(state: Reading): Marker {
  const list = state.lists.at(-1);
  if (!list?.ordered) return { style: 'bullet', number: 0, length: 0, outer: 0 };
  return { style: 'number', number: list.next++, length: 0, outer: 0 };
}

/** Writes a break that stands for a tag. */
function writeBreak(state: Reading, tag: Range | undefined): void {
  if (tag) put(state.writing, BREAK, tag.start, tag.end);
}

function startOf({ start, startTagEnd }: HtmlElement): Range | undefined {
  return start < 0 ? undefined : { start, end: startTagEnd };
}

/** The end tag, or the point where one would stand. */
function endOf({ start, end, endTagStart, endTagEnd }: HtmlElement): Range | undefined {
  if (endTagStart >= 0) return { start: endTagStart, end: endTagEnd };
  return start < 0 ? undefined : { start: end, end };
}

/** Word writes bullets as letters of a font of signs: `l`, `n`, `Ø`. */
function isWordBullet(node: HtmlElement): boolean {
  if (!/mso-list\s*:\s*ignore/i.test(node.attribs.style ?? '')) return false;
  const text = node.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
  return /^\s*[^\s\d.、)）\u4e00-\u9fff]\s*$/.test(text);
}

/** Ends the block at a tag; within a cell that is a line of the cell. */
function endBlock(state: Reading, tag: Range | undefined): void {
  if (state.inCell) writeBreak(state, tag);
  else flush(state);
}

/** Ends the block that is being written. */
function flush(state: Reading): void {
  if (state.inCell) return;
  const { writing } = state;
  if (writing.text === '') return;
  if (state.bold >= 0) {
    markStrong(writing, state.bold);
    state.bold = 0;
  }
  if (state.link >= 0) state.linked += writing.text.slice(state.link).trim().length;
  const lines = linesOf(writing);
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  const inPage = length > 0 && state.heading === 0 && state.linked >= length * 0.9;
  for (const text of lines) {
    const draft = lineDraft(text, { heading: state.heading, depth: state.lists.length, marker: state.marker });
    state.drafts.push(draft);
    if (inPage) state.contents.add(draft);
    state.marker = undefined;
  }
  state.writing = startWriting();
  state.linked = 0;
  if (state.link >= 0) state.link = 0;
}

function readTable(state: Reading, table: HtmlElement): void {
  const rows = rowsOf(table).filter((row) => !state.survey.hidden.has(row));
  const grid = gridOf(rows, (cell) => readCell(state, cell));
  // One by one: a table may have more cells than a call takes arguments.
  for (const draft of cellDrafts(grid.rows, grid.headers, state.tables++)) state.drafts.push(draft);
}

function readCell(state: Reading, cell: HtmlElement): Cell | undefined {
  if (state.survey.hidden.has(cell)) return undefined;
  const inner = startReading(state.source, state.survey, true);
  read(inner, cell.children);
  const text = asOne(inner.writing);
  return text && { text };
}
