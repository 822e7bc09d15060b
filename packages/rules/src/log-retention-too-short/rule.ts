import type { PolicyElement } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';

type Facts = { readonly amount: number; readonly unit: string };

/** Six months, in days; "180 days" is how policies write it. */
const SIX_MONTHS = 180;

const UNITS: Readonly<Record<string, { readonly days: number; readonly zh: string; readonly en: string }>> = {
  days: { days: 1, zh: '天', en: 'days' },
  months: { days: 30.5, zh: '个月', en: 'months' },
  years: { days: 365, zh: '年', en: 'years' },
};

export default defineRule<{ short: Facts }>({
  id: 'log-retention-too-short',
  severity: 'warning',
  title: { zh: '网络日志留存不足六个月', en: 'Network logs kept for less than six months' },
  needs: ['policy'],
  articles: ['csl#21.1(3)', 'csl#21', 'csl#59.1'],
  cases: ['shanghai-2024-log-retention', 'mps-2025-typical-cases'],
  messages: {
    short: {
      zh: (f) => `政策写网络日志保存 ${f.amount} ${UNITS[f.unit]?.zh}，网络安全法要求留存不少于六个月`,
      en: (f) =>
        `The policy keeps network logs for ${f.amount} ${UNITS[f.unit]?.en}; the Cybersecurity Law asks for at ` +
        'least six months',
    },
  },
  suggestions: {
    six: {
      zh: () =>
        '网络日志（访问、登录、操作记录）留存不少于六个月，并把这一句改成实际期限；崩溃、统计日志可以更短，分开写。',
      en: () =>
        'Keep network logs (access, sign-in, operation) for at least six months and write the real period here; ' +
        'crash and analytics logs may be kept for less: name them separately.',
    },
  },
  *check({ policy }) {
    const periods = policy.elements.filter(({ id }) => id === 'log-retention').flatMap(periodOf);
    for (const { element, unit, amount } of periods) {
      if (amount * (UNITS[unit]?.days ?? Infinity) >= SIX_MONTHS) continue;
      yield {
        message: 'short',
        about: 'log-retention',
        at: element.quote.at,
        confidence: 'medium',
        data: { amount, unit },
      };
    }
  },
});

function periodOf(element: PolicyElement): readonly { element: PolicyElement; unit: string; amount: number }[] {
  const unit = Object.keys(UNITS).find((each) => typeof element.values[each] === 'number');
  return unit === undefined ? [] : [{ element, unit, amount: Number(element.values[unit]) }];
}
