import { pattern } from './pattern.ts';
import { matchesOf } from '../../text/matches.ts';

/** Definitions and the cases of the law name data and tell nothing of what is done with them. */
export const DEFINITION = pattern(
  '',
  String.raw`个人(?:敏感)?信息["”》）]*[，,：:]?(?:是|系|均)?指|敏感个人信息["”》）]*[，,：:]?(?:是|系)?指|`,
  String.raw`(?:本(?:隐私)?(?:权)?(?:政策|指引|声明|条款)|所称|所述|涉及)中?的?个人(?:敏感)?信息(?:主要)?(?:包括|指|如|为)|^如?姓名、出生日期、身份证件号码`,
  String.raw`|^(?:其中)?[，,]?个人(?:敏感)?信息(?:主要|一般)?(?:包括|包含)[^。]{0,200}(?:个人基本资料|个人身份信息|个人生物识别信息|网络身份标识|个人财产信息|个人通信信息)`,
  // 相机权限是指…, 录音是指…: what a word means, where nobody does anything.
  String.raw`|^["“「]?[^，。；：我您]{1,12}["”」]?(?:是指|系指)(?![^。]*(?:我们|收集|获取))`,
  // 法律规定收集人脸信息应当取得单独同意: what the law asks of everybody.
  String.raw`|^[^，。；：我您本]{0,30}(?:法律|法规|规定|要求|办法|规范|标准|法[》」])[^，。；：我您本]{0,6}[，,]?(?:收集|处理|使用)[^。；：我您本]{2,40}应当?(?:先|事先|依法)?(?:取得|征得|获得|遵循|具有|告知|经)`,
  String.raw`|向社会公众公开|学术研究或描述的结果|从合法公开披露的信息中|重大合法权益但又?很难|知识产权|著作权`,
);

/** What is owned, who answers for it, what users must not do: contents are named, and nothing is done with them. */
const OWNED = pattern(
  '',
  String.raw`版权|商标权|所有权|原创或(?:者)?(?:已|合法|经)|(?:独立|自行|完整地?|全部)承担[^，。；]{0,8}(?:责任|风险)|(?:(?:均|全部|都)[是为归属]|归属?)[^，。；]{0,12}(?:财产|所有)(?=$|[，。；])`,
  String.raw`|(?:不|禁止|不要|切勿)(?:得)?冒用`,
);
const TAKEN = /收集|获取|读取|访问|记录|调用|权限|共享|披露|个人信息/;

/** Whether a sentence speaks of rights in contents, and of nothing that is done with data. */
export function isOnRights(text: string): boolean {
  return OWNED.test(text) && !TAKEN.test(text);
}

/** 本政策涉及的个人信息包括…: under a heading on what is collected it says what that is. */
export const SCOPE = /(?:本(?:隐私)?(?:权)?(?:政策|指引|声明|条款)|涉及)中?(?:所?涉及)?的?个人(?:敏感)?信息(?:主要)?(?:包括|如|为)/;

/** A lead-in to the cases in which the law asks for no consent: its items are cases, not data. */
export const EXEMPT = /(?:无需|不需|不必|无须|毋须|豁免|而不).{0,16}(?:同意|授权)|(?:同意|授权)的?例外/;

/** 邮箱：a@b.c, 微信号 abc123: the address of somebody who can be reached. */
export const ADDRESS = /^(?:号|地址|号码)?(?:[:：为是]\s*)?(?:[\w.+-]+@|\d{5,}|\d{3,4}-\d)|^[:：]\s*[A-Za-z]\w{4,}/;

const CONSENT = pattern(
  'g',
  String.raw`(?:获得|征得|取得|得到|经过?|未经)(?:过)?(?:您|用户|监护人|其|明确|明示|事先|单独|书面|再次|自主|选择|主动|的)*(?:同意|授权|许可|允许|明示)`,
  String.raw`(?:同意|和授权|或授权|及授权)?(?:的?(?:情况|前提|情形)下|之?后)?|在[^，。；：]{1,16}的?(?:情况|前提|情形|必要范围|范围|期限|期间|时限)`,
  String.raw`(?:之?下|之?内)`,
);

/** 通过短信、电话的方式: how somebody is reached. */
const CONTACT =
  /(?:通过|以|用|采用|采取|向您的|向用户的)(?:您的|手机|移动)?(?:短信|短消息|彩信|电话|电子邮件|邮件|邮箱|信函|来电|微信|站内信)[^，。；：（(]{0,16}?(?:方式|形式|渠道|途径)/g;

/** 公开（包括共享、转让等方式）, 身份信息（指可以识别您的信息）: brackets that say how, or what a word means. */
const GLOSS = /[（(](?:(?:包括|如|例如)(?:共享|分享|转让|公开披露|公开|披露|提供|出售|委托处理|[、和及或与]){1,12}等?(?:方式|形式)?|(?:是?指|即(?=[^（）()]{0,16}[能可]))(?![^（）()]*(?:例如|包括|如))[^（）()]{1,160})[)）]/g;

/** 《网络信息保护规定》: the words are the title of a law or another text. */
const TITLE = /《[^《》]*》/g;

/** A stretch of a line. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Phrases of consent, scope and contact, and titles of texts, whose words are neither verbs nor data of a statement. */
export function consentsOf(text: string): Range[] {
  const ranges = (words: RegExp): Range[] =>
    matchesOf(words, text).map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const others = [
    ...(/方式|形式|渠道|途径/.test(text) ? ranges(CONTACT) : []),
    ...(text.includes('《') ? ranges(TITLE) : []),
    ...(/[（(](?:包括|如|例|是?指|即)/.test(text) ? ranges(GLOSS) : []),
  ];
  const consents = /同意|授权|许可|允许|明示|情况|前提|情形|范围|期限|期间|时限/.test(text) ? ranges(CONSENT) : [];
  return others.length === 0 ? consents : [...consents, ...others].toSorted((a, b) => a.start - b.start);
}

/** What lies outside of some ranges; both in order. */
export function outside<T extends Range>(tokens: readonly T[], ranges: readonly Range[]): readonly T[] {
  if (ranges.length === 0) return tokens;
  let next = 0;
  return tokens.filter((token) => {
    while ((ranges[next]?.end ?? Infinity) <= token.start) next++;
    return (ranges[next]?.start ?? Infinity) >= token.end;
  });
}
