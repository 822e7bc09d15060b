import { onceFor } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import { partitionPoint } from '@mingshi/model';
import type { Location, MarkedDataSign, PolicyDocument } from '@mingshi/model';
import { byLanguage } from '../text/by-language.ts';
import type { Passage } from '../elements/passages.ts';
import { locate } from '../text/locate.ts';
import { matcherOf } from '../text/matcher.ts';
import { sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';

/** Sensitive data that the text sets apart by the word "sensitive" beside them, or by a legend. */
export const readMarkedData: SignReader = function* ({ own, passages, knowledge }) {
  const find = findersOf(knowledge);
  for (const passage of own) {
    if (!SENSITIVE.test(passage.text) && !SENSITIVE.test(passage.heading)) continue;
    const sign = (how: MarkedDataSign['how'], types: readonly string[] = []): MarkedDataSign => ({
      kind: 'marked-data', document: passage.sentence.document, quote: sentenceOf(passage), how, types,
    });
    if (SENSITIVE.test(passage.text)) {
      if (LEGEND.test(passage.text)) yield sign('legend');
      if (NECESSITY.test(passage.text)) yield sign('necessity');
    }
    const types = new Set(around(passage, passages).flatMap(({ text, language }) => find[language](text).map(({ value }) => value)));
    if (types.size > 0) yield sign('word', [...types]);
  }
};

const SENSITIVE = /敏感|\bsensitive\b|\bspecial categor/i;
/** How sensitive data are set apart, as the text explains it. */
const LEGEND = /粗体|加粗|黑体|下划线|斜体|星号|[★*※]|标[识注记示红]|突出|显著|\b(?:bold|underlin\w*|italic\w*|asterisk|highlight\w*|mark(?:ed|s)?)\b/i;
/** Why they are needed and what may come of it (PIPL art. 30). */
const NECESSITY = /必要|必需|必须|影响|不利|后果|泄[露漏]|危害|损害|风险|\b(?:necessary|necessity|because|need|impact|harm|risk|leak\w*|affect\w*|consequence\w*)\b/i;

const findersOf = onceFor((knowledge) => {
  const sensitive = sensitiveOf(knowledge);
  const finder = (language: Language) =>
    matcherOf(
      knowledge.lexicons[language].data.flatMap(({ type, words }) =>
        sensitive.has(type) ? words.map((word): [string, string] => [word, type]) : [],
      ),
    );
  return byLanguage(finder);
});

/** No more sentences than these are looked at: cells of a row may stand apart. */
const MOST = 200;

/** The block that the word stands in, and in a table its row. */
function around(passage: Passage, all: readonly Passage[]): readonly Passage[] {
  const { document, block } = passage.sentence;
  const row = passage.block.table;
  const near: Passage[] = [passage];
  for (const step of [-1, 1]) {
    for (let i = passage.index + step; Math.abs(i - passage.index) <= MOST; i += step) {
      const next = all[i];
      if (next?.sentence.document !== document) break;
      const { table } = next.block;
      if (next.sentence.block === block || (row && table?.index === row.index && table.row === row.row)) near.push(next);
      else if (!row || table?.index !== row.index) break;
    }
  }
  return near;
}

/** Sensitive data that the text sets apart by bold letters. */
export const readStrongData: SignReader = function* ({ documents, statements, knowledge }) {
  const sensitive = sensitiveOf(knowledge);
  for (const { document, dataTypes } of statements) {
    for (const { id, text, at } of dataTypes) {
      const type = MARKS_TOO[id] ?? id;
      const marked = documents[document];
      const isSet = sensitive.has(type) && marked !== undefined && overlaps(strongOf(marked), at);
      if (isSet) yield { kind: 'marked-data', document, quote: { text, at }, how: 'strong', types: [type] };
    }
  }
};

/** Where the place as such is set in bold, how exact it is need not be. */
const MARKS_TOO: Readonly<Record<string, string>> = { location: 'precise-location' };

const sensitiveOf = onceFor(
  (knowledge): ReadonlySet<string> =>
    new Set(knowledge.dataTypes.filter((type) => type.sensitive).map(({ id }) => id)),
);

/** Where a document's bold letters stand, in order. */
const strongOf = onceFor(({ blocks }: PolicyDocument): readonly Location[] =>
  blocks
    .flatMap((block) => block.strong.map(({ start, end }) => locate(block, start, end)))
    .toSorted((a, b) => a.start - b.start),
);

/** Whether one of the places, which lie one behind the other, shares a letter with this one. */
function overlaps(places: readonly Location[], { start, end }: Location): boolean {
  const first = places[partitionPoint(places, (place) => place.end <= start)];
  return first !== undefined && first.start < end;
}
