import type { GrammarOf } from '../unit.ts';
import { readUnit } from './en/units.ts';
import { wordsOf } from './en/words.ts';

/** The grammar of English policies. */
export const english: GrammarOf = (knowledge) => {
  const words = wordsOf(knowledge);
  return (unit) => readUnit(unit, words);
};
