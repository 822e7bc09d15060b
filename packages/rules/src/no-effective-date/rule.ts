import { defineRule } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, told } from '../elements.ts';
import { titleOf } from '../places.ts';
import { signsOf } from '../signs.ts';

type Facts = Record<never, never>;

const date: Wording<Facts> = {
  part: 'title',
  zh: () => '更新日期：【年月日】　生效日期：【年月日】',
  en: () => 'Last updated: 【date】. Effective from: 【date】.',
};

export default defineRule<{ missing: Facts }>({
  id: 'no-effective-date',
  severity: 'info',
  title: { zh: '没有生效或更新日期', en: 'No effective or update date' },
  needs: ['policy'],
  articles: ['pipl#17.2', 'csl#41.1', 'app-violations-2019#2.2', 'gbt35273#5.5-f'],
  cases: [],
  messages: {
    missing: {
      zh: () => '政策没有写生效日期，也没有更新日期',
      en: () => 'The policy bears no date: neither since when it applies nor when it was updated',
    },
  },
  suggestions: {
    date: {
      zh: (f) => `在标题下写：「${date.zh(f)}」，每次变更时改，并保留历史版本。`,
      en: (f) => `Below the title: "${date.en(f)}" Change it with every version, and keep earlier versions.`,
    },
  },
  paragraphs: { date },
  *check({ policy }) {
    if (told(policy, 'effective-date') || told(policy, 'update-date') || signsOf(policy, 'date').length > 0) return;
    // A blank where the date should be is told as what it is.
    if (signsOf(policy, 'placeholder').some(({ stands }) => stands === 'date')) return;
    yield { message: 'missing', about: 'effective-date', at: titleOf(policy), confidence: absence(policy), data: {} };
  },
});
