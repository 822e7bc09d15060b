import type { CaseFile } from '../schema.ts';
import type { Article, Case } from '../types.ts';
import { allMustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** cases/*.yaml, newest first: every article that a case cites exists. */
export function compileCases(
  context: Context,
  files: readonly YamlFile<CaseFile>[],
  articles: ReadonlyMap<string, Article>,
): Case[] {
  const cases = files.map((file): Case => {
    const { id, cited, sources } = file.value;
    if (file.path !== `cases/${id}.yaml`) context.report(file, ['id'], `the file of "${id}" is named cases/${id}.yaml`);
    allMustBeKnown(context, 'article', articles, file, ['cited'], cited);
    return { ...file.value, sources: sourcesOf(context, file, ['sources'], sources) };
  });
  return cases.toSorted((a, b) => compareText(known(b.date), known(a.date)) || compareText(a.id, b.id));
}

/** A case whose date is unknown comes last. */
const known = (date: string): string => (date === 'unknown' ? '' : date);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
