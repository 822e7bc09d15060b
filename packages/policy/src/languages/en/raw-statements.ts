import type { Action } from '@mingshi/model';
import type { RawStatement, Span } from '../../units/unit.ts';
import { conditionOf } from './conditions.ts';
import type { ConditionAt } from './conditions.ts';
import { permissionsFor } from './permissions.ts';
import type { PermissionAt } from './permissions.ts';
import type { Argument, Parsed, Predicate } from './predicates.ts';
import { purposesOf } from './purposes.ts';
import type { PurposeAt } from './purposes.ts';
import { recipientsOf, seersOf } from './recipients.ts';
import type { RecipientAt } from './recipients.ts';
import type { Words } from './words.ts';

/** What a sentence tells around its verbs; worked out once for all its statements. */
interface Circumstances {
  readonly purposes: readonly PurposeAt[];
  readonly condition: ConditionAt | undefined;
  readonly recipients: readonly RecipientAt[];
}

/** Turns what was read into statements; remembers what it found in a sentence. */
export interface Stating {
  readonly words: Words;
  readonly known: Map<Parsed, Circumstances>;
}

/** Begins the statements of a unit. */
export function statingWith(words: Words): Stating {
  return { words, known: new Map() };
}

function circumstancesOf({ words, known }: Stating, parsed: Parsed): Circumstances {
  let found = known.get(parsed);
  if (!found) {
    found = {
      purposes: purposesOf(parsed, words.purposes, false),
      condition: conditionOf(parsed),
      recipients: recipientsOf(parsed),
    };
    known.set(parsed, found);
  }
  return found;
}

/** What a verb says of its data: of those it handles, of techniques, and of those it excepts. */
export function statementsOf(stating: Stating, predicate: Predicate): RawStatement[] {
  const statements: RawStatement[] = [];
  const kept = predicate.arguments.filter((argument) => !argument.except && !isExplained(argument));
  const excepted = predicate.arguments.filter((argument) => argument.except);
  // Cookies that are "used" or "placed" are a technique, not data that is handled.
  const isTechnique = ({ mention }: Argument): boolean => mention.id === 'cookie' && predicate.action !== 'collect';
  const techniques = kept.filter(isTechnique);
  const handled = techniques.length > 0 ? kept.filter((argument) => !isTechnique(argument)) : kept;
  if (handled.length > 0) statements.push(statementOf(stating, predicate, handled, predicate.negated));
  if (techniques.length > 0) {
    statements.push({ ...statementOf(stating, predicate, techniques, predicate.negated), action: 'other' });
  }
  // "your name but not your age"; "nothing except your age"
  if (excepted.length > 0) statements.push(statementOf(stating, predicate, excepted, !predicate.negated));
  return statements;
}

/** What a sentence says of permissions by their names. */
export function permissionStatement(
  stating: Stating,
  parsed: Parsed,
  permissions: readonly PermissionAt[],
  negated: boolean,
): RawStatement {
  const { purposes, condition } = circumstancesOf(stating, parsed);
  return {
    action: 'request-permission',
    negated,
    modality: condition ? (condition.consent ? 'with-consent' : 'conditional') : 'does',
    actor: { role: 'first-party', name: '' },
    dataTypes: permissions
      .filter(({ dataType }) => dataType !== '')
      .map(({ dataType, start, end }) => ({ id: dataType, generic: false, span: spanOf(parsed, start, end) })),
    purposes: purposes.map((purpose) => placed(parsed, purpose)),
    ...(condition && { condition: spanOf(parsed, condition.start, condition.end) }),
    thirdParties: [],
    permissions: [...new Set(permissions.flatMap(({ names }) => names))],
  };
}

/** The whole of a cell as purposes. */
export function purposesIn({ words }: Stating, parsed: Parsed): RawStatement['purposes'] {
  return purposesOf(parsed, words.purposes, true).map((purpose) => placed(parsed, purpose));
}

function statementOf(stating: Stating, predicate: Predicate, given: readonly Argument[], negated: boolean): RawStatement {
  const { parsed, group, actor } = predicate;
  const { purposes, condition, recipients } = circumstancesOf(stating, parsed);
  const own = group ? purposes : [];
  const action: Action = predicate.asked ? 'request-permission' : predicate.action;
  const named = actor && spanOf(parsed, actor.start, actor.end);
  return {
    action,
    ...(group && { verb: spanOf(parsed, group.head, group.end) }),
    negated,
    modality: modalityOf(predicate, condition),
    actor: {
      role: predicate.role === 'data' ? 'unknown' : predicate.role,
      name: named ? named.sentence.text.slice(named.start, named.end) : '',
      ...(named && { span: named }),
    },
    dataTypes: unique(given).map(({ parsed: from, mention }) => ({
      id: mention.id,
      generic: mention.generic,
      span: spanOf(from, mention.start, mention.end),
    })),
    purposes: [
      ...own.map((purpose) => placed(parsed, purpose)),
      ...predicate.reasons.map((reason) => placed(reason.parsed, reason.purpose)),
    ],
    ...(condition && group && { condition: spanOf(parsed, condition.start, condition.end) }),
    thirdParties: recipients
      .filter(({ start }) => start !== actor?.start || predicate.role === 'third-party')
      .concat(seersOf(predicate))
      .map(({ name, kind, start, end }) => ({ name, kind, span: spanOf(parsed, start, end) })),
    permissions: action === 'request-permission' ? permissionsOpening(given, stating.words) : [],
  };
}

function permissionsOpening(given: readonly Argument[], { permissions }: Words): readonly string[] {
  return [...new Set(given.flatMap(({ parsed, mention }) => permissionsFor(parsed.tokens, mention, permissions)))];
}

const FOR_ADS = new Set(['advertising-id', 'idfa', 'oaid']);
const EXAMPLES = new Set(['such', 'like', 'including', 'include', 'e', 'eg', 'namely']);
const OF_DEVICES = /device|hardware|phone|serial/;

/** "identifiers such as the advertising ID": the general word says no more than its example. */
function isExplained({ parsed: { tokens, mentions }, mention }: Argument): boolean {
  if (mention.id !== 'device-identifier') return false;
  const next = mentions.find(({ start }) => start >= mention.end);
  if (!next || !FOR_ADS.has(next.id) || next.start - mention.end > 8) return false;
  if (tokens.slice(mention.start, mention.end).some(({ text }) => OF_DEVICES.test(text))) return false;
  return tokens.slice(mention.end, next.start).some(({ text }) => EXAMPLES.has(text));
}

function placed(parsed: Parsed, { category, vague, start, end }: PurposeAt): RawStatement['purposes'][number] {
  return { category, vague, span: spanOf(parsed, start, end) };
}

function unique(all: readonly Argument[]): readonly Argument[] {
  const seen = new Set<Argument['mention']>();
  return all.filter(({ mention }) => !seen.has(mention) && seen.add(mention));
}

function modalityOf(predicate: Predicate, condition: ConditionAt | undefined): RawStatement['modality'] {
  if (condition?.consent || predicate.modal === 'with-consent') return 'with-consent';
  if (predicate.conditional || condition) return 'conditional';
  if (/^(?:may|might|can|could)/.test(predicate.modal)) return 'may';
  if (/^(?:will|shall|would|won|ll)/.test(predicate.modal)) return 'will';
  return predicate.modal.startsWith('must') ? 'must' : 'does';
}

/** Tokens as a stretch of their sentence. */
function spanOf(parsed: Parsed, start: number, end: number): Span {
  return { sentence: parsed.sentence, start: parsed.tokens[start]?.start ?? 0, end: parsed.tokens[end - 1]?.end ?? 0 };
}
