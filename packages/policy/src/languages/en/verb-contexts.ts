import {
  articles,
  coordinators,
  forms,
  isAdverb,
  isFunctionWord,
  possessives,
  prepositions,
} from './function-words.ts';
import { isQuote } from './phrases.ts';
import type { Token } from './tokens.ts';
import type { Pending, VerbGroup } from './verb-groups.ts';
import { verbAt } from './verbs.ts';
import type { VerbAt, Verbs } from './verbs.ts';

/* Whether a word that can be a verb is one: what stands around it tells. */

const DEMONSTRATIVES = new Set(['this', 'these', 'those']);
const PLURALS = new Set(['people', 'children', 'data', 'who', 'staff', 'personnel']);

/** A form of a verb that may be a noun or an adjective as well, where it stands. */
export interface Candidate {
  readonly found: VerbAt;
  readonly tokens: readonly Token[];
  readonly at: number;
  readonly pending: Pending | undefined;
  /** The verb group before it. */
  readonly last: VerbGroup | undefined;
  /** Whether it stands inside the name of data. */
  readonly taken: boolean;
}

/** Whether a form of a verb is one here, and not a noun or adjective. */
export function isVerbHere(candidate: Candidate): boolean {
  const { found, tokens, at, pending, last, taken } = candidate;
  const { verb, forms: kinds, end } = found;
  if (pending && pending.between === 0 && (pending.be || pending.have || pending.do || pending.modal || pending.to))
    return isBehindAuxiliary(found, pending, tokens);
  if (pending?.inverted) return kinds.base || kinds.participle;
  const before = wordBefore(tokens, at);
  const next = tokens[end];
  if (kinds.ing)
    return !taken && !isCompound(tokens, at) && !articles.has(before) && !possessives.has(before) && next?.text !== 'of';
  // "share that aggregated information"
  if (before === 'that' && kinds.participle && !kinds.base && last?.end === at - 1 && startsNounPhrase(tokens, end)) return false;
  if (STRONG_SUBJECTS.has(before) || (pending && (pending.negated || pending.aside)))
    return (kinds.base || kinds.third || kinds.past) && !(before === 'that' && isNounPhraseAhead(found, tokens));
  // "the app shares your name": no noun stands right before an article or a possessive
  if (taken) return kinds.third && verb.words === 1 && (isTransitive(before, next) || isSecond(tokens, at, next, last));
  // "the app need use your microphone"
  if (before === 'need' && kinds.base && startsNounPhrase(tokens, end)) return true;
  if (kinds.participle && !kinds.base) return !isAdjective(tokens, at, last);
  if (verb.words > 1 || (!kinds.base && !kinds.third)) return true;
  return isVerbBehind(before, candidate);
}

function isBehindAuxiliary({ forms: kinds, end }: VerbAt, { be, have, modal, to }: Pending, tokens: readonly Token[]): boolean {
  // "will be collect your number", as half-translated policies have it
  if (be) return kinds.participle || kinds.ing || (modal !== '' && kinds.base && startsNounPhrase(tokens, end));
  if (have && !modal && !to) return kinds.participle;
  if (have) return kinds.participle || kinds.base;
  // "may gets", as half-translated policies have it
  return kinds.base || (modal !== '' && kinds.third);
}

/** Whether a base form or a third person is a verb behind a word that is neither its subject for sure nor its auxiliary. */
function isVerbBehind(before: string, { found, tokens, at, last }: Candidate): boolean {
  const { verb, forms: kinds, end } = found;
  if (coordinators.has(before) || before === ',' || before === '/') {
    // "Acme, a maker of toys, collects"
    if (!last) return kinds.third && !verb.noun && startsNounPhrase(tokens, end);
    return !verb.noun || isChain(tokens, last.end, at) || startsNounPhrase(tokens, end);
  }
  if (before === '' || before === ':' || before === ';' || before === ')') return startsNounPhrase(tokens, end) || !verb.noun;
  if (DEMONSTRATIVES.has(before) && !verb.noun) return true;
  if (articles.has(before) || possessives.has(before) || prepositions.has(before) || BEFORE_NOUN.has(before)) return false;
  return isVerbBehindNoun(before, found, tokens, at);
}

function isVerbBehindNoun(before: string, { verb, forms: kinds, end }: VerbAt, tokens: readonly Token[], at: number): boolean {
  const next = tokens[end];
  const plural = before.endsWith('s') && !before.endsWith('ss') && !before.endsWith('lytics');
  // "the app collect your name", as half-translated policies have it
  if (kinds.base && AGENTS.has(before) && isLed(tokens[at - 2]) && isLed(next)) return true;
  if (!verb.noun) return kinds.third ? !plural : plural || PLURALS.has(before);
  const complements = verb.kinds.has('permit') && next?.text === 'to';
  // "the app records and stores your name"
  const chained = kinds.third && !plural && coordinators.has(next?.text ?? '') && leadsOn(tokens, end + 1);
  if (!complements && !chained && !startsNounPhrase(tokens, end)) return false;
  return kinds.third ? !plural && !isFunctionWord(before) : plural;
}

const BEFORE_NOUN = new Set(['of', 'about', 'to']);
const AGENTS = new Set(['app', 'application', 'company', 'developer', 'software', 'platform']);

/** A singular noun before a third person and the beginning of an object behind it. */
function isTransitive(before: string, next: Token | undefined): boolean {
  if (isFunctionWord(before) || before.endsWith('s') || next === undefined || next.text === 'that') return false;
  return isLed(next) || isData(next.text) || (AGENTS.has(before) && prepositions.has(next.text));
}

/** "uses or shares your name" */
function isSecond(tokens: readonly Token[], at: number, next: Token | undefined, last: VerbGroup | undefined): boolean {
  return isLed(next) && last !== undefined && last.end < at && last.form === 'finite' && isChain(tokens, last.end, at);
}

/** "uses or may share", "records and stores your" */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.tag === 'modal' || (tokens[at]?.text.endsWith('s') === true && startsNounPhrase(tokens, at + 1));
}

function isLed(token: Token | undefined): boolean {
  return token !== undefined && (articles.has(token.text) || possessives.has(token.text));
}

const STRONG_SUBJECTS = new Set(['we', 'i', 'you', 'they', 'who', 'it', 'which', 'that', 'please']);

/** "facial tracking information": a word in -ing inside a noun phrase. */
function isCompound(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const isNoun = before?.kind === 'word' && !isFunctionWord(before.text) && before.stem === before.text;
  return (at === 0 || isNoun) && COMPOUND_HEADS.has(tokens[at + 1]?.stem ?? '');
}

const COMPOUND_HEADS = new Set(
  'information data technology tool software device number detail and partner provider vendor company agency'.split(
    ' ',
  ),
);

function isNounPhraseAhead(found: VerbAt, tokens: readonly Token[]): boolean {
  return found.verb.noun && !startsNounPhrase(tokens, found.end);
}

/** "the collected data", "stored information": a participle before its noun. */
function isAdjective(tokens: readonly Token[], at: number, last: VerbGroup | undefined): boolean {
  const before = wordBefore(tokens, at);
  const next = tokens[at + 1];
  if (!next || next.kind === 'sign' || isFunctionWord(next.text) || next.text === 'to') return false;
  if (last?.end === at && !last.passive) return true;
  return (
    before === '' ||
    before === ':' ||
    before === ',' ||
    articles.has(before) ||
    possessives.has(before) ||
    prepositions.has(before) ||
    before === 'of' ||
    before === 'about' ||
    coordinators.has(before)
  );
}

/** An article, possessive or plain word begins what a verb acts on. */
export function startsNounPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (!next) return false;
  if (isQuote(next.text)) return startsNounPhrase(tokens, at + 1);
  if (next.kind === 'sign') return false;
  if (articles.has(next.text) || possessives.has(next.text) || OBJECTS.has(next.text)) return true;
  // "publicly available information"
  if (next.tag === 'adverb' && next.text.endsWith('ly')) return startsNounPhrase(tokens, at + 1);
  return !isFunctionWord(next.text) && !forms.be.has(next.text);
}

const OBJECTS = new Set(['you', 'us', 'them', 'it', 'information', 'data', 'personal', 'certain']);
const isData = (word: string): boolean => word === 'information' || word === 'data' || word === 'personal';

/** The word before a token; adverbs and quotation marks do not count. '' at the beginning. */
export function wordBefore(tokens: readonly Token[], at: number): string {
  for (let i = at - 1; i >= 0; i--) {
    const { text } = tokens[i] as Token;
    if (isQuote(text) || (isAdverb(text) && text !== 'not' && text !== 'never')) continue;
    return text;
  }
  return '';
}

/** Words that "to" belongs to as a preposition. */
const BEFORE_TO = new Set(
  [
    'addition due according related relating pursuant subject prior respect regard similar thanks owing relation',
    'response reference linked access connection next close respond',
  ].flatMap((line) => line.split(' ')),
);

/** "to" before a verb and not before a noun: to share, but not to third parties. */
export function leadsVerb(tokens: readonly Token[], at: number, verbs: Verbs): boolean {
  if (BEFORE_TO.has(tokens[at - 1]?.text ?? '')) return false;
  let i = at + 1;
  while (tokens[i] && isAdverb((tokens[i] as Token).text)) i++;
  const next = tokens[i];
  if (!next || next.kind === 'sign') return false;
  if (next.text === 'be' || next.text === 'have' || next.text === 'do') return true;
  const found = verbAt(verbs, tokens, i);
  if (found)
    return (
      found.forms.base &&
      (!found.verb.noun || startsNounPhrase(tokens, found.end) || !/^(?:your|our|the)$/.test(tokens[i - 1]?.text ?? ''))
    );
  if (isFunctionWord(next.text) || /^(?:information|data|details|content)$/.test(next.text)) return false;
  const after = tokens[i + 1];
  return (
    !!after &&
    (articles.has(after.text) || possessives.has(after.text) || after.text === 'with' || after.text === 'you')
  );
}

/** A word behind a subject pronoun that is not known as a verb but must be one: "we cooperate". */
export function isStrangeVerb(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.tag !== '') return false;
  const before = wordBefore(tokens, at);
  if (before !== 'we' && before !== 'they' && before !== 'i' && before !== 'you') return false;
  if (before !== 'you') return true;
  const earlier = tokens[at - 2]?.text ?? '';
  return (
    earlier === '' ||
    earlier === ',' ||
    coordinators.has(earlier) ||
    ['if', 'when', 'that', 'where', 'whether', 'once', 'unless', 'information', 'while'].includes(earlier)
  );
}

/** Only commas, conjunctions and adverbs between two verbs. */
export function isChain(tokens: readonly Token[], from: number, to: number): boolean {
  if (from >= to) return from === to;
  for (let i = from; i < to; i++) {
    const { text } = tokens[i] as Token;
    if (
      text !== ',' &&
      text !== '/' &&
      text !== 'and' &&
      text !== 'or' &&
      text !== 'nor' &&
      text !== '&' &&
      !isAdverb(text)
    )
      return false;
  }
  return true;
}
