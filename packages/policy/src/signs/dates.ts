import type { Block, DateSign } from '@mingshi/model';
import { datesIn } from '../text/dates.ts';
import { foldWidth } from '../text/fold.ts';
import { locate } from '../text/locate.ts';
import type { DocumentReader } from './reader.ts';

/** How many blocks from either end of a document its date may stand in. */
const EDGE = 14;

/** Dates that a document bears at its head or foot, labelled or not, and those with a label of its own anywhere. */
export const readDateSigns: DocumentReader = function* (documents) {
  for (const [index, { blocks }] of documents.entries()) {
    for (let position = 0; position < blocks.length; position++) {
      const block = blocks[position] as Block;
      if (!/\d{4}|[〇零○一二三四五六七八九]{4}/.test(block.text)) continue;
      const isEdge = position < EDGE || position >= blocks.length - EDGE;
      const text = foldWidth(block.text);
      for (const { start, end, iso } of datesIn(text)) {
        const ahead = text.slice(Math.max(0, start - 40), start);
        if (OTHER.test(ahead) || SPAN.test(text.slice(end, end + 12))) continue;
        if (!(isEdge && text.length <= SHORT) && !LABEL.test(ahead) && !LABEL.test(text.slice(end, end + 16))) continue;
        const quote = { text: text.slice(start, end), at: locate(block, start, end) };
        yield { kind: 'date', document: index, quote, iso } satisfies DateSign;
      }
    }
  }
};

/** A line that is little more than a date. */
const SHORT = 60;
const LABEL =
  /生效|施行|实施|更新|修订|修改|发布|版本|公布|制定|日期|\b(?:effective|updat\w*|revis\w*|modif\w*|published|version|dated?|as of|in force|reviewed|changed|posted|prepared|adopted)\b/i;
/** Dates of laws, of companies and of copyright. */
const OTHER = /《[^》]*$|\d{1,4}年?日?\s?(?:至|到|~|—|–|until|to)\s?$|(?:成立|注册|备案|自然人|出生)[^。]{0,12}$|(?:法|条例|规定|办法|规范)》?[^。]{0,12}$|©|copyright|\(c\)|since|(?:活动|有效|优惠|截止)[^。]{0,12}$|\b(?:founded|established|incorporated|registered|valid|expires?|born)\b[^.]{0,20}$/i;
/** Begin of a span: 3月1日至3月8日. */
const SPAN = /^\s?(?:至|到|~|—|–|until|to )\s?(?:\d|[A-Z][a-z]{2})/;
