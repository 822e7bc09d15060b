import type { Knowledge } from '@mingshi/knowledge';
import type { Files, PolicyDocument, PolicyFile, PolicyReading, Unread } from '@mingshi/model';
import type { Discovery } from './discover.ts';
import { inReadingOrder, verdictOn } from './discovery/verdict.ts';
import { readDocument } from './document.ts';
import { driftOfCopies } from './drift/copies.ts';
import { driftWithin } from './drift/within.ts';
import { readDrift } from './signs/drift.ts';
import { understand } from './understand.ts';

/** Reads the files that were found and makes out what they say. */
export async function readFound(found: Discovery, files: Files, knowledge: Knowledge): Promise<PolicyReading> {
  const unread: Unread[] = [...found.unread];
  const documents: PolicyDocument[] = [];
  const read: PolicyFile[] = [];
  for (const file of inReadingOrder(found.files)) {
    const result = await readDocument(file.path, files.read(file.path), knowledge);
    const verdict = file.why === 'named' ? 'policy' : verdictOn(file, result.documents, documents);
    if (verdict === 'other') continue;
    if (verdict !== 'policy') {
      unread.push({ file: file.path, what: 'policy-copy', detail: verdict.copyOf });
      continue;
    }
    unread.push(...result.unread);
    documents.push(...result.documents);
    const language = result.documents[0]?.language ?? file.language;
    if (result.documents.length > 0 || file.why === 'named') read.push({ ...file, language });
  }
  const understood = understand(documents, knowledge);
  const drift = [
    ...readDrift(documents, understood, knowledge),
    ...driftWithin(documents, knowledge),
    ...(await driftOfCopies(files, unread, documents, knowledge)),
  ];
  const signs = [...understood.signs, ...drift];
  return { files: read, documents, ...understood, signs, links: found.links, unread };
}
