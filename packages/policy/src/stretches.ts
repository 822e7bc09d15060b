import type { Knowledge } from '@mingshi/knowledge';
import type { PolicyDocument, SectionKind } from '@mingshi/model';
import type { Contacts } from './elements/found.ts';
import { passageMaker, type Passage, type PassageMaker } from './elements/passages.ts';
import { sentencesOf } from './sentences.ts';
import type { Stretch } from './units.ts';

/** A stretch whose sentences have their cues, with the passages before and behind that readers may look at. */
export interface Surrounded extends Stretch {
  readonly own: readonly Passage[];
  /** `own` with those around it; `index` of an own passage is its place in these. */
  readonly passages: readonly Passage[];
}

/** How many passages readers look around at most. */
const REACH = 16;

/** Each stretch, when the passages behind it are known, too. */
export function* withPassages(documents: Iterable<Iterable<Stretch>>, make: PassageMaker): Iterable<Surrounded> {
  let before: readonly Passage[] = [];
  let last: Surrounded | undefined;
  for (const stretches of documents) {
    for (const stretch of stretches) {
      const own = stretch.sentences.map((sentence, i) => make(sentence, before.length + i));
      if (last) yield { ...last, passages: [...last.passages, ...moved(own.slice(0, REACH), last.passages.length)] };
      const passages = [...before, ...own];
      last = { ...stretch, own, passages };
      before = moved(passages.slice(-REACH), 0);
    }
  }
  if (last) yield last;
}

function moved(passages: readonly Passage[], from: number): Passage[] {
  return passages.map((passage, i) => ({ ...passage, index: from + i }));
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
