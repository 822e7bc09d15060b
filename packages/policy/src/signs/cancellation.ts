import { onceFor } from '@mingshi/knowledge';
import type { CancellationConditionSign } from '@mingshi/model';
import { byLanguage } from '../text/by-language.ts';
import { before as aheadOf, cuesIn, has, isHeading, underHeading, type Passage } from '../elements/passages.ts';
import { before, sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';
import { anyOf } from './words.ts';

type Demand = CancellationConditionSign['asks'];

/** What users are asked for before their account is cancelled. */
export const readCancellation: SignReader = function* ({ own, passages, knowledge }) {
  const demands = demandsOf(knowledge);
  for (const passage of own) {
    if (isHeading(passage) || passage.block.kind === 'cell' || !onCancelling(passage, passages)) continue;
    const { text, language } = passage;
    if (!ASKS[language].test(text) || NOT_ASKED[language].test(text) || OTHERS.test(text)) continue;
    const asked = new Set<Demand>();
    for (const { asks, words } of demands[language]) {
      if (asks === 'id-number' && asked.has('id-photo')) continue;
      const hit = words.exec(text);
      if (!hit || !isDemanded(passage, asks, hit.index, hit[0].length)) continue;
      asked.add(asks);
      yield { kind: 'cancellation-condition', document: passage.sentence.document, quote: sentenceOf(passage), asks };
    }
  }
};

const DEMANDS: readonly Demand[] = ['id-photo', 'id-number', 'paper', 'by-post', 'in-person', 'records', 'other-products', 'face', 'fee'];

const demandsOf = onceFor((knowledge) =>
  byLanguage((language) =>
    DEMANDS.map((asks) => {
      const words = anyOf(knowledge, language, `sign.cancellation.${asks}`);
      return { asks, words: new RegExp(language === 'en' ? String.raw`\b(?:${words})\b` : words, 'i') };
    }),
  ),
);

/** The sentence is about cancelling an account, or goes on with what the section on cancelling has begun. */
function onCancelling(passage: Passage, all: readonly Passage[]): boolean {
  if (has(passage, 'account-cancellation.penalty')) return false;
  if (cuesIn(passage, 'account-cancellation').length > 0 || /注销[时前须需请]|^[^，。；]{0,4}(?:销户|销号)/.test(passage.text)) return true;
  if (underHeading(passage, 'account-cancellation') && CLOSES.test(passage.heading)) return true;
  if (passage.block.kind !== 'item') return false;
  for (const earlier of before(all, passage, 6)) {
    if (earlier.block.kind !== 'item') return cuesIn(earlier, 'account-cancellation').length > 0 && /[:：]\s*$/.test(earlier.text);
  }
  return false;
}

const CLOSES = /注销|销户|删除账|delet\w* (?:your |the )?account|clos\w* (?:your |the )?account|account (?:deletion|closure|cancel)/i;

/** Words that ask something of the user. */
const ASKS = {
  zh: /需|须|应(?!用)|请|要求|必须|提供|提交|上传|携带|发送|满足|条件|先|同时|一并/,
  en: /\b(?:also|must|need|required?|requires|have to|please|provide|submit|send|attach|upload|pay|ask you|charged?|appl(?:y|ies))\b/i,
} as const;
const NOT_ASKED = {
  zh: /(?:不需要?|无需|无须|不必|不会要求|不要求|不收取|不会收取|免费|不得|不影响)/,
  en: /\b(?:not (?:need|require|ask|charge|have)|no need|free of charge|without|never)\b|n['’]t (?:need|require|ask|charge|have)/i,
} as const;
/** Numbers of telephone companies, accounts elsewhere: not the app's own account. */
const OTHERS = /手机号码?的?[^，。]{0,12}注销|注销手机号|营业执照|企业认证|小程序账号|(?:微信|QQ|小米|华为|魅族|百度|腾讯|苹果|支付宝|微博)[^，。]{0,4}账[号户]/;

function isDemanded(passage: Passage, asks: Demand, at: number, length: number): boolean {
  const { text, language } = passage;
  const ahead = aheadOf(passage, at, language === 'zh' ? 30 : 80);
  const after = text.slice(at + length, at + length + 40);
  switch (asks) {
    case 'other-products':
      return language === 'zh'
        ? /(?:先|同时|一并|须|需|必须)[^，。；]{0,12}$/.test(ahead) && /^[^，。；]{0,16}(?:注销|账[号户])/.test(after)
        : /\b(?:must|need|have to|required|together|also)\b/i.test(ahead) && /\b(?:delet|clos|cancel)/i.test(text);
    case 'fee':
      return language === 'zh' ? /(?:收取|支付|缴纳|扣除|承担)[^，。；]{0,10}$/.test(ahead) : (/\b(?:charge|pay|deduct)/i.test(ahead) || /^[^.]{0,24}\b(?:appl(?:y|ies)|is (?:charged|due|payable))\b/i.test(after));
    case 'in-person':
      return language === 'zh' ? /(?:前往|到|至|携带|须|需)[^，。；]{0,16}$/.test(ahead) : true;
    case 'records':
      return language === 'zh' ? /(?:提供|提交|填写|上传|核对|说明|发送)[^。；]{0,28}$/.test(text.slice(Math.max(0, at - 40), at)) : /\b(?:provide|submit|send|attach|upload)\b/i.test(ahead);
    default:
      return language === 'zh'
        ? /(?:提供|提交|上传|携带|出示|发送|填写|邮寄|附上|拍摄|进行|通过|需要?|须|请|将|注明|以)[^。；]{0,34}$/.test(text.slice(Math.max(0, at - 44), at))
        : /\b(?:provide|submit|send|attach|upload|show|include|with|request|requires?|write|mail)\b/i.test(ahead);
  }
}
