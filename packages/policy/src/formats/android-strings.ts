import { kindOf, weigh } from '../text/classify.ts';
import { extentOf, lineDraft } from './draft.ts';
import type { Draft, Drafts } from './draft.ts';
import { longParts, policyPartOf, roleOfKey } from './keys.ts';
import { readTags } from './html-tags.ts';
import { copy, put, startWriting, through } from './rendered.ts';
import type { Writing } from './rendered.ts';
import { readText } from './text.ts';
import { isWide } from './tidy.ts';

/** A string resource with its text as the app shows it. */
interface Resource {
  readonly name: string;
  readonly text: Writing;
}

/** Reads the string resources that hold a policy, whole or in parts; labels such as 隐私政策 on a button are not one. */
export async function readStrings(source: string): Promise<Drafts[]> {
  const resources = resourcesOf(source);
  const read: Drafts[] = [];
  for (const resource of resources.filter(isPolicy)) read.push({ drafts: await ledDrafts(resource), name: resource.name });
  if (read.length > 0) return read;
  const parts = partsOfPolicy(resources);
  const drafts: Draft[] = [];
  for (const resource of parts) drafts.push(...(isTitle(resource) ? [titleOf(resource)] : await ledDrafts(resource)));
  return parts[0] ? [{ drafts, name: parts[0].name }] : [];
}

/** Whether a file of string resources holds a policy. */
export function holdsPolicy(source: string): boolean {
  const resources = resourcesOf(source);
  return resources.some(isPolicy) || partsOfPolicy(resources).length > 0;
}

/** The drafts of a resource, their places led back to the file. */
async function ledDrafts({ text }: Resource): Promise<Draft[]> {
  return (await draftsOf(text.text)).map((draft): Draft => {
    const led = through(draft.text, text);
    return { ...draft, text: led, at: extentOf(led) };
  });
}

const isTitle = ({ name, text }: Resource): boolean => roleOfKey(name) === 'heading' && !/[。；;\n]/.test(text.text.trim());

function titleOf({ text }: Resource): Draft {
  return lineDraft(text, { heading: 2, depth: 0 });
}

/** The resources that hold a policy a chapter or a paragraph each: more than a dialog with its two buttons says. */
function partsOfPolicy(resources: readonly Resource[]): readonly Resource[] {
  const named = resources.flatMap((resource) => {
    const part = policyPartOf(resource.name);
    return part === undefined ? [] : [{ resource, part }];
  });
  const parts = longParts(
    named,
    ({ part }) => part,
    ({ resource }) => resource.text.text.length,
  ).map(({ resource }) => resource);
  const all = parts.map(({ text }) => text.text).join('\n');
  const told = parts.filter(({ text }) => text.text.length >= 20);
  return told.length >= FEWEST_PARTS && all.length >= SHORTEST && weigh(all).privacy >= 5 ? parts : [];
}

const FEWEST_PARTS = 4;
const SHORTEST = 250;
/** A single resource of fewer letters is no policy. */
const SHORTEST_WHOLE = 200;

function isPolicy({ name, text }: Resource): boolean {
  if (text.text.length < SHORTEST_WHOLE) return false;
  const plain = name.replaceAll(/[_.]/g, ' ');
  if (kindOf(plain, text.text.slice(0, 6000)) !== 'privacy-policy') return false;
  return /privacy|policy|yinsi|yszc|隐私/i.test(name) ? weigh(text.text).privacy > 0 : weigh(text.text).privacy >= 8;
}

async function draftsOf(text: string): Promise<readonly Draft[]> {
  if (/<(?:p|br|div|li|h[1-6]|table|body|html)\b/i.test(text)) return (await import('./html.ts')).readHtml(text).drafts;
  return /<\/?[a-z]/i.test(text) ? readTags(text) : readText(text).drafts;
}

const OPEN = /<!--|<string\s([^<>]*)>/g;
const NAME = /\bname\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** The `<string>` elements of a file, those in comments left out. */
function resourcesOf(source: string): Resource[] {
  const resources: Resource[] = [];
  OPEN.lastIndex = 0;
  for (let match = OPEN.exec(source); match; match = OPEN.exec(source)) {
    const start = match.index + match[0].length;
    if (match[0] === '<!--') {
      const end = source.indexOf('-->', start);
      if (end < 0) break;
      OPEN.lastIndex = end + 3;
      continue;
    }
    if (match[1]?.endsWith('/')) continue;
    const end = source.indexOf('</string>', start);
    if (end < 0) break;
    OPEN.lastIndex = end;
    const [, double, single] = NAME.exec(match[1] ?? '') ?? [];
    resources.push({ name: double ?? single ?? '', text: textOf(source, start, end) });
  }
  return resources;
}

const SIGNS = new RegExp(
  String.raw`<!\[CDATA\[|\]\]>|&(?:lt|gt|amp|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});` +
    String.raw`|\\(?:u[0-9a-fA-F]{4}|[\s\S])|"|[\n\r]\s*`,
  'g',
);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** A string as Android shows it: entities and escapes resolved, line ends as spaces unless quoted. */
function textOf(source: string, start: number, end: number): Writing {
  const writing = startWriting();
  const body = source.slice(start, end);
  let from = 0;
  let cdata = false;
  let quoted = false;
  for (const match of body.matchAll(SIGNS)) {
    const [sign] = match;
    if (cdata && sign.startsWith('&')) continue;
    if (quoted && /^\s/.test(sign)) continue;
    if (sign === '"' && isMarkup(body, match.index)) continue;
    const at = start + match.index;
    copy(writing, source, start + from, at);
    from = match.index + sign.length;
    if (sign === '<![CDATA[' || sign === ']]>') cdata = sign !== ']]>';
    else if (sign === '"') quoted = !quoted;
    else if (!/^\s/.test(sign)) put(writing, shown(sign), at, at + sign.length);
    // A broken Chinese line goes on without a space.
    else if (!isWide(source.charCodeAt(at - 1)) || !isWide(source.charCodeAt(at + sign.length))) {
      put(writing, ' ', at, at + sign.length);
    }
  }
  copy(writing, source, start + from, end);
  return writing;
}

/** A quotation mark within a tag belongs to an attribute. */
function isMarkup(body: string, at: number): boolean {
  const before = body.slice(Math.max(0, at - 300), at);
  return before.lastIndexOf('<') > before.lastIndexOf('>') && /<[a-zA-Z][^<>]*=\s*"?[^<>]*$/.test(before);
}

function shown(sign: string): string {
  if (sign.startsWith('&#')) {
    const code = Number(sign.slice(2, -1).replace(/^x/i, '0x'));
    return code > 0 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\ufffd';
  }
  if (sign.startsWith('&')) return ENTITIES[sign.slice(1, -1)] ?? sign;
  if (sign.startsWith('\\u') && sign.length === 6) return String.fromCharCode(Number.parseInt(sign.slice(2), 16));
  const char = sign.charAt(1);
  return char === 'n' ? '\n' : char === 't' ? '\t' : /\s/.test(char) ? ' ' : char;
}
