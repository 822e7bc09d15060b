import { copy, put, startWriting } from '../rendered.ts';
import { pageOf, sayHtml, startSheet, tag } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { isShown, roleOf } from './shown.ts';
import { putInstead } from './strings.ts';

/** The parts of a Vue file: where its template stands, and its scripts with blanks for everything else. */
interface VueFile {
  readonly template: { readonly start: number; readonly end: number } | undefined;
  readonly script: string;
  readonly jsx: boolean;
}

const PART = /<(template|script|style|i18n)\b([^<>]*)>/gi;

/** Finds the parts of a Vue file. */
export function partsOf(source: string): VueFile {
  let template: VueFile['template'];
  let script = '';
  let jsx = false;
  PART.lastIndex = 0;
  for (let match = PART.exec(source); match; match = PART.exec(source)) {
    const name = (match[1] ?? '').toLowerCase();
    const start = match.index + match[0].length;
    if (match[0].endsWith('/>')) continue;
    const end = name === 'template' ? templateEnd(source, start) : source.indexOf(`</${name}`, start);
    if (end < 0) break;
    if (name === 'template' && !/\blang\s*=\s*["']?pug/.test(match[2] ?? '')) template ??= { start, end };
    if (name === 'script') {
      script += source.slice(script.length, start).replaceAll(/[^\n]/g, ' ') + source.slice(start, end);
      jsx ||= /["'][jt]sx["']/.test(match[2] ?? '');
    }
    PART.lastIndex = end;
  }
  return { template, script, jsx };
}

function templateEnd(source: string, from: number): number {
  const tags = /<(\/?)template\b[^<>]*?(\/?)>/gi;
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(source); match; match = tags.exec(source)) {
    if (match[1]) depth--;
    else if (!match[2]) depth++;
    if (depth === 0) return match.index;
  }
  return -1;
}

const BLOCK = new RegExp(
  '^(?:h[1-6]|p|div|section|article|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|br|hr|blockquote|main|details' +
    '|summary|pre)$',
);
const INLINE = /^(?:span|text|a|b|strong|em|i|u|font|code|small|sub|sup|mark|label|router-link|navigator)$/;
const UNSEEN =
  /^(?:button|svg|script|style|nav|select|input|textarea|img|image|icon)$|-(?:button|btn|icon|image|input|tab-?bar)$/;
const VOID = /^(?:br|hr|img|input|image|icon)$/;

/** Writes out the template as HTML: components become blocks, values in braces what they stand for. */
export function writeTemplate(
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  constants: ReadonlyMap<string, string>,
): Sheet {
  const sheet = startSheet();
  const open: { readonly name: string; readonly as: string }[] = [];
  let from = start;
  while (from < end) {
    const at = source.indexOf('<', from);
    writeText(sheet, source, from, at < 0 || at > end ? end : at, constants);
    if (at < 0 || at >= end) break;
    from = tagEnd(source, at, end);
    const [, closing, name = ''] = /^<(\/?)([a-zA-Z][\w.-]*)/.exec(source.slice(at, at + 80)) ?? [];
    if (name === '') {
      // A sign on its own is text; a comment is passed over.
      if (from === at + 1) put(pageOf(sheet), '&lt;', at, from);
      continue;
    }
    if (closing) {
      const index = open.findLastIndex((each) => each.name === name);
      for (const { as } of index < 0 ? [] : open.splice(index).toReversed()) tag(sheet, `/${as}`, at);
      continue;
    }
    const attributes = source.slice(at + 1 + name.length, from - 1);
    const as = elementFor(name.toLowerCase(), attributes, source, from);
    const style = /\sstyle\s*=\s*"([^"<>]{0,300})"/.exec(attributes)?.[1];
    put(pageOf(sheet), style === undefined ? `<${as}>` : `<${as} style="${style}">`, at, at);
    if (as !== 'button') writeAttributes(sheet, source, at + 1 + name.length, from - 1);
    if (attributes.endsWith('/')) tag(sheet, `/${as}`, from);
    else if (!VOID.test(name) && open.length < 500) open.push({ name, as });
  }
  return sheet;
}

function elementFor(name: string, attributes: string, source: string, from: number): string {
  if (UNSEEN.test(name)) return 'button';
  const isTitled = /\bclass\s*=\s*["'][^"']*(?:title|heading|\bh[1-6]\b)/i.test(attributes);
  if (
    isTitled &&
    /^(?:view|text|div|p|span)$/.test(name) &&
    /^[^<]{2,80}<\//.test(source.slice(from, from + 90).trim())
  )
    return 'h3';
  if (name === 'text') return isOwnLine(attributes, source, from) ? 'p' : 'span';
  if (BLOCK.test(name)) return name;
  return INLINE.test(name) ? (name === 'b' || name === 'strong' ? name : 'span') : 'div';
}

/** A text that is a paragraph or an item of its own, and no part of a line: by its class, its bullet, or the end of its sentence. */
function isOwnLine(attributes: string, source: string, from: number): boolean {
  if (/\bclass\s*=\s*["'][^"']*(?:paragraph|\bpara\b|bullet|list-?item)/i.test(attributes)) return true;
  const end = source.indexOf('<', from);
  if (end < 0 || end - from > 4000 || !source.startsWith('</', end)) return false;
  const text = source.slice(from, end).trim();
  return /^[•·●▪◦■◆○]\s?\S/.test(text) || (text.length > 12 && /[。；！？]$/.test(text));
}

/** Behind the tag or comment that begins here, quotes heeded; one further when it has no end. */
function tagEnd(source: string, at: number, end: number): number {
  if (source.startsWith('<!--', at)) {
    const close = source.indexOf('-->', at);
    return close < 0 || close > end ? end : close + 3;
  }
  if (!/[a-zA-Z/]/.test(source.charAt(at + 1))) return at + 1;
  let quote = '';
  for (let i = at + 1; i < Math.min(end, at + 4000); i++) {
    const unit = source.charAt(i);
    if (quote !== '') quote = unit === quote ? '' : quote;
    else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === '>') return i + 1;
    else if (unit === '<') break;
  }
  return at + 1;
}

/** Text with what stands in braces: a constant, a text, or the name of a value. */
function writeText(
  sheet: Sheet,
  source: string,
  start: number,
  end: number,
  constants: ReadonlyMap<string, string>,
): void {
  const page = pageOf(sheet);
  const body = source.slice(start, end);
  const inLine = /[^\s{}]/.test(body.replaceAll(/\{\{[^{}]*\}\}/g, ''));
  let from = 0;
  for (let at = body.indexOf('{{'); at >= 0; at = body.indexOf('{{', from)) {
    const close = body.indexOf('}}', at);
    if (close < 0) break;
    copy(page, source, start + from, start + at);
    from = close + 2;
    const words = body.slice(at + 2, close).trim();
    const known = /^(['"`])([^'"`]*)\1$/.exec(words)?.[2] ?? constants.get(words.replace(/^this\./, ''));
    // A value is named where it stands within a line; on its own it is shown where its text is kept.
    const text = known ?? ((inLine || REACHES.test(words)) && /^[\w$.]{1,40}$/.test(words) ? words : '');
    putInstead(page, text.replaceAll('<', '&lt;'), start + at, start + from);
  }
  copy(page, source, start + from, end);
}

/** The contact that the program fills in is one, whatever file it stands in: `{{ config.email }}`. */
const REACHES = /\.\w*(?:e?mail|phone|hotline|tel)$/i;

/** Texts that a component is given: `<section-item title="…" content="…">`. */
function writeAttributes(sheet: Sheet, source: string, start: number, end: number): void {
  for (const match of source.slice(start, end).matchAll(/\s([a-zA-Z][\w-]*)\s?=\s?("[^"]*"|'[^']*')/g)) {
    const [whole, name = '', value = ''] = match;
    const role = roleOf(name);
    if (role === undefined || !isShown(value.slice(1, -1), true)) continue;
    const at = start + match.index + whole.length - value.length;
    const text = startWriting();
    copy(text, source, at + 1, at + value.length - 1);
    const as = role === 'heading' ? 'h3' : 'p';
    tag(sheet, as, at);
    sayHtml(sheet, text);
    tag(sheet, `/${as}`, at + value.length);
  }
}
