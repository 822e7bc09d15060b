import { channelOf, labelOf } from './operator.ts';
import { isPlaceholder, linkIn } from './channels.ts';
import { NOTHING, type Found, type Read, type Reader } from './found.ts';
import { has, isHeading, type Passage } from './passages.ts';
import { UNTOLD } from './plain.ts';
import { isWay } from './ways.ts';

/** What stands under a title or behind a question that names an element: only how, where or who is left to say. */
export const readTopics: Reader = { groups: 'topics', read: answers };

type Topic = Passage['topics'][number];

/** Whether a text answers what is asked for. */
type Answer = (passage: Passage, near: readonly Passage[]) => boolean;

const ANSWERS: Partial<Record<Topic, Answer>> = {
  'account-cancellation': cancels,
  'right-withdraw-consent': isOffered,
  'personalization-opt-out': isOffered,
  'ads-opt-out': isOffered,
  'complaint-channel': (passage, near) => channelOf(passage, labelOf(passage, near)) !== undefined || linkIn(passage.text) !== undefined || DESK.test(passage.text),
  'cross-border': ({ text }) => YES_OR_NO.test(text) || PLACE.test(text),
  'storage-location': ({ text }) => PLACE.test(text),
  minors: (passage) => has(passage, 'minors.rule'),
  'policy-change-notice': (passage) => (has(passage, 'policy-change-notice.fact') || PAGES.test(passage.text)) && !UNTOLD.test(passage.text),
  'right-access': (passage) => isOfRights(passage, 'right-access'),
  'right-correct': (passage) => isOfRights(passage, 'right-correct'),
  'right-delete': (passage) => isOfRights(passage, 'right-delete'),
};

function answers(passage: Passage, near: readonly Passage[]): ReturnType<Read> {
  if (passage.text.length > LONG || isHeading(passage) || passage.block.table?.header || isPlaceholder(passage.text)) return NOTHING;
  let found: Found[] | undefined;
  for (const id of passage.topics) {
    if (ANSWERS[id]?.(passage, near)) (found ??= []).push({ id, told: 'yes', score: -1 });
  }
  return found ?? NOTHING;
}

/** Where changes are shown. */
const PAGES = /官网|网站|首页|公示栏|日志|\bweb ?site|\bhome (?:page|screen)|\bchangelog/i;
/** Where people complain in person. */
const DESK = /意见箱|服务台|前台|窗口|接待室|\b(?:suggestion box|box at|front desk|help desk|counter)\b/i;

/** An answer is to the point. */
const LONG = 200;

function isOffered({ text }: Passage): boolean {
  return isWay(text) && !REFUSED.test(text) && !ASIDE.test(text);
}

function cancels(passage: Passage): boolean {
  return isOffered(passage) && !has(passage, 'account-cancellation', 'account-cancellation.penalty') && !has(passage, 'account.foreign');
}

/** Where the policy itself is read is no right; an answer that names rights itself is about these. */
function isOfRights(passage: Passage, id: Topic): boolean {
  return isOffered(passage) && !POLICY.test(passage.text) && (has(passage, id) || !has(passage, 'right-access', 'right-correct', 'right-delete'));
}

const POLICY = /隐私政策|本政策|\bprivacy policy\b|\bsee section\b/i;
const REFUSED = /不提供|无法|不支持|不能|\b(?:cannot|can ?not|unable)\b/i;
/** Questions and complaints lead to the operator as well. */
const ASIDE = /疑问|问题|投诉|找回|恢复|密码|\bunsubscri|\bnewsletter|\bquestions?\b|\bcomplain|\brecover/i;
const YES_OR_NO = /^(?:答|A)?\s?[:：]?\s?(?:不会|会|不|是|否|有|没有|yes|no|never)(?=[,，。.!！;；\s]|$)/i;
/** A place or the provider of one. */
const PLACE =
  /境内|中国|大陆|境外|海外|本地|机房|数据中心|服务器|[阿腾华百]\S{1,2}云|政务云|\b(?:servers?|regions?|data ?cent(?:er|re)s?|AWS|Azure|GCP|Google Cloud|hosted|device|phone)\b|\bin [A-Z][a-z]{3}/;
