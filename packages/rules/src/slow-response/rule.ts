import type { ReplyLimitSign } from '@mingshi/model';
import type { Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { signsOf } from '../signs.ts';

type Subject = ReplyLimitSign['on'];
type Facts = { readonly limit: Text; readonly what: Text };

/** Items 6(3) and 6(5) of the Determination Methods; three weeks hold 15 working days. */
const WORKING_DAYS = 15;
const CALENDAR_DAYS = 21;

/** The element that a finding is about, and what is slow. Copies may take the 30 days of the standard. */
const SUBJECTS: Readonly<Partial<Record<Subject, { readonly about: string; readonly what: Text }>>> = {
  correction: { about: 'right-correct', what: { zh: '更正个人信息', en: 'correcting data' } },
  deletion: { about: 'right-delete', what: { zh: '删除个人信息', en: 'deleting data' } },
  cancellation: { about: 'account-cancellation', what: { zh: '注销账号', en: 'cancelling the account' } },
  complaint: { about: 'complaint-time-limit', what: { zh: '投诉、举报', en: 'complaints' } },
};

export default defineRule<{ slow: Facts; general: Facts }>({
  id: 'slow-response',
  severity: 'warning',
  title: { zh: '承诺的时限超过十五个工作日', en: 'Time limit beyond 15 working days' },
  needs: ['policy'],
  articles: [
    'csl#43', 'csl#49.1', 'pipl#50.1', 'ndsr#23', 'ndsr#20', 'app-violations-2019#6.3', 'app-violations-2019#6.5', 'gbt35273#8.5', 'gbt35273#8.7',
  ],
  cases: ['cac-2023-academic-database'],
  messages: {
    slow: {
      zh: (f) => `${f.what.zh}承诺的时限是${f.limit.zh}，《认定方法》规定不得超过 15 个工作日`,
      en: (f) => `The limit for ${f.what.en} is ${f.limit.en}; the Determination Methods allow 15 working days at most`,
    },
    general: {
      zh: (f) =>
        `请求的答复时限写的是${f.limit.zh}：GB/T 35273 第 8.7 条的一般答复时限是 30 天，其中更正、删除、注销和投诉的处理不得超过 15 个工作日`,
      en: (f) =>
        `Requests are answered within ${f.limit.en}: GB/T 35273 (8.7) gives 30 days for an answer in general, but correction, deletion, ` +
        'cancellation and complaints must be dealt with in 15 working days',
    },
  },
  suggestions: {
    limit: {
      zh: () => '改成：「我们在 15 个工作日内完成核查和处理。」时限按工作日写，各处写成一致。',
      en: () => 'Change to: "We check and deal with it within 15 working days." Give the limit in working days, and the same everywhere.',
    },
    split: {
      zh: () => '分开写：「更正、删除、注销和投诉，我们在 15 个工作日内完成核查和处理；其他请求在 30 天内答复。」',
      en: () =>
        'Tell them apart: "We check and deal with correction, deletion, cancellation and complaints within 15 working days, and answer ' +
        'other requests within 30 days."',
    },
  },
  *check({ policy }) {
    const limits = signsOf(policy, 'reply-limit');
    const slow = limits.filter(isSlow);
    const told = new Set<string>();
    for (const sign of slow) {
      const subject = SUBJECTS[sign.on];
      if (!subject || told.has(subject.about)) continue;
      told.add(subject.about);
      const data = { limit: limitOf(sign), what: subject.what };
      yield { message: 'slow', about: subject.about, at: sign.quote.at, confidence: 'high', data };
    }
    const general = slow.find(({ on }) => on === 'request');
    // Where correction, deletion or cancellation have a limit of their own, the general one is for the rest.
    if (!general || told.size > 0 || limits.some((sign) => SUBJECTS[sign.on] && !isSlow(sign))) return;
    const data = { limit: limitOf(general), what: { zh: '请求', en: 'requests' } };
    yield { message: 'general', about: 'response-time', at: general.quote.at, confidence: 'low', data, suggestion: 'split' };
  },
});

function isSlow({ count, unit }: ReplyLimitSign): boolean {
  return unit === 'months' || count > (unit === 'days' ? CALENDAR_DAYS : WORKING_DAYS);
}

function limitOf({ count, unit }: ReplyLimitSign): Text {
  const [zh, one, many] = { days: ['天', 'day', 'days'], 'working-days': ['个工作日', 'working day', 'working days'], months: ['个月', 'month', 'months'] }[unit];
  return { zh: ` ${count} ${zh}`, en: `${count} ${count === 1 ? one : many}` };
}
