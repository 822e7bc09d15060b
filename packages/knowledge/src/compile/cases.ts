import type { CaseFile } from '../schema.ts';
import type { Article, Case } from '../types.ts';
import { allMustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** cases/*.yaml, newest first: every article that a case cites exists. */
export function compileCases(context: Context, files: readonly YamlFile<CaseFile>[], articles: ReadonlyMap<string, Article>): Case[] {
  const cases = files.map((file) => {
    const { id, cited, sources, ...rest } = file.value;
    if (file.path !== `cases/${id}.yaml`) context.report(file.mistake(['id'], `the file of case "${id}" is to be named cases/${id}.yaml`));
    allMustBeKnown(context, 'article', cited, articles, { file, path: ['cited'] });
    return { id, ...rest, cited, sources: sourcesOf(context, sources, { file, path: ['sources'] }) };
  });
  return cases.toSorted((a, b) => compareText(known(b.date), known(a.date)) || compareText(a.id, b.id));
}

/** A case whose date is unknown comes last. */
const known = (date: string): string => (date === 'unknown' ? '' : date);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
