import { defineRule } from '../define-rule.ts';
import { signsOf } from '../signs.ts';

type Facts = { readonly age: number };

/** PIPL art. 31; the 13 of many templates comes from the United States. */
const AGE = 14;

export default defineRule<{ young: Facts }>({
  id: 'minor-age-not-fourteen',
  severity: 'warning',
  title: { zh: '儿童的年龄界限低于十四周岁', en: 'Age limit for children below 14' },
  needs: ['policy'],
  articles: ['pipl#31', 'pipl#28.1', 'child-pi#2', 'child-pi#9', 'minors#32'],
  cases: ['yuhang-2021-children'],
  messages: {
    young: {
      zh: (f) => `政策把儿童写成不满 ${f.age} 周岁，个人信息保护法和《儿童个人信息网络保护规定》是不满十四周岁`,
      en: (f) => `The policy sets the age of a child at ${f.age}; the Personal Information Protection Law sets it at 14`,
    },
  },
  suggestions: {
    fourteen: {
      zh: () => '改为“不满十四周岁”，相应的监护人同意、注册限制也按十四周岁执行。',
      en: () => 'Change it to 14, and apply the consent of guardians and limits on signing up at that age.',
    },
  },
  *check({ policy }) {
    const ages = signsOf(policy, 'child-age');
    for (const sign of ages) {
      // A text that names 14 as well keeps the age of another country apart.
      if (sign.age >= AGE || !sign.chinese || ages.some(({ age, document }) => age === AGE && document === sign.document)) continue;
      yield { message: 'young', about: 'minors', at: sign.quote.at, confidence: 'medium', data: { age: sign.age } };
      return;
    }
  },
});
