import type { Comparison, Data, Found, Rule } from '@mingshi/model';

/** A sentence in both languages, made from the facts of one message. */
export interface Sentence<F> {
  readonly zh: (facts: F) => string;
  readonly en: (facts: F) => string;
}

/** What `check` yields: a message of the rule with exactly the facts which that message is made of. */
export type Yielded<M> = {
  [K in keyof M & string]: Omit<Found, 'message' | 'data'> & { message: K; data: M[K] };
}[keyof M & string];

/** A rule as its author writes it: `M` names each message and the facts it needs. */
export interface RuleDefinition<M extends { readonly [K in keyof M]: Data }> extends Omit<
  Rule,
  'messages' | 'suggestions' | 'check'
> {
  readonly messages: { readonly [K in keyof M]: Sentence<M[K]> };
  readonly suggestions: Readonly<Record<string, Sentence<M[keyof M]>>>;
  readonly check: (comparison: Comparison) => Iterable<Yielded<M>>;
}

/** Makes a rule of its definition, so that a message without its facts, or without a language, does not compile. */
export function defineRule<M extends { readonly [K in keyof M]: Data }>(definition: RuleDefinition<M>): Rule {
  // The definition is checked fact by fact above; from here on facts are plain data again.
  return definition as unknown as Rule;
}
