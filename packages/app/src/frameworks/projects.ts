import type { Dependency, Files, Framework, Unread } from '@mingshi/model';
import { groupBy } from '../group-by.ts';
import { folderOf, inFolder } from '../paths.ts';
import { isUnread, readSource } from '../source-text.ts';
import { readCapacitor } from './capacitor.ts';
import { readCordova } from './cordova.ts';
import { readExpo } from './expo.ts';
import { readPackageJson } from './package-json.ts';
import type { AppFacts, Part } from './part.ts';
import { readUniManifest } from './uni-app.ts';

/** A folder from which cross-platform frameworks build an app, with what their files tell. */
export interface FrameworkProject {
  readonly folder: string;
  readonly frameworks: readonly Framework[];
  readonly dependencies: readonly Dependency[];
  /** Empty for what is an app only where it has an Android project. */
  readonly facts: readonly AppFacts[];
  readonly unread: readonly Unread[];
}

interface FrameworkProjects {
  readonly projects: readonly FrameworkProject[];
  /** What could not be read and may or may not have been a project. */
  readonly unread: readonly Unread[];
}

const ORDER: readonly Framework[] = ['react-native', 'expo', 'capacitor', 'cordova', 'flutter', 'uni-app'];
const MARKER =
  /(?:^|\/)(?:package\.json|pubspec\.yaml|app\.json5?|(?:app|capacitor)\.config\.(?:json|[cm]?[jt]s)|config\.xml|manifest\.json)$/;
/** Made by tools, meant for tests, templates of apps, or copies that a build put into a native project. */
const NOT_THE_APP =
  /(?:^|\/)(?:node_modules|templates?|tests?|__tests__|fixtures|build|dist|unpackage|Pods)\/|(?:^|\/)(?:android|ios|platforms)\/(?:.*\/)?(?:src|assets|res|app|App|platform_www)\//;
/** Any of these shows that the package is an app, and not a library for apps. */
const ENTRIES = ['index.js', 'index.ts', 'index.tsx', 'index.android.js', 'App.tsx', 'App.js', 'App.jsx'];

/** Finds the apps of cross-platform frameworks by the files that configure them. */
export async function readFrameworks(files: Files): Promise<FrameworkProjects> {
  const markers = files.list().filter((path) => MARKER.test(path) && !NOT_THE_APP.test(path));
  const projects: FrameworkProject[] = [];
  const unread: Unread[] = [];
  for (const [folder, paths] of groupBy(markers, (path) => projectFolder(files, path))) {
    const parts = await readFolder(files, paths);
    const refused = parts.flatMap((part) => part.unread);
    const frameworks = ORDER.filter((framework) => parts.some((part) => part.frameworks.includes(framework)));
    if (frameworks.length === 0) {
      unread.push(...refused);
      continue;
    }
    const dependencies = firstOfEach(parts.flatMap((part) => part.dependencies));
    projects.push({ folder, frameworks, dependencies, facts: factsOf(files, folder, parts), unread: refused });
  }
  return { projects, unread };
}

async function readFolder(files: Files, paths: readonly string[]): Promise<readonly Part[]> {
  const named = (pattern: RegExp): readonly string[] => paths.filter((path) => pattern.test(path));
  const parts: (Part | undefined)[] = [];
  for (const path of named(/(?:^|\/)package\.json$/)) parts.push(await readPackageJson(files, path));
  const isExpo = parts.some((part) => part?.frameworks.includes('expo'));
  // Other tools have a file of that name too.
  const programs = named(/(?:^|\/)app\.config\.[cm]?[jt]s$/).filter((path) => isExpo || mentionsExpo(files, path));
  parts.push(await readExpo(files, [...programs, ...named(/(?:^|\/)app(?:\.config)?\.json5?$/)]));
  for (const path of named(/(?:^|\/)config\.xml$/)) parts.push(await readCordova(files, path));
  for (const path of named(/(?:^|\/)capacitor\.config\.\w+$/).slice(0, 1)) parts.push(await readCapacitor(files, path));
  for (const path of named(/(?:^|\/)manifest\.json$/)) parts.push(await readUniManifest(files, path));
  for (const path of named(/(?:^|\/)pubspec\.yaml$/)) {
    // Whole, not the library alone: bundled, a CommonJS library has no named exports when it is imported on demand.
    const { readPubspec } = await import('./pubspec.ts');
    parts.push(readPubspec(files, path));
  }
  return parts.filter((part) => part !== undefined);
}

function mentionsExpo(files: Files, path: string): boolean {
  const source = readSource(files, path, 1024 * 1024);
  return !isUnread(source) && /\bexpo\b|\bExpoConfig\b/.test(source.text);
}

/** uni-app keeps its manifest.json in `src`, beside the package.json above. */
function projectFolder(files: Files, path: string): string {
  const folder = folderOf(path);
  const above = folderOf(folder);
  const inSrc = path.endsWith('/manifest.json') && (folder === 'src' || folder.endsWith('/src'));
  return inSrc && files.exists(inFolder(above, 'package.json')) ? above : folder;
}

function factsOf(files: Files, folder: string, parts: readonly Part[]): readonly AppFacts[] {
  const facts = parts.flatMap(({ app }) => app ?? []);
  // What tells permissions has the word.
  const telling = facts.filter(({ permissionsTold }) => permissionsTold);
  if (facts.length > 0) return [...telling, ...facts.filter((fact) => !telling.includes(fact))];
  const native = parts.some(({ frameworks }) => frameworks.includes('react-native') || frameworks.includes('expo'));
  if (!native || !ENTRIES.some((name) => files.exists(inFolder(folder, name)))) return [];
  const manifest = inFolder(folder, 'package.json');
  return [{ manifest, permissions: [], blocked: [], permissionsTold: false }];
}

function firstOfEach(dependencies: readonly Dependency[]): readonly Dependency[] {
  const first = new Map<string, Dependency>();
  for (const dependency of dependencies) {
    const key = `${dependency.ecosystem} ${dependency.name}`;
    if (!first.has(key)) first.set(key, dependency);
  }
  return [...first.values()];
}
