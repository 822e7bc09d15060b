import { isKindOf } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyStatement } from '@mingshi/model';

/** Statements of a kind that speak of one of the data types by its own name. */
export function tellsOf(
  statements: readonly PolicyStatement[],
  types: readonly string[],
  kind: (statement: PolicyStatement) => boolean,
): readonly PolicyStatement[] {
  const wanted = new Set(types);
  return statements.filter(
    (statement) => kind(statement) && statement.dataTypes.some(({ id, generic }) => !generic && wanted.has(id)),
  );
}

/** Kinds that are used for what stands below them: 位置信息 tells of 精确位置, while 发布内容 says nothing of recordings. */
const SAID_FOR_ALL = ['location', 'device-identifier', 'advertising-id'];

/** The kinds above a data type by whose words it is told as well. */
export const kindsAbove = (type: string, knowledge: Knowledge): readonly string[] =>
  SAID_FOR_ALL.filter((kind) => kind !== type && isKindOf(knowledge, type, kind));

/** Statements that speak of a data type by its own name, or else by that of a kind above it. */
export function nearestTells(
  statements: readonly PolicyStatement[],
  type: string,
  knowledge: Knowledge,
  kind: (statement: PolicyStatement) => boolean,
): readonly PolicyStatement[] {
  const own = tellsOf(statements, [type], kind);
  return own.length > 0 ? own : tellsOf(statements, kindsAbove(type, knowledge), kind);
}
