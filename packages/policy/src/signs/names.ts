import type { NameSign, PolicyDocument } from '@mingshi/model';
import type { Knowledge } from '@mingshi/knowledge';
import { foldWidth } from '../fold.ts';
import { locate } from '../locate.ts';
import type { DocumentReader } from './reader.ts';
import { anyOf, onceFor } from './words.ts';

/** The names under which a policy speaks of its app and its operator: in its title, in its own full name, as "we". */
export const readNames: DocumentReader = function* (documents, knowledge) {
  for (const [index, document] of documents.entries()) {
    if (document.part !== 'main') continue;
    const found = new Map<string, NameSign>();
    for (const sign of namesIn(document, index, knowledge)) if (!found.has(`${sign.of} ${sign.name}`)) found.set(`${sign.of} ${sign.name}`, sign);
    if (found.size === 0) continue;
    const text = document.blocks.map((block) => foldWidth(block.text)).join('\n');
    for (const sign of found.values()) yield { ...sign, count: text.split(sign.name).length - 1 };
  }
};

interface Patterns {
  readonly titles: readonly RegExp[];
  readonly own: readonly RegExp[];
  readonly ends: RegExp;
  readonly generic: RegExp;
}

const patternsOf = onceFor((knowledge: Knowledge): Patterns => {
  const endsZh = anyOf(knowledge, 'zh', 'sign.name.ends');
  const endsEn = anyOf(knowledge, 'en', 'sign.name.ends');
  const policyZh = '(?:隐私(?:权)?(?:保护)?(?:政策|协议|声明|条款|指引|说明|规则)|个人信息保护政策)';
  return {
    titles: [
      new RegExp(`^[《“"【]?([^《》。，,、|:：]{2,24}?)[”"】]?(?:${endsZh}|与)*${policyZh}》?$`, 'i'),
      /^(.{2,40}?)(?:['’]s)?\s*[:–—|-]?\s*privacy (?:policy|notice|statement)$/i,
      /^privacy (?:policy|notice|statement)\s*(?:for|of|[:–—|-])\s*(.{2,40})$/i,
    ],
    own: [
      new RegExp(`(?:制定|更新|发布|阅读|本|了)\\s?《([^《》]{2,24}?)(?:${endsZh}|与)*${policyZh}》\\s?[（(](?:以下|下称|简称|“本|"本)`, 'gi'),
      /\b(?:built|developed|created) the ([A-Z][\w&'’ -]{1,30}?) (?:app|application) as\b/g,
      /\bthis privacy (?:policy|notice) (?:applies to|governs|covers|describes how) (?:the )?([A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,3})(?: (?:mobile )?(?:app|application|game))\b/gi,
    ],
    ends: new RegExp(`(?:${endsZh}|\\s+(?:${endsEn}))+$`, 'i'),
    generic: new RegExp(`^(?:${anyOf(knowledge, 'zh', 'sign.name.generic')}|(?:${anyOf(knowledge, 'en', 'sign.name.generic')})(?:\\s.*)?)+$`, 'i'),
  };
});

/** Companies, agreements beside the policy, the rest of a sentence. */
const NO_NAME = /^\d|公司|协议|政策|隐私|个人信息|声明|[&/]|\b(?:any|welcome|terms|and)\b/i;

function* namesIn(document: PolicyDocument, index: number, knowledge: Knowledge): Iterable<NameSign> {
  const { titles, own, ends, generic } = patternsOf(knowledge);
  const name = (raw: string): string | undefined => {
    const plain = raw.replaceAll(/^[\s“”"「【《'‘’]+|[\s”“"」】》'’‘]+$/g, '').replace(/[\s—–|·-]+$/, '').replace(ends, '').trim();
    return plain.length >= 2 && !generic.test(plain) && !NO_NAME.test(plain) ? plain : undefined;
  };
  for (const [position, block] of document.blocks.entries()) {
    const text = foldWidth(block.text);
    const sign = (of: NameSign['of'], role: NameSign['role'], found: string, start: number): NameSign => ({
      kind: 'name', document: index, quote: { text: block.text.slice(start, start + found.length), at: locate(block, start, start + found.length) },
      of, role, name: found, count: 1,
    });
    if (position < 3 && (block.kind === 'heading' || text.length <= 40)) {
      const title = titles.map((pattern) => pattern.exec(text.trim())?.[1]).find((found) => found !== undefined);
      const found = title === undefined ? undefined : name(title);
      if (found) yield sign('product', 'title', found, text.indexOf(found));
    }
    if (!HINT.test(text)) continue;
    for (const pattern of own) {
      for (const match of text.matchAll(pattern)) {
        const found = name(match[1] ?? '');
        if (found) yield sign('product', 'subject', found, match.index + match[0].indexOf(found));
      }
    }
    for (const [found, start] of operatorsIn(text)) yield sign('operator', 'speaker', found, start);
  }
}

/** Without one of these no pattern can match: a bracket behind a title, 公司（以下简称“我们”, a name before "app". */
const HINT = /》\s?[（(]|[“"「‘](?:我们|本公司|我司|we|us|our)[”"」’]|\b(?:app|application|game)\b/i;

/** Companies that the text calls "we": 某某有限公司（以下简称“我们”）; several joined by 与 are one operator. */
function* operatorsIn(text: string): Iterable<[string, number]> {
  for (const { index } of text.matchAll(CALLED_WE)) {
    const ahead = text.slice(Math.max(0, index - 60), index);
    const company = COMPANY.exec(ahead);
    if (!company?.[1] || JOINED.test(ahead.slice(0, company.index))) continue;
    const name = company[1].replace(/^.*适用于/, '');
    yield [name, index - ahead.length + company.index + company[1].length - name.length];
  }
}

const CALLED_WE =
  /[（(](?:以下|下称|简称|合称|统称|hereinafter|collectively)?[^（）()“”"]{0,16}[“"「‘](?:我们|本公司|我司|we|us|our)[”"」’]/gi;
const COMPANY =
  /((?:(?![由是为与和及或向即称系对在的使])[\u4e00-\u9fff]|[A-Za-z0-9·]|[(（][\u4e00-\u9fff]{2,8}[)）]){2,30}(?:有限公司|有限责任公司|股份公司)|(?:[A-Z][\w&’'.-]{0,24},? ){1,5}(?:Inc|Ltd|Limited|LLC|GmbH|Corp)\.?)[”"】*_]{0,4},?\s?$/;
const JOINED = /(?:与|和|及|、|and|&)\s*$/;
