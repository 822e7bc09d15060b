import { defineRule } from '../define-rule.ts';
import { signsOf } from '../signs.ts';

type Facts = Record<never, never>;

export default defineRule<{ forced: Facts; implied: Facts; bundled: Facts }>({
  id: 'forced-consent',
  severity: 'warning',
  title: { zh: '强制同意，或者把使用当作同意', en: 'Consent forced, or inferred from use' },
  needs: ['policy'],
  articles: [
    'csl#41.1', 'csl#64.1', 'pipl#14.1', 'pipl#16', 'pipl#5', 'ndsr#22.1(1)', 'app-violations-2019#3.4',
    'app-violations-2019#4.5', 'gbt35273#5.3',
  ],
  cases: ['beijing-2024-dictionary', 'shanghai-2024-coffee', 'beijing-2022-profile-questions'],
  messages: {
    forced: {
      zh: () => '不同意用于改进、推广等目的，就不能使用整个服务',
      en: () => 'Whoever does not agree to improvement, promotion or the like may not use the service at all',
    },
    implied: {
      zh: () => '政策把使用应用当作同意，同意应当由用户主动、明确作出',
      en: () => 'The policy takes using the app for consent; consent is to be given expressly, by an act of the user',
    },
    bundled: {
      zh: () => '政策把同意服务协议当作同意个人信息的处理，两者应当分别取得同意',
      en: () => 'Agreeing to the terms of service is taken for consent to how data are handled; the two are to be asked for apart',
    },
  },
  suggestions: {
    choice: {
      zh: () =>
        '改写：「我们仅在您选择开启【功能】后，将【信息】用于【目的】；您可以不同意，不影响您使用其他功能。」并提供单独的开关。',
      en: () =>
        'Rewrite: "Only if you switch on 【feature】 do we use 【data】 for 【purpose】. You may refuse; everything else keeps ' +
        'working." And offer a switch of its own.',
    },
    express: {
      zh: () => '改写：「您勾选同意本政策后，我们才开始收集您的个人信息。」并在首次运行时弹窗，提供同等醒目的“同意”与“不同意”。',
      en: () =>
        'Rewrite: "We collect your data only after you have ticked that you agree to this policy." And ask at first start, with ' +
        'an equally visible way to refuse.',
    },
  },
  *check({ policy }) {
    const signs = signsOf(policy, 'consent');
    const forced = signs.find(({ how }) => how === 'forced');
    if (forced) {
      yield { message: 'forced', about: 'consent-forced', at: forced.quote.at, confidence: 'medium', data: {} };
    }
    for (const message of ['implied', 'bundled'] as const) {
      const [first, ...others] = signs.filter(({ how }) => how === message);
      if (!first) continue;
      yield {
        message,
        about: `consent-${message}`,
        at: first.quote.at,
        related: others.slice(0, 3).map(({ quote }) => ({ at: quote.at, note: 'same-cause' })),
        // The app may well ask all the same: its screens were not read.
        confidence: 'low',
        data: {},
        suggestion: 'express',
      };
    }
  },
});
