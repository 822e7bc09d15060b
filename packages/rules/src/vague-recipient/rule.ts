import { defineRule } from '../define-rule.ts';
import { undisclosedSdks } from '../sdks.ts';
import { times, vagueTerms } from '../vague.ts';
import type { VagueFacts } from '../vague.ts';

export default defineRule<{ vague: VagueFacts }>({
  id: 'vague-recipient',
  severity: 'warning',
  title: { zh: '接收方写得含糊', en: 'Vague recipient' },
  needs: ['policy'],
  articles: ['csl#42.1', 'csl#41.1', 'csl#64.1', 'pipl#23', 'ndsr#21.2', 'app-violations-2019#2.1'],
  cases: ['chongqing-2020-public-service', 'cac-2025-15-apps-16-sdks', 'beijing-2024-in-store-orders'],
  messages: {
    vague: {
      zh: (f) => `「${f.words}」没有说明提供给谁${times.zh(f)}`,
      en: (f) => `"${f.words}" does not say who receives the data${times.en(f)}`,
    },
  },
  suggestions: {
    instead: {
      zh: (f) => f.instead.zh,
      en: (f) => f.instead.en,
    },
  },
  check: (comparison) => {
    if (undisclosedSdks(comparison).length === 0) return vagueTerms(comparison, 'recipient');
    // Which SDKs get the data is told by undisclosed-sdk, one by one.
    const { policy } = comparison;
    const vague = policy.vague.filter(({ sentence }) => !/SDK|插件|第三方代码|\bplug-?ins?\b/i.test(sentence.text));
    return vagueTerms({ ...comparison, policy: { ...policy, vague } }, 'recipient');
  },
});
