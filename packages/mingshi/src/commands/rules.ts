import { severityNames } from '../formats/words.ts';
import { paints } from '../formats/paint.ts';
import { rules } from '../report/rule-list.ts';
import { padEnd, widthOf } from '../text/width.ts';
import { wantsColour } from './outcome.ts';
import type { Run } from './outcome.ts';

/** `mingshi rules` */
export const run: Run = async ({ options }, around) => {
  const { language } = around;
  if (options['format']?.[0] === 'json') return { text: `${JSON.stringify(rules, undefined, 2)}\n`, code: 0 };
  const paint = paints(wantsColour(around));
  const width = Math.max(...rules.map(({ id }) => id.length));
  const level = Math.max(...Object.values(severityNames).map((name) => widthOf(name[language])));
  const lines = rules.map(
    ({ id, severity, title }) =>
      `${id.padEnd(width)}  ${paint[severity](padEnd(severityNames[severity][language], level))}  ${title[language]}`,
  );
  const more = { zh: 'mingshi explain 规则 说明一条规则。', en: 'mingshi explain RULE explains one of them.' }[
    language
  ];
  return { text: `${lines.join('\n')}\n\n${paint.dim(more)}\n`, code: 0 };
};
