import type { SdkCategoriesFile, SdkFamiliesFile, SdkFile } from '../schema.ts';
import type { DataType, Sdk, SdkCategory, SdkSigns } from '../types.ts';
import { allMustBeKnown, mustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import { checkNames } from './sdk-names.ts';
import { checkSigns } from './sdk-signs.ts';
import type { YamlFile } from './yaml-file.ts';

/** sdks/*.yaml with the names of sdk-families.yaml and sdk-categories.yaml: every reference resolves, no sign or name tells two SDKs. */
export function compileSdks(
  context: Context,
  files: readonly YamlFile<SdkFile>[],
  familyFiles: readonly YamlFile<SdkFamiliesFile>[],
  categoryFiles: readonly YamlFile<SdkCategoriesFile>[],
  types: ReadonlyMap<string, DataType>,
): Sdk[] {
  const families = familiesOf(context, familyFiles, files);
  const categories = categoriesOf(context, categoryFiles);
  for (const file of files) {
    const { id, family, category, takes } = file.value;
    if (file.path !== `sdks/${id}.yaml`) context.report(file, ['id'], `the file of "${id}" is named sdks/${id}.yaml`);
    allMustBeKnown(context, 'data type', types, file, ['takes'], takes);
    mustBeKnown(context, 'category', categories, file, ['category'], category);
    if (family !== undefined) mustBeKnown(context, 'family', families, file, ['family'], family);
  }
  checkSigns(context, files);
  checkNames(context, files, families);
  return files.map((file) => {
    const { family, category: id, policyUrl, note, calls = {}, signs = {}, weakSigns = {}, sharedNames = [], ...rest } = file.value;
    const brand = family === undefined ? [] : (families.get(family) ?? []);
    return {
      ...rest,
      // An unknown one has been told above.
      category: categories.get(id) ?? { id, name: { zh: id, en: id }, isPurpose: false },
      ...(family === undefined ? {} : { family }),
      signs: present(signs),
      weakSigns: present(weakSigns),
      sharedNames: [...sharedNames, ...brand],
      ...(policyUrl === undefined ? {} : { policyUrl }),
      calls: { start: calls.start ?? [], safe: calls.safe ?? [], consent: calls.consent ?? [] },
      ...(note === undefined ? {} : { note }),
      sources: sourcesOf(context, file, ['sources'], file.value.sources).map((source) => source.title),
    };
  });
}

function familiesOf(
  context: Context,
  files: readonly YamlFile<SdkFamiliesFile>[],
  sdks: readonly YamlFile<SdkFile>[],
): Map<string, readonly string[]> {
  const families = new Map<string, readonly string[]>();
  for (const file of files) {
    sourcesOf(context, file, ['sources'], file.value.sources);
    for (const [id, { names }] of Object.entries(file.value.families)) {
      const size = sdks.filter((sdk) => sdk.value.family === id).length;
      if (size < 2) context.report(file, ['families', id], `a family has at least two SDKs, "${id}" has ${size}`, 'key');
      families.set(id, names);
    }
  }
  return families;
}

function categoriesOf(context: Context, files: readonly YamlFile<SdkCategoriesFile>[]): Map<string, SdkCategory> {
  for (const file of files) sourcesOf(context, file, ['sources'], file.value.sources);
  const entries = files.flatMap((file) => Object.entries(file.value.categories));
  return new Map(entries.map(([id, { name, isPurpose = true }]) => [id, { id, name, isPurpose }]));
}

/** Only the kinds that the file gives; a key without a value is none. */
const present = (signs: NonNullable<SdkFile['signs']>): SdkSigns =>
  Object.fromEntries(Object.entries(signs).filter(([, list]) => list !== undefined && list.length > 0));
