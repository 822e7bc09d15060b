import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, collectsNothing, staysOnDevice, told } from '../elements.ts';
import { placeFor } from '../places.ts';
import { signsOf } from '../signs.ts';

type Facts = Record<never, never>;

const notice: Wording<Facts> = {
  part: 'changes',
  zh: () =>
    '本政策变更时，我们会在变更生效前【天数】日通过【方式，如弹窗、站内信】告知您变更的内容；个人信息的处理目的、处理方式或者种类变更的，我们会重新取得您的同意。',
  en: () =>
    'Before this policy changes, we tell you what changes, 【number】 days ahead, by 【means, such as a dialog】; if the purpose, the manner ' +
    'or the kinds of data change, we ask for your consent again.',
};

export default defineRule<{ missing: Facts; noWay: Facts; look: Facts }>({
  id: 'no-change-notice',
  severity: 'warning',
  title: { zh: '没有写政策变更怎样通知', en: 'Nothing on how users learn of changes' },
  needs: ['policy'],
  articles: ['csl#41.1', 'pipl#17.2', 'pipl#14.2', 'ndsr#22.1(6)', 'app-violations-2019#2.2', 'gbt35273#5.5-f'],
  cases: [],
  messages: {
    missing: {
      zh: () => '政策没有写变更时怎样通知用户',
      en: () => 'The policy does not say how users learn of changes to it',
    },
    noWay: {
      zh: () => '政策说会变更，没有写怎样通知用户',
      en: () => 'The policy says that it may change, but not how users are told',
    },
    look: {
      zh: () => '政策变更不通知，要用户自己来查看',
      en: () => 'Users are not told of changes: they have to look for them',
    },
  },
  suggestions: {
    notice: toAdd(notice, { zh: '并在应用更新后提示用户阅读。', en: 'And show it in the app.' }),
  },
  paragraphs: { notice },
  *check(comparison) {
    const { policy } = comparison;
    const signs = signsOf(policy, 'change');
    if (signs.some(({ says }) => says === 'tells') || collectsNothing(comparison) || staysOnDevice(policy)) return;
    const sign = signs.find(({ says }) => says === 'look') ?? signs[0];
    if (sign) {
      const message = sign.says === 'look' ? 'look' : 'noWay';
      yield { message, about: 'policy-change-notice', at: sign.quote.at, confidence: 'medium', data: {} };
    } else if (!told(policy, 'policy-change-notice')) {
      yield { message: 'missing', about: 'policy-change-notice', at: placeFor(policy, ['changes']), confidence: absence(policy), data: {} };
    }
  },
});
