import { complementOf } from './complements.ts';
import { set } from './function-words.ts';
import { passSign, passWord } from './links.ts';
import type { Mention } from './mentions.ts';
import { actionOf, predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { hasPronoun, isPronoun, untold } from './pronouns.ts';
import { isPlaced, isShortened, isWhether } from './question-clauses.ts';
import { isNeeded, sharedWith } from './relations.ts';
import { give, nearest, retract, stateOf, take } from './state.ts';
import type { Done, Opening, State } from './state.ts';
import { subjectOf } from './subjects.ts';
import type { Subject } from './subjects.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What was read: the statements in the making, and what stays open at the end of the sentence. */
export interface Reading {
  readonly predicates: readonly Predicate[];
  readonly opening: Opening;
  /** Data before the first verb: the label of an item, or the whole of a fragment. */
  readonly label: readonly Mention[];
  /** The verb groups in order, as they were understood. */
  readonly done: readonly Done[];
}

/** Reads the clauses of a sentence left to right: which data each verb of data handling takes. */
export function readClauses(parsed: Parsed, opening: Opening): Reading {
  const { tokens, mentions, groups } = parsed;
  const state = stateOf(parsed, opening);
  let nextMention = 0;
  for (let i = 0; i < tokens.length;) {
    const group = groups[state.nextGroup];
    if (group?.start === i) {
      passVerb(state, group);
      state.nextGroup++;
      takeAction(state, group, mentions[nextMention]);
      while (mentions[nextMention] && (mentions[nextMention] as Mention).start < group.end) nextMention++;
      i = group.end;
      continue;
    }
    const mention = mentions[nextMention];
    if (mention?.start === i) {
      nextMention++;
      passMention(state, mention);
      i = mention.end;
      continue;
    }
    const token = tokens[i] as Token;
    if (token.kind === 'sign') passSign(state, token.text, i);
    else if (token.tag !== '' || INTERESTING.has(token.text)) i = passWord(state, token.text, i);
    i++;
  }
  return { predicates: state.predicates, opening: openingAfter(state), label: state.label, done: state.done };
}

/** Words of the open classes that matter between verbs. */
const INTERESTING = set(`
  such e including namely eg specifically example instance follows along together conjunction addition
  well excluding other except exception
`);

function openingAfter(state: State): Opening {
  const subject = state.done.findLast((one) => !one.subject.shared && one.group.form === 'finite')?.subject;
  const negated = state.done.at(-1)?.negated ?? false;
  return { open: state.list ?? state.open, ...(subject && { subject }), negated };
}

function passMention(state: State, mention: Mention): void {
  if (mention.id === 'sms-content' && isOwnMessage(state, mention)) {
    state.before.push(mention);
    return;
  }
  if (state.done.length === 0) state.label.push(mention);
  if (state.open.length > 0 && (state.aside === '' || isSource(state, mention))) take(state, mention);
  else state.last = { mention, taken: [] };
  state.before.push(mention);
}

/** "We send you text messages": those of the company are no data of the user's. */
function isOwnMessage({ open, parsed }: State, { end }: Mention): boolean {
  const sends = open.some(({ group, role }) => group?.verb?.lemma.startsWith('send') === true && role !== 'user');
  return sends && !isForUser(parsed.tokens, end);
}

/** What is obtained from the address book or through the camera is what these hold. */
function isSource({ aside, open, parsed }: State, mention: Mention): boolean {
  if (!open.every(({ action }) => action === 'collect')) return false;
  // "your region is worked out from your IP address"
  if (aside === 'from' && DERIVED.has(mention.id)) return open.every(({ group }) => DERIVING.test(group?.verb?.lemma ?? ''));
  if (MEANS.has(aside) && SIGNALS.has(mention.id)) return true;
  if (open.some(({ passive }) => passive)) return false;
  // "the phone numbers in your contacts"
  if (aside === 'in' && STORES.has(mention.id)) return isOwned(parsed.tokens, mention.start);
  return aside === 'from' ? STORES.has(mention.id) : MEANS.has(aside) && DEVICES.has(mention.id);
}

function isOwned(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(Math.max(0, at - 3), at + 1).some(({ text }) => text === 'your' || text === 'their');
}

const STORES = new Set(
  'contacts call-log sms-content calendar clipboard photo camera-capture audio-recording'.split(' '),
);
const MEANS = new Set(['through', 'via', 'with', 'using']);
const DEVICES = new Set(['camera-capture', 'audio-recording']);
/** What a place is worked out from is read, whoever does it. */
const SIGNALS = new Set(['wifi-info', 'bluetooth-info', 'cell-info']);
const DERIVED = new Set([...SIGNALS, 'ip-address']);
const DERIVING = /^(?:derive|infer|estimate|deduce|determine|work out)$/;

/** "send SMS": the verb is part of what is named. Messages of the company itself are no data of the user's. */
function takeAction(state: State, group: VerbGroup, mention: Mention | undefined): void {
  if (mention?.start !== group.head || mention.end <= group.end || state.open.length === 0) return;
  const { tokens, sentence } = state.parsed;
  const actor = state.open[0]?.actor;
  const name = actor && sentence.plain.slice(tokens[actor.start]?.start, tokens[actor.end - 1]?.end);
  const byApp = name !== undefined && APP.test(name);
  if (byApp || isForUser(tokens, mention.end)) take(state, mention);
}

/** "send SMS to your contacts", "from your phone", "on your behalf": for users, and not to them. */
function isForUser(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from, from + 12).some(({ stem }, i) => {
    const [of, owner] = [tokens[from + i - 2]?.text, tokens[from + i - 1]?.text];
    if (OWN_PHONE.has(stem)) return of === 'from' && owner !== 'our';
    return FOR_USER.has(stem) && owner !== 'our';
  });
}

const OWN_PHONE = new Set(['device', 'phone', 'handset']);

const APP = /\b(?:app|application|software|program|sdk)\b/i;
const FOR_USER = new Set(['behalf', 'contact', 'friend', 'guardian', 'relative', 'emergency']);

/** Verbs that ask for access. */
const ASKING = /^(?:need|require|request|ask|seek)/;

function passVerb(state: State, group: VerbGroup): void {
  const { parsed, done, last } = state;
  const { verb, form } = group;
  if (verb?.lemma === 'limit to') return;
  // "records at the time of using the map": when, and the list goes on
  const [time, of] = parsed.tokens.slice(Math.max(0, group.start - 2), group.start);
  if (form === 'ing' && of?.text === 'of' && (time?.text === 'time' || time?.text === 'moment')) return;
  // "the country where you live, your photos": it tells which one, and the list goes on
  if (state.open.length > 0 && (isPlaced(parsed.tokens, group.start) || isWhether(parsed.tokens, group.start))) return;
  if (form === 'copula') {
    for (const mention of nearest(state, group.start)) if (mention.id === 'cookie') state.defined.add(mention);
  }
  if (verb?.kinds.has('include') && form !== 'infinitive' && !group.passive) return passEnumeration(state, group);
  // "data revealing your origin": describes the data and says no more
  if (form === 'ing' && last?.mention.end === group.start && last.taken.length > 0) return;
  const previous = done.at(-1);
  const how = complementOf(parsed, group, done, state.opening, state.before.length > 0);
  const { subject } = how;
  const tellsKind = form === 'finite' && (subject.clause !== 'relative' || state.open.length === 0);
  if (tellsKind && isOfPersons(parsed, group)) return;
  // "reading the address book helps": there the object stays what it is
  const wasObject = subject.role === 'data' && !subject.shared && form === 'finite' && !group.inverted;
  if (wasObject && !HOLDING.has(previous?.group.form ?? 'finite')) retract(state, subject.from);
  const leaves = verb?.lemma.startsWith('leave') === true;
  const negated = how.negated || isNeedless(parsed, group) || (state.denied && (group.passive || group.inverted || leaves));
  const action = how.void ? undefined : actionOf(group, subject.role, parsed.tokens);
  const own: Predicate[] = [];
  if (action) {
    const asked = verb?.lemma === 'access' && form === 'noun' && ASKING.test(previous?.group.verb?.lemma ?? '');
    const conditional = subject.clause === 'condition';
    own.push(predicateOf(parsed, action, group, subject, { negated, conditional, modal: how.modal, asked }));
    state.predicates.push(...own);
  }
  done.push({ group, subject, negated, void: how.void, predicates: own });
  if (group.passive) passPassive(state, group, own, subject);
  else passActive(state, group, own, how.chained, subject);
  if (form !== 'participle') state.denied = false;
}

/** "There is no need for us to obtain your number" */
function isNeedless({ tokens }: Parsed, { form, start }: VerbGroup): boolean {
  if (form !== 'infinitive') return false;
  const before = tokens.slice(Math.max(0, start - 6), start).map(({ text }) => text);
  const need = before.lastIndexOf('need');
  return need > 0 && before[need - 1] === 'no' && (before.length === need + 1 || before[need + 1] === 'for');
}

/** "information that does not identify you or cannot be used to contact you": it says what the information is. */
function isOfPersons({ tokens }: Parsed, { verb, end, passive }: VerbGroup): boolean {
  let next = end;
  if (passive && verb?.lemma === 'use') {
    if (tokens[end]?.text !== 'to' || !REACHES.has(tokens[end + 1]?.stem ?? '')) return false;
    next = end + 2;
  } else if (verb?.lemma.startsWith('identify') !== true) return false;
  if (tokens[next]?.text === 'the' || tokens[next]?.text === 'any') next++;
  return PERSONS.has(tokens[next]?.stem ?? '') && tokens[next + 1]?.text !== "'s";
}

const REACHES = set('contact identify reach locate trace distinguish');
const PERSONS = set('you user individual person anyone someone anybody customer visitor personally');

const HOLDING: ReadonlySet<VerbGroup['form']> = new Set(['ing', 'noun']);

/** A clause that is no main clause. */
function isSide({ subject, group }: Done): boolean {
  return subject.clause === 'relative' || (group.form !== 'finite' && group.form !== 'copula');
}

/** "This includes …", "the information that we collect may contain …" */
function passEnumeration(state: State, group: VerbGroup): void {
  const { parsed, done, before } = state;
  const subject = subjectOf(parsed.tokens, group, done.at(-1)?.group.end ?? 0, parsed.parties, parsed.mentions);
  const about =
    subject.role === 'data' ||
    subject.clause === 'relative' ||
    (before.length > 0 && (subject.shared || done.every(isSide))) ||
    state.list !== undefined;
  let into: readonly Predicate[] = [];
  if (state.anchor.length > 0 && !group.negated) into = state.anchor;
  else if (about) {
    into = [predicateOf(parsed, 'collect', group, undefined, { negated: group.negated, modal: group.modal })];
    state.predicates.push(...into);
  }
  state.open = about ? into : [];
  state.list = about ? into : undefined;
  state.outer = undefined;
  state.aside = '';
  state.purpose = false;
  state.denied = false;
  done.push({ group, subject, negated: group.negated, void: !about, predicates: into });
}

function passPassive(state: State, group: VerbGroup, own: readonly Predicate[], subject: Subject): void {
  const { last } = state;
  const reduced = group.form === 'participle';
  if (!reduced) give(state, passiveSubject(state, group, subject), own);
  else if (last && last.taken.length === 0 && group.start - last.mention.end <= 4 && !isShortened(state.parsed.tokens, group.start)) give(state, [last.mention], own);
  if (!reduced || state.open.length === 0) {
    const relative = subject.clause === 'relative';
    if (own.length > 0) state.anchor = own;
    state.outer = relative ? (state.outer ?? state.open) : undefined;
    if (!relative) state.list = undefined;
    state.open = own;
    state.purpose = group.form === 'infinitive' && own.length === 0;
  }
  state.aside = ASKED_FOR.test(group.verb?.lemma ?? '') ? '' : 'by';
}

/** "You are asked about your age", "taken from your calendar": what is taken stands behind the passive verb. */
const ASKED_FOR = /^ask .*(?:about|for)$|^take from$/;

/** What a passive verb is about; in "is stored on your device but is not sent" that of the verb before. */
function passiveSubject(state: State, group: VerbGroup, subject: Subject): readonly Mention[] {
  const earlier = subject.shared ? sharedWith(state.done.slice(-9, -1), group) : undefined;
  const shared = earlier?.predicates.flatMap((one) => one.arguments) ?? [];
  if (shared.length > 0) return shared.map(({ mention }) => mention);
  const meant = isPronoun(state.parsed, subject) ? untold(state, group.start) : [];
  if (meant.length > 0) return meant;
  return nearest(state, group.inverted ? group.end : group.start);
}

const OF_SUBJECT = /^(?:leave|go|flow|pass through|help|let|allow|enable)\b/;

function passActive(
  state: State,
  group: VerbGroup,
  own: readonly Predicate[],
  chained: boolean,
  subject: Subject,
): void {
  const relative = subject.clause === 'relative';
  const before = state.done.at(-2)?.group;
  // "data used to sign in, such as your name": all belongs to the data
  if (group.form === 'infinitive' && own.length === 0 && before?.form === 'participle' && before.end === group.start) {
    state.aside = 'to';
    return;
  }
  const interrupts = relative && state.open.length > 0;
  // "crash logs leave the device", "go to the developer", "help us": what the verb is about stands before it
  const isSubject = subject.role === 'data' && own.length > 0 && OF_SUBJECT.test(group.verb?.lemma ?? '');
  if (isSubject) give(state, nearest(state, group.start).filter(({ id }) => id !== 'cookie'), own);
  else if (relative && !interrupts && (group.form === 'finite' || isNeeded(state.parsed, state.done.at(-2), group))) give(state, nearest(state, subject.from), own);
  else if (own.some(({ action }) => action !== 'delete' && action !== 'publish') && hasPronoun(state.parsed, group))
    give(state, untold(state, group.start), own);
  const open = chained && own.length > 0 ? [...state.open, ...own] : own;
  if (own.length > 0 && !interrupts) state.anchor = open;
  const starts = group.form === 'finite' && !subject.shared && (subject.clause === 'main' || subject.clause === 'that');
  if (starts) {
    state.list = undefined;
    state.before = [];
  }
  state.outer = relative ? (state.outer ?? state.open) : undefined;
  state.purpose = own.length === 0 && (group.form === 'infinitive' || (subject.shared && state.purpose));
  state.open = open;
  state.aside = '';
  state.except = false;
  if (!relative) state.last = undefined;
}
