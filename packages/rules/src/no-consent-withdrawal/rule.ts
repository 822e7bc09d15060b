import { defineRule } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

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
  suggestions: {
    withdrawal: {
      zh: () =>
        '补写：「您可以在【设置－隐私】中撤回同意，或在系统设置中关闭相应权限。撤回后我们不再处理相应信息，此前的处理不受影响。」',
      en: () =>
        'Add: "You can withdraw your consent under 【Settings – Privacy】 or switch the permission off in the ' +
        'system settings. We then stop processing those data; what was done before remains lawful."',
    },
  },
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
