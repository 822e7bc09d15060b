import {
  conditionals,
  contentPrepositions,
  coordinators,
  isAdverb,
  isFunctionWord,
  objectPronouns,
  possessives,
  prepositions,
} from './function-words.ts';
import { isQuote } from './phrases.ts';
import type { Frame, State } from './state.ts';
import type { Token } from './tokens.ts';

/* What signs and small words between verbs and data do to the reading. */

/** Takes note of a sign. */
export function passSign(state: State, text: string, at: number): void {
  if (text === '(' || text === '[') openBracket(state);
  else if (text === ')' || text === ']') closeBracket(state);
  else if (text === ',') passComma(state, at);
  else if (text === ';' || text === '\u2022' || text === '\u25cf' || text === '\u00b7') {
    state.open = state.list ?? state.outer ?? state.open;
    state.outer = undefined;
    state.aside = '';
    state.except = false;
    state.purpose = false;
    state.denied = false;
    state.before = [];
  } else if (text === ':') openList(state);
  else if (text === '-' || text === '\u2013' || text === '\u2014') state.aside = '';
}

function openBracket(state: State): void {
  const { open, list, outer, aside, except, purpose } = state;
  state.brackets.push({ open, list, outer, aside, except, purpose });
  if (!state.last || state.last.taken.length === 0) return;
  state.open = state.last.taken;
  state.list = state.last.taken;
  state.aside = '';
}

function closeBracket(state: State): void {
  const frame: Frame | undefined = state.brackets.pop();
  if (!frame) return;
  state.open = frame.open;
  state.list = frame.list;
  state.outer = frame.outer;
  state.aside = frame.aside;
  state.except = frame.except;
  state.purpose = frame.purpose;
}

/** Words that begin another object after a comma. */
const REOPENING = new Set('your their his her the any other all certain as along together including such'.split(' '));

function passComma(state: State, at: number): void {
  const { tokens } = state.parsed;
  if (state.done.length > state.deniedAt) state.denied = false;
  let next = at + 1;
  while (tokens[next] && (coordinators.has((tokens[next] as Token).text) || isAdverb((tokens[next] as Token).text)))
    next++;
  // "over home networks, routers": only what plainly begins anew leaves the aside
  if (state.list || REOPENING.has(tokens[next]?.text ?? '')) state.aside = '';
  if (state.list) {
    state.open = state.list;
    state.outer = undefined;
    state.purpose = false;
  } else if (state.outer && state.outer.length > 0) {
    state.open = state.outer;
    state.outer = undefined;
  }
}

/** What follows are members of what was named before. */
function openList(state: State): void {
  const { last } = state;
  const taken = last && last.taken.length > 0 ? last.taken : undefined;
  if (state.purpose && !taken) return;
  const outer = state.outer && state.outer.length > 0 ? state.outer : undefined;
  state.open = outer ?? (state.open.length > 0 ? state.open : (taken ?? state.anchor));
  if (state.open.length > 0) state.list = state.open;
  state.outer = undefined;
  state.aside = '';
  state.purpose = false;
}

function openException(state: State): void {
  state.except = true;
  state.aside = '';
  if (state.open.length === 0) state.open = state.last?.taken ?? [];
}

const LEADING = new Set(['including', 'like', 'namely', 'eg', 'specifically']);
const JOINING = new Set(['along', 'together', 'conjunction', 'addition']);

/** Takes note of a word; returns the index of the last token that it covers. */
export function passWord(state: State, text: string, at: number): number {
  const { tokens } = state.parsed;
  const next = tokens[at + 1]?.text ?? '';
  const earlier = tokens[at - 1]?.text ?? '';
  if ((text === 'such' && next === 'as') || (text === 'e' && next === '.')) {
    openList(state);
    return at + 1;
  }
  if (JOINING.has(text) && (next === 'with' || next === 'to')) {
    state.aside = '';
    return at + 1;
  }
  if (text === 'well' && next === 'as' && earlier === 'as') {
    state.aside = '';
    return at + 1;
  }
  if (LEADING.has(text)) {
    if (text === 'including' && earlier === 'not') openException(state);
    else if (!prepositions.has(next) || next === 'without') openList(state);
  } else if (text === 'example' || text === 'instance' || text === 'follows') {
    const after = tokens[at + (next === ',' ? 2 : 1)]?.text ?? '';
    if (text === 'follows' || (earlier === 'for' && !prepositions.has(after))) openList(state);
  } else if (isException(text, next, earlier) || isOnly(state, text, earlier) || isContrast(state, text, at)) {
    openException(state);
    if (leadsOnToData(state, next, at + 2)) return at + 1;
  } else if (text === 'no' || text === 'none' || text === 'nothing' || text === 'neither') {
    state.deniedAt = state.done.length;
    state.denied = next !== ',' && next !== 'longer' && next !== 'matter' && !(text === 'neither' && next === 'party');
  } else if (coordinators.has(text)) passCoordinator(state, text, at);
  else if (conditionals.has(text) && text !== 'as' && text !== 'so' && text !== 'since' && hasMoreVerbs(state))
    state.aside = text;
  else if (isPreposition(state, text, at)) {
    // "share with us your photos": a pronoun ends the aside that it stands in
    if (objectPronouns.has(next)) return at + 1;
    state.aside = text;
  } else if (state.aside !== '' && possessives.has(text) && isHeavyObject(state, at)) state.aside = '';
  else if (text === 'about' || text === 'regarding' || text === 'concerning') state.aside = '';
  return at;
}

/** "excluding", "other than", "but not", "except", "with the exception of" */
function isException(text: string, next: string, earlier: string): boolean {
  if (text === 'excluding') return true;
  if (text === 'other') return next === 'than';
  if (text === 'not') return earlier === 'but' && next !== 'limited';
  return (text === 'except' && next !== 'as') || (text === 'exception' && next === 'of');
}

/** "other than your name" behind a denial, "except for your name": no preposition that leads away, unless to a purpose. */
function leadsOnToData({ open, denied, parsed }: State, text: string, from: number): boolean {
  if (text === 'than') return denied || open.some(({ negated }) => negated);
  return (text === 'for' || text === 'of') && !parsed.tokens.slice(from, from + 5).some(({ stem }) => AIMS.has(stem));
}

const AIMS = new Set(['purpose', 'reason', 'case', 'circumstance', 'situation']);

/** "We collect your name, not your city" */
function isContrast({ open, parsed }: State, text: string, at: number): boolean {
  if (text !== 'not' || open.length === 0 || open.some(({ negated }) => negated)) return false;
  const earlier = parsed.tokens[at - 1]?.text ?? '';
  return (earlier === ',' || earlier === 'and') && parsed.mentions.some(({ start }) => start === at + 1);
}

/** "We do not share your name, only your city" */
function isOnly({ open }: State, text: string, earlier: string): boolean {
  return text === 'only' && earlier === ',' && open.length > 0 && open.every(({ negated }) => negated);
}

function passCoordinator(state: State, text: string, at: number): void {
  const { tokens } = state.parsed;
  if (text === 'but') state.denied = false;
  if (!state.outer || state.outer.length === 0) return;
  let i = at + 1;
  while (tokens[i] && (isAdverb((tokens[i] as Token).text) || isQuote((tokens[i] as Token).text))) i++;
  if (state.parsed.groups[state.nextGroup]?.start === i) return;
  state.open = state.outer;
  state.outer = undefined;
  state.aside = '';
}

function hasMoreVerbs(state: State): boolean {
  return state.nextGroup < state.parsed.groups.length;
}

/** A preposition behind which stands something else than data handled. */
function isPreposition(state: State, text: string, at: number): boolean {
  if (text === 'on') return state.last?.mention.end !== at;
  if (!prepositions.has(text) || contentPrepositions.has(text)) return false;
  // "among others": leads nowhere
  // "scan your inbox for suspicious messages"
  if (text === 'for' && state.open.length > 0 && state.open.every(({ group }) => SEEKING.test(group?.verb?.lemma ?? ''))) return false;
  if (text === 'among' && /^others?$/.test(state.parsed.tokens[at + 1]?.text ?? '')) return false;
  return text !== 'with' || !(joinsObjects(state) || isGiven(state));
}

const SEEKING = /^(?:scan|search|query)$/;

/** "disclose to third parties *your* name": the object stands behind the receiver. */
function isHeavyObject({ open, parsed }: State, at: number): boolean {
  const before = parsed.tokens[at - 1];
  if (before?.kind !== 'word' || isFunctionWord(before.text)) return false;
  return open.length > 0 && open.every((one) => one.arguments.length === 0 && !one.passive);
}

/** "link your name with your device ID" */
function joinsObjects({ open }: State): boolean {
  return open.some((one) => /^(?:link|associate|combine|match|correlate|merge)$/.test(one.group?.verb?.lemma ?? ''));
}

/** "provide us *with* your name" */
function isGiven({ open }: State): boolean {
  const gives = /^(?:provide|supply|furnish|present)$/;
  return open.length > 0 && open.every((one) => one.arguments.length === 0 && gives.test(one.group?.verb?.lemma ?? ''));
}
