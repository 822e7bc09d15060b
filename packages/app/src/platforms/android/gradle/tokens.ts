/** A word of a Gradle script; comments are gone, line ends stay because statements end there. */
export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'mark' | 'line';
  /** For strings what stands between the quotes, escapes resolved. */
  readonly text: string;
  /** Range in the file; for strings that of the content, so that it can be pointed at. */
  readonly start: number;
  readonly end: number;
  /** A string with `$name` or `${…}` in it. */
  readonly interpolated?: boolean;
}

const BLANK = /[ \t\r\f\u00a0\ufeff]+|\\\r?\n|\/\/[^\n]*|#![^\n]*/y;
const WORD = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y;
const NUMBER = /\d\w*(?:\.\d\w*)?/y;
const QUOTED = /`([^`\n]*)`/y;
const SLASHY = /\/(?![/*\s])(?:[^/\\\n]|\\.)*\//y;
const BEFORE_SLASHY = new Set(['(', ',', '=', '~', '[', ':']);

/** Splits a Groovy or Kotlin build script into tokens; never throws, and takes time linear in the length. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const push = (kind: Token['kind'], length: number): void => {
    tokens.push({ kind, text: text.slice(at, at + length), start: at, end: at + length });
    at += length;
  };
  while (at < text.length) {
    const character = text.charAt(at);
    const blank = take(BLANK);
    if (blank) at += blank.length;
    else if (character === '\n') {
      if (tokens.at(-1)?.kind === 'line') at += 1;
      else push('line', 1);
    } else if (text.startsWith('/*', at)) at = commentEnd(text, at);
    else if (character === '"' || character === "'") {
      const string = readString(text, at, character);
      tokens.push(string.token);
      at = string.next;
    } else if (character === '`') {
      const quoted = take(QUOTED);
      if (quoted) tokens.push({ kind: 'word', text: quoted.slice(1, -1), start: at + 1, end: at + quoted.length - 1 });
      at += quoted?.length ?? 1;
    } else if (character === '/' && BEFORE_SLASHY.has(tokens.at(-1)?.text ?? '') && take(SLASHY)) {
      const slashy = take(SLASHY) ?? '/';
      tokens.push({ kind: 'string', text: slashy.slice(1, -1), start: at + 1, end: at + slashy.length - 1 });
      at += slashy.length;
    } else {
      const word = take(WORD);
      const number = word ? undefined : take(NUMBER);
      push(word ? 'word' : number ? 'number' : 'mark', (word ?? number ?? character).length);
    }
  }
  return tokens;
}

function commentEnd(text: string, start: number): number {
  const end = text.indexOf('*/', start + 2);
  return end < 0 ? text.length : end + 2;
}

function readString(text: string, start: number, quote: string): { readonly token: Token; readonly next: number } {
  const triple = text.startsWith(quote.repeat(3), start);
  const delimiter = triple ? quote.repeat(3) : quote;
  const from = start + delimiter.length;
  let at = from;
  let interpolated = false;
  let escaped = false;
  while (at < text.length && !text.startsWith(delimiter, at)) {
    const character = text.charAt(at);
    // A quote left open ends with its line, so that one mistake does not swallow the rest of the file.
    if (character === '\n' && !triple) break;
    if (character === '\\') escaped = true;
    if (character === '$' && quote === '"') {
      interpolated = true;
      at = text.startsWith('${', at) ? interpolationEnd(text, at + 2) : at + 1;
    } else at += character === '\\' ? 2 : 1;
  }
  const end = Math.min(at, text.length);
  const raw = text.slice(from, end);
  return {
    token: {
      kind: 'string',
      text: escaped ? raw.replace(/\\(.)/g, '$1') : raw,
      start: from,
      end,
      ...(interpolated && { interpolated }),
    },
    next: text.startsWith(delimiter, end) ? end + delimiter.length : end,
  };
}

/** Behind the brace that closes a `${`, or the end of the line when none does. */
function interpolationEnd(text: string, start: number): number {
  let depth = 1;
  let at = start;
  while (at < text.length && depth > 0 && text.charAt(at) !== '\n') {
    if (text.charAt(at) === '{') depth += 1;
    if (text.charAt(at) === '}') depth -= 1;
    at += 1;
  }
  return at;
}
