import type { ElementId } from './ids.ts';
import type { Passage } from './passages.ts';

/** What an element says in figures and names, such as a date or an address, by the part it plays. */
export type Values = Readonly<Record<string, string | number>>;

/** An element met in a passage. */
export interface Found {
  readonly id: ElementId;
  readonly told: 'yes' | 'partial';
  /** Among passages that tell an element alike the one with the higher score is quoted, else the first. */
  readonly score: number;
  readonly values?: Values;
}

/** Looks for its elements in one passage; it may look around among those near it, and where the contacts are told. */
export type Read = (passage: Passage, near: readonly Passage[], contacts: Contacts) => Iterable<Found>;

/** A reader of some elements, and of which cues it is to be asked about: `any` for every passage, `topics` for those that stand under one. */
export interface Reader {
  readonly groups: readonly string[] | 'any' | 'topics';
  readonly read: Read;
}

/** A reader that is asked only about passages with words of these groups; most have none. */
export function forCues(groups: readonly string[], read: Read): Reader {
  return { groups, read };
}

/** A reader that looks at more than cues. */
export function forAll(read: Read): Reader {
  return { groups: 'any', read };
}

/** The passages of a document's sections on contacts. */
export type Contacts = (document: number) => readonly Passage[];

/** Nothing of the kind is told. */
export const NOTHING: readonly Found[] = [];
