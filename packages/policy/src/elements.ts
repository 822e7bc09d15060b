import type { Phrase, PolicyElement, PolicyStatement } from '@mingshi/model';
import { readAccount } from './elements/account.ts';
import { readComplaint } from './elements/complaint.ts';
import { readDenials } from './elements/denials.ts';
import { NOTHING, type Contacts, type Found, type Reader } from './elements/found.ts';
import { ELEMENT_IDS, type ElementId } from './elements/ids.ts';
import { readMinors } from './elements/minors.ts';
import { readOperator } from './elements/operator.ts';
import { readParties } from './elements/parties.ts';
import type { Passage } from './elements/passages.ts';
import { readPlain } from './elements/plain.ts';
import { readRetention } from './elements/retention.ts';
import { readRights } from './elements/rights.ts';
import { readSecurity } from './elements/security.ts';
import { readStatements } from './elements/statements.ts';
import { readDates } from './elements/timestamps.ts';
import { locate } from './locate.ts';

export { ELEMENT_IDS } from './elements/ids.ts';
export type { ElementId } from './elements/ids.ts';

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
];

/** The best telling of an element so far. */
interface Best {
  readonly found: Found;
  readonly document: number;
  readonly quote: () => Phrase;
}

/** Gathers what a careful reader finds of the things that a policy should hold, each with its best sentence. */
export interface ElementCollector {
  /** Reads some passages that stand among those near them. */
  readonly meet: (own: readonly Passage[], near: readonly Passage[]) => void;
  readonly meetStatements: (statements: readonly PolicyStatement[]) => void;
  readonly found: () => readonly PolicyElement[];
}

export function elementCollector(contacts: Contacts): ElementCollector {
  const inPassages = new Map<ElementId, Best>();
  const inStatements = new Map<ElementId, Best>();
  return {
    meet: (own, near) => {
      for (const passage of own) {
        if (passage.cues.size === 0 && !passage.lead && !/[@\d]/.test(passage.text)) continue;
        const quote = (): Phrase => quoteOf(passage);
        for (const read of READERS) {
          const told = read(passage, near, contacts);
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
