import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, told } from '../elements.ts';
import { placeFor } from '../places.ts';

type Facts = Record<never, never>;

const complaints: Wording<Facts> = {
  part: 'contact',
  zh: () =>
    '对我们处理个人信息有投诉、举报的，请发送邮件至【邮箱】或者致电【电话】，我们在【天数，不超过十五】个工作日内答复。对答复不满意的，您可以向履行个人信息保护职责的部门投诉、举报。',
  en: () =>
    'If you have a complaint about how we handle personal data, write to 【e-mail】 or call 【phone】; we answer within 【number, at most 15】 working days. If you ' +
    'are not satisfied, you can complain to the authority in charge of personal data protection.',
};

export default defineRule<{ missing: Facts; contactOnly: Facts; timedContact: Facts; noWay: Facts }>({
  id: 'no-complaint-channel',
  severity: 'warning',
  title: { zh: '没有投诉、举报渠道', en: 'No channel for complaints' },
  needs: ['policy'],
  articles: [
    'csl#22.3', 'csl#41.2', 'csl#64.1', 'csl#49.1', 'pipl#50.1', 'ndsr#20', 'app-violations-2019#6.5',
    'gbt35273#5.5-a-8',
  ],
  cases: ['suzhou-2021-hospital-app', 'cverc-2026-42-health-apps'],
  messages: {
    missing: {
      zh: () => '政策没有写向哪里投诉、举报',
      en: () => 'The policy does not say where to complain',
    },
    contactOnly: {
      zh: () => '政策写了联系方式，没有说明可以用来投诉、举报，也没有答复时限',
      en: () => 'The policy gives a contact but does not say that it takes complaints, or by when it answers',
    },
    timedContact: {
      zh: () => '政策写了联系方式和答复时限，没有说明可以用来投诉、举报',
      en: () => 'The policy gives a contact and says by when it answers, but not that it takes complaints',
    },
    noWay: {
      zh: () => '政策提到了投诉、举报，没有写明具体的渠道',
      en: () => 'The policy mentions complaints but not where they go',
    },
  },
  suggestions: { channel: toAdd(complaints) },
  paragraphs: { channel: complaints },
  *check({ policy }) {
    const channel = told(policy, 'complaint-channel');
    if (channel?.told === 'yes') return;
    const contact = told(policy, 'contact');
    const hasContact = contact?.told === 'yes';
    const mention = channel && COMPLAINT.test(channel.quote.text) ? channel : undefined;
    const place = mention ?? (hasContact ? contact : channel);
    yield {
      message: mention ? 'noWay' : hasContact ? (told(policy, 'response-time') ? 'timedContact' : 'contactOnly') : 'missing',
      about: 'complaint-channel',
      at: place?.quote.at ?? placeFor(policy, ['contact', 'rights']),
      confidence: hasContact ? 'medium' : absence(policy),
      data: {},
    };
  },
});

/** A contact for questions is told in part as well; this one speaks of complaints. */
const COMPLAINT = /投诉|举报|\bcomplain/i;
