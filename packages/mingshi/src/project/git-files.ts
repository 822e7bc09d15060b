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

/** The files of a commit or of the index; the work tree is never touched. */
export function gitFiles(entries: Entries, { git, disk, prefix }: GitPlace): GitFiles {
  const fetched = new Map<string, Uint8Array>();
  const sameness = new Map<string, boolean>();
  const diskListed = new Set(disk.list());
  const gitPath = (path: string): string => posix.normalize(posix.join(prefix, path));
  const entryOf = (path: string): Entry | undefined => {
    let at = gitPath(path);
    let entry = entries.get(at);
    for (let hops = 0; entry?.kind === 'link' && hops < 5; hops += 1) {
      const target = new TextDecoder().decode(bytesOf(entry.oid));
      at = posix.normalize(posix.join(posix.dirname(at), target));
      entry = target.startsWith('/') ? undefined : entries.get(at);
    }
    return entry?.kind === 'file' ? entry : undefined;
  };
  const bytesOf = (oid: string): Uint8Array => {
    const known = fetched.get(oid) ?? blobs(git, [oid]).get(oid) ?? new Uint8Array();
    fetched.set(oid, known);
    return known;
  };
  const same = (path: string): boolean => {
    const known = sameness.get(path);
    if (known !== undefined) return known;
    const entry = entryOf(path);
    const found = entry === undefined ? onlyOnDisk(path) : disk.exists(path) && isContent(entry.oid, disk.read(path));
    sameness.set(path, found);
    return found;
  };
  // What git does not know and a check would not list is build output, or was named: it is what it is.
  const onlyOnDisk = (path: string): boolean => !diskListed.has(path) && disk.exists(path);
  const inside = prefix === '' ? '' : `${prefix}/`;
  const tracked = [...entries.keys()].flatMap((path) => (path.startsWith(inside) ? [path.slice(inside.length)] : []));
  // The commit of a submodule cannot be opened from here: its files are taken as they are.
  const folders = tracked.filter((path) => entries.get(gitPath(path))?.kind === 'repository');
  const ofRepositories = [...diskListed].filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  for (const path of ofRepositories) diskListed.delete(path);
  let listed: readonly string[] | undefined;

  const read = (path: string): Uint8Array => {
    if (same(path)) return disk.read(path);
    const entry = entryOf(path);
    if (!entry) throw new Error(`no such file: ${path}`);
    return bytesOf(entry.oid);
  };
  return {
    same,
    prefetch: (paths) => {
      const differing = paths.filter((path) => entryOf(path) && !same(path));
      const oids = differing.flatMap((path) => entryOf(path)?.oid ?? []).filter((oid) => !fetched.has(oid));
      for (const [oid, bytes] of blobs(git, oids)) fetched.set(oid, bytes);
    },
    list: (within) => {
      if (within !== undefined) {
        const folder = `${within.replace(/\/+$/, '')}/`;
        const rest = disk.list(within).filter((path) => !entries.has(gitPath(path)) && !diskListed.has(path));
        return [...tracked.filter((path) => path.startsWith(folder)), ...rest].toSorted();
      }
      listed ??= listTracked(
        tracked.filter((path) => entryOf(path) !== undefined),
        (folder) => ignoreOf(gitPath(posix.join(folder, '.gitignore'))),
        prefix,
      )
        .concat(ofRepositories)
        .toSorted();
      return listed;
    },
    exists: (path) => entryOf(path) !== undefined || onlyOnDisk(path),
    read,
    size: (path) => (same(path) ? disk.size(path) : entryOf(path) ? read(path).length : 0),
    unread: disk.unread,
  };

  function ignoreOf(path: string): string | undefined {
    const entry = entries.get(path);
    return entry?.kind === 'file' ? new TextDecoder().decode(bytesOf(entry.oid).subarray(0, 262_144)) : undefined;
  }
}

/** Content as git keeps it; on Windows lines may end otherwise on the disk. */
function isContent(oid: string, bytes: Uint8Array): boolean {
  if (oidOf(bytes, oid.length) === oid) return true;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes('\r\n')) return false;
  return oidOf(Buffer.from(buffer.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), oid.length) === oid;
}

/** The tracked files that a walk over the disk would list as well. */
function listTracked(
  paths: readonly string[],
  ignoreOf: (folder: string) => string | undefined,
  prefix: string,
): readonly string[] {
  const levelIn = (folder: string, before: string, cut: number): readonly Level[] => {
    const source = ignoreOf(folder);
    return source === undefined ? [] : [{ ignore: parseIgnore(source), prefix: before, cut }];
  };
  const parts = prefix === '' ? [] : prefix.split('/');
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
