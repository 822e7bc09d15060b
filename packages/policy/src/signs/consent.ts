import { onceFor } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import type { Action, ConsentSign, PolicyStatement } from '@mingshi/model';
import { byLanguage } from '../text/by-language.ts';
import { isHeading, type Passage } from '../elements/passages.ts';
import { sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';
import { anyOf } from './words.ts';
import { oneOf } from '../text/one-of.ts';

/** How consent is come by: inferred from use, wrung by refusing the service, or asked for before data are passed on. */
export const readConsent: SignReader = function* (stretch) {
  const { own, passages, documents, statements, statementsBefore, passageOf, knowledge } = stretch;
  const words = wordsOf(knowledge);
  const shared = new Set([...statementsBefore, ...statements].filter(isOneSharing).map(passageOf));
  for (const passage of own) {
    const { document } = passage.sentence;
    const sign = (how: ConsentSign['how']): ConsentSign => ({ kind: 'consent', document, quote: sentenceOf(passage), how });
    const spoken = words[passage.language];
    const before = passages[passage.index - 1];
    const isAsked = asksBeforeSharing(passage, spoken);
    if (isAsked || asksAfterwards(passage, before, spoken)) {
      yield { ...sign('before-sharing'), covers: coverOf(passage, shared.has(isAsked ? passage : before)) };
    }
    if (isHeading(passage)) continue;
    if (TERMS_FOR_RULES.test(passage.text) && !CHANGE.test(passage.text)) yield sign('bundled');
    else if (infers(passage, spoken, documents[document]?.kind === 'privacy-policy')) yield sign(BUNDLED.test(passage.text) ? 'bundled' : 'implied');
    if (forces(passage, before, spoken)) yield sign('forced');
  }
};

const PASSES_ON: ReadonlySet<Action> = new Set(['share', 'transfer', 'sell', 'disclose', 'publish']);

/** 经您同意后，我们会将您的手机号提供给…: these data, to these. 未经您同意不会向第三方提供 is said of any. */
function isOneSharing({ negated, action, dataTypes }: PolicyStatement): boolean {
  return !negated && PASSES_ON.has(action) && dataTypes.some(({ generic }) => !generic);
}

function coverOf({ text, language }: Passage, isOne: boolean): ConsentSign['covers'] {
  if (PROMISE[language].test(text)) return EXCEPT[language].test(text) ? 'all-but' : 'all';
  return isOne || CASE[language].test(text) ? 'one' : 'all';
}

const PROMISE = {
  zh: /(?:不会?|不得|绝不|禁止)[^。；]{0,40}(?:提供|共享|分享|披露|透露|公开|转让|使用)|(?:都|均|应|需|会|将|须)[^。；]{0,30}(?:征[求得]|取得|获得)[^。；]{0,12}(?:同意|授权)/,
  en: /\b(?:not|never|no)\b|n['’]t\b|\bunless\b|\bonly\b/i,
};
/** 但以下情况除外： the cases that follow are shared without consent. */
const EXCEPT = {
  zh: /除外|(?:以下|下列|下述|如下)(?:几种)?(?:情况|情形|情景|例外)|例外/,
  en: /\bexcept\b[^.]{0,40}(?:following|below|:)|\b(?:following|below) (?:cases|circumstances|situations)\b/i,
};
/** 在获取明确同意的情况下共享：…: one of the cases in which data are shared. */
const CASE = {
  zh: /^[\d.、)）(（\s•·●a-z一二三四五六七八九十]*(?:在)?(?:事先)?(?:获[取得]|取得|征得|得到|经过?)[^，。；]{0,16}(?:同意|授权)/,
  en: /^[\s\d.()•-]*(?:with|after|upon|when) [^.,]{0,40}(?:consent|permission|approval)/i,
};

const PARTS = ['use', 'infers', 'agrees', 'rules', 'act', 'extras', 'refuses', 'must', 'shares'] as const;
type Words = Readonly<Record<(typeof PARTS)[number], RegExp>>;

const wordsOf = onceFor((knowledge) => {
  const all = (language: Language): Words =>
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
  if (!use || kind === 'changes' || CHANGE.test(text.replace(ASIDE, '')) || words.act.test(text) || OTHER_OBJECT.test(text)) return false;
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

/** 同意《用户协议》即等于接受本隐私政策, however the terms themselves are agreed to. */
const TERMS_FOR_RULES =
  /(?:同意|接受|签署)[^，。；]{0,12}(?:服务|使用|用户|软件|会员|注册)[^，。；和与及、]{0,8}(?:协议|条款)[^。；和与及、]{0,8}(?:即|就|则|视为|视同|等于|等同|意味|表示|代表)[^。；]{0,16}(?:同意|接受|认可)[^。；]{0,10}(?:隐私|个人信息)|\b(?:accept|agree)\w*(?: to)? (?:our |the |these )?terms\b(?![^.]{0,30}\b(?:and|or) (?:the |this |our )?privacy)[^.]{0,40}\b(?:means?|constitutes?|implies|signif\w+|amounts?)\b[^.]{0,30}\b(?:accept|agree|consent)\w*[^.]{0,24}\bprivacy\b/i;

/** 本政策（含更新版本）, 使用或者在更新后继续使用: the change stands in brackets, or beside what is said of any use. */
const ASIDE = /[(（](?:含|包括)[^()（）]{0,16}[)）]|(?<=使用)或者?在?[^，。；或]{0,24}后(?:[(（][^()（）]{0,40}[)）])?[，,]?(?:仍然?)?继续(?=使用)/g;
/** Going on after a change is another matter. */
const CHANGE =
  /修改|变更|更新|修订|修正|更改|调整|变化|变动|再次|最新(?:版|的)|\b(?:chang|updat|revis|modif|amend|continu|new version|effective)\w*/i;
/** What counts as personal data, or what consent was asked for first. */
const AGREED_BEFORE = /为个人信息|取得|征得|获得您|除非/;
/** What is agreed to is not how data are handled, or what is used belongs to others. */
const OTHER_OBJECT =
  /权限|无密|费用|代表(?:贵|您的?)?(?:公司|企业|组织)|协议的约束|第三方(?:服务|网站|应用|产品|平台)|不同意|关联方式登录|\b(?:third[- ]party (?:sites?|services?|websites?)|fees?|arbitration|assume all risk|communicate with you|cookies|do not (?:agree|consent))\b/i;
/** The rules themselves, or what is done with data: 即表示您同意这种国际传输. */
const OWN_RULES = /本[^，。；协]{0,4}(?:条款|规则|指引|声明)|(?:这[种样类些]|该等?|此类|此种|上述)[^，。；]{0,6}(?:传输|处理|收集|使用|转移|存储)|\bth(?:is|ese|e|at) (?:international |cross-border )?(?:transfers?|processing|collection|storage)\b|\bthis (?:policy|statement|notice)\b|\bthe terms of this\b/i;

/** Consent to improvement, promotion or the like is made the price of the whole service. */
function forces({ text, language }: Passage, before: Passage | undefined, words: Words): boolean {
  if (text.length <= 200 && ALL_OR_NOTHING[language].test(text)) return true;
  const extras = words.extras.exec(text);
  const earlier = extras ? undefined : before && REFERS.test(text) && words.extras.test(before.text);
  if (!extras && !earlier) return false;
  if (CHANGE.test(text) || FREE.test(text)) return false;
  if (words.must.test(text) && CONSENTS[language].test(text)) return true;
  const refused = words.refuses.exec(text);
  if (!refused || !REFUSAL[language].test(text)) return false;
  return WHOLE[language].test(text.slice(refused.index, refused.index + (language === 'zh' ? 30 : 44)));
}

/** Several permissions, or else not even the app opens. */
const ALL_OR_NOTHING = {
  zh: /(?:必须|须|需要?)(?:同时|全部|一并)?(?:授予|开启|授权|允许|打开|同意)[^。；]{0,12}[、和及][^。；]{0,16}权限[^。；]{0,12}(?:否则|不然|方可|才能)[^。；]{0,10}(?:使用|打开|进入|运行)(?:本(?!功能)|任何|全部|该应用|App)/i,
  en: /\b(?:must|have to|required to|need to)\b[^.]{0,20}\b(?:grant|give|allow|enable)\b[^.]{0,40}(?:,| and )[^.]{0,30}\b(?:access|permissions?)\b[^.]{0,12}\b(?:failing which|otherwise|or else|or)\b[^.]{0,8}\b(?:app|application|service)\b[^.]{0,10}\b(?:not|stops?|closes?|unusable)\b/i,
} as const;
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
  zh: /(?:我们的|本|我们提供的|任何|全部|所有)(?:应用|软件|产品|服务|平台|游戏|App|小程序)|退出应用|终止服务|使用(?:服务|产品|应用)$/i,
  en: /\b(?:the|our|this) (?:app|application|service|services|platform|game|product|products)\b/i,
} as const;

/** "Not without your consent", "with your consent we share": asked before others get data. */
function asksBeforeSharing(passage: Passage, words: Words): boolean {
  const { text, language } = passage;
  if (!words.shares.test(text) && !isUnderSharing(passage, words)) return false;
  if (language === 'en') return ASKS_EN.test(text);
  return ASKS_ZH.test(text.replaceAll(NOBODY_ASKED, '')) && !OTHER_CONSENT.test(text);
}

/** The title or the words before a list say that data go to others, and the sentence does nothing else with them. */
function isUnderSharing({ text, heading, block, lead }: Passage, words: Words): boolean {
  if (text.length > SHORT || block.kind === 'heading' || OTHER_DEED.test(text)) return false;
  const above = [lead?.text ?? '', heading].find((said) => words.shares.test(said));
  return above !== undefined && !OTHER_DEED.test(above);
}

const SHORT = 100;
const OTHER_DEED = /收集|使用|存储|保存|处理|访问|\b(?:collect|use|stor|process|access|retain)/i;

/** Intruders and exceptions: 防止未经授权的访问或披露, 无需征得您的同意. */
const NOBODY_ASKED =
  /未经授权的?[^，。；]{0,10}(?:访问|阅览|使用|查看|获取|修改|披露|泄露|透露)|(?:无需|无须|不需要?|不必)[^，。；]{0,16}(?:同意|授权)/g;

/** The sentence before shares, this one asks: "we may give it to partners. It will be preceded by your consent". */
function asksAfterwards({ text, language, sentence }: Passage, earlier: Passage | undefined, words: Words): boolean {
  return earlier !== undefined && earlier.sentence.document === sentence.document && earlier.language === language &&
    (language === 'zh' ? ASKED_ZH : ASKED_EN).test(text) && words.shares.test(earlier.text);
}

const ASKED_ZH = /(?:除非|只有|没有|未经|不经)您[^，。；]{0,8}(?:同意|答应|允许|点头|授权|许可)|(?:征得|取得|获得|得到)(?:您|用户)[^。；]{0,10}(?:同意|授权)/;
const ASKED_EN = /\b(?:unless|only (?:if|when|after)) you (?:agree|say|allow|approve|consent|permit|tell|ok)\b|\b(?:with|after|preceded by|subject to|obtain\w*|ask\w* for|seek\w*) (?:your|the user['’]s) (?:[a-z]+ )?(?:consent|permission|approval)/i;
const ASKS_ZH = oneOf(
  '',
  /(?:弹窗|先|事先|主动)[^，。；]{0,6}(?:问|征询|询问)(?:过|一下)?(?:您|用户)/,
  /(?:只有|除非|等|待|经)(?:您|用户)[^，。；]{0,6}(?:点头|答应|点了同意)/,
  /(?:未经|未获|未征得|没有|不经|征得|取得|获得|获取|得到|经过?|事先|事前|单独|除非)[^，。；]{0,10}(?:您|用户|个人信息主体|本人|客户|患者|家长|住户|学生|家属|持卡人)[^。；，]{0,14}(?:同意|授权|许可|允许)/,
  /(?:须|需)经?[^，。；]{0,14}(?:签字|书面|单独)(?:同意|授权)|弹窗[^，。；]{0,8}请您(?:确认|同意|选择)|(?:您|用户)勾选[^，。；]{0,10}同意|(?:您|用户)不(?:点头|同意|答应)[^。；]{0,6}(?:就不|不会|绝不)/,
  /(?:您|用户)(?:点击|勾选|点选|选择)[^，。；]{0,6}(?:同意|授权|确认)[^，。；]{0,8}(?:以|之)?后/,
  /(?:您|用户)(?:单独|明确|主动|事先|书面|自主)?(?:同意|授权|许可)(?:后|的?(?:情况|前提)下|之后)/,
  /^[\d.、．)）(（\s•·●a-z一二三四五六七八九十]*(?:已?事先)?(?:(?:您|用户)[^，。；]{0,8}(?:同意|授权)[^，。；]{0,12}的[;；。]?$|(?:获得|征得|取得)[^，。；]{0,10}(?:同意|授权))/,
);
/** Consent of others, to something else, or by which users only bind themselves. */
const OTHER_CONSENT =
  /[您户](?:亦|也)?(?:不得|不可|应当?)|知识产权|著作权|(?:无需|无须|不需要?|不必|毋须|未能|很难)[^。；]{0,30}(?:同意|授权)|例外|(?:合并|收购|破产|清算)|(?:即|都|则|就|已经)(?:表示|视为|意味|代表|同意)|视为您|改变[^，。；]{0,10}目的|超[出越]|监护人|父母|儿童|未成年|政策[^，。；]{0,8}(?:更新|变更)|从(?:关联|第三方|合作)[^，。；]{0,16}(?:获取|接收|收集)|(?:帮助|帮)您(?:详细)?了解|(?:您理解并?同意|默认您同意)/;
const ASKS_EN = oneOf(
  'i',
  /\b(?:unless|until|only if|only when) you\b[^.]{0,16}\b(?:say|tell|ok)\b/,
  /\byour (?:ok|okay|say-so|go-ahead)\b|\bask you first\b|\bafter you (?:tap|click|press|tick|confirm)/,
  /\bconsent|\bpermission|\b(?:without|before) (?:first )?asking (?:you|users|for)/,
  /\bask(?:s|ed|ing)? (?:you|users|for)\b|\bopt(?:ed|ing)?[- ]?(?:in|out)\b/,
  /\brequest that we (?:do )?not\b|\bsignature of (?:the |their )?(?:users?|patients?|customers?|parents?)|\byou (?:say yes|tick|sign|click)\b|\bwritten (?:authori[sz]ation|approval)|\byou have expressly/,
  /\byour (?:choice|direction|approval|authori[sz]ation|agreement|instruction)/,
  /\bat your (?:request|direction)|\bauthori[sz]ed by you/,
  /\b(?:you|users?) (?:have |has |may |can |also )?(?:choose|chose|agree|authori[sz]|request|direct|approv|allow|permit)/,
);
