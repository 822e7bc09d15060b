import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { UserError } from '../user-error.ts';

/** What git answered. */
interface GitAnswer {
  readonly ok: boolean;
  readonly out: Buffer;
  /** The first line of what it complained about. */
  readonly trouble: string;
}

/** Runs git in a repository to read from it. */
export type Git = (args: readonly string[], input?: string) => GitAnswer;

/** A repository's own config may be a stranger's: nothing that it names is run, nothing is fetched. */
const SAFE = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never', 'core.pager=cat'];

/** Variables by which a hook would point git at something else than the folder given. */
const FOREIGN = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_PREFIX'];

/** Git, as found by PATH; undefined when there is none. */
export function gitIn(folder: string): Git | undefined {
  const { env } = process;
  const program = findProgram('git', env);
  if (program === undefined) return undefined;
  const around = Object.fromEntries(Object.entries(env).filter(([name]) => !FOREIGN.includes(name)));
  const config = SAFE.flatMap((setting) => ['-c', setting]);
  return (args, input) => {
    const { status, stdout, stderr, error } = spawnSync(program, ['--no-pager', '--no-replace-objects', ...config, ...args], {
      cwd: folder,
      env: {
        ...around,
        GIT_OPTIONAL_LOCKS: '0',
        GIT_NO_LAZY_FETCH: '1',
        GIT_TERMINAL_PROMPT: '0',
        LC_ALL: 'C',
      },
      maxBuffer: 1 << 30,
      windowsHide: true,
      ...(input !== undefined && { input }),
    });
    const words = String(stderr ?? '').trim() || (error?.message ?? '');
    return {
      ok: status === 0 && error === undefined,
      out: stdout ?? Buffer.alloc(0),
      trouble: words.split('\n', 1)[0] ?? '',
    };
  };
}

/** As `gitIn`, for what cannot be done without. */
export function needGit(folder: string, option: string): Git {
  const git = gitIn(folder);
  if (git) return git;
  throw new UserError({ zh: `${option} 要用 git，没有找到`, en: `${option} needs git, which was not found` });
}

/** A program on PATH; never one that lies in the checked folder. */
function findProgram(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const path = env['PATH'] ?? env['Path'] ?? '';
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const found = names.map((each) => join(folder, each)).find(isProgram);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
