import { defineRule } from '../define-rule.ts';

type Facts = { readonly words: string };

export default defineRule<{ implied: Facts }>({
  id: 'consent-implied',
  severity: 'warning',
  title: { zh: '登录即视为同意', en: 'Signing in taken for consent' },
  needs: ['code'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#14.1', 'pipl#66.1', 'app-violations-2019#3.4'],
  cases: [],
  messages: {
    implied: {
      zh: (f) => `「${f.words}」：没有看到让用户勾选或者选择同意、不同意的地方`,
      en: (f) => `"${f.words}": no box and no choice to agree or decline was seen`,
    },
  },
  suggestions: {
    ask: {
      zh: () => '在旁边放一个默认不勾选的框，由用户勾选后再登录；或者首次运行时用弹窗征求同意，「同意」和「不同意」都给出。',
      en: () => 'Put an empty box beside it, to be ticked before signing in, or ask at the first start, with a button to agree and one to decline.',
    },
  },
  *check({ app }) {
    for (const { code } of app.apps) {
      const [first, ...others] = code.impliedConsent;
      // Who may tick a box or decline somewhere is asked; which screen comes first files do not show.
      if (!first || code.consentChoices.length > 0) continue;
      yield {
        message: 'implied',
        about: 'implied-consent',
        at: first.at,
        related: others.map(({ at }) => ({ at, note: 'sign' as const })),
        confidence: 'medium',
        data: { words: first.text.length > 60 ? `${first.text.slice(0, 60)}…` : first.text },
      };
    }
  },
});
