import type { GrammarOf, RawStatement, Unit } from '../unit.ts';
import { readClauses } from './en/clauses.ts';
import type { Opening } from './en/clauses.ts';
import { predicateOf } from './en/predicates.ts';
import type { Predicate } from './en/predicates.ts';
import { rawStatementsOf } from './en/raw-statements.ts';
import { parse, wordsOf } from './en/words.ts';
import type { Words } from './en/words.ts';

/** The grammar of English policies. */
export const english: GrammarOf = (knowledge) => {
  const words = wordsOf(knowledge);
  return (unit) => read(unit, words);
};

const NOTHING: Opening = { open: [], negated: false };

function read(unit: Unit, words: Words): RawStatement[] {
  const predicates: Predicate[] = [];
  let opening = NOTHING;
  if (unit.lead) {
    const reading = readClauses(parse(unit.lead, words), NOTHING);
    predicates.push(...reading.predicates);
    opening = reading.opening;
  }
  for (const sentence of unit.sentences) {
    const parsed = parse(sentence, words);
    if (unit.kind === 'sentence' && parsed.groups.length === 0 && unit.headings.at(-1) !== sentence.text) {
      const heading = unit.headings.findLast((title) => title !== sentence.text && /collect|access|obtain|gather|provide/i.test(title));
      if (heading) {
        const carrier = predicateOf(parsed, 'collect', undefined, undefined, { negated: false, conditional: false, modal: '' });
        predicates.push(carrier, ...readClauses(parsed, { open: [carrier], negated: false }).predicates);
      }
      continue;
    }
    predicates.push(...readClauses(parsed, opening).predicates);
  }
  return rawStatementsOf(predicates);
}
