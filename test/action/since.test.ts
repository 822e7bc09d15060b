import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, weather } from '../cli-run.ts';
import { runAction } from './action-run.ts';

afterAll(cleanUp);

const MANIFEST = 'app/src/main/AndroidManifest.xml';
const anybody = ['-c', 'user.name=anybody', '-c', 'user.email=anybody@example.com'];
const git = (where: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', where, ...anybody, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

/** A repository with a pull request that asks for one permission more, checked out as actions/checkout does: merged. */
function pullRequest(): { readonly origin: string; readonly payload: object } {
  const origin = weather();
  git(origin, 'init', '--quiet', '--initial-branch=main');
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '--message=app');
  const opened = git(origin, 'rev-parse', 'HEAD');
  git(origin, 'checkout', '--quiet', '-b', 'change');
  writeFileSync(join(origin, MANIFEST), manifest('ACCESS_FINE_LOCATION', 'SEND_SMS', 'READ_CONTACTS'));
  git(origin, 'commit', '--quiet', '--all', '--message=contacts');
  const head = git(origin, 'rev-parse', 'HEAD');
  // The base has moved on since the pull request was opened.
  git(origin, 'checkout', '--quiet', 'main');
  writeFileSync(join(origin, 'NOTES.md'), 'Notes.\n');
  git(origin, 'add', '.');
  git(origin, 'commit', '--quiet', '--message=notes');
  git(origin, 'merge', '--quiet', '--no-ff', '--message=merge', 'change');
  const repo = { full_name: 'sample/parcels' };
  return { origin, payload: { pull_request: { number: 5, base: { sha: opened, repo }, head: { sha: head, repo } } } };
}

describe('a pull request', () => {
  const { origin, payload } = pullRequest();
  const clone = (depth: number): string => {
    const workspace = folder({});
    execFileSync('git', ['clone', '--quiet', `--depth=${depth}`, `file://${origin}`, workspace]);
    return workspace;
  };
  const run = (workspace: string, given: Readonly<Record<string, string>> = {}) =>
    runAction({ workspace, event: 'pull_request', payload, with: { fail_on: 'never', ...given } });

  it('is told of what it brings, with two commits of history', async () => {
    const { outputs, log } = await run(clone(2));
    expect(outputs['errors']).toBe('1');
    expect(log).toContain(`file=${MANIFEST},line=4`);
    expect(log).not.toContain('SEND_SMS');
  });

  it('is told of everything when asked to, or when the clone lacks the base', async () => {
    expect((await run(clone(2), { since: 'none' })).outputs['errors']).toBe('2');
    const shallow = await run(clone(1));
    expect(shallow.outputs['errors']).toBe('2');
    expect(shallow.log).toContain(
      'mingshi: the clone lacks the base commit, so everything is told; with fetch-depth: 2',
    );
  });

  it('is answered in one line when it names a commit that is not there', async () => {
    const { succeeded, log } = await run(clone(1), { since: 'v9.9' });
    expect(succeeded).toBe(false);
    expect(log.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      expect.stringMatching(/^::error title=mingshi::.*v9\.9/),
    ]);
  });
});
