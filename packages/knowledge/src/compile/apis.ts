import type { ApisFile } from '../schema.ts';
import type { Api, DataType, Permission } from '../types.ts';
import { allMustBeKnown, mustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** apis/*.yaml: data types and permissions exist, and no member of a module stands in two entries of one kind. */
export function compileApis(
  context: Context,
  files: readonly YamlFile<ApisFile>[],
  types: ReadonlyMap<string, DataType>,
  permissions: ReadonlyMap<string, Permission>,
  harmony: Readonly<Record<string, Permission>>,
): Api[] {
  const ids = new Map<string, string>();
  const members = new Map<string, string>();
  return files.flatMap((file) =>
    Object.entries(file.value.apis).map(([id, entry]): Api => {
      const path = ['apis', id];
      const other = ids.get(id);
      if (other !== undefined) context.report(file, path, `"${id}" stands in ${other} too`, 'key');
      ids.set(id, file.path);
      allMustBeKnown(context, 'data type', types, file, [...path, 'dataTypes'], entry.dataTypes);
      const { permissions: named = [], framework = file.value.framework, note, sources, ...rest } = entry;
      for (const [index, name] of named.entries()) {
        if (Object.hasOwn(harmony, name)) continue;
        mustBeKnown(context, 'permission', permissions, file, [...path, 'permissions', index], name);
      }
      for (const [index, member] of entry.members.entries()) {
        const key = `${file.value.language} ${entry.kind} ${entry.module} ${member}`;
        const owner = members.get(key);
        const message = `"${member}" of ${entry.module} stands under "${owner}" already`;
        if (owner !== undefined) context.report(file, [...path, 'members', index], message);
        members.set(key, id);
      }
      return {
        id,
        language: file.value.language,
        framework,
        ...rest,
        permissions: named,
        ...(note === undefined ? {} : { note }),
        sources: sourcesOf(context, file, [...path, 'sources'], sources).map((source) => source.title),
      };
    }),
  );
}
