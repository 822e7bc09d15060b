import type { PolicyReading, PolicyStatement } from '@mingshi/model';
import { rowOf } from '../places.ts';

/** What a reader has in mind at a statement: its words, its row of a table, the titles above it, the line before its list. */
export function contextOf(statement: PolicyStatement, policy: PolicyReading): string {
  const document = policy.documents[statement.document];
  const titles: string[] = [];
  for (let section = document?.sections[statement.section]; section; section = document?.sections[section.parent ?? -1]) {
    titles.push(section.title);
  }
  const blocks = document?.blocks ?? [];
  const own = blocks.findIndex(({ at }) => at.start <= statement.at.start && statement.at.start < at.end);
  const kind = blocks[own]?.kind;
  let lead = own - 1;
  while (lead >= 0 && blocks[lead]?.kind === kind && own - lead < FAR) lead--;
  const row = rowOf(policy, statement).map(({ text }) => text);
  return [statement.text, ...row, ...titles, kind === 'paragraph' ? '' : (blocks[lead]?.text ?? '')].join('\n');
}

/** Longer lists have their line too far off to be read with each entry. */
const FAR = 200;
