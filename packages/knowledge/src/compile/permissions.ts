import type { HarmonyPermissionsFile, LibraryPermissionsFile, PermissionsFile } from '../schema.ts';
import type { DataType, LibraryPermissions, Permission } from '../types.ts';
import { allMustBeKnown, mustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** permissions/*.yaml: every data type exists, and what must be disclosed is among what is opened. */
export function compilePermissions(
  context: Context,
  files: readonly YamlFile<PermissionsFile>[],
  types: ReadonlyMap<string, DataType>,
): Permission[] {
  return files.flatMap((file) =>
    Object.entries(file.value.permissions).map(([name, entry]) => {
      const path = ['permissions', name];
      for (const list of ['opens', 'discloses'] as const) {
        allMustBeKnown(context, 'data type', types, file, [...path, list], entry[list]);
      }
      for (const [index, type] of entry.discloses.entries()) {
        if (entry.opens.includes(type)) continue;
        context.report(file, [...path, 'discloses', index], `"${type}" is not among what the permission opens`);
      }
      const { group, since, deprecated, note, sources, ...rest } = entry;
      return {
        name,
        ...rest,
        ...(group === undefined ? {} : { group }),
        ...(since === undefined ? {} : { since }),
        ...(deprecated === undefined ? {} : { deprecated }),
        ...(note === undefined ? {} : { note }),
        sources: sourcesOf(context, file, [...path, 'sources'], sources).map((source) => source.title),
      };
    }),
  );
}

/** harmony-permissions.yaml: each is one of Android's under another name, or tells itself what it opens. */
export function compileHarmonyPermissions(
  context: Context,
  file: YamlFile<HarmonyPermissionsFile> | undefined,
  android: ReadonlyMap<string, Permission>,
  types: ReadonlyMap<string, DataType>,
): Record<string, Permission> {
  if (!file) return {};
  const sources = sourcesOf(context, file, ['sources'], file.value.sources).map((source) => source.title);
  return Object.fromEntries(
    Object.entries(file.value.permissions).map(([name, { like, discloses = [], title, can, risk, protection }]) => {
      const path = ['permissions', name];
      if (like !== undefined) mustBeKnown(context, 'permission', android, file, [...path, 'like'], like);
      allMustBeKnown(context, 'data type', types, file, [...path, 'discloses'], discloses);
      const own = { name, opens: discloses, discloses, words: { zh: [], en: [] }, risk: 'low' as const };
      const label = title ?? can ?? { zh: name, en: name };
      return [
        name,
        {
          ...(android.get(like ?? '') ?? { ...own, title: label, can: label }),
          protection,
          ...(title && { title }),
          ...(can && { can }),
          ...(risk && { risk }),
          sources,
        },
      ];
    }),
  );
}

/** library-permissions.yaml: every permission is known, and written out in full. */
export function compileLibraryPermissions(
  context: Context,
  file: YamlFile<LibraryPermissionsFile> | undefined,
  known: ReadonlyMap<string, Permission>,
): LibraryPermissions[] {
  if (!file) return [];
  sourcesOf(context, file, ['sources'], file.value.sources);
  return (['npm', 'pub', 'maven'] as const).flatMap((ecosystem) =>
    Object.entries(file.value[ecosystem]).flatMap(([library, versions]) =>
      versions.map(({ majors, adds }, index): LibraryPermissions => {
        const permissions = adds.map((name) => (name.includes('.') ? name : `android.permission.${name}`));
        allMustBeKnown(context, 'permission', known, file, [ecosystem, library, index, 'adds'], permissions);
        const [first, last = first] = majors?.split('-').map(Number) ?? [];
        return { ecosystem, library, ...(first !== undefined && last !== undefined && { majors: { first, last } }), permissions };
      }),
    ),
  );
}
