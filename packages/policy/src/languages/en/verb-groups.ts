import { behindAside, verbBehind } from './asides.ts';
import { articles, isAdverb, isFunctionWord, negations, possessives, prepositions, subjectPronouns } from './function-words.ts';
import { isQuote } from './phrases.ts';
import type { Token } from './tokens.ts';
import { isStrangeVerb, isVerbHere, leadsVerb, startsNounPhrase, wordBefore } from './verb-contexts.ts';
import { verbAt } from './verbs.ts';
import type { Verb, VerbAt, Verbs } from './verbs.ts';

/** A verb with its auxiliaries: "may also not be shared" is one group. */
export interface VerbGroup {
  /** First token: an auxiliary, "to", or the verb itself. */
  readonly start: number;
  readonly head: number;
  /** Behind the last word of the verb. */
  readonly end: number;
  /** Absent for a verb that the lexicon does not know, and for "be" as a full verb. */
  readonly verb: Verb | undefined;
  readonly form: 'finite' | 'infinitive' | 'ing' | 'participle' | 'noun' | 'copula';
  readonly passive: boolean;
  readonly negated: boolean;
  readonly modal: string;
  /** The subject stands behind the first auxiliary: do we collect. */
  readonly inverted: boolean;
  /** Nothing but the verb's own form says that it is finite: an item or an order. */
  readonly bare: boolean;
}

/** Auxiliaries that wait for their verb. */
export interface Pending {
  start: number;
  modal: string;
  be: boolean;
  have: boolean;
  do: boolean;
  to: boolean;
  negated: boolean;
  inverted: boolean;
  /** Only words between the subject and its verb: "we, with your consent, share". */
  aside: boolean;
  /** Words of the subject that stand between auxiliary and verb. */
  between: number;
}

/** A sentence while its verb groups are looked for, left to right. */
interface Scan {
  readonly tokens: readonly Token[];
  readonly verbs: Verbs;
  /** Tells tokens inside the name of data. */
  readonly taken: (at: number) => boolean;
  readonly nounAt: (at: number) => VerbAt | undefined;
  readonly groups: VerbGroup[];
  pending: Pending | undefined;
}

/** Finds the verb groups of a sentence, left to right. `taken` tells tokens inside the name of data. */
export function verbGroupsOf(
  tokens: readonly Token[],
  verbs: Verbs,
  taken: (at: number) => boolean,
  nounAt: (at: number) => VerbAt | undefined,
): VerbGroup[] {
  const scan: Scan = { tokens, verbs, taken, nounAt, groups: [], pending: undefined };
  let at = 0;
  while (at < tokens.length) at = readToken(scan, at);
  giveUp(scan, at);
  return scan.groups;
}

/** Reads what begins at a token; where to go on. */
function readToken(scan: Scan, at: number): number {
  const { tokens, pending } = scan;
  const { kind, text, tag } = tokens[at] as Token;
  // the name of a browser setting
  if (text === 'do' && tokens[at + 1]?.text === 'not' && tokens[at + 2]?.text === 'track') {
    giveUp(scan, at);
    return at + 3;
  }
  if (kind === 'sign') {
    const behind = text === ',' ? behindAside(tokens, scan.verbs, pending, at) : at;
    if (behind > at) {
      if (!pending) open(scan, at).aside = true;
      return behind;
    }
    if (!isQuote(text)) giveUp(scan, at);
    return at + 1;
  }
  if (pending && pending.modal !== '' && !pending.be && !pending.have && pending.between === 0 && tag === 'function' && prepositions.has(text)) {
    const verb = verbBehind(tokens, scan.verbs, at);
    if (verb > at) return verb;
  }
  const found = text === 'including' ? undefined : verbAt(scan.verbs, tokens, at);
  // "have access to" before the auxiliary "have"
  const isPhrase = found && found.verb.words > 1 && !(pending?.be === true && text === 'going');
  // "the app gets your location", but "gets collected"
  const isGetting = tag === 'be' && found?.verb.lemma === 'get' && takesObject(tokens, at + 1, scan.verbs);
  if (found && (isPhrase || isGetting) && isVerb(scan, found, at)) return closeVerb(scan, found, at);
  return readAuxiliary(scan, at) ?? readVerb(scan, found, at);
}

/** Reads a word that stands before a verb and belongs to it; undefined for any other. */
function readAuxiliary(scan: Scan, at: number): number | undefined {
  const { tokens, pending } = scan;
  const { text, tag } = tokens[at] as Token;
  if (tag === 'modal') {
    // "nor will we collect"
    const isDenied = pending?.negated === true && pending.start === at - 1;
    if (pending && !pending.to && !isDenied) giveUp(scan, at);
    const now = open(scan, at);
    now.modal ||= text;
    now.negated ||= negations.has(text);
  } else if (tag === 'be' || tag === 'have' || tag === 'do') {
    const now = open(scan, at);
    now[tag] = true;
    now.negated ||= negations.has(text);
  } else if (pending?.be && STATES.has(text) && tokens[at + 1]?.text === 'to') {
    // "is able to", "are not allowed to": what follows "to" is what counts
    pending.negated ||= text === 'unable';
    pending.modal ||= 'can';
    pending.be = false;
    return at + 2;
  } else if (text === 'not' || text === 'never' || text === 'nt') {
    // "not only", "not limited to" deny nothing
    if (!UNDENIED.has(tokens[at + 1]?.text ?? '')) open(scan, at).negated = true;
  } else if (text === 'nor') {
    giveUp(scan, at);
    open(scan, at).negated = true;
  } else if (text === 'neither') {
    giveUp(scan, at);
    // "we neither collect nor share"; "neither we nor our vendors" is a subject
    const denied = verbAt(scan.verbs, tokens, at + 1);
    if (at > 0 && denied && !denied.verb.noun && tokens[at - 1]?.kind === 'word') open(scan, at).negated = true;
  } else if (text === 'to' && leadsVerb(tokens, at, scan.verbs)) {
    if (pending && (pending.be || pending.have || pending.do || pending.modal)) giveUp(scan, at);
    else if (!pending?.negated) scan.pending = undefined;
    open(scan, at).to = true;
  } else if (tag !== 'adverb' && !(tag === 'function' && isAdverb(text))) return undefined;
  return at + 1;
}

/** Reads any other word: the verb, the subject between it and its auxiliary, or what ends the group. */
function readVerb(scan: Scan, found: VerbAt | undefined, at: number): number {
  const { tokens, pending, taken } = scan;
  if (pending && !(found && endsInversion(found, pending, tokens, at)) && isSubjectInside(tokens, at, pending)) {
    pending.inverted = true;
    pending.between++;
    return at + 1;
  }
  if (found && isVerb(scan, found, at)) return closeVerb(scan, found, at);
  const noun = !taken(at) || found ? scan.nounAt(at) : undefined;
  if (noun) {
    giveUp(scan, at);
    return close(scan, at, noun.end, 'noun', { verb: noun.verb });
  }
  if (pending?.to) return close(scan, at, at + 1, 'infinitive');
  if (!pending && !taken(at) && isStrangeVerb(tokens, at)) return close(scan, at, at + 1, 'finite');
  giveUp(scan, at);
  return at + 1;
}

function isVerb({ tokens, pending, groups, taken }: Scan, found: VerbAt, at: number): boolean {
  return isVerbHere({ found, tokens, at, pending, last: groups.at(-1), taken: taken(at) });
}

function open(scan: Scan, at: number): Pending {
  return (scan.pending ??= {
    start: at,
    modal: '',
    be: false,
    have: false,
    do: false,
    to: false,
    negated: false,
    inverted: false,
    aside: false,
    between: 0,
  });
}

/** Ends a group, with the auxiliaries that waited for it; where to go on. */
function close(
  scan: Scan,
  head: number,
  end: number,
  form: VerbGroup['form'],
  { verb, passive = false, denied = false }: { verb?: Verb; passive?: boolean; denied?: boolean } = {},
): number {
  const { pending } = scan;
  scan.groups.push({
    start: pending?.start ?? head,
    head,
    end,
    verb,
    form,
    passive,
    negated: (pending?.negated ?? false) || denied,
    modal: pending?.modal ?? '',
    inverted: pending?.inverted ?? false,
    bare: !pending,
  });
  scan.pending = undefined;
  return end;
}

function closeVerb(scan: Scan, found: VerbAt, at: number): number {
  const passive = isPassive(found, scan.pending, scan.tokens, at);
  return close(scan, at, found.end, formOf(found, scan.pending, passive), { verb: found.verb, passive, denied: found.denied });
}

/** Auxiliaries whose verb does not come: a full verb by themselves, beside a verb that nobody knows, or nothing. */
function giveUp(scan: Scan, at: number): void {
  const { tokens, pending } = scan;
  if (!pending) return;
  const { modal, be, have, to, between } = pending;
  const next = tokens[at];
  const isTensed = modal !== '' || pending.do;
  if (between > 0) {
    if (isTensed && next?.text === ':') close(scan, at - 1, at, 'finite');
  } else if (be) {
    const strange = next?.text.endsWith('ed') === true;
    close(scan, strange ? at : at - 1, strange ? at + 1 : at, strange ? 'finite' : 'copula', { passive: strange });
  } else if (have && next && CEASED.test(next.text)) close(scan, at, at + 1, 'finite');
  else if (have) close(scan, at - 1, at, to ? 'infinitive' : 'finite', { verb: HAVE });
  else if (isTensed && next?.kind === 'word' && !isFunctionWord(next.text)) close(scan, at, at + 1, 'finite');
  else if (isTensed && next?.text === ':') close(scan, at - 1, at, 'finite');
  // "we never misuse"
  else if (pending.negated && next?.kind === 'word' && next.tag === '' && subjectPronouns.has(tokens[pending.start - 1]?.text ?? ''))
    close(scan, at, at + 1, 'finite');
  scan.pending = undefined;
}

/** Whether what follows "get" is an object, and no participle or infinitive. */
function takesObject(tokens: readonly Token[], at: number, verbs: Verbs): boolean {
  if (!startsNounPhrase(tokens, at)) return false;
  const forms = verbAt(verbs, tokens, at)?.forms;
  return !forms?.participle || forms.base;
}

const CEASED = /^(?:stopped|ceased|discontinued|avoided|refrained)$/;
const HAVE: Verb = { lemma: 'have', words: 1, actions: [], kinds: new Set(['permit']), noun: false };
const UNDENIED = new Set(['only', 'just', 'limited', 'necessarily', 'merely', 'solely']);
const STATES = new Set(['able', 'unable', 'likely', 'going', 'willing', 'ready', 'free', 'bound']);

/** "is collected", and "collected" right behind what it describes; "we collected" is active. */
function isPassive(found: VerbAt, pending: Pending | undefined, tokens: readonly Token[], at: number): boolean {
  const { forms: kinds } = found;
  if (pending?.be && kinds.participle) return true;
  if (pending && (pending.to || pending.be || pending.have || pending.do || pending.modal !== '')) return false;
  if (kinds.ing || kinds.base || kinds.third) return false;
  return !subjectPronouns.has(wordBefore(tokens, at));
}

function formOf({ forms: kinds }: VerbAt, pending: Pending | undefined, passive: boolean): VerbGroup['form'] {
  if (pending?.to) return 'infinitive';
  if (pending && (pending.be || pending.have || pending.do || pending.modal !== '')) return 'finite';
  if (kinds.ing) return 'ing';
  return passive ? 'participle' : 'finite';
}

/** The subject of a question or of "nor do we": a pronoun, or an article and a few nouns. */
function isSubjectInside(tokens: readonly Token[], at: number, pending: Pending): boolean {
  const { text } = tokens[at] as Token;
  if (pending.to || pending.have) return false;
  if (subjectPronouns.has(text) && !articles.has(text))
    return pending.between === 0 && (pending.do || pending.modal !== '' || pending.negated);
  if (!pending.do || pending.between > 4) return false;
  if (pending.between === 0) return articles.has(text) || possessives.has(text);
  return !isFunctionWord(text);
}

/** The verb behind the subject of a question: does the app *collect*. */
function endsInversion(found: VerbAt, pending: Pending, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? '';
  return pending.between > 0 && found.forms.base && !articles.has(before) && !possessives.has(before);
}
