import type { CancellationConditionSign, Comparison } from '@mingshi/model';
import type { Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { signsOf } from '../signs.ts';

type Demand = CancellationConditionSign['asks'];
type Facts = { readonly asks: readonly Demand[] };

const WHAT: Readonly<Record<Demand, Text>> = {
  'id-photo': { zh: '证件照片、复印件或手持证件照', en: 'a photo or copy of an identity document' },
  'id-number': { zh: '身份证号', en: 'an identity number' },
  paper: { zh: '书面或签字盖章的材料', en: 'papers that are signed or sealed' },
  'by-post': { zh: '邮寄材料', en: 'something sent by post' },
  'in-person': { zh: '到现场办理', en: 'a visit in person' },
  records: { zh: '历史记录或凭证', en: 'past records or receipts' },
  'other-products': { zh: '先注销其他产品', en: 'giving up other products first' },
  face: { zh: '人脸验证', en: 'a check of the face' },
  fee: { zh: '付费', en: 'a fee' },
};

/** Data that the app has from signing up may be asked for again when an account goes. */
const HAD_BEFORE: Readonly<Partial<Record<Demand, readonly string[]>>> = {
  'id-photo': ['id-document-image'],
  'id-number': ['id-card-number', 'real-name-verification', 'id-document-image', 'other-id-document'],
  face: ['face-data', 'biometric-info'],
};

export default defineRule<{ demands: Facts }>({
  id: 'unreasonable-account-cancellation',
  severity: 'warning',
  title: { zh: '注销账号的条件不合理', en: 'Unreasonable conditions for cancelling an account' },
  needs: ['policy'],
  articles: ['csl#43', 'pipl#50.1', 'ndsr#23', 'ecom#24', 'app-violations-2019#6.2', 'gbt35273#8.5'],
  cases: ['miit-2019-41-apps', 'cca-2021-cancellation'],
  messages: {
    demands: {
      zh: (f) => `注销账号要求${f.asks.map((ask) => WHAT[ask].zh).join('、')}`,
      en: (f) => `Cancelling the account takes ${f.asks.map((ask) => WHAT[ask].en).join(', ')}`,
    },
  },
  suggestions: {
    simple: {
      zh: () => '改为与注册时相同的核验，如：「在【我的－设置－注销账号】中提交，验证短信验证码后即可注销，不需要其他材料。」确有未结订单、余额的，写明先处理这些。',
      en: () =>
        'Verify as at sign-up: "Under 【Settings – Account – Cancel】, confirmed by a code sent to your phone; nothing else is needed." ' +
        'Open orders or balances may be settled first: say so.',
    },
  },
  *check(comparison) {
    const { policy } = comparison;
    const signs = signsOf(policy, 'cancellation-condition').filter(({ asks }) => !isHadBefore(comparison, asks));
    const [first, ...others] = signs;
    if (!first) return;
    yield {
      message: 'demands',
      about: 'account-cancellation',
      at: first.quote.at,
      related: others.filter(({ quote }) => quote.at.start !== first.quote.at.start).map(({ quote }) => ({ at: quote.at, note: 'statement' as const })),
      // An identity number alone may be how the account was opened, in words that were not understood.
      confidence: signs.every(({ asks }) => asks === 'id-number' || asks === 'face') ? 'low' : 'medium',
      data: { asks: [...new Set(signs.map(({ asks }) => asks))] },
    };
  },
});

/** Whether the policy says elsewhere that the app collects what it asks for here. */
function isHadBefore({ policy }: Comparison, asks: Demand): boolean {
  const types = HAD_BEFORE[asks];
  return (
    types !== undefined &&
    policy.statements.some(
      ({ negated, action, dataTypes, text }) =>
        !negated && action === 'collect' && dataTypes.some(({ id }) => types.includes(id)) && !/注销|cancel|delet|clos/i.test(text),
    )
  );
}
