import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { cleanUp, cli, manifest, mingshi, policy, weather } from './cli-run.ts';
import { put, repository } from './git-run.ts';

const MANIFEST = 'app/src/main/AndroidManifest.xml';
const WAITING = 'waiting for changes';

interface Watching {
  /** What was written since the last call, once the words and then that it waits have come. */
  readonly until: (words: string) => Promise<string>;
  readonly end: (signal: 'SIGINT' | 'SIGTERM') => Promise<{ code: number | null; signal: string | null }>;
  readonly pid: number;
}

const running: Watching[] = [];
afterEach(async () => {
  for (const each of running.splice(0)) await each.end('SIGTERM');
});
afterAll(cleanUp);

/** Starts the command, its two streams being one, in the order in which it writes. */
function watching(cwd: string, ...more: readonly string[]): Watching {
  const command = [process.execPath, cli, 'check', '--watch', ...more];
  const child = spawn('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), LANG: 'en_US.UTF-8' },
  });
  let text = '';
  let at = 0;
  let wake: (() => void) | undefined;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    wake?.();
  });
  const exit = once(child, 'exit') as Promise<[number | null, string | null]>;
  void exit.then(() => wake?.());
  const found: Watching = {
    pid: child.pid as number,
    until: async (words) => {
      for (;;) {
        const seen = text.indexOf(words, at);
        const waits = seen < 0 ? -1 : text.indexOf(WAITING, seen);
        if (waits >= 0) {
          const piece = text.slice(at, waits);
          at = waits + WAITING.length;
          return piece;
        }
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${text.slice(at)}`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await exit;
      return { code, signal: by };
    },
  };
  running.push(found);
  return found;
}

describe('check --watch', () => {
  it('checks again when the policy changes, and tells what is new and what is gone', async () => {
    const root = weather();
    const watch = watching(root);
    expect(await watch.until('SEND_SMS')).not.toContain('same findings');

    put(root, '隐私政策.md', policy.replace('显示当地的天气预报', '显示天气；为发送天气短信，我们会使用短信权限'));
    const better = await watch.until('since the last check');
    expect(better).toContain('隐私政策.md');
    expect(better).toMatch(/1 gone: undisclosed-permission android\.permission\.SEND_SMS/);

    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'CAMERA', 'SEND_SMS'));
    expect(await watch.until('since the last check')).toMatch(/1 new: undisclosed-permission android\.permission\.CAMERA/);
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'CAMERA', 'SEND_SMS').replace('</manifest>', '\n</manifest>'));
    expect(await watch.until('same findings as before')).not.toContain(' new: ');
  });

  it('follows a file that an editor replaces, that goes and that comes back', async () => {
    const root = weather();
    const watch = watching(root);
    await watch.until('SEND_SMS');
    const path = join(root, '隐私政策.md');
    for (const words of ['短信权限', '联系人权限']) {
      writeFileSync(`${path}~`, policy.replace('我们会申请位置权限', `我们会申请位置权限、${words}`));
      renameSync(`${path}~`, path);
      expect(await watch.until('隐私政策.md')).toContain('since the last check');
    }
    rmSync(path);
    expect(await watch.until('since the last check')).toContain('policy-missing');
    writeFileSync(path, policy);
    expect(await watch.until('since the last check')).toMatch(/gone: .*policy-missing/);
  });

  it('tells a mistake in the config in one line and goes on', async () => {
    const root = weather();
    const watch = watching(root);
    await watch.until('SEND_SMS');
    put(root, 'mingshi.yaml', 'rules:\n  undisclosed-permission: [off\n');
    const [mistake, ...rest] = (await watch.until('mingshi: ')).split('\n').filter((line) => line.startsWith('mingshi'));
    expect(mistake).toMatch(/^mingshi: mingshi\.yaml:\d+:\d+: /);
    expect(rest).toEqual([]);
    put(root, 'mingshi.yaml', 'rules:\n  undisclosed-permission: off\n');
    expect(await watch.until('since the last check')).toContain('gone: undisclosed-permission');
  });

  it('is silent about what no check reads', async () => {
    const root = weather({ 'node_modules/x/privacy.md': '#', 'build/a.txt': '' });
    const watch = watching(root);
    await watch.until('SEND_SMS');
    put(root, 'node_modules/x/privacy.md', '# 隐私政策\n');
    put(root, 'build/tmp/AndroidManifest.xml', manifest('CAMERA'));
    put(root, '.git/index', '');
    put(root, 'notes.txt', 'Nothing to see.\n');
    put(root, '隐私政策.md', `${policy}\n谢谢您的信任。\n`);
    const told = await watch.until('same findings as before');
    expect(told.split('\n').find((line) => line.startsWith('──'))).toMatch(/^── [\d:]{8} (?:notes\.txt, )?隐私政策\.md$/);
    expect(told.match(/same findings/g)).toHaveLength(1);
  });

  it('takes in a whole burst at once', async () => {
    const paths = Array.from({ length: 200 }, (_, n) => `app/src/main/java/C${n}.kt`);
    const root = weather(Object.fromEntries(paths.map((path) => [path, 'class C\n'])));
    const watch = watching(root);
    await watch.until('SEND_SMS');
    for (const path of paths) put(root, path, 'class D\n');
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'SEND_SMS', 'CAMERA'));
    expect(await watch.until('since the last check')).toContain('and 198 more');
  });

  it('follows a policy and a config outside of the folder', async () => {
    const root = repository(weather({ 'mingshi.yaml': 'policy: [docs/policy.md]\n', 'docs/policy.md': policy, 'docs/other.md': '' }));
    const watch = watching(root, 'app');
    await watch.until('SEND_SMS');
    put(root, 'docs/other.md', 'Nothing.\n');
    put(root, 'docs/policy.md', policy.replace('我们会申请位置权限', '我们会申请位置权限、短信权限'));
    expect(await watch.until('since the last check')).toContain('policy.md');
    put(root, 'mingshi.yaml', 'policy: [docs/policy.md]\nrules: {no-effective-date: off}\n');
    expect(await watch.until('same findings')).toContain('mingshi.yaml');
  });

  it('writes a file anew after each change, and does not take it for one', async () => {
    const root = weather();
    const watch = watching(root, '--format', 'html', '--output', 'report.html');
    expect(await watch.until('error')).not.toContain('<html');
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'READ_CALENDAR'));
    await watch.until('new: ');
    expect(readFileSync(join(root, 'report.html'), 'utf8')).toContain('READ_CALENDAR');
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION'));
    expect(await watch.until('gone: ')).not.toContain('report.html');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s', async (signal) => {
    const watch = watching(weather());
    await watch.until('SEND_SMS');
    expect(await watch.end(signal)).toEqual({ code: 0, signal: null });
  });

  it.skipIf(process.platform !== 'linux')('rests while nothing changes', async () => {
    const watch = watching(weather());
    await watch.until('SEND_SMS');
    const ticks = (): number => {
      const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${watch.pid}/stat`, 'utf8')) ?? [];
      return Number(user) + Number(system);
    };
    const before = ticks();
    // Another whole run of the command is the measure of time.
    mingshi(['rules']);
    expect(ticks() - before).toBeLessThan(10);
  });

  it.each([
    [['--since', 'HEAD'], '--watch does not go with --since'],
    [['--staged'], '--watch does not go with --staged'],
    [['--waive-existing'], '--watch does not go with --waive-existing'],
    [['--format', 'sarif'], '--format sarif'],
    [['--format', 'json', '--output', 'report.json'], '--format json'],
    [['--format', 'html'], '--format html'],
    [['--rule', 'undisclosed-premission'], 'did you mean undisclosed-permission'],
  ])('refuses %j in one line', (more, words) => {
    const { status, stdout, stderr } = mingshi(['check', '--watch', ...more], { cwd: weather() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
