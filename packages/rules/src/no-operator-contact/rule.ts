import { defineRule, toAdd } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { absence, told } from '../elements.ts';
import { placeFor } from '../places.ts';
import { signsOf } from '../signs.ts';

type Facts = Record<never, never>;

const reachable: Wording<Facts> = {
  part: 'contact',
  zh: () => '本应用由【运营者，公司全称或者开发者姓名】运营，地址：【地址】。您可以通过电子邮箱【邮箱】或者电话【电话】联系我们。',
  en: () => 'This app is run by 【full name of the company or developer】, 【address】. You can reach us by e-mail at 【e-mail】 or by phone at 【phone】.',
};

export default defineRule<{ missing: Facts; noChannel: Facts; public: Facts; seat: Facts }>({
  id: 'no-operator-contact',
  severity: 'warning',
  title: { zh: '没有运营者的联系方式', en: 'No way to reach the operator' },
  needs: ['policy'],
  articles: ['csl#22.3', 'csl#41.2', 'csl#64.1', 'pipl#17.1(1)', 'ndsr#21.1(1)', 'gbt35273#5.5-a-1'],
  cases: ['suzhou-2021-hospital-app', 'cverc-2025-16-apps', 'cverc-2025-69-apps'],
  messages: {
    missing: {
      zh: () => '政策没有写运营者的联系方式',
      en: () => 'The policy does not say how to reach the operator',
    },
    public: {
      zh: () => '政策只给了公开的问题页，没有电话、邮箱等可以私下联系运营者的方式',
      en: () => 'The policy gives only a public issue tracker, no phone number or e-mail by which to write in private',
    },
    seat: {
      zh: () => '政策只写了注册地址，没有写电话、邮箱等联系方式',
      en: () => 'The policy gives only the registered address, no phone number or e-mail',
    },
    noChannel: {
      zh: () => '政策请用户「联系我们」，没有写出电话、邮箱或地址',
      en: () => 'The policy asks users to get in touch but gives no address, phone number or e-mail',
    },
  },
  suggestions: { contact: toAdd(reachable) },
  paragraphs: { contact: reachable },
  *check({ policy }) {
    const contact = told(policy, 'contact');
    if (contact?.told === 'yes') return;
    // The blank where the contact is to be filled in is told by itself.
    if (!contact && signsOf(policy, 'placeholder').some(({ stands }) => stands === 'contact')) return;
    yield {
      message: !contact ? 'missing' : contact.values['url'] ? 'public' : contact.values['address'] ? 'seat' : 'noChannel',
      about: 'contact',
      at: contact?.quote.at ?? placeFor(policy, ['contact']),
      confidence: contact ? 'medium' : absence(policy),
      data: {},
    };
  },
});
