import type { Range, Rendered } from '../rendered.ts';
import { say, sayHtml, sayLines, tag } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { isShown } from './shown.ts';
import type { Role } from './shown.ts';

/** Where a text stands in a program. */
export interface Standing {
  readonly role?: Role | undefined;
  /** It stands where texts stand: few words are enough. */
  readonly named?: boolean;
  /** Within a line of elements. */
  readonly inline?: boolean;
  readonly bold?: boolean;
  /** How many objects are around it. */
  readonly depth: number;
}

const HTML = /<(?:p|br|div|li|h[1-6]|table|ul|ol|section|strong|b)\b[^<>]*>/i;

/** Writes a text as a heading, an item, a paragraph, or with the markup of its own; nothing for what no user reads. */
export function sayText(sheet: Sheet, text: Rendered, { start, end }: Range, standing: Standing): void {
  const plain = text.text.trim();
  if (standing.inline) {
    const shown = plain === '' || !/[A-Za-z]/.test(plain) || isShown(plain, true);
    if (shown && text.text !== '') say(sheet, text);
    return;
  }
  if (!isShown(plain, standing.named === true)) return;
  if (HTML.test(plain)) {
    tag(sheet, 'div', start);
    sayHtml(sheet, text);
    tag(sheet, '/div', end);
  } else if (plain.includes('\n', plain.indexOf('\n') + 1)) {
    sayLines(sheet, text);
  } else {
    const heading = standing.role === 'heading' && plain.length <= 80 && !/[。；;]$/.test(plain);
    const level = Math.min(6, Math.max(1, standing.depth));
    const name = heading ? `h${level}` : standing.role === 'item' ? 'li' : 'p';
    tag(sheet, name, start);
    if (standing.bold) tag(sheet, 'b', start);
    say(sheet, text);
    if (standing.bold) tag(sheet, '/b', end);
    tag(sheet, `/${name}`, end);
  }
}
