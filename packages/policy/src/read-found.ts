import type { Knowledge } from '@mingshi/knowledge';
import type { Files, PolicyDocument, PolicyFile, PolicyReading, Unread } from '@mingshi/model';
import type { Discovery } from './discovery/discover.ts';
import { isPageOfPolicy } from './discovery/names.ts';
import { inReadingOrder, verdictOn } from './discovery/verdict.ts';
import { readDocument } from './document/document.ts';
import { driftOfCopies } from './drift/copies.ts';
import { driftWithin } from './drift/within.ts';
import { readDrift } from './drift/drift.ts';
import { sectionKindsOf } from './document/sections.ts';
import type { Telling } from './understanding/telling.ts';
import { tellingOf, understand } from './understanding/understand.ts';

/** Reads the files that were found and makes out what they say, and what that shows. */
export async function readFound(found: Discovery, files: Files, knowledge: Knowledge): Promise<PolicyReading> {
  const { read, documents, unread } = await documentsOf(found, files, knowledge);
  const understood = understand(documents, knowledge);
  const drift = [
    ...readDrift(documents, understood, knowledge),
    ...driftWithin(documents, knowledge),
    ...(await driftOfCopies(files, unread, documents, knowledge)),
  ];
  const signs = [...understood.signs, ...drift];
  return { files: read, documents, ...understood, signs, links: found.links, unread };
}

/** Reads the files that were found, and makes out only what they say, as it is asked for. */
export async function readTelling(found: Discovery, files: Files, knowledge: Knowledge): Promise<PolicyTelling> {
  const { documents, unread } = await documentsOf(found, files, knowledge);
  const sectionKinds = sectionKindsOf(documents);
  return { documents, sectionKinds, telling: tellingOf(documents, sectionKinds, knowledge), unread };
}

/** A policy's documents and what they tell, without what is made of that to judge it; it can be listened to once. */
export interface PolicyTelling extends Pick<PolicyReading, 'documents' | 'sectionKinds' | 'unread'> {
  readonly telling: Telling;
}

interface Read {
  readonly read: readonly PolicyFile[];
  readonly documents: readonly PolicyDocument[];
  readonly unread: Unread[];
}

async function documentsOf(found: Discovery, files: Files, knowledge: Knowledge): Promise<Read> {
  const unread: Unread[] = [...found.unread];
  const documents: PolicyDocument[] = [];
  const read: PolicyFile[] = [];
  const rejected: string[] = [];
  for (const file of inReadingOrder(found.files)) {
    const result = await readDocument(file.path, files.read(file.path), knowledge);
    const verdict = file.why === 'named' ? 'policy' : verdictOn(file, result.documents, documents);
    if (verdict === 'other') {
      rejected.push(file.path);
      continue;
    }
    if (verdict !== 'policy') {
      unread.push({ file: file.path, what: 'policy-copy', detail: verdict.copyOf });
      continue;
    }
    unread.push(...result.unread);
    documents.push(...result.documents);
    const language = result.documents[0]?.language ?? file.language;
    if (result.documents.length > 0 || file.why === 'named') read.push({ ...file, language });
  }
  if (documents.length === 0 && found.links.length === 0) {
    unread.push(...rejected.filter(isPageOfPolicy).map((file) => ({ file, what: 'policy-without-text' })));
  }
  return { read, documents, unread };
}
