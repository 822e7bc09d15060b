import type { RawStatement, Span } from '../../unit.ts';
import type { Argument, Parsed, Predicate } from './predicates.ts';

/** Statements from the verbs that were given data. */
export function rawStatementsOf(predicates: readonly Predicate[]): RawStatement[] {
  const statements: RawStatement[] = [];
  for (const predicate of predicates) {
    const kept = predicate.arguments.filter((argument) => !argument.except);
    const excepted = predicate.arguments.filter((argument) => argument.except);
    if (kept.length > 0) statements.push(rawStatementOf(predicate, kept, predicate.negated));
    if (excepted.length > 0 && !predicate.negated) statements.push(rawStatementOf(predicate, excepted, true));
  }
  return statements;
}

function rawStatementOf(predicate: Predicate, argumentsOf: readonly Argument[], negated: boolean): RawStatement {
  const { parsed, group, actor } = predicate;
  const verb = group && spanOf(parsed, group.head, group.end);
  const named = actor && spanOf(parsed, actor.start, actor.end);
  return {
    action: predicate.action,
    ...(verb && { verb }),
    negated,
    modality: modalityOf(predicate),
    actor: {
      role: predicate.role === 'data' ? 'unknown' : predicate.role,
      name: named ? named.sentence.text.slice(named.start, named.end) : '',
      ...(named && { span: named }),
    },
    dataTypes: unique(argumentsOf).map(({ parsed: from, mention }) => ({
      id: mention.id,
      generic: mention.generic,
      span: spanOf(from, mention.start, mention.end),
    })),
    purposes: [],
    thirdParties: [],
    permissions: [],
  };
}

function unique(all: readonly Argument[]): readonly Argument[] {
  const seen = new Set<Argument['mention']>();
  return all.filter(({ mention }) => !seen.has(mention) && seen.add(mention));
}

function modalityOf(predicate: Predicate): RawStatement['modality'] {
  if (predicate.conditional) return 'conditional';
  if (/^(?:may|might|can|could)/.test(predicate.modal)) return 'may';
  if (/^(?:will|shall|would|won|ll)/.test(predicate.modal)) return 'will';
  if (/^must/.test(predicate.modal)) return 'must';
  return predicate.modal === 'with-consent' ? 'with-consent' : 'does';
}

/** Tokens as a stretch of their sentence. */
export function spanOf(parsed: Parsed, start: number, end: number): Span {
  return { sentence: parsed.sentence, start: parsed.tokens[start]?.start ?? 0, end: parsed.tokens[end - 1]?.end ?? 0 };
}
