import {
  articles,
  conditionals,
  coordinators,
  isAdverb,
  isFunctionWord,
  possessives,
  prepositions,
} from './function-words.ts';
import type { Mention } from './mentions.ts';
import type { Party, PartyAt } from './parties.ts';
import { isQuote } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Who acts; `data` when the subject is data: "your address is collected". */
export type Role = 'first-party' | 'third-party' | 'user' | 'unknown' | 'data';

/** The subject in front of a verb group, and the kind of clause that the two make. */
export interface Subject {
  readonly role: Role;
  /** First and last token of the words that name it; equal when none do. */
  readonly start: number;
  readonly end: number;
  /** Where its whole phrase begins. */
  readonly from: number;
  readonly clause: 'main' | 'relative' | 'condition' | 'exception' | 'that' | 'question';
  /** "no", "none of", "neither": the subject denies the verb. */
  readonly negated: boolean;
  /** Nothing stands between the verb and the clause before it: the subject is that of the verb before. */
  readonly shared: boolean;
}

const FIRST = new Set(['we', 'i', 'us', 'our']);
const BOUNDARIES = new Set([';', ':', '(', ')', '[', ']', '\u2022', '\u25cf', '-', '\u2013', '\u2014']);
const EXCEPTIONS = new Set(['unless', 'until', 'except']);
const QUESTIONS = new Set(['whether', 'how', 'why', 'what', 'whom', 'whose']);
const RELATIVES = new Set(['that', 'which', 'who']);
const NONE = new Set(['no', 'none', 'neither', 'nobody', 'nothing', 'nor']);

/** Finds the subject of a finite verb group by looking back as far as the verb group before it. */
export function subjectOf(
  tokens: readonly Token[],
  group: VerbGroup,
  floor: number,
  parties: readonly PartyAt[],
  mentions: readonly Mention[],
): Subject {
  const end = group.inverted ? group.head : group.start;
  const before = lastWord(tokens, end, floor);
  const word = tokens[before]?.text ?? '';
  if (group.inverted) return ofInverted(tokens, group, parties);
  if (RELATIVES.has(word) && before >= floor) {
    const after = tokens[before - 1];
    const role = roleBefore(before, floor, parties, mentions);
    const clause = after && (after.kind === 'word' || after.text === ',' || after.text === ')') ? 'relative' : 'main';
    return { role, start: before, end: before + 1, from: before, clause, negated: false, shared: false };
  }
  if (before < floor || coordinators.has(word) || tokens[before]?.kind === 'sign') {
    return { role: 'unknown', start: end, end, from: end, clause: 'main', negated: word === 'nor', shared: true };
  }
  const phrase = phraseStart(tokens, before, floor);
  const own = group.passive ? phrase : ownStart(tokens, phrase, before + 1, parties, mentions);
  // "data the app collects", but "with these data the app shows"
  const isFronted = prepositions.has(tokens[phrase]?.text ?? '') && tokens[phrase - 1]?.kind !== 'word';
  const start = isFronted ? phrase : own;
  const opener = tokens[start - 1]?.text ?? '';
  const named = parties.find(
    (party) =>
      party.start >= start &&
      party.start < end &&
      (party.start === start || !prepositions.has(tokens[party.start - 1]?.text ?? '')),
  );
  const data = mentions.find((mention) => mention.start >= start && mention.end <= end);
  const role = word === 'they' ? roleOfThey(parties, start) : roleOf(named, data, tokens, start, before);
  const negated = NONE.has(tokens[start]?.text ?? '') || NONE.has(opener);
  const name = named ?? { start, end: before + 1 };
  return {
    role,
    start: name.start,
    end: name.end,
    from: start,
    clause: clauseOf(tokens, start, floor, named),
    negated,
    shared: false,
  };
}

/** Where the subject begins in "the information our app collects": two names side by side are the object and the subject. */
function ownStart(tokens: readonly Token[], from: number, end: number, parties: readonly PartyAt[], mentions: readonly Mention[]): number {
  const party = parties.find((one) => one.end === end && one.start > from);
  if (!party) return from;
  const isDetermined = (at: number): boolean => articles.has(tokens[at]?.text ?? '') || possessives.has(tokens[at]?.text ?? '');
  const start = isDetermined(party.start) ? party.start : isDetermined(party.start - 1) ? party.start - 1 : -1;
  return mentions.some((mention) => mention.end === start) ? start : from;
}

function ofInverted(tokens: readonly Token[], group: VerbGroup, parties: readonly PartyAt[]): Subject {
  const named = parties.find((party) => party.start >= group.start && party.end <= group.head);
  const opener = tokens[group.start - 1]?.text ?? '';
  return {
    role: named && named.party !== 'authority' ? named.party : 'unknown',
    start: named?.start ?? group.start,
    end: named?.end ?? group.start,
    from: group.start,
    clause: opener !== '' && opener !== ',' && /information|data|cookies/.test(opener) ? 'relative' : 'main',
    negated: false,
    shared: false,
  };
}

function roleOf(
  named: PartyAt | undefined,
  data: Mention | undefined,
  tokens: readonly Token[],
  start: number,
  last: number,
): Role {
  if (named && (!data || named.start < data.start) && !isOwner(tokens, named)) return roleOfParty(named.party);
  if (data) return 'data';
  if (named) return roleOfParty(named.party);
  const word = tokens[last]?.text ?? '';
  if (word === 'he' || word === 'she' || word === 'please') return 'user';
  if (word === 'it' || word === 'these' || word === 'those') return 'unknown';
  return tokens[start]?.text === 'this' || tokens[start]?.text === 'such' ? 'data' : 'unknown';
}

/** "they": users where only they were named, else third parties. */
function roleOfThey(parties: readonly PartyAt[], at: number): Role {
  const before = parties.filter((party) => party.end <= at);
  return before.some(({ party }) => party === 'user') && !before.some(({ party }) => party === 'third-party')
    ? 'user'
    : 'third-party';
}

/** "users' names": the party owns what the phrase names. */
function isOwner(tokens: readonly Token[], party: PartyAt): boolean {
  return /'s?$/.test(tokens[party.end - 1]?.text ?? '') || tokens[party.end]?.text === "'";
}

function roleOfParty(party: Party): Role {
  return party === 'authority' ? 'third-party' : party;
}

/** The role of what a relative pronoun stands for. */
function roleBefore(at: number, floor: number, parties: readonly PartyAt[], mentions: readonly Mention[]): Role {
  const data = mentions.findLast((mention) => mention.end <= at && mention.start >= floor);
  const named = parties.findLast((party) => party.end <= at && party.start >= floor);
  if (named && (!data || named.end > data.end) && at - named.end <= 6) return roleOfParty(named.party);
  return data ? 'data' : 'unknown';
}

/** Index of the last word before a place, adverbs and quotation marks left out; below `floor` when there is none. */
function lastWord(tokens: readonly Token[], from: number, floor: number): number {
  let i = from - 1;
  while (i >= floor) {
    const { text } = tokens[i] as Token;
    if (!isQuote(text) && !isAdverb(text)) break;
    i--;
  }
  return i;
}

/** Where the noun phrase that ends at a token begins. */
function phraseStart(tokens: readonly Token[], last: number, floor: number): number {
  let i = last;
  if (FIRST.has(tokens[i]?.text ?? '') || ['you', 'they', 'it'].includes(tokens[i]?.text ?? '')) {
    // "our partners and we": the pronoun is enough, but "you and we" begins with the first
    return i;
  }
  while (i - 1 >= floor) {
    const { text } = tokens[i - 1] as Token;
    if (
      text === ',' ||
      BOUNDARIES.has(text) ||
      conditionals.has(text) ||
      RELATIVES.has(text) ||
      QUESTIONS.has(text) ||
      text === 'but'
    )
      break;
    if (i - 1 < last - 16 || (coordinators.has(text) && floor > 0)) break;
    i--;
  }
  return i;
}

function clauseOf(
  tokens: readonly Token[],
  start: number,
  floor: number,
  named: PartyAt | undefined,
): Subject['clause'] {
  let i = start - 1;
  while (i >= floor && (isAdverb(tokens[i]?.text ?? '') || coordinators.has(tokens[i]?.text ?? ''))) i--;
  const opener = i >= floor ? tokens[i] : undefined;
  if (!opener) return 'main';
  const { text } = opener;
  if (EXCEPTIONS.has(text)) return 'exception';
  if (text === 'that' || text === 'which' || text === 'whom') {
    const before = tokens[i - 1];
    return text !== 'that' || (before && before.kind === 'word' && !isFunctionWord(before.text)) ? 'relative' : 'that';
  }
  if (QUESTIONS.has(text)) return 'question';
  if (conditionals.has(text)) return 'condition';
  if (text === ',' || opener.kind === 'sign' || text === 'but') return 'main';
  // "information we collect": a pronoun right behind a noun
  const pronoun = tokens[start]?.text ?? '';
  const isPronoun =
    FIRST.has(pronoun) ||
    pronoun === 'you' ||
    pronoun === 'they' ||
    (named !== undefined && (articles.has(pronoun) || possessives.has(pronoun)));
  if (FIRST.has(pronoun) && endsCondition(tokens, start)) return 'main';
  return isPronoun && !isFunctionWord(text) ? 'relative' : 'main';
}

/** "When you open an account we store your name": the condition ends without a comma, unless a later one ends it. */
function endsCondition(tokens: readonly Token[], at: number): boolean {
  let opener = at - 1;
  while (opener >= 0 && tokens[opener]?.kind === 'word' && !OPENERS.has(tokens[opener]?.text ?? '')) opener--;
  if (!OPENERS.has(tokens[opener]?.text ?? '') || tokens[opener - 1]?.kind === 'word') return false;
  return !tokens.some(({ text }, i) => i > at && text === ',' && PRONOUNS.has(tokens[i + 1]?.text ?? ''));
}

const OPENERS = new Set(['when', 'whenever', 'if', 'once', 'after']);
const PRONOUNS = new Set([...FIRST, 'you', 'they', 'it', 'the', 'this']);
