import { markerOf } from '../marker.ts';
import type { Range } from '../rendered.ts';
import { isWide } from '../tidy.ts';
import { readable } from './characters.ts';

/** A piece of text as the PDF draws it; y is its base line, counted from the top of the page. */
interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
}

/** A page of pieces in the order in which they are drawn. */
export interface Page {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/** A line of text, or the part of one that stands in a column. */
export interface PdfLine {
  readonly text: string;
  /** Page, from 0. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Stretches of its text in bold letters. */
  readonly strong: readonly Range[];
}

/** Puts pieces together that stand on one base line; a wide gap parts columns. */
export function linesOf(pages: readonly Page[]): PdfLine[] {
  return pages.flatMap(({ pieces }, page) => {
    const lines: PdfLine[] = [];
    let open: Open | undefined;
    for (const piece of pieces) {
      const text = readable(piece.text);
      if (text.trim() === '') {
        if (open && text !== '') open.space = true;
        continue;
      }
      if (open && goesOnIn(open, piece)) add(open, piece, text);
      else {
        if (open) lines.push(closed(open, page));
        open = startLine(piece, text);
      }
    }
    if (open) lines.push(closed(open, page));
    return lines;
  });
}

interface Open {
  text: string;
  readonly left: number;
  right: number;
  readonly y: number;
  size: number;
  space: boolean;
  readonly strong: { start: number; end: number }[];
}

function startLine({ x, y, width, size, bold }: Piece, text: string): Open {
  const strong = bold ? [{ start: 0, end: text.length }] : [];
  return { text, left: x, right: x + width, y, size, space: false, strong };
}

function goesOnIn(line: Open, { x, y, size }: Piece): boolean {
  const em = Math.max(line.size, size);
  if (Math.abs(y - line.y) > em * 0.5 || x < line.right - em) return false;
  const gap = x - line.right;
  return gap < em * 1.8 || (gap < em * 5 && isMarker(line.text));
}

/** A number or bullet that stands apart from its text. */
function isMarker(text: string): boolean {
  const line = `${text.trim()} `;
  return line.length < 12 && markerOf(`${line}文`)?.length === line.length;
}

function add(line: Open, piece: Piece, text: string): void {
  const gap = piece.x - line.right;
  const apart = line.space || gap > piece.size * 0.2;
  const wide = isWide(line.text.charCodeAt(line.text.length - 1)) && isWide(text.charCodeAt(0));
  const joint = apart && !wide && !/\s$/.test(line.text) && !/^\s/.test(text) ? ' ' : '';
  const start = line.text.length + joint.length;
  line.text += joint + text;
  const last = line.strong.at(-1);
  if (piece.bold && last && last.end >= start - 1) last.end = line.text.length;
  else if (piece.bold) line.strong.push({ start, end: line.text.length });
  line.right = Math.max(line.right, piece.x + piece.width);
  line.size = Math.max(line.size, piece.size);
  line.space = false;
}

function closed({ text, left, right, y, size, strong }: Open, page: number): PdfLine {
  const words = text.trim();
  const blanks = text.length - text.trimStart().length;
  const moved = strong.flatMap(({ start, end }) => {
    const range = { start: Math.max(0, start - blanks), end: Math.min(words.length, end - blanks) };
    return range.end > range.start ? [range] : [];
  });
  return { text: words, page, left, right, y, size, strong: moved };
}
