import type { Clause } from './clauses.ts';
import { pattern } from './pattern.ts';
import { openingOf } from './zones.ts';

/** A circumstance under which a statement holds, at its place in the line. */
interface ConditionRange {
  readonly start: number;
  readonly end: number;
  readonly consent: boolean;
}

const CONSENT = pattern(
  '',
  String.raw`(?:未经|经过?|征得|获得|取得|得到|事先|在)[^，。；：]{0,12}(?:同意|授权|许可|允许)(?:或[^，。；]{0,8})?`,
  String.raw`(?:的?(?:前提|情况|情形)下|后|之后|时)?|除非[^，。；]+|根据[^，。；]{0,10}法律法规[^，。；]{0,16}`,
);
const END = /(?:时|时候|过程中|期间|情况下|场景下|前提下|情形下|之后|后)/;

/** The conditions in a line, in order. */
export function conditionsOf(text: string, clauses: readonly Clause[]): ConditionRange[] {
  const found: ConditionRange[] = [];
  for (const clause of clauses) {
    const own = text.slice(clause.start, clause.end);
    const opening = openingOf(text, clause);
    if (opening > 0) {
      const skipped = own.slice(0, opening).replace(/(?:当|在|若|一旦|除非|如果|如)$/, '').length;
      const ends = END.exec(own.slice(opening));
      const start = clause.start + skipped;
      const end = ends ? clause.start + opening + ends.index + ends[0].length : clause.end;
      if (ends || !own.startsWith('在', skipped)) {
        found.push({ start, end, consent: CONSENT.test(text.slice(start, end)) });
        continue;
      }
    }
    const consent = CONSENT.exec(own);
    if (consent) {
      const start = clause.start + consent.index;
      found.push({ start, end: start + consent[0].length, consent: /同意|授权|许可|允许/.test(consent[0]) });
    }
  }
  return found;
}
