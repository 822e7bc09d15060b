import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

/** True of every app; what only some have to tell is left to who knows. */
const minors: Wording<Facts> = {
  part: 'minors',
  zh: () =>
    '未成年人请在父母或者其他监护人的同意和指导下使用本应用。收集不满十四周岁儿童的个人信息前，我们会取得其父母或者其他监护人的同意；' +
    '发现未经同意收集的，会尽快删除。【面向儿童的应用：在此写明专门的儿童个人信息处理规则及其链接；其他应用：删去本句】',
  en: () =>
    'If you are a minor, use this app with the consent and guidance of a parent or guardian. Before we collect personal data of a child under 14, we ask a ' +
    'parent or guardian for consent; if we find that we hold such data without it, we delete them promptly. 【for an app ' +
    'meant for children: link your rules on their data here; else delete this sentence】',
};

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
  suggestions: { minors: toAdd(minors) },
  paragraphs: { minors },
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
