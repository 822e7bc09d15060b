import { closeSync, existsSync, fstatSync, openSync, readSync, readdirSync, realpathSync, statSync } from 'node:fs';
import type { Dirent, Stats } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Files, Unread } from '@mingshi/model';
import { isIgnored, parseIgnore } from './gitignore.ts';
import type { Ignore } from './gitignore.ts';

/** Folders that hold nothing a person of the project wrote: build output, dependencies, caches. */
const pruned = new Set([
  'node_modules',
  'bower_components',
  'build',
  'dist',
  'out',
  'target',
  'Pods',
  'DerivedData',
  '.git',
  '.hg',
  '.svn',
  '.gradle',
  '.idea',
  '.vscode',
  '.cxx',
  '.externalNativeBuild',
  '.kotlin',
  '.dart_tool',
  '.venv',
  '__pycache__',
  '.pnpm-store',
  '.yarn',
  '.npm',
  '.cache',
  'vendor',
]);

/** Names that are build output elsewhere, and may well be shipped content inside an assets folder. */
const keptInAssets = new Set(['dist', 'out', 'build', 'target', 'vendor']);

const NEVER_READ =
  /\.(?:png|jpe?g|gif|webp|svg|ico|icns|bmp|ttf|otf|woff2?|mp[34]|wav|ogg|m4a|mov|webm|zip|gz|keystore|jks|lock)$|(?:^|\/)(?:LICENSE|\.gitignore|\.gitattributes|\.editorconfig)$/i;

/** Files that no check looks at: a change of these alone is none. */
export const isNeverRead = (path: string): boolean => NEVER_READ.test(path);

/** Nothing that a person reads is larger; what is larger is told by its size alone. */
const LARGEST = 64 * 1024 * 1024;

/** A folder of the disk as `Files`, and what in it could not be read. */
export interface Folder extends Files {
  readonly unread: () => readonly Unread[];
}

/** A .gitignore that counts: its patterns speak of `prefix` + the path without its first `cut` units. */
export interface Level {
  readonly ignore: Ignore;
  readonly prefix: string;
  readonly cut: number;
}

interface FolderOptions {
  /** Outermost folder whose .gitignore files count; the folder itself when absent. */
  readonly gitRoot?: string;
  /** Paths, as in `Location`, that may be read although they lie outside: named by the user. */
  readonly outside?: ReadonlySet<string>;
  /** Paths never listed: the report that is about to be written. */
  readonly except?: readonly string[];
}

/** A folder as far as it was read. */
interface Reading {
  readonly base: string;
  readonly outside: ReadonlySet<string>;
  readonly note: (what: string, file: string) => void;
  /** What the walk met as files and not as links: where they are need not be asked again. */
  readonly plain: Set<string>;
}

/** The files of a folder. Nothing outside of it is read, be it through a symbolic link, save what the user named. */
export function folderFiles(root: string, options: FolderOptions = {}): Folder {
  const base = realpathSync(root);
  const except = new Set(options.except);
  const unread = new Map<string, Unread>();
  const note = (what: string, file: string): void => void unread.set(`${what} ${file}`, { what, file });
  const reading: Reading = { base, outside: options.outside ?? new Set(), note, plain: new Set() };
  let listed: readonly string[] | undefined;
  return {
    list: (within) => {
      if (within !== undefined) return walk(base, within, undefined, note);
      listed ??= walk(base, '', ignoresAbove(base, options.gitRoot), note, reading.plain).filter((path) => !except.has(path));
      return listed;
    },
    exists: (path) => reach(reading, path) !== undefined,
    read: (path) => readIn(reading, path),
    size: (path) => reach(reading, path)?.stats.size ?? 0,
    unread: () => [...unread.values()],
  };
}

/** Where a path leads, unless that is no file or one that must not be read. */
function reach({ base, outside, plain }: Reading, path: string): { real: string; stats: Stats } | undefined {
  try {
    const real = plain.has(path) ? `${base}${sep}${path}` : realpathSync(join(base, path));
    if (!plain.has(path) && !isInside(base, real) && !outside.has(path)) return undefined;
    const stats = statSync(real);
    // A pipe or a device would make the check wait for ever.
    return stats.isFile() ? { real, stats } : undefined;
  } catch {
    return undefined;
  }
}

function readIn(reading: Reading, path: string): Uint8Array {
  const { base, plain, note } = reading;
  const real = plain.has(path) ? `${base}${sep}${path}` : reach(reading, path)?.real;
  if (real === undefined) throw new Error(`no such file: ${path}`);
  try {
    const { bytes, isWhole } = (plain.has(path) ? shortFile(real) : undefined) ?? firstBytes(real, LARGEST);
    if (!isWhole) note('too-large', path);
    return bytes;
  } catch (error) {
    if (plain.has(path) && !existsSync(real)) throw new Error(`no such file: ${path}`, { cause: error });
    note('unreadable', path);
    return new Uint8Array();
  }
}

/**
 * Every file below a folder, sorted; with `ignores` those worth looking at, without them all. `plain` takes those that are no
 * links.
 */
function walk(
  base: string,
  from: string,
  ignores: readonly Level[] | undefined,
  note: (what: string, file: string) => void,
  plain?: Set<string>,
): readonly string[] {
  const found: string[] = [];
  const open: { readonly folder: string; readonly levels: readonly Level[] | undefined }[] = [];
  const start = from.replace(/\/+$/, '');
  if (isFolderInside(base, start)) open.push({ folder: start, levels: ignores });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder } = next;
    const entries = entriesOf(join(base, folder));
    if (!entries) {
      note('unreadable-folder', folder);
      continue;
    }
    const levels = next.levels && withIgnoreOf(base, folder, entries, next.levels);
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      // A name that is no UTF-8 cannot be opened again by the name we got.
      if (entry.name.includes('\ufffd')) note('odd-name', path);
      else if (entry.isDirectory()) {
        const skipped = levels && (isPruned(entry.name, folder) || ignoredBy(levels, path, true));
        if (!skipped) open.push({ folder: path, levels });
      } else if ((entry.isFile() || isFileLink(base, path, entry)) && !(levels && ignoredBy(levels, path, false))) {
        found.push(path);
        if (entry.isFile()) plain?.add(path);
      }
    }
  }
  return found.toSorted();
}

const isInside = (base: string, real: string): boolean =>
  real === base || real.startsWith(base.endsWith(sep) ? base : base + sep);

/** Folders that are never entered. */
export const isPruned = (name: string, folder: string): boolean =>
  pruned.has(name) && !(keptInAssets.has(name) && `/${folder}/`.includes('/assets/'));

function isFolderInside(base: string, path: string): boolean {
  try {
    const real = realpathSync(join(base, path));
    return isInside(base, real) && statSync(real).isDirectory();
  } catch {
    return false;
  }
}

/** Links to files of the project count; links to folders would only show the same files twice. */
function isFileLink(base: string, path: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    const real = realpathSync(join(base, path));
    return isInside(base, real) && statSync(real).isFile();
  } catch {
    return false;
  }
}

function entriesOf(path: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** The deepest .gitignore that says something of a path decides. */
export function ignoredBy(levels: readonly Level[], path: string, isFolder: boolean): boolean {
  for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
    const { ignore, prefix, cut } = levels[depth] as Level;
    const verdict = isIgnored(ignore, prefix + path.slice(cut), isFolder);
    if (verdict !== undefined) return verdict;
  }
  return false;
}

function withIgnoreOf(
  base: string,
  folder: string,
  entries: readonly Dirent[],
  levels: readonly Level[],
): readonly Level[] {
  if (!entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) return levels;
  const ignore = ignoreIn(join(base, folder));
  return ignore.length > 0 ? [...levels, { ignore, prefix: '', cut: folder === '' ? 0 : folder.length + 1 }] : levels;
}

/** The .gitignore files from the git root down to the folder above the checked one. */
function ignoresAbove(base: string, gitRoot: string | undefined): readonly Level[] {
  if (gitRoot === undefined) return [];
  const below = relative(gitRoot, base)
    .split(sep)
    .filter((part) => part !== '' && part !== '..');
  return below.map((_, depth) => ({
    ignore: ignoreIn(resolve(gitRoot, ...below.slice(0, depth))),
    prefix: `${below.slice(depth).join('/')}/`,
    cut: 0,
  }));
}

function ignoreIn(folder: string): Ignore {
  try {
    const path = join(folder, '.gitignore');
    return statSync(path).isFile() ? parseIgnore(new TextDecoder().decode(firstBytes(path, 262_144).bytes)) : [];
  } catch {
    return [];
  }
}

/** Files of code are shorter, all but a few. */
const scratch = Buffer.allocUnsafe(1 << 16);

/** The bytes of a file that is known to be one, without asking for its size; `undefined` when it is longer than most. */
function shortFile(path: string): { readonly bytes: Uint8Array; readonly isWhole: boolean } | undefined {
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, scratch, 0, scratch.length, 0);
    return length < scratch.length ? { bytes: Buffer.from(scratch.subarray(0, length)), isWhole: true } : undefined;
  } finally {
    closeSync(file);
  }
}

/** The bytes of a file, no more than so many. */
function firstBytes(path: string, most: number): { readonly bytes: Uint8Array; readonly isWhole: boolean } {
  const file = openSync(path, 'r');
  try {
    const stats = fstatSync(file);
    // A pipe or a device would make the check wait for ever.
    if (!stats.isFile()) throw new Error(`no file: ${path}`);
    const bytes = Buffer.allocUnsafe(Math.min(stats.size, most));
    let length = 0;
    for (let got = -1; got !== 0 && length < bytes.length; length += got)
      got = readSync(file, bytes, length, bytes.length - length, length);
    return { bytes: bytes.subarray(0, length), isWhole: stats.size <= most };
  } finally {
    closeSync(file);
  }
}
