import { onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import type { ThirdParty } from '@mingshi/model';
import { cutterOf } from '../../text/matcher.ts';
import { squeeze } from './line.ts';

/** Classes of verbs, as the lexicon lists them under `verb.…`. */
const VERBS = [
  'collect', 'provide', 'use', 'base', 'need', 'by', 'store', 'share', 'transfer', 'disclose', 'publish', 'sell',
  'delete', 'request', 'right', 'other',
] as const;
/** The classes of verbs, by what they do with data. */
export type Verb = (typeof VERBS)[number];

const PARTIES = ['sdk', 'affiliate', 'partner', 'authority', 'unnamed', 'known'] as const;

/** A little word that the grammar turns on. */
type Cue = 'take' | 'to' | 'by-whom' | 'purpose' | 'condition' | 'time' | 'definition';

/** What a word can be; what it is, its neighbours decide. */
export interface Word {
  data: { readonly id: string; readonly generic: boolean; readonly weak: boolean } | undefined;
  verb: Verb | undefined;
  actor: 'first-party' | 'user' | undefined;
  party: ThirdParty['kind'] | 'known' | undefined;
  cue: Cue | undefined;
  /** Means nothing here and keeps the words inside it from being read. */
  not: boolean;
}

/** All words have all fields: the grammar asks for them everywhere, and objects that are alike are read fastest. */
export function newWord(): Word {
  return { data: undefined, verb: undefined, actor: undefined, party: undefined, cue: undefined, not: false };
}

function isEmpty({ data, verb, actor, party, cue, not }: Word): boolean {
  return !data && !verb && !actor && !party && !cue && !not;
}

/** A word at its place in a line. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
}

/** Cuts a line into the words that are known, the longest at each place. */
export type Reader = (text: string) => Token[];

/** The reader of the lexicon, built once. */
export const readerOf: (knowledge: Knowledge) => Reader = onceFor(buildReader);

function buildReader(knowledge: Knowledge): Reader {
  return cutterOf(wordsOf(knowledge), isWhole, (start, end, word) => ({ start, end, word }));
}

const CUES: Readonly<Record<Cue, readonly string[]>> = {
  take: ['将', '把', '对', '就', '针对'],
  to: ['向', '与', '给', '和', '同', '至', '给予', '到'],
  'by-whom': ['由', '被'],
  purpose: ['为了', '以便', '以便于', '便于', '以供', '从而', '旨在', '目的是', '目的在于', '用途是', '是为了', '使得', '为实现'],
  condition: ['当', '如果', '若', '如您', '如用户', '一旦', '除非', '如需'],
  time: ['时', '时候', '过程中', '期间', '情况下', '场景下', '前提下', '情形下', '之后', '后', '之前'],
  definition: ['是指', '指的是', '系指'],
};

function wordsOf(knowledge: Knowledge): Map<string, Word> {
  const lexicon = knowledge.lexicons.zh;
  const generic = new Map(knowledge.dataTypes.map((type) => [type.id, type.generic]));
  const words = new Map<string, Word>();
  const entry = (text: string): Word => {
    const key = squeeze(text).toLowerCase();
    let word = words.get(key);
    if (!word) words.set(key, (word = newWord()));
    return word;
  };
  const list = (name: string): readonly string[] => lexicon.lists[name] ?? [];
  for (const { type, words: names, weak: weakly } of lexicon.data) {
    const weakHere = new Set(weakly);
    for (const name of names) {
      entry(name).data ??= { id: type, generic: generic.get(type) ?? false, weak: weakHere.has(name) };
    }
  }
  for (const verb of VERBS) for (const name of list(`verb.${verb}`)) entry(name).verb ??= verb;
  for (const role of ['first', 'user'] as const) {
    for (const name of list(`actor.${role}`)) entry(name).actor ??= role === 'first' ? 'first-party' : 'user';
  }
  for (const party of PARTIES) for (const name of list(`party.${party}`)) entry(name).party ??= party;
  for (const [cue, names] of Object.entries(CUES)) for (const name of names) entry(name).cue ??= cue as Cue;
  for (const name of [...lexicon.data.flatMap(({ except }) => except), ...list('data.not')]) {
    if (!entry(name).data) entry(name).not = true;
  }
  for (const name of list('compounds')) {
    const word = entry(name);
    if (isEmpty(word)) word.not = true;
  }
  return words;
}

/** Latin words are found whole only: no "mac" in "machine". */
function isWhole(text: string, start: number, end: number): boolean {
  return !(
    (isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) ||
    (isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end)))
  );
}

function isLatin(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}
