import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, SectionKind } from '@mingshi/model';
import type { Contacts } from './found.ts';
import { passageMaker, type Passage, type PassageMaker } from './passages.ts';
import { sentencesOf } from '../units/sentences.ts';
import type { Stretch } from '../units/units.ts';

/** A stretch whose sentences have their cues, with the passages before and behind that readers may look at. */
interface Surrounded extends Stretch {
  readonly own: readonly Passage[];
  /** All passages near; `index` of each is its place in these. */
  readonly passages: readonly Passage[];
}

/** How many passages readers look around at most. */
const REACH = 16;

/** Each stretch, when the passages behind it are known, too. */
export function* withPassages(documents: Iterable<Iterable<Stretch>>, make: PassageMaker): Iterable<Surrounded> {
  const passages: (Passage | undefined)[] = [];
  const waiting: Surrounded[] = [];
  let forgotten = 0;
  for (const stretches of documents) {
    for (const stretch of stretches) {
      const own = stretch.sentences.map((sentence, i) => make(sentence, passages.length + i));
      for (const passage of own) passages.push(passage);
      waiting.push({ ...stretch, own, passages: passages as readonly Passage[] });
      for (let next = waiting[0]; next && isSurrounded(next); next = waiting[0]) {
        // Passages out of everybody's reach are let go; the others keep their places.
        for (const end = (next.own[0]?.index ?? 0) - REACH; forgotten < end; forgotten++) passages[forgotten] = undefined;
        yield next;
        waiting.shift();
      }
    }
  }
  yield* waiting;
}

function isSurrounded({ own, passages }: Surrounded): boolean {
  return own.length === 0 || (own.at(-1) as Passage).index + REACH < passages.length;
}

/** The passages of the sections on contacts; found when somebody asks. */
export function contactsOf(
  documents: readonly PolicyDocument[],
  sectionKinds: readonly (readonly SectionKind[])[],
  knowledge: Knowledge,
): Contacts {
  const known: (readonly Passage[])[] = [];
  const find = (index: number): readonly Passage[] => {
    const document = documents[index];
    if (!document) return [];
    const make = passageMaker(documents, sectionKinds, knowledge);
    return document.blocks.flatMap(({ section }, number) => {
      if (sectionKinds[index]?.[section] !== 'contact') return [];
      return sentencesOf(document, index, number).map((sentence, i) => make(sentence, i));
    });
  };
  return (index) => (known[index] ??= find(index));
}
