import type { CategoriesFile, ElementsFile, VagueTermsFile } from '../schema.ts';
import type { AppCategory, Article, ElementEntry, Permission, VagueTerm } from '../types.ts';
import { allMustBeKnown, mustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** categories.yaml: the app types of the necessary-information rules. */
export function compileCategories(
  context: Context,
  files: readonly YamlFile<CategoriesFile>[],
  permissions: ReadonlyMap<string, Permission>,
  articles: ReadonlyMap<string, Article>,
): AppCategory[] {
  return files.flatMap((file) => {
    sourcesOf(context, file, ['sources'], file.value.sources);
    return Object.entries(file.value.categories).map(([id, entry]) => {
      const path = ['categories', id];
      allMustBeKnown(context, 'permission', permissions, file, [...path, 'notAdvised'], entry.notAdvised);
      mustBeKnown(context, 'article', articles, file, [...path, 'article'], entry.article);
      return { id, ...entry };
    });
  });
}

/** vague-terms.yaml: every pattern compiles, finds its example and leaves alone what it should. */
export function compileVagueTerms(context: Context, files: readonly YamlFile<VagueTermsFile>[]): VagueTerm[] {
  return files.flatMap((file) => {
    sourcesOf(context, file, ['sources'], file.value.sources);
    return Object.entries(file.value.terms).map(([id, { flags = '', example, passes = [], ...entry }]) => {
      const path = ['terms', id];
      try {
        const pattern = new RegExp(entry.pattern, `${flags}u`);
        if (pattern.test('')) context.report(file, [...path, 'pattern'], 'the pattern finds an empty sentence');
        if (!pattern.test(example)) context.report(file, [...path, 'example'], 'the pattern does not find it');
        for (const [index, sentence] of passes.entries()) {
          if (!pattern.test(sentence)) continue;
          context.report(file, [...path, 'passes', index], 'the pattern finds what it should leave alone');
        }
      } catch (error) {
        context.report(file, [...path, 'pattern'], error instanceof Error ? error.message : String(error));
      }
      return { id, ...entry, flags };
    });
  });
}

/** policy-elements.yaml: what a complete policy holds. */
export function compileElements(context: Context, files: readonly YamlFile<ElementsFile>[]): ElementEntry[] {
  return files.flatMap((file) => {
    sourcesOf(context, file, ['sources'], file.value.sources);
    return Object.entries(file.value.elements).map(([id, { name, headings, cues, words }]) => ({
      id,
      name,
      headings,
      cues,
      ...(words === undefined ? {} : { words }),
    }));
  });
}
