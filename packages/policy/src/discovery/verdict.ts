import type { PolicyDocument, PolicyFile } from '@mingshi/model';
import { isCopy, printsOf } from './copies.ts';
import type { Prints } from './copies.ts';
import { isOffice, isSource } from './names.ts';

/** Found files in the order in which they are read: where a text stands in a text file too, that one is preferred. */
export function inReadingOrder(files: readonly PolicyFile[]): readonly PolicyFile[] {
  return files.toSorted((a, b) => Number(isLater(a)) - Number(isLater(b)));
}

function isLater({ path, why }: PolicyFile): boolean {
  return why !== 'named' && isOffice(path);
}

/** A policy or a part of one, something else, or the text of a document that is read already. */
export type Verdict = 'policy' | 'other' | { readonly copyOf: string };

/** What a found file turned out to be when that could only be told by reading it: office files and programs. */
export function verdictOn(
  file: PolicyFile,
  found: readonly PolicyDocument[],
  read: readonly PolicyDocument[],
): Verdict {
  const [document] = found;
  if (!document) return isSource(file.path) ? 'other' : 'policy';
  if (!/^(?:docx|pdf|source)$/.test(document.format)) return 'policy';
  const length = document.blocks.reduce((sum, { text }) => sum + text.length, 0);
  const enough = document.format === 'source' ? length >= 300 && document.blocks.length > 2 : length >= 50;
  if (!enough || (document.kind !== 'privacy-policy' && document.part === 'main')) return 'other';
  const prints = printsIn(document);
  const copy = read.find((other) => isCopy(prints, printsIn(other)));
  return copy ? { copyOf: copy.path } : 'policy';
}

function printsIn({ blocks }: PolicyDocument): Prints {
  return printsOf(blocks.map(({ text }) => text).join('\n'));
}
