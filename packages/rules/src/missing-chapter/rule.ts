import type { Confidence, MissingPartSign } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import { shortened, signsOf } from '../signs.ts';

type Facts = { readonly target: string };

const SURE: Readonly<Record<MissingPartSign['announced'], Confidence>> = {
  contents: 'medium',
  section: 'low',
  appendix: 'medium',
  document: 'low',
  list: 'low',
};

/** More than a handful of missing parts is one broken text. */
const MOST = 5;

export default defineRule<{ contents: Facts; section: Facts; document: Facts }>({
  id: 'missing-chapter',
  severity: 'warning',
  title: { zh: '提到的章节或附件不存在', en: 'A part that is announced and never comes' },
  needs: ['policy'],
  articles: ['csl#41.1', 'pipl#17.1', 'pipl#7', 'ndsr#21.1', 'gbt35273#5.5-b'],
  cases: ['suzhou-2021-hospital-app'],
  messages: {
    contents: {
      zh: (f) => `目录里有「${f.target}」，正文里没有`,
      en: (f) => `The contents announce "${f.target}"; no such part follows`,
    },
    section: {
      zh: (f) => `文中让用户去看「${f.target}」，政策里没有这一部分`,
      en: (f) => `The text sends readers to "${f.target}"; there is no such part`,
    },
    document: {
      zh: (f) => `文中让用户去看「${f.target}」，没有链接，读到的文件里也没有`,
      en: (f) => `The text sends readers to "${f.target}", without a link, and no such document was read`,
    },
  },
  suggestions: {
    write: {
      zh: (f) => `补上「${f.target}」，或者改正目录和引用。放在别处的，附上链接，并把文件一起交给检查。`,
      en: (f) => `Write "${f.target}", or correct the reference. If it stands elsewhere, link to it, and pass its file to the check.`,
    },
  },
  *check({ policy }) {
    const told = new Set<string>();
    for (const sign of signsOf(policy, 'missing-part')) {
      // A list with nothing below it is told by stale-disclosure.
      if (sign.announced === 'list' || told.size >= MOST) continue;
      const target = shortened(sign.target);
      const about = `part-${target.replaceAll(/[\s《》]/g, '').toLowerCase()}`;
      if (told.has(about)) continue;
      told.add(about);
      const message = sign.announced === 'contents' || sign.announced === 'document' ? sign.announced : 'section';
      yield { message, about, at: sign.quote.at, confidence: SURE[sign.announced], data: { target } };
    }
  },
});
