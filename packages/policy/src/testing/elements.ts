import { loadKnowledge } from '@mingshi/knowledge';
import type { PolicyElement, PolicyReading } from '@mingshi/model';
import { readDocument } from '../document/document.ts';
import { understand } from '../understanding/understand.ts';
import type { ElementId } from '../elements/ids.ts';

const knowledge = loadKnowledge();

/** Reads a short policy for a test. */
export async function readingOf(text: string, name = 'privacy.md'): Promise<Pick<PolicyReading, 'elements' | 'vague'>> {
  const { documents } = await readDocument(name, new TextEncoder().encode(text), knowledge);
  return understand(documents, knowledge);
}

/** How a short policy tells an element: 'yes', 'partial' or 'no'. */
export async function toldIn(text: string, id: ElementId): Promise<PolicyElement['told'] | 'no'> {
  return (await elementIn(text, id))?.told ?? 'no';
}

/** The element as found in a short policy. */
export async function elementIn(text: string, id: ElementId): Promise<PolicyElement | undefined> {
  return (await readingOf(text)).elements.find((element) => element.id === id);
}
