import { forCues } from './found.ts';
import { cuesIn, has, hasWithLead, isDenied, isHeading, underHeading } from './passages.ts';

/** How data are protected; mere words of care tell it in part. */
export const readSecurity = forCues(['security-measures', 'security-measures.touch'], function* (passage) {
  const { text, kind } = passage;
  if (isHeading(passage) || kind === 'cookies' || kind === 'sdk-list' || USERS_DUTY.test(text)) return;
  const disclaims = DISCLAIMS.test(text);
  const home = kind === 'security' || underHeading(passage, 'security-measures');
  const measure = cuesIn(passage, 'security-measures').find((cue) => !isDenied(passage, cue.start));
  // In a list of measures, and where measures are said to be taken, the title says what they protect.
  const titled = home && (passage.block.kind === 'item' || TAKEN.test(text));
  const ofData = (titled || hasWithLead(passage, 'security-measures.keep') || STANDARD.test(text)) && !OTHER_USE.test(text);
  if (measure && !disclaims && ofData && (home || PROTECTS.test(text))) {
    yield { id: 'security-measures', told: 'yes', score: (home ? 1 : 0) + (PROTECTS.test(text) ? 1 : 0) };
    return;
  }
  if (!has(passage, 'security-measures.touch') || has(passage, 'security-measures.not')) return;
  if ((disclaims && !EFFORT.test(text)) || TAKES_BY.test(text)) return;
  if (!DATA.test(text) || !(home || ACTS.test(text)) || (!home && AIM.test(text))) return;
  yield { id: 'security-measures', told: 'partial', score: home ? 1 : 0 };
});

/** 通过技术手段收集: how data are taken, and not how they are kept safe. */
const TAKES_BY = /通过[^，。；]{0,8}(?:技术)?(?:手段|措施)(?:自动|主动)?(?:收集|获取|采集|记录)/;

/** A standard that is about data by itself. */
const STANDARD = /\bISO ?(?:\/IEC ?)?27\d{3}|等保|等级保护|\bSOC ?2|\b(?:on )?HTTPS\b/i;
/** Anonymous statistics, hashed advertising ids, links given as https: no protection is told. */
const OTHER_USE = /统计|画像|广告|https?:\/\/|第三方|\bstatistic|\badvertis|\baggregate/i;
/** That nothing is ever quite safe. */
const DISCLAIMS = /100\s?%|百分之百|无法保证|不能保证|不存在“|\bcan ?not (?:\w+ )?(?:guarantee|ensure|warrant)|\bno (?:\w+ ){0,3}(?:method|system|security|measures)\b/i;
/** A disclaimer that names some effort all the same. */
const EFFORT = /措施|手段|尽力|努力|\b(?:striv\w+|commercially|reasonable|appropriate|best efforts)\b/i;
/** Security as what data are used for, not as what is done for them. */
const AIM =
  /(?:以便|为了?|用于|出于)[^,，。]{0,30}安全[^。]{0,40}(?:收集|记录|使用|考虑|获取)|\bwe (?:may |will |also |can )*(?:use|share|disclose|collect|process)\b[^.]{0,60}\b(?:information|data)\b[^.]{0,100}\b(?:to|for)\b|\bit is used\b|\bexplains?\b|standard contractual|privacy shield|verify your identity/i;
/** What users are told to do themselves. */
const USERS_DUTY = /(?:用户|您)不得|(?:用户|您)(?:应|须|需|必须|有责任|有义务|要)[^。]{0,40}(?:密码|安全|保管|保护)|请您?妥善保[管护]|\byou (?:are responsible|should|must|agree to)\b[^.]{0,60}\b(?:password|secur|protect|confidential)/i;
const PROTECTS =
  /\bonly \w+ (?:people|persons|staff|employees)\b|内网|(?:只有|仅有|仅限?)[^，。；]{0,8}(?:授权|必要|指定|相关|少数)|审批|留痕|两步验证|保护|安全|防止|保障|措施|保密|加密|加盐|哈希|\b(?:https|tls|ssl)\b|\bpasswords?\b[^.]{0,30}\bhashed\b|\b(?:protect|secur|safeguard|measures?|encrypt|prevent|confidential|restrict|salted|certified|monitored|internal network|cut off from|aes\b|backed up|drill|inspection)/i;
const DATA = /信息|数据|隐私(?!(?:权)?(?:政策|协议|声明|条款))|资料|\b(?:information|data|privacy)\b/i;
const TAKEN = /^[^，。；]{0,12}(?:采取|采用|使用|实施|通过|部署)[^。；]{0,60}(?:措施|手段|技术|机制|方式)/;
const ACTS = /采取|采用|使用|措施|确保|保障|防止|尽力|努力|\b(?:take|use|using|implement|maintain|adopt|ensure|employ|strive|striving|follow|stor\w*|measures?|taken|in place|precautions|safeguards?|secur\w*)\b/i;
