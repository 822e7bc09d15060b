import type { GrammarOf } from '../unit.ts';

/** The grammar of Chinese policies. */
export const chinese: GrammarOf = () => () => [];
