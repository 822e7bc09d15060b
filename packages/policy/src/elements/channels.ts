import type { Language } from '@mingshi/knowledge';
import { isExample } from '../text/examples.ts';
import { matchesOf } from '../text/matches.ts';

/** An electronic mail address in a text, also one hidden from robots; placeholders are none. */
export function mailIn(text: string): string | undefined {
  if (!MAIL_SIGN.test(text)) return undefined;
  for (const { 0: mail, index } of (SWAPPED.test(text) ? text.replaceAll(STAND_IN, '@') : text).matchAll(MAIL)) {
    if (!PLACEHOLDER.test(mail) && !isExample(text, index)) return mail;
  }
  return undefined;
}

/** name#site.com, with the word that # stands for @. */
const SWAPPED = /[#☆★*$][^@]{0,40}(?:换[成为]|改[成为]|当作|代表|replace[ds]? (?:by|with)|change[ds]? (?:in)?to|means|with)\s?["“'「]?(?:@|at\b)/i;
const STAND_IN = /(?<=[\w.-])[#☆★*$](?=[\w-]{1,63}\.[a-z])/gi;
const MAIL_SIGN = /@|[[(（]\s?at\s?[\])）]|\sat\s/i;
const MAIL =
  /[\w+-][\w.+-]{0,63}(?:\s?@\s?|\s?[[(（]\s?(?:at|@)\s?[\])）]\s?| at (?=[\w-]{1,63} ?[[(]?dot))[\w-]{1,63}(?:(?:\s?\.\s?|\s?[[(（]\s?(?:dot|\.)\s?[\])）]\s?| dot )[A-Za-z][\w-]{0,62}|\.[\w-]{1,63}){1,5}/gi;
const PLACEHOLDER =
  /^[x*_]{2,}\s?@|@[x*_]{2,}\.|^your[\w.-]*@|@your|^(?:email|mail|name|user|username|someone|abc|test|foo)@(?:e?mail|domain|company|example|abc|test|xxx|foo)\b|@domain\.|@company\./i;

/** A telephone number; bare digits need a word for telephone beside them, which the caller checks. */
export function phoneIn(text: string): string | undefined {
  for (const [phone] of matchesOf(PHONE, text)) {
    const digits = phone.replaceAll(/\D/g, '');
    if (!/^(\d)\1+$/.test(digits) && !/x{3}/i.test(phone)) return phone.trim();
  }
  return undefined;
}

const PHONE =
  /(?<![\d.:/-])(?:\+\d{1,3}[ -]?(?:\(?\d{1,4}\)?[ -]?){2,5}\d{2,4}|400\d?[ -]?\d{3,4}[ -]?\d{3,4}|[48]00-\d{3}-\d{4}|[(（]?0\d{2,3}[)）]?[ -]?\d{3,4}[ -]?\d{4}|1[3-9]\d{9}|1[3-9]\d[ -]\d{4}[ -]\d{4}|\(?\d{3}\)?[ -]\d{3}[ -]\d{4}|(?:95|96|10|12)\d{3,4})(?![\d])/g;

/** A postal address: at least two things that addresses have. */
export function hasAddress(text: string, language: Language): boolean {
  const seen = new Set<string>();
  for (const [sign] of matchesOf(language === 'zh' ? ADDRESS_ZH : ADDRESS_EN, text)) {
    seen.add(sign.toLowerCase());
    if (seen.size >= (language === 'zh' ? 3 : 2)) return true;
  }
  return false;
}

const ADDRESS_ZH = /省|市|区|县|镇|路|街|道|号|栋|座|楼|层|室|大厦|园区?|广场|中心|单元/g;
const ADDRESS_EN =
  /\b(?:street|st|road|rd|avenue|ave|suite|ste|floor|drive|lane|blvd|boulevard|highway|box|building|district|plaza|square|way|court|city|county|usa|uk|united states|united kingdom|china|germany|france|[A-Z]{2} \d{5}|\d{1,5} [A-Z][a-z]+)\b\.?/gi;

/** A number or name on a messenger. */
export function messengerIn(text: string): string | undefined {
  return MESSENGER.exec(text)?.[0];
}

const MESSENGER =
  /(?:(?:QQ|qq)(?:交流|客服)?群?号?(?:码)?\s?[:：]?\s?\d{5,11}|(?:交流|玩家|用户|反馈|官方)群(?:号码?)?\s?[:：]?\s?\d{5,11}|(?:微信|公众号|钉钉|微博)(?:公众号|群|账号|号)?(?:客服)?\s?[:：“"「【]\s?[\w\u4e00-\u9fff-]{2,30}|(?:t\.me|discord\.gg|wa\.me)\/\w{2,40}|@\w{3,30} on (?:telegram|twitter|discord|instagram|mastodon)|\b(?:telegram|twitter|discord|instagram|mastodon|whatsapp)\b[^@\n.]{0,8}@\w{3,30})/i;

/** A web page given as an address. */
export function linkIn(text: string): string | undefined {
  return LINK.exec(text)?.[0];
}

const LINK = /(?:https?:\/\/|www\.)[^\s，。；、）)<>"”]{3,200}/i;

/** Words that stand where the real ones have yet to be filled in. */
export function isPlaceholder(text: string): boolean {
  return BLANK.test(text);
}

const BLANK =
  /\[(?:your|insert|company|developer|app|contact|name|email)[^\]]{0,40}\]|【(?:公司|您的|填写|请填|APP|应用|邮箱|电话|联系|开发者|XX|插入)[^】]{0,20}】|某某|XX+|_{3,}|\bxxx+\b|<(?:your|company|email)[^>]{0,40}>|\{\{?[^}]{0,40}\}\}?|填写|待定|\bTBD\b/i;
