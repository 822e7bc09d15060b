import { inFolder } from '../../paths.ts';
import { isUnread, readSource } from '../../source-text.ts';
import { readBuildFile, scriptWithApplied, type BuildFile, type Surroundings } from './gradle/build-file.ts';
import { readCatalogs } from './gradle/catalog.ts';
import { conventionScripts, logicFolders, readConstants } from './gradle/constants.ts';
import type { Entry } from './gradle/entries.ts';
import type { ModuleKind } from './gradle/plugins.ts';
import { readSettings } from './gradle/settings-file.ts';
import { collectVariables, readProperties, type Variables } from './gradle/values.ts';
import type { Project } from './project.ts';

/** A folder that makes an app, a library, or a part of one. */
export interface Module {
  /** Gradle path, or the folder for a module that no settings script names. */
  readonly id: string;
  readonly folder: string;
  /** Folder of the build it belongs to. */
  readonly root: string;
  /** Whether the settings script names it, or names modules in a way that only running it would tell. */
  readonly listed: boolean;
  readonly kind: ModuleKind;
  readonly build?: BuildFile;
  /** Manifest paths by source set. */
  readonly manifests: ReadonlyMap<string, string>;
}

/** All modules of the project: those its settings scripts name, and those that only their manifest betrays. */
export async function readModules(project: Project): Promise<readonly Module[]> {
  const { layout } = project;
  const modules = new Map<string, Module>();
  const roots = new Map<string, Surroundings>();
  const unclear = new Set<string>();
  // The innermost build first, so that an outer one does not claim its modules.
  for (const [root, script] of [...layout.settings].toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))) {
    const bare = { files: project.files, root, ...nothingAround };
    const entries = scriptWithApplied(script, bare, project.unread);
    const surroundings = await readSurroundings(project, root, entries);
    roots.set(root, surroundings);
    const settings = readSettings(entries, root);
    if (settings.unclear) unclear.add(root);
    for (const { id, folder } of [...settings.modules, { id: ':', folder: root }]) {
      const module = modules.has(folder)
        ? undefined
        : readModule(project, { id, folder, root, listed: id !== ':' }, surroundings);
      if (module) modules.set(folder, module);
    }
  }
  for (const folder of [...layout.manifests.keys()].toSorted()) {
    if (modules.has(folder) || isInsideSources(folder)) continue;
    const root = enclosing(folder, roots) ?? '';
    const surroundings = roots.get(root) ?? (await readSurroundings(project, root, []));
    roots.set(root, surroundings);
    const module = readModule(project, { id: folder || '.', folder, root, listed: unclear.has(root) }, surroundings);
    if (module) modules.set(folder, module);
  }
  return [...modules.values()].toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** A manifest deep in somebody's sources is kept for another use, such as running a library on its own. */
function isInsideSources(folder: string): boolean {
  return /(?:^|\/)(?:src|assets|res)\//.test(`${folder}/`) && !folder.endsWith('/src');
}

const nothingAround: Omit<Surroundings, 'files' | 'root'> = {
  variables: new Map(),
  catalog: {
    versions: new Map(),
    plugins: new Map(),
    libraries: new Map(),
    bundles: new Map(),
    names: new Set(),
    unread: [],
  },
  archives: [],
  shared: [],
  outer: [],
  conventions: new Map(),
};

async function readSurroundings(
  { files, layout, unread }: Project,
  root: string,
  settings: readonly Entry[],
): Promise<Surroundings> {
  const catalog = await readCatalogs(files, layout.catalogs.get(root) ?? [], settings);
  unread.push(...catalog.unread);
  const properties = inFolder(root, 'gradle.properties');
  const source = files.exists(properties) ? readSource(files, properties, 1024 * 1024) : undefined;
  const stated = source && !isUnread(source) ? readProperties(source.text) : new Map();
  const logic = logicFolders(root, settings);
  const variables: Variables = new Map([...readConstants(files, logic), ...stated]);
  const conventions = conventionScripts(files, logic);
  const plain: Surroundings = {
    files,
    root,
    variables,
    catalog,
    archives: layout.archives,
    shared: [],
    outer: [],
    conventions,
  };
  const script = ['build.gradle.kts', 'build.gradle'].map((name) => inFolder(root, name)).find(files.exists);
  if (!script) return plain;
  const entries = scriptWithApplied(script, plain, []);
  const shared = entries.filter(({ path }) => path[0] === 'allprojects' || path[0] === 'subprojects');
  return { ...plain, shared, outer: entries, variables: collectVariables(entries, variables) };
}

function readModule(
  project: Project,
  place: Pick<Module, 'id' | 'folder' | 'root' | 'listed'>,
  surroundings: Surroundings,
): Module | undefined {
  const { files, layout, unread } = project;
  const { folder } = place;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const script = ['build.gradle.kts', 'build.gradle', `${name}.gradle.kts`, `${name}.gradle`]
    .map((file) => inFolder(folder, file))
    .find(files.exists);
  const build = script ? readBuildFile(script, surroundings, unread) : undefined;
  const usual = inFolder(folder, 'src/main/AndroidManifest.xml');
  // A module that the settings script takes out of an ignored folder, such as node_modules, ships all the same.
  const hidden = place.listed && files.exists(usual) ? new Map([['main', usual]]) : undefined;
  const found = layout.manifests.get(folder) ?? hidden;
  const moved = [...(build?.manifests ?? [])].filter(([, path]) => files.exists(path));
  const manifests = new Map([...(found ?? []), ...moved]);
  // The outermost build script often only configures the others; a module without a manifest may bring libraries.
  if (manifests.size === 0 && !(build && (build.kind || place.listed) && place.id !== ':')) return undefined;
  return { ...place, kind: build?.kind ?? guessKind(project, folder, manifests), manifests, ...(build && { build }) };
}

/** Without a plugin to tell: what has an entry in the launcher is an app. */
function guessKind({ files, manifest }: Project, folder: string, manifests: ReadonlyMap<string, string>): ModuleKind {
  const properties = inFolder(folder, 'project.properties');
  if (files.exists(properties)) {
    const source = readSource(files, properties, 1024 * 1024);
    if (!isUnread(source) && /^\s*android\.library\s*=\s*true/m.test(source.text)) return 'library';
  }
  const main = manifests.get('main');
  return main && manifest(main)?.components.some(({ launcher }) => launcher) ? 'application' : 'library';
}

function enclosing(folder: string, roots: ReadonlyMap<string, unknown>): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    if (roots.has(at)) return at;
    if (at === '') return undefined;
  }
}
