import type { Location } from '@mingshi/model';
import { folderOf, isWithin, joinPath, pathsBelow } from '../../../paths.ts';
import { plainStrings } from './entries.ts';
import type { Group, Node } from './statements.ts';

/** Where local archives lie, for the paths of a script. */
export interface ArchivePlaces {
  /** Folder of the module. */
  readonly folder: string;
  /** Folder of the build. */
  readonly root: string;
  /** All .aar and .jar files of the project, sorted. */
  readonly archives: readonly string[];
}

/** A local archive, and the words that name it; one out of a whole folder is named by nobody but itself. */
interface Archive {
  readonly name: string;
  readonly at: Location;
}

const ARCHIVE = /\.(?:aar|jar)$/i;

/** The archives that `files(…)` or `fileTree(…)` stands for. */
export function archivesOf(
  call: string,
  nodes: readonly Node[],
  group: Group,
  places: ArchivePlaces,
  file: string,
): readonly Archive[] {
  if (call === 'files') return namedFiles(group.statements.flat(), file);
  const { dir, include, exclude } = readTree([
    group,
    ...nodes.filter((node) => node.kind === 'group' && node !== group),
  ]);
  const base = dir === undefined ? undefined : resolve(dir, places);
  if (base === undefined) return [];
  return pathsBelow(places.archives, base).flatMap((path): readonly Archive[] => {
    const below = base === '' ? path : path.slice(base.length + 1);
    if (include.length > 0 && !include.some((pattern) => matches(pattern, below))) return [];
    if (exclude.some((pattern) => matches(pattern, below))) return [];
    return [{ name: fileName(path), at: { file: path, start: 0, end: 0 } }];
  });
}

function namedFiles(nodes: readonly Node[], file: string): readonly Archive[] {
  return nodes.flatMap((node): readonly Archive[] => {
    if (node.kind === 'group') return namedFiles(node.statements.flat(), file);
    if (node.kind !== 'string' || !ARCHIVE.test(node.text)) return [];
    return [{ name: fileName(node.text), at: { file, start: node.start, end: node.end } }];
  });
}

interface Tree {
  readonly dir: string | undefined;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** Reads `dir: 'libs', include: ['*.jar']`, `mapOf("dir" to "libs")`, and `("libs") { include("*.jar") }`. */
function readTree(groups: readonly Node[]): Tree {
  const include: string[] = [];
  const exclude: string[] = [];
  let dir: string | undefined;
  const read = (nodes: readonly Node[]): void => {
    let key = '';
    for (const node of nodes) {
      if (node.kind === 'group') {
        const strings = key === 'in' || key === 'ex' ? plainStrings([node]) : [];
        if (strings.length > 0) (key === 'in' ? include : exclude).push(...strings);
        else for (const statement of node.statements) read(statement);
      } else if (node.kind === 'word' || node.kind === 'string') {
        if (/^includes?$/.test(node.text)) key = 'in';
        else if (/^excludes?$/.test(node.text)) key = 'ex';
        else if (/^(?:dir|baseDir)$/.test(node.text)) key = 'dir';
        else if (node.kind === 'string') {
          if (key === 'in') include.push(node.text);
          else if (key === 'ex') exclude.push(node.text);
          else dir ??= node.text;
        }
      } else if (node.kind === 'mark' && node.text === ',') key = '';
    }
  };
  read(groups);
  return { dir, include, exclude };
}

function resolve(written: string, { folder, root }: ArchivePlaces): string | undefined {
  const rooted = /^\$\{?(?:rootDir|rootProject\.(?:projectDir|rootDir)|project\.rootDir)\}?\/?/.exec(written);
  const rest = written.slice(rooted?.[0].length ?? 0).replace(/^\$\{?(?:project\.)?projectDir\}?\/?/, '');
  return rest.includes('$') ? undefined : joinPath(rooted ? root : folder, rest);
}

/** A pattern of Ant: `*` within a folder, `**` across. Patterns are split at stars, so that none can take long. */
function matches(pattern: string, path: string): boolean {
  const name = fileName(pattern);
  const folder = folderOf(pattern);
  if (folder && !folder.startsWith('*') && !isWithin(path, folder)) return false;
  if (!folder && path.includes('/') && name !== '**') return false;
  const parts = name.split(/\*+/);
  const target = fileName(path);
  const [head = ''] = parts;
  if (!target.startsWith(head)) return false;
  let at = head.length;
  for (const part of parts.slice(1, -1)) {
    const next = target.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  const tail = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return parts.length > 1 ? target.length - tail.length >= at && target.endsWith(tail) : target === head;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
