import { folderOf } from '../../paths.ts';

/** What the list of files alone tells about a project; everything else is asked by path. */
export interface Layout {
  /** Settings scripts by their folder. */
  readonly settings: ReadonlyMap<string, string>;
  /** Manifests by module folder and source set (`main` for one at the module's root). */
  readonly manifests: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Files of `values…` folders by resource folder. */
  readonly values: ReadonlyMap<string, readonly ValuesFile[]>;
  /** Layouts, menus and preferences by resource folder: texts may stand in them too. */
  readonly screens: ReadonlyMap<string, readonly string[]>;
  /** Version catalogs by the folder of their build. */
  readonly catalogs: ReadonlyMap<string, readonly string[]>;
  /** Local .aar and .jar files, sorted as the list is. */
  readonly archives: readonly string[];
  /** Folders with a `gradle.lockfile` or one for each configuration, and those files. */
  readonly locks: ReadonlyMap<string, readonly string[]>;
}

/** A resource file, and the qualifier of its folder: `zh-rCN` of `values-zh-rCN`. */
interface ValuesFile {
  readonly path: string;
  readonly qualifier: string;
}

/** Folders whose files are made by tools, meant for tests, or are templates of apps. */
const NOT_THE_APP = new RegExp(
  `(?:^|/)(?:${[
    'build|bin|out|target|node_modules|Pods|buildSrc|build-logic',
    String.raw`\.gradle|\.git`,
    'templates?|archetypes?|tests?|test-?[dD]ata|fixtures|__tests__',
  ].join('|')})/`,
);
const TOLD = /\.(?:xml|gradle|kts|toml|aar|jar|lockfile)$/;
const TEST_SET =
  /^(?:test|testFixtures|(?:shared|screenshot|common|android(?:Unit|Instrumented|Host|Device)?)Test)(?:$|[A-Z])/;
const LOCK_FILE = /\/?(?:gradle\/dependency-locks\/)?[^/]*$/;
const RESOURCE_FILE = /^(?:(.*)\/)?(values|layout|menu|xml)(?:-([^/]+))?\/[^/]+\.xml$/;

/** Sorts a project's files by what they are for. */
export function readLayout(paths: readonly string[]): Layout {
  const settings = new Map<string, string>();
  const manifests = new Map<string, Map<string, string>>();
  const values = new Map<string, ValuesFile[]>();
  const screens = new Map<string, string[]>();
  const catalogs = new Map<string, string[]>();
  const archives: string[] = [];
  const locks = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (!TOLD.test(name) || NOT_THE_APP.test(path)) continue;
    if (name === 'AndroidManifest.xml') {
      const { folder, sourceSet } = manifestPlace(path);
      if (TEST_SET.test(sourceSet)) continue;
      const sets = manifests.get(folder) ?? new Map<string, string>();
      // `src/main` wins over a manifest at the module's root.
      if (!sets.has(sourceSet) || path.includes('/src/')) sets.set(sourceSet, path);
      manifests.set(folder, sets);
    } else if (name === 'settings.gradle' || name === 'settings.gradle.kts') settings.set(folderOf(path), path);
    else if (name.endsWith('.versions.toml')) append(catalogs, folderOf(folderOf(path)), path);
    else if (name.endsWith('.aar') || name.endsWith('.jar')) archives.push(path);
    else if (name.endsWith('.lockfile')) append(locks, path.replace(LOCK_FILE, ''), path);
    else if (name.endsWith('.xml')) {
      const [, folder = '', type, qualifier = ''] = RESOURCE_FILE.exec(path) ?? [];
      if (type === 'values') append(values, folder, { path, qualifier });
      else if (type) append(screens, folder, path);
    }
  }
  return { settings, manifests, values, screens, catalogs, archives, locks };
}

/** The module folder and the source set that a manifest's path speaks of. */
function manifestPlace(path: string): { readonly folder: string; readonly sourceSet: string } {
  const parts = folderOf(path).split('/');
  const sourceSet = parts.at(-1) ?? '';
  if (parts.at(-2) !== 'src') return { folder: folderOf(path), sourceSet: 'main' };
  return { folder: parts.slice(0, -2).join('/'), sourceSet: sourceSet === 'androidMain' ? 'main' : sourceSet };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
