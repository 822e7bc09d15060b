import { defineRule } from '../define-rule.ts';
import { times, vagueTerms } from '../vague.ts';
import type { VagueFacts } from '../vague.ts';

export default defineRule<{ vague: VagueFacts }>({
  id: 'vague-scope',
  severity: 'warning',
  title: { zh: '信息范围写得含糊', en: 'Vague scope of data' },
  needs: ['policy'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#7', 'pipl#17.1(2)', 'ndsr#21.1(2)', 'app-violations-2019#2.1'],
  cases: ['chongqing-2020-public-service', 'beijing-2020-notes'],
  messages: {
    vague: {
      zh: (f) => `「${f.words}」没有写全是哪些信息${times.zh(f)}`,
      en: (f) => `"${f.words}" leaves open which data${times.en(f)}`,
    },
  },
  suggestions: {
    instead: {
      zh: (f) => f.instead.zh,
      en: (f) => f.instead.en,
    },
  },
  check: (comparison) => vagueTerms(comparison, 'scope'),
});
