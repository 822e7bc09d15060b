import { loadKnowledge } from '@mingshi/knowledge';
import { rules } from '@mingshi/rules';
import { findTopic, nearestTopic } from '../explain/find.ts';
import { loadPages } from '../explain/page.ts';
import { show } from '../explain/show.ts';
import { paints } from '../formats/paint.ts';
import { printable } from '../text/printable.ts';
import { UserError } from '../user-error.ts';
import { waiverRules } from '../waivers/waivers.ts';
import { wantsColour, widthFor } from './outcome.ts';
import type { Run } from './outcome.ts';

/** `mingshi explain TOPIC` */
export const run: Run = async ({ operands }, around) => {
  const knowledge = loadKnowledge();
  const all = [...rules, ...waiverRules];
  const wanted = printable(operands.join(' '));
  const topic = findTopic(wanted, all, knowledge);
  if (!topic) {
    const near = nearestTopic(wanted, all, knowledge);
    const hint =
      near === undefined
        ? {
            zh: '；可以是规则、法条（csl#41.1、网络安全法第四十三条）、权限或案例',
            en: '; give a rule, an article (csl#41.1), a permission or a case',
          }
        : { zh: `；是不是 ${near}？`, en: `; did you mean ${near}?` };
    throw new UserError({ zh: `不知道“${wanted}”${hint.zh}`, en: `nothing known as "${wanted}"${hint.en}` });
  }
  const text = show(topic, {
    knowledge,
    rules: all,
    page: (rule) => loadPages()[rule] ?? '',
    language: around.language,
    width: widthFor(around),
    paint: paints(wantsColour(around)),
  });
  return { text: `${text}\n`, code: 0 };
};
