import { onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { NONE, ROOT, treeOf } from '../text/matcher.ts';
import { foldedUnits, SKIPPED } from './folded-units.ts';
import { isWholeWord, type Name } from './whole-word.ts';

/** The name of an SDK or of a brand, found in a text. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly name: Name;
}

/** Finds the names of SDKs in a text, the longest at each place. */
export type NameFinder = (text: string) => readonly NameHit[];

/** The finder of a knowledge, built when the first policy is read. */
export const nameFinderOf: (knowledge: Knowledge) => NameFinder = onceFor(buildFinder);

const NOTHING: readonly NameHit[] = [];

function buildFinder(knowledge: Knowledge): NameFinder {
  const folded = foldedUnits();
  const foldedAt = (text: string, index: number): number => {
    const unit = text.charCodeAt(index);
    return folded[unit] || unit;
  };
  const names = namesOf(knowledge);
  const tree = treeOf(names.reduce((sum, { text }) => sum + text.length, 0));
  const values: (Name | undefined)[] = [];
  for (const name of names) {
    let node = ROOT;
    for (let i = 0; i < name.text.length; i++) {
      const unit = foldedAt(name.text, i);
      if (unit !== SKIPPED) node = tree.add(node, unit);
    }
    values[node] = merged(values[node], name);
  }
  /** The longest name that begins at a place. */
  const longestAt = (text: string, start: number): NameHit | undefined => {
    let node: number = ROOT;
    let best: NameHit | undefined;
    let skipped = 0;
    for (let i = start; i < text.length && skipped <= MOST_SKIPPED; i++) {
      const unit = foldedAt(text, i);
      if (unit === SKIPPED) {
        skipped++;
        continue;
      }
      skipped = 0;
      node = node === ROOT ? (tree.first[unit] as number) : tree.next(node, unit);
      if (node === NONE) break;
      const name = values[node];
      if (name && isWholeWord(text, start, i + 1, name)) best = { start, end: i + 1, name };
    }
    return best;
  };
  return (text) => {
    let hits: NameHit[] | undefined;
    for (let i = 0; i < text.length; i++) {
      // Most of a text goes no further than this.
      if (tree.first[foldedAt(text, i)] === NONE) continue;
      const hit = longestAt(text, i);
      if (!hit) continue;
      (hits ??= []).push(hit);
      i = hit.end - 1;
    }
    return hits ?? NOTHING;
  };
}

/** Spaces and hyphens in a row inside a name. */
const MOST_SKIPPED = 2;

function namesOf(knowledge: Knowledge): Name[] {
  return knowledge.sdks.flatMap(({ id, names, sharedNames }) => [
    ...names.map((text) => ({ text, sdks: [id], exact: true })),
    ...sharedNames.map((text) => ({ text, sdks: [id], exact: false })),
  ]);
}

/** A name of several: an SDK's own name wins, a brand's means them all. */
function merged(known: Name | undefined, name: Name): Name {
  if (!known || (name.exact && !known.exact)) return name;
  if (known.exact || known.sdks.includes(name.sdks[0] ?? '')) return known;
  return { ...known, sdks: [...known.sdks, ...name.sdks] };
}
