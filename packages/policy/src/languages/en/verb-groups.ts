import { articles, isAdverb, isFunctionWord, negations, possessives, subjectPronouns } from './function-words.ts';
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
  /** Words of the subject that stand between auxiliary and verb. */
  between: number;
}

/** Finds the verb groups of a sentence, left to right. `taken` tells tokens inside the name of data. */
export function verbGroupsOf(
  tokens: readonly Token[],
  verbs: Verbs,
  taken: (at: number) => boolean,
  nounAt: (at: number) => VerbAt | undefined,
): VerbGroup[] {
  const groups: VerbGroup[] = [];
  let pending: Pending | undefined;
  const open = (at: number): Pending =>
    (pending ??= {
      start: at,
      modal: '',
      be: false,
      have: false,
      do: false,
      to: false,
      negated: false,
      inverted: false,
      between: 0,
    });
  const close = (
    head: number,
    end: number,
    verb: Verb | undefined,
    form: VerbGroup['form'],
    passive: boolean,
    denied: boolean,
  ): number => {
    groups.push({
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
    pending = undefined;
    return end;
  };
  const closeVerb = (found: VerbAt, at: number): number => {
    const passive = isPassive(found, pending, tokens, at);
    return close(at, found.end, found.verb, formOf(found, pending, passive), passive, found.denied);
  };
  const giveUp = (at: number): void => {
    if (!pending) return;
    const { modal, be, have, to } = pending;
    const inside = pending.between > 0;
    if (be && !inside) {
      const strange = tokens[at]?.text.endsWith('ed') === true;
      close(strange ? at : at - 1, strange ? at + 1 : at, undefined, strange ? 'finite' : 'copula', strange, false);
    } else if (have && !inside) close(at - 1, at, HAVE, to ? 'infinitive' : 'finite', false, false);
    else if (
      (modal || pending.do) &&
      !inside &&
      tokens[at]?.kind === 'word' &&
      !isFunctionWord(tokens[at]?.text ?? '')
    ) {
      close(at, at + 1, undefined, 'finite', false, false);
    } else if ((modal || pending.do) && tokens[at]?.text === ':') close(at - 1, at, undefined, 'finite', false, false);
    pending = undefined;
  };
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i] as Token;
    const { text, tag } = token;
    // the name of a browser setting
    if (text === 'do' && tokens[i + 1]?.text === 'not' && tokens[i + 2]?.text === 'track') {
      giveUp(i);
      i += 3;
      continue;
    }
    if (token.kind === 'sign') {
      if (!isQuote(text)) giveUp(i);
      i++;
      continue;
    }
    const found = text === 'including' ? undefined : verbAt(verbs, tokens, i);
    // "have access to" before the auxiliary "have"
    const isFuture = pending?.be === true && text === 'going';
    if (found && found.verb.words > 1 && !isFuture && isVerbHere(found, pending, tokens, i, groups, taken(i))) {
      i = closeVerb(found, i);
      continue;
    }
    // "the app gets your location", but "gets collected"
    const isGetting = tag === 'be' && found?.verb.lemma === 'get' && takesObject(tokens, i + 1, verbs);
    if (found && isGetting && isVerbHere(found, pending, tokens, i, groups, taken(i))) {
      i = closeVerb(found, i);
      continue;
    }
    if (tag === 'modal') {
      // "nor will we collect"
      const isDenied = pending?.negated === true && pending.start === i - 1;
      if (pending && !pending.to && !isDenied) giveUp(i);
      const now = open(i);
      now.modal ||= text;
      now.negated ||= negations.has(text);
    } else if (tag === 'be' || tag === 'have' || tag === 'do') {
      const now = open(i);
      if (tag === 'be') now.be = true;
      else if (tag === 'have') now.have = true;
      else now.do = true;
      now.negated ||= negations.has(text);
    } else if (pending?.be && STATES.has(text) && tokens[i + 1]?.text === 'to') {
      // "is able to", "are not allowed to": what follows "to" is what counts
      pending.negated ||= text === 'unable';
      pending.modal ||= 'can';
      pending.be = false;
      i++;
    } else if (text === 'not' || text === 'never' || text === 'nt') {
      // "not only", "not limited to" deny nothing
      if (!UNDENIED.has(tokens[i + 1]?.text ?? '')) open(i).negated = true;
    } else if (text === 'nor' || text === 'neither') {
      giveUp(i);
      open(i).negated = true;
      if (text === 'neither') pending = undefined;
    } else if (tag === 'adverb' || (tag === 'function' && isAdverb(text))) {
      // stands anywhere in a group
    } else if (text === 'to' && leadsVerb(tokens, i, verbs)) {
      const before = pending;
      if (before && (before.be || before.have || before.do || before.modal)) giveUp(i);
      else if (!before?.negated) pending = undefined;
      open(i).to = true;
    } else if (pending && !(found && endsInversion(found, pending, tokens, i)) && isSubjectInside(tokens, i, pending)) {
      pending.inverted = true;
      pending.between++;
    } else if (found && isVerbHere(found, pending, tokens, i, groups, taken(i))) {
      i = closeVerb(found, i);
      continue;
    } else {
      const noun = !taken(i) || found ? nounAt(i) : undefined;
      if (noun) {
        giveUp(i);
        pending = undefined;
        i = close(i, noun.end, noun.verb, 'noun', false, false);
        continue;
      }
      const strange = !pending && !taken(i) && isStrangeVerb(tokens, i);
      if (pending?.to || strange) {
        close(i, i + 1, undefined, pending?.to ? 'infinitive' : 'finite', false, false);
      } else giveUp(i);
    }
    i++;
  }
  giveUp(i);
  return groups;
}

/** Whether what follows "get" is an object, and no participle or infinitive. */
function takesObject(tokens: readonly Token[], at: number, verbs: Verbs): boolean {
  if (!startsNounPhrase(tokens, at)) return false;
  const forms = verbAt(verbs, tokens, at)?.forms;
  return !forms?.participle || forms.base;
}

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
