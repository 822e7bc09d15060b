import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, weather } from '../cli-run.ts';
import { readAction, root, runAction, stepsOf } from './action-run.ts';
import { startApi } from './api.ts';

afterAll(cleanUp);

const MANIFEST = 'app/src/main/AndroidManifest.xml';
interface Log {
  readonly runs: readonly {
    readonly automationDetails: { readonly id: string };
    readonly results: readonly {
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
    }[];
  }[];
}

const sha = (digit: string): string => digit.repeat(40);
const pull = (from = 'sample/parcels', number = 5): object => ({
  pull_request: {
    number,
    title: '::error::x\n::set-output name=errors::0',
    base: { sha: sha('a'), repo: { full_name: 'sample/parcels' } },
    head: { sha: sha('b'), repo: { full_name: from } },
  },
});
const annotations = (log: string): readonly string[] =>
  log.split('\n').filter((line) => /^::(error|warning|notice) /.test(line));

describe('action.yml', () => {
  const { action, mistakes } = readAction();

  it('is right by GitHub’s own parser', () => {
    expect(mistakes).toEqual([]);
    expect(action.inputs?.map(({ id }) => id)).toEqual([
      'path',
      'config',
      'policy',
      'since',
      'fail_on',
      'format',
      'comment',
      'lang',
    ]);
    expect(action.outputs?.map(({ id }) => id)).toEqual(['errors', 'warnings', 'infos', 'sarif', 'report']);
  });

  it('pastes nothing into a shell and runs nothing but what is beside it', () => {
    for (const { run } of stepsOf(action)) expect(run.toString()).not.toContain('${{');
    const scripts = stepsOf(action).flatMap(({ run }) => [
      ...run.toString().matchAll(/\$GITHUB_ACTION_PATH\/([\w./-]+)/g),
    ]);
    expect(scripts.map(([, path]) => path)).toEqual(['bin/mingshi', 'action/check.mjs', 'action/comment.mjs']);
    for (const [, path = ''] of scripts) expect(existsSync(join(root, path))).toBe(true);
  });

  it('hands the token to the step that comments and to no other', () => {
    const text = readFileSync(join(root, 'action.yml'), 'utf8');
    expect(text.match(/github\.token/g)).toHaveLength(1);
    const holding = stepsOf(action).filter(({ env }) =>
      [...(env ?? [])].some(({ key }) => key.toString().endsWith('TOKEN')),
    );
    expect(holding.map(({ name }) => name?.toString())).toEqual(['Comment on the pull request']);
  });
});

describe('a push', () => {
  it('annotates the line of the manifest, counts, and fails at the level', async () => {
    const workspace = folder({});
    const app = weather();
    execFileSync('cp', ['-r', app, join(workspace, 'android app')]);
    const result = await runAction({ workspace, with: { path: 'android app' } });
    expect(result.succeeded).toBe(false);
    expect(annotations(result.log)[0]).toMatch(
      new RegExp(`^::error file=android app/${MANIFEST},line=3,col=36,.*::Asks to send text messages \\(SEND_SMS\\)`),
    );
    expect(result.outputs).toMatchObject({ errors: '1' });
    expect(Number(result.outputs['warnings'])).toBe(
      annotations(result.log).filter((line) => line.startsWith('::warning ')).length,
    );
    expect(result.log).toContain('mingshi: findings reach fail_on: error');
    expect(result.summary).toContain('SEND_SMS');
    expect(result.ran).toEqual(['Build on first use', 'Check', 'Outcome']);
  });

  it('writes SARIF with paths from the root of the repository', async () => {
    const workspace = folder({ '.git/HEAD': 'ref: refs/heads/main\n' });
    execFileSync('cp', ['-r', weather(), join(workspace, 'android')]);
    const { outputs } = await runAction({ workspace, with: { path: './android', fail_on: 'never' } });
    const [run] = (JSON.parse(readFileSync(outputs['sarif'] ?? '', 'utf8')) as Log).runs;
    expect(run?.automationDetails.id).toBe('mingshi/android/');
    const uris = run?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri);
    expect(uris).toContain(`android/${MANIFEST}`);
    expect((JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8')) as { summary: object }).summary).toMatchObject({
      errors: 1,
    });
  });

  it('passes when nothing reaches the level, in the language asked for', async () => {
    const { succeeded, log, summary, outputs } = await runAction({
      workspace: weather(),
      with: { fail_on: 'never', lang: 'zh', format: 'github,markdown' },
    });
    expect(succeeded).toBe(true);
    expect(log).toContain('申请发送短信（SEND_SMS）');
    expect(summary).toContain('1 个错误');
    expect(outputs['sarif']).toBe('');
  });

  it('makes only what is asked for, and its log takes no commands from files', async () => {
    const policy = readFileSync(join(weather(), '隐私政策.md'), 'utf8');
    const workspace = weather({
      '隐私政策.md': `${policy}\n::error::为了提升用户体验，我们会收集 ##[add-mask]设备信息。\n`,
    });
    const { log, summary } = await runAction({ workspace, with: { format: 'text', fail_on: 'never' } });
    expect(annotations(log)).toEqual([]);
    expect(summary).toBe('');
    const [, token, inside] = /^::stop-commands::(\S+)\n([^]*?)^::\1::$/m.exec(log) ?? [];
    expect(token).toMatch(/^[\w-]{30,}$/);
    expect(inside).toContain('SEND_SMS');
    expect(log.replace(inside ?? '', '')).not.toMatch(/##\[|^::error/m);
  });
});

describe('annotations', () => {
  it('are ten of a kind, the worst, and the rest is counted', async () => {
    const asked = ['SEND_SMS', 'RECEIVE_SMS', 'READ_SMS', 'READ_CONTACTS', 'WRITE_CONTACTS', 'CAMERA', 'RECORD_AUDIO'];
    const more = ['READ_CALENDAR', 'WRITE_CALENDAR', 'READ_CALL_LOG', 'BODY_SENSORS', 'READ_PHONE_STATE', 'CALL_PHONE'];
    const workspace = weather({ [MANIFEST]: manifest(...asked, ...more) });
    const { log, summary, outputs } = await runAction({ workspace, with: { fail_on: 'never' } });
    const lines = annotations(log).filter((line) => line.startsWith('::error '));
    expect(lines).toHaveLength(10);
    expect(log).toContain(`mingshi: ${Number(outputs['errors']) - 10} more of kind error not annotated`);
    expect(summary.match(/^\| \d+ \| 🔴 error \|/gm)).toHaveLength(Number(outputs['errors']));
  });
});

describe('a pull request', () => {
  const job = {
    event: 'pull_request',
    payload: pull(),
    token: 'secret-token',
    with: { comment: 'true', fail_on: 'never' },
  };

  it('gets one comment, which is brought up to date and never repeated', async () => {
    const api = await startApi();
    const workspace = weather();
    const first = await runAction({ ...job, workspace, api: api.url });
    expect(first.succeeded).toBe(true);
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toMatch(/^<!-- mingshi:\. -->\n/);
    expect(api.comments[0]?.body).toContain('SEND_SMS');
    expect(api.comments[0]?.body).toContain('https://github.example/sample/parcels/actions/runs/77');

    const asked = api.asked.length;
    await runAction({ ...job, workspace, api: api.url });
    expect(api.asked.slice(asked).filter((each) => !each.startsWith('GET'))).toEqual([]);

    writeFileSync(join(workspace, MANIFEST), manifest('ACCESS_FINE_LOCATION', 'READ_CONTACTS'));
    await runAction({ ...job, workspace, api: api.url });
    expect(api.comments).toHaveLength(1);
    expect(api.comments[0]?.body).toContain('READ_CONTACTS');
    expect(api.comments[0]?.body).not.toContain('SEND_SMS');
    expect(api.asked.at(-1)).toBe('PATCH /repos/sample/parcels/issues/comments/9000');
    expect([...api.tokens]).toEqual(['Bearer secret-token']);
    expect(first.log).not.toContain('secret-token');
    await api.close();
  });

  it('finds its comment behind a hundred others, and by its author too', async () => {
    const forged = { id: 1, user: { login: 'somebody' }, body: '<!-- mingshi:. -->\nnothing to see' };
    const others = Array.from({ length: 130 }, (_, index) => ({
      id: index + 2,
      user: { login: 'somebody' },
      body: 'LGTM',
    }));
    const ours = { id: 500, user: { login: 'github-actions[bot]' }, body: '<!-- mingshi:. -->\nold' };
    const api = await startApi([forged, ...others, ours]);
    await runAction({ ...job, workspace: weather(), api: api.url });
    expect(api.comments).toHaveLength(132);
    expect(ours.body).toContain('SEND_SMS');
    expect(forged.body).toContain('nothing to see');
    expect(api.asked).toEqual([
      'GET /repos/sample/parcels/issues/5/comments?per_page=100&page=1',
      'GET /repos/sample/parcels/issues/5/comments?per_page=100&page=2',
      'PATCH /repos/sample/parcels/issues/comments/500',
    ]);
    await api.close();
  });

  it('goes on when writing is not permitted, and says what would help', async () => {
    const api = await startApi();
    api.refuse(403);
    const { succeeded, log, ran } = await runAction({ ...job, workspace: weather(), api: api.url });
    expect(succeeded).toBe(true);
    expect(ran).toContain('Comment on the pull request');
    expect(log).toMatch(
      /^::warning title=mingshi::no comment was written: .* 403 .*`permissions: pull-requests: write`$/m,
    );
    await api.close();
  });

  it('goes on when the API cannot be reached', async () => {
    const { succeeded, log } = await runAction({ ...job, workspace: weather() });
    expect(succeeded).toBe(true);
    expect(log).toContain('::warning title=mingshi::no comment was written: ');
  });

  it.each([
    ['from a fork', { payload: pull('stranger/parcels') }, 'the pull request comes from a fork'],
    ['of a fork that is gone', { payload: { pull_request: { number: 5, head: { repo: null } } } }, 'comes from a fork'],
    ['without a token', { token: '' }, 'no token, so no comment'],
    [
      'whose number is no number',
      { payload: { pull_request: { number: '5/../6' } } },
      'no pull request, so no comment',
    ],
    ['that is a push after all', { event: 'push', payload: {} }, 'no pull request, so no comment'],
  ])('%s is checked all the same, and nothing is sent', async (_, more, said) => {
    const api = await startApi();
    const { succeeded, log, outputs } = await runAction({ ...job, ...more, workspace: weather(), api: api.url });
    expect(succeeded).toBe(true);
    expect(outputs['errors']).toBe('1');
    expect(log).toContain(said);
    expect(api.asked).toEqual([]);
    await api.close();
  });

  it('says so when the clone does not reach back to its base', async () => {
    const { log, outputs } = await runAction({ ...job, workspace: weather(), with: { fail_on: 'never' } });
    expect(outputs['errors']).toBe('1');
    expect(log).toContain('mingshi: the clone lacks the base commit, so everything is told; with fetch-depth: 2');
  });

  it('has no comment when there is nothing to say', async () => {
    const api = await startApi();
    const workspace = join(root, 'examples/compliant');
    const { succeeded, log } = await runAction({ ...job, workspace, api: api.url });
    expect(succeeded).toBe(true);
    expect(log).toContain('nothing found, so no comment');
    expect(api.comments).toEqual([]);
    await api.close();
  });
});

describe('the checked repository', () => {
  it('has nothing of its own run', async () => {
    const trap = '#!/bin/sh\ntouch "$GITHUB_WORKSPACE/ran"\n';
    const workspace = weather({
      'package.json': '{"scripts": {"preinstall": "touch ran", "prepare": "touch ran"}, "type": "commonjs"}',
      '.npmrc': 'node-options=--require=./trap.cjs\n',
      'trap.cjs': "require('node:fs').writeFileSync('ran', '');",
      'mingshi.config.js': "require('node:fs').writeFileSync('ran', '');",
      'bin/mingshi': trap,
      'node_modules/.bin/node': trap,
      'action/check.mjs': "import fs from 'node:fs'; fs.writeFileSync('ran', '');",
      node: trap,
      git: trap,
    });
    for (const name of ['node', 'git', 'node_modules/.bin/node', 'bin/mingshi'])
      execFileSync('chmod', ['+x', join(workspace, name)]);
    await runAction({ workspace, event: 'pull_request', payload: pull('stranger/parcels') });
    expect(existsSync(join(workspace, 'ran'))).toBe(false);
  });
});

describe('mistakes in the workflow', () => {
  const workspace = weather();

  it.each([
    [{ path: 'nowhere' }, 'input path: there is no folder nowhere in the workspace; was the repository checked out?'],
    [{ fail_on: 'fatal' }, 'input fail_on: fatal is none of error, warning, info, never'],
    [{ format: 'sraif' }, 'input format: sraif is none of github, markdown, sarif, text'],
    [{ comment: 'yes' }, 'input comment: yes is none of true, false'],
    [{ lang: 'fr' }, 'input lang: fr is none of zh, en'],
    [{ since: '--output=x' }, 'input since: --output=x is no commit'],
    [{ policy: 'privcy.md\n' }, 'no such file: privcy.md'],
    [{ config: 'a\n::error::b' }, 'input config must be one line'],
    [{ fail_on: '$(touch ran)`touch ran`"; touch ran; "' }, 'input fail_on: $(touch ran)'],
  ])('%j is answered in one line', async (given, said) => {
    const { succeeded, log, ran } = await runAction({ workspace, with: given });
    expect(succeeded).toBe(false);
    expect(ran).toEqual(['Build on first use', 'Check']);
    const told = log.split('\n').filter((line) => line !== '' && !/^\d+\.\d+/.test(line));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`::error title=mingshi::${said}`);
    expect(existsSync(join(workspace, 'ran'))).toBe(false);
  });
});
