import type { Files, Location } from '@mingshi/model';
import { isUnread, readSource } from '../../../source-text.ts';
import { libraryOf, type Library } from './catalog.ts';

/** A library that a lock file puts on the class path of a release. */
interface LockedLibrary extends Library {
  readonly at: Location;
  /** Flavours of the releases that have it, '' for a build without flavours. */
  readonly flavours: readonly string[];
}

const RELEASE = /^(?:(\w+)R|r)eleaseRuntimeClasspath$/;
/** `group:artifact:version=configuration,configuration`; older files name the configuration by their own name. */
const LINE = /^[^\s#=]+/;

/** The libraries of a release in a `gradle.lockfile`, or in a `releaseRuntimeClasspath.lockfile`. */
export function readLockFile(files: Files, path: string): readonly LockedLibrary[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.lockfile$/, '');
  if (name.startsWith('buildscript') || name.startsWith('settings')) return [];
  const source = readSource(files, path, 4 * 1024 * 1024);
  if (isUnread(source)) return [];
  const libraries: LockedLibrary[] = [];
  let start = 0;
  for (const line of source.text.split('\n')) {
    const notation = LINE.exec(line)?.[0];
    const library = notation === undefined ? undefined : libraryOf(notation);
    if (library && notation !== undefined) {
      const stated = line.slice(notation.length + 1).trim();
      const flavours = (stated === '' ? [name] : stated.split(',')).flatMap((configuration) => {
        const match = RELEASE.exec(configuration.trim());
        return match ? [match[1] ?? ''] : [];
      });
      const at = { file: path, start, end: start + notation.length };
      if (flavours.length > 0) libraries.push({ ...library, at, flavours });
    }
    start += line.length + 1;
  }
  return libraries;
}
