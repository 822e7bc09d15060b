import type { Comparison, Confidence, Related } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { collectsNothing } from '../elements.ts';
import { titleOf } from '../places.ts';
import { shortened } from '../signs.ts';

/** `words` of the app in Simplified Chinese; '' where it shows none. */
type Facts = { readonly words: string };

export default defineRule<{ traditional: Facts; foreign: Facts }>({
  id: 'no-simplified-chinese',
  severity: 'warning',
  title: { zh: '政策没有简体中文版', en: 'No version in Simplified Chinese' },
  needs: ['policy'],
  articles: ['csl#41.1', 'pipl#17.1', 'ndsr#21.1', 'app-violations-2019#1.4', 'tc260-20202a#1.4'],
  cases: [],
  messages: {
    traditional: {
      zh: (f) => `${spoken.zh(f)}政策只有繁体中文版，没有简体中文版`,
      en: (f) => `${spoken.en(f)} policy is in Traditional Chinese only, with no version in Simplified Chinese`,
    },
    foreign: {
      zh: (f) => `${spoken.zh(f)}政策只有外文版，没有简体中文版`,
      en: (f) => `${spoken.en(f)} policy has no version in Simplified Chinese`,
    },
  },
  suggestions: {
    translate: {
      zh: () =>
        '提供内容一致的简体中文版，放进项目或者写进 mingshi.yaml 的 policy。应用不面向中国境内用户的，在 mingshi.yaml 里关闭这条规则。',
      en: () =>
        'Write a version in Simplified Chinese that says the same, and put it into the project or under policy in ' +
        'mingshi.yaml. If the app is not for users in China, switch this rule off in mingshi.yaml.',
    },
  },
  *check(comparison) {
    const { documents, links, unread } = comparison.policy;
    const main = documents.filter(({ part }) => part === 'main');
    const languages = (main.length > 0 ? main : documents).map(({ language }) => language);
    // A text in both languages has its Chinese half.
    if (languages.some((language) => language === 'zh' || language === 'mixed')) return;
    if (languages.every((language) => language === 'unknown')) return;
    // What was not read may be the Chinese version.
    const mayBeElsewhere = links.length > 0 || unread.some(({ what }) => what !== 'policy-copy');
    const { words, confidence, related } = chineseIn(comparison);
    // Where nothing is collected and nobody in China is meant, nobody misses anything.
    if (confidence === 'low' && collectsNothing(comparison)) return;
    yield {
      message: languages.includes('zh-Hant') ? 'traditional' : 'foreign',
      about: 'simplified-chinese',
      at: titleOf(comparison.policy),
      related: related ? [related] : [],
      confidence: mayBeElsewhere ? 'low' : confidence,
      data: { words: shortened(words, 20) },
    };
  },
});

const spoken = {
  zh: ({ words }: Facts) => (words === '' ? '' : `应用使用简体中文（「${words}」），`),
  en: ({ words }: Facts) => (words === '' ? 'The' : `The app speaks Simplified Chinese ("${words}"), but its`),
};

/** How plain it is that the app has users who read Simplified Chinese. */
function chineseIn({ app, category }: Comparison): { words: string; confidence: Confidence; related?: Related } {
  const signs = app.apps.flatMap(({ chinese }) => chinese ?? []);
  const sign = signs.find((each) => each.as === 'interface') ?? signs[0];
  if (sign) {
    const confidence = sign.as === 'interface' ? 'high' : 'medium';
    return { words: sign.text, confidence, related: { at: sign.at, note: 'sign' } };
  }
  // The 39 categories are China's own, and HarmonyOS apps are sold there first.
  const isChinese = category !== undefined || app.apps.some(({ platform }) => platform === 'harmony');
  return { words: '', confidence: isChinese ? 'medium' : 'low' };
}
