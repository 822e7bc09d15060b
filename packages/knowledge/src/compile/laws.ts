import type { LawFile } from '../schema.ts';
import type { Article, Law } from '../types.ts';
import { articleName } from './article-name.ts';
import { mustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

type ArticleEntry = LawFile['articles'][string];

/** laws/*.yaml: versions newest first, and every article with its name in each version that has it. */
export function compileLaws(context: Context, files: readonly YamlFile<LawFile>[]): Law[] {
  return files.map((file) => {
    const { id, title, short, kind, documentNumber, note, versions, articles, sources } = file.value;
    if (file.path !== `laws/${id}.yaml`) context.report(file.mistake(['id'], `the file of law "${id}" is to be named laws/${id}.yaml`));
    const newestFirst = versions.toSorted((a, b) => (a.from < b.from ? 1 : -1));
    return {
      id,
      title,
      short,
      kind,
      ...(documentNumber === undefined ? {} : { documentNumber }),
      versions: newestFirst.map(({ to, ...version }) => (to === undefined ? version : { ...version, to })),
      ...(note === undefined ? {} : { note }),
      sources: sourcesOf(context, sources, { file, path: ['sources'] }),
      articles: Object.entries(articles).map(([key, entry]) => compileArticle(context, file, key, entry, newestFirst.map((one) => one.id))),
    };
  });
}

function compileArticle(context: Context, file: YamlFile<LawFile>, key: string, entry: ArticleEntry, versions: readonly string[]): Article {
  const { numbers = { [versions[0] ?? '']: key }, was, name, summary, note, ...rest } = entry;
  const known = new Map(versions.map((version) => [version, true]));
  const path = ['articles', key];
  for (const [list, given] of [['numbers', numbers], ['was', was ?? {}]] as const) {
    for (const version of Object.keys(given)) mustBeKnown(context, 'version', version, known, { file, path: [...path, list, version], at: 'key' });
  }
  if (entry.numbers === undefined && versions.length > 1) {
    context.report(file.mistake(path, `the law has ${versions.length} versions: say the number in each under "numbers"`, 'key'));
  }
  return {
    id: `${file.value.id}#${key}`,
    law: file.value.id,
    numbers: versions.flatMap((version) => {
      const number = numbers[version];
      if (number === undefined) return [];
      const written = name ?? articleName(number, file.value.numbering ?? 'articles');
      if (!written) context.report(file.mistake(path, `"${number}" cannot be read out: give the article a "name"`, 'key'));
      const words = was?.[version];
      return [{ version, number, name: written ?? { zh: number, en: number }, ...(words === undefined ? {} : { words }) }];
    }),
    ...rest,
    summary: { zh: summary.zh ?? entry.words, en: summary.en },
    ...(note === undefined ? {} : { note }),
  };
}
