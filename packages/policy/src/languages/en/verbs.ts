import type { Action } from '@mingshi/model';
import type { Lexicon } from '@mingshi/knowledge';
import { inflect } from './inflection.ts';
import type { VerbForms } from './inflection.ts';
import { articles, isAdverb, possessives } from './function-words.ts';
import type { Token } from './tokens.ts';
import { stemOf } from './tokens.ts';

/** What kinds of verb the lexicon knows beside those of the actions. */
type VerbKind = 'give' | 'permit' | 'include' | 'other';

/** A verb of the lexicon, perhaps with further words: back up, have access to. */
export interface Verb {
  readonly lemma: string;
  readonly words: number;
  readonly actions: readonly Action[];
  readonly kinds: ReadonlySet<VerbKind>;
  /** Also a noun, as "use" and "record" are: only its surroundings tell. */
  readonly noun: boolean;
}

interface Entry {
  readonly verb: Verb;
  readonly forms: VerbForms;
  /** Stems that must follow. */
  readonly rest: readonly string[];
}

/** Verbs by the forms of their first word, those of more words first. */
export type Verbs = ReadonlyMap<string, readonly Entry[]>;

const KINDS: readonly VerbKind[] = ['give', 'permit', 'include', 'other'];
/** Actions of which the lexicon lists verbs. */
export const ACTIONS: readonly Action[] = [
  'collect',
  'sell',
  'publish',
  'disclose',
  'share',
  'transfer',
  'store',
  'use',
  'delete',
];

/** Builds the verbs of a lexicon from its lists `verb.*`. */
export function verbsOf(lexicon: Lexicon): Verbs {
  const known = new Map<string, { actions: Action[]; kinds: Set<VerbKind>; noun: boolean }>();
  const entry = (lemma: string): { actions: Action[]; kinds: Set<VerbKind>; noun: boolean } => {
    let found = known.get(lemma);
    if (!found) known.set(lemma, (found = { actions: [], kinds: new Set(), noun: false }));
    return found;
  };
  for (const action of ACTIONS)
    for (const lemma of lexicon.lists[`verb.${action}`] ?? []) entry(lemma).actions.push(action);
  for (const kind of KINDS) for (const lemma of lexicon.lists[`verb.${kind}`] ?? []) entry(lemma).kinds.add(kind);
  for (const lemma of lexicon.lists['verb.noun-too'] ?? []) entry(lemma).noun = true;
  const verbs = new Map<string, Entry[]>();
  for (const [lemma, { actions, kinds, noun }] of known) {
    const [first = '', ...rest] = lemma.toLowerCase().split(/[ -]/);
    const verb: Verb = { lemma, words: rest.length + 1, actions, kinds, noun: noun && rest.length === 0 };
    for (const [form, forms] of inflect(first)) {
      let entries = verbs.get(form);
      if (!entries) verbs.set(form, (entries = []));
      entries.push({ verb, forms, rest: rest.map(stemOf) });
    }
  }
  for (const entries of verbs.values()) entries.sort((a, b) => b.rest.length - a.rest.length);
  return verbs;
}

/** A verb at a token: `end` is behind its last word. */
export interface VerbAt {
  readonly verb: Verb;
  readonly forms: VerbForms;
  readonly end: number;
  /** "no" or "not" inside: have no access to. */
  readonly denied: boolean;
}

/** Words that may stand inside a verb of several words: have *limited* access to, make it *publicly* available. */
const INSIDE = new Set(
  [
    'a an the any full direct limited no not your it them such further temporary certain this us our other',
    'additional you request requests',
  ].flatMap((line) => line.split(' ')),
);
const SEPARABLE = new Set(
  [
    'have has had having gain gained gaining get provide process processing use using grant make makes made',
    'making keep keeping maintain',
  ].flatMap((line) => line.split(' ')),
);

/** The verb that begins at a token, the one of most words. */
export function verbAt(verbs: Verbs, tokens: readonly Token[], at: number): VerbAt | undefined {
  const first = tokens[at] as Token;
  const entries = verbs.get(first.text);
  if (!entries) return undefined;
  for (const { verb, forms, rest } of entries) {
    let i = at + 1;
    let denied = false;
    let matched = true;
    for (const stem of rest) {
      let token = tokens[i];
      for (let skipped = 0; token && token.stem !== stem && skipped < 3; skipped++) {
        if (
          !isAdverb(token.text) &&
          !articles.has(token.text) &&
          !possessives.has(token.text) &&
          !(SEPARABLE.has(first.text) && INSIDE.has(token.text))
        )
          break;
        if (token.text === 'no' || token.text === 'not') denied = true;
        token = tokens[++i];
      }
      if (token?.stem !== stem) {
        matched = false;
        break;
      }
      i++;
    }
    if (matched) return { verb, forms, end: i, denied };
  }
  return undefined;
}
