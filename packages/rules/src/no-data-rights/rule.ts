import type { Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = { readonly missing: readonly Text[] };

/** The rights that every policy has to explain; copies, transfer and explanation come with them. */
const RIGHTS: readonly { readonly id: string; readonly name: Text }[] = [
  { id: 'right-access', name: { zh: '查阅', en: 'see' } },
  { id: 'right-correct', name: { zh: '更正', en: 'correct' } },
  { id: 'right-delete', name: { zh: '删除', en: 'delete' } },
];

export default defineRule<{ none: Facts; some: Facts }>({
  id: 'no-data-rights',
  severity: 'warning',
  title: { zh: '没有写用户怎样查阅、更正、删除', en: 'Rights over the data not stated' },
  needs: ['policy'],
  articles: [
    'csl#22.3', 'csl#41.2', 'csl#64.1', 'csl#43', 'pipl#17.1(3)', 'pipl#45', 'pipl#46', 'pipl#47', 'ndsr#21.1(4)',
    'app-violations-2019#6.1',
  ],
  cases: ['suzhou-2021-hospital-app', 'cac-2021-129-apps', 'guangzhou-2022-access-request'],
  messages: {
    none: {
      zh: () => '政策没有写用户怎样查阅、更正、删除自己的个人信息',
      en: () => 'The policy does not say how users can see, correct and delete their data',
    },
    some: {
      zh: (f) => `政策没有写用户怎样${f.missing.map(({ zh }) => zh).join('、')}自己的个人信息`,
      en: (f) => `The policy does not say how users can ${f.missing.map(({ en }) => en).join(' and ')} their data`,
    },
  },
  suggestions: {
    rights: {
      zh: () =>
        '补写：「您可以在【我的－设置】中查阅、复制、更正、删除您的个人信息；不便操作的，发邮件到【邮箱】，我们在【十五个工作日】内答复。」',
      en: () =>
        'Add: "Under 【Settings】 you can see, copy, correct and delete your data; or write to 【e-mail】 and we ' +
        'answer within 【15 working days】."',
    },
  },
  *check(comparison) {
    const { policy } = comparison;
    if (collectsNothing(comparison)) return;
    const missing = RIGHTS.filter(({ id }) => !told(policy, id));
    if (missing.length === 0) return;
    const isNone = missing.length === RIGHTS.length;
    yield {
      message: isNone ? 'none' : 'some',
      about: 'data-rights',
      at: placeFor(policy, ['rights']),
      confidence: isNone ? absence(policy) : 'medium',
      data: { missing: missing.map(({ name }) => name) },
    };
  },
});
