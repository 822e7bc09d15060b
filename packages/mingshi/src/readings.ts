import type { Files } from '@mingshi/model';
import { hashOf } from './hash.ts';

/** Reads something from files, or hands out what was read under this name while all that was looked at is the same. */
export type Readings = <T>(name: string, files: Files, read: (files: Files) => Promise<T>) => Promise<T>;

/** For a check of one state of a project: nothing is kept. */
export const readOnce: Readings = (_, files, read) => read(files);

/** For states of a project that have much in common: of each name the last reading is kept. */
export function keepReadings(): Readings {
  const kept = new Map<string, { readonly reading: unknown; readonly looks: ReadonlyMap<string, Look> }>();
  return async <T>(name: string, files: Files, read: (files: Files) => Promise<T>): Promise<T> => {
    const known = kept.get(name);
    // A name stands for one way to read, so what was kept under it has the type that is read.
    if (known && seesTheSame(known.looks, files)) return known.reading as T;
    const { watched, looks } = watchLooks(files);
    const reading = await read(watched);
    kept.set(name, { reading, looks });
    return reading;
  };
}

/** One look at the files, to be taken again, and what it showed. */
interface Look {
  readonly again: (files: Files) => string;
  readonly seen: string;
}

/** Looks again also where the answer is known to be the same: the files may take note of what is read. */
function seesTheSame(looks: ReadonlyMap<string, Look>, files: Files): boolean {
  for (const { again, seen } of looks.values()) if (again(files) !== seen) return false;
  return true;
}

/** The same files, with a note of each look. */
function watchLooks(files: Files): { readonly watched: Files; readonly looks: ReadonlyMap<string, Look> } {
  const looks = new Map<string, Look>();
  const note = <T>(key: string, look: (files: Files) => T, tell: (answer: T) => string): T => {
    const answer = look(files);
    if (!looks.has(key)) looks.set(key, { seen: tell(answer), again: (now) => tell(look(now)) });
    return answer;
  };
  const watched: Files = {
    list: (within) => note(`list ${within}`, (now) => now.list(within), (paths) => paths.join('\n')),
    exists: (path) => note(`exists ${path}`, (now) => now.exists(path), String),
    size: (path) => note(`size ${path}`, (now) => now.size(path), String),
    read: (path) => {
      const bytes = note(`read ${path}`, (now) => readIn(now, path), digestOf);
      if (bytes) return bytes;
      throw new Error(`no such file: ${path}`);
    },
  };
  return { watched, looks };
}

function readIn(files: Files, path: string): Uint8Array | undefined {
  try {
    return files.read(path);
  } catch {
    return undefined;
  }
}

const digestOf = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? 'missing' : hashOf('sha256', [bytes], 'base64');
