import { defineRule } from '../define-rule.ts';
import { times, vagueTerms } from '../vague.ts';
import type { VagueFacts } from '../vague.ts';

export default defineRule<{ vague: VagueFacts }>({
  id: 'vague-purpose',
  severity: 'warning',
  title: { zh: '目的写得含糊', en: 'Vague purpose' },
  needs: ['policy'],
  articles: [
    'csl#41.1', 'csl#64.1', 'pipl#6', 'pipl#17.1(2)', 'ndsr#21.1(2)', 'app-violations-2019#2.1',
    'app-violations-2019#2.3',
  ],
  cases: ['chongqing-2020-public-service', 'hangzhou-2019-shopping', 'beijing-2020-notes'],
  messages: {
    vague: {
      zh: (f) => `「${f.words}」没有说明具体目的${times.zh(f)}`,
      en: (f) => `"${f.words}" does not say what the data are for${times.en(f)}`,
    },
  },
  suggestions: {
    instead: {
      zh: (f) => f.instead.zh,
      en: (f) => f.instead.en,
    },
  },
  check: (comparison) => vagueTerms(comparison, 'purpose'),
});
