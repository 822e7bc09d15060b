import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

const period: Wording<Facts> = {
  part: 'storage',
  zh: () =>
    '我们保存【信息的种类】的期限为【期限，如自收集之日起一年】，到期后删除或者匿名化处理。您要求删除或者撤回同意的，我们在【天数】日内删除；' +
    '法律、行政法规规定的保存期限未届满的，保存至期限届满，其间只作存储和必要的安全保护。',
  en: () =>
    'We keep 【kinds of data】 for 【how long, such as one year after collection】 and then delete or anonymise them. If you ask for ' +
    'deletion or withdraw your consent, we delete them within 【number】 days. Where a law asks for a longer period, we keep them until ' +
    'it ends and do nothing but store and protect them meanwhile.',
};

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
  suggestions: { period: toAdd(period) },
  paragraphs: { period },
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
