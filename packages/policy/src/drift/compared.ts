import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, PolicyElement, PolicyReading } from '@mingshi/model';
import { elementCollector } from '../elements/collector.ts';
import { passageMaker, type Passage } from '../elements/passages.ts';
import { sentencesOf } from '../units/sentences.ts';
import { contactsOf } from '../elements/stretches.ts';

/** Documents that are held against each other, with what was understood of them. */
export interface Compared extends Pick<PolicyReading, 'sectionKinds' | 'statements'> {
  readonly documents: readonly PolicyDocument[];
  readonly knowledge: Knowledge;
  /** The sentences of a document with their cues. */
  readonly passagesIn: (document: number) => readonly Passage[];
  /** What a document by itself holds of what a policy should hold. */
  readonly elementsIn: (document: number) => readonly PolicyElement[];
}

/** Makes documents ready for being held against each other; each is looked at again when it is asked for, and once. */
export function comparedOf(
  documents: readonly PolicyDocument[],
  { sectionKinds, statements }: Pick<PolicyReading, 'sectionKinds' | 'statements'>,
  knowledge: Knowledge,
): Compared {
  const passagesIn = once((index): readonly Passage[] => {
    const document = documents[index];
    const make = passageMaker(documents, sectionKinds, knowledge);
    const sentences = document?.blocks.flatMap((_, number) => sentencesOf(document, index, number)) ?? [];
    return sentences.map((sentence, place) => make(sentence, place));
  });
  const elementsIn = once((index): readonly PolicyElement[] => {
    const elements = elementCollector(contactsOf(documents, sectionKinds, knowledge));
    elements.meet(passagesIn(index), passagesIn(index));
    elements.meetStatements(statements.filter(({ document }) => document === index));
    return elements.found();
  });
  return { documents, sectionKinds, statements, knowledge, passagesIn, elementsIn };
}

function once<T>(find: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const found = known.get(index) ?? find(index);
    known.set(index, found);
    return found;
  };
}
