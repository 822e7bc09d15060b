import type { Comparison, UnconditionalSign } from '@mingshi/model';
import { findDataType, isKindOf } from '@mingshi/knowledge';
import type { Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { isTold } from '../elements.ts';
import { shortened, signsOf } from '../signs.ts';

type Facts = { readonly what: Text; readonly claim: string; readonly denial: string };

/** What is both said and denied, as the message names it. */
const WHAT: Readonly<Record<UnconditionalSign['of'], (data: Text | undefined) => Text>> = {
  collecting: (data) => ({ zh: `收集${data?.zh ?? '个人信息'}`, en: `collecting ${data?.en.toLowerCase() ?? 'personal data'}` }),
  sharing: (data) => ({ zh: `向第三方提供${data?.zh ?? '个人信息'}`, en: `giving ${data?.en.toLowerCase() ?? 'personal data'} to others` }),
  abroad: () => ({ zh: '信息是否出境', en: 'data going abroad' }),
};

/** Data that anybody would call personal: "we collect no personal data" is at odds with these, with a crash log it need not be. */
const PLAINLY_PERSONAL: readonly string[] = [
  'phone-number', 'real-name', 'email-address', 'id-card-number', 'contacts', 'biometric-info', 'sms-content', 'call-log', 'location',
  'postal-address', 'bank-account', 'medical-record', 'photo',
];
/** Personal by annex A of GB/T 35273, though an author may not have known. */
const ALSO_PERSONAL: readonly string[] = ['device-identifier', 'ip-address', 'browsing-history', 'search-history'];

export default defineRule<{ both: Facts }>({
  id: 'self-contradiction',
  severity: 'warning',
  title: { zh: '政策自相矛盾', en: 'The policy contradicts itself' },
  needs: ['policy'],
  articles: ['csl#41.1', 'csl#41.2', 'csl#64.1', 'pipl#7', 'pipl#17.1', 'pipl#5', 'ndsr#22.1(4)', 'gbt35273#5.5-b'],
  cases: ['chongqing-2020-live-streaming', 'beijing-2020-cleaner'],
  messages: {
    both: {
      zh: (f) => `关于${f.what.zh}，政策的两处说法不能同时为真：「${f.claim}」与「${f.denial}」`,
      en: (f) => `On ${f.what.en} the policy says two things that cannot both be true: "${f.claim}" and "${f.denial}"`,
    },
  },
  suggestions: {
    decide: {
      zh: () => '查清实际情况，删去不符的一处；两处都对而条件不同的，把条件写进句子里。',
      en: () => 'Find out which is true and take the other one out. If both are, each under a condition of its own, write the conditions down.',
    },
  },
  *check(comparison) {
    const isLocal = isTold(comparison.policy, 'local-only');
    // What stays on the device is stored and not collected: there only a word for taking it away is at odds with a denial.
    const signs = signsOf(comparison.policy, 'unconditional').filter(
      ({ says, of, quote }) => !(isLocal && says === 'does' && of === 'collecting' && !TAKES_AWAY.test(quote.text)),
    );
    for (const denial of signs.filter(({ says }) => says === 'denies')) {
      const found = findClaim(comparison, signs, denial, PLAINLY_PERSONAL) ?? findClaim(comparison, signs, denial, ALSO_PERSONAL);
      if (!found) continue;
      const { claim, type } = found;
      const isPlain = type === undefined || !denial.types.includes('personal-information') || isAnyOf(comparison, type, PLAINLY_PERSONAL);
      yield {
        message: 'both',
        about: type === undefined ? denial.of : `${denial.of}-${type}`,
        at: denial.quote.at,
        related: [{ at: claim.quote.at, note: 'statement' }],
        confidence: isPlain ? 'medium' : 'low',
        data: {
          what: WHAT[denial.of](nameOf(comparison, type)),
          claim: shortened(claim.quote.text, 80),
          denial: shortened(denial.quote.text, 80),
        },
      };
    }
  },
});

const TAKES_AWAY = /收集|采集|上传|上报|发送|传输|\b(?:collect|upload|send|transmit)/i;

/** Same deed, same data, and both from one document: versions may differ (language-drift tells that). */
function findClaim(
  comparison: Comparison,
  signs: readonly UnconditionalSign[],
  denial: UnconditionalSign,
  personal: readonly string[],
): { readonly claim: UnconditionalSign; readonly type: string | undefined } | undefined {
  for (const claim of signs) {
    if (claim.says !== 'does' || claim.of !== denial.of || claim.document !== denial.document) continue;
    if (claim.quote.at.start === denial.quote.at.start) continue;
    if (denial.of === 'abroad') return { claim, type: undefined };
    const denied = denial.types.includes('personal-information') ? personal : denial.types;
    const type = claim.types.find((id) => denied.includes('unspecified-information') || isAnyOf(comparison, id, denied));
    if (type !== undefined) return { claim, type };
  }
  return undefined;
}

/** Whether a type is one of some or stands below one: who denies reading the location denies reading the precise one. */
function isAnyOf({ knowledge }: Comparison, type: string, types: readonly string[]): boolean {
  return types.some((each) => isKindOf(knowledge, type, each));
}

function nameOf({ knowledge }: Comparison, type: string | undefined): Text | undefined {
  return type === undefined ? undefined : findDataType(knowledge, type)?.name;
}
