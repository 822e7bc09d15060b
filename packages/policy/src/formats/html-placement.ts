import type { HtmlParent } from './html-nodes.ts';

/** How many elements of these names are open. */
export interface Open {
  p: number;
  a: number;
  form: number;
  button: number;
}

/** Elements that end a paragraph which is open. */
const ENDS_PARAGRAPH = new Set([
  'address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details', 'dialog', 'dir', 'div', 'dl', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'li', 'main',
  'menu', 'nav', 'ol', 'p', 'pre', 'search', 'section', 'summary', 'table', 'ul',
]);

const IN_HEAD = ['base', 'link', 'meta', 'noscript', 'script', 'style', 'title'];
const IN_ANY_TABLE = ['script', 'style'];
const ROWS = ['tr', ...IN_ANY_TABLE];
const LISTS = ['dir', 'menu', 'ol', 'ul'];

/** What alone may stand directly inside of these. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  root: ['html'],
  html: ['head', 'body'],
  head: IN_HEAD,
  table: ['caption', 'colgroup', 'tbody', 'tfoot', 'thead', ...ROWS],
  colgroup: ['col'],
  thead: ROWS,
  tbody: ROWS,
  tfoot: ROWS,
  tr: ['td', 'th', ...IN_ANY_TABLE],
  select: ['option'],
  option: [],
};

/** What these alone may stand directly inside of. */
const PLACE: Readonly<Record<string, readonly string[]>> = {
  html: ['root'],
  head: ['html'],
  body: ['html'],
  caption: ['table'],
  colgroup: ['table'],
  col: ['colgroup'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'tbody', 'tfoot', 'thead'],
  td: ['tr'],
  th: ['tr'],
  li: LISTS,
  dt: ['dl'],
  dd: ['dl'],
  option: ['datalist', 'select'],
};

/** Elements with rules of their own. */
const PECULIAR = new Set([
  'applet', 'basefont', 'bgsound', 'frame', 'frameset', 'image', 'keygen', 'listing', 'marquee', 'math', 'nobr', 'noembed', 'noframes',
  'object', 'optgroup', 'param', 'plaintext', 'rb', 'rp', 'rt', 'rtc', 'ruby', 'svg', 'template', 'xmp',
]);

const HEADING = /^h[1-6]$/;

/** Whether a start tag leaves an element just where it stands, so that nothing is closed, opened or moved for it. */
export function isInPlace(name: string, parent: HtmlParent, open: Readonly<Open>): boolean {
  const outer = parent.type === 'element' ? parent.name : parent.type;
  if (PECULIAR.has(name)) return false;
  if (CONTENT[outer] && !CONTENT[outer].includes(name)) return false;
  if (PLACE[name] && !PLACE[name].includes(outer)) return false;
  if (open.p > 0 && ENDS_PARAGRAPH.has(name)) return false;
  if ((name === 'a' || name === 'form' || name === 'button') && open[name] > 0) return false;
  return !(HEADING.test(name) && HEADING.test(outer));
}

/** Whether words may stand directly inside of it. */
export function holdsText(parent: HtmlParent): boolean {
  return parent.type === 'element' && (CONTENT[parent.name] === undefined || parent.name === 'select' || parent.name === 'option');
}
