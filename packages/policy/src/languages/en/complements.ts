import { articles, isFunctionWord, possessives, prepositions } from './function-words.ts';
import type { Done, Opening } from './state.ts';
import type { PartyAt } from './parties.ts';
import type { Parsed } from './predicates.ts';
import { subjectOf } from './subjects.ts';
import type { Role, Subject } from './subjects.ts';
import type { Token } from './tokens.ts';
import { isChain } from './verb-contexts.ts';
import type { VerbGroup } from './verb-groups.ts';

/** How a verb group hangs together with what stands before it. */
export interface Relation {
  readonly subject: Subject;
  readonly negated: boolean;
  readonly modal: string;
  /** Nothing is said of what really happens: a right, advice, a question. */
  readonly void: boolean;
  /** It shares its object with the verb before: collect *and store* your name. */
  readonly chained: boolean;
}

/** Verbs whose complement is denied by their own meaning. */
const DENYING = /^(?:prohibit|restrict|forbid|refuse|fail|prevent|refrain|stop|avoid|cease|prohibited)$/;
/** Whom a policy speaks to; of others (a child) it only supposes things. */
const ADDRESSED = new Set([
  'you',
  'user',
  'users',
  'customer',
  'customers',
  'they',
  'visitors',
  'members',
  'player',
  'players',
]);
/** What users do about data handling that says nothing of whether it happens. */
const GRANTING =
  /^(?:allow|permit|authorize|authorise|enable|grant|give|let|consent|agree|provide|invite|accept|share)$/;
const CHOOSING =
  /^(?:choose|elect|decide|opt|ask|request|require|need|prompt|like|want|wish|able|continue|have|try|invite|encourage)$/;
const UNDECIDED = /^(?:apply|cover|govern|control|guarantee|endorse|ensure|warrant|responsible|describe)$/;

/** Finds subject, denial and standing of a verb group. */
export function complementOf(
  parsed: Parsed,
  group: VerbGroup,
  done: readonly Done[],
  opening: Opening,
  hasData: boolean,
): Relation {
  const { tokens, parties, mentions } = parsed;
  const previous = done.at(-1);
  const floor = previous?.group.end ?? 0;
  const chained = previous !== undefined && isChain(tokens, floor, group.start);
  if (group.form === 'finite' || group.form === 'copula') return finite(parsed, group, done, opening, chained, hasData);
  if (group.form === 'participle') {
    const negated = group.negated || (chained && previous.group.passive && previous.negated);
    const subject = chained && previous.group.passive ? previous.subject : nobody(group, 'data');
    return { subject, negated, modal: '', void: isSpeculation(previous), chained };
  }
  if (chained && previous.group.form === group.form) {
    return {
      subject: previous.subject,
      negated: group.negated || previous.negated,
      modal: previous.group.modal,
      void: previous.void && previous.group.form === 'noun',
      chained,
    };
  }
  if (!previous) {
    const subject =
      opening.subject ??
      (group.form !== 'infinitive' ? nobody(group, 'unknown') : subjectOf(tokens, group, floor, parties, mentions));
    // "To use the service, you must …": an aim of the user's
    const aim = group.form === 'infinitive' && opening.subject === undefined && opening.open.length === 0;
    return {
      subject,
      negated: group.negated || (opening.subject !== undefined && opening.negated),
      modal: group.modal,
      void: aim,
      chained: false,
    };
  }
  if (group.form === 'infinitive') return infinitive(parsed, group, previous);
  if (group.form === 'ing') return gerund(parsed, group, previous);
  return nominal(parsed, group, previous);
}

function finite(
  parsed: Parsed,
  group: VerbGroup,
  done: readonly Done[],
  opening: Opening,
  chained: boolean,
  hasData: boolean,
): Relation {
  const { tokens, parties, mentions } = parsed;
  const previous = done.at(-1);
  const floor = previous?.group.end ?? 0;
  const own = subjectOf(tokens, group, floor, parties, mentions);
  const { modal } = group;
  if (!own.shared) {
    const speculation = own.clause === 'relative' && isSpeculation(previous);
    const asked =
      own.clause === 'that' &&
      previous?.subject.role === 'user' &&
      /^(?:request|ask|demand|require|object)/.test(previous.group.verb?.lemma ?? '');
    const supposed =
      (own.clause === 'that' || own.clause === 'condition') &&
      own.role === 'user' &&
      !ADDRESSED.has(tokens[own.start]?.text ?? '');
    const negated = group.negated || own.negated;
    const unreal = own.clause === 'question' && /^(?:whether)$/.test(tokens[own.start - 1]?.text ?? '');
    const idle = own.clause === 'exception' || (own.clause === 'condition' && negated) || unreal;
    // "information that does not identify you": tells what kind of information it is
    const describing = own.clause === 'relative' && own.role === 'data' && group.negated && own.end - own.start === 1;
    const byUser = own.role === 'user' && negated;
    return {
      subject: own,
      negated,
      modal,
      void: speculation || asked || idle || supposed || describing || (byUser && !group.passive),
      chained: false,
    };
  }
  if (!previous) {
    // an item or an order: "Share your name with …" means us only behind a lead-in
    if (opening.subject)
      return {
        subject: opening.subject,
        negated: group.negated || opening.negated,
        modal,
        void: false,
        chained: false,
      };
    const third = group.bare && group.verb && tokens[group.head]?.text !== group.verb.lemma.split(' ')[0];
    const order = group.bare ? !third : /^(?:do|don't|dont|please|never)$/.test(tokens[group.start]?.text ?? '');
    const role: Role = hasData && group.passive ? 'data' : order ? 'user' : 'unknown';
    return {
      subject: { ...own, role },
      negated: group.negated || own.negated,
      modal,
      void: role === 'user',
      chained: false,
    };
  }
  const gap = floor === group.start;
  if (gap && previous.subject.clause === 'relative' && hasData) {
    return {
      subject: { ...own, role: 'data', clause: 'main' },
      negated: group.negated,
      modal,
      void: false,
      chained: false,
    };
  }
  const base =
    done.findLast(
      (one) => one.group.form === 'finite' || one.group.form === 'infinitive' || one.group.form === 'copula',
    ) ?? previous;
  const contrast = hasBut(tokens, floor, group.start) || !group.bare;
  const negated = group.negated || own.negated || (base.negated && !contrast);
  return {
    subject: { ...base.subject, shared: true },
    negated,
    modal: modal || previous.group.modal,
    void: base.void || (base.subject.role === 'user' && negated),
    chained,
  };
}

function infinitive(parsed: Parsed, group: VerbGroup, previous: Done): Relation {
  const { tokens, parties } = parsed;
  const { verb } = previous.group;
  const lemma = verb?.lemma ?? '';
  const between = tokens.slice(previous.group.end, group.start);
  const object = parties.find((party) => party.start >= previous.group.end && party.end <= group.start);
  const toUser = object?.party === 'user' && !verb?.kinds.has('permit');
  if (toUser)
    return {
      subject: { ...previous.subject, ...named(object) },
      negated: false,
      modal: '',
      void: true,
      chained: false,
    };
  const complement =
    (verb?.kinds.has('permit') ?? false) &&
    !between.some((token) => token.kind === 'sign' && token.text !== '/' && token.text !== ',' && token.text !== "'") &&
    !(previous.group.passive && previous.subject.role === 'data');
  const { modal } = previous.group;
  const negated = group.negated !== (DENYING.test(lemma) || previous.negated);
  if (!complement) {
    // a purpose: "to share", "cookies to track"
    const denied = group.negated || (previous.negated && !between.some((token) => token.text === ','));
    return {
      subject: previous.subject,
      negated: denied,
      modal: previous.group.modal,
      void: previous.void,
      chained: false,
    };
  }
  const actor = object && !isFollowedByNoun(object, tokens, group) ? named(object) : undefined;
  const role = previous.subject.role;
  if (role === 'user' && !previous.group.passive) {
    const user = !actor || actor.role === 'user';
    const real = user ? CHOOSING.test(lemma) : GRANTING.test(lemma);
    return {
      subject: { ...previous.subject, ...actor },
      negated: false,
      modal,
      void: !real || negated || previous.void,
      chained: false,
    };
  }
  const subject: Subject = actor
    ? { ...previous.subject, ...actor, clause: previous.subject.clause }
    : previous.subject;
  // "you are not required to provide", "we do not require you to provide"
  const optional = (subject.role === 'user' && negated) || (lemma === 'require' && negated);
  return { subject, negated, modal, void: previous.void || optional, chained: false };
}

function gerund(parsed: Parsed, group: VerbGroup, previous: Done): Relation {
  const { tokens, parties } = parsed;
  const before = tokens[group.start - 1]?.text ?? '';
  const lemma = previous.group.verb?.lemma ?? previous.group.head.toString();
  const head = tokens[previous.group.head]?.text ?? '';
  const owner = parties.findLast(
    (party) => party.end === group.start && !prepositions.has(tokens[party.start - 1]?.text ?? ''),
  );
  if (owner)
    return {
      subject: { ...previous.subject, ...named(owner), shared: false },
      negated: group.negated,
      modal: '',
      void: previous.void,
      chained: false,
    };
  const near = group.start - previous.group.end <= 2;
  const withdrawn = before === 'from' || near;
  const denied =
    (DENYING.test(lemma) || /^(?:prohibit|restrict|prevent|refrain|stop|avoid|cease)/.test(head)) && withdrawn;
  const without = before === 'without';
  const negated = group.negated || without || denied !== (near && previous.negated && (denied || before === 'from'));
  const idle =
    previous.void ||
    /^(?:prevent|protect|stop)/.test(lemma) ||
    (previous.subject.role === 'user' && (denied || /^(?:opt|object|limit|unsubscribe|disable|block)/.test(lemma)));
  return {
    subject: previous.subject,
    negated,
    modal: '',
    void: idle || (negated && previous.subject.role === 'user'),
    chained: false,
  };
}

/** "access to", "the collection of": whether there is any depends on the verb before. */
function nominal(parsed: Parsed, group: VerbGroup, previous: Done): Relation {
  const { tokens } = parsed;
  const between = tokens.slice(previous.group.end, group.start);
  const near =
    between.length <= 6 &&
    between.every((token) => token.kind === 'word' && !prepositions.has(token.text) && token.text !== 'of');
  const lemma = previous.group.verb?.lemma ?? '';
  if (previous.subject.role === 'user' && !previous.group.passive) {
    const real = GRANTING.test(lemma) && !previous.negated && !previous.void;
    return {
      subject: { ...nobody(group, 'first-party'), clause: previous.subject.clause },
      negated: false,
      modal: 'with-consent',
      void: !real,
      chained: false,
    };
  }
  const no = between.some((token) => token.text === 'no');
  const negated = group.negated || no || (near && previous.negated);
  const grants =
    /^(?:provide|give|offer|grant|allow|request|limit|restrict|control|secure|prevent|protect|delete)$/.test(lemma) &&
    lemma !== 'request';
  const toUser = between.some((token) => token.text === 'you' || token.text === 'users');
  const idle =
    previous.void || (near && grants && (toUser || /^(?:limit|restrict|prevent|protect|secure|control)$/.test(lemma)));
  return { subject: previous.subject, negated, modal: previous.group.modal, void: idle, chained: false };
}

/** A clause that only says what the policy does not speak of or answer for. */
function isSpeculation(previous: Done | undefined): boolean {
  return (
    previous !== undefined &&
    previous.negated &&
    (UNDECIDED.test(previous.group.verb?.lemma ?? '') || previous.group.form === 'copula')
  );
}

function hasBut(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.text === 'but') return true;
  return false;
}

function named(party: PartyAt): { role: Role; start: number; end: number } {
  return { role: party.party === 'authority' ? 'third-party' : party.party, start: party.start, end: party.end };
}

/** "our service to work": the party is part of a longer name. */
function isFollowedByNoun(party: PartyAt, tokens: readonly Token[], group: VerbGroup): boolean {
  const next = tokens[party.end];
  return (
    party.end < group.start &&
    !!next &&
    next.kind === 'word' &&
    !isFunctionWord(next.text) &&
    !articles.has(next.text) &&
    !possessives.has(next.text)
  );
}

function nobody(group: VerbGroup, role: Role): Subject {
  return {
    role,
    start: group.start,
    end: group.start,
    from: group.start,
    clause: 'main',
    negated: false,
    shared: true,
  };
}
