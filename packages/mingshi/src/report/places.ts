import { isUtf8 } from 'node:buffer';
import { decodeText, partitionPoint, runsOf } from '@mingshi/model';
import type { Block, Files, Location, PolicyDocument, Position } from '@mingshi/model';
import type { Place } from './report.ts';

const LONGEST_EXCERPT = 240;
/** How much of a long line stands in an excerpt before the place. */
export const CUT_BEFORE = 40;
const LONGEST_QUOTE = 400;

/** Makes a printable place of a location. */
export type PlaceOf = (location: Location) => Place;

/** A file as places need it: its text and where its lines start. */
export interface Lines {
  readonly position: (offset: number) => Position;
  readonly excerpt: (offset: number) => string;
  /** The paragraph or page, when the lines are not the file's own. */
  readonly unit?: (offset: number) => Pick<Place, 'paragraph' | 'page'>;
}

/** Lines of a text; a byte order mark counts in offsets, as it does in the file, and not in columns. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return linesAt({ starts, length: text.length, isMarked: text.startsWith('\ufeff') }, () => text);
}

/** Where the lines of a text start, and how long it is, in UTF-16 units. */
interface Starts {
  readonly starts: readonly number[];
  readonly length: number;
  readonly isMarked: boolean;
}

function linesAt({ starts, length, isMarked }: Starts, textOf: () => string): Lines {
  const mark = isMarked ? 1 : 0;
  let last = 0;
  const lineAt = (offset: number): number => {
    // Places are mostly asked for one behind the other.
    if ((starts[last] ?? 0) <= offset && offset < (starts[last + 1] ?? Infinity)) return last;
    last = partitionPoint(starts, (start) => start <= offset) - 1;
    return last;
  };
  return {
    position: (wanted) => {
      const offset = Math.min(Math.max(wanted, 0), length);
      const line = lineAt(offset);
      const column = offset - (starts[line] ?? 0) + 1 - (line === 0 && offset > 0 ? mark : 0);
      return { line: line + 1, column, offset };
    },
    excerpt: (offset) => {
      const line = lineAt(offset);
      const end = starts[line + 1] ?? length;
      return excerptOf(textOf(), (starts[line] ?? 0) + (line === 0 ? mark : 0), end, offset);
    },
  };
}

/** A line without the blanks around it, cut around the place of interest when it is long: minified HTML is one line. */
function excerptOf(text: string, start: number, end: number, offset: number): string {
  if (end - start <= LONGEST_EXCERPT) return text.slice(start, end).trim();
  const from = Math.max(start, Math.min(offset - CUT_BEFORE, end - LONGEST_EXCERPT));
  const to = Math.min(end, from + LONGEST_EXCERPT);
  const words = text
    .slice(from, to)
    .replaceAll(/\p{Surrogate}/gu, '')
    .trim();
  return `${from > start ? '…' : ''}${words}${to < end ? '…' : ''}`;
}

/** Finds places in the checked files; each file is decoded once, as its reader decoded it. */
export function placesIn(files: Files, documents: readonly PolicyDocument[]): PlaceOf {
  const opened = new Map<string, Lines | undefined>();
  const open = (path: string): Lines | undefined => {
    const known = opened.get(path);
    if (known || opened.has(path)) return known;
    const document = documents.find((each) => each.path === path);
    const read = (): Lines =>
      document ? linesOfDocument(document, files.read(path)) : linesOf(decodeText(files.read(path)).text);
    // An archive has no lines to show.
    const found = files.exists(path) && !/\.(?:aar|jar|so)$/i.test(path) ? read() : undefined;
    opened.set(path, found);
    return found;
  };
  const quote = quotesIn(documents);
  return ({ file: path, start, end }) => {
    const lines = open(path);
    const words = quote({ file: path, start, end });
    if (!lines) return { path, start: first, end: first };
    return {
      path,
      start: lines.position(start),
      end: lines.position(Math.max(start, end)),
      excerpt: lines.excerpt(start),
      ...lines.unit?.(start),
      ...(words !== '' && { quote: words }),
    };
  };
}

const first: Position = { line: 1, column: 1, offset: 0 };

/** The lines of a policy file as its reader saw them: its own, or those of the text that was taken out of it. */
export function linesOfDocument({ encoding, extracted, positions }: PolicyDocument, bytes: Uint8Array): Lines {
  if (!extracted) {
    let text: string | undefined;
    const textOf = (): string => (text ??= new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes));
    // A long policy would take twice its size as a text, and places alone can be counted without that.
    return encoding === 'utf-8' && isUtf8(bytes) ? linesAt(startsIn(bytes), textOf) : linesOf(textOf());
  }
  const lines = linesOf(extracted.text);
  const pages = extracted.pages ?? [];
  const pageAt = (offset: number): number => Math.max(1, pages.findLastIndex((start) => start <= offset) + 1);
  return {
    ...lines,
    unit: (offset) => (positions === 'page' ? { page: pageAt(offset) } : { paragraph: lines.position(offset).line }),
  };
}

/** The same of UTF-8. */
function startsIn(bytes: Uint8Array): Starts {
  const starts = [0];
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    // What goes on with a character counts nothing; four bytes make two units.
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
    if (byte === 10) starts.push(length);
  }
  return { starts, length, isMarked: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf };
}

/** The words at a place of the policy as a reader sees them: without markup, entities undone. */
function quotesIn(documents: readonly PolicyDocument[]): (location: Location) => string {
  const blocks = new Map<string, readonly Block[]>();
  return ({ file, start, end }) => {
    if (end <= start) return '';
    // One file may hold several documents: the string resources of an app.
    const ordered =
      blocks.get(file) ??
      documents.flatMap((each) => (each.path === file ? each.blocks : [])).toSorted((a, b) => a.at.start - b.at.start);
    blocks.set(file, ordered);
    let words = '';
    for (let i = partitionPoint(ordered, ({ at }) => at.end <= start); i < ordered.length && words.length < LONGEST_QUOTE; i += 1) {
      const block = ordered[i] as Block;
      if (block.at.start >= end) break;
      const part = renderedPart(block, start, end);
      const isNext = block.kind === 'item' && ordered[i - 1]?.kind === 'item';
      words = block.kind === 'cell' && words !== '' && part !== '' ? `${words} | ${part}` : joined(words, part, isNext);
    }
    return shortened(words.replaceAll(/\s+/g, ' ').trim());
  };
}

function joined(before: string, after: string, isNext: boolean): string {
  if (before === '' || after === '') return before + after;
  // Items that end without a mark would run into each other.
  if (isNext && /[\p{L}\p{N})）」”"]$/u.test(before)) return before + (/\p{Script=Han}/u.test(before + after) ? '、' : '; ') + after;
  // A list after its lead-in reads as one sentence; Latin words need a blank between.
  return /[\p{L}\p{N}.,;:!?)]$/u.test(before) && /^[\p{Script=Latin}\p{N}(]/u.test(after)
    ? `${before} ${after}`
    : before + after;
}

/** The part of a block's rendered text whose source lies within the place. */
function renderedPart(block: Block, start: number, end: number): string {
  if (start <= block.at.start && end >= block.at.end) return block.text;
  let words = '';
  for (const run of runsOf(block)) {
    if (run.sourceEnd <= start || run.sourceStart >= end) continue;
    const plain = run.end - run.start === run.sourceEnd - run.sourceStart;
    const from = plain ? run.start + Math.max(0, start - run.sourceStart) : run.start;
    const to = plain ? run.end - Math.max(0, run.sourceEnd - end) : run.end;
    words += block.text.slice(from, to);
  }
  return words;
}

function shortened(words: string): string {
  return words.length <= LONGEST_QUOTE
    ? words
    : `${words.slice(0, LONGEST_QUOTE - 1).replaceAll(/\p{Surrogate}/gu, '')}…`;
}
