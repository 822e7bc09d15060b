// What happened on GitHub, as far as it matters here.
// A payload holds a stranger's words: only numbers and hashes are used.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** The pull request of the event, undefined for any other event. */
export function pullRequestOf(env) {
  const { pull_request: pull } = payloadOf(env);
  if (!Number.isSafeInteger(pull?.number) || pull.number < 1) return undefined;
  const from = pull.head?.repo?.full_name;
  return {
    number: pull.number,
    base: commit(pull.base?.sha),
    head: commit(pull.head?.sha),
    // The repository of a fork may be gone by now.
    fork: from === undefined || from !== pull.base?.repo?.full_name,
  };
}

/** The commit that a pull request or a merge queue builds on, if the clone has it. */
export function baseOf(env, folder) {
  const pull = pullRequestOf(env);
  const wanted = pull ? pull.base : commit(payloadOf(env).merge_group?.base_sha);
  // What is checked out by default is a merge with the base as it is now, which may be newer than the payload says.
  if (pull?.head !== undefined && resolve(folder, 'HEAD^2') === pull.head) {
    const merged = resolve(folder, 'HEAD^1');
    if (merged !== undefined) return { event: true, base: merged };
  }
  return { event: wanted !== undefined, base: wanted === undefined ? undefined : resolve(folder, wanted) };
}

function payloadOf(env) {
  try {
    return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? '', 'utf8')) ?? {};
  } catch {
    return {};
  }
}

const commit = (value) => (typeof value === 'string' && COMMIT.test(value) ? value : undefined);

/** The id of a commit, if the clone has it; nothing is fetched and nobody is asked for a password. */
function resolve(folder, name) {
  const { status, stdout } = spawnSync('git', ['-C', folder, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`], {
    encoding: 'utf8',
    env: { ...process.env, GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
  });
  return status === 0 ? commit(stdout.trim()) : undefined;
}
