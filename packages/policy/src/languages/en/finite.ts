import type { Parsed } from './predicates.ts';
import { isSpeculation, sharedWith } from './relations.ts';
import type { Relation } from './relations.ts';
import type { Done, Opening } from './state.ts';
import { subjectOf } from './subjects.ts';
import type { Role, Subject } from './subjects.ts';
import type { Token } from './tokens.ts';
import { isChain } from './verb-contexts.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Subject, denial and standing of a finite verb. */
export function relationOfFinite(
  parsed: Parsed,
  group: VerbGroup,
  done: readonly Done[],
  opening: Opening,
  hasData: boolean,
): Relation {
  const { tokens, parties, mentions } = parsed;
  const previous = done.at(-1);
  const floor = previous?.group.end ?? 0;
  const subject = subjectOf(tokens, group, floor, parties, mentions);
  if (!subject.shared) return withSubject(tokens, group, subject, previous);
  // "To see shops, allow us to …": the order begins behind the aim.
  const isAim = previous?.void === true && previous.group.form === 'infinitive';
  const isOrder = group.bare && done.length === 1 && (isAim || previous?.subject.clause === 'condition');
  if (!previous || (isOrder && tokens[group.start - 1]?.text === ',')) return atBeginning(tokens, group, subject, opening, hasData);
  const { modal } = group;
  // "the information that we collect is used": the data in front of the relative clause is the subject
  if (floor === group.start && previous.subject.clause === 'relative' && hasData) {
    const data: Subject = { ...subject, role: 'data', clause: 'main' };
    return { subject: data, negated: group.negated, modal, void: false, chained: false };
  }
  const base =
    (group.passive && sharedWith(done, group)) || (done.findLast((one) => MAIN.has(one.group.form)) ?? previous);
  const contrast = hasBut(tokens, floor, group.start) || !group.bare;
  const negated = group.negated || subject.negated || (base.negated && !contrast);
  return {
    subject: { ...base.subject, shared: true },
    negated,
    modal: modal || previous.group.modal,
    void: base.void || (base.subject.role === 'user' && negated),
    chained: isChain(tokens, floor, group.start),
  };
}

const MAIN: ReadonlySet<VerbGroup['form']> = new Set(['finite', 'infinitive', 'copula']);

/** Whom a policy speaks to; of others (a child) it only supposes things. */
const ADDRESSED = new Set('you user users customer customers they visitors members player players'.split(' '));

function withSubject(
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Subject,
  previous: Done | undefined,
): Relation {
  const { clause, role, start, end } = subject;
  const negated = group.negated || isOfNothing(tokens, subject, previous) || subject.negated;
  const idle =
    (clause === 'relative' && isSpeculation(previous)) ||
    // "you can ask that we delete …"
    (clause === 'that' && previous?.subject.role === 'user' && ASKING.test(previous.group.verb?.lemma ?? '')) ||
    ((clause === 'that' || clause === 'condition') && role === 'user' && !ADDRESSED.has(tokens[start]?.text ?? '')) ||
    clause === 'exception' ||
    tokens.slice(subject.from, group.start).some(({ stem }) => STRANGERS.has(stem)) ||
    (clause === 'condition' && negated) ||
    (clause === 'question' && tokens[start - 1]?.text === 'whether') ||
    // "information that does not identify you": tells what kind of information it is
    (clause === 'relative' && role === 'data' && group.negated && end - start === 1) ||
    (role === 'user' && negated && !group.passive);
  return { subject, negated, modal: group.modal, void: idle, chained: false };
}

/** "We use no code that reads your contacts": what there is not does nothing. */
function isOfNothing(tokens: readonly Token[], { clause, role, start }: Subject, previous: Done | undefined): boolean {
  if (clause !== 'relative' || role === 'data' || previous?.negated !== true || previous.group.passive || previous.subject.role === 'user') return false;
  if (!RELATIVES.has(tokens[start]?.text ?? '')) return false;
  return start - previous.group.end <= 6 && HOLDING.test(tokens[previous.group.head]?.text ?? '');
}

const RELATIVES = new Set(['that', 'which', 'who']);
const HOLDING = /^(?:use|contain|include|integrate|embed|employ|work|partner|engage|install|run)$/;

/** Who has no business with the data: what they might do is a warning. */
const STRANGERS = new Set(['criminal', 'attacker', 'hacker', 'thief', 'thieves', 'fraudster', 'scammer']);

const ASKING = /^(?:request|ask|demand|require|object)/;

/** An item or an order: "Share your name with …" means us only behind a lead-in. */
function atBeginning(
  tokens: readonly Token[],
  group: VerbGroup,
  subject: Subject,
  opening: Opening,
  hasData: boolean,
): Relation {
  const { modal } = group;
  if (opening.subject) {
    const negated = group.negated || opening.negated;
    return { subject: opening.subject, negated, modal, void: false, chained: false };
  }
  const inflected = group.bare && group.verb && tokens[group.head]?.text !== group.verb.lemma.split(' ')[0];
  const order = group.bare ? !inflected : /^(?:do|don't|dont|please|never)$/.test(tokens[group.start]?.text ?? '');
  let role: Role = order ? 'user' : 'unknown';
  if (hasData && group.passive) role = 'data';
  const negated = group.negated || subject.negated;
  // "Allow the app to use your location", "tell us your age": who is asked to is told what for.
  const lemma = group.verb?.lemma ?? '';
  const tells = TELLING.test(lemma) || (/^(?:give|leave)$/.test(lemma) && tokens[group.end]?.text === 'us');
  const grants = role === 'user' && !negated && (ALLOWING.test(lemma) || tells);
  return { subject: { ...subject, role }, negated, modal, void: role === 'user' && !grants, chained: false };
}

const TELLING = /^(?:tell us|enter|fill in|fill out|type in|input)$/;
const ALLOWING = /^(?:allow|permit|let|grant)$/;

function hasBut(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]?.text === 'but') return true;
  return false;
}
