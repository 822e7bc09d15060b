import type { PolicyReading, PolicyStatement } from '@mingshi/model';

/** What is known of documents when all their statements are. */
export type Held = Pick<PolicyReading, 'elements' | 'vague'>;

/** The statements of documents, stretch by stretch in reading order, and at the end what the documents hold. */
export type Telling = Generator<readonly PolicyStatement[], Held>;

/** A telling to its end: for those who need all of it. */
export function wholeOf(telling: Telling): Held & Pick<PolicyReading, 'statements'> {
  const statements: PolicyStatement[] = [];
  let next = telling.next();
  for (; !next.done; next = telling.next()) {
    for (const statement of next.value) statements.push(statement);
  }
  return { statements, ...next.value };
}
