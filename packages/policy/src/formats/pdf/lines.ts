import { markerOf } from '../marker.ts';
import { isWide } from '../tidy.ts';
import { readable } from './characters.ts';

/** A piece of text as the PDF draws it; y is its base line, counted from the top of the page. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
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
        open = { text, left: piece.x, right: piece.x + piece.width, y: piece.y, size: piece.size, space: false };
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
  line.text += joint + text;
  line.right = Math.max(line.right, piece.x + piece.width);
  line.size = Math.max(line.size, piece.size);
  line.space = false;
}

function closed({ text, left, right, y, size }: Open, page: number): PdfLine {
  return { text: text.trim(), page, left, right, y, size };
}
