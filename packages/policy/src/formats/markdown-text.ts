import { BREAK, copy, pick, put } from './rendered.ts';
import type { Piece, Rendered, Writing } from './rendered.ts';
import { goesOn } from './lines.ts';

const ESCAPED = /[!-/:-@[-`{-~]/;
const ENTITY = /&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});/y;

/** Writes a text of the Markdown tree, escapes and entities resolved, tied to its source; answers where it ended. */
export function writeMarkdown(writing: Writing, value: string, source: string, start: number, end: number): number {
  let at = start;
  let plain = at;
  const flush = (): void => {
    if (at > plain) copy(writing, source, plain, at);
  };
  const replace = (text: string, length: number): void => {
    flush();
    put(writing, text, at, at + length);
    at += length;
    plain = at;
  };
  for (let i = 0; i < value.length && at < end;) {
    const char = value.charAt(i);
    const there = source.charAt(at);
    if (there === '&') {
      ENTITY.lastIndex = at;
      const entity = ENTITY.exec(source)?.[0];
      // An entity that the parser does not know stays as it is.
      if (entity && !(char === '&' && value.startsWith(entity, i) && !/^&amp;/i.test(entity))) {
        const units = isHighSurrogate(char) ? 2 : 1;
        replace(value.slice(i, i + units), entity.length);
        i += units;
        continue;
      }
    }
    if (there === '\\' && source.charAt(at + 1) === char && ESCAPED.test(char)) {
      replace(char, 2);
      i++;
    } else if (there === char && char !== '\n') {
      at++;
      i++;
    } else if (char === '\n') {
      flush();
      const to = lineStart(source, at, end, value.charAt(i + 1));
      put(writing, '\n', at, to);
      at = to;
      plain = at;
      i++;
    } else {
      // Marks of the paragraph around: `> `, indentation, backticks.
      flush();
      at++;
      plain = at;
    }
  }
  flush();
  return at;
}

function isHighSurrogate(char: string): boolean {
  return char >= '\ud800' && char <= '\udbff';
}

/** The start of the next line's text, behind indentation and quotation marks. */
function lineStart(source: string, from: number, end: number, next: string): number {
  let at = from;
  while (at < end && source.charAt(at) !== '\n' && source.charAt(at) !== '\r') at++;
  if (source.charAt(at) === '\r') at++;
  if (source.charAt(at) === '\n') at++;
  while (at < end && /[ \t>]/.test(source.charAt(at)) && source.charAt(at) !== next) at++;
  return Math.min(at, end);
}

/** Line ends that a renderer would take for spaces are breaks when the lines read like paragraphs of their own. */
export function partLines(text: Rendered): Rendered {
  if (!text.text.includes('\n')) return text;
  const pieces: Piece[] = [];
  const lines = text.text.split('\n');
  let from = 0;
  let bold = 0;
  lines.forEach((line, index) => {
    const end = from + line.length;
    pieces.push({ start: from, end });
    const next = lines[index + 1];
    while (bold < text.strong.length && (text.strong[bold]?.end ?? 0) < end - 1) bold++;
    const set = text.strong[bold];
    if (next !== undefined) {
      // A line in bold letters before one that is not is a heading.
      const label = set && set.start <= from + 1 && set.end <= end && line.length <= 80;
      const parted = label || goesOn(line.slice(-200).trim(), next.slice(0, 200).trim()) === false;
      pieces.push({ start: end, end: end + 1, ...(parted && { as: BREAK }) });
    }
    from = end + 1;
  });
  return pick(text, pieces);
}
