import { forCues } from './found.ts';
import type { Cue } from './cues.ts';
import { cuesIn, has, isHeading, type Passage } from './passages.ts';

/** What the policy plainly says it does not do: collect, share, send off the device, go online. */
export const readDenials = forCues(['no-collection', 'local-only', 'offline', 'no-third-parties'], function* (passage) {
  if (isHeading(passage) || passage.kind === 'minors' || passage.kind === 'sdk-list') return;
  const { text } = passage;
  if (CHILD.test(text)) return;
  if (cuesIn(passage, 'no-collection').some((cue) => collectsNothing(passage, cue))) {
    yield { id: 'no-collection', told: 'yes', score: 0 };
  }
  if (has(passage, 'local-only') && has(passage, 'local-only.place') && !ELSEWHERE.test(text)) {
    yield { id: 'local-only', told: ONLY.test(text) ? 'yes' : 'partial', score: 0 };
  }
  if (cuesIn(passage, 'offline').some((cue) => isOffline(passage, cue))) yield { id: 'offline', told: 'yes', score: 0 };
  const denied = has(passage, 'no-third-parties') && has(passage, 'no-third-parties.deny') && SHARING.test(text);
  if (denied && !has(passage, 'no-third-parties.except') && !FOR_ENDS.test(text)) {
    yield { id: 'no-third-parties', told: isOfOneKind(passage) || OF_ONE.test(text) ? 'partial' : 'yes', score: 0 };
  }
});

/** "Voice recordings are:" with what is denied as an item below it: denied of those alone. */
function isOfOneKind({ text, lead, heading }: Passage): boolean {
  const over = lead?.text ?? heading;
  return SUBJECTLESS.test(text) && ONE_KIND.test(over) && !WHOLE.test(over);
}

/** 该标识不对外传输, 不接入广告SDK: of one thing, or of code of one kind. */
const OF_ONE = /(?:^|[，。；]\s*)(?:该|此)(?!等|类|应用|软件|平台|App)[^。；]{1,24}不|(?:不会?|未)(?:接入|集成|嵌入|使用)(?!任何|第三方|其他|外部)[^，。；、SDK]{2,12}\s?SDK/i;

const SUBJECTLESS = /^[\s•·*-]*(?:(?:is|are|will be) )?(?:not|never)\b|^[\s•·*-]*(?:也|均|都|绝)?(?:不会?|从不|绝不)/i;
const ONE_KIND = /\b(?:is|are|will be)\s*:\s*$|(?:数据|信息|录音|图片|照片|记录|内容|画面)(?:会|将|均|都)?\s*[:：]\s*$/i;
const WHOLE = /\b(?:we|our|all|any|your (?:personal )?(?:data|information)|personal (?:data|information))\b|我们|个人信息|所有|任何|全部|(?:您|用户)的(?:数据|信息)|承诺/i;

/** Nothing at all, of everything: not only here, now or of one kind. */
function collectsNothing(passage: Passage, cue: Cue): boolean {
  const { text, language } = passage;
  const after = text.slice(cue.start, cue.end + 60);
  const ahead = text.slice(Math.max(0, cue.start - 60), cue.start);
  const lead = ahead.slice(ahead.search(/[^。；;！!]*$/));
  if (LIMITED.test(after) || SCOPE.test(lead)) return false;
  return language === 'zh' ? ANY_ZH.test(after) && (ALL.test(after) || text.length <= 30) : ANY_EN.test(after);
}

const ANY_ZH = /(?:收集|获取|索取|记录|上传)(?:(?:[、，,或和及]|以及|或者)(?:也?不会?|绝不会?)?(?:收集|上传|存储|保存|共享|分享|使用|传输|泄露|披露|出售|处理)){0,6}(?:了)?(?:您|用户)?(?:的)?(?:任何|任意)?(?:与?您|用户)?(?:的|有关的)?(?:个人)?(?:隐私)?(?:信息|数据|资料|隐私)/;
const ANY_EN =
  /\b(?:collect|gather|collected)(?:,? (?:or |and )?(?:upload|store|transmit|share|process|use|track|save)(?: or (?:upload|store|transmit|share|use))?,?)*\s+(?:or \w+ )?(?:any |your |no |user |the )?(?:kind of |type of |sort of )?(?:of )?(?:your |user )?(?:personal(?:ly identifiable)? |private |user |sensitive )?(?:data|information|info)\b|^no [\w ]{0,30}(?:data|information) is collected/i;
/** Only this or that is not collected, or only in this case. */
const LIMITED = /除|以外|之外|无关|超出|额外|其他个人|敏感|但(?!不)|\b(?:other than|except|unless|beyond|that is not|from (?:children|anyone|persons|this website|our website)|about (?!you\b)|regarding|concerning|relat(?:ed|ing) to|which|without|that you|additional|unnecessary|special|sensitive|by children|pertaining|transmitted|on and through|in a manner|on what|but|however)\b/i;
const SCOPE =
  /如果|若|当|拒绝|未经|SDK|支付|权限|过程中|功能|这些|上述|\b(?:if|unless|without|when|then|in (?:this|that) case|exceptions?|service provider|we ask|they|as long as|while|only this)\b/i;
const ALL = /任何|任意|一切|所有/;
const ONLY = /仅|只|都|不会|不上传|没有|无任何|完全|纯|\b(?:only|never|not|all|no|fully|completely)\b/i;
/** Selling alone denied leaves sharing open. */
const SHARING =
  /(?:共享|提供|分享|披露|传输|发送|转让|集成|接入|嵌入|SDK)|\b(?:shar|disclos|provid|transfer|transmit|giv|sen[dt]|communicat|integrat|includ|contain|use)/i;
/** Denied for the recipient's own advertising alone: what is passed on for other ends is left open. */
const FOR_ENDS =
  /(?:用于|用作|以便|为了)(?:其|他们|第三方|自身|自己|对方)?(?:自身|自己|独立)?(?:的)?(?:直接)?(?:营销|推广|广告|宣传|商业)|用于[^,，。；]{0,14}(?:分析|追踪|跟踪|统计|广告|营销)(?:目的)?的(?:任何)?(?:第三方|SDK)|\bfor (?:their|its|direct|third[- ]part(?:y|ies)['’]s?) (?:own )?(?:direct )?(?:marketing|advertising|promotional|commercial)/i;
const CHILD = /儿童|未成年|周岁|\bchild(?:ren)?\b|\bminors?\b|\bunder (?:the age|1\d)\b/i;
const ELSEWHERE = /cookie|web beacon|然后上传|并上传|(?<!不)会上传|and upload|then uploaded|also uploaded/i;

/** Offline always and in all: nothing before the word bounds it, and nothing behind it is left out. */
function isOffline({ text }: Passage, { end }: Cue): boolean {
  const clause = end + text.slice(end).search(/[,，。；;]|$/);
  if (TO_DO.test(text.slice(end, end + 24))) return false;
  return !SOMETIMES.test(text.slice(0, clause)) && !EXCEPT.test(text.slice(clause));
}

/** 不会联网上传图片: one thing is denied, and not the network. */
const TO_DO = /^(?:来|去|以)?(?:上传|传输|发送|获取|收集|下载|查询|验证|分析|识别|搜索|存储|同步|备份|共享|传送)|^ (?:to|in order to|for)\b/;
const SOMETIMES =
  /时(?!间)|[^,，。]{2}(?:以后|之后|后)[,，]|如果|若|当(?!前)|模式|(?<!全部|所有|任何)功能|部分|除|仅|只(?!是)|以外|之外|可以?在|也[可能]|状态|环境|拒绝|关闭|同意|服务(?!器|端)|SDK|\b(?:if|when|while|mode|features?|except|unless|other than|apart from|aside from|besides|once|only|some|most|parts?|without|optional|can be used|can also|may be used|available)\b/i;
const EXCEPT = /但|除|例外|以外|之外|\b(?:but|however|except|unless|other than|only)\b/i;
