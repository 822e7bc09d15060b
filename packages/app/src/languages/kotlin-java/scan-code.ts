import type { JvmLanguage } from './grammar.ts';
import { slotOf, withUnit } from './word-set.ts';

/** What code is made of, in order and without comments: `WIDTH` numbers a token. Good until the next scan. */
export interface Tokens {
  readonly length: number;
  /** A kind, or the code of a sign; start and end; of words their slot in a set of words. */
  readonly data: Int32Array;
}

export const WIDTH = 4;

/** Kinds: a name or keyword, the same behind a dot (`a.b`, `a?.b`, `a::b`), a word in a string, a name in a template (`"$name"`). */
export const [HEAD, TAIL, TEXT, NAMED_IN_TEXT] = [0, 1, 2, 3] as const;

/** The signs by which declarations are told apart. */
export const [OPEN_PAREN, CLOSE_PAREN, COMMA, SEMICOLON, EQUALS, OPEN, CLOSE] = [40, 41, 44, 59, 61, 123, 125] as const;

const [SPACE, NEWLINE, QUOTE, DOLLAR, APOSTROPHE, STAR, DOT, SLASH, COLON, BACKSLASH] = [32, 10, 34, 36, 39, 42, 46, 47, 58, 92] as const;
/** Units by what they are: part of names, signs. */
const [NAME, SIGN] = [1, 2] as const;
const UNITS = Uint8Array.from({ length: 1 << 16 }, (_, unit) => {
  const char = String.fromCharCode(unit);
  return unit >= 128 || /[\w$]/.test(char) ? NAME : /[(),;={}]/.test(char) ? SIGN : 0;
});
/** Where a scan stands: in code, or in a string with one quote, three quotes or apostrophes. */
const [CODE, STRING, RAW, CHARACTER] = [0, 1, 2, 3] as const;

/** One for all scans: to make it anew takes longer than to scan most files. */
let data = new Int32Array(1 << 16);

/** How far a scan has come. */
interface Scan {
  readonly source: string;
  readonly hasTemplates: boolean;
  /** The unit that is read next. */
  at: number;
  /** How many numbers are written. */
  length: number;
  place: number;
  /** For each brace that is open where it stands. */
  readonly braces: number[];
  /** The last two units of code that were no space. */
  last: number;
  second: number;
}

/** Goes through Kotlin or Java once; the expressions in a template are code. */
export function scanCode(source: string, language: JvmLanguage): Tokens {
  const { length } = source;
  if (data.length < (length + 1) * WIDTH) data = new Int32Array((length + 1) * WIDTH);
  const scan: Scan = { source, hasTemplates: language === 'kotlin', at: 0, length: 0, place: CODE, braces: [], last: 0, second: 0 };
  while (scan.at < length) {
    const unit = source.charCodeAt(scan.at);
    if (scan.place === CODE && unit <= SPACE) scan.at += 1;
    else if (unit === DOLLAR && isInTemplate(scan)) readTemplate(scan);
    else if (UNITS[unit] === NAME) readWord(scan, false);
    else if (scan.place !== CODE) readText(scan, unit);
    else readSign(scan, unit);
  }
  return { length: scan.length, data };
}

function isInTemplate({ hasTemplates, place }: Scan): boolean {
  return hasTemplates && (place === STRING || place === RAW);
}

function readTemplate(scan: Scan): void {
  if (scan.source.charCodeAt(scan.at + 1) === OPEN) {
    scan.braces.push(scan.place);
    scan.place = CODE;
    scan.at += 2;
  } else {
    scan.at += 1;
    readWord(scan, true);
  }
}

function readWord(scan: Scan, isTemplate: boolean): void {
  const { source, at: start, place, last, second } = scan;
  let [end, hash] = [start, 0];
  for (; end < source.length; end += 1) {
    const unit = source.charCodeAt(end);
    if (UNITS[unit] !== NAME) break;
    if (unit === DOLLAR && place !== CODE && (isTemplate || end > start)) break;
    hash = withUnit(hash, unit);
  }
  if (end > start) {
    const isTail = last === DOT ? second !== DOT : last === COLON && second === COLON;
    const n = scan.length;
    data[n] = place === CODE ? (isTail ? TAIL : HEAD) : isTemplate ? NAMED_IN_TEXT : TEXT;
    data[n + 1] = start;
    data[n + 2] = end;
    data[n + 3] = slotOf(hash);
    scan.length = n + WIDTH;
  }
  scan.at = end;
  if (place === CODE) scan.last = scan.second = 0;
}

/** Takes a unit of a string that belongs to no word. */
function readText(scan: Scan, unit: number): void {
  const { source, at, place } = scan;
  const isRaw = place === RAW;
  if (unit === (place === CHARACTER ? APOSTROPHE : QUOTE) && (!isRaw || source.startsWith('"""', at))) {
    const end = at + (isRaw ? 3 : 1);
    // Four quotes: the first belongs to the text.
    scan.at = isRaw && source.charCodeAt(end) === QUOTE ? end + 1 : end;
    scan.place = CODE;
  } else if (unit === NEWLINE && !isRaw) scan.place = CODE;
  else scan.at = at + (unit === BACKSLASH && !isRaw ? 2 : 1);
}

/** Takes a unit of code that belongs to no word: of a comment, a quote, a brace or another sign. */
function readSign(scan: Scan, unit: number): void {
  const { source, at, braces } = scan;
  const next = unit === SLASH ? source.charCodeAt(at + 1) : 0;
  if (next === SLASH || next === STAR) {
    scan.at = endOfComment(source, at, next);
    return;
  }
  scan.second = scan.last;
  scan.last = unit;
  if (unit === QUOTE || unit === APOSTROPHE) {
    scan.place = unit === APOSTROPHE ? CHARACTER : source.startsWith('"""', at) ? RAW : STRING;
    scan.at = at + (scan.place === RAW ? 3 : 1);
    return;
  }
  if (unit === OPEN) braces.push(CODE);
  else if (unit === CLOSE) scan.place = braces.pop() ?? CODE;
  // The brace that ends a template is none of the code's.
  if (UNITS[unit] === SIGN && scan.place === CODE) {
    data[scan.length] = unit;
    data[scan.length + 1] = at;
    scan.length += WIDTH;
  }
  scan.at = at + 1;
}

function endOfComment(source: string, at: number, next: number): number {
  const end = next === SLASH ? source.indexOf('\n', at) : source.indexOf('*/', at + 2);
  return end < 0 ? source.length : next === SLASH ? end : end + 2;
}
