import type { Reader } from './found.ts';
import { before, cuesIn, has, isHeading } from './passages.ts';

/** What the policy plainly says it does not do: collect, share, send off the device. */
export const readDenials: Reader = function* (passage) {
  if (isHeading(passage) || passage.kind === 'minors') return;
  const { text, language } = passage;
  const none = cuesIn(passage, 'no-collection').find((cue) => {
    const after = text.slice(cue.start, cue.end + 60);
    return (language === 'zh' ? ANY_ZH : ANY_EN).test(after) && !LIMITED.test(after) && !CONDITION.test(before(passage, cue.start, 40));
  });
  if (none && !CHILD.test(text)) yield { id: 'no-collection', told: 'yes', score: 0 };
  if (has(passage, 'local-only') && has(passage, 'local-only.place') && !ELSEWHERE.test(text)) {
    yield { id: 'local-only', told: 'yes', score: /仅|只|never|only/i.test(text) ? 1 : 0 };
  }
  if (!has(passage, 'no-third-parties') || has(passage, 'no-third-parties.except')) return;
  if (has(passage, 'no-third-parties.deny') && !CHILD.test(text)) {
    yield { id: 'no-third-parties', told: 'yes', score: 0 };
  }
};

const ANY_ZH = /(?:收集|采集|获取|索取|记录|上传)(?:或(?:上传|存储|保存|共享))?(?:了)?(?:[您你]|用户)?(?:的)?(?:任何|任意)?(?:与?[您你]|用户)?(?:的|有关的)?(?:个人)?(?:隐私)?(?:信息|数据|资料|隐私)/;
const ANY_EN =
  /\b(?:collect|gather|collected)(?:,? (?:or |and )?(?:upload|store|transmit|share|process|use|track|save)(?: or (?:upload|store|transmit|share|use))?,?)*\s+(?:or \w+ )?(?:any |your |no |user |the )?(?:kind of |type of |sort of )?(?:of )?(?:your |user )?(?:personal(?:ly identifiable)? |private |user |sensitive )?(?:data|information|info)\b|^no [\w ]{0,30}(?:data|information) is collected/i;
/** Only this or that is not collected, or only in this case. */
const LIMITED = /除|以外|之外|无关|超出|额外|其他个人|敏感|\b(?:other than|except|unless|beyond|that is not|from (?:children|anyone|persons|this|our)|about your|which|without|that you|additional|unnecessary|special|sensitive|by children)\b/i;
const CONDITION = /如果|若|拒绝|未经|\bif\b|\bunless\b|\bwithout\b|\bin (?:this|that) case\b/i;
const CHILD = /儿童|未成年|周岁|\bchild(?:ren)?\b|\bminors?\b|\bunder (?:the age|1\d)\b/i;
const ELSEWHERE = /然后上传|并上传|会上传|and upload|then uploaded|also uploaded/i;
