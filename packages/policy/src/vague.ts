import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, PolicyStatement, SectionKind, VaguePhrase } from '@mingshi/model';
import type { Sentence } from './unit.ts';

/** Words that say too little in sentences that collect, use or share data. */
export function vagueOf(
  _documents: readonly PolicyDocument[],
  _sentences: readonly Sentence[],
  _sectionKinds: readonly (readonly SectionKind[])[],
  _statements: readonly PolicyStatement[],
  _knowledge: Knowledge,
): readonly VaguePhrase[] {
  return [];
}
