import type { GrammarOf } from '../unit.ts';

/** The grammar of English policies. */
export const english: GrammarOf = () => () => [];
