import type { Text } from '@mingshi/knowledge';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { told } from '../elements.ts';
import { signsOf } from '../signs.ts';

type Facts = { readonly what: Text };

const WHAT: Readonly<Record<'content' | 'advertising', Text>> = {
  content: { zh: '个性化推荐', en: 'Personalised content' },
  advertising: { zh: '个性化广告', en: 'Personalised advertising' },
};

const switchingOff: Wording<Facts> = {
  part: 'rights',
  zh: (f) => `您可以在【入口，如“我的—设置—隐私”】关闭${f.what.zh}。关闭后，向您展示的内容不再依据您的个人信息。`,
  en: (f) =>
    `You can switch off ${f.what.en.toLowerCase()} under 【where, such as “Settings – Privacy”】. What you see is then no longer chosen ` +
    'by your data.',
};

export default defineRule<{ missing: Facts }>({
  id: 'no-personalization-opt-out',
  severity: 'warning',
  title: { zh: '有个性化推荐，没有写怎样关闭', en: 'Personalisation without a way out' },
  needs: ['policy'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#24.2', 'pipl#24.1', 'algo-rec#17', 'app-violations-2019#3.6'],
  cases: ['miit-2019-41-apps', 'shanghai-2024-coffee'],
  messages: {
    missing: {
      zh: (f) => `政策说有${f.what.zh}，没有写怎样关闭或者拒绝`,
      en: (f) => `${f.what.en} is announced, but no way to switch it off or refuse it`,
    },
  },
  suggestions: {
    switch: toAdd(switchingOff, { zh: '并在应用中提供这个开关。', en: 'And offer that switch in the app.' }),
  },
  paragraphs: { switch: switchingOff },
  *check({ policy }) {
    const signs = signsOf(policy, 'personalization');
    const does = signs.filter(({ says }) => says === 'does');
    const first = does.find(({ of }) => of === 'content') ?? does[0];
    // A way out of either is taken for both: policies tell of recommendations and advertising in one breath.
    if (!first || signs.some(({ says }) => says === 'opt-out')) return;
    if (told(policy, 'personalization-opt-out') || told(policy, 'ads-opt-out')) return;
    yield {
      message: 'missing',
      about: 'personalization-opt-out',
      at: first.quote.at,
      related: does.filter((sign) => sign !== first).slice(0, 3).map(({ quote }) => ({ at: quote.at, note: 'statement' })),
      confidence: 'medium',
      data: { what: WHAT[first.of] },
    };
  },
});
