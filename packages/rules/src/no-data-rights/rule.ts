import type { Text } from '@mingshi/knowledge';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, accountSign, collectsNothing, staysOnDevice, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = { readonly missing: readonly Text[] };

/** The rights that every policy has to explain; copies, transfer and explanation come with them. */
const RIGHTS: readonly { readonly id: string; readonly name: Text }[] = [
  { id: 'right-access', name: { zh: '查阅', en: 'see' } },
  { id: 'right-correct', name: { zh: '更正', en: 'correct' } },
  { id: 'right-delete', name: { zh: '删除', en: 'delete' } },
];

const andOf = (words: readonly string[]): string => words.join(', ').replace(/, (?=[^,]*$)/, ' and ');

const rights: Wording<Facts> = {
  part: 'rights',
  zh: (f) =>
    `您可以在【入口，如“我的—设置”】${f.missing.map(({ zh }) => zh).join('、')}您的个人信息；不便自行操作的，发送邮件至【邮箱】，我们在【天数，不超过十五】个工作日内答复。`,
  en: (f) =>
    `You can ${andOf(f.missing.map(({ en }) => en))} your personal data under 【where, such as “Settings”】, or write to ` +
    '【e-mail】; we answer within 【number, at most 15】 working days.',
};

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
  suggestions: { rights: toAdd(rights) },
  paragraphs: { rights },
  *check(comparison) {
    const { policy } = comparison;
    if (collectsNothing(comparison)) return;
    const missing = RIGHTS.filter(({ id }) => !told(policy, id));
    if (missing.length === 0) return;
    // What never leaves the device is seen and corrected there: that it can be deleted is all there is to say.
    if (staysOnDevice(policy) && told(policy, 'right-delete') && accountSign(comparison) === undefined) return;
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
