import { defineRule } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, collectsNothing, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

const measures: Wording<Facts> = {
  part: 'security',
  zh: () =>
    '我们用【传输加密的方式，如 HTTPS】传输、用【存储加密的方式】存储您的个人信息，只有【哪些人员】可以访问。' +
    '发生或者可能发生个人信息泄露、篡改、丢失的，我们会立即补救，并通过【方式，如弹窗、短信】通知您。',
  en: () =>
    'Your data travel encrypted by 【how, such as HTTPS】 and are stored encrypted by 【how】; only 【who】 can read them. If data leak, ' +
    'are altered or lost, we act at once and tell you by 【means, such as a dialog or a text message】.',
};

export default defineRule<{ missing: Facts }>({
  id: 'no-security-measures',
  severity: 'warning',
  title: { zh: '没有写安全保护措施', en: 'No security measures stated' },
  needs: ['policy'],
  articles: ['csl#22.3', 'csl#41.2', 'csl#64.1', 'csl#42.2', 'pipl#51', 'gbt35273#5.5-a-7'],
  cases: ['suzhou-2021-hospital-app', 'cverc-2026-72-apps'],
  messages: {
    missing: {
      zh: () => '政策没有写怎样保护个人信息的安全',
      en: () => 'The policy does not say how data are protected',
    },
  },
  suggestions: {
    measures: {
      zh: (f) => `补写实际采取的措施：「${measures.zh(f)}」`,
      en: (f) => `Add what is really done: "${measures.en(f)}"`,
    },
  },
  paragraphs: { measures },
  *check(comparison) {
    const { policy } = comparison;
    // A general promise ("we take security seriously") is little, but whether it is enough is not for a reader of
    // text to say.
    if (told(policy, 'security-measures') || collectsNothing(comparison)) return;
    yield {
      message: 'missing',
      about: 'security-measures',
      at: placeFor(policy, ['security', 'storage']),
      confidence: absence(policy),
      data: {},
    };
  },
});
