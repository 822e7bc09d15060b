import { defineRule } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

export default defineRule<{ missing: Facts }>({
  id: 'no-security-measures',
  severity: 'warning',
  title: { zh: '没有写安全保护措施', en: 'No security measures stated' },
  needs: ['policy'],
  articles: ['csl#22.3', 'csl#41.2', 'csl#64.1', 'csl#42.2', 'pipl#51', 'gbt35273#5.5-a-7'],
  cases: ['suzhou-2021-hospital-app', 'cverc-2026-72-apps'],
  messages: {
    missing: {
      zh: () => '政策没有写怎样保护个人信息的安全',
      en: () => 'The policy does not say how data are protected',
    },
  },
  suggestions: {
    measures: {
      zh: () =>
        '补写实际采取的措施：「我们用【HTTPS】传输、用【加密方式】存储，只有【哪些人】可以访问；发生泄露时，我们会通过【方式】通知您。」',
      en: () =>
        'Add what is really done: "Data travel over 【HTTPS】 and are stored 【encrypted how】; only 【who】 can read ' +
        'them. After a leak we tell you by 【means】."',
    },
  },
  *check(comparison) {
    const { policy } = comparison;
    // A general promise ("we take security seriously") is little, but whether it is enough is not for a reader of
    // text to say.
    if (told(policy, 'security-measures') || collectsNothing(comparison)) return;
    yield {
      message: 'missing',
      about: 'security-measures',
      at: placeFor(policy, ['security', 'storage']),
      confidence: absence(policy),
      data: {},
    };
  },
});
