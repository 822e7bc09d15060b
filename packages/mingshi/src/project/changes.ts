import { dirname, join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { ChokidarOptions, FSWatcher } from 'chokidar';
import { CONFIG_NAME } from '../config/config.ts';
import { isNeverRead, isPruned } from './files.ts';
import type { Project } from './project.ts';
import { UserError } from '../user-error.ts';

/** The changes of a project's files, as they come. */
interface Changes {
  /** Waits for the next ones, all of a burst together, by path as in `Location`; undefined once it was stopped. */
  readonly next: () => Promise<readonly string[] | undefined>;
  /** Files that count although they lie outside of the folder; paths as in `Location`. */
  readonly include: (paths: readonly string[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds without a change that end a burst: saving is several steps, switching a branch thousands. */
const QUIET = 100;
/** What writes all the time must not put off a check for ever. */
const LONGEST = 2000;

/** What is watched. */
interface Watching {
  readonly root: string;
  readonly bursts: ReturnType<typeof gatherBursts>;
  readonly watchers: FSWatcher[];
  /** Files outside of the project by their folders: an editor may replace a file by another one, and only the folder tells. */
  readonly outside: Map<string, Set<string>>;
}

/** Watches all that a check of the project may look at, save build output; `written` is what the check itself writes. */
export async function changesOf(project: Project, written: string | undefined): Promise<Changes> {
  const { root } = project;
  const watching: Watching = { root, bursts: gatherBursts(), watchers: [], outside: new Map() };
  const { bursts, watchers } = watching;
  await watchProject(watching, written);
  await include(watching, outsideOf(project));
  return {
    next: bursts.next,
    include: (paths) => include(watching, paths.filter((path) => path.startsWith('../')).map((path) => join(root, path))),
    stop: async () => {
      bursts.end();
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

async function watchProject(watching: Watching, written: string | undefined): Promise<void> {
  await open(watching, watching.root, {
    // A link to a file of the project is seen there, and others are not read.
    followSymlinks: false,
    ignored: (absolute) => {
      const path = pathOf(watching, absolute);
      const slash = path.lastIndexOf('/');
      const isOwn = written !== undefined && absolute.startsWith(written);
      return path !== '' && (isOwn || isNeverRead(path) || isPruned(path.slice(slash + 1), path.slice(0, Math.max(slash, 0))));
    },
  });
}

async function include(watching: Watching, files: readonly string[]): Promise<void> {
  const { outside } = watching;
  for (const file of files) {
    const folder = dirname(file);
    const known = outside.get(folder);
    const wanted = known ?? new Set();
    outside.set(folder, wanted.add(file));
    if (!known) await open(watching, folder, { depth: 0, ignored: (path) => path !== folder && !wanted.has(path) });
  }
}

async function open(watching: Watching, folder: string, options: ChokidarOptions): Promise<void> {
  const { bursts, watchers } = watching;
  const watcher = watch(folder, { ...options, ignoreInitial: true });
  watchers.push(watcher);
  watcher.on('all', (event, absolute) => {
    if (event !== 'addDir' && event !== 'unlinkDir') bursts.add(pathOf(watching, absolute));
  });
  await new Promise<void>((resolve) => {
    watcher.on('ready', resolve);
    watcher.on('error', (error) => {
      bursts.fail(error);
      resolve();
    });
  });
}

/** As in `Location`. */
function pathOf({ root }: Watching, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}

/** Gathers single changes into bursts, each told when it is over. */
function gatherBursts() {
  const changed = new Set<string>();
  let times: { readonly first: number; readonly last: number } | undefined;
  let ended = false;
  let trouble: unknown;
  let wake: (() => void) | undefined;
  return {
    add: (path: string): void => {
      changed.add(path);
      const now = performance.now();
      times = { first: times?.first ?? now, last: now };
      wake?.();
    },
    fail: (cause: unknown): void => {
      trouble ??= cause;
      wake?.();
    },
    end: (): void => {
      ended = true;
      wake?.();
    },
    next: async (): Promise<readonly string[] | undefined> => {
      for (;;) {
        if (ended) return undefined;
        if (trouble !== undefined) throw refused(trouble);
        const wait = times && Math.min(times.last + QUIET, times.first + LONGEST) - performance.now();
        if (wait !== undefined && wait <= 0) {
          const paths = [...changed].toSorted();
          changed.clear();
          times = undefined;
          return paths;
        }
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (wait !== undefined) timer = setTimeout(resolve, wait);
        });
        clearTimeout(timer);
      }
    },
  };
}

/** What counts around the folder: what was named, and a config in a folder above, be it there already or not. */
function outsideOf({ root, gitRoot, config, policy, manifests }: Project): readonly string[] {
  const named = [...policy, ...manifests].map((path) => join(root, path));
  const configs = config ? [config.absolute] : [];
  const top = gitRoot ?? root;
  for (let at = root; at !== top; at = dirname(at)) configs.push(join(dirname(at), CONFIG_NAME));
  return [...named, ...configs].filter((path) => relative(root, path).startsWith('..'));
}

/** Mostly the system's limit on watched files. */
function refused(cause: unknown): UserError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new UserError({ zh: `--watch：没法监视改动：${why}`, en: `--watch: changes cannot be watched: ${why}` });
}
