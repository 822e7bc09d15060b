import type { Text } from '@mingshi/knowledge';
import type { Comparison, Data, Found, Paragraph, Rule, RowColumn } from '@mingshi/model';

/** A sentence in both languages, made from the facts of one message. */
export interface Sentence<F> {
  readonly zh: (facts: F) => string;
  readonly en: (facts: F) => string;
}

/** A paragraph to add, made from the facts of a message. */
export interface Wording<F> extends Sentence<F> {
  readonly part: Paragraph['part'];
  readonly row?: (facts: F) => Readonly<Record<RowColumn, Text>>;
}

/** A suggestion that proposes a paragraph, with what else there is to do. */
export function toAdd<F>(paragraph: Wording<F>, after: Text = { zh: '', en: '' }): Sentence<F> {
  return {
    zh: (facts) => `补写：「${paragraph.zh(facts)}」${after.zh}`,
    en: (facts) => `Add: "${paragraph.en(facts)}"${after.en === '' ? '' : ` ${after.en}`}`,
  };
}

/** What `check` yields: a message of the rule with exactly the facts which that message is made of. */
export type Yielded<M> = {
  [K in keyof M & string]: Omit<Found, 'message' | 'data'> & { message: K; data: M[K] };
}[keyof M & string];

/** A rule as its author writes it: `M` names each message and the facts it needs. */
interface RuleDefinition<M extends { readonly [K in keyof M]: Data }> extends Omit<
  Rule,
  'messages' | 'suggestions' | 'paragraphs' | 'check'
> {
  readonly messages: { readonly [K in keyof M]: Sentence<M[K]> };
  readonly suggestions: Readonly<Record<string, Sentence<M[keyof M]>>>;
  readonly paragraphs?: Readonly<Record<string, Wording<M[keyof M]>>>;
  readonly check: (comparison: Comparison) => Iterable<Yielded<M>>;
}

/** Makes a rule of its definition, so that a message without its facts, or without a language, does not compile. */
export function defineRule<M extends { readonly [K in keyof M]: Data }>(definition: RuleDefinition<M>): Rule {
  // The definition is checked fact by fact above; from here on facts are plain data again.
  return definition as unknown as Rule;
}
