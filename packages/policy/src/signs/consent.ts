import type { ConsentSign } from '@mingshi/model';
import { byLanguage } from '../by-language.ts';
import { isHeading, type Passage } from '../elements/passages.ts';
import { sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';
import { anyOf, onceFor } from './words.ts';

/** How consent is come by: inferred from use, wrung by refusing the service, or asked for before data are passed on. */
export const readConsent: SignReader = function* ({ own, passages, documents, knowledge }) {
  const words = wordsOf(knowledge);
  for (const passage of own) {
    const { document } = passage.sentence;
    const sign = (how: ConsentSign['how']): ConsentSign => ({ kind: 'consent', document, quote: sentenceOf(passage), how });
    const spoken = words[passage.language];
    if (asksBeforeSharing(passage, spoken) || asksAfterwards(passage, passages[passage.index - 1], spoken)) yield sign('before-sharing');
    if (isHeading(passage)) continue;
    if (infers(passage, spoken, documents[document]?.kind === 'privacy-policy')) yield sign(BUNDLED.test(passage.text) ? 'bundled' : 'implied');
    if (forces(passage, passages[passage.index - 1], spoken)) yield sign('forced');
  }
};

const PARTS = ['use', 'infers', 'agrees', 'rules', 'act', 'extras', 'refuses', 'must', 'shares'] as const;
type Words = Readonly<Record<(typeof PARTS)[number], RegExp>>;

const wordsOf = onceFor((knowledge) => {
  const all = (language: 'zh' | 'en'): Words =>
    Object.fromEntries(
      PARTS.map((part) => {
        const words = anyOf(knowledge, language, `sign.consent.${part}`);
        return [part, new RegExp(language === 'en' ? String.raw`\b(?:${words})\b` : words, 'i')];
      }),
    ) as unknown as Words;
  return byLanguage(all);
});

/** Using the app is taken for consent to what is done with data; a click on "agree" would be consent. */
function infers({ text, language, kind }: Passage, words: Words, isPolicy: boolean): boolean {
  const use = words.use.exec(text);
  if (!use || kind === 'changes' || CHANGE.test(text) || words.act.test(text) || OTHER_OBJECT.test(text)) return false;
  const rest = text.slice(use.index);
  const inferred = words.infers.exec(rest);
  if (!inferred || inferred.index > (language === 'zh' ? 60 : 160)) return false;
  const tail = rest.slice(inferred.index, inferred.index + (language === 'zh' ? 60 : 160));
  const agreed = tail.slice(0, language === 'zh' ? 34 : 100);
  if (!words.agrees.test(agreed) || AGREED_BEFORE.test(agreed)) return false;
  return words.rules.test(tail) || (isPolicy && OWN_RULES.test(tail));
}

/** Agreeing to the terms of service is taken for agreeing to how data are handled. */
const BUNDLED = /同意[^，。；]{0,20}(?:使用|服务|用户|软件)(?:使用)?协议[^，。；]{0,4}(?:之?时|后|的同时|即|，)|\bby (?:agreeing to|accepting) (?:our |the |these )?terms\b/i;

/** Going on after a change is another matter. */
const CHANGE =
  /修改|变更|更新|修订|修正|更改|调整|变化|变动|再次|\b(?:chang|updat|revis|modif|amend|continu|new version|effective)\w*/i;
/** What counts as personal data, or what consent was asked for first. */
const AGREED_BEFORE = /为个人信息|取得|征得|获得您|除非/;
/** What is agreed to is not how data are handled, or what is used belongs to others. */
const OTHER_OBJECT =
  /权限|无密|费用|代表(?:贵|您的?|你的?)?(?:公司|企业|组织)|协议的约束|第三方(?:服务|网站|应用|产品|平台)|不同意|关联方式登录|\b(?:third[- ]party (?:sites?|services?|websites?)|fees?|arbitration|assume all risk|communicate with you|cookies|do not (?:agree|consent))\b/i;
const OWN_RULES = /本[^，。；协]{0,4}(?:条款|规则|指引|声明)|\bthis (?:policy|statement|notice)\b|\bthe terms of this\b/i;

/** Consent to improvement, promotion or the like is made the price of the whole service. */
function forces({ text, language }: Passage, before: Passage | undefined, words: Words): boolean {
  const extras = words.extras.exec(text);
  const earlier = extras ? undefined : before && words.extras.test(before.text) && REFERS.test(text);
  if (!extras && !earlier) return false;
  if (CHANGE.test(text) || FREE.test(text)) return false;
  if (words.must.test(text) && CONSENTS[language].test(text)) return true;
  const refused = words.refuses.exec(text);
  if (!refused || !REFUSAL[language].test(text)) return false;
  return WHOLE[language].test(text.slice(refused.index, refused.index + (language === 'zh' ? 30 : 44)));
}

const REFERS = /上述|以上|前述|该等|这些|此类|\b(?:this|these|such|the above)\b/i;
/** Only the function goes, or refusing is free. */
const FREE =
  /不影响|不会影响|相关功能|该功能|此功能|相应功能|对应|相关服务|部分功能|可以拒绝|可拒绝|有权拒绝|推送服务|\b(?:certain|some|these|those|that) (?:features?|functions?|parts|services)|\bnot affect|\bopt[- ]?out|\bfeature/i;
const CONSENTS = { zh: /收集|使用|信息|推送|发送|营销|推广/, en: /\b(?:information|data|use|receive|collect)/i } as const;
const REFUSAL = {
  zh: /(?:不同意|拒绝|不提供|未提供|不授权|不接受|未授权|否则)/,
  en: /\b(?:do not|does not|don['’]t|refus\w*|declin\w*|unless|without)\b/i,
} as const;
const WHOLE = {
  zh: /(?:我们的|本|我们提供的|任何)(?:应用|软件|产品|服务|平台|游戏|App|小程序)|退出应用|终止服务|使用(?:服务|产品|应用)$/i,
  en: /\b(?:the|our|this) (?:app|application|service|services|platform|game|product|products)\b/i,
} as const;

/** "Not without your consent", "with your consent we share": asked before others get data. */
function asksBeforeSharing({ text, language }: Passage, words: Words): boolean {
  if (!words.shares.test(text)) return false;
  return language === 'zh' ? ASKS_ZH.test(text.replaceAll(NOBODY_ASKED, '')) : ASKS_EN.test(text);
}

/** Intruders and exceptions: 防止未经授权的访问或披露, 无需征得您的同意. */
const NOBODY_ASKED =
  /未经授权的?[^，。；]{0,10}(?:访问|阅览|使用|查看|获取|修改|披露|泄露)|(?:无需|无须|不需要?|不必)[^，。；]{0,16}(?:同意|授权)/g;

/** The sentence before shares, this one asks: "we may give it to partners. It will be preceded by your consent". */
function asksAfterwards({ text, language, sentence }: Passage, earlier: Passage | undefined, words: Words): boolean {
  return earlier !== undefined && earlier.sentence.document === sentence.document && earlier.language === language &&
    words.shares.test(earlier.text) && (language === 'zh' ? ASKED_ZH : ASKED_EN).test(text);
}

const ASKED_ZH = /(?:征得|取得|获得|得到)(?:您|你|用户)[^。；]{0,10}(?:同意|授权)/;
const ASKED_EN = /\b(?:with|after|preceded by|subject to|obtain\w*|ask\w* for|seek\w*) (?:your|the user['’]s) (?:[a-z]+ )?(?:consent|permission|approval)/i;
const ASKS_ZH =
  /(?:未经|未获|未征得|征得|取得|获得|获取|得到|经过?(?:您|用户|你)|事先|事前|单独|明确|明示|主动|您的?|你的?|用户的?)[^。；]{0,14}(?:同意|授权|许可|允许)/;
const ASKS_EN =
  /\bconsent|\bpermission|\bopt(?:ed|ing)?[- ]?(?:in|out)\b|\brequest that we (?:do )?not\b|\byour (?:choice|direction|approval|authori[sz]ation|agreement|instruction)|\bat your (?:request|direction)|\bauthori[sz]ed by you|\b(?:you|users?) (?:have |has |may |can |also )?(?:choose|chose|agree|authori[sz]|request|direct|approv|allow|permit)/i;
