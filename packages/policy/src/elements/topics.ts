import { channelOf, labelOf } from './operator.ts';
import { isPlaceholder, linkIn } from './channels.ts';
import { NOTHING, type Found, type Read, type Reader } from './found.ts';
import { has, isHeading, type Passage } from './passages.ts';
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
  'complaint-channel': (passage, near) => channelOf(passage, labelOf(passage, near)) !== undefined || linkIn(passage.text) !== undefined,
  'cross-border': ({ text }) => YES_OR_NO.test(text) || PLACE.test(text),
  'storage-location': ({ text }) => PLACE.test(text),
  minors: (passage) => has(passage, 'minors.rule'),
  'right-access': isOfRights,
  'right-correct': isOfRights,
  'right-delete': isOfRights,
};

function answers(passage: Passage, near: readonly Passage[]): ReturnType<Read> {
  if (passage.text.length > LONG || isHeading(passage) || passage.block.table?.header || isPlaceholder(passage.text)) return NOTHING;
  let found: Found[] | undefined;
  for (const id of passage.topics) {
    if (ANSWERS[id]?.(passage, near)) (found ??= []).push({ id, told: 'yes', score: -1 });
  }
  return found ?? NOTHING;
}

/** An answer is to the point. */
const LONG = 200;

function isOffered({ text }: Passage): boolean {
  return isWay(text) && !REFUSED.test(text) && !ASIDE.test(text);
}

function cancels(passage: Passage): boolean {
  return isOffered(passage) && !has(passage, 'account-cancellation', 'account-cancellation.penalty') && !has(passage, 'account.foreign');
}

/** Where the policy itself is read is no right. */
function isOfRights(passage: Passage): boolean {
  return isOffered(passage) && !POLICY.test(passage.text);
}

const POLICY = /隐私政策|本政策|\bprivacy policy\b/i;
const REFUSED = /不提供|无法|不支持|不能|\b(?:cannot|can ?not|unable)\b/i;
/** Questions and complaints lead to the operator as well. */
const ASIDE = /疑问|问题|投诉|找回|恢复|密码|\bunsubscri|\bnewsletter|\bquestions?\b|\bcomplain|\brecover/i;
const YES_OR_NO = /^(?:答|A)?\s?[:：]?\s?(?:不会|会|不|是|否|有|没有|yes|no|never)(?=[,，。.!！;；\s]|$)/i;
/** A place or the provider of one. */
const PLACE =
  /境内|中国|大陆|境外|海外|本地|机房|数据中心|服务器|[阿腾华百]\S{1,2}云|政务云|\b(?:servers?|regions?|data ?cent(?:er|re)s?|AWS|Azure|GCP|Google Cloud|hosted|device|phone)\b|\bin [A-Z][a-z]{3}/;
