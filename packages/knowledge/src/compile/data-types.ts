import type { DataTypesFile } from '../schema.ts';
import type { DataType } from '../types.ts';
import { mustBeKnown, sourcesOf } from './context.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** data-types.yaml: every parent exists and none is its own ancestor; what is sensitive says by which law. */
export function compileDataTypes(context: Context, files: readonly YamlFile<DataTypesFile>[]): DataType[] {
  return files.flatMap((file) => {
    const types = new Map(Object.entries(file.value.types));
    sourcesOf(context, file, ['sources'], file.value.sources);
    return [...types].map(([id, type]) => {
      const path = ['types', id];
      if (type.parent !== undefined) {
        const parent = [...path, 'parent'];
        mustBeKnown(context, 'data type', types, file, parent, type.parent);
        if (ancestors(id, types).has(id)) context.report(file, parent, `"${id}" is its own ancestor`);
      }
      if (type.sensitive && type.basis === undefined) {
        context.report(file, [...path, 'sensitive'], 'what is sensitive names the law or standard under "basis"');
      }
      const basis = type.sensitive === 'possible' ? `possibly sensitive: ${type.basis}` : type.basis;
      return {
        id,
        name: type.name,
        ...(type.parent === undefined ? {} : { parent: type.parent }),
        sensitive: type.sensitive === true,
        ...(basis === undefined ? {} : { sensitiveBasis: basis }),
        generic: type.generic ?? false,
        category: type.category ?? false,
      };
    });
  });
}

function ancestors(id: string, types: ReadonlyMap<string, { readonly parent?: string | undefined }>): Set<string> {
  const met = new Set<string>();
  let parent = types.get(id)?.parent;
  while (parent !== undefined && !met.has(parent)) {
    met.add(parent);
    parent = types.get(parent)?.parent;
  }
  return met;
}
