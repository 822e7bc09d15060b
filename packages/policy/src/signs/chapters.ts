import { numberOf, onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { runsOf } from '@mingshi/model';
import type { Block, MissingPartSign, PolicyDocument } from '@mingshi/model';
import { plainOf } from '../text/plain.ts';
import { locate } from '../text/locate.ts';
import { missingEntries } from './contents.ts';
import type { DocumentReader } from './reader.ts';
import { anyOf } from './words.ts';
import { oneOf } from '../text/one-of.ts';

/** Parts of the policy that it announces and that never come. */
export const readChapters: DocumentReader = function* (documents, knowledge) {
  for (const [index, document] of documents.entries()) {
    const sign = (block: Block, start: number, end: number, announced: MissingPartSign['announced'], target: string): MissingPartSign => ({
      kind: 'missing-part', document: index, quote: { text: block.text.slice(start, end), at: locate(block, start, end) }, announced, target,
    });
    for (const { block, text } of missingEntries(document, patternsOf(knowledge).contents)) yield sign(block, 0, block.text.length, 'contents', text);
    for (const block of document.blocks) {
      if (!HINT.test(block.text)) continue;
      for (const [start, end, announced] of references(block, document, documents, knowledge)) {
        yield sign(block, start, end, announced, block.text.slice(start, end));
      }
    }
    for (const block of emptyLists(document, knowledge)) yield sign(block, 0, block.text.length, 'list', block.text);
  }
};

const patternsOf = onceFor((knowledge: Knowledge) => ({
  contents: new RegExp(
    `^\\s*(?:${anyOf(knowledge, 'zh', 'sign.part.contents')}|(?:${anyOf(knowledge, 'en', 'sign.part.contents')}))\\s*[:：]?\\s*$`,
    'i',
  ),
  seeZh: new RegExp(`(?:${anyOf(knowledge, 'zh', 'sign.part.see')})(?:本(?:政策|声明|协议|指引))?(?:的|之|中的|文末)?\\s?[“"「]?$`),
  seeEn: new RegExp(String.raw`\b(?:${anyOf(knowledge, 'en', 'sign.part.see')})(?:\s+the)?\s*[“"(]?$`, 'i'),
  apart: new RegExp(anyOf(knowledge, 'zh', 'sign.part.apart'), 'i'),
  listed: /(?:清单|列表|目录|名单|明细|第三方|SDK|合作方|合作伙伴|权限)[^。；;]{0,12}(?:如下|见下)表?\s?[:：。]?$|\b(?:list|third parties|SDKs|permissions|partners)\b[^.;]{0,30}\b(?:as follows|below|following)\s?[:.]?$/i,
  lists: new RegExp(`(?:${anyOf(knowledge, 'zh', 'sign.part.lists')})$|^(?:${anyOf(knowledge, 'en', 'sign.part.lists')})\\b`, 'i'),
}));

type Reference = [start: number, end: number, announced: MissingPartSign['announced']];

function* references(block: Block, document: PolicyDocument, all: readonly PolicyDocument[], knowledge: Knowledge): Iterable<Reference> {
  const text = plainOf(block.text);
  const { seeZh, seeEn, apart } = patternsOf(knowledge);
  for (const match of text.matchAll(REFERENCE)) {
    const start = match.index;
    const end = start + match[0].length;
    const ahead = text.slice(Math.max(0, start - 24), start);
    const after = text.slice(end, end + 32);
    const { chapter, section, article, appendix, annex, book } = match.groups ?? {};
    const isOwn = chapter ? OWN_ZH.test(ahead) : OWN_EN.test(after);
    // Articles and clauses are those of laws unless the text says whose.
    if (article && !isOwn) continue;
    if (!isOwn && (!(book || appendix || chapter ? seeZh : seeEn).test(ahead) || OF_OTHERS.test(ahead) || OF_LAW.test(after))) continue;
    const number = chapter ? numberOf(chapter) : section || article ? Number(section ?? article) : undefined;
    if (number !== undefined) {
      if (isBeyond(number, document)) yield [start, end, 'section'];
    } else if (appendix || annex) {
      if (!hasPart(all, APPENDIX, block)) yield [start, end, 'appendix'];
    } else if (book && apart.test(book) && !NOT_OURS.test(book) && isUnlinked(block, start, end, document) && !isThere(all, book, block)) {
      yield [start, end, 'document'];
    }
  }
}

const HINT = /第|附录|附件|《|section|chapter|article|clause|paragraph|\bpart \d|appendix|annex|schedule/i;
const REFERENCE = oneOf(
  'g',
  /第\s?(?<chapter>\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:章|部分|节|条)(?!第)/,
  /(?<appendix>附[录件]\s?[一二三四五六七八九十\dA-Z]?)(?=[。，、；;,)）》”"]|$|中|的|查|所)/,
  /\b(?:[Ss]ection|[Cc]hapter|[Pp]art) (?<section>\d{1,2})\b(?![.\d]*\()/,
  /\b(?:[Aa]rticle|[Cc]lause|[Pp]aragraph|[Ii]tem) (?<article>\d{1,2})\b(?![.\d]*\()/,
  /\b(?<annex>(?:Appendix|Annex|Schedule)\s?(?:[A-Z]|\d{1,2})?)\b|《(?<book>[^《》]{4,30})》/,
);
/** Laws, contracts and other people's papers have chapters too. */
const OF_OTHERS = /(?<![方无合依办])法|办法》|条例|规定|规范|标准|协议|合同|》\s?$|\b(?:act|law|code|regulation|GDPR|CCPA|COPPA|agreement|terms)\b/i;
/** 本政策第八条, Article 10 of this policy: the text's own, whatever leads there. */
const OWN_ZH = /本(?:隐私(?:权)?)?(?:保护)?(?:政策|声明|指引|规则|条款|协议)(?:中|的|之|中的)?\s?[“"「]?$|[上下前]文(?:的|中的?)?\s?$/;
const OWN_EN = /^(?:\.\d{1,2})*[)”"’]?,? (?:of|in|to) this (?:privacy )?(?:policy|notice|statement|document)\b|^(?:\.\d{1,2})*,? (?:below|above|hereof)\b/i;
const OF_LAW = /^\s?(?:of|to) (?:the|our) |^[^，。]{0,4}《|^[\s,]{0,2}(?:lit|(?:UK )?GDPR|CCPA|PIPL|DPA|FADP|of (?:Regulation|Directive))\b/;
const NOT_OURS = /法$|法》|条例|规定|办法|规范|标准|用户协议|服务协议|使用协议|服务条款|授权书|中华人民共和国|(?:微信|QQ|友盟|极光|支付宝|高德|百度|腾讯|微博|华为|小米|苹果|个推|第三方公司)/;
const APPENDIX = /^\s*(?:附[录件]|appendix|annex|schedule)/i;

/** Whether a reader who counts or looks for the number comes to no such part. */
function isBeyond(number: number, document: PolicyDocument): boolean {
  const { numbers, count, last } = partsOf(document);
  // Titles that lost their numbers on the way cannot be counted: what is numbered must begin with 1, 2, 3.
  return [1, 2, 3].every((each) => numbers.has(each)) && !numbers.has(number) && (number > count || (last >= 3 && number > last));
}

interface Parts {
  readonly numbers: ReadonlySet<number>;
  readonly count: number;
  /** The number of the last title, where titles are numbered through. */
  readonly last: number;
}

/** The last number of titles of one level that are numbered 1, 2, 3 and so on, but for some before and behind; 0 when no level is. */
function lastOf(titles: ReadonlyMap<number, readonly number[]>): number {
  let last = 0;
  for (const numbers of titles.values()) {
    const through = numbers.slice(numbers.indexOf(1), numbers.findLastIndex((number) => number > 0) + 1);
    if (numbers.includes(1) && through.every((number, index) => number === index + 1)) last = Math.max(last, through.length);
  }
  return last;
}

/** The numbers that a document's parts bear, and how many parts could be counted; looked for once. */
const partsOf = onceFor(({ sections, blocks }: PolicyDocument): Parts => {
  const numbers = new Set<number>();
  const titles = new Map<number, number[]>();
  let items = 0;
  for (const { kind, level, text } of blocks) {
    if (kind === 'item' && level === 1) items++;
    const [, digits] = PART_NUMBER.exec(text) ?? [];
    const number = digits === undefined ? undefined : numberOf(digits);
    if (number !== undefined) numbers.add(number);
    if (kind !== 'heading') continue;
    const before = titles.get(level);
    if (before) before.push(number ?? 0);
    else titles.set(level, [number ?? 0]);
  }
  return { numbers, count: sections.length + items, last: lastOf(titles) };
});

const PART_NUMBER = /^[\s*#[(（【]{0,4}(?:第\s?|section\s|article\s|part\s)?(\d{1,2}|[一二三四五六七八九十]{1,3})(?!\d)\s?(?:[章条节、.．,，)）\]】:：\s-]|部分)/i;

function hasPart(all: readonly PolicyDocument[], pattern: RegExp, except: Block): boolean {
  return all.some(({ blocks, title, part }) => part !== 'main' || pattern.test(title ?? '') || blocks.some((block) => block !== except && pattern.test(block.text)));
}

/** A document of that name was read, or a part of one has it as its title. */
function isThere(all: readonly PolicyDocument[], book: string, except: Block): boolean {
  const wanted = book.replaceAll(/\s/g, '');
  const { titles, known } = titlesOf(all);
  let found = known.get(wanted);
  // A text that names more documents than this is no policy, and each is looked for in all of it.
  if (!found && known.size >= MOST) return true;
  if (!found) {
    found = titles.filter(({ plain }) => plain.includes(wanted) || wanted.includes(plain)).slice(0, 2);
    known.set(wanted, found);
  }
  return found.some(({ block }) => block !== except);
}

const MOST = 300;

interface Title {
  readonly plain: string;
  /** The block that may be a title; absent for titles of documents and sections. */
  readonly block?: Block;
}

/** All that may be a title, and which of it is like the names asked for so far: a long policy asks for one name often. */
const titlesOf = onceFor((all: readonly PolicyDocument[]) => {
  const titles: Title[] = [];
  const add = (text: string, block?: Block): void => {
    const plain = text.replaceAll(/[\s《》]/g, '');
    if (plain.length >= 4) titles.push(block ? { plain, block } : { plain });
  };
  for (const { title, sections, blocks } of all) {
    if (title !== undefined) add(title);
    for (const section of sections) add(section.title);
    for (const block of blocks) if (block.text.length <= 60) add(block.text, block);
  }
  return { titles, known: new Map<string, readonly Title[]>() };
});

/** No markup touches the words: they are no link, as far as the format shows links at all. */
function isUnlinked(block: Block, start: number, end: number, { format }: PolicyDocument): boolean {
  if (format === 'text' || format === 'android-strings' || /https?:|www\./i.test(block.text)) return false;
  const run = runsOf(block).find((each) => each.start <= start && end < each.end);
  return run !== undefined && start > run.start;
}

/** Titles of lists, and lines that announce one, with nothing at all below them; tables of a header row alone. */
function* emptyLists(document: PolicyDocument, knowledge: Knowledge): Iterable<Block> {
  const { lists, listed } = patternsOf(knowledge);
  const { blocks, sections } = document;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const text = block.text.trim();
    const next = blocks[index + 1];
    const end = next?.at.start ?? document.length;
    // A picture or a frame takes room in the file though it gives no text.
    if (index === 0 || end - block.at.end >= ROOM) continue;
    if (block.kind === 'heading') {
      // In plain text a line with such a name alone may have been a link.
      const isTitle = lists.test(text) && (document.format !== 'text' || NUMBERED.test(text));
      if (isTitle && (next === undefined || (next.kind === 'heading' && next.level <= block.level))) yield block;
    } else if (block.kind === 'cell') {
      const isAlone = block.table?.header === true && next?.table?.index !== block.table.index;
      const first = isAlone ? headerOf(blocks, index) : undefined;
      if (first) yield first;
    } else if (listed.test(text)) {
      const level = sections[block.section]?.level ?? 0;
      // The entries themselves may be headings, each of its own level or below.
      if (next === undefined || (next.kind === 'heading' && next.level <= level && !ENTRY.test(next.text))) yield block;
    }
  }
}

/** The first cell of a header row, given its last one, when it is that of a list of third parties or permissions. */
function headerOf(blocks: readonly Block[], last: number): Block | undefined {
  const table = blocks[last]?.table?.index;
  let speaks = false;
  let first: Block | undefined;
  for (let i = last; i >= 0 && blocks[i]?.table?.index === table; i--) {
    if (!blocks[i]?.table?.header) return undefined;
    first = blocks[i];
    speaks ||= /SDK|第三方|权限|接收方|third part|recipient|permission/i.test(first?.text ?? '');
  }
  return speaks ? first : undefined;
}

const NUMBERED = /^(?:[(（]?[\d一二三四五六七八九十]+[)）.、．]|第)/;
const ENTRY = /SDK|名称|^\s*[(（]?\d/i;

/** Room for line ends and tags between two headings. */
const ROOM = 16;
