import { articles, isFunctionWord, possessives, prepositions, set } from './function-words.ts';
import type { Done, Opening } from './state.ts';
import type { PartyAt } from './parties.ts';
import type { Parsed } from './predicates.ts';
import { relationOfFinite } from './finite.ts';
import { isSpeculation, nobody } from './relations.ts';
import type { Relation } from './relations.ts';
import { subjectOf } from './subjects.ts';
import type { Subject } from './subjects.ts';
import type { Token } from './tokens.ts';
import { isChain } from './verb-contexts.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Verbs whose complement is denied by their own meaning. */
const DENYING = /^(?:prohibit|restrict|forbid|refuse|fail|prevent|refrain|stop|avoid|cease|prohibited)$/;
/** What users do about data handling that says nothing of whether it happens. */
const GRANTING =
  /^(?:allow|permit|authorize|authorise|enable|grant|give|let|consent|agree|provide|invite|accept|share)$/;
const CHOOSING = set(`
  choose elect decide opt ask request require need prompt like want wish able continue have try invite
  encourage
`);
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
  if (group.form === 'finite' || group.form === 'copula')
    return relationOfFinite(parsed, group, done, opening, hasData);
  if (group.form === 'participle') {
    const negated = group.negated || (chained && previous.group.passive && previous.negated);
    const subject = chained && previous.group.passive ? previous.subject : nobody(group, 'data');
    // "An advertising ID is an identifier provided by the platform": it says what that is
    const defines = previous?.group.form === 'copula' && previous.subject.role === 'data' && /^an?$/.test(tokens[floor]?.text ?? '');
    return { subject, negated, modal: '', void: defines || isSpeculation(previous), chained };
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
  if (group.form === 'noun' && tokens[group.start - 1]?.text === 'without') {
    return { subject: nobody(group, 'unknown'), negated: true, modal: '', void: true, chained: false };
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

function infinitive(parsed: Parsed, group: VerbGroup, previous: Done): Relation {
  const { tokens, parties } = parsed;
  const { verb } = previous.group;
  const between = tokens.slice(previous.group.end, group.start);
  const object = parties.find((party) => party.start >= previous.group.end && party.end <= group.start);
  if (object?.party === 'user' && !verb?.kinds.has('permit')) {
    return { subject: { ...previous.subject, ...named(object) }, negated: false, modal: '', void: true, chained: false };
  }
  const complement =
    (verb?.kinds.has('permit') ?? false) &&
    !between.some((token) => token.kind === 'sign' && token.text !== '/' && token.text !== ',' && token.text !== "'") &&
    !(previous.group.passive && previous.subject.role === 'data');
  if (!complement) return purpose(group, previous, between);
  const actor = object && !isFollowedByNoun(object, tokens, group) ? named(object) : undefined;
  return permitted(group, previous, actor);
}

/** A purpose: "to share", "cookies to track". */
function purpose(group: VerbGroup, previous: Done, between: readonly Token[]): Relation {
  // "it is not practicable to identify you"
  const impossible = previous.group.form === 'copula' && previous.negated;
  return {
    subject: previous.subject,
    negated: group.negated || (previous.negated && !between.some((token) => token.text === ',')),
    modal: previous.group.modal,
    void: previous.void || impossible,
    chained: false,
  };
}

/** What a verb asks for, permits or forbids: "we ask you to provide", "allow our partners to collect". */
function permitted(group: VerbGroup, previous: Done, actor: Named | undefined): Relation {
  const lemma = previous.group.verb?.lemma ?? '';
  const { modal } = previous.group;
  const negated = group.negated !== (DENYING.test(lemma) || previous.negated);
  const subject: Subject = { ...previous.subject, ...actor };
  if (previous.subject.role === 'user' && !previous.group.passive) {
    const user = !actor || actor.role === 'user';
    const real = user ? CHOOSING.has(lemma) : GRANTING.test(lemma);
    return { subject, negated: false, modal, void: !real || negated || previous.void, chained: false };
  }
  // "you are not required to provide", "we do not require you to provide"
  const optional = negated && (subject.role === 'user' || lemma === 'require');
  return { subject, negated, modal, void: previous.void || optional, chained: false };
}

function gerund(parsed: Parsed, group: VerbGroup, previous: Done): Relation {
  const { tokens, parties } = parsed;
  const before = tokens[group.start - 1]?.text ?? '';
  const lemma = previous.group.verb?.lemma ?? '';
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

type Named = Pick<Subject, 'role' | 'start' | 'end'>;

function named(party: PartyAt): Named {
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
