import type { Knowledge } from '@mingshi/knowledge';
import type { Phrase, PolicyDocument, PolicySign, PolicyStatement, SectionKind } from '@mingshi/model';
import type { Passage } from '../elements/passages.ts';
import { locate } from '../text/locate.ts';

/** A stretch of the policy as far as it was understood when signs are looked for. */
export interface Understood {
  readonly documents: readonly PolicyDocument[];
  /** The sentences of the stretch with their cues, in reading order. */
  readonly own: readonly Passage[];
  /** The same with some before and behind them; `index` of a passage is its place in these. */
  readonly passages: readonly Passage[];
  readonly sectionKinds: readonly (readonly SectionKind[])[];
  /** What the stretch says. */
  readonly statements: readonly PolicyStatement[];
  /** What the last passage before the stretch says. */
  readonly statementsBefore: readonly PolicyStatement[];
  /** The passage that one of these statements begins in. */
  readonly passageOf: (statement: PolicyStatement) => Passage | undefined;
  readonly knowledge: Knowledge;
}

/** Looks for signs of one kind in a stretch of the policy. */
export type SignReader = (stretch: Understood) => Iterable<PolicySign>;

/** Looks for signs of one kind in whole documents. */
export type DocumentReader = (documents: readonly PolicyDocument[], knowledge: Knowledge) => Iterable<PolicySign>;

/** The sentence of a passage, as written. */
export function sentenceOf({ sentence, block }: Passage): Phrase {
  return { text: sentence.text, at: locate(block, sentence.start, sentence.end) };
}

/** A stretch of a passage, as written. */
export function wordsOf({ sentence, block }: Passage, start: number, end: number): Phrase {
  return { text: sentence.text.slice(start, end), at: locate(block, sentence.start + start, sentence.start + end) };
}

/** The passages right before one, nearest first, of the same section. */
export function* before(all: readonly Passage[], { index, sentence }: Passage, count: number): Iterable<Passage> {
  for (let i = index - 1; i >= Math.max(0, index - count); i--) {
    const near = all[i];
    if (!near || near.sentence.document !== sentence.document || near.sentence.section !== sentence.section) return;
    yield near;
  }
}

/** The passages right behind one, of the same section. */
export function* behind(all: readonly Passage[], { index, sentence }: Passage, count: number): Iterable<Passage> {
  for (let i = index + 1; i <= index + count; i++) {
    const near = all[i];
    if (!near || near.sentence.document !== sentence.document || near.sentence.section !== sentence.section) return;
    yield near;
  }
}
