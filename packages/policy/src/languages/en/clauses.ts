import { articles, conditionals, contentPrepositions, coordinators, isAdverb, isFunctionWord, objectPronouns, possessives, prepositions } from './function-words.ts';
import type { Mention } from './mentions.ts';
import { isQuote } from './phrases.ts';
import { actionOf, predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { complementOf } from './complements.ts';
import { subjectOf } from './subjects.ts';
import type { Subject } from './subjects.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What a sentence begins with when a lead-in or a heading came before it. */
export interface Opening {
  /** Verbs that take the data named from here on. */
  readonly open: readonly Predicate[];
  /** Subject and denial for an item that begins with a bare verb: "We may: - collect …". */
  readonly subject?: Subject;
  readonly negated: boolean;
}

/** What was read: the statements in the making, and what stays open at the end of the sentence. */
export interface Reading {
  readonly predicates: Predicate[];
  readonly opening: Opening;
  /** Data before the first verb: the label of an item, or the whole of a fragment. */
  readonly label: readonly Mention[];
  /** The verb groups in order, as they were understood. */
  readonly done: readonly Done[];
}

/** A verb group as it was understood, for those behind it. */
export interface Done {
  readonly group: VerbGroup;
  readonly subject: Subject;
  readonly negated: boolean;
  /** Nothing said in this clause counts: a right, advice, a condition that is denied. */
  readonly void: boolean;
  readonly predicates: readonly Predicate[];
}

interface Frame {
  open: readonly Predicate[];
  /** Verbs that a list belongs to: taken up again at each comma. */
  list: readonly Predicate[] | undefined;
  /** The verbs of the clause that a relative clause interrupts. */
  outer: readonly Predicate[] | undefined;
  /** Behind a preposition of place, means or receiver. */
  aside: boolean;
  /** Behind "but not", "excluding". */
  except: boolean;
  /** Behind an infinitive or "for" that tells why. */
  purpose: boolean;
}

/** Reads the clauses of a sentence left to right: which data each verb of data handling takes. */
export function readClauses(parsed: Parsed, opening: Opening): Reading {
  const { tokens, mentions, groups } = parsed;
  const predicates: Predicate[] = [];
  const done: Done[] = [];
  const label: Mention[] = [];
  let frame: Frame = { open: opening.open, list: opening.open.length > 0 ? opening.open : undefined, outer: undefined, aside: false, except: false, purpose: false };
  const brackets: Frame[] = [];
  let before: Mention[] = [];
  let anchor: readonly Predicate[] = opening.open;
  let last: { mention: Mention; taken: readonly Predicate[] } | undefined;
  /** Cookies that the sentence explains: "cookies are small files that …". */
  const defined = new Set<Mention>();
  let denied = false;
  let deniedAt = 0;
  let nextMention = 0;
  let nextGroup = 0;

  const take = (mention: Mention): void => {
    const { open, except } = frame;
    for (const predicate of open) {
      predicate.arguments.push({ parsed, mention, except: except || (denied && !predicate.negated) });
    }
    if (open.length > 0) anchor = open;
    last = { mention, taken: open };
  };

  const enter = (group: VerbGroup): void => {
    const previous = done.at(-1);
    const floor = previous?.group.end ?? 0;
    if (group.verb?.lemma === 'limit to') return;
    if (group.form === 'copula') for (const mention of nearest(group.start)) if (mention.id === 'cookie') defined.add(mention);
    if (group.verb?.kinds.has('include') && group.form !== 'infinitive' && !group.passive) {
      const subject = subjectOf(tokens, group, floor, parsed.parties, mentions);
      const told = before.length > 0 && done.every((one) => one.subject.clause === 'relative' || (one.group.form !== 'finite' && one.group.form !== 'copula'));
      const about = subject.role === 'data' || subject.clause === 'relative' || (before.length > 0 && subject.shared) || frame.list !== undefined || told;
      const into = anchor.length > 0 && !group.negated ? anchor : about ? [predicateOf(parsed, 'collect', group, undefined, { negated: group.negated, modal: group.modal })] : [];
      if (about && into !== anchor) predicates.push(...into);
      frame = { ...frame, open: about ? into : [], list: about ? into : undefined, outer: undefined, aside: false, purpose: false };
      done.push({ group, subject, negated: group.negated, void: !about, predicates: into });
      denied = false;
      return;
    }
    // "data revealing your origin": describes the data and says no more
    if (group.form === 'ing' && last?.mention.end === group.start && last.taken.length > 0) return;
    const how = complementOf(parsed, group, done, opening, before.length > 0);
    const { subject } = how;
    // "reading the address book helps": there the object stays what it is
    if (subject.role === 'data' && !subject.shared && group.form === 'finite' && !group.inverted && previous?.group.form !== 'ing') retract(subject.from);
    const negated = how.negated || (denied && (group.passive || group.inverted || group.verb?.lemma.startsWith('leave') === true));
    const action = how.void ? undefined : actionOf(group, subject.role, tokens);
    const own: Predicate[] = [];
    if (action) {
      const asked = group.verb?.lemma === 'access' && group.form === 'noun' && ASKING.test(previous?.group.verb?.lemma ?? '');
      own.push(predicateOf(parsed, action, group, subject, { negated, conditional: subject.clause === 'condition', modal: how.modal, asked }));
      predicates.push(...own);
    }
    done.push({ group, subject, negated, void: how.void, predicates: own });
    if (group.passive) passive(group, own, subject);
    else if (group.form === 'finite' || group.form === 'infinitive' || group.form === 'ing' || group.form === 'copula' || group.form === 'noun') active(group, own, how.chained, subject);
    if (group.form !== 'participle') denied = false;
  };

  /** The data named right before a place, with those it is listed with. */
  const nearest = (place: number): Mention[] => {
    const found: Mention[] = [];
    let limit = 8;
    let until = place;
    for (const mention of before.toReversed()) {
      if (mention.start >= place || defined.has(mention)) continue;
      const gap = tokens.slice(mention.end, until);
      if (gap.length > limit || gap.some((token) => token.text === ';' || token.text === ':')) break;
      if (found.length > 0 && !gap.every((token) => JOINING.has(token.text) || articles.has(token.text) || possessives.has(token.text))) break;
      found.unshift(mention);
      until = mention.start;
      limit = 4;
    }
    return found;
  };

  /** Data that was taken for an object and turns out to be the subject of the next verb. */
  const retract = (from: number): void => {
    for (const one of predicates) {
      while (one.arguments.length > 0 && one.arguments.at(-1)?.parsed === parsed && (one.arguments.at(-1)?.mention.start ?? 0) >= from) one.arguments.pop();
    }
  };

  const passive = (group: VerbGroup, own: readonly Predicate[], subject: Subject): void => {
    const reduced = group.form === 'participle';
    // "is stored on your device but is not sent": the subject of the verb before
    const earlier = done.at(-2);
    const shared = subject.shared && earlier?.group.passive ? earlier.predicates.flatMap((one) => one.arguments.map(({ mention }) => mention)) : [];
    const about = reduced ? (last && group.start - last.mention.end <= 4 ? [last.mention] : []) : shared.length > 0 ? shared : nearest(group.inverted ? group.end : group.start);
    const outerTakes = reduced && last && last.taken.length > 0;
    if (!outerTakes) for (const mention of about) for (const predicate of own) predicate.arguments.push({ parsed, mention, except: false });
    if (reduced && frame.open.length > 0) {
      frame = { ...frame, aside: true };
      return;
    }
    anchor = own.length > 0 ? own : anchor;
    frame = { ...frame, open: own, list: subject.clause === 'relative' ? frame.list : undefined, outer: subject.clause === 'relative' ? (frame.outer ?? frame.open) : undefined, aside: true, purpose: group.form === 'infinitive' && own.length === 0 };
  };

  const active = (group: VerbGroup, own: readonly Predicate[], chained: boolean, subject: Subject): void => {
    const relative = subject.clause === 'relative';
    const open = chained && own.length > 0 ? [...frame.open, ...own] : own;
    const leaves = subject.role === 'data' && group.verb?.lemma.startsWith('leave') === true;
    if ((relative && group.form === 'finite' && frame.open.length === 0) || leaves) for (const mention of nearest(leaves ? group.start : subject.from)) for (const predicate of own) predicate.arguments.push({ parsed, mention, except: false });
    if (own.length > 0 && !(relative && frame.open.length > 0)) anchor = open;
    const starts = group.form === 'finite' && !subject.shared && (subject.clause === 'main' || subject.clause === 'that');
    frame = {
      open,
      list: starts ? undefined : frame.list,
      outer: relative ? (frame.outer ?? frame.open) : undefined,
      aside: false,
      except: false,
      purpose: own.length === 0 && (group.form === 'infinitive' || (subject.shared && frame.purpose)),
    };
    if (!relative) last = undefined;
    if (starts) before = [];
  };

  for (let i = 0; i < tokens.length; ) {
    const group = groups[nextGroup];
    if (group && group.start === i) {
      enter(group);
      nextGroup++;
      while (mentions[nextMention] && (mentions[nextMention] as Mention).start < group.end) nextMention++;
      i = group.end;
      continue;
    }
    const mention = mentions[nextMention];
    if (mention && mention.start === i) {
      nextMention++;
      if (done.length === 0) label.push(mention);
      if (frame.open.length > 0 && !frame.aside) take(mention);
      else last = { mention, taken: [] };
      before.push(mention);
      i = mention.end;
      continue;
    }
    const token = tokens[i] as Token;
    if (token.kind === 'sign') sign(token.text, i);
    else i = word(token.text, i);
    i++;
  }

  function sign(text: string, at: number): void {
    if (text === '(' || text === '[') {
      brackets.push(frame);
      if (last && last.taken.length > 0) frame = { ...frame, open: last.taken, list: last.taken, aside: false };
    } else if (text === ')' || text === ']') frame = brackets.pop() ?? frame;
    else if (text === ',') comma(at);
    else if (text === ';' || text === '\u2022' || text === '\u25cf' || text === '\u00b7') {
      const open = frame.list ?? frame.outer ?? frame.open;
      frame = { ...frame, open, outer: undefined, aside: false, except: false, purpose: false };
      denied = false;
      before = [];
    } else if (text === ':') list();
    else if (text === '-' || text === '\u2013' || text === '\u2014') frame = { ...frame, aside: false };
  }

  function comma(at: number): void {
    if (done.length > deniedAt) denied = false;
    // "over home networks, routers": only what plainly begins anew leaves the aside
    if (frame.list || reopens(at + 1)) frame = { ...frame, aside: false };
    if (frame.list) frame = { ...frame, open: frame.list, outer: undefined, purpose: false };
    else if (frame.outer && frame.outer.length > 0) frame = { ...frame, open: frame.outer, outer: undefined };
  }

  function reopens(at: number): boolean {
    let i = at;
    while (tokens[i] && (coordinators.has((tokens[i] as Token).text) || isAdverb((tokens[i] as Token).text))) i++;
    const text = tokens[i]?.text ?? '';
    return REOPENING.has(text);
  }

  /** What follows are members of what was named before. */
  function list(): void {
    if (frame.purpose && !(last && last.taken.length > 0)) return;
    const outer = frame.outer && frame.outer.length > 0 ? frame.outer : undefined;
    const open = outer ?? (frame.open.length > 0 ? frame.open : last && last.taken.length > 0 ? last.taken : anchor);
    frame = { ...frame, open, list: open.length > 0 ? open : frame.list, outer: undefined, aside: false, purpose: false };
  }

  /** Returns the index of the last token that the word's meaning covers. */
  function word(text: string, at: number): number {
    const next = tokens[at + 1]?.text ?? '';
    if (text === 'such' && next === 'as') {
      list();
      return at + 1;
    }
    if (text === 'including' || text === 'like' || text === 'namely' || text === 'eg' || text === 'e' || text === 'specifically') {
      if (text === 'e' && next !== '.') return at;
      if (text === 'including' && tokens[at - 1]?.text === 'not') except();
      else if (!prepositions.has(next) || next === 'without') list();
    } else if (text === 'example' || text === 'instance' || text === 'follows') {
      const after = tokens[at + (next === ',' ? 2 : 1)]?.text ?? '';
      if ((tokens[at - 1]?.text === 'for' && !prepositions.has(after)) || text === 'follows') list();
    } else if ((text === 'along' || text === 'together' || text === 'conjunction' || text === 'addition') && (next === 'with' || next === 'to')) {
      frame = { ...frame, aside: false };
      return at + 1;
    } else if (text === 'well' && next === 'as' && tokens[at - 1]?.text === 'as') {
      frame = { ...frame, aside: false };
      return at + 1;
    } else if (text === 'excluding' || (text === 'other' && next === 'than') || (text === 'not' && tokens[at - 1]?.text === 'but' && next !== 'limited') || (text === 'except' && next !== 'as') || (text === 'exception' && next === 'of')) except();
    else if (text === 'no' || text === 'none' || text === 'neither') {
      deniedAt = done.length;
      denied = next !== ',' && next !== 'longer' && next !== 'matter' && !(text === 'neither' && next === 'party');
    } else if (coordinators.has(text)) {
      if (text === 'but') denied = false;
      if (frame.outer && frame.outer.length > 0 && !groupFollows(at)) frame = { ...frame, open: frame.outer, outer: undefined, aside: false };
    } else if (conditionals.has(text) && text !== 'as' && text !== 'so' && text !== 'since' && groups.slice(nextGroup).length > 0) {
      frame = { ...frame, aside: true };
    } else if (text === 'on' ? !(last && last.mention.end === at) : prepositions.has(text) && !contentPrepositions.has(text) && !(text === 'with' && (joinsObjects() || isGiven()))) {
      // "share with us your photos": a pronoun ends the aside that it stands in
      if (objectPronouns.has(next)) return at + 1;
      frame = { ...frame, aside: true };
    } else if (possessives.has(text) && frame.aside && isHeavyObject(at)) frame = { ...frame, aside: false };
    else if (text === 'about' || text === 'regarding' || text === 'concerning') frame = { ...frame, aside: false };
    return at;
  }

  function except(): void {
    frame = { ...frame, except: true, open: frame.open.length > 0 ? frame.open : (last?.taken ?? []) };
  }

  /** "disclose to third parties *your* name": the object stands behind the receiver. */
  function isHeavyObject(at: number): boolean {
    const before = tokens[at - 1];
    return frame.open.length > 0 && frame.open.every((one) => one.arguments.length === 0 && !one.passive) && before?.kind === 'word' && !isFunctionWord(before.text);
  }

  /** "link your name with your device ID" */
  function joinsObjects(): boolean {
    return frame.open.some((one) => /^(?:link|associate|combine|match|correlate|merge)$/.test(one.group?.verb?.lemma ?? ''));
  }

  /** "provide us *with* your name" */
  function isGiven(): boolean {
    return frame.open.length > 0 && frame.open.every((one) => one.arguments.length === 0 && /^(?:provide|supply|furnish|present)$/.test(one.group?.verb?.lemma ?? ''));
  }

  function groupFollows(at: number): boolean {
    let i = at + 1;
    while (tokens[i] && (isAdverb((tokens[i] as Token).text) || isQuote((tokens[i] as Token).text))) i++;
    return groups[nextGroup]?.start === i;
  }

  const subject = done.findLast((one) => !one.subject.shared && one.group.form === 'finite')?.subject;
  const negated = done.at(-1)?.negated ?? false;
  return { predicates, opening: { open: frame.list ?? frame.open, ...(subject && { subject }), negated }, label, done };
}

/** Words that begin another object after a comma. */
const REOPENING = new Set(['your', 'their', 'his', 'her', 'the', 'any', 'other', 'all', 'certain', 'as', 'along', 'together', 'including', 'such']);
/** Verbs that ask for access. */
const ASKING = /^(?:need|require|request|ask|seek)/;
const JOINING = new Set([',', 'and', 'or', 'nor', '/', '&', 'also', 'other', 'as', 'well', 'such', 'including', 'like', '(', ')']);

