import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Knowledge } from './types.ts';

/** The compiled files, one a kind; a check reads only those it needs. */
export const compiledFiles = {
  laws: 'laws.json',
  cases: 'cases.json',
  dataTypes: 'data-types.json',
  permissions: 'permissions.json',
  harmonyPermissions: 'harmony-permissions.json',
  libraryPermissions: 'library-permissions.json',
  categories: 'categories.json',
  zh: 'lexicon-zh.json',
  en: 'lexicon-en.json',
  vagueTerms: 'vague-terms.json',
  elements: 'elements.json',
  selfAssessment: 'self-assessment.json',
  sdks: 'sdks.json',
  apis: 'apis.json',
} as const;

type Kind = keyof typeof compiledFiles;

const defaultDirectory = (): string => fileURLToPath(new URL('../dist/knowledge/', import.meta.url));

/** The knowledge as compiled; each kind is read from disk when it is first looked at, and only once. */
export function loadKnowledge(directory: string = defaultDirectory()): Knowledge {
  const loaded = new Map<Kind, unknown>();
  // Each kind was checked against its schema when it was compiled, so what is read back has that type.
  const read = <T>(kind: Kind): T => {
    if (!loaded.has(kind)) loaded.set(kind, readCompiled(directory, compiledFiles[kind]));
    return loaded.get(kind) as T;
  };
  const lexicons: Knowledge['lexicons'] = {
    get zh() {
      return read<Knowledge['lexicons']['zh']>('zh');
    },
    get en() {
      return read<Knowledge['lexicons']['en']>('en');
    },
  };
  return {
    lexicons,
    get laws() {
      return read<Knowledge['laws']>('laws');
    },
    get cases() {
      return read<Knowledge['cases']>('cases');
    },
    get dataTypes() {
      return read<Knowledge['dataTypes']>('dataTypes');
    },
    get permissions() {
      return read<Knowledge['permissions']>('permissions');
    },
    get harmonyPermissions() {
      return read<Knowledge['harmonyPermissions']>('harmonyPermissions');
    },
    get libraryPermissions() {
      return read<Knowledge['libraryPermissions']>('libraryPermissions');
    },
    get categories() {
      return read<Knowledge['categories']>('categories');
    },
    get vagueTerms() {
      return read<Knowledge['vagueTerms']>('vagueTerms');
    },
    get elements() {
      return read<Knowledge['elements']>('elements');
    },
    get selfAssessment() {
      return read<Knowledge['selfAssessment']>('selfAssessment');
    },
    get sdks() {
      return read<Knowledge['sdks']>('sdks');
    },
    get apis() {
      return read<Knowledge['apis']>('apis');
    },
  };
}

function readCompiled(directory: string, name: string): unknown {
  const path = `${directory.replace(/[\\/]$/, '')}/${name}`;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const remedy = 'compile the knowledge with `node packages/knowledge/scripts/compile.mjs`';
    throw new Error(`${path} cannot be read: ${remedy}`, { cause });
  }
  return JSON.parse(text);
}
