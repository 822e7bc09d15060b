import { onceFor } from '@mingshi/knowledge';
import type { Block, PlaceholderSign, PolicyDocument } from '@mingshi/model';
import { isExample } from '../text/examples.ts';
import { foldWidth } from '../text/fold.ts';
import { locate } from '../text/locate.ts';
import type { DocumentReader } from './reader.ts';
import { anyOf } from './words.ts';

type Stands = PlaceholderSign['stands'];

interface Pattern {
  readonly stands: Stands | 'told-by-words';
  readonly pattern: RegExp;
  /** What must not stand around the hit. */
  readonly not?: (text: string, start: number, end: number, document: PolicyDocument) => boolean;
}

/** What was left for the author to fill in: blanks, brackets with an instruction, code, addresses of nobody. */
export const readPlaceholders: DocumentReader = function* (documents, knowledge) {
  const patterns = patternsOf(knowledge);
  for (const [index, document] of documents.entries()) {
    for (const block of document.blocks) {
      if (!HINT.test(block.text)) continue;
      for (const [start, end, stands] of blanksIn(block, document, patterns)) {
        const quote = { text: block.text.slice(start, end), at: locate(block, start, end) };
        yield { kind: 'placeholder', document: index, quote, stands };
      }
    }
  }
};

/** The first of several patterns that meet at a place counts. */
function blanksIn(block: Block, document: PolicyDocument, patterns: readonly Pattern[]): [number, number, Stands][] {
  const text = foldWidth(block.text);
  const found: [number, number, Stands][] = [];
  for (const { stands, pattern, not } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (match.groups?.['before']?.length ?? 0);
      const end = match.index + match[0].length;
      if (found.some(([from, to]) => from < end && start < to) || not?.(text, start, end, document)) continue;
      found.push([start, end, stands === 'told-by-words' ? standsFor(match.groups?.['label'] ?? match[0]) : stands]);
    }
  }
  return found.toSorted((a, b) => a[0] - b[0]);
}

/** Without one of these no pattern can match. */
const HINT = /[XＸx×○〇◯]{2}|[XＸ×]\s?年|某某|【|\[|_{3}|＿{2}|[$#]?\{|<%|<[a-z]|new Date|lorem|example\.|your|待|tbd|todo|_name|@|\bmm[/.-]|yyyy|12345678|123-456|13800138000|请填|替换|更换|示例|占位|模[板版]|样板|范本|[线布架案册定]后|placeholder|template|replace/i;

function standsFor(words: string): Stands {
  if (/日期|时间|[年月日]|\bdate\b/i.test(words)) return 'date';
  // A link to somebody's policy is no way to reach them.
  if (/隐私|政策|privacy|policy/i.test(words)) return 'text';
  if (/邮|电话|联系|地址|网址|链接|官网|热线|e?-?mail|phone|contact|address|url|website|link/i.test(words)) return 'contact';
  return /公司|名称|企业|开发者|主体|应用|产品|软件|平台|app\b|name|company|developer|organi[sz]ation|owner/i.test(words) ? 'name' : 'text';
}

const patternsOf = onceFor((knowledge): readonly Pattern[] => {
  const zh = (list: string): string => anyOf(knowledge, 'zh', `sign.placeholder.${list}`);
  const en = (list: string): string => anyOf(knowledge, 'en', `sign.placeholder.${list}`);
  return [
    { stands: 'date', pattern: /(?:[X×]{1,4}|[_\s]{2,8}|【\s*】|\[\s*\])\s?年\s?(?:[X×_\s]{1,6}|【\s*】|\[\s*\])\s?月(?:\s?(?:[X×_\s]{1,6}|【\s*】|\[\s*\])\s?日)?/gi, not: isEmptyDate },
    { stands: 'date', pattern: /\b(?:(?:MM|DD)[/.-](?:MM|DD)[/.-]YYYY|YYYY[/.-]MM[/.-]DD)\b/g, not: isExample },
    { stands: 'date', pattern: /\bnew Date\(\)(?:\.\w{1,24}\([^)]{0,20}\))?/g },
    { stands: 'code', pattern: /\$\{[^{}]{1,60}\}|\{\{[^{}]{1,60}\}\}|<%=?[^%]{1,60}%>|#\{[A-Za-z_.]{2,40}\}/g, not: isTemplate },
    { stands: 'contact', pattern: /(?:\b|_)(?:[x*]{2,}|your[\w.-]{0,20}|e?mail|name|user(?:name)?|abc|test|foo)@(?:[x*]{2,}|your[\w-]{0,20}|e?mail|domain|company|example|abc|test|foo|bar|xxx)\.[a-z*]{2,6}\b|[\w.+-]{1,40}@(?:your[\w-]{0,20}|[x*]{3,}|example|domain|yourdomain)\.(?:com|org|net|cn)\b/gi, not: isExample },
    { stands: 'contact', pattern: /https?:\/\/(?:www\.)?(?:example|your-?(?:site|domain|website|company|app)|xxx+)\.(?:com|org|net|cn)[^\s，。；、）)】"”]{0,60}/gi, not: isExample },
    { stands: 'contact', pattern: new RegExp(String.raw`(?:${zh('contact-labels')}|${en('contact-labels')})\s?(?:[:：]|[为是至])?\s?(?<number>(?:0\d{2,3}-?|\+?86[ -]?|400-?)?12345678(?:90?)?|123-456-7890|13800138000)(?!\d)`, 'gi') },
    { stands: 'contact', pattern: new RegExp(String.raw`(?:${zh('contact-labels')})\s?(?:[:：为是至]{1,2})\s?(?:[X×x]{2,20}|_{2,40}|\*{3,20}|(?:\+?\d{2,4}[- ])?[X×x*]{3,8}(?:[- ][X×x*]{3,8}){1,2}|(?:\+?\d{2,4}[- ]){1,3}[X×x*]{4,8}|【\s*】|待[定补填][充写]?|TBD)(?![\w@.*-])`, 'gi') },
    { stands: 'contact', pattern: /(?<![\dA-Za-z×])(?:[X×]{2,4}|某某)(?:路|街|大道|大厦|广场|园区|科技园)/g, not: isAnybody },
    { stands: 'contact', pattern: new RegExp(String.raw`(?:${zh('contact-labels')})[:：]\s?(?=[。；;，,、])`, 'g') },
    { stands: 'name', pattern: new RegExp(String.raw`(?<![\dA-Za-z×])(?:[X×]{2,6}|xx{1,5}|[○〇◯]{2,6}|_{3,24}|某某)\s?(?:${zh('things')})`, 'g'), not: isAnybody },
    { stands: 'told-by-words', pattern: new RegExp(String.raw`【\s?(?<label>${zh('blanks')})(?:\s?[,，、:：/][^】\n]{0,400})?\s?】`, 'g'), not: isHeading },
    { stands: 'told-by-words', pattern: /【(?<label>[a-z][^】,:\n\u4e00-\u9fff]{0,60})(?:[,:][^】\n\u4e00-\u9fff]{0,400})?】/g, not: isChinese },
    { stands: 'told-by-words', pattern: new RegExp(String.raw`[【[(（<《]\s?(?:${zh('orders')})[^】\])）>》\n]{0,40}[】\])）>》]|【\s?(?:${zh('labels')})\s?】|\[\s?(?:${zh('labels')})\s?\](?!\()`, 'gi'), not: (text, start, end) => isExample(text, start) || isFilled(text, end) },
    { stands: 'told-by-words', pattern: /【[\s_]{0,20}】/g, not: (text, start) => /[年月]\s?$/.test(text.slice(0, start)) },
    { stands: 'told-by-words', pattern: new RegExp(String.raw`\[\s?(?:(?:your|the|our|insert|add|enter|specify|e\.g\.)\s[^\]\n]{2,50}|(?:${en('labels')}))\s?\](?!\()`, 'gi'), not: isProse },
    { stands: 'told-by-words', pattern: /<\s?(?:your|insert|company|developer|app)[ _-][a-z _-]{2,40}>/gi },
    { stands: 'told-by-words', pattern: new RegExp(String.raw`\b(?:YOUR|INSERT)_[A-Z_]{3,30}\b|\b(?:${en('constants')})\b`, 'g') },
    { stands: 'told-by-words', pattern: /\bYOUR(?: (?:APP|COMPANY|NAME|E?-?MAIL|BUSINESS|WEBSITE|ADDRESS|DOMAIN|ORGANI[SZ]ATION|PRODUCT|PHONE|NUMBER)){1,3}\b/g },
    { stands: 'told-by-words', pattern: /(?<=[由为是:：]\s?)请填[写入][^，。；;、\s]{2,12}/g },
    { stands: 'text', pattern: /(?:请|须|需|应|记得)[^。；;!！]{0,14}(?:上线|发布|上架|投产|商用|使用)之?前[^。；;!！]{0,10}(?:替换|更换|改[为成]|修改|补充|完善)[^。；;!！]{0,30}/g },
    { stands: 'text', pattern: /(?:本|此|该|以下)(?:页面?|文本?|政策|协议|文件|内容|条款)[^。；;，,]{0,4}(?:[仅只]?[为是]|仅作)[^。；;，,]{0,8}(?:示例|样例|占位|演示|模板)(?:文[本字案]|内容|页面?|数据|版本|之?用|使用)?(?=[。；;，,、!！\s]|$)/g },
    { stands: 'text', pattern: /(?:上线|发布|上架|投产|商用)之?前[，,]?\s?请(?:务必)?[把将][^。；;!！]{0,50}(?:替换|更换|改[为成]|填[写入]|补[充全])[^。；;!！]{0,30}/g },
    { stands: 'text', pattern: /这是一[份个篇][^。；;，,]{0,12}(?:样板|示例|范本|模[板版])(?:文[案本字])?|(?:以上|上述|本)模[板版][^。；;，,]{0,4}仅供参考/g },
    { stands: 'contact', pattern: new RegExp(String.raw`(?:${zh('contact-labels')}|邮寄地址|通讯地址)[:：\s*]{1,6}[(（]?(?:上线|发布|上架|注册|备案|确定)后(?:再|另行)?(?:更新|补充|填写|公布|提供|公示)[)）]?`, 'g') },
    { stands: 'text', pattern: /\bthis is (?:only |just )?an? (?:placeholder|sample|example|dummy|template)\b[^.]{0,60}|\b(?:please )?replace this (?:text|page|policy|document|placeholder|section)\b[^.]{0,60}/gi },
    { stands: 'text', pattern: /\blorem ipsum\b|(?<=[:：]\s?)(?:TBD|TODO|待定|待补充|待填写)(?=[\s。.,，；;]|$)/gi },
  ];
});

/** Blanks before 年 that are only space between words: 每 年 一 月. */
function isEmptyDate(text: string, start: number, end: number): boolean {
  return !/[X×_【[]/i.test(text.slice(start, end));
}

/** String resources and templates are filled in while the app runs. */
function isTemplate(_text: string, _start: number, _end: number, { format, path }: PolicyDocument): boolean {
  return format === 'android-strings' || !/\.(?:md|markdown|html?|txt)$/i.test(path);
}

/** A label with what it announces behind it: 【目的】为您提供…. */
function isHeading(text: string, start: number, end: number): boolean {
  return /^【[^,，、:：/]{0,20}】$/.test(text.slice(start, end)) && /(?:^|[。；;:：!！?？\n])\s?$/.test(text.slice(Math.max(0, start - 3), start)) &&
    /^\s?[:：]?\s?[\p{L}\p{N}]/u.test(text.slice(end, end + 4));
}

/** 【app】 in a Chinese text is set apart, not left open. */
const isChinese = (text: string, start: number, end: number): boolean =>
  /[\u4e00-\u9fff]{2}/.test(text.slice(Math.max(0, start - 80), end + 80));

const ANYBODY = /(?:[X×]{2,6}|某某)\s?[\u4e00-\u9fff]{0,6}[(（](?:该|此|即)/i;

/** Somebody in general: "XX 公司（该公司…）", "如 XX 公司". */
function isAnybody(text: string, start: number): boolean {
  return isExample(text, start) || ANYBODY.test(text);
}

/** A label in brackets with its value behind: "[Telephone] +86 10 1234". */
function isFilled(text: string, end: number): boolean {
  return /^\s?[:：]?\s?(?:[+(]?\d|[\w.+-]{1,40}@|https?:)/.test(text.slice(end, end + 50));
}

/** Words of the sentence that stand in brackets: "[the user]" in a quotation, "[our games]". */
function isProse(text: string, start: number, end: number): boolean {
  if (isFilled(text, end)) return true;
  return /^\[\s?(?:the|our)\b/i.test(text.slice(start, end)) && !/name|date|mail|address|company|phone|url|link/i.test(text.slice(start, end));
}
