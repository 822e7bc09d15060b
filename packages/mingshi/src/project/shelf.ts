import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from './hash.ts';
import type { Look, Shelf } from './readings.ts';
import { build } from '../version.ts';

/** Readings of one name that are kept: the last commit, what is staged now and before, another branch. */
const KEPT = 4;
/** A reading that takes more characters than this is made anew. */
const LARGEST = 8 * 1024 * 1024;
/** What nobody has written for so many days goes. */
const DAYS = 30;

/**
 * What was read of a project outlasts the run in a folder of the user's own; never in the project itself, where a
 * stranger's commit could put a reading. A shelf that cannot be read or written is none, and no mistake of the user's.
 * `reader` is the build that reads: another one may read differently.
 */
export function shelfOf(project: string, env: NodeJS.ProcessEnv, reader = build): Shelf | undefined {
  const folder = cacheFolder(env);
  if (folder === undefined || reader === undefined) return undefined;
  const fileOf = (name: string): string =>
    join(folder, `${hashOf('sha256', [[reader, project, name].join('\0')], 'hex').slice(0, 32)}.jsonl`);
  return {
    take: function* (name) {
      const lines = linesIn(fileOf(name));
      for (let i = 0; i + 1 < lines.length; i += 2) {
        const looks = parsed(lines[i] as string);
        if (Array.isArray(looks)) yield { looks: looks as Look[], reading: () => parsed(lines[i + 1] as string) };
      }
    },
    put: (name, looks, reading) => {
      const text = JSON.stringify(reading);
      if (text.length > LARGEST) return;
      const path = fileOf(name);
      const before = linesIn(path);
      write(folder, path, [JSON.stringify(looks), text, ...before.slice(0, 2 * (KEPT - 1))].join('\n'));
      if (before.length === 0) sweep(folder);
    },
  };
}

/** Where programs of the user may keep what they can make again; MINGSHI_CACHE names another folder, or `off`. */
function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const own = env['MINGSHI_CACHE'];
  if (own !== undefined && own !== '') return own === 'off' ? undefined : own;
  const general = env['XDG_CACHE_HOME'] || env['LOCALAPPDATA'];
  if (general) return join(general, 'mingshi');
  // Not every user of a container has a home.
  const home = quietly(homedir);
  return home ? join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'mingshi') : undefined;
}

const parsed = (line: string): unknown => quietly(() => JSON.parse(line) as unknown);

/** Nothing of a file that is not there, or that another user has put there. */
const linesIn = (path: string): readonly string[] =>
  quietly(() => (isOwn(path) ? readFileSync(path, 'utf8').split('\n') : [])) ?? [];

function write(folder: string, path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  const written = quietly(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(folder)) return true;
    writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
    return true;
  });
  if (!written) quietly(() => rmSync(temporary, { force: true }));
}

const isOwn = (path: string): boolean => process.getuid === undefined || statSync(path).uid === process.getuid();

function sweep(folder: string): void {
  const oldest = Date.now() - DAYS * 24 * 60 * 60 * 1000;
  for (const name of quietly(() => readdirSync(folder)) ?? []) {
    const path = join(folder, name);
    // Another run may sweep as well.
    if (/\.(?:jsonl|tmp)$/.test(name)) quietly(() => statSync(path).mtimeMs < oldest && rmSync(path, { force: true }));
  }
}

/** The answer, or nothing when there is a mistake: nobody is to be bothered by what only saves time. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
