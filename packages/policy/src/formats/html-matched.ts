import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { append, ASKED, elementOf, NO_ATTRIBUTES, otherOf, textOf } from './html-nodes.ts';
import type { Attributes, HtmlElement, HtmlNode, HtmlParent } from './html-nodes.ts';
import { holdsText, isInPlace } from './html-placement.ts';
import type { Open } from './html-placement.ts';

const HTML = 'http://www.w3.org/1999/xhtml';
const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
/** What stands inside of these is no markup. */
const RAW = new Set(['iframe', 'noscript', 'script', 'style', 'textarea', 'title']);

/** A page in the making. */
interface Page {
  readonly source: string;
  /** The innermost element that is open. */
  parent: HtmlParent;
  readonly open: Open;
}

/**
 * A page whose tags match and stand where they may, read without the rules for broken pages, which take several times as
 * long; undefined for any other.
 */
export function parseMatched(source: string): readonly HtmlNode[] | undefined {
  if (source.includes('\0')) return undefined;
  const root = otherOf('root');
  const page: Page = { source, parent: root, open: { p: 0, a: 0, form: 0, button: 0 } };
  let from = 0;
  for (let at = tagAfter(source, 0); at >= 0; at = tagAfter(source, from)) {
    if (!addText(page, from, at)) return undefined;
    const next = source.charCodeAt(at + 1);
    const end = next === SIGN.end ? readEnd(page, at) : next > SIGN.letter ? readStart(page, at) : readOther(page, at);
    if (end === undefined) return undefined;
    from = end;
  }
  if (!addText(page, from, source.length)) return undefined;
  return page.parent === root ? root.children : undefined;
}

const SIGN = { tag: 0x3c, end: 0x2f, letter: 0x40 } as const;

/** Where the next tag or comment begins. */
function tagAfter(source: string, from: number): number {
  let at = source.indexOf('<', from);
  while (at >= 0 && !/[a-zA-Z/!?]/.test(source.charAt(at + 1))) at = source.indexOf('<', at + 1);
  return at;
}

/** White space of HTML; the ideographic space is a word to it. */
const BLANK = /^[\t\n\f\r ]*$/;

/** Adds the words of a stretch; whether they may stand there. */
function addText({ source, parent }: Page, start: number, end: number): boolean {
  if (end === start) return true;
  const written = source.slice(start, end);
  if (!holdsText(parent)) return BLANK.test(written);
  const data = decoded(written);
  if (data === undefined) return false;
  append(parent, textOf(data, start, end));
  return true;
}

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]*))?(;?)/g;

/** Words without references and with plain line ends; undefined when it takes more to know what a reference stands for. */
function decoded(written: string): string | undefined {
  const lines = written.includes('\r') ? written.replaceAll(/\r\n?/g, '\n') : written;
  if (!lines.includes('&')) return lines;
  let isPlain = true;
  const data = lines.replaceAll(REFERENCE, (all, decimal?: string, hex?: string, name?: string, closed?: string) => {
    if (all === '&') return all;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const stands = name === undefined ? characterOf(code) : decodeNamedCharacterReference(name);
    isPlain &&= closed === ';' && stands !== false;
    return stands || all;
  });
  return isPlain ? data : undefined;
}

/** Characters that HTML does not replace by others. */
function characterOf(code: number): string | false {
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800) || (code >= 0xe000 && code < 0x10_fffe)
    ? String.fromCodePoint(code)
    : false;
}

const END_TAG = /<\/([a-zA-Z][\w:-]*)[\t\n\f\r ]*>/y;

/** Closes the innermost element; answers where its tag ends. */
function readEnd(page: Page, at: number): number | undefined {
  END_TAG.lastIndex = at;
  const name = END_TAG.exec(page.source)?.[1]?.toLowerCase();
  const element = page.parent;
  if (element.type !== 'element' || element.name !== name || !element.parent) return undefined;
  element.end = END_TAG.lastIndex;
  element.endTagStart = at;
  element.endTagEnd = END_TAG.lastIndex;
  if (name in page.open) page.open[name as keyof Open]--;
  page.parent = element.parent;
  return element.end;
}

const NAME = /<([a-zA-Z][\w:-]*)(?=[\t\n\f\r />])/y;
const SPACE = '[\\t\\n\\f\\r ]*';
const WORD = '([^\\t\\n\\f\\r "\'<>=`/]+)';
const VALUE = `(?:"([^"]*)"|'([^']*)'|([^\\t\\n\\f\\r "'<>=\`]+))`;
const ATTRIBUTE = new RegExp(`[\\t\\n\\f\\r /]*${WORD}(?:${SPACE}=${SPACE}${VALUE})?`, 'y');
const CLOSE = /[\t\n\f\r /]*>/y;

const ONCE = new Set(['html', 'head', 'body']);

/** Opens an element; answers where its start tag ends, or its content when that is no markup. */
function readStart(page: Page, at: number): number | undefined {
  const { source, parent, open } = page;
  NAME.lastIndex = at;
  const name = NAME.exec(source)?.[1]?.toLowerCase();
  if (name === undefined || !isInPlace(name, parent, open)) return undefined;
  if (ONCE.has(name) && parent.children.some((node) => isNamed(node, name) || isNamed(node, 'body'))) return undefined;
  let attribs: Attributes = NO_ATTRIBUTES;
  let end = NAME.lastIndex;
  for (CLOSE.lastIndex = end; !CLOSE.test(source); CLOSE.lastIndex = end) {
    ATTRIBUTE.lastIndex = end;
    const [all, written = '', ...values] = ATTRIBUTE.exec(source) ?? [];
    if (all === undefined) return undefined;
    const attribute = written.toLowerCase();
    const value = values.find((each) => each !== undefined) ?? '';
    end = ATTRIBUTE.lastIndex;
    if (!ASKED.has(attribute) || attribs[attribute] !== undefined) continue;
    if (value.includes('&')) return undefined;
    attribs = { ...attribs, [attribute]: value };
  }
  end = CLOSE.lastIndex;
  const element = elementOf(name, HTML, attribs, at, end);
  append(parent, element);
  if (VOID.has(name)) return end;
  page.parent = element;
  if (name in open) open[name as keyof Open]++;
  return RAW.has(name) ? readRaw(page, element, end) : end;
}

function isNamed(node: HtmlNode, name: string): boolean {
  return node.type === 'element' && node.name === name;
}

/** Passes over what is no markup; answers where the end tag begins. */
function readRaw(page: Page, { name }: HtmlElement, from: number): number | undefined {
  const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  end.lastIndex = from;
  const at = end.exec(page.source)?.index;
  if (at === undefined) return undefined;
  if (name === 'title') return addText(page, from, at) ? at : undefined;
  return page.source.slice(from, at).includes('<!--') ? undefined : at;
}

/** Passes over a comment or a document type; answers where it ends. */
function readOther({ source, parent }: Page, at: number): number | undefined {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    if (end < 0 || /^-?>|--!>/.test(source.slice(at + 4, end))) return undefined;
    return end + 3;
  }
  const end = source.indexOf('>', at);
  if (end < 0) return undefined;
  const isType = /^<!doctype/i.test(source.slice(at, at + 9));
  return isType && parent.type === 'element' ? undefined : end + 1;
}
