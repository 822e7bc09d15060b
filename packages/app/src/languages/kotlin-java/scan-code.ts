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

/** Goes through Kotlin or Java once; the expressions in a template are code. Made for its first calls: it runs a few hundred times. */
export function scanCode(source: string, language: JvmLanguage): Tokens {
  const { length } = source;
  const hasTemplates = language === 'kotlin';
  /** For each brace that is open where it stands. */
  const braces: number[] = [];
  /** The last two units of code that were no space. */
  let last = 0;
  let second = 0;
  let place: number = CODE;
  let [i, n] = [0, 0];
  if (data.length < (length + 1) * WIDTH) data = new Int32Array((length + 1) * WIDTH);

  while (i < length) {
    const unit = source.charCodeAt(i);
    if (place === CODE && unit <= SPACE) {
      i += 1;
      continue;
    }
    const isTemplate = unit === DOLLAR && hasTemplates && (place === STRING || place === RAW);
    if (isTemplate && source.charCodeAt(i + 1) === OPEN) {
      braces.push(place);
      place = CODE;
      i += 2;
    } else if (isTemplate || UNITS[unit] === NAME) {
      if (isTemplate) i += 1;
      const start = i;
      let hash = 0;
      for (let each = isTemplate ? source.charCodeAt(i) : unit; UNITS[each] === NAME; each = source.charCodeAt(i)) {
        if (each === DOLLAR && place !== CODE && (isTemplate || i > start)) break;
        hash = withUnit(hash, each);
        i += 1;
        if (i === length) break;
      }
      if (i > start) {
        const isTail = last === DOT ? second !== DOT : last === COLON && second === COLON;
        data[n] = place === CODE ? (isTail ? TAIL : HEAD) : isTemplate ? NAMED_IN_TEXT : TEXT;
        data[n + 1] = start;
        data[n + 2] = i;
        data[n + 3] = slotOf(hash);
        n += WIDTH;
      }
      if (place === CODE) last = second = 0;
    } else if (place !== CODE) {
      const isRaw = place === RAW;
      if (unit === (place === CHARACTER ? APOSTROPHE : QUOTE) && (!isRaw || source.startsWith('"""', i))) {
        i += isRaw ? 3 : 1;
        // Four quotes: the first belongs to the text.
        if (isRaw && source.charCodeAt(i) === QUOTE) i += 1;
        place = CODE;
      } else if (unit === NEWLINE && !isRaw) place = CODE;
      else i += unit === BACKSLASH && !isRaw ? 2 : 1;
    } else {
      const next = unit === SLASH ? source.charCodeAt(i + 1) : 0;
      if (next === SLASH || next === STAR) {
        const end = next === SLASH ? source.indexOf('\n', i) : source.indexOf('*/', i + 2);
        i = end < 0 ? length : next === SLASH ? end : end + 2;
        continue;
      }
      second = last;
      last = unit;
      if (unit === QUOTE || unit === APOSTROPHE) {
        place = unit === APOSTROPHE ? CHARACTER : source.startsWith('"""', i) ? RAW : STRING;
        i += place === RAW ? 3 : 1;
        continue;
      }
      if (unit === OPEN) braces.push(CODE);
      else if (unit === CLOSE) place = braces.pop() ?? CODE;
      // The brace that ends a template is none of the code's.
      if (UNITS[unit] === SIGN && place === CODE) {
        data[n] = unit;
        data[n + 1] = i;
        n += WIDTH;
      }
      i += 1;
    }
  }
  return { length: n, data };
}
