import type { Confidence } from './practice.ts';

/** Confidences by how sure they are, the least sure first. */
export const CONFIDENCE_RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** The surest of several. */
export function surest(first: Confidence, ...others: readonly Confidence[]): Confidence {
  return others.reduce((best, each) => (CONFIDENCE_RANK[each] > CONFIDENCE_RANK[best] ? each : best), first);
}

/** The least sure of several: a chain is as sure as its weakest link. */
export function leastSure(first: Confidence, ...others: readonly Confidence[]): Confidence {
  return others.reduce((least, each) => (CONFIDENCE_RANK[each] < CONFIDENCE_RANK[least] ? each : least), first);
}
