import { noFacts } from '@mingshi/model';
import type { App, AppProject, Dependency, Files, ManifestFile, PermissionUse, Phrase, Unread } from '@mingshi/model';
import { itemsAt, membersAt, parseJson, phraseAt, type Data } from '../data.ts';
import { groupBy } from '../group-by.ts';
import { folderOf, inFolder } from '../paths.ts';
import { isUnread, readSource } from '../source-text.ts';

const MODULE = /^(?:(.*)\/)?src\/main\/module\.json5?$/;
const NOT_THE_APP = /(?:^|\/)(?:node_modules|oh_modules|templates?|tests?|fixtures|build)\//;

/** The data of a file, if it is there and can be read. */
type Read = (path: string) => Promise<Data | undefined>;

/** Reads HarmonyOS apps: the modules of each build together, with the permissions and libraries that they name. */
export async function readHarmony(files: Files): Promise<AppProject> {
  const modules = files.list().filter((path) => MODULE.test(path) && !NOT_THE_APP.test(path));
  const unread: Unread[] = [];
  const known = new Map<string, Promise<Data | undefined>>();
  const readOnce = async (path: string): Promise<Data | undefined> => {
    if (!files.exists(path)) return undefined;
    const source = readSource(files, path, 1024 * 1024);
    const data = isUnread(source) ? source : await parseJson(source);
    if (!isUnread(data)) return data;
    unread.push(data);
    return undefined;
  };
  // The strings of a module are asked for with each permission.
  const read: Read = (path) => {
    const reading = known.get(path) ?? readOnce(path);
    known.set(path, reading);
    return reading;
  };
  const apps: App[] = [];
  for (const [folder, paths] of groupBy(modules, (path) => buildFolder(files, moduleFolder(path)))) {
    const app = await readBuild(folder, paths, read);
    const [manifest] = app.manifests;
    if (!manifest) continue;
    apps.push(app);
    if (app.dependencies.length > 0) unread.push({ file: manifest.path, what: 'harmony-libraries', detail: app.id });
  }
  return { apps, unread };
}

/** The app that the modules of a build make, `paths` being their `module.json5`. */
async function readBuild(
  folder: string,
  paths: readonly string[],
  read: Read,
): Promise<App> {
  const scope = await read(inFolder(folder, 'AppScope/app.json5'));
  const manifests: ManifestFile[] = [];
  const permissions = new Map<string, PermissionUse>();
  const dependencies = new Map<string, Dependency>();
  for (const path of paths) {
    const data = await read(path);
    if (!data) continue;
    const module = moduleFolder(path) || '.';
    manifests.push({ path, role: 'main', module });
    for (const item of itemsAt(data, 'module', 'requestPermissions')) {
      const name = phraseAt(item, 'name');
      const reason = await wordsOf([inFolder(moduleFolder(path), 'src/main'), inFolder(folder, 'AppScope')], phraseAt(item, 'reason'), read);
      if (name) addPermission(permissions, name, item, module, reason);
    }
  }
  for (const each of new Set([folder, ...paths.map(moduleFolder)])) {
    for (const dependency of packagesOf(await read(inFolder(each, 'oh-package.json5')))) {
      if (!dependencies.has(dependency.name)) dependencies.set(dependency.name, dependency);
    }
  }
  const applicationId = phraseAt(scope, 'app', 'bundleName');
  const name = await wordsOf([inFolder(folder, 'AppScope')], phraseAt(scope, 'app', 'label'), read);
  return {
    id: folder || '.',
    platform: 'harmony',
    frameworks: [],
    ...(name && { name }),
    ...(applicationId && { applicationId }),
    folder,
    manifests,
    permissions: [...permissions.values()],
    dependencies: [...dependencies.values()],
    ...noFacts,
  };
}

const LANGUAGES = ['zh_CN', 'zh', 'base'];

/** A text of a configuration: in words, or those of the string it names, the Chinese ones first; `homes` hold the `resources`. */
async function wordsOf(
  homes: readonly string[],
  text: Phrase | undefined,
  read: Read,
): Promise<Phrase | undefined> {
  const key = /^\$string:(\w+)$/.exec(text?.text ?? '')?.[1];
  if (!key) return text;
  for (const language of LANGUAGES) {
    for (const home of homes) {
      const strings = await read(inFolder(home, `resources/${language}/element/string.json`));
      const named = itemsAt(strings, 'string').find((item) => phraseAt(item, 'name')?.text === key);
      const value = phraseAt(named, 'value');
      if (value) return value;
    }
  }
  return undefined;
}

function addPermission(uses: Map<string, PermissionUse>, { text, at }: Phrase, item: Data, module: string, reason: Phrase | undefined): void {
  const known = uses.get(text);
  if (known) uses.set(text, { ...known, alsoAt: [...known.alsoAt, at] });
  else uses.set(text, { name: text, at, element: item.at, module, kind: 'uses-permission', ...(reason && { reason }), alsoAt: [] });
}

/** What ships: not the development dependencies, and not the modules of the build itself. */
function packagesOf(data: Data | undefined): readonly Dependency[] {
  return membersAt(data, 'dependencies').flatMap(([name, { at, value }]): readonly Dependency[] => {
    const version = value.kind === 'text' ? value.text : '';
    if (/^file:(?!.*\.(?:har|tgz)$)/.test(version)) return [];
    return [{ ecosystem: 'ohpm', name, ...(version && { version }), at, via: 'direct' }];
  });
}

function moduleFolder(path: string): string {
  return MODULE.exec(path)?.[1] ?? '';
}

/** The folder of the build that a module belongs to. */
function buildFolder(files: Files, module: string): string {
  for (let folder = module; ; folder = folderOf(folder)) {
    if (files.exists(inFolder(folder, 'AppScope/app.json5'))) return folder;
    if (folder === '') return module;
  }
}
