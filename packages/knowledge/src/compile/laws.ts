import type { LawFile } from '../schema.ts';
import type { Article, Law } from '../types.ts';
import { articleName } from './article-name.ts';
import { keyMustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

type Entry = LawFile['articles'][string];

/** laws/*.yaml: versions newest first, and every article with its name in each version that has it. */
export function compileLaws(context: Context, files: readonly YamlFile<LawFile>[]): Law[] {
  return files.map((file) => {
    const { id, title, short, kind, documentNumber, note, sources } = file.value;
    if (file.path !== `laws/${id}.yaml`) context.report(file, ['id'], `the file of "${id}" is named laws/${id}.yaml`);
    const versions = file.value.versions.toSorted((a, b) => (a.from < b.from ? 1 : -1));
    const order = versions.map((version) => version.id);
    return {
      id,
      title,
      short,
      kind,
      ...(documentNumber === undefined ? {} : { documentNumber }),
      versions: versions.map(({ to, ...version }) => (to === undefined ? version : { ...version, to })),
      ...(note === undefined ? {} : { note }),
      sources: sourcesOf(context, file, ['sources'], sources),
      articles: Object.entries(file.value.articles).map(([key, entry]) =>
        compileArticle(context, file, key, entry, order),
      ),
    };
  });
}

function compileArticle(
  context: Context,
  file: YamlFile<LawFile>,
  key: string,
  entry: Entry,
  versions: readonly string[],
): Article {
  const { words, verbatim, summary, note, certainty } = entry;
  const path = ['articles', key];
  const known = new Map(versions.map((version) => [version, true]));
  for (const list of ['numbers', 'was'] as const) {
    for (const version of Object.keys(entry[list] ?? {})) {
      keyMustBeKnown(context, 'version', known, file, [...path, list, version]);
    }
  }
  if (!entry.numbers && versions.length > 1) {
    const message = `the law has ${versions.length} versions: give the number in each under "numbers"`;
    context.report(file, path, message, 'key');
  }
  const expected = keyOf(entry.numbers, versions) ?? key;
  if (key !== expected) context.report(file, path, `an article goes by its oldest number: "${expected}"`, 'key');
  return {
    id: `${file.value.id}#${key}`,
    law: file.value.id,
    numbers: numbersOf(context, file, key, entry, versions),
    words,
    verbatim,
    summary: { zh: summary.zh ?? words, en: summary.en },
    ...(note === undefined ? {} : { note }),
    certainty,
  };
}

/** `41.1` for an article of the oldest version, `2025:61.3` for one that came later. */
function keyOf(numbers: Entry['numbers'], versions: readonly string[]): string | undefined {
  const oldest = versions.findLast((version) => numbers?.[version] !== undefined);
  if (oldest === undefined) return undefined;
  return oldest === versions.at(-1) ? numbers?.[oldest] : `${oldest}:${numbers?.[oldest]}`;
}

/** The numbers of an article with their names, newest first. */
function numbersOf(
  context: Context,
  file: YamlFile<LawFile>,
  key: string,
  { numbers, name, was }: Entry,
  versions: readonly string[],
): Article['numbers'] {
  const [newest] = versions;
  return versions.flatMap((version) => {
    const number = numbers ? numbers[version] : version === newest ? key : undefined;
    if (number === undefined) return [];
    const written = name ?? articleName(number, file.value.numbering ?? 'articles');
    if (!written) {
      context.report(file, ['articles', key], `"${number}" cannot be read out: give the article a "name"`, 'key');
    }
    const words = was?.[version];
    const named = { version, number, name: written ?? { zh: number, en: number } };
    return words === undefined ? named : { ...named, words };
  });
}
