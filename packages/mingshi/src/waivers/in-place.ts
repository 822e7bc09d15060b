import { decodeText } from '@mingshi/model';
import type { Finding, Location, PolicyDocument } from '@mingshi/model';
import type { Text } from '@mingshi/knowledge';
import type { Waiver } from '../config/config.ts';
import type { Folder } from '../project/files.ts';
import { readWaiver } from './waiver-comment.ts';

/** A waiver in a comment beside what it silences. */
interface PlacedWaiver extends Waiver {
  readonly file: string;
  readonly covers: (finding: Finding) => boolean;
}

/** A comment that was meant as a waiver and is none. */
interface BrokenWaiver {
  readonly at: Location;
  readonly why: Text;
}

/** What the checked files say about their own findings. */
export interface InPlace {
  readonly waivers: readonly PlacedWaiver[];
  readonly broken: readonly BrokenWaiver[];
}

const WORD = 'mingshi-ignore';

/** How many comments of one file are followed; nobody waives by the thousand in one file. */
const MOST = 1000;

type Style = 'markup' | 'code' | 'both' | 'hash';

const styles: Readonly<Record<string, Style>> = {
  ...styled('markup', 'xml', 'html', 'htm', 'xhtml', 'md', 'markdown', 'mdx'),
  ...styled('code', 'gradle', 'kts', 'kt', 'java', 'groovy', 'ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs'),
  ...styled('code', 'mts', 'cts', 'dart', 'ets', 'json5', 'swift', 'jsonc'),
  ...styled('both', 'vue', 'nvue', 'uvue'),
  ...styled('hash', 'yaml', 'yml', 'toml', 'properties', 'pro'),
};

function styled(style: Style, ...extensions: readonly string[]): Readonly<Record<string, Style>> {
  return Object.fromEntries(extensions.map((extension) => [extension, style]));
}

const styleOf = (path: string): Style | undefined => {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(styles, extension) ? styles[extension] : undefined;
};

/** What stands before the word when a comment starts with it, the word's line up to it. */
const openers: Readonly<Record<Style, RegExp>> = {
  markup: /<!--\s?\s?$/,
  code: /(?:\/{2,3}|\/\*\*?|^\s*\*)\s?\s?$/,
  both: /(?:<!--|\/{2,3}|\/\*\*?|^\s*\*)\s?\s?$/,
  hash: /#\s?\s?$/,
};

/** The same files, with an eye on which of those that were read hold a waiver: no file is opened for that alone. */
export function watchWaivers<T extends Folder>(files: T): { readonly files: T; readonly marked: () => readonly string[] } {
  const marked = new Set<string>();
  const read = (path: string): Uint8Array => {
    const bytes = files.read(path);
    if (styleOf(path) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(WORD)) marked.add(path);
    return bytes;
  };
  return { files: { ...files, read }, marked: () => [...marked].toSorted() };
}

/** The waivers that stand in comments of these files. */
export function waiversInPlace(
  paths: readonly string[],
  files: Pick<Folder, 'read'>,
  documents: readonly PolicyDocument[],
  rules: readonly string[],
): InPlace {
  const waivers: PlacedWaiver[] = [];
  const broken: BrokenWaiver[] = [];
  for (const path of paths) {
    const document = documents.find((each) => each.path === path);
    if (document?.extracted) continue;
    const bytes = files.read(path);
    const text = document
      ? new TextDecoder(document.encoding, { ignoreBOM: true }).decode(bytes)
      : decodeText(bytes).text;
    const style = styleOf(path) ?? 'markup';
    const found = commentsIn(text, style);
    const lines = linesAbove(text, found, style);
    for (const comment of found) {
      const { start, end } = comment;
      const said = readWaiver(comment.words, rules);
      if ('why' in said) {
        broken.push({ at: { file: path, start, end }, why: said.why });
        continue;
      }
      const covers = ({ rule, about, at }: Finding): boolean =>
        at.file === path &&
        rule === said.rule &&
        (said.about === undefined || about === said.about) &&
        lines.covers(comment, at.start);
      waivers.push({ ...said, about: said.about ?? '', file: path, start, end, covers });
    }
  }
  return { waivers, broken };
}

/** A comment that starts with the word: the whole of it as offsets, and the words after it. */
interface Comment {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly line: number;
  /** Nothing else stands on its line: then it speaks of what follows. */
  readonly alone: boolean;
}

function commentsIn(text: string, style: Style): readonly Comment[] {
  const found: Comment[] = [];
  let line = 1;
  let counted = 0;
  for (let at = text.indexOf(WORD); at >= 0 && found.length < MOST; at = text.indexOf(WORD, at + WORD.length)) {
    // A line may be the whole of a minified file.
    const before400 = text.slice(Math.max(0, at - 400), at);
    const head = before400.slice(before400.lastIndexOf('\n') + 1);
    const tail = firstLine(text.slice(at + WORD.length, at + 2000));
    const opened = openers[style].exec(head);
    // A comment may also open on the line before, alone.
    const inside = head.trim() === '' && /(?:<!--|\/\*\*?)\s*$/.test(before400.slice(-120));
    if ((!opened && !inside) || /^[\w-]/.test(tail)) continue;
    const close = /--!?>|\*\//.exec(tail);
    const words = tail.slice(0, close?.index).trim();
    const end = at + WORD.length + (close ? close.index : tail.trimEnd().length);
    const before = opened ? head.slice(0, opened.index) : '';
    const after = close ? tail.slice(close.index + close[0].length) : '';
    line += newlines(text, counted, at);
    counted = at;
    found.push({ start: at, end, words, line, alone: isBlank(before) && isBlank(after) });
  }
  return found;
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? '';

/** JSX wraps a comment in braces. */
const isBlank = (text: string): boolean => /^[\s{}\ufeff]*$/.test(text);

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** An attribute may stand lines below the start of its element, and a comment only before that. */
function elementStart(text: string, offset: number): number | undefined {
  const from = Math.max(0, offset - 4000);
  const part = text.slice(from, offset);
  const open = part.lastIndexOf('<');
  return open > part.lastIndexOf('>') && /[a-zA-Z]/.test(text[from + open + 1] ?? '') ? from + open : undefined;
}

/** Tells which places a comment speaks of: those on its line, and below it when it stands alone. */
function linesAbove(text: string, comments: readonly Comment[], style: Style): {
  readonly covers: (comment: Comment, offset: number) => boolean;
} {
  const alone = new Set(comments.flatMap((comment) => (comment.alone ? [comment.line] : [])));
  const lines = text.split('\n');
  const skipped = (line: number): boolean =>
    alone.has(line) || /^\s*(?:<!--|-->|\/\*\*?|\*\/)\s*$/.test((lines[line - 1] ?? '').slice(0, 200));
  const known = new Map<number, { readonly first: number; readonly last: number; readonly above: number }>();
  const around = (offset: number): { readonly first: number; readonly last: number; readonly above: number } => {
    const remembered = known.get(offset);
    if (remembered) return remembered;
    const last = 1 + newlines(text, 0, offset);
    const open = style === 'markup' || style === 'both' ? elementStart(text, offset) : undefined;
    const first = open === undefined ? last : last - newlines(text, open, offset);
    let above = first;
    let blank = 0;
    for (let line = first - 1; line >= 1; line -= 1) {
      if (skipped(line)) above = line;
      else if ((lines[line - 1] ?? '').trim() === '' && blank === 0) blank = 1;
      else break;
    }
    const range = { first, last, above };
    known.set(offset, range);
    return range;
  };
  return {
    covers: ({ line, alone: speaksOfNext }, offset) => {
      const { first, last, above } = around(offset);
      return (line >= first && line <= last) || (speaksOfNext && line >= above && line < first);
    },
  };
}
