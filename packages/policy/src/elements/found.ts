import type { ElementId } from './ids.ts';
import type { Passage } from './passages.ts';

export type Values = Readonly<Record<string, string | number>>;

/** An element met in a passage. */
export interface Found {
  readonly id: ElementId;
  readonly told: 'yes' | 'partial';
  /** Among passages that tell an element alike the one with the higher score is quoted, else the first. */
  readonly score: number;
  readonly values?: Values;
}

/** Looks for its elements in one passage; it may look around among all of them. */
export type Reader = (passage: Passage, all: readonly Passage[]) => Iterable<Found>;
