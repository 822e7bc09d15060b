import { posix } from 'node:path';
import type { Folder } from './files.ts';
import { ignoredBy, isPruned } from './files.ts';
import type { Level } from './files.ts';
import { blobs } from './git-entries.ts';
import type { Entries, Entry } from './git-entries.ts';
import type { Git } from './git.ts';
import { parseIgnore } from './gitignore.ts';
import { hashOf } from './hash.ts';

/** Where a tree belongs. */
interface GitPlace {
  readonly git: Git;
  /** The checked folder as it is on the disk: build output and what is ignored stand only there. */
  readonly disk: Folder;
  /** From the git root to the checked folder. */
  readonly prefix: string;
}

/** A tree of git as `Files`. */
export interface GitFiles extends Folder {
  /** Whether the file is the same on the disk. */
  readonly same: (path: string) => boolean;
  /** Reads those of these files that differ from the disk in one go. */
  readonly prefetch: (paths: readonly string[]) => void;
}

/** The id that git gives to a content. */
const oidOf = (bytes: Uint8Array, length: number): string =>
  hashOf(length === 64 ? 'sha256' : 'sha1', [`blob ${bytes.length}\0`, bytes], 'hex');

/** A tree as far as it is known. */
interface Tree extends GitPlace {
  readonly entries: Entries;
  /** Contents by their id. */
  readonly fetched: Map<string, Uint8Array>;
  readonly sameness: Map<string, boolean>;
  /** Paths of the entries in the checked folder. */
  readonly tracked: readonly string[];
  /** What a check of the disk would list, without the files of submodules. */
  readonly diskListed: ReadonlySet<string>;
  /** The commit of a submodule cannot be opened from here: its files are taken as they are. */
  readonly ofSubmodules: readonly string[];
}

/** The files of a commit or of the index; the work tree is never touched. */
export function gitFiles(entries: Entries, place: GitPlace): GitFiles {
  const tree = treeOf(entries, place);
  const { disk } = place;
  let listed: readonly string[] | undefined;
  return {
    same: (path) => isSame(tree, path),
    prefetch: (paths) => fetchDiffering(tree, paths),
    list: (within) => (within === undefined ? (listed ??= listWhole(tree)) : listBelow(tree, within)),
    exists: (path) => entryOf(tree, path) !== undefined || isOnlyOnDisk(tree, path),
    read: (path) => read(tree, path),
    size: (path) => (isSame(tree, path) ? disk.size(path) : entryOf(tree, path) ? read(tree, path).length : 0),
    unread: disk.unread,
  };
}

function treeOf(entries: Entries, place: GitPlace): Tree {
  const { disk, prefix } = place;
  const inside = prefix === '' ? '' : `${prefix}/`;
  const tracked = [...entries.keys()].flatMap((path) => (path.startsWith(inside) ? [path.slice(inside.length)] : []));
  const submodules = tracked.filter((path) => entries.get(gitPath(place, path))?.kind === 'repository');
  const diskListed = new Set(disk.list());
  const ofSubmodules = [...diskListed].filter((path) => submodules.some((folder) => path.startsWith(`${folder}/`)));
  for (const path of ofSubmodules) diskListed.delete(path);
  return { ...place, entries, fetched: new Map(), sameness: new Map(), tracked, diskListed, ofSubmodules };
}

function gitPath({ prefix }: GitPlace, path: string): string {
  return posix.normalize(posix.join(prefix, path));
}

/** The file that a path leads to, through links too. */
function entryOf(tree: Tree, path: string): Entry | undefined {
  let at = gitPath(tree, path);
  let entry = tree.entries.get(at);
  for (let hops = 0; entry?.kind === 'link' && hops < 5; hops += 1) {
    const target = new TextDecoder().decode(bytesOf(tree, entry.oid));
    at = posix.normalize(posix.join(posix.dirname(at), target));
    entry = target.startsWith('/') ? undefined : tree.entries.get(at);
  }
  return entry?.kind === 'file' ? entry : undefined;
}

function bytesOf({ git, fetched }: Tree, oid: string): Uint8Array {
  const known = fetched.get(oid) ?? blobs(git, [oid]).get(oid) ?? new Uint8Array();
  fetched.set(oid, known);
  return known;
}

function read(tree: Tree, path: string): Uint8Array {
  if (isSame(tree, path)) return tree.disk.read(path);
  const entry = entryOf(tree, path);
  if (!entry) throw new Error(`no such file: ${path}`);
  return bytesOf(tree, entry.oid);
}

function isSame(tree: Tree, path: string): boolean {
  const { disk, sameness } = tree;
  const known = sameness.get(path);
  if (known !== undefined) return known;
  const entry = entryOf(tree, path);
  const found = entry === undefined ? isOnlyOnDisk(tree, path) : disk.exists(path) && isContent(entry.oid, disk.read(path));
  sameness.set(path, found);
  return found;
}

/** What git does not know and a check would not list is build output, or was named: it is what it is. */
function isOnlyOnDisk({ disk, diskListed }: Tree, path: string): boolean {
  return !diskListed.has(path) && disk.exists(path);
}

function fetchDiffering(tree: Tree, paths: readonly string[]): void {
  const { git, fetched } = tree;
  const differing = paths.filter((path) => entryOf(tree, path) && !isSame(tree, path));
  const oids = differing.flatMap((path) => entryOf(tree, path)?.oid ?? []).filter((oid) => !fetched.has(oid));
  for (const [oid, bytes] of blobs(git, oids)) fetched.set(oid, bytes);
}

function listBelow(tree: Tree, within: string): readonly string[] {
  const { entries, disk, diskListed, tracked } = tree;
  const folder = `${within.replace(/\/+$/, '')}/`;
  const rest = disk.list(within).filter((path) => !entries.has(gitPath(tree, path)) && !diskListed.has(path));
  return [...tracked.filter((path) => path.startsWith(folder)), ...rest].toSorted();
}

function listWhole(tree: Tree): readonly string[] {
  const paths = tree.tracked.filter((path) => entryOf(tree, path) !== undefined);
  return listTracked(tree, paths).concat(tree.ofSubmodules).toSorted();
}

function ignoreOf(tree: Tree, folder: string): string | undefined {
  const entry = tree.entries.get(gitPath(tree, posix.join(folder, '.gitignore')));
  return entry?.kind === 'file' ? new TextDecoder().decode(bytesOf(tree, entry.oid).subarray(0, 262_144)) : undefined;
}

/** Content as git keeps it; on Windows lines may end otherwise on the disk. */
function isContent(oid: string, bytes: Uint8Array): boolean {
  if (oidOf(bytes, oid.length) === oid) return true;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes('\r\n')) return false;
  return oidOf(Buffer.from(buffer.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), oid.length) === oid;
}

/** The tracked files that a walk over the disk would list as well. */
function listTracked(tree: Tree, paths: readonly string[]): readonly string[] {
  const levelIn = (folder: string, before: string, cut: number): readonly Level[] => {
    const source = ignoreOf(tree, folder);
    return source === undefined ? [] : [{ ignore: parseIgnore(source), prefix: before, cut }];
  };
  const parts = tree.prefix === '' ? [] : tree.prefix.split('/');
  const above = parts.flatMap((_, depth) =>
    levelIn('../'.repeat(parts.length - depth), `${parts.slice(depth).join('/')}/`, 0),
  );
  const folders = new Map<string, readonly Level[] | undefined>([['', [...above, ...levelIn('', '', 0)]]]);
  /** The ignore files that count in a folder; undefined for one that is not entered. */
  const levelsOf = (folder: string): readonly Level[] | undefined => {
    if (folders.has(folder)) return folders.get(folder);
    const slash = folder.lastIndexOf('/');
    const parent = slash < 0 ? '' : folder.slice(0, slash);
    const around = levelsOf(parent);
    const entered = around && !isPruned(folder.slice(slash + 1), parent) && !ignoredBy(around, folder, true);
    const levels = entered ? [...around, ...levelIn(folder, '', folder.length + 1)] : undefined;
    folders.set(folder, levels);
    return levels;
  };
  return paths.filter((path) => {
    const slash = path.lastIndexOf('/');
    const levels = levelsOf(slash < 0 ? '' : path.slice(0, slash));
    return levels !== undefined && !ignoredBy(levels, path, false);
  });
}
