import type { Action } from '@mingshi/model';
import type { Sentence } from '../../units/unit.ts';
import type { Mention } from './mentions.ts';
import type { PartyAt } from './parties.ts';
import type { PurposeAt } from './purposes.ts';
import type { Role, Subject } from './subjects.ts';
import type { Token } from './tokens.ts';
import type { VerbGroup } from './verb-groups.ts';

/** A sentence with all that was recognised in it before its clauses are read. */
export interface Parsed {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** All data named, also in names of permissions. */
  readonly named: readonly Mention[];
  readonly parties: readonly PartyAt[];
  readonly groups: readonly VerbGroup[];
}

/** Data as object of a verb. */
export interface Argument {
  readonly parsed: Parsed;
  readonly mention: Mention;
  /** Taken out of a statement that holds for the rest: "but not your name". */
  readonly except: boolean;
}

/** A verb of data handling with what it is done to: a statement in the making. */
export interface Predicate {
  readonly parsed: Parsed;
  readonly action: Action;
  /** Absent where a heading or a table column carries the verb. */
  readonly group: VerbGroup | undefined;
  readonly role: Role;
  readonly actor: { readonly start: number; readonly end: number } | undefined;
  readonly negated: boolean;
  readonly conditional: boolean;
  readonly modal: string;
  readonly passive: boolean;
  /** The access that is asked for: "we request access to your camera". */
  readonly asked: boolean;
  readonly arguments: Argument[];
  /** Purposes told elsewhere than in its own sentence: in the items of a list, in a cell. */
  readonly reasons: { readonly parsed: Parsed; readonly purpose: PurposeAt }[];
}

/** Whether a verb group says that data are handled, and how, given who its subject is. */
export function actionOf(group: VerbGroup, role: Role, tokens: readonly Token[]): Action | undefined {
  const { verb } = group;
  if (!verb || (verb.kinds.has('other') && verb.actions.length === 0 && !verb.kinds.has('give'))) return undefined;
  const next = tokens[group.end]?.text;
  if (role === 'user' && !group.passive) {
    // "you will be prompted to grant access to your contacts", but a right to be given access
    if (/^(?:grant|give|provide|allow) access to$/.test(verb.lemma) && !group.bare) return 'collect';
    return verb.kinds.has('give') && next !== 'you' ? 'collect' : undefined;
  }
  if (REQUIRED.test(verb.lemma)) return isRequired(group, role, tokens) ? 'collect' : undefined;
  const [action] = verb.actions;
  if (group.passive) {
    // "cookies called pixels", "as seen on", "which others have copied"
    if (NAMING.test(verb.lemma) || verb.lemma === 'assign' || (verb.lemma === 'copy' && next !== 'to')) return undefined;
    const by = byWhom(group, tokens);
    if (by === 'user' && verb.kinds.has('give')) return 'collect';
    if (by === 'user') return undefined;
    // "call records are held by your carrier": that is between users and it
    if (action === 'store' && isOfUser(group, tokens)) return undefined;
    if (GIVEN.test(verb.lemma) && ELSEWHERE.has(next ?? '')) return undefined;
    if (action === 'share' && isGivenToUs(group, tokens)) return 'collect';
    if (action) return action;
    return group.form === 'participle' && /^(?:submit|enter|upload|input|supply|fill in)$/.test(verb.lemma)
      ? 'collect'
      : undefined;
  }
  // "this helps", "your address lets us": what helps the company is used
  if (role === 'data' && HELPING.test(verb.lemma) && /^(?:us|me)$/.test(next ?? ''))
    return tokens[group.end + 1]?.text === 'know' ? undefined : 'use';
  // "Admins enter the names of their members": only who has data fills them in
  if (ENTERING.test(verb.lemma) && group.form === 'finite' && (role === 'unknown' || role === 'third-party')) return 'collect';
  if (!action || (MOVING.test(verb.lemma) ? role !== 'data' : LOOKING.test(verb.lemma) && role === 'unknown')) return undefined;
  // "provide you with updates", "send to you": the user receives
  if (TO_SOMEONE.has(action) && (next === 'you' || (next === 'to' && tokens[group.end + 1]?.text === 'you')))
    return undefined;
  if (action === 'share' && next === 'us' && role !== 'third-party') return 'collect';
  return action;
}

const ENTERING = /^(?:enter|fill in|fill out|type in|input)$/;
const HELPING = /^(?:help|let|allow|enable)$/;
/** What data do by themselves: "crash logs go to the developer". */
const MOVING = /^(?:go (?:straight )?to|flow to|pass through)$/;
const LOOKING = /^look at$/;
/** "Your e-mail address is required to sign up", "we need your number"; "required by law", "information that is needed" take nothing. */
function isRequired(group: VerbGroup, role: Role, tokens: readonly Token[]): boolean {
  const next = tokens[group.end]?.text ?? '';
  if (group.negated || role === 'user') return false;
  if (!group.passive) return role === 'first-party' && next === 'your';
  if (group.form === 'participle') return false;
  const before = tokens.slice(Math.max(0, group.start - 6), group.start).map(({ text }) => text);
  if (!before.includes('your') || /^(?:that|which|it|access|permissions?|consent)$/.test(before.at(-1) ?? '')) return false;
  return next === '.' || next === '' || (next === 'for' && tokens[group.end + 1]?.kind === 'word') || (next === 'to' && DEED.test(tokens[group.end + 1]?.text ?? ''));
}

/** What users are to do with what is required of them. */
const DEED = /^(?:create|register|sign|log|open|activate|complete|order|purchase|verify|set|join|book|place|make|use)$/;
const REQUIRED = /^(?:require|need)$/;
const NAMING = /^(?:call|see|open)$/;
/** "the address provided below" is the company's own. */
const GIVEN = /^(?:provide|give|publish|display|show|post|send|supply)$/;
const ELSEWHERE = new Set(['below', 'above', 'here', 'herein', 'in', 'at', 'under']);
const TO_SOMEONE: ReadonlySet<Action> = new Set(['share', 'transfer', 'disclose', 'publish', 'sell']);

/** More who use a service, behind an article: "entered by the parent". */
const PEOPLE = /^(?:parents?|guardians?|patients?|applicants?|members?|players?|students?|passengers?|guests?)$/;

/** The agent of a passive verb: "by you", "by third parties". */
function byWhom(group: VerbGroup, tokens: readonly Token[]): 'user' | 'first-party' | 'other' | undefined {
  for (let i = group.end; i < tokens.length && i < group.end + 4; i++) {
    const { text, kind } = tokens[i] as Token;
    if (kind === 'sign') return undefined;
    if (text !== 'by') continue;
    const next = tokens[i + 1]?.text ?? '';
    const after = tokens[i + 2]?.text ?? '';
    if (
      next === 'you' ||
      /^(?:users?|visitors?|customers?)$/.test(next) ||
      /^(?:users?|visitors?|customers?)$/.test(after) ||
      (/^(?:the|an?|your|each|their)$/.test(next) && PEOPLE.test(after))
    )
      return 'user';
    if (next === 'us' || next === 'our') return 'first-party';
    return 'other';
  }
  return undefined;
}

function isOfUser({ end }: VerbGroup, tokens: readonly Token[]): boolean {
  return tokens[end]?.text === 'by' && tokens[end + 1]?.text === 'your';
}

function isGivenToUs(group: VerbGroup, tokens: readonly Token[]): boolean {
  return (
    tokens[group.end]?.text === 'to' && (tokens[group.end + 1]?.text === 'us' || tokens[group.end + 1]?.text === 'our')
  );
}

/** A predicate without arguments yet. */
export function predicateOf(
  parsed: Parsed,
  action: Action,
  group: VerbGroup | undefined,
  subject: Pick<Subject, 'role' | 'start' | 'end'> | undefined,
  how: { readonly negated: boolean; readonly conditional?: boolean; readonly modal?: string; readonly asked?: boolean },
): Predicate {
  return {
    parsed,
    action,
    group,
    role: subject?.role ?? 'unknown',
    actor: subject && subject.end > subject.start ? { start: subject.start, end: subject.end } : undefined,
    negated: how.negated,
    conditional: how.conditional ?? false,
    modal: how.modal ?? '',
    asked: how.asked ?? false,
    passive: group?.passive ?? false,
    arguments: [],
    reasons: [],
  };
}
