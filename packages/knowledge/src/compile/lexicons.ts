import type { DataWordsFile, WordListsFile } from '../schema.ts';
import type { DataType, DataWords, Language, Lexicon } from '../types.ts';
import { keyMustBeKnown, noneTwice, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** lexicon/*.yaml of one language: every data type exists, and no word means two of them. */
export function compileLexicon(
  context: Context,
  language: Language,
  dataFiles: readonly YamlFile<DataWordsFile>[],
  listFiles: readonly YamlFile<WordListsFile>[],
  types: ReadonlyMap<string, DataType>,
): Lexicon {
  const owners = new Map<string, string>();
  return {
    language,
    data: dataFiles.flatMap((file) => compileDataWords(context, language, file, types, owners)),
    lists: compileLists(context, listFiles),
  };
}

/** Two spellings that a reader takes for one word: full-width forms, letter case and spaces do not count. */
const spelling = (word: string, language: Language): string => {
  const plain = word.normalize('NFKC').toLowerCase();
  return plain.replace(/\s+/g, language === 'zh' ? '' : ' ');
};

function compileDataWords(
  context: Context,
  language: Language,
  file: YamlFile<DataWordsFile>,
  types: ReadonlyMap<string, DataType>,
  owners: Map<string, string>,
): DataWords[] {
  sourcesOf(context, file, ['sources'], file.value.sources);
  const shared = new Set(file.value.shared?.map((word) => spelling(word, language)));
  return Object.entries(file.value.data).map(([type, { words, weak = [], except = [] }]) => {
    keyMustBeKnown(context, 'data type', types, file, ['data', type]);
    for (const [key, list] of [['words', words], ['weak', weak]] as const) {
      for (const [index, word] of list.entries()) {
        const spelt = spelling(word, language);
        const owner = owners.get(spelt);
        owners.set(spelt, type);
        if (owner === undefined || (owner !== type && shared.has(spelt))) continue;
        const message = owner === type ? `"${word}" stands twice under ${type}` : `"${word}" already means ${owner}`;
        context.report(file, ['data', type, key, index], message);
      }
    }
    return { type, words: [...words, ...weak], weak, except };
  });
}

function compileLists(context: Context, files: readonly YamlFile<WordListsFile>[]): Lexicon['lists'] {
  const lists: Record<string, readonly string[]> = {};
  for (const file of files) {
    sourcesOf(context, file, ['sources'], file.value.sources);
    for (const [key, words] of Object.entries(file.value.lists)) {
      const path = ['lists', key];
      noneTwice(context, file, path, words);
      if (lists[key]) context.report(file, path, `the list "${key}" already stands in another file`, 'key');
      lists[key] = words;
    }
  }
  return lists;
}
