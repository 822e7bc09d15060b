import type { Knowledge } from '@mingshi/knowledge';
import type { Files, PolicyReading } from '@mingshi/model';
import { findPolicies } from './discovery/discover.ts';
import type { Discovery } from './discovery/discover.ts';
import type { PolicyTelling } from './read-found.ts';

export { columnsOf } from './document/columns.ts';
export type { Column, Columns } from './document/columns.ts';
export { findPolicies } from './discovery/discover.ts';
export type { Discovery } from './discovery/discover.ts';
export { ownOutput } from './discovery/own-output.ts';
export { readDocument } from './document/document.ts';
export type { Documents } from './document/document.ts';
export { decode } from './formats/decode.ts';
export type { Decoded } from './formats/decode.ts';
export type { PolicyTelling } from './read-found.ts';
export { unzip } from './formats/zip.ts';
export { locate } from './text/locate.ts';
export { usualSpelling } from './text/spelling.ts';
export { wholeOf } from './understanding/telling.ts';
export type { Held } from './understanding/telling.ts';

/** Finds the policy of a project, reads its files and makes out what they say. */
export async function readPolicy(
  files: Files,
  options: { readonly named?: readonly string[] },
  knowledge: Knowledge,
): Promise<PolicyReading> {
  return readFound(findPolicies(files, options), files, knowledge);
}

/** The same without what is made of it to judge it: signs, mentions of SDKs, what copies say otherwise. */
export async function readTelling(
  files: Files,
  options: { readonly named?: readonly string[] },
  knowledge: Knowledge,
): Promise<PolicyTelling> {
  return (await import('./read-found.ts')).readTelling(findPolicies(files, options), files, knowledge);
}

/** The second half of `readPolicy`: of the files it looks only at those that were found. */
export async function readFound(found: Discovery, files: Files, knowledge: Knowledge): Promise<PolicyReading> {
  // The grammars of two languages are loaded when there is something to read that was not read before.
  return (await import('./read-found.ts')).readFound(found, files, knowledge);
}
