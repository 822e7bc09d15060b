import type { Knowledge } from '@mingshi/knowledge';
import type { DriftSign, Files, PolicyDocument, Unread } from '@mingshi/model';
import { readDocument } from '../document/document.ts';
import { readDrift } from './drift.ts';
import { understand } from '../understanding/understand.ts';

/** What copies that were left unread, being the same text but for a few words, say otherwise than what was read. */
export async function driftOfCopies(
  files: Files,
  unread: readonly Unread[],
  documents: readonly PolicyDocument[],
  knowledge: Knowledge,
): Promise<readonly DriftSign[]> {
  const found: DriftSign[] = [];
  const copies = unread.flatMap(({ what, file, detail }) =>
    what === 'policy-copy' && file && detail ? [{ file, detail }] : [],
  );
  for (const { file, detail } of copies.slice(0, MOST)) {
    const index = documents.findIndex(({ path, part }) => path === detail && part === 'main');
    const original = documents[index];
    if (!original || files.size(file) > LONGEST) continue;
    const copy = (await readDocument(file, files.read(file), knowledge)).documents[0];
    if (!copy || lettersOf(copy) === lettersOf(original)) continue;
    const lists = documents.filter(({ part }) => part !== 'main');
    const all = [original, copy, ...lists];
    for (const sign of readDrift(all, understand(all, knowledge), knowledge)) found.push({ ...sign, document: index });
  }
  return found;
}

/** More copies than these of one text are generated, and longer ones cost more than they tell. */
const MOST = 4;
const LONGEST = 1_000_000;

/** The text as far as it says anything: without marks, blanks and signs. */
function lettersOf({ blocks }: PolicyDocument): string {
  return blocks.map(({ text }) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')).join('');
}
