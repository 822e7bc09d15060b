import type { Knowledge, Language } from '@mingshi/knowledge';
import type { PolicyDocument, PolicyReading } from '@mingshi/model';
import { rules } from '@mingshi/rules';
import { chaptersOf, lineEnd, lineStart } from './headings.ts';
import { homeIn, isOf } from './home.ts';
import type { Proposal } from './proposals.ts';
import { newRow, tableHead, tableIn } from './tables.ts';
import { LEAD, PARTS, TITLES } from './words.ts';
import type { ListPart } from './words.ts';

/** A proposal where it goes: under which heading, and as which text. */
export interface Placed {
  readonly proposal: Proposal;
  /** Words of the heading it stands under, of one that is there or a new one. */
  readonly heading: string;
  readonly isNew: boolean;
  /** As it is inserted: a paragraph, an item or a row. */
  readonly text: string;
  /** Whether it is a row of a table. */
  readonly isRow: boolean;
  /** The head of the table that a row goes into, when the policy has it already. */
  readonly head?: readonly string[];
}

/** Text that goes in at an offset. */
interface Edit {
  readonly offset: number;
  readonly text: string;
}

/** A document with what was put into it. */
interface Inserted {
  readonly placed: readonly Placed[];
  readonly text: string;
}

/** Puts paragraphs of one language into a Markdown document, each under the heading that fits; nothing else changes. */
export function insert(
  proposals: readonly Proposal[],
  source: string,
  { document: index, language, policy, knowledge }: Pick<Page, 'language' | 'policy' | 'knowledge'> & { readonly document: number },
): Inserted {
  const document = policy.documents[index];
  if (!document) return { placed: [], text: source };
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const page: Page = { document, source, language, policy, knowledge, index, eol };
  const groups = new Map<string, Proposal[]>();
  for (const proposal of inOrder(proposals)) {
    const { section } = homeIn(index, proposal.part, language, policy);
    const key = section === undefined ? `new ${TITLES[proposal.part][language]}` : String(section);
    groups.set(key, [...(groups.get(key) ?? []), proposal]);
  }
  const placed: Placed[] = [];
  const edits: Edit[] = [];
  const chapters = chaptersOf(document, source, language);
  const end = endOf(page);
  for (const [key, own] of groups) {
    const isNew = key.startsWith('new ');
    const [first] = own;
    if (!first) continue;
    if (first.part === 'title') {
      const text = own.map((each) => each.text).join(`${eol}${eol}`);
      const heading = document.title ?? '';
      placed.push(...own.map((proposal) => placedAs(proposal, { heading, isNew: false }, false)));
      edits.push(belowTitle(page, text));
    } else if (isNew) {
      const heading = chapters.next(TITLES[first.part][language]);
      const parts = own.map((proposal) => placedAs(proposal, { heading, isNew }, proposal.row !== undefined));
      placed.push(...parts);
      const blocks = [chapters.line(heading), ...inBlocks(parts, page)];
      edits.push({ offset: end, text: blocks.map((each) => eol + eol + each).join('') });
    } else {
      const { parts, edits: more } = intoSection(Number(key), own, page);
      placed.push(...parts);
      edits.push(...more);
    }
  }
  return { placed, text: apply(source, edits) };
}

interface Page {
  readonly document: PolicyDocument;
  readonly source: string;
  readonly language: Language;
  readonly policy: PolicyReading;
  readonly knowledge: Knowledge;
  readonly index: number;
  readonly eol: string;
}

/** By part of the policy, and within one as rules ask: what is collected before what it needs permission for. */
const inOrder = (proposals: readonly Proposal[]): readonly Proposal[] =>
  proposals.toSorted((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || rankOf(a) - rankOf(b));

const FIRST = ['no-collection-rules', 'undisclosed-data'];
const ORDER = [...FIRST, ...rules.map(({ id }) => id).filter((id) => !FIRST.includes(id))];
const rankOf = ({ mends }: Proposal): number => ORDER.indexOf(mends[0]?.rule ?? '');

const placedAs = (
  proposal: Proposal,
  where: Pick<Placed, 'heading' | 'isNew'>,
  isRow: boolean,
  text = isRow && proposal.row ? newRow(proposal.row) : proposal.text,
): Placed => ({ proposal, ...where, isRow, text });

/** Paragraphs as they stand in the file; rows below a head of their own. */
function inBlocks(parts: readonly Placed[], { eol, language }: Page): readonly string[] {
  const paragraphs = parts.filter(({ isRow }) => !isRow).map(({ text }) => text.replaceAll('\n', eol));
  const lists = (['sharing', 'sdk-list'] as const).flatMap((part) => {
    const rows = parts.filter(({ isRow, proposal }) => isRow && listPartOf(proposal) === part).map(({ text }) => text);
    return rows.length === 0 ? [] : [LEAD[part][language], [...tableHead(part, language), ...rows].join(eol)];
  });
  return [...paragraphs, ...lists];
}

/** In which kind of list a row stands. */
export const listPartOf = ({ part }: Proposal): ListPart => (part === 'sharing' ? 'sharing' : 'sdk-list');

function intoSection(
  section: number,
  own: readonly Proposal[],
  page: Page,
): { parts: readonly Placed[]; edits: readonly Edit[] } {
  const { document, source, language, knowledge, eol } = page;
  const found = document.sections[section];
  const where = { heading: found?.title ?? '', isNew: false };
  const sections = within(document, section);
  const rest: Placed[] = [];
  const inTable: Placed[] = [];
  const edits: Edit[] = [];
  for (const proposal of own) {
    const part = listPartOf(proposal);
    const table = proposal.row && tableIn(document, source, { part, sections, language, knowledge });
    if (proposal.row && table) {
      const text = table.row(proposal.row);
      inTable.push({ ...placedAs(proposal, where, true, text), head: table.head });
      edits.push({ offset: table.end, text: eol + text });
      continue;
    }
    const asItem = proposal.row !== undefined && part === 'sdk-list' && isList(section, page);
    const isRow = proposal.row !== undefined && !asItem;
    rest.push(placedAs(proposal, where, isRow, asItem ? `- ${proposal.text}` : undefined));
  }
  const blocks = inBlocks(rest, page);
  if (rest.length > 0)
    edits.push({ offset: endOfOwn(section, page), text: blocks.map((each) => eol + eol + each).join('') });
  return { parts: [...rest, ...inTable], edits };
}

/** A section and those below it. */
function within(document: PolicyDocument, section: number): ReadonlySet<number> {
  const all = new Set([section]);
  document.sections.forEach(({ parent }, index) => {
    if (parent !== undefined && all.has(parent)) all.add(index);
  });
  return all;
}

/** Whether the section tells of SDKs one by one, in paragraphs or items. */
function isList(section: number, { document, policy, index }: Page): boolean {
  const sections = within(document, section);
  const blocks = document.blocks.filter((block) => sections.has(block.section) && block.kind !== 'cell');
  return policy.sdks.some(
    ({ document: own, listed, at }) =>
      own === index && listed && blocks.some((block) => block.at.start <= at.start && at.start < block.at.end),
  );
}

/** Behind what stands in a section before the next heading. */
function endOfOwn(section: number, page: Page): number {
  return lastWord(page.source, startOf(section + 1, page));
}

/** Where a section's title begins; the end of the file behind the last one. */
function startOf(section: number, { document, source }: Page): number {
  const at = document.sections[section]?.at;
  return at ? lineStart(at, source) : source.length;
}

/** Behind all that is written in the language: the file, or one half of it. */
function endOf(page: Page): number {
  const { document, source, language } = page;
  if (document.language !== 'mixed') return lastWord(source, source.length);
  const last = document.sections.findLastIndex(({ title, level }) => level > 0 && isOf(title, document, language));
  return lastWord(source, startOf(last + 1, page));
}

/** A line between chapters, or an anchor of the next one, belongs to what follows. */
const BEFORE_HEADING = /(?:^|\n)[^\S\n]*(?:\n[^\S\n]*(?:-{3,}|\*{3,}|_{3,})|<a\s[^>\n]{0,200}>(?:<\/a>)?)[^\S\n]*$/;

function lastWord(source: string, before: number): number {
  let end = source.slice(0, before).trimEnd().length;
  for (let tries = 0; tries < 3; tries++) {
    const tail = source.slice(Math.max(0, end - 400), end);
    const found = before === source.length && tries === 0 ? undefined : BEFORE_HEADING.exec(tail);
    if (!found) break;
    end = source.slice(0, end - (tail.length - found.index)).trimEnd().length;
  }
  // Blanks at the end of the line stay where they are.
  return lineEnd({ start: end }, source);
}

/** Below the title, or before the first words where there is none. */
function belowTitle({ document, source, eol }: Page, text: string): Edit {
  const title = document.blocks.find((block) => block.text.trim() === document.title?.trim());
  if (!title) return { offset: firstLine(document, source), text: `${text}${eol}${eol}` };
  const from = lineEnd(title.at, source);
  const underline = /^\r?\n[=-]+[^\S\n]*(?=\r?\n|$)/.exec(source.slice(from))?.[0].length ?? 0;
  return { offset: from + underline, text: `${eol}${eol}${text}` };
}

/** Where the first words stand, with the marks of a list or of bold letters before them. */
function firstLine({ blocks }: PolicyDocument, source: string): number {
  const start = blocks[0] ? lineStart(blocks[0].at, source) : 0;
  return start === 0 && source.startsWith('\ufeff') ? 1 : start;
}

function apply(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let from = 0;
  // Those at one place stay in their order.
  for (const { offset, text } of edits.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(source.slice(from, offset), text);
    from = offset;
  }
  return parts.join('') + source.slice(from);
}
