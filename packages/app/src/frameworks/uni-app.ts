import type { Dependency, Files, Unread } from '@mingshi/model';
import { itemsAt, membersAt, numberAt, parseJson, phraseAt, valueAt, type Data } from '../data.ts';
import { folderOf, inFolder } from '../paths.ts';
import { isUnread, readSource, type SourceText } from '../source-text.ts';
import { unreadPart, type Part, type RequestedPermission } from './part.ts';

/** The parts of manifest.json that make it an app's, not a web page's or a mini program's. */
const APP = 'app-plus';

/** Reads a uni-app project from its manifest.json, which is JSON with comments and holds permissions as XML. */
export async function readUniManifest(files: Files, path: string): Promise<Part | undefined> {
  const source = readSource(files, path, 1024 * 1024);
  if (isUnread(source)) return unreadPart(source);
  if (!source.text.includes(APP)) return undefined;
  const data = await parseJson(source);
  if (isUnread(data)) return unreadPart(data);
  if (valueAt(data, APP)?.kind !== 'object') return undefined;
  const android = valueAt(data, APP, 'distribute', 'android');
  const name = phraseAt(data, 'name');
  const applicationId = phraseAt(android, 'packagename');
  const plugins = await readPlugins(files, folderOf(path));
  const [minSdk, targetSdk] = ['minSdkVersion', 'targetSdkVersion'].map((key) => numberAt(android, key));
  return {
    frameworks: ['uni-app'],
    dependencies: [...uniDependencies(data), ...plugins.flatMap(({ dependencies }) => dependencies)],
    app: {
      ...(name && { name }),
      ...(applicationId && { applicationId }),
      ...(minSdk !== undefined && { minSdk }),
      ...(targetSdk !== undefined && { targetSdk }),
      manifest: path,
      permissions: [...permissionsIn(source, itemsAt(android, 'permissions')), ...plugins.flatMap(({ permissions }) => permissions)],
      blocked: permissionsIn(source, itemsAt(android, 'excludePermissions')).map((one) => one.name),
      permissionsTold: true,
    },
    unread: plugins.flatMap(({ unread }) => unread),
  };
}

interface Plugin {
  readonly dependencies: readonly Dependency[];
  readonly permissions: readonly RequestedPermission[];
  readonly unread: readonly Unread[];
}

/** Native plug-ins beside the manifest: what each brings stands in its own package.json. */
async function readPlugins(files: Files, folder: string): Promise<readonly Plugin[]> {
  const root = inFolder(folder, 'nativeplugins/').toLowerCase();
  const paths = files.list().filter((path) => path.toLowerCase().startsWith(root) && PLUGIN.test(path));
  return Promise.all(paths.map((path) => readPlugin(files, path)));
}

const PLUGIN = /\/nativeplugins\/[^/]+\/package\.json$|^nativeplugins\/[^/]+\/package\.json$/i;

async function readPlugin(files: Files, path: string): Promise<Plugin> {
  const nothing = { dependencies: [], permissions: [], unread: [] };
  const source = readSource(files, path, 256 * 1024);
  const data = isUnread(source) ? source : await parseJson(source);
  if (isUnread(source) || isUnread(data)) return { ...nothing, unread: isUnread(data) ? [data] : [] };
  const android = valueAt(data, '_dp_nativeplugin', 'android');
  const dependencies = itemsAt(android, 'dependencies').flatMap((item): readonly Dependency[] => {
    if (item.kind !== 'text') return [];
    const [group, name, version] = item.text.split(':');
    if (!group || !name) return [];
    return [{ ecosystem: 'maven', name: `${group}:${name}`, ...(version && { version }), at: item.at, via: 'direct' }];
  });
  return { dependencies, permissions: permissionsIn(source, itemsAt(android, 'permissions')), unread: [] };
}

/** Modules, the services chosen for them (`oauth.weixin`), and native plug-ins. */
function uniDependencies(data: Data): readonly Dependency[] {
  const modules = membersAt(data, APP, 'modules').map(([name, { at }]) => ({ name, at }));
  const services = membersAt(data, APP, 'distribute', 'sdkConfigs').flatMap(([service, { value }]) =>
    membersAt(value).map(([name, { at }]) => ({ name: `${service}.${name}`, at })),
  );
  const plugins = [...membersAt(data, APP, 'nativePlugins'), ...membersAt(data, 'nativePlugins')];
  const all = [...modules, ...services, ...plugins.map(([name, { at }]) => ({ name, at }))];
  return all.map(({ name, at }) => ({ ecosystem: 'uni', name, at, via: 'direct' }));
}

/** `"<uses-permission android:name=\"android.permission.CAMERA\"/>"`: the name within, at its own place. */
function permissionsIn({ text, path }: SourceText, items: readonly Data[]): readonly RequestedPermission[] {
  return items.flatMap((item): readonly RequestedPermission[] => {
    if (item.kind !== 'text' || item.text.length > 1000) return [];
    if (item.text.includes('<') && !/<\s*uses-permission\b/.test(item.text)) return [];
    const name =
      /(?:android:)?name\s*=\s*["']([\w.]+)["']/.exec(item.text)?.[1] ?? /^[\w.]+$/.exec(item.text.trim())?.[0];
    if (!name) return [];
    const within = text.slice(item.at.start, item.at.end).indexOf(name);
    const start = item.at.start + Math.max(within, 0);
    const limit = Number.parseInt(/maxSdkVersion\s*=\s*["'](\d{1,3})["']/.exec(item.text)?.[1] ?? '', 10);
    const at = within < 0 ? item.at : { file: path, start, end: start + name.length };
    return [{ name, at, ...(Number.isInteger(limit) && { maxSdk: limit }) }];
  });
}
