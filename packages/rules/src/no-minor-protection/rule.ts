import { defineRule } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

export default defineRule<{ missing: Facts }>({
  id: 'no-minor-protection',
  severity: 'warning',
  title: { zh: '没有写未成年人保护', en: 'Nothing on minors' },
  needs: ['policy'],
  articles: ['csl#22.3', 'csl#41.2', 'csl#64.1', 'pipl#31', 'child-pi#8', 'child-pi#9', 'minors#32', 'ndsr#21.2'],
  cases: ['suzhou-2021-hospital-app', 'yuhang-2021-children'],
  messages: {
    missing: {
      zh: () => '政策没有写未成年人（不满十四周岁的儿童）的个人信息怎样处理',
      en: () => 'The policy says nothing on minors (children under 14)',
    },
  },
  suggestions: {
    minors: {
      zh: () =>
        '补写其中一种：「本应用不面向不满十四周岁的儿童；发现误收集的，我们会删除。」或「收集不满十四周岁儿童的信息前，我们会取得监护人同意，并遵守【儿童个人信息处理规则】。」',
      en: () =>
        'Add one of: "The app is not meant for children under 14; if we find that we hold data of one, we delete ' +
        'them." or "Before we collect data of a child under 14 we ask the guardian for consent and follow 【our ' +
        'rules for children】."',
    },
  },
  *check(comparison) {
    const { policy } = comparison;
    if (collectsNothing(comparison)) return;
    if (told(policy, 'minors')) return;
    yield {
      message: 'missing',
      about: 'minors',
      at: placeFor(policy, ['minors', 'rights']),
      confidence: absence(policy),
      data: {},
    };
  },
});
