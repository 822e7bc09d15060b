import { copy, markStrong, put } from './rendered.ts';
import type { Writing } from './rendered.ts';

/** Marks that exports from web pages leave in plain text: `**bold**`, `1\.`, `_斜体_`; not those of a NAME_LIKE_THIS. */
const MARKS = /\*\*|\\[\\.\-*_#+!()[\]>|]|(?<!\w)_{1,3}(?=[^\s\w年月日])|(?<=[^\s\w])_{1,3}(?!\w)/g;

/** Writes a line of plain text, without the Markdown marks that it may hold. */
export function copyLine(writing: Writing, source: string, start: number, end: number): void {
  const line = source.slice(start, end);
  if (!/\*\*|[\\_]/.test(line)) {
    copy(writing, source, start, end);
    return;
  }
  let from = 0;
  let bold = -1;
  for (const match of line.matchAll(MARKS)) {
    const at = match.index;
    copy(writing, source, start + from, start + at);
    if (match[0] === '**') {
      if (bold < 0) bold = writing.text.length;
      else {
        markStrong(writing, bold);
        bold = -1;
      }
    } else if (match[0].startsWith('\\')) {
      put(writing, match[0].slice(1), start + at, start + at + 2);
    }
    from = at + match[0].length;
  }
  copy(writing, source, start + from, end);
}
