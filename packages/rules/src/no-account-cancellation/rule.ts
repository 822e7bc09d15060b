import type { Comparison } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { accountSign, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

export default defineRule<{ missing: Facts; noWay: Facts; appOnly: Facts }>({
  id: 'no-account-cancellation',
  severity: 'error',
  title: { zh: '没有注销账号的途径', en: 'No way to cancel the account' },
  needs: ['policy'],
  articles: [
    'csl#22.3', 'csl#41.2', 'csl#64.1', 'csl#43', 'pipl#47', 'pipl#66.1', 'ndsr#23', 'ecom#24',
    'app-violations-2019#6.1',
  ],
  cases: ['suzhou-2021-hospital-app', 'cac-2023-academic-database', 'cverc-2026-42-health-apps'],
  messages: {
    missing: {
      zh: () => '应用有账号，政策没有写怎样注销',
      en: () => 'The app has accounts; the policy does not say how to cancel one',
    },
    noWay: {
      zh: () => '政策提到了注销账号，没有写怎样注销',
      en: () => 'The policy mentions cancelling the account but not how to do it',
    },
    appOnly: {
      zh: () => '应用里有注销账号的入口，政策没有写',
      en: () => 'The app has a way to cancel the account; the policy does not say so',
    },
  },
  suggestions: {
    cancellation: {
      zh: () =>
        '补写：「您可以在【我的－设置－注销账号】中注销账号，也可以发邮件到【邮箱】。我们在【不超过十五个工作日】内完成，并删除或匿名化您的个人信息。」应用里没有入口的，一并加上。',
      en: () =>
        'Add: "You can cancel your account under 【Settings – Account – Cancel】 or by writing to 【e-mail】. We do ' +
        'so within 【at most 15 working days】 and delete or anonymise your data." Add the entry to the app if it ' +
        'has none.',
    },
  },
  *check(comparison) {
    const { policy, app } = comparison;
    const sign = accountSign(comparison);
    const cancellation = told(policy, 'account-cancellation');
    // Without accounts there is nothing to cancel: neither the policy nor the app's strings speak of signing up or
    // in.
    if (!sign || cancellation?.told === 'yes') return;
    const entry = app.apps.flatMap(({ cancellationSigns }) => cancellationSigns)[0];
    yield {
      message: entry ? 'appOnly' : cancellation ? 'noWay' : 'missing',
      about: 'account-cancellation',
      at: cancellation?.quote.at ?? placeFor(policy, ['rights']),
      related: [sign, ...(entry ? [{ at: entry.at, note: 'sign' as const }] : [])],
      confidence: entry || cancellation ? 'low' : isShownTwice(comparison) ? 'high' : 'medium',
      data: {},
    };
  },
});

/** Policies copy words on accounts from each other; the app's own strings make it sure. */
function isShownTwice({ policy, app }: Comparison): boolean {
  return told(policy, 'account') !== undefined && app.apps.some(({ accountSigns }) => accountSigns.length > 0);
}
