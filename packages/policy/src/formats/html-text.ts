import { goesOn } from './lines.ts';
import { BREAK, copy, put, startWriting } from './rendered.ts';
import type { Range, Writing } from './rendered.ts';

/**
 * Writes the text of an HTML text node, whose entities the parser has decoded, tied to the source it was decoded from.
 * The parser joins texts that stand apart in the source, so tags in between are passed over.
 */
export function writeText(writing: Writing, data: string, source: string, { start, end }: Range, pre: boolean): void {
  const breaks = breaksOf(data, pre);
  if (breaks.length === 0 && data.length === end - start && !/[&\r<]/.test(source.slice(start, end))) {
    copy(writing, source, start, end);
    return;
  }
  let at = start;
  let from = 0;
  for (const [breakStart, breakEnd] of [...breaks, [data.length, data.length] as const]) {
    at = align(writing, data.slice(from, breakStart), source, at, end);
    if (breakEnd > breakStart) {
      const next = skip(data.slice(breakStart, breakEnd), source, at, end);
      put(writing, BREAK, at, next);
      at = next;
    }
    from = breakEnd;
  }
}

/**
 * Stretches of white space that part paragraphs. Preformatted text is parted at its line ends; a text with blank lines
 * was written as plain text, so what ends or begins like a paragraph is one.
 */
function breaksOf(data: string, pre: boolean): [number, number][] {
  const breaks: [number, number][] = [];
  if (!pre && !/\n\s*\n/.test(data.trim())) return breaks;
  let from = 0;
  for (const match of data.matchAll(LINE_END)) {
    const end = match.index + match[0].length;
    const inside = end < data.length && data.slice(from, match.index).trim() !== '';
    const goes = goesOn(data.slice(from, match.index).trim(), firstLine(data, end));
    const blank = match[0].lastIndexOf('\n') > 0;
    if (pre ? goes !== true : inside && (blank || goes === false)) breaks.push([match.index, end]);
    from = end;
  }
  return breaks;
}

const LINE_END = /\n\s*/g;

function firstLine(data: string, from: number): string {
  const end = data.indexOf('\n', from);
  return data.slice(from, end < 0 ? data.length : end).trim();
}

/** Writes decoded text from the source at `from`; answers where it stopped. */
function align(writing: Writing, data: string, source: string, from: number, end: number): number {
  let at = from;
  let plain = at;
  const flush = (): void => {
    if (at > plain) copy(writing, source, plain, at);
  };
  for (let i = 0; i < data.length && at < end;) {
    const unit = source.charCodeAt(at);
    if (unit === 38) {
      const length = entityLength(data, i, source, at);
      if (length) {
        flush();
        put(writing, data.slice(i, i + length.data), at, at + length.source);
        at += length.source;
        i += length.data;
        plain = at;
        continue;
      }
    }
    const tag = unit === 60 && isTagAt(source, at) && !data.startsWith(source.slice(at, at + 8), i);
    if (unit === data.charCodeAt(i) && !tag) {
      at++;
      i++;
    } else if (unit === 13) {
      flush();
      const length = source.charCodeAt(at + 1) === 10 ? 2 : 1;
      put(writing, '\n', at, at + length);
      at += length;
      i++;
      plain = at;
    } else {
      flush();
      at = passOver(source, at, end);
      plain = at;
    }
  }
  flush();
  return at;
}

/** The source of some white space of the data. */
function skip(data: string, source: string, from: number, end: number): number {
  return align(startWriting(), data, source, from, end);
}

function isTagAt(source: string, at: number): boolean {
  return /[a-zA-Z/!?]/.test(source.charAt(at + 1));
}

/** Behind a tag or comment that the parser took out of a text, or one character on. */
function passOver(source: string, at: number, end: number): number {
  if (source.charCodeAt(at) !== 60) return at + 1;
  const sign = source.startsWith('<!--', at) ? '-->' : '>';
  const close = source.indexOf(sign, at);
  return close < 0 || close >= end ? at + 1 : close + sign.length;
}

const ENTITY = /&(?:#[xX][0-9a-fA-F]+;?|#\d+;?|[a-zA-Z][a-zA-Z0-9]*;?)/y;
const AMPERSAND = /&(?:amp;?|#0*38;?|#[xX]0*26;?)/iy;

interface Lengths {
  readonly source: number;
  readonly data: number;
}

/** Units that a character reference at `at` takes in the source and in the data; undefined for a mere `&`. */
function entityLength(data: string, i: number, source: string, at: number): Lengths | undefined {
  if (data.charCodeAt(i) === 38) {
    AMPERSAND.lastIndex = at;
    const match = AMPERSAND.exec(source);
    return match ? { source: match[0].length, data: 1 } : undefined;
  }
  ENTITY.lastIndex = at;
  const whole = ENTITY.exec(source)?.[0];
  if (!whole) return undefined;
  const units = isHighSurrogate(data.charCodeAt(i)) ? 2 : 1;
  if (whole.startsWith('&#') || whole.endsWith(';')) {
    const agrees = (count: number): boolean =>
      i + count >= data.length ||
      data[i + count] === source[at + whole.length] ||
      '&<\r'.includes(source.charAt(at + whole.length));
    if (agrees(units) || whole.startsWith('&#')) return { source: whole.length, data: units };
    if (agrees(2)) return { source: whole.length, data: 2 };
  }
  // `&nbspWe`, without its semicolon: the name after which the texts agree.
  for (let length = 3; length < whole.length; length++) {
    if (data.startsWith(source.slice(at + length, at + whole.length), i + 1)) return { source: length, data: 1 };
  }
  return { source: whole.length, data: units };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
