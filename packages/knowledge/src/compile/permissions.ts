import type { PermissionsFile } from '../schema.ts';
import type { DataType, Permission } from '../types.ts';
import { allMustBeKnown, sourcesOf } from './context.ts';
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
