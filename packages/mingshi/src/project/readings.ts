import type { Files } from '@mingshi/model';
import { hashOf } from './hash.ts';

/** Reads something from files, or hands out what was read under this name while all that was looked at is the same. */
export type Readings = <T>(name: string, files: Files, read: (files: Files) => Promise<T>) => Promise<T>;

/** For a check of one state of a project: nothing is kept. */
export const readOnce: Readings = (_, files, read) => read(files);

/** A question to the files, which can be asked again, and what the answer was. */
export type Look = readonly [question: keyof Files, path: string, answer: string];

/** A reading, with all that it depends on. */
export interface Kept {
  readonly looks: readonly Look[];
  /** Nothing when it turns out to be lost. */
  readonly reading: () => unknown;
}

/** Where readings outlast a run; they must be plain data. */
export interface Shelf {
  /** What was read under a name, the latest first. */
  readonly take: (name: string) => Iterable<Kept>;
  readonly put: (name: string, looks: readonly Look[], reading: unknown) => void;
}

/** For states of a project that have much in common: of each name the last reading is kept, and what a shelf holds is used. */
export function keepReadings(shelf?: Shelf): Readings {
  const last = new Map<string, Kept>();
  return async <T>(name: string, files: Files, read: (files: Files) => Promise<T>): Promise<T> => {
    for (const { looks, reading } of sameFor(files, candidates(last.get(name), shelf?.take(name)))) {
      const known = reading();
      if (known === undefined) continue;
      last.set(name, { looks, reading: () => known });
      // A name stands for one way to read, so what was kept under it has the type that is read.
      return known as T;
    }
    const { watched, looks } = watchLooks(files);
    const reading = await read(watched);
    last.set(name, { looks: looks(), reading: () => reading });
    shelf?.put(name, looks(), reading);
    return reading;
  };
}

function* candidates(last: Kept | undefined, more: Iterable<Kept> = []): Iterable<Kept> {
  if (last) yield last;
  yield* more;
}

/** Asks again also where the answer is known to be the same: the files may take note of what is read. */
function* sameFor(files: Files, all: Iterable<Kept>): Iterable<Kept> {
  const answers = new Map<string, string>();
  const now = (question: keyof Files, path: string): string => {
    const key = `${question} ${path}`;
    let answer = answers.get(key);
    if (answer === undefined) answers.set(key, (answer = ask(files, question, path)));
    return answer;
  };
  for (const kept of all) if (kept.looks.every(([question, path, answer]) => now(question, path) === answer)) yield kept;
}

function ask(files: Files, question: keyof Files, path: string): string {
  switch (question) {
    case 'list':
      return listed(files.list(path === WHOLE ? undefined : path));
    case 'exists':
      return String(files.exists(path));
    case 'size':
      return String(files.size(path));
    case 'read':
      return digestOf(readIn(files, path));
  }
}

/** Stands for the whole project where a folder is named: no file is called so. */
const WHOLE = '\0';

/** The same files, with a note of each look. */
function watchLooks(files: Files): { readonly watched: Files; readonly looks: () => readonly Look[] } {
  const looks = new Map<string, Look>();
  const note = <T>(question: keyof Files, path: string, answer: T, tell: (answer: T) => string): T => {
    const key = `${question} ${path}`;
    if (!looks.has(key)) looks.set(key, [question, path, tell(answer)]);
    return answer;
  };
  const watched: Files = {
    list: (within) => note('list', within ?? WHOLE, files.list(within), listed),
    exists: (path) => note('exists', path, files.exists(path), String),
    size: (path) => note('size', path, files.size(path), String),
    read: (path) => {
      const bytes = note('read', path, readIn(files, path), digestOf);
      if (bytes) return bytes;
      throw new Error(`no such file: ${path}`);
    },
  };
  return { watched, looks: () => [...looks.values()] };
}

function readIn(files: Files, path: string): Uint8Array | undefined {
  try {
    return files.read(path);
  } catch {
    return undefined;
  }
}

const listed = (paths: readonly string[]): string => hashOf('sha256', [paths.join('\n')], 'base64');

const digestOf = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? 'missing' : hashOf('sha256', [bytes], 'base64');
