import { defineRule } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { isTold, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

const byFeature: Wording<Facts> = {
  part: 'collection',
  zh: () => '当您使用【功能】时，我们会收集您的【信息的种类】，用于【目的】。您不提供的，无法使用【功能】，不影响其他功能。',
  en: () =>
    'When you use 【feature】, we collect your 【kinds of data】 in order to 【purpose】. Without them 【feature】 does not work; ' +
    'everything else does.',
};

export default defineRule<{ missing: Facts; generic: Facts }>({
  id: 'no-collection-rules',
  severity: 'error',
  title: { zh: '政策没有收集使用规则', en: 'Policy without rules on collection' },
  needs: ['policy'],
  articles: [
    'csl#41.1', 'csl#22.3', 'csl#64.1', 'pipl#7', 'pipl#17.1(2)', 'pipl#66.1', 'ndsr#21.1(2)',
    'app-violations-2019#1.1', 'app-violations-2019#2.1',
  ],
  cases: ['chongqing-2020-public-service', 'suzhou-2021-hospital-app', 'cac-2023-academic-database'],
  messages: {
    missing: {
      zh: () => '政策没有写收集哪些个人信息、用来做什么',
      en: () => 'The policy does not say which personal data are collected and what for',
    },
    generic: {
      zh: () => '政策只说收集「个人信息」，没有写是哪些、用来做什么',
      en: () => 'The policy speaks of collecting "information" only and does not say which data and what for',
    },
  },
  suggestions: {
    rules: {
      zh: (f) => `按功能逐项写明：「${byFeature.zh(f)}」确实什么也不收集的，直接写明。`,
      en: (f) => `Go through the features one by one: "${byFeature.en(f)}" If nothing is collected, say so plainly.`,
    },
  },
  paragraphs: { rules: byFeature },
  *check({ policy }) {
    // "We collect nothing" is a rule on collection too.
    if (isTold(policy, 'collection-rules') || told(policy, 'no-collection')) return;
    // Concrete data in a statement of our own: the rules are there, however short.
    const named = policy.statements.some(
      ({ negated, action, dataTypes }) =>
        !negated && action !== 'delete' && action !== 'other' && dataTypes.some(({ generic }) => !generic),
    );
    if (named) return;
    const generic = told(policy, 'collection-rules');
    yield {
      message: generic ? 'generic' : 'missing',
      about: 'collection-rules',
      at: generic?.quote.at ?? placeFor(policy, ['collection']),
      confidence: generic ? 'high' : 'medium',
      data: {},
    };
  },
});
