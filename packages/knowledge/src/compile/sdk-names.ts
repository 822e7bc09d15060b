import type { SdkFile } from '../schema.ts';
import type { Context } from './context.ts';
import type { YamlFile } from './yaml-file.ts';

/** No name of an SDK in policies names two; one that does belongs under `sharedNames` or to the family. */
export function checkNames(
  context: Context,
  files: readonly YamlFile<SdkFile>[],
  families: ReadonlyMap<string, readonly string[]>,
): void {
  const owners = new Map<string, YamlFile<SdkFile>>();
  const brands = new Map([...families].flatMap(([id, names]) => names.map((name) => [sameName(name), id] as const)));
  for (const file of files) {
    const own = new Set<string>();
    for (const list of ['names', 'sharedNames'] as const) {
      for (const [index, name] of (file.value[list] ?? []).entries()) {
        const key = sameName(name);
        if (own.has(key)) context.report(file, [list, index], `"${name}" stands here twice`);
        own.add(key);
        const brand = brands.get(key);
        if (brand !== undefined && (list === 'names' || brand === file.value.family)) {
          context.report(file, [list, index], `"${name}" is a name of the family ${brand}`);
        }
        if (list === 'sharedNames') continue;
        const owner = owners.get(key);
        const remedy = 'put it under "sharedNames" of both';
        if (owner) context.report(file, [list, index], `"${name}" already names ${owner.value.id}: ${remedy}`);
        owners.set(key, file);
      }
    }
  }
  for (const file of files) checkShared(context, file, owners);
}

/** A shared name is the name of no other SDK, except of one in its family. */
function checkShared(
  context: Context,
  file: YamlFile<SdkFile>,
  owners: ReadonlyMap<string, YamlFile<SdkFile>>,
): void {
  for (const [index, name] of (file.value.sharedNames ?? []).entries()) {
    const owner = owners.get(sameName(name));
    if (!owner || owner === file) continue;
    if (owner.value.family !== undefined && owner.value.family === file.value.family) continue;
    context.report(file, ['sharedNames', index], `"${name}" names ${owner.value.id}, which is no SDK of its family`);
  }
}

/** Names are one when only case, width or spaces differ: 友盟＋ SDK is 友盟+sdk. */
const sameName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
