import type { App } from '@mingshi/model';
import { folderOf, isWithin, joinPath } from '../paths.ts';

/** What a file of code is written in, as far as it decides how it is read. */
export type SourceKind = 'jvm' | 'script' | 'dart';

const EXTENSIONS: Readonly<Record<SourceKind, RegExp>> = {
  jvm: /\.(?:kt|java)$/,
  script: /\.(?:[cm]?[jt]sx?|vue|nvue|uvue|ets|uts)$/,
  dart: /\.dart$/,
};
const KINDS = ['jvm', 'script', 'dart'] as const;

/** Tests, mocks, debug variants and generated files ship nothing of their own: by their folders and by their names. */
const NOT_SHIPPED_FOLDER = new RegExp(
  [
    String.raw`(?:^|/)src/(?:test|androidTest|sharedTest|testFixtures|debug|testDebug)[^/]*/`,
    String.raw`(?:^|/)(?:__tests__|__mocks__|__fixtures__|e2e|tests?|integration_test|jest|cypress|scripts|docs?|website|storybook|\.storybook|buildSrc|build-logic)/`,
  ].join('|'),
);
const NOT_SHIPPED: Readonly<Record<SourceKind, RegExp>> = {
  jvm: /(?:Tests?|Spec|IT)\.(?:kt|java)$/,
  script: /\.(?:test|spec|stories|e2e)\.[cm]?[jt]sx?$|\.d\.ts$|\.config\.[cm]?[jt]s$/,
  dart: /_test\.dart$|\.g\.dart$|\.freezed\.dart$/,
};

/** What a file is as source, `undefined` for what does not ship or is none; a bundle by its name. */
type SourceKindOf = (path: string) => SourceKind | 'bundle' | undefined;

/** Tells the kinds of files; each folder is looked at once. */
export function sourceKinds(): SourceKindOf {
  const ships = new Map<string, boolean>();
  return (path) => {
    const kind = KINDS.find((each) => EXTENSIONS[each].test(path));
    if (!kind || NOT_SHIPPED[kind].test(path)) return undefined;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const isShipped = ships.get(folder) ?? !NOT_SHIPPED_FOLDER.test(folder);
    ships.set(folder, isShipped);
    if (!isShipped) return undefined;
    return kind === 'script' && /\.(?:min|bundle)\.js$/.test(path) ? 'bundle' : kind;
  };
}

/** Smaller files are parsed in no time, however they are written. */
const LEAST_MINIFIED = 64 * 1024;
/** Units a line, on average: no person writes so. */
const LONGEST_LINES = 1000;

/** Whether a script is the output of a bundler or a minifier, or data: to parse it takes seconds and shows other people's code. */
export function isMinified(text: string): boolean {
  if (text.length < LEAST_MINIFIED) return false;
  const most = text.length / LONGEST_LINES;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= most; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines <= most;
}

/** What of an app counts for its code: where it stands and what it is built with. */
export interface AppPlace extends Pick<App, 'folder' | 'platform' | 'frameworks' | 'manifests'> {
  /** Classes of the screens with which a user may come in. */
  readonly launchers?: readonly string[];
}

/** The apps that a file goes into. */
export type AppsOfFile = (path: string) => readonly AppPlace[];

/** Tells the apps that files go into: those nearest in the tree, all of them when several are equally near. */
export function appsByFolder(apps: readonly AppPlace[]): AppsOfFile {
  if (apps.length <= 1) return () => apps;
  const known = new Map<string, readonly AppPlace[]>();
  const folders = apps.map((app) => [app.folder, ...app.manifests.filter(({ role }) => role === 'library').map((each) => moduleFolder(each.path))]);
  return (path) => {
    const folder = folderOf(path);
    const found = known.get(folder) ?? nearestApps(folder, apps, folders);
    known.set(folder, found);
    return found;
  };
}

function nearestApps(folder: string, apps: readonly AppPlace[], foldersOf: readonly (readonly string[])[]): readonly AppPlace[] {
  const parts = folder.split('/');
  let nearest: AppPlace[] = [];
  let most = -1;
  for (const [index, app] of apps.entries()) {
    const shared = Math.max(...(foldersOf[index] ?? []).map((each) => (each !== '' && isWithin(folder, each) ? 1000 : 0) + sharedParts(parts, each.split('/'))));
    if (shared > most) [nearest, most] = [[app], shared];
    else if (shared === most) nearest.push(app);
  }
  return nearest;
}

function moduleFolder(manifest: string): string {
  return folderOf(manifest).replace(/\/?src\/main$/, '');
}

function sharedParts(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((part, index) => part !== b[index]);
  return end < 0 ? a.length : end;
}

/** Whether the app is built from files of this kind at all: scripts beside a Kotlin app are tools or a website. */
export function runsIn(kind: SourceKind, { frameworks, platform }: AppPlace): boolean {
  if (kind === 'jvm') return platform === 'android';
  if (kind === 'dart') return frameworks.includes('flutter');
  return platform === 'harmony' || frameworks.some((framework) => framework !== 'flutter');
}

const ENTRY_FILE =
  /(?:^|\/)(?:index(?:\.android|\.native)?\.[jt]sx?|App\.(?:[jt]sx?|vue|uvue)|main\.(?:[jt]sx?|dart|uts)|app\/_layout\.[jt]sx?|src\/main\/ets\/\w*[aA]bility\w*\/\w+\.e?ts)$/;
/** An index deep in the tree only gathers what is beside it. */
const DEEPEST_ENTRY = 2;
/** HarmonyOS keeps them in a folder of their own, in each module. */
const DEEPEST_ABILITY = 8;

/** The files with which a script or Dart app starts; `folder` is where its own tree begins. */
export function isEntryFile(path: string, folder: string): boolean {
  const inside = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  if (inside === undefined || !ENTRY_FILE.test(inside)) return false;
  return inside.split('/').length - 1 <= (/\/ets\/\w*[aA]bility/.test(inside) ? DEEPEST_ABILITY : DEEPEST_ENTRY) && !/(?:^|\/)(?:components|screens|pages|views|utils|hooks)\//.test(inside);
}

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*|\bexport\b[^'"\n]{0,200}\bfrom\s*)(['"])([^'"\n]{1,300})\1/g;

/** The files of the project that a script imports, as paths without their endings resolved. */
export function importedPaths(path: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].flatMap((match) => resolvedModule(path, match[2] ?? '') ?? []);
}

/** A module path of the project from the file that names it; `undefined` for a package. */
export function resolvedModule(from: string, module: string): string | undefined {
  if (module.startsWith('.')) return joinPath(folderOf(from), module);
  const alias = /^(?:@|~)\/(.*)$/.exec(module)?.[1];
  if (alias === undefined) return undefined;
  const source = /^(.*?(?:^|\/)src)\//.exec(from)?.[1];
  return joinPath(source ?? '', alias);
}

const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.vue', '.ets', '.uts', '.dart', '/index.ts', '/index.tsx', '/index.js', '/index.jsx'];

/** The file that a resolved module path means, among those that exist. */
export function fileOfModule(module: string, exists: (path: string) => boolean): string | undefined {
  return ENDINGS.map((ending) => `${module}${ending}`).find(exists);
}
