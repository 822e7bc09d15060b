import { noCode } from '@mingshi/model';
import type { App, Phrase, Unread } from '@mingshi/model';
import { groupBy } from '../../group-by.ts';
import { folderOf, inFolder } from '../../paths.ts';
import { accountScreens, readAccountSigns } from './account-signs.ts';
import type { AppModules } from './app-modules.ts';
import { readChinese } from './chinese.ts';
import { fillPlaceholders, type BuildFile } from './gradle/build-file.ts';
import { readLayers, type Layer } from './layers.ts';
import { mergeDependencies } from './merge-dependencies.ts';
import { mergeMetaData } from './merge-meta-data.ts';
import { mergeComponents } from './merge-components.ts';
import { compareLocations, mergePermissions } from './merge-permissions.ts';
import { findMergedManifests, type MergedManifest } from './merged-manifest.ts';
import { mergeSettings } from './merge-settings.ts';
import type { Module } from './modules.ts';
import type { Project } from './project.ts';
import { findResource } from './resources.ts';
import { readVariants, type Variants } from './variants.ts';
import { mergedLayer, removedFromAll, withMerged } from './with-merged.ts';

/** Reads one app: its source manifests and those of its libraries, and the merged manifest where there is one. */
export function readAndroidApp(modules: AppModules, project: Project, named: MergedManifest | undefined): App {
  const { app } = modules;
  const { build } = app;
  const variants = readVariants(build, [...app.manifests.keys()]);
  const layers = readLayers(modules, variants, project);
  const merged = named ? [named] : findMergedManifests(project, app);
  tellWhatIsMissing(modules, merged, project);

  const permissions = permissionsOf(modules, layers, merged, variants);
  const all = [...layers, ...merged.map((one) => mergedLayer(one, app.id))];
  const main = layers.find(({ role }) => role === 'main') ?? all[0];
  const applicationId = build?.applicationId ?? merged[0]?.manifest.package ?? main?.manifest.package;
  const [minSdk, targetSdk] = (['minSdk', 'targetSdk'] as const).map(
    (key) => merged[0]?.manifest[key] ?? build?.[key] ?? main?.manifest[key],
  );
  const resources = resourceFolders(modules);
  const components = mergeComponents(all);
  const signs = readAccountSigns(
    project,
    [...resources].flatMap(([set, folders]) => (set === 'debug' ? [] : folders)),
  );
  return {
    id: app.id,
    platform: 'android',
    ...namesOf(all, build, project, resources.get('main') ?? []),
    ...(applicationId && { applicationId }),
    folder: app.folder,
    ...(minSdk !== undefined && { minSdk }),
    ...(targetSdk !== undefined && { targetSdk }),
    manifests: all.map(({ manifest: { path }, role, module, sourceSet }) => ({ path, role, module, ...(sourceSet && { sourceSet }) })),
    permissions,
    removedPermissions: removedFromAll(layers),
    components,
    features: firstOfEach(all.flatMap(({ manifest }) => manifest.features)),
    settings: mergeSettings(settingLayers(layers, all, merged), { project, build, resources }),
    accountSigns: [...signs.accounts, ...accountScreens(components, applicationId?.text)],
    cancellationSigns: signs.cancellation,
    frameworks: [],
    dependencies: mergeDependencies(modules, variants, project),
    metaData: mergeMetaData(all),
    code: noCode,
  };
}

/** The app's name, and the words that show that it speaks Chinese. */
function namesOf(
  layers: readonly Layer[],
  build: BuildFile | undefined,
  project: Project,
  folders: readonly string[],
): Pick<App, 'name' | 'chinese'> {
  const name = label(layers, build, project, folders);
  const chinese = readChinese(name, project, folders);
  return { ...(name && { name }), ...(chinese && { chinese }) };
}

/** What the source asks for, and with a merged manifest what that makes of it. */
function permissionsOf(
  { app, libraries, guessed }: AppModules,
  layers: readonly Layer[],
  merged: readonly MergedManifest[],
  variants: Variants,
): App['permissions'] {
  const permissions = mergePermissions(layers, variants);
  if (merged.length === 0) return permissions;
  const certain = new Set(guessed ? [] : libraries.map(({ module }) => module.id));
  return withMerged({ module: app.id, build: app.build, layers, permissions, certain }, merged, variants);
}

/** What no file of the project could tell: the manifests of binary libraries, or which modules ship. */
function tellWhatIsMissing(
  { app, libraries, guessed }: AppModules,
  merged: readonly MergedManifest[],
  project: Project,
): void {
  const file = app.manifests.get('main') ?? app.build?.path ?? app.folder;
  const [first] = merged;
  if (!first && app.manifests.size === 0) project.unread.push({ file, what: 'app-manifest', detail: app.id });
  if (!first) project.unread.push({ file, what: 'library-manifests', detail: app.id });
  else if (/debug$/i.test(first.variant)) {
    project.unread.push({ file: first.manifest.path, what: 'release-manifest', detail: first.variant });
  }
  for (const build of [app, ...libraries.map(({ module }) => module)].map((module) => module.build)) {
    if (build) project.unread.push(...unresolvedDependencies(build));
  }
  if (guessed && !first) {
    const names = libraries.map(({ module }) => module.id);
    const detail = names.length > 5 ? `${names.slice(0, 5).join(', ')} +${names.length - 5}` : names.join(', ');
    project.unread.push({ file: app.build?.path ?? file, what: 'module-dependencies', detail });
  }
}

/** Libraries that a script names in words which only a running build could follow: one line a file. */
function unresolvedDependencies({ unresolved }: BuildFile): readonly Unread[] {
  return [...groupBy(unresolved, ({ at }) => at.file)].map(([file, same]) => {
    const names = [...new Set(same.map(({ text }) => text))];
    const detail = names.slice(0, 3).join(', ') + (names.length > 3 ? ` +${names.length - 3}` : '');
    return { file, offset: same[0]?.at.start ?? 0, what: 'unresolved-dependencies', detail };
  });
}

/** Merged manifests repeat what source says; only what they add counts as a layer of its own. */
function settingLayers(
  layers: readonly Layer[],
  all: readonly Layer[],
  merged: readonly MergedManifest[],
): readonly Layer[] {
  const known = new Set(layers.flatMap(({ manifest }) => manifest.settings.map(({ key }) => key)));
  const added = all.slice(layers.length).map((layer, index): Layer => {
    // A debug build is debuggable by nature.
    const isDebug = /debug$/i.test(merged[index]?.variant ?? '');
    const settings = layer.manifest.settings.filter(({ key }) => !known.has(key) && !(isDebug && key === 'debuggable'));
    return { ...layer, rank: -1, manifest: { ...layer.manifest, settings } };
  });
  return [...layers, ...added];
}

/** Resource folders by source set; those of libraries count as main. */
function resourceFolders({ app, libraries }: AppModules): ReadonlyMap<string, readonly string[]> {
  const sets = new Set([
    ...app.manifests.keys(),
    ...(app.build?.buildTypes ?? []).map(({ name }) => name),
    ...(app.build?.flavours ?? []).map(({ name }) => name),
  ]);
  sets.delete('main');
  const main = [app, ...libraries.map(({ module }) => module)].flatMap(mainResources);
  const folders = new Map<string, readonly string[]>([['main', main]]);
  for (const set of [...sets].toSorted()) folders.set(set, [inFolder(app.folder, `src/${set}/res`)]);
  return folders;
}

function mainResources({ folder, build }: Module): readonly string[] {
  return [
    ...(build?.resources ?? []),
    ...['src/main/res', 'src/androidMain/res', 'res'].map((path) => inFolder(folder, path)),
  ];
}

/** The app's name as a user sees it; none when it is made by the build. */
function label(
  layers: readonly Layer[],
  build: BuildFile | undefined,
  project: Project,
  folders: readonly string[],
): Phrase | undefined {
  const written = layers.map(({ manifest }) => manifest.label).find((one) => one !== undefined);
  if (!written) return undefined;
  const text = fillPlaceholders(written.text, build);
  const name = /^@string\/([\w.]+)$/.exec(text)?.[1];
  if (name) return findResource(project, folders, 'string', name);
  return text.startsWith('@') || text.includes('${') ? undefined : { ...written, text };
}

function firstOfEach(phrases: readonly Phrase[]): readonly Phrase[] {
  const first = new Map(phrases.toReversed().map((phrase) => [phrase.text, phrase]));
  return [...first.values()].toSorted((a, b) => compareLocations(a.at, b.at));
}

/** A manifest that the user named stands for the app it belongs to, or is an app of its own. */
export function belongsTo(
  path: string,
  packageName: string | undefined,
  apps: readonly AppModules[],
): AppModules | undefined {
  const inside = apps.filter(({ app }) => app.folder === '' || path.startsWith(`${app.folder}/`));
  const [nearest] = inside.toSorted((a, b) => b.app.folder.length - a.app.folder.length);
  const same = apps.find(
    ({ app }) => packageName !== undefined && fillPlaceholders('${applicationId}', app.build) === packageName,
  );
  return nearest ?? same ?? (apps.length === 1 ? apps[0] : undefined);
}

/** A module that consists of one manifest. */
export function loneModule(path: string): AppModules {
  const folder = folderOf(path);
  const app: Module = {
    id: folder || '.',
    folder,
    root: '',
    listed: false,
    kind: 'application',
    manifests: new Map([['main', path]]),
  };
  return { app, libraries: [], guessed: false };
}
