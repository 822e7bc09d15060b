import type { Location, PolicyDocument, PolicyStatement } from '@mingshi/model';
import { locate } from '../locate.ts';
import type { Sentence } from '../unit.ts';

/** A stretch of a sentence that a statement speaks of. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the operator does with data in one sentence, as the statements have it. */
export interface Stated {
  readonly collects: boolean;
  readonly shares: boolean;
  readonly stores: boolean;
  /** Some statement of the sentence denies. */
  readonly denies: boolean;
  readonly data: readonly (Stretch & { readonly generic: boolean })[];
  readonly purposes: readonly (Stretch & { readonly vague: boolean })[];
  readonly parties: readonly (Stretch & { readonly named: boolean })[];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly sentence: Sentence;
}

interface Told {
  collects: boolean;
  shares: boolean;
  stores: boolean;
  denies: boolean;
  readonly data: (Stretch & { readonly generic: boolean })[];
  readonly purposes: (Stretch & { readonly vague: boolean })[];
  readonly parties: (Stretch & { readonly named: boolean })[];
}

const SHARES: ReadonlySet<string> = new Set(['share', 'transfer', 'disclose', 'sell', 'publish']);
const COLLECTS: ReadonlySet<string> = new Set(['collect', 'use', 'request-permission']);

/** Sentences with what the statements say in them; a sentence without any statement of the operator's is left out. */
export function statedIn(
  documents: readonly PolicyDocument[],
  sentences: readonly Sentence[],
  statements: readonly PolicyStatement[],
): ReadonlyMap<Sentence, Stated> {
  const places = placesOf(documents, sentences);
  const found = new Map<Sentence, Told>();
  const at = (document: number, place: Location): { told: Told; stretch: Stretch } | undefined => {
    const sentencePlace = placeAt(places[document] ?? [], place.start);
    if (!sentencePlace) return undefined;
    const { sentence, start } = sentencePlace;
    let told = found.get(sentence);
    if (!told) {
      told = { collects: false, shares: false, stores: false, denies: false, data: [], purposes: [], parties: [] };
      found.set(sentence, told);
    }
    return { told, stretch: { start: place.start - start, end: place.end - start } };
  };
  for (const { document, negated, action, actor, verb, dataTypes, purposes, thirdParties } of statements) {
    if (actor.role === 'user' || actor.role === 'third-party') continue;
    for (const phrase of verb ? [verb, ...dataTypes] : dataTypes) {
      const told = at(document, phrase.at)?.told;
      if (!told) continue;
      if (negated) told.denies = true;
      else if (SHARES.has(action)) told.shares = true;
      else if (COLLECTS.has(action)) told.collects = true;
      else if (action === 'store') told.stores = true;
    }
    if (negated || action === 'delete' || action === 'other') continue;
    for (const { at: place, generic } of dataTypes) {
      const here = at(document, place);
      here?.told.data.push({ ...here.stretch, generic });
    }
    for (const { at: place, vague } of purposes) {
      const here = at(document, place);
      here?.told.purposes.push({ ...here.stretch, vague });
    }
    for (const { at: place, kind } of thirdParties) {
      const here = at(document, place);
      here?.told.parties.push({ ...here.stretch, named: kind === 'sdk' });
    }
  }
  return found;
}

/** Where the sentences of each document stand in its file, in order. */
function placesOf(documents: readonly PolicyDocument[], sentences: readonly Sentence[]): Place[][] {
  const places: Place[][] = documents.map(() => []);
  for (const sentence of sentences) {
    const block = documents[sentence.document]?.blocks[sentence.block];
    if (!block) continue;
    const { start, end } = locate(block, sentence.start, sentence.end);
    places[sentence.document]?.push({ start, end, sentence });
  }
  return places.map((each) => each.toSorted((a, b) => a.start - b.start));
}

function placeAt(places: readonly Place[], offset: number): Place | undefined {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const place = places[low];
  return place && place.start <= offset && offset < place.end ? place : undefined;
}
