import type { Range } from '../rendered.ts';

/** A string, a word or a sign of a program; comments and blanks are passed over. */
export type Token = StringToken | PlainToken;

interface PlainToken extends Range {
  readonly kind: 'word' | 'sign';
}

interface StringToken extends Range {
  readonly kind: 'string';
  /** Length of what opens it (`r'''`) and of what closes it. */
  readonly open: number;
  readonly quote: number;
  /** Values filled in: `$name`, `${…}`. */
  readonly values: readonly Range[];
}

const WORD = /[A-Za-z_$][\w$.]*/y;
const BLANK = /\s+/y;

/** Takes a program apart as far as its strings need it: those of Dart, and of JavaScript where it cannot be parsed. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const blank = matchAt(BLANK, source, at);
    if (blank > 0) {
      at += blank;
      continue;
    }
    const comment = commentAt(source, at);
    if (comment > at) {
      at = comment;
      continue;
    }
    const string = stringAt(source, at);
    if (string) {
      tokens.push(string);
      at = string.end;
      continue;
    }
    const word = matchAt(WORD, source, at);
    const end = at + Math.max(1, word);
    tokens.push({ kind: word > 0 ? 'word' : 'sign', start: at, end });
    at = end;
  }
  return tokens;
}

function matchAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}

/** Behind the comment that begins here, or here. */
function commentAt(source: string, at: number): number {
  if (source.startsWith('//', at)) return lineEnd(source, at);
  if (!source.startsWith('/*', at)) return at;
  const end = source.indexOf('*/', at + 2);
  return end < 0 ? source.length : end + 2;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

/** The string that begins here, its interpolations within. */
function stringAt(source: string, at: number): StringToken | undefined {
  const raw = source.charAt(at) === 'r' && /['"]/.test(source.charAt(at + 1)) ? 1 : 0;
  const sign = source.charAt(at + raw);
  if (sign !== "'" && sign !== '"' && sign !== '`') return undefined;
  const quote = sign !== '`' && source.startsWith(sign.repeat(3), at + raw) ? 3 : 1;
  const close = sign.repeat(quote);
  const values: Range[] = [];
  let i = at + raw + quote;
  while (i < source.length) {
    const unit = source.charAt(i);
    if (unit === '\\' && raw === 0) i += 2;
    else if (unit === sign && source.startsWith(close, i)) break;
    // A quote that is not closed on its line is an apostrophe.
    else if (unit === '\n' && quote === 1 && sign !== '`') return undefined;
    else if (unit === '$' && raw === 0) {
      const end = valueEnd(source, i);
      if (end > i + 1) values.push({ start: i, end });
      i = Math.max(end, i + 1);
    } else i++;
  }
  return { kind: 'string', start: at, end: Math.min(i + quote, source.length), open: raw + quote, quote, values };
}

/** Behind `$name` or `${…}`; braces and quotes within are counted for a few hundred characters. */
function valueEnd(source: string, at: number): number {
  if (source.charAt(at + 1) !== '{') return at + 1 + matchAt(/[A-Za-z_]\w*/y, source, at + 1);
  let depth = 0;
  for (let i = at + 1; i < Math.min(source.length, at + 400); i++) {
    const unit = source.charAt(i);
    if (unit === '{') depth++;
    else if (unit === '}' && --depth === 0) return i + 1;
  }
  return at + 1;
}
