import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

const withdrawing: Wording<Facts> = {
  part: 'rights',
  zh: () =>
    '您可以在【入口，如“设置—隐私”】撤回同意，或者在系统设置中关闭相应的权限。撤回后，我们不再处理相应的个人信息；撤回前基于您的同意已进行的处理，效力不受影响。',
  en: () =>
    'You can withdraw your consent under 【where, such as “Settings – Privacy”】 or switch the permission off in the system settings. ' +
    'We then stop processing those data; what was done before on the ground of your consent remains lawful.',
};

export default defineRule<{ missing: Facts }>({
  id: 'no-consent-withdrawal',
  severity: 'warning',
  title: { zh: '没有写怎样撤回同意', en: 'No way to withdraw consent' },
  needs: ['policy'],
  articles: ['csl#22.3', 'csl#41.2', 'csl#64.1', 'pipl#15.1', 'ndsr#21.1(4)', 'app-violations-2019#3.8'],
  cases: ['suzhou-2021-hospital-app', 'beijing-2024-dictionary'],
  messages: {
    missing: {
      zh: () => '政策没有写怎样撤回同意、关闭权限',
      en: () => 'The policy does not say how to withdraw consent or switch permissions off',
    },
  },
  suggestions: { withdrawal: toAdd(withdrawing) },
  paragraphs: { withdrawal: withdrawing },
  *check(comparison) {
    const { policy } = comparison;
    if (told(policy, 'right-withdraw-consent') || collectsNothing(comparison)) return;
    yield {
      message: 'missing',
      about: 'right-withdraw-consent',
      at: placeFor(policy, ['rights', 'permissions']),
      confidence: absence(policy),
      data: {},
    };
  },
});
