import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, PolicyElement, PolicyStatement, SectionKind } from '@mingshi/model';
import type { Sentence } from './unit.ts';

export { ELEMENT_IDS } from './elements/ids.ts';
export type { ElementId } from './elements/ids.ts';

/** What a careful reader finds in the policy of the things that it should hold, each with its best sentence. */
export function elementsOf(
  _documents: readonly PolicyDocument[],
  _sentences: readonly Sentence[],
  _sectionKinds: readonly (readonly SectionKind[])[],
  _statements: readonly PolicyStatement[],
  _knowledge: Knowledge,
): readonly PolicyElement[] {
  return [];
}
