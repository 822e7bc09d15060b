import type { GrammarOf } from '../units/unit.ts';
import { readUnit } from './en/units.ts';
import { wordsOf } from './en/words.ts';
import type { Words } from './en/words.ts';

/** The grammar of English policies; its look-ups are built with the first unit: no Chinese policy waits for them. */
export const english: GrammarOf = (knowledge) => {
  let words: Words | undefined;
  return (unit) => readUnit(unit, (words ??= wordsOf(knowledge)));
};
