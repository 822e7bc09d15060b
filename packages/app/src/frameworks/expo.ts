import type { Files, Unread } from '@mingshi/model';
import { itemsAt, numberAt, parseJson, phraseAt, valueAt, type Data } from '../data.ts';
import { isUnread, readSource } from '../source-text.ts';
import { pluginPermissions } from './expo-plugins.ts';
import { objectLiterals } from './literals.ts';
import { cleartextAllowed, type Part, type RequestedPermission } from './part.ts';

/** Reads the configuration of an Expo app, which becomes a manifest only when it is built; a program's as far as it is data. */
export async function readExpo(files: Files, paths: readonly string[]): Promise<Part | undefined> {
  const unread: Unread[] = [];
  const configs: { readonly path: string; readonly data: Data }[] = [];
  for (const path of paths) {
    const data = await readConfig(files, path);
    if (data && 'what' in data) unread.push(data);
    else if (data) configs.push({ path, data });
  }
  const [first] = configs;
  if (!first) return unread.length > 0 ? { frameworks: [], dependencies: [], unread } : undefined;
  const some = <T>(read: (data: Data) => T | undefined): T | undefined =>
    configs.map(({ data }) => read(data)).find((value) => value !== undefined);
  const name = some((data) => phraseAt(data, 'name'));
  const applicationId = some((data) => phraseAt(data, 'android', 'package'));
  const properties = configs.flatMap(({ data }) => buildProperties(data));
  const minSdk = properties.map((data) => numberAt(data, 'android', 'minSdkVersion')).find((one) => one !== undefined);
  return {
    frameworks: ['expo'],
    dependencies: [],
    app: {
      ...(name && { name }),
      ...(applicationId && { applicationId }),
      ...(minSdk !== undefined && { minSdk }),
      manifest: first.path,
      permissions: [...configs.flatMap(({ data }) => stated(data)), ...configs.flatMap(({ data }) => byPlugins(data))],
      blocked: configs.flatMap(({ data }) =>
        itemsAt(data, 'android', 'blockedPermissions').flatMap((item) =>
          item.kind === 'text' ? [fullName(item.text)] : [],
        ),
      ),
      permissionsTold: true,
      settings: properties.flatMap((data) => cleartextAllowed(valueAt(data, 'android', 'usesCleartextTraffic'))),
    },
    unread,
  };
}

async function readConfig(files: Files, path: string): Promise<Data | Unread | undefined> {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return source;
  if (/\.json5?$/.test(path)) {
    if (!/["']?expo["']?\s*:/.test(source.text)) return undefined;
    const data = await parseJson(source);
    if (isUnread(data)) return data;
    const expo = valueAt(data, 'expo');
    return expo?.kind === 'object' ? expo : undefined;
  }
  const [whole] = objectLiterals(source, ['expo', 'slug', 'android', 'plugins']);
  if (!whole) return { file: path, what: 'app-config' };
  return valueAt(whole, 'expo')?.kind === 'object' ? valueAt(whole, 'expo') : whole;
}

function stated(data: Data): readonly RequestedPermission[] {
  return itemsAt(data, 'android', 'permissions').flatMap((item) =>
    item.kind === 'text' && /^[\w.]+$/.test(item.text) ? [{ name: fullName(item.text), at: item.at }] : [],
  );
}

function byPlugins(data: Data): readonly RequestedPermission[] {
  return plugins(data).flatMap(({ name, at, options }) =>
    pluginPermissions(name, options).map((permission) => ({ name: fullName(permission), at })),
  );
}

function plugins(data: Data) {
  return itemsAt(data, 'plugins').flatMap((item) => {
    const [named, options] = item.kind === 'array' ? item.items : [item];
    return named?.kind === 'text' ? [{ name: named.text, at: named.at, options }] : [];
  });
}

function buildProperties(data: Data): readonly Data[] {
  return plugins(data).flatMap(({ name, options }) => (name === 'expo-build-properties' && options ? [options] : []));
}

/** Expo takes `CAMERA` for `android.permission.CAMERA`. */
function fullName(name: string): string {
  return name.includes('.') ? name : `android.permission.${name}`;
}
