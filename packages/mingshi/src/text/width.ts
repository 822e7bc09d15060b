/** Columns that a character takes in a terminal: two for East Asian and emoji, none for marks that sit on another. */
function columnsOf(point: number): 0 | 1 | 2 {
  if (point < 0x300) return 1;
  if (isCombining(point)) return 0;
  return isWide(point) ? 2 : 1;
}

function isCombining(point: number): boolean {
  return (
    (point >= 0x300 && point <= 0x36f) ||
    (point >= 0x1ab0 && point <= 0x1aff) ||
    (point >= 0x20d0 && point <= 0x20ff) ||
    (point >= 0xfe00 && point <= 0xfe0f) ||
    (point >= 0xfe20 && point <= 0xfe2f) ||
    point === 0x200c ||
    point === 0x200d
  );
}

function isWide(point: number): boolean {
  return (
    (point >= 0x1100 && point <= 0x115f) ||
    (point >= 0x2e80 && point <= 0xa4cf && point !== 0x303f) ||
    (point >= 0xa960 && point <= 0xa97c) ||
    (point >= 0xac00 && point <= 0xd7a3) ||
    (point >= 0xf900 && point <= 0xfaff) ||
    (point >= 0xfe30 && point <= 0xfe6f) ||
    (point >= 0xff00 && point <= 0xff60) ||
    (point >= 0xffe0 && point <= 0xffe6) ||
    (point >= 0x1f300 && point <= 0x1f64f) ||
    (point >= 0x1f680 && point <= 0x1f6ff) ||
    (point >= 0x1f900 && point <= 0x1faff) ||
    (point >= 0x20000 && point <= 0x3fffd)
  );
}

/** Columns that a text without line breaks takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0) ?? 0);
  return width;
}

/** The text with blanks after it up to a width. */
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Blanks in front of a text up to a width in columns. */
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Punctuation that must not begin a line, and what must not end one. */
const CLOSING = /^[，。、；：？！）」』》〉】〕”’·…,.;:?!)\]}%—]/u;
const OPENING = /[（「『《〈【〔“‘([{]$/u;

/**
 * Folds a text to a width, between words and between Chinese characters; a piece that is too long by itself is cut. Behind
 * the first `most` lines the text is not looked at.
 */
export function fold(text: string, width: number, most = Number.POSITIVE_INFINITY): readonly string[] {
  const room = Math.max(width, 8);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of piecesOf(text, room)) {
    const size = widthOf(piece);
    const trimmed = widthOf(piece.trimEnd());
    if (used + trimmed > room && line !== '') {
      lines.push(line.trimEnd());
      if (lines.length === most) return lines;
      line = piece.trimStart();
      used = widthOf(line);
    } else {
      line += piece;
      used += size;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

const WIDE = String.raw`\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3fffd}`;
const ATOM = new RegExp(`[${WIDE}] *|[^\\s${WIDE}]+\\s*|\\s+`, 'gu');

/** What may stand alone on a line: a word with the blank after it, a wide character with its punctuation. */
function* piecesOf(text: string, room: number): Generator<string> {
  let last = '';
  for (const [atom] of text.matchAll(ATOM)) {
    const apart = last.endsWith(' ') && !atom.startsWith('·');
    const sticks = last !== '' && !apart && (CLOSING.test(atom) || OPENING.test(last));
    if (sticks && widthOf(last) + widthOf(atom) <= room) {
      last += atom;
      continue;
    }
    if (last !== '') yield last;
    const parts = widthOf(atom.trimEnd()) <= room ? [atom] : cut(atom, room);
    yield* parts.slice(0, -1);
    last = parts.at(-1) ?? '';
  }
  if (last !== '') yield last;
}

/** As much of a text as fits. */
export function cutTo(text: string, width: number): string {
  return widthOf(text) <= width ? text : (cut(text, width)[0] ?? '');
}

function cut(atom: string, room: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of atom) {
    const size = columnsOf(character.codePointAt(0) ?? 0);
    if (used + size > room) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += size;
  }
  parts.push(part);
  return parts;
}
