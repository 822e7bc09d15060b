import { leastSure } from '@mingshi/model';
import type { Comparison, DataPractice, Location, PolicyStatement } from '@mingshi/model';
import { findDataType, findSdk, isKindOf } from '@mingshi/knowledge';
import type { Knowledge, Text } from '@mingshi/knowledge';
import { inPolicy } from '../data-words.ts';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { isTold, told } from '../elements.ts';
import { isSamePlace, partWith } from '../places.ts';

/** What the notice on biometric data lacks: separate consent, purpose, retention. */
type Lack = 'consent' | 'purpose' | 'retention';
type Facts = { readonly data: Text; readonly lacks: readonly Lack[] };
/** The SDK or call that takes the data. */
type EmbeddedFacts = Facts & { readonly taker: Text };

const LACKS: Readonly<Record<Lack, Text>> = {
  consent: { zh: '单独同意', en: 'that separate consent is asked for' },
  purpose: { zh: '目的', en: 'the purpose' },
  retention: { zh: '保存期限', en: 'how long it is kept' },
};

/** Articles 28 to 30 of the PIPL: separate consent, necessity, the effect on the person. */
const consented: Wording<Facts> = {
  part: 'collection',
  zh: (f) =>
    `仅在您使用【功能】并单独同意后，我们才收集您的${inPolicy(f.data).zh}，用于【目的】；保存至【期限】，到期删除。` +
    `${inPolicy(f.data).zh}属于敏感个人信息：收集的必要性是【必要性】，一旦泄露可能【对您的影响】。您不提供的，不影响其他功能，可以改用【其他方式】。`,
  en: (f) =>
    `When you use 【feature】 and with your separate consent, we collect ${inPolicy(f.data).en} in order to 【purpose】. We keep it ` +
    'until 【date or event】 and then delete it. It is sensitive personal data: it is necessary because 【necessity】, and a leak might ' +
    '【effect on you】. If you refuse, everything else keeps working, and you can use 【another way】 instead.',
};

export default defineRule<{ collected: Facts; embedded: EmbeddedFacts }>({
  id: 'biometric-without-consent',
  severity: 'error',
  title: { zh: '收集人脸、指纹等，没有单独同意', en: 'Biometric data without separate consent' },
  needs: ['policy'],
  articles: [
    'csl#41.1', 'csl#64.1', 'pipl#28.2', 'pipl#29', 'pipl#30', 'pipl#66.1', 'ndsr#21.1(2)', 'face-2025#5',
    'face-2025#6',
  ],
  cases: ['zhangjiagang-2021-sales-office', 'fengxian-2022-sales-office', 'cac-2022-ride-hailing'],
  messages: {
    collected: {
      zh: (f) => `政策说收集${f.data.zh}，没有说明${f.lacks.map((lack) => LACKS[lack].zh).join('、')}`,
      en: (f) =>
        `The policy says it collects ${f.data.en.toLowerCase()} but does not state ` +
        `${f.lacks.map((lack) => LACKS[lack].en).join(', ')}`,
    },
    embedded: {
      zh: (f) =>
        `应用里的${f.taker.zh}可能会取得${f.data.zh}，政策没有说明${f.lacks.map((lack) => LACKS[lack].zh).join('、')}`,
      en: (f) =>
        `${f.taker.en} in the app may take ${f.data.en.toLowerCase()}; the policy does not state ` +
        `${f.lacks.map((lack) => LACKS[lack].en).join(', ')}`,
    },
  },
  suggestions: {
    consent: toAdd(consented, { zh: '并在收集前用单独的页面取得同意。', en: 'Ask on a page of its own first.' }),
  },
  paragraphs: { consent: consented },
  *check(comparison) {
    const { policy, knowledge, practices } = comparison;
    const isBiometric = (type: string): boolean => isKindOf(knowledge, type, 'biometric-info');
    const [statements, denials] = biometricStatements(comparison, isBiometric);
    const embedded = practices.find((practice) => isBiometric(practice.dataType) && isTaken(practice, knowledge));
    // Definitions of sensitive data list faces and fingerprints as well; the element is told only where they are
    // collected.
    const element = told(policy, 'biometric');
    const own = statements.filter((each) => !isOthersUse(each));
    const first = element && (own.find(({ at }) => isSamePlace(at, element.quote.at)) ?? own[0]);
    // Unlocking by the system (USE_BIOMETRIC) hands over a yes or no. A policy that says the data stay out of its
    // reach says just that.
    if (denials.length > 0 && !embedded) return;
    // "Pose detection with the camera" touches on it; that it is collected was not said.
    const mention = first?.dataTypes.find(({ id }) => isBiometric(id));
    const at = first && mention ? partWith(policy, first, mention.at) : embedded?.evidence[0]?.at;
    const type = mention?.id ?? embedded?.dataType ?? 'biometric-info';
    const data = findDataType(knowledge, type);
    if (!at || !data) return;
    const lacks: Lack[] = [];
    if (!isTold(policy, 'biometric-consent') && !isTold(policy, 'sensitive-pi-separate-consent')) lacks.push('consent');
    // A sentence that was not understood in full may well give a purpose.
    if (first && ![...statements, ...sayingWhy(policy, statements)].some(({ purposes, text }) => purposes.length > 0 || SAYS_WHY.test(text))) lacks.push('purpose');
    if (!told(policy, 'retention')) lacks.push('retention');
    // With consent and purpose told, a missing period is a gap of the whole policy and told as such
    // (no-retention-period).
    if (!lacks.includes('consent') && !lacks.includes('purpose')) return;
    const found = {
      about: data.id,
      at,
      related:
        embedded && first ? embedded.evidence.map((evidence) => ({ at: evidence.at, note: 'sign' as const })) : [],
      data: { data: data.name, lacks },
    };
    if (first || !embedded) {
      yield { ...found, message: 'collected', confidence: lacks.includes('consent') ? 'high' : 'medium' };
      return;
    }
    const taker = takerOf(embedded, knowledge);
    yield { ...found, message: 'embedded', confidence: leastSure(embedded.confidence, 'medium'), data: { ...found.data, taker } };
  },
});

/** A purpose in words of its own, of no kind that is known. */
const SAYS_WHY = /用于|以便|\bin order to\b|\bso that\b/i;

/** 收集这些信息是为了…: names no kind of data itself and stands right behind a statement that does. */
function sayingWhy({ statements }: Comparison['policy'], biometric: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const follows = (at: Location): boolean =>
    biometric.some((each) => each.at.file === at.file && at.start >= each.at.end && at.start - each.at.end <= NEXT);
  return statements.filter(({ dataTypes, at, text }) => dataTypes.every(({ generic }) => generic) && BACK.test(text) && follows(at));
}

/** 支付机构可能用指纹核验付款: they do it for themselves. */
const isOthersUse = ({ action, actor }: PolicyStatement): boolean => action === 'use' && actor.role === 'third-party';

/** The gap between two sentences of a paragraph, with marks of emphasis. */
const NEXT = 12;
const BACK = /[此该这]些?类?(?:个人|敏感)*(?:信息|数据)|\b(?:this|these|it|them|the) (?:data|information)\b/i;

/** Whether the app, or an SDK that is there for it, takes the data; speech SDKs may know voices, if asked to. */
function isTaken({ action, party, confidence }: DataPractice, knowledge: Knowledge): boolean {
  if (action === 'request-permission' || confidence === 'low') return false;
  return party.kind === 'app' || findSdk(knowledge, party.id)?.category.id === 'identity';
}

/** The SDK, or the call in the app's own code. */
function takerOf({ party, evidence }: DataPractice, knowledge: Knowledge): Text {
  const name = evidence[0]?.name ?? '';
  return (party.kind === 'sdk' && findSdk(knowledge, party.id)?.name) || { zh: name, en: name };
}

/** Statements that biometric data are collected, and those that they are not. */
function biometricStatements(
  { policy }: Comparison,
  isBiometric: (type: string) => boolean,
): readonly [readonly PolicyStatement[], readonly PolicyStatement[]] {
  const about = policy.statements.filter(({ dataTypes }) => dataTypes.some(({ id }) => isBiometric(id)));
  // A permission lets the system unlock; that faces or fingers reach the app has to be said.
  const collecting = about.filter(
    ({ negated, action, actor }) =>
      !negated &&
      action !== 'delete' &&
      action !== 'request-permission' &&
      actor.role !== 'user',
  );
  const denying = about.filter(({ negated, condition }) => negated && !condition);
  return [collecting, denying];
}
