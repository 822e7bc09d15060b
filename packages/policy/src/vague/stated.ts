import type { RawStatement, Sentence } from '../units/unit.ts';

/** A stretch of a sentence that a statement speaks of. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the operator does with data in one sentence, as the statements have it. */
export interface Stated {
  readonly collects: boolean;
  readonly shares: boolean;
  readonly stores: boolean;
  /** Some statement of the sentence denies. */
  readonly denies: boolean;
  readonly data: readonly (Stretch & { readonly generic: boolean })[];
  readonly purposes: readonly (Stretch & { readonly vague: boolean })[];
  readonly parties: readonly (Stretch & { readonly named: boolean })[];
}

interface Told {
  collects: boolean;
  shares: boolean;
  stores: boolean;
  denies: boolean;
  readonly data: (Stretch & { readonly generic: boolean })[];
  readonly purposes: (Stretch & { readonly vague: boolean })[];
  readonly parties: (Stretch & { readonly named: boolean })[];
}

const SHARES: ReadonlySet<string> = new Set(['share', 'transfer', 'disclose', 'sell', 'publish']);
const COLLECTS: ReadonlySet<string> = new Set(['collect', 'use', 'request-permission']);

function deedOf(action: RawStatement['action']): 'shares' | 'collects' | 'stores' | undefined {
  if (SHARES.has(action)) return 'shares';
  if (COLLECTS.has(action)) return 'collects';
  return action === 'store' ? 'stores' : undefined;
}

/** Sentences with what the statements say in them; a sentence without any statement of the operator's is left out. */
export function statedIn(statements: readonly RawStatement[]): ReadonlyMap<Sentence, Stated> {
  const found = new Map<Sentence, Told>();
  const toldIn = (sentence: Sentence): Told => {
    let told = found.get(sentence);
    if (!told) {
      told = { collects: false, shares: false, stores: false, denies: false, data: [], purposes: [], parties: [] };
      found.set(sentence, told);
    }
    return told;
  };
  for (const { negated, action, actor, verb, dataTypes, purposes, thirdParties } of statements) {
    if (actor.role === 'user' || actor.role === 'third-party') continue;
    const deed = negated ? 'denies' : deedOf(action);
    const done = (sentence: Sentence): void => {
      const told = toldIn(sentence);
      if (deed) told[deed] = true;
    };
    if (verb) done(verb.sentence);
    for (const { span } of dataTypes) done(span.sentence);
    if (negated || action === 'delete' || action === 'other') continue;
    for (const { span, generic } of dataTypes) {
      toldIn(span.sentence).data.push({ start: span.start, end: span.end, generic });
    }
    for (const { span, vague } of purposes) {
      toldIn(span.sentence).purposes.push({ start: span.start, end: span.end, vague });
    }
    for (const { span, kind } of thirdParties) {
      toldIn(span.sentence).parties.push({ start: span.start, end: span.end, named: kind === 'sdk' });
    }
  }
  return found;
}
