import { partitionPoint } from '@mingshi/model';

/** Joins a folder ('' for the checked folder itself) and a relative path; `undefined` when it leads outside. */
export function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder ? folder.split('/') : [];
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The folder of a file, '' at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** A path in a folder, '' being the checked folder itself. */
export function inFolder(folder: string, path: string): string {
  return folder ? `${folder}/${path}` : path;
}

/** Whether a path lies in a folder or is it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** The paths below a folder, out of sorted ones, without looking at the others. */
export function pathsBelow(sorted: readonly string[], folder: string): readonly string[] {
  if (folder === '') return sorted;
  const indexOf = (wanted: string): number => partitionPoint(sorted, (path) => path < wanted);
  // `0` is the character after `/`.
  return sorted.slice(indexOf(`${folder}/`), indexOf(`${folder}0`));
}
