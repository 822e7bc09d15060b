import type { Block, Section } from '@mingshi/model';
import { kindOfName } from '../text/classify.ts';
import { headingsOf } from './headings.ts';
import type { Columns } from './columns.ts';
import type { HeadingSign } from './headings.ts';
import type { Draft, Drafts } from '../formats/draft.ts';
import { rankOf } from '../formats/marker.ts';
import type { MarkerStyle } from '../formats/marker.ts';
import { pick } from '../formats/rendered.ts';
import type { Range, Rendered } from '../formats/rendered.ts';
import { withHeads } from './table-heads.ts';

interface Structure {
  readonly title?: string;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
}

/** Blocks and the tree of sections out of what a format's reader saw. */
export function structure(file: string, { drafts: seen, title }: Drafts, length: number, columns: Columns): Structure {
  const drafts = withHeads(seen, columns);
  const signs = headingsOf(drafts);
  const sections: OpenSection[] = [];
  const blocks: Block[] = [];
  const open: OpenHeading[] = [];
  const lists = startLists();
  const first = titleIndex(drafts, signs);
  drafts.forEach((draft, index) => {
    const sign = index === first && draft.kind !== 'heading' ? 'format' : signs[index];
    if (sign) {
      const level = levelOf(open, sign === 'format' ? Math.max(draft.level, 1) : 0, draft.marker?.style);
      const text = withoutMarker(draft.text, draft.marker?.outer ?? 0);
      sections.push({ title: text.text, level, start: draft.at.start, parent: parentOf(sections, level) });
      lists.length = 0;
      blocks.push(blockOf(file, draft, 'heading', Math.min(level, 6), sections.length - 1, text));
      return;
    }
    if (sections.length === 0) sections.push({ title: title ?? '', level: 0, start: 0, parent: undefined });
    const section = sections.length - 1;
    if (draft.kind === 'cell') {
      blocks.push(blockOf(file, draft, 'cell', 0, section, draft.text));
    } else if (draft.marker) {
      const text = draft.kind === 'item' ? draft.text : withoutMarker(draft.text, draft.marker.length);
      if (text.text === '') return;
      // A number that goes on where a heading left off is not inside the lists below that heading.
      if (open.some((heading) => heading.format === 0 && heading.style === draft.marker?.style)) lists.length = 0;
      const afterLead = /[：:]$/.test(drafts[index - 1]?.text.text ?? '');
      const depth = depthOf(lists, draft.level, draft.marker.style, afterLead);
      blocks.push(blockOf(file, draft, 'item', depth, section, text));
    } else {
      const kind = draft.kind === 'item' ? 'item' : 'paragraph';
      blocks.push(blockOf(file, draft, kind, Math.max(1, lists.length), section, draft.text));
    }
  });
  const found = bestTitle(title, titleOf(drafts[first]));
  return { ...(found && { title: found }), sections: close(file, sections, length), blocks };
}

/** Shared by all blocks that have none. */
const NO_RANGES: Block['strong'] = [];
const NO_RUNS: Block['runs'] = [];

/** Whether a text stands in its source as it is, and nothing else with it. */
function isItsSource({ text, runs }: Rendered, { start, end }: Range): boolean {
  const [run] = runs;
  return runs.length === 1 && run?.sourceStart === start && run.sourceEnd === end && end - start === text.length;
}

function blockOf(
  file: string,
  draft: Draft,
  kind: Block['kind'],
  level: number,
  section: number,
  text: Rendered,
): Block {
  const { start, end } = draft.at;
  const at = { file, start, end };
  const runs = isItsSource(text, at) ? NO_RUNS : text.runs;
  const strong = text.strong.length === 0 ? NO_RANGES : text.strong;
  const depth = kind === 'paragraph' ? 0 : level;
  // Written out twice: objects put together by spreading take twice the room, and a long policy has 100,000 blocks.
  return draft.table
    ? { kind, text: text.text, at, runs, level: depth, section, table: draft.table, strong }
    : { kind, text: text.text, at, runs, level: depth, section, strong };
}

function withoutMarker(text: Rendered, length: number): Rendered {
  return length === 0 ? text : pick(text, [{ start: length, end: text.text.length }]);
}

const TITLE = new RegExp(
  '政策|协议|協議|声明|聲明|指引|条款|條款|规则|須知|须知|清单|清單|列表|隐私|隱私|私隱' +
    '|privacy|policy|notice|agreement|statement|terms|permissions|sdk',
  'i',
);

/** The title given apart from the text, unless the text's own says better what it is. */
function bestTitle(given: string | undefined, own: string | undefined): string | undefined {
  if (!given || !own) return given ?? own;
  const kind = kindOfName(own);
  return kind !== 'unknown' && kindOfName(given) !== 'privacy-policy' ? own : given;
}

/** The words of a title; a first heading such as 引言 names no document. */
function titleOf(draft: Draft | undefined): string | undefined {
  if (!draft || draft.marker) return undefined;
  const { text } = draft.text;
  return TITLE.test(text) || (draft.level === 1 && !OPENING.test(text)) ? text : undefined;
}

const OPENING = /^(?:前言|引言|序言|概述|导言|introduction|overview)/i;

/** The draft that names the document: a heading, or a short first line that reads like a title. */
function titleIndex(drafts: readonly Draft[], signs: readonly (HeadingSign | undefined)[]): number {
  for (let i = 0; i < Math.min(drafts.length, 4); i++) {
    const draft = drafts[i] as Draft;
    const { text } = draft.text;
    if (draft.kind === 'cell') return -1;
    if (draft.kind === 'heading' && signs[i] === 'format') return i;
    if (draft.marker) return -1;
    if (draft.kind !== 'paragraph' || text.length > 60) continue;
    if (TITLE.test(text) && !/[。；;，,：:!！]|\.$/.test(text)) return i;
  }
  return -1;
}

interface OpenHeading {
  /** Level given by the format; 0 for an inferred one. */
  readonly format: number;
  readonly style: MarkerStyle | 'none';
}

/** Level of a heading: its format's, and below that the order in which numbering styles open within one another. */
function levelOf(open: OpenHeading[], format: number, style: MarkerStyle | undefined): number {
  const heading: OpenHeading = { format, style: style ?? 'none' };
  if (format > 0) while (open.length > 0 && !isAround(open.at(-1) as OpenHeading, heading)) open.pop();
  else {
    const same = open.findLastIndex((other) => other.format === 0 && other.style === heading.style);
    if (same >= 0) open.length = same;
    // 引言 and the like stand beside 一、 and hold nothing numbered unless a number is open around them.
    else if (style && open.every((other) => other.format > 0 || other.style === 'none')) {
      while (open.length > 0 && open.at(-1)?.format === 0) open.pop();
    }
  }
  open.push(heading);
  return open.length;
}

/** Whether a heading of the format holds another one: by level, or at one level by the rank of their numbers. */
function isAround(outer: OpenHeading, inner: OpenHeading): boolean {
  if (outer.format === 0 || outer.format > inner.format) return false;
  if (outer.format < inner.format) return true;
  if (outer.style === 'none' || inner.style === 'none') return false;
  return rankOf(outer.style) < rankOf(inner.style);
}

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly start: number;
  readonly parent: number | undefined;
}

function parentOf(sections: readonly OpenSection[], level: number): number | undefined {
  let index: number | undefined = sections.length - 1;
  while (index !== undefined && index >= 0) {
    const section: OpenSection = sections[index] as OpenSection;
    if (section.level > 0 && section.level < level) return index;
    index = section.parent;
  }
  return undefined;
}

/** Each section reaches to the next one that is not inside it. */
function close(file: string, sections: readonly OpenSection[], length: number): Section[] {
  const ends: number[] = [];
  const open: number[] = [];
  sections.forEach((section, index) => {
    while (open.length > 0 && (sections[open.at(-1) as number] as OpenSection).level >= section.level) {
      ends[open.pop() as number] = section.start;
    }
    open.push(index);
  });
  return sections.map(({ title, level, start, parent }, index) => {
    const end = level === 0 ? (sections[index + 1]?.start ?? length) : (ends[index] ?? length);
    return { id: `s${index}`, title, level, at: { file, start, end }, ...(parent !== undefined && { parent }) };
  });
}

interface OpenList {
  readonly format: number;
  readonly style: MarkerStyle;
}

function startLists(): OpenList[] {
  return [];
}

/** Depth of an item: its format's, and within that the order in which marker styles open within one another. */
function depthOf(lists: OpenList[], format: number, style: MarkerStyle, afterLead: boolean): number {
  while (lists.length > 0 && (lists.at(-1) as OpenList).format > format) lists.pop();
  const same = lists.findLastIndex((list) => list.format === format && list.style === style);
  if (same >= 0) lists.length = same;
  else {
    const top = lists.at(-1);
    const beside = top && top.format === format && !afterLead && (top.style === 'bullet' || format > 0);
    if (beside) lists.pop();
  }
  lists.push({ format, style });
  return lists.length;
}
