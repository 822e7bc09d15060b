import type { JvmLanguage } from './grammar.ts';

/** Is told what code is made of, from its beginning to its end. */
export interface CodeVisitor {
  /** A name or keyword; `isTail` behind a dot: `a.b`, `a?.b`, `a::b`. */
  readonly word: (start: number, end: number, isTail: boolean) => void;
  /** A word in a string; `isName` for a template: `"$name"`. */
  readonly text: (start: number, end: number, isName: boolean) => void;
  /** False stops. */
  readonly sign: (sign: Sign, at: number) => boolean;
  /** A line of code begins. */
  readonly line: (start: number) => void;
}

const SIGN = ['{', '}', '(', ')', ';', '=', ','] as const;

/** The signs by which declarations are told apart. */
export type Sign = (typeof SIGN)[number];

const [SPACE, QUOTE, DOLLAR, APOSTROPHE, STAR, DOT, SLASH, COLON, BACKSLASH] = [32, 34, 36, 39, 42, 46, 47, 58, 92] as const;
const [NEWLINE, OPEN, CLOSE] = [10, 123, 125] as const;
const SIGNS: readonly (Sign | undefined)[] = Array.from({ length: 128 }, (_, code) => SIGN.find((sign) => sign.charCodeAt(0) === code));
/** ASCII by whether it stands in names. */
const NAME = Uint8Array.from({ length: 128 }, (_, code) => (/[\w$]/.test(String.fromCharCode(code)) ? 1 : 0));

const isName = (code: number): boolean => code >= 128 || NAME[code] === 1;

/** Goes through Kotlin or Java once, comments and strings apart; the expressions in a template are code. False when it was stopped. */
export function scanCode(source: string, language: JvmLanguage, visitor: CodeVisitor): boolean {
  const { length } = source;
  const hasTemplates = language === 'kotlin';
  /** For each brace that is open the quote of the string that it stands in, '' in code. */
  const braces: string[] = [];
  /** The last two units of code that were no space. */
  let [last, second] = [0, 0];
  let i = 0;

  /** Reads a string's text; ends behind it or in a template. */
  const string = (from: number, quote: string): void => {
    const isRaw = quote.length > 1;
    const end = quote.charCodeAt(0);
    for (i = from; i < length; i += 1) {
      const code = source.charCodeAt(i);
      if (code === end && (!isRaw || source.startsWith(quote, i))) {
        i += quote.length;
        // Four quotes: the first belongs to the text.
        if (isRaw && source.charCodeAt(i) === QUOTE) i += 1;
        return;
      }
      if (code === NEWLINE && !isRaw) return;
      if (code === BACKSLASH && !isRaw) i += 1;
      else if (code === DOLLAR && hasTemplates && end === QUOTE) {
        if (source.charCodeAt(i + 1) === OPEN) {
          braces.push(quote);
          i += 2;
          return;
        }
        const start = i + 1;
        while (i + 1 < length && isName(source.charCodeAt(i + 1)) && source.charCodeAt(i + 1) !== DOLLAR) i += 1;
        if (i >= start) visitor.text(start, i + 1, true);
      } else if (isName(code)) {
        const start = i;
        while (i + 1 < length && isName(source.charCodeAt(i + 1)) && source.charCodeAt(i + 1) !== DOLLAR) i += 1;
        visitor.text(start, i + 1, false);
      }
    }
  };

  while (i < length) {
    const code = source.charCodeAt(i);
    if (isName(code)) {
      const start = i;
      do i += 1;
      while (i < length && isName(source.charCodeAt(i)));
      visitor.word(start, i, last === DOT ? second !== DOT : last === COLON && second === COLON);
      [second, last] = [0, 0];
      continue;
    }
    if (code <= SPACE) {
      i += 1;
      if (code === NEWLINE) visitor.line(i);
      continue;
    }
    const next = code === SLASH ? source.charCodeAt(i + 1) : 0;
    if (next === SLASH || next === STAR) {
      const end = next === SLASH ? source.indexOf('\n', i) : source.indexOf('*/', i + 2);
      i = end < 0 ? length : next === SLASH ? end : end + 2;
      continue;
    }
    [second, last] = [last, code];
    if (code === QUOTE || code === APOSTROPHE) {
      const quote = code === QUOTE && source.startsWith('"""', i) ? '"""' : code === QUOTE ? '"' : "'";
      string(i + quote.length, quote);
    } else if (code === CLOSE && (braces.at(-1) ?? '') !== '') string(i + 1, braces.pop() as string);
    else {
      const sign = SIGNS[code];
      if (code === OPEN) braces.push('');
      else if (code === CLOSE) braces.pop();
      if (sign && !visitor.sign(sign, i)) return false;
      i += 1;
    }
  }
  return true;
}
