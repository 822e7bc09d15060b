import type { Knowledge } from '@mingshi/knowledge';
import { knownCode, sdksOfName } from '../code/known-apis.ts';
import type { Languages, ReadUnit } from '../code/parser.ts';
import { wantedWords } from './kotlin-java/wanted-words.ts';

/** The readers of all languages, each loaded once and only when a file needs it. */
export function languages(knowledge: Knowledge): Languages {
  let classes: ReadonlySet<string> | undefined;
  const isKnown = (name: string): boolean => (classes ??= new Set(knowledge.apis.map(({ module }) => module))).has(name);
  const knows = (qualified: string): boolean => isKnown(qualified) || sdksOfName(knownCode(knowledge), qualified).length > 0;
  return {
    jvm: once(async () => (await import('./kotlin-java/index.ts')).kotlinJavaReader({ knows, wanted: wantedWords(knowledge) })),
    script: once(async () => (await import('./typescript/read-typescript.ts')).loadTypescript()),
    dart: once(async () => (await import('./dart/read-dart.ts')).readDart),
  };
}

function once(load: () => Promise<ReadUnit>): () => Promise<ReadUnit> {
  let loaded: Promise<ReadUnit> | undefined;
  return () => (loaded ??= load());
}
