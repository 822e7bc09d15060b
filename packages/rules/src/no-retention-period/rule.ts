import { defineRule } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

export default defineRule<{ missing: Facts; vague: Facts }>({
  id: 'no-retention-period',
  severity: 'warning',
  title: { zh: '没有写保存期限', en: 'No retention period' },
  needs: ['policy'],
  articles: ['csl#22.3', 'csl#41.2', 'csl#64.1', 'pipl#17.1(2)', 'pipl#19', 'ndsr#21.1(3)', 'gbt35273#5.5-a-3'],
  cases: ['suzhou-2021-hospital-app', 'cverc-2025-69-apps'],
  messages: {
    missing: {
      zh: () => '政策没有写个人信息保存多久、到期怎么处理',
      en: () => 'The policy does not say how long data are kept and what happens then',
    },
    vague: {
      zh: () => '政策没有写出保存期限，也没有写怎样确定',
      en: () => 'The policy names neither a retention period nor a way to work one out',
    },
  },
  suggestions: {
    period: {
      zh: () =>
        '补写：「【哪类信息】保存【多久】；您注销账号后【多少天】内删除或匿名化。法律另有规定的，保存至【哪部法律】规定的期限。」',
      en: () =>
        'Add: "We keep 【which data】 for 【how long】 and delete or anonymise them within 【days】 after you cancel ' +
        'your account. Where 【which law】 asks for longer, we keep them until then."',
    },
  },
  *check(comparison) {
    const { policy } = comparison;
    const retention = told(policy, 'retention');
    if (retention?.told === 'yes' || collectsNothing(comparison)) return;
    yield {
      message: retention ? 'vague' : 'missing',
      about: 'retention',
      at: retention?.quote.at ?? placeFor(policy, ['storage', 'security', 'collection']),
      confidence: retention ? 'medium' : absence(policy),
      data: {},
    };
  },
});
