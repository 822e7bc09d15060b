import { defineRule } from '../define-rule.ts';
import { absence, collectsNothing, staysOnDevice, told } from '../elements.ts';
import { placeFor } from '../places.ts';
import { signsOf } from '../signs.ts';

type Facts = Record<never, never>;

export default defineRule<{ missing: Facts; noWay: Facts; look: Facts }>({
  id: 'no-change-notice',
  severity: 'warning',
  title: { zh: '没有写政策变更怎样通知', en: 'How changes are told is missing' },
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
      en: () => 'Changes are not told: users have to look for them',
    },
  },
  suggestions: {
    notice: {
      zh: () =>
        '补写：「本政策变更时，我们会在变更生效前【七】日通过【弹窗、站内信】告知变更的内容；处理目的、方式或者信息种类变更的，重新征得您的同意。」并在应用更新后提示用户阅读。',
      en: () =>
        'Add: "Before this policy changes we tell you what changes, 【seven】 days ahead, by 【a dialog, a message】; if the purpose, the ' +
        'manner or the kinds of data change, we ask for your consent again." And show it in the app.',
    },
  },
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
