import { articles, possessives } from './function-words.ts';
import type { Mention } from './mentions.ts';
import type { Parsed, Predicate } from './predicates.ts';
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

/** A verb group as it was understood, for those behind it. */
export interface Done {
  readonly group: VerbGroup;
  readonly subject: Subject;
  readonly negated: boolean;
  /** Nothing said in this clause counts: a right, advice, a condition that is denied. */
  readonly void: boolean;
  readonly predicates: readonly Predicate[];
}

/** What a bracket interrupts and comes back to. */
export interface Frame {
  /** The verbs that take the data named next. */
  open: readonly Predicate[];
  /** Verbs that a list belongs to: taken up again at each comma. */
  list: readonly Predicate[] | undefined;
  /** The verbs of the clause that a relative clause interrupts. */
  outer: readonly Predicate[] | undefined;
  /** Behind a preposition of place, means or receiver: which one, '' when not. */
  aside: string;
  /** Behind "but not", "excluding". */
  except: boolean;
  /** Behind an infinitive that tells why. */
  purpose: boolean;
}

/** Where the reading of a sentence stands. */
export interface State extends Frame {
  readonly parsed: Parsed;
  readonly opening: Opening;
  readonly predicates: Predicate[];
  readonly done: Done[];
  /** Data before the first verb. */
  readonly label: Mention[];
  readonly brackets: Frame[];
  /** Data since the clause began. */
  before: Mention[];
  /** The verbs that took data last. */
  anchor: readonly Predicate[];
  last: { readonly mention: Mention; readonly taken: readonly Predicate[] } | undefined;
  /** Cookies that the sentence explains: "cookies are small files that …". */
  readonly defined: Set<Mention>;
  /** Behind "no", "none of": what is named next is denied; since which verb. */
  denied: boolean;
  deniedAt: number;
  nextGroup: number;
}

/** The state at the beginning of a sentence. */
export function stateOf(parsed: Parsed, opening: Opening): State {
  return {
    parsed,
    opening,
    predicates: [],
    done: [],
    label: [],
    brackets: [],
    before: [],
    anchor: opening.open,
    last: undefined,
    defined: new Set(),
    denied: false,
    deniedAt: 0,
    nextGroup: 0,
    open: opening.open,
    list: opening.open.length > 0 ? opening.open : undefined,
    outer: undefined,
    aside: '',
    except: false,
    purpose: false,
  };
}

/** Gives data to the verbs that are open. */
export function take(state: State, mention: Mention): void {
  const { open, except, denied, parsed } = state;
  for (const predicate of open) {
    // "no data except your name": what is excepted from nothing is there
    predicate.arguments.push({ parsed, mention, except: except !== (denied && !predicate.negated) });
  }
  if (open.length > 0) state.anchor = open;
  state.last = { mention, taken: open };
}

/** Gives data to verbs, whatever is open. */
export function give(state: State, mentions: readonly Mention[], predicates: readonly Predicate[]): void {
  for (const predicate of predicates) {
    for (const mention of mentions) predicate.arguments.push({ parsed: state.parsed, mention, except: false });
  }
}

/** Takes back data that looked like an object and turns out to be the subject of the next verb. */
export function retract(state: State, from: number): void {
  for (const { arguments: given } of [...state.opening.open, ...state.predicates]) {
    for (let last = given.at(-1); last?.parsed === state.parsed && last.mention.start >= from; last = given.at(-1))
      given.pop();
  }
}

const JOINING = new Set(', and or nor / & also other as well such including like ( )'.split(' '));

/** Words that may stand between members of a list of data. */
function joins({ text, tag }: Token): boolean {
  return JOINING.has(text) || tag === '' || articles.has(text) || possessives.has(text) || text === 'about';
}

/** The data named right before a place, with those it is listed with. */
export function nearest(state: State, place: number): Mention[] {
  const { tokens } = state.parsed;
  const found: Mention[] = [];
  let limit = 8;
  let until = place;
  for (let i = state.before.length - 1; i >= 0; i--) {
    const mention = state.before[i] as Mention;
    if (mention.start >= place || state.defined.has(mention)) continue;
    const gap = tokens.slice(mention.end, until);
    if (gap.length > limit || gap.some((token) => token.text === ';' || token.text === ':')) break;
    if (found.length > 0 && !gap.every(joins)) break;
    found.unshift(mention);
    until = mention.start;
    limit = 4;
  }
  return found;
}
