import type { Phrase, PolicyElement, PolicyStatement } from '@mingshi/model';
import { readAccount } from './account.ts';
import { readComplaint } from './complaint.ts';
import { readDenials } from './denials.ts';
import { NOTHING, type Contacts, type Found, type Reader } from './found.ts';
import { ELEMENT_IDS, type ElementId } from './ids.ts';
import { readMinors } from './minors.ts';
import { readOperator } from './operator.ts';
import { readParties } from './parties.ts';
import type { Passage } from './passages.ts';
import { readPlain } from './plain.ts';
import { readRetention } from './retention.ts';
import { readRights } from './rights.ts';
import { readSecurity } from './security.ts';
import { readStatements } from './statements.ts';
import { readDates } from './timestamps.ts';
import { readTopics } from './topics.ts';
import { locate } from '../text/locate.ts';

export { ELEMENT_IDS } from './ids.ts';
export type { ElementId } from './ids.ts';

const READERS: readonly Reader[] = [
  readOperator,
  readComplaint,
  readDenials,
  readParties,
  readRetention,
  readAccount,
  readRights,
  readMinors,
  readSecurity,
  readPlain,
  readDates,
  readTopics,
];

/** Which readers are asked about every passage, and which about those with cues of a group: one bit each. */
const ASKED_ALWAYS = askedFor('any');
const ASKED_TOPICS = askedFor('topics');
const ASKED: ReadonlyMap<string, number> = askedByGroup();

function askedFor(kind: 'any' | 'topics'): number {
  return READERS.reduce((bits, { groups }, i) => (groups === kind ? bits | (1 << i) : bits), 0);
}

function askedByGroup(): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const [i, { groups }] of READERS.entries()) {
    if (groups !== 'any' && groups !== 'topics') for (const group of groups) asked.set(group, (asked.get(group) ?? 0) | (1 << i));
  }
  return asked;
}

/** Without a cue a passage may still hold an address, a number, or the name of one that the program fills in. */
const TELLING = /[@\d]|\.\w{0,30}(?:mail|phone|hotline|tel)$/i;

/** The best telling of an element so far. */
interface Best {
  readonly found: Found;
  readonly document: number;
  readonly quote: () => Phrase;
}

/** Gathers what a careful reader finds of the things that a policy should hold, each with its best sentence. */
interface ElementCollector {
  /** Reads some passages that stand among those near them. */
  readonly meet: (own: readonly Passage[], near: readonly Passage[]) => void;
  readonly meetStatements: (statements: readonly PolicyStatement[]) => void;
  readonly found: () => readonly PolicyElement[];
}

/** Gathers elements passage by passage; `contacts` gives those of the sections on contacts. */
export function elementCollector(contacts: Contacts): ElementCollector {
  const inPassages = new Map<ElementId, Best>();
  const inStatements = new Map<ElementId, Best>();
  return {
    meet: (own, near) => {
      for (const passage of own) {
        const isTelling = passage.cues.size > 0 || passage.lead !== undefined || TELLING.test(passage.text);
        if (!isTelling && passage.topics.length === 0) continue;
        const quote = (): Phrase => quoteOf(passage);
        let asked = (isTelling ? ASKED_ALWAYS : 0) | (passage.topics.length > 0 ? ASKED_TOPICS : 0);
        for (const group of passage.cues.keys()) asked |= ASKED.get(group) ?? 0;
        for (let i = 0; i < READERS.length; i++) {
          if ((asked & (1 << i)) === 0) continue;
          const told = (READERS[i] as Reader).read(passage, near, contacts);
          if (told === NOTHING) continue;
          for (const found of told) offer(inPassages, { found, document: passage.sentence.document, quote });
        }
      }
    },
    meetStatements: (statements) => {
      for (const stated of readStatements(statements)) {
        offer(inStatements, { found: stated, document: stated.document, quote: () => stated.quote });
      }
    },
    found: () => {
      // Of the same rank a passage comes first: it was found by words for this very element.
      for (const stated of inStatements.values()) offer(inPassages, stated);
      return ELEMENT_IDS.flatMap((id) => {
        const element = inPassages.get(id);
        return element ? [elementOf(id, element)] : [];
      });
    },
  };
}

function offer(best: Map<ElementId, Best>, telling: Best): void {
  const before = best.get(telling.found.id)?.found;
  if (!before || rank(telling.found) > rank(before)) best.set(telling.found.id, telling);
}

function rank({ told, score }: Found): number {
  return (told === 'yes' ? 100 : 0) + score;
}

function elementOf(id: ElementId, { found, document, quote }: Best): PolicyElement {
  return { id, quote: quote(), told: found.told, document, values: found.values ?? {} };
}

function quoteOf({ sentence, block }: Passage): Phrase {
  return { text: sentence.text, at: locate(block, sentence.start, sentence.end) };
}
