import type { PlaceholderSign } from '@mingshi/model';
import type { Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { shortened, signsOf } from '../signs.ts';

type Stands = PlaceholderSign['stands'];
type Facts = { readonly words: readonly string[]; readonly count: number; readonly stands: Stands };

/** What stands open, as the message names it. */
const WHAT: Readonly<Record<Stands, Text>> = {
  name: { zh: '名称', en: 'a name' },
  contact: { zh: '联系方式', en: 'a contact' },
  date: { zh: '日期', en: 'a date' },
  code: { zh: '应由程序填入的内容', en: 'what a program should have filled in' },
  text: { zh: '内容', en: 'a text' },
};

/** Words shown in one message; the places of the others follow. */
const SHOWN = 3;

export default defineRule<{ blank: Facts }>({
  id: 'template-placeholder',
  severity: 'error',
  title: { zh: '模板里的空没有填', en: 'Blanks of a template left open' },
  needs: ['policy'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#17.1', 'pipl#17.1(1)', 'ndsr#21.1(1)', 'gbt35273#5.5-b'],
  cases: ['cverc-2025-16-apps', 'cverc-2025-69-apps'],
  messages: {
    blank: {
      zh: (f) => `${f.words.map((words) => `「${words}」`).join('、')}${f.count > f.words.length ? `等 ${f.count} 处` : ''}是模板里待填的${WHAT[f.stands].zh}`,
      en: (f) =>
        '' +
        `${f.words.map((words) => `"${words}"`).join(', ')}${f.count > f.words.length ? ` (${f.count} places)` : ''} ` +
        `still ${f.count > 1 ? 'stand' : 'stands'} where the template wants ${WHAT[f.stands].en}`,
    },
  },
  suggestions: {
    fill: {
      zh: (f) => `换成真实的${WHAT[f.stands].zh}，并通读全文：模板里其余写给作者看的说明也要删掉。`,
      en: (f) => `Put in the real thing instead of ${WHAT[f.stands].en === 'a text' ? 'this' : 'the blank'}, and read the whole text once: what else the template says to its author must go too.`,
    },
  },
  *check({ policy }) {
    const groups = new Map<Stands, PlaceholderSign[]>();
    for (const sign of signsOf(policy, 'placeholder')) {
      const group = groups.get(sign.stands);
      if (group) group.push(sign);
      else groups.set(sign.stands, [sign]);
    }
    for (const [stands, [first, ...others]] of groups) {
      if (!first) continue;
      const words = new Set([first, ...others].map(({ quote }) => shortened(quote.text)));
      yield {
        message: 'blank',
        about: `placeholder-${stands}`,
        at: first.quote.at,
        related: others.slice(0, 4).map(({ quote }) => ({ at: quote.at, note: 'same-cause' })),
        confidence: stands === 'text' ? 'medium' : 'high',
        data: { words: [...words].slice(0, SHOWN), count: others.length + 1, stands },
      };
    }
  },
});
