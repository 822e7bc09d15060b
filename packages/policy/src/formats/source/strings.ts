import { copy, put } from '../rendered.ts';
import type { Writing } from '../rendered.ts';

/** Writes text that stands for other words of the source, even where it is as long as they are. */
export function putInstead(writing: Writing, text: string, start: number, end: number): void {
  if (text.length !== end - start) {
    put(writing, text, start, end);
    return;
  }
  // Runs of equal length are taken for the same letters.
  put(writing, text.slice(0, -1), start, end);
  put(writing, text.slice(-1), end, end);
}

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\r\n|[\s\S])/g;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '', b: '', f: '', v: '', 0: '' };

/** Writes what stands between the quotes of a string, its escapes resolved. */
export function writeString(writing: Writing, source: string, start: number, end: number): void {
  const body = source.slice(start, end);
  if (!body.includes('\\')) {
    copy(writing, source, start, end);
    return;
  }
  let from = 0;
  for (const match of body.matchAll(ESCAPE)) {
    const [escape, wide, four, two] = match;
    copy(writing, source, start + from, start + match.index);
    from = match.index + escape.length;
    const code = wide ?? four ?? two;
    const meant = code === undefined ? plain(escape.slice(1)) : character(Number.parseInt(code, 16));
    put(writing, meant, start + match.index, start + from);
  }
  copy(writing, source, start + from, end);
}

/** What a letter after a backslash means; a line end there means nothing. */
function plain(letter: string): string {
  return /^[\r\n\u2028\u2029]/.test(letter) ? '' : (LETTERS[letter] ?? letter);
}

function character(code: number): string {
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\ufffd';
}
