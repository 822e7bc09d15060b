import type { Phrase } from '@mingshi/model';
import { isNeverShipped } from '../../never-shipped.ts';
import type { Layer } from './layers.ts';
import { compareLocations } from './merge-permissions.ts';
import { RANK } from './variants.ts';

/** The names of an app's meta-data, each once, what a stronger manifest removes left out. */
export function mergeMetaData(layers: readonly Layer[]): readonly Phrase[] {
  const shipped = layers.filter(({ conditions }) => !isNeverShipped(conditions));
  const removed = new Map<string, number>();
  for (const { manifest, conditions, rank } of shipped) {
    for (const { text, node } of manifest.metaData) {
      if (node === 'remove' && !conditions) removed.set(text, Math.max(rank, removed.get(text) ?? 0));
    }
  }
  const merged = new Map<string, Phrase>();
  for (const { manifest, rank } of shipped.toSorted(
    (a, b) => Math.abs(RANK.main - a.rank) - Math.abs(RANK.main - b.rank),
  )) {
    for (const { text, at, node } of manifest.metaData) {
      if (node === 'remove' || rank < (removed.get(text) ?? -1) || merged.has(text)) continue;
      merged.set(text, { text, at });
    }
  }
  return [...merged.values()].toSorted((a, b) => compareLocations(a.at, b.at));
}
