import type { Block, NameSign, PolicyDocument } from '@mingshi/model';
import { onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { foldWidth } from '../text/fold.ts';
import { locate } from '../text/locate.ts';
import { plainOf } from '../text/plain.ts';
import { simplify } from '../text/simplified.ts';
import type { DocumentReader } from './reader.ts';
import { anyOf } from './words.ts';

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
      /^(.{2,40}?)\s*[:–—|]\s*(?:your )?privacy$/i,
    ],
    own: [
      new RegExp(`(?:感谢您?(?:使用|选择|下载|信任)|欢迎您?(?:使用|来到|访问|下载))(?:由[^，。；]{2,30}(?:提供|开发)的)?[“"「《]?([^，。；！“”"「」《》（）()的]{2,16}?)(?:${endsZh})*[”"」》]?\\s?[（(](?:以下|下称|简称|又称)[^）)]{0,8}[“"「]?本`, 'gi'),
      new RegExp(`(?:制定|更新|发布|阅读|本|了)\\s?《([^《》]{2,24}?)(?:${endsZh}|与)*${policyZh}》\\s?[（(](?:以下|下称|简称|“本|"本)`, 'gi'),
      /(?:欢迎|感谢)您?(?:来到|使用|下载|选择|安装|信任|并|和|、|了){1,4}[「“"【《]([^「」“”"【】《》，。]{2,24})[」”"】》](?!.{0,6}(?:服务|协议|政策|账))/g,
      /\b(?:[Ww]elcome to|[Tt]hank you for (?:using|choosing)) ([A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*){0,3}),? \((?:hereinafter[^()]{0,20})?["“](?:the |our )?(?:app|application|game|service|platform)/gi,
      /\b(?:mobile )?(?:app|application|game) (?:called |named )?[“"]([A-Z][\w&'’ -]{1,30})[”"]/g,
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
  let isNamed = false;
  for (const [position, block] of document.blocks.entries()) {
    // Patterns are written for the plain text; names are taken as they stand.
    const written = foldWidth(block.text);
    if (position >= 3 && !HINT.test(simplify(written))) continue;
    const text = plainOf(block.text);
    const sign = (of: NameSign['of'], role: NameSign['role'], found: string, start: number): NameSign => ({
      kind: 'name', document: index, quote: { text: block.text.slice(start, start + found.length), at: locate(block, start, start + found.length) },
      of, role, name: written.slice(start, start + found.length), count: 1,
    });
    if (position < 3 && (block.kind === 'heading' || text.length <= 40)) {
      const title = titles.map((pattern) => pattern.exec(text.trim())?.[1]).find((found) => found !== undefined);
      const found = title === undefined ? undefined : name(title);
      if (found) yield sign('product', 'title', found, text.indexOf(found));
      isNamed ||= found !== undefined;
    }
    if (!HINT.test(text)) continue;
    for (const pattern of own) {
      for (const match of text.matchAll(pattern)) {
        const found = name(match[1] ?? '');
        if (found) yield sign('product', 'subject', found, match.index + match[0].indexOf(found));
        isNamed ||= found !== undefined;
      }
    }
    for (const [found, start] of operatorsIn(text)) yield sign('operator', 'speaker', found, start);
  }
  // Beside a name of its own the one who acts may be the company.
  const actor = isNamed ? undefined : actorIn(document);
  const found = actor && name(actor.name);
  if (actor && found) {
    const { block, start } = actor;
    const text = block.text.slice(start, start + found.length);
    const at = locate(block, start, start + found.length);
    yield { kind: 'name', document: index, quote: { text, at }, of: 'product', role: 'subject', name: foldWidth(text), count: 1 };
  }
}

/** How often a name has to do what operators do before it is the policy's word for itself. */
const OFTEN = 4;

/** A policy that never says "we" says its own name instead: 某某将采取…, 某某不会…, 未经您同意某某不…. */
function actorIn({ blocks }: PolicyDocument): { readonly name: string; readonly block: Block; readonly start: number } | undefined {
  const seen = new Map<string, { count: number; readonly block: Block; readonly start: number }>();
  for (const block of blocks) {
    const text = plainOf(block.text);
    if (WE.test(text)) return undefined;
    for (const match of text.matchAll(ACTS)) {
      const name = match[1] ?? '';
      if (SOMEBODY.test(name)) continue;
      const known = seen.get(name);
      if (known) known.count++;
      else seen.set(name, { count: 1, block, start: match.index + match[0].indexOf(name) });
    }
  }
  const [first] = [...seen].toSorted((a, b) => b[1].count - a[1].count);
  return first && first[1].count >= OFTEN ? { name: first[0], ...first[1] } : undefined;
}

/** 如何联系我们 is any policy's title. */
const WE = /(?<!(?:联系|联系到|联络|告诉|告知|通知|[与向给由]))我们|我司|我方|本公司|本应用|本软件|本平台/;
const ACTS =
  /(?:^|[。；;，,、！!\s\d])([\u4e00-\u9fffA-Za-z]{2,10}?)(?:可能|或可|承诺|亦|也)?(?:将(?:会|采取|依|按|对|通过|尽|及时|严格|不)|会(?:采取|按|对|收集|使用|通过|尽|将|向|在)|不会|未经(?:用户|您)|重视(?:对|用户|您|未成年)|尊重(?:并|用户|您)|收集(?:用户|您|的)|向(?:用户|您)(?:发|提|收|及))/g;
/** Roles and things that do the same in any policy. */
const SOMEBODY =
  /用户|客户|客服|监护|家长|父母|运营|第三方|合作|供应|服务|平台|网站|系统|软件|应用|程序|产品|公司|团队|本|该|其|您|他|她|法院|机关|部门|政府|人员|员工|商家|卖家|买家|骑手|司机|医|开发|信息|数据|资料|政策|协议|条款|声明|设备|手机|浏览|功能|账|双方|一方|[甲乙丙]方|作者|广告|伙伴|企业|机构|银行|学校|老师|任何|不|并|且|但|如|若|则|而|可|将|会|也|亦|还|都|均|就|再|又|仅|只|只有|因此|此外|同时|另外|为|在|对|从|由|与|和|及|或|的/;

/** Without one of these no pattern can match: a bracket behind a title, 公司（以下简称“我们”, a name before "app". */
const HINT = /》\s?[（(]|(?:欢迎|感谢)[^。]{0,12}[「“"【《]|[（(](?:以下|下称|简称|又称)|[“"「‘](?:我们|本公司|我司|we|us|our)[”"」’]|\b(?:app|application|game)\b/i;

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
