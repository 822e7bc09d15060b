import { compileApis } from './compile/apis.ts';
import { compileCases } from './compile/cases.ts';
import { sourceMap } from './compile/context.ts';
import type { Context } from './compile/context.ts';
import { compileDataTypes } from './compile/data-types.ts';
import { compileLaws } from './compile/laws.ts';
import { compileLexicon } from './compile/lexicons.ts';
import type { Mistake } from './compile/mistake.ts';
import { compileHarmonyPermissions, compileLibraryPermissions, compilePermissions } from './compile/permissions.ts';
import { compileCategories, compileElements, compileVagueTerms } from './compile/policy-knowledge.ts';
import { readFiles } from './compile/read-files.ts';
import { compileSelfAssessment } from './compile/self-assessment.ts';
import { compileSdks } from './compile/sdks.ts';
import { compiledFiles } from './load.ts';
import type { Knowledge, Language } from './types.ts';

export { formatMistake } from './compile/mistake.ts';
export { schemas } from './schema.ts';

/** The compiled JSON by file name; to be written only when there are no mistakes. */
interface Compiled {
  readonly files: ReadonlyMap<string, string>;
  readonly mistakes: readonly Mistake[];
}

const byKey = <T, K extends keyof T>(entries: readonly T[], key: K): Map<T[K], T> =>
  new Map(entries.map((entry) => [entry[key], entry]));

/** Compiles the YAML files of `data/`, given by their paths below it: each by its schema, then one against another. */
export function compile(texts: ReadonlyMap<string, string>): Compiled {
  const { read, mistakes } = readFiles(texts);
  // What hangs on a file that could not be read would only be told a second time.
  if (mistakes.length > 0) return { files: new Map(), mistakes: sorted(mistakes) };
  const context: Context = {
    report: (file, path, message, at) => mistakes.push(file.mistake(path, message, at)),
    sources: sourceMap(read['sources.yaml'][0]),
  };

  const dataTypes = compileDataTypes(context, read['data-types.yaml']);
  const types = byKey(dataTypes, 'id');
  const permissions = compilePermissions(context, read['permissions/*.yaml'], types);
  const byName = byKey(permissions, 'name');
  const harmonyPermissions = compileHarmonyPermissions(context, read['harmony-permissions.yaml'][0], byName, types);
  const laws = compileLaws(context, read['laws/*.yaml']);
  const articles = byKey(laws.flatMap((law) => law.articles), 'id');
  const elements = compileElements(context, read['policy-elements.yaml']);
  const lexicon = (language: Language) =>
    compileLexicon(
      context,
      language,
      read['lexicon/*-data.yaml'].filter((file) => file.value.language === language),
      read['lexicon/*.yaml'].filter((file) => file.value.language === language),
      types,
    );
  const knowledge: Knowledge = {
    laws,
    cases: compileCases(context, read['cases/*.yaml'], articles),
    dataTypes,
    permissions,
    harmonyPermissions,
    libraryPermissions: compileLibraryPermissions(context, read['library-permissions.yaml'][0], byName),
    categories: compileCategories(context, read['categories.yaml'], byName, articles),
    lexicons: { zh: lexicon('zh'), en: lexicon('en') },
    vagueTerms: compileVagueTerms(context, read['vague-terms.yaml']),
    elements,
    selfAssessment: compileSelfAssessment(context, read['self-assessment.yaml'], articles, byKey(elements, 'id')),
    sdks: compileSdks(context, read['sdks/*.yaml'], read['sdk-families.yaml'], read['sdk-categories.yaml'], types),
    apis: compileApis(context, read['apis/*.yaml'], types, byName, harmonyPermissions),
  };
  const { lexicons, ...kinds } = knowledge;
  const files = Object.entries({ ...kinds, ...lexicons }).map(
    ([kind, value]) => [compiledFiles[kind as keyof typeof compiledFiles], `${JSON.stringify(value)}\n`] as const,
  );
  return { files: new Map(files), mistakes: sorted(mistakes) };
}

const sorted = (mistakes: readonly Mistake[]): Mistake[] =>
  mistakes.toSorted((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));
