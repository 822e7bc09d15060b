import type { DataWordsFile, WordListsFile } from '../schema.ts';
import type { DataType, Language, Lexicon } from '../types.ts';
import { mustBeKnown, noneTwice, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** Two spellings that a reader takes for one word: full-width forms, letter case and spaces do not count. */
const spelling = (word: string, language: Language): string => {
  const plain = word.normalize('NFKC').toLowerCase();
  return language === 'zh' ? plain.replace(/\s+/g, '') : plain.replace(/\s+/g, ' ');
};

/** lexicon/*.yaml of one language: every type exists, and no word means two types. */
export function compileLexicon(
  context: Context,
  language: Language,
  dataFiles: readonly YamlFile<DataWordsFile>[],
  listFiles: readonly YamlFile<WordListsFile>[],
  types: ReadonlyMap<string, DataType>,
): Lexicon {
  const owners = new Map<string, string>();
  const data = dataFiles.flatMap((file) => {
    sourcesOf(context, file.value.sources, { file, path: ['sources'] });
    const shared = new Set(file.value.shared?.map((word) => spelling(word, language)));
    return Object.entries(file.value.data).map(([type, { words, weak = [], except = [] }]) => {
      mustBeKnown(context, 'data type', type, types, { file, path: ['data', type], at: 'key' });
      for (const [key, list] of [['words', words], ['weak', weak]] as const) {
        for (const [index, word] of list.entries()) {
          const owner = owners.get(spelling(word, language));
          owners.set(spelling(word, language), type);
          if (owner === undefined || (owner !== type && shared.has(spelling(word, language)))) continue;
          const message = owner === type ? `"${word}" stands twice under ${type}` : `"${word}" already means ${owner}`;
          context.report(file.mistake(['data', type, key, index], message));
        }
      }
      return { type, words: [...words, ...weak], weak, except };
    });
  });
  const lists: Record<string, readonly string[]> = {};
  for (const file of listFiles) {
    sourcesOf(context, file.value.sources, { file, path: ['sources'] });
    for (const [key, words] of Object.entries(file.value.lists)) {
      noneTwice(context, words, { file, path: ['lists', key] });
      if (lists[key]) context.report(file.mistake(['lists', key], `the list "${key}" already stands in another file`, 'key'));
      lists[key] = words;
    }
  }
  return { language, data, lists };
}
