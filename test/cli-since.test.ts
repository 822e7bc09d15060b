import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, mingshi, policy, weather } from './cli-run.ts';
import { commitAll, git, put, repository } from './git-run.ts';

afterAll(cleanUp);

const MANIFEST = 'app/src/main/AndroidManifest.xml';

interface Told {
  readonly findings: readonly { rule: string; about: string }[];
  readonly waived: readonly { about: string }[];
  readonly policies: readonly { path: string }[];
  readonly since?: { ref: string; commit: string; older: number; unchanged: boolean };
}

const checked = (root: string, ...more: readonly string[]): Told => {
  const { stdout, stderr } = mingshi(['check', '--format', 'json', ...more], { cwd: root });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Told;
};
const subjects = ({ findings }: Told): readonly string[] =>
  findings.map(({ rule, about }) => `${rule} ${about.replace('android.permission.', '')}`);

/** The one line that a ref which cannot be read is answered with. */
const lines = (cwd: string, ref: string): string => {
  const { status, stdout, stderr } = mingshi(['check', '--since', ref], { cwd });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr;
};

describe('check --since', () => {
  it('tells what the change brought and counts what was there', () => {
    const root = repository(weather());
    const all = checked(root).findings.length;
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'CAMERA', 'SEND_SMS'));
    const told = checked(root, '--since', 'HEAD');
    expect(subjects(told)).toEqual(['undisclosed-permission CAMERA']);
    expect(told.since).toMatchObject({ ref: 'HEAD', older: all, unchanged: false });
    const text = mingshi(['check', '--since', 'HEAD'], { cwd: root });
    expect(text.stdout).toContain(`only what is new since HEAD, ${all} older left out`);
    expect(text.status).toBe(1);
    expect(mingshi(['check', '--since', 'HEAD', '--lang', 'zh'], { cwd: root }).stdout).toContain('没有列出');
  });

  it('passes when the change brings nothing, be there ever so much from before', () => {
    const root = repository(weather());
    put(root, '隐私政策.md', `${policy}\n谢谢您的信任。\n`);
    const { status, stdout } = mingshi(['check', '--since', 'HEAD'], { cwd: root });
    expect(status).toBe(0);
    expect(stdout).toContain('The change brings nothing new.');
  });

  it('tells an old finding whose line was changed, wherever the line went', () => {
    const root = repository(weather());
    put(root, MANIFEST, manifest('INTERNET', 'VIBRATE', 'ACCESS_FINE_LOCATION', 'SEND_SMS'));
    expect(subjects(checked(root, '--since', 'HEAD'))).toEqual([]);
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'SEND_SMS').replace('SEND_SMS" />', 'SEND_SMS" android:maxSdkVersion="34" />'));
    expect(subjects(checked(root, '--since', 'HEAD'))).toEqual(['undisclosed-permission SEND_SMS']);
  });

  it('says so without a check when nothing relevant was changed', () => {
    const root = repository(weather({ 'logo.png': 'a' }));
    put(root, 'logo.png', 'b');
    const { status, stdout } = mingshi(['check', '--since', 'HEAD'], { cwd: root });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'no manifest, build file, source or policy has changed since HEAD; nothing was checked\n',
    });
    expect(checked(root, '--since', 'HEAD').since).toMatchObject({ unchanged: true });
    for (const format of ['sarif', 'github', 'markdown']) {
      expect(mingshi(['check', '--since', 'HEAD', '--format', format], { cwd: root }).status).toBe(0);
    }
  });

  it('follows each state’s own config, and brings up what a waiver no longer silences', () => {
    const waiver = 'waivers:\n  - {rule: undisclosed-permission, about: android.permission.SEND_SMS, reason: ticket}\n';
    const root = repository(weather({ 'mingshi.yaml': waiver }));
    put(root, 'mingshi.yaml', '# none\n');
    expect(subjects(checked(root, '--since', 'HEAD'))).toEqual(['undisclosed-permission SEND_SMS']);
    put(root, 'mingshi.yaml', `${waiver}  - {rule: undisclosed-permission, about: android.permission.CAMERA, reason: t}\n`);
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'SEND_SMS', 'CAMERA'));
    const { waived, ...told } = checked(root, '--since', 'HEAD');
    expect(told.findings).toEqual([]);
    expect(waived.map(({ about }) => about)).toEqual(['android.permission.CAMERA', 'android.permission.SEND_SMS']);
  });

  it('works in a folder of the repository, with a policy above it, a link and a rename', () => {
    const root = folder({
      'android/app/src/main/AndroidManifest.xml': manifest('ACCESS_FINE_LOCATION', 'SEND_SMS'),
      'android/.gitignore': 'old/\n',
      'docs/privacy.md': policy,
      'mingshi.yaml': 'policy: docs/privacy.md\n',
    });
    symlinkSync('../docs/privacy.md', join(root, 'android/隐私政策.md'));
    repository(root);
    git(root, 'mv', 'docs/privacy.md', 'docs/policy.md');
    put(root, 'mingshi.yaml', 'policy: docs/policy.md\n');
    const told = checked(join(root, 'android'), '--since', 'main');
    expect(told.findings).toEqual([]);
    expect(told.policies).toMatchObject([{ path: '../docs/policy.md' }]);
  });

  it('takes everything for new when there was nothing before', () => {
    const root = repository(folder({ 'README.md': '# x\n' }));
    put(root, MANIFEST, manifest('SEND_SMS'));
    put(root, '隐私政策.md', policy);
    expect(checked(root, '--since', 'HEAD').findings.map(({ rule }) => rule)).toContain('undisclosed-permission');
  });

  it('takes everything for new before the first commit', () => {
    const root = weather();
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    const told = checked(root, '--staged', '--since', 'HEAD');
    expect(subjects(told)).toEqual(subjects(checked(root)));
    expect(told.since).toMatchObject({ ref: 'HEAD', older: 0 });
  });

  it('tells in one line what to do about a ref that cannot be read', () => {
    const root = repository(weather());
    put(root, 'a.md', 'x');
    commitAll(root, 'again');
    expect(lines(root, 'nowhere')).toContain('no such commit, branch or tag');
    expect(lines(root, '--output=x')).toContain('cannot find');
    expect(lines(weather(), 'HEAD')).toContain('needs a git repository');
    const shallow = join(folder({}), 'clone');
    git(root, 'clone', '-q', '--depth', '1', `file://${root}`, shallow);
    expect(lines(shallow, 'HEAD~1')).toContain('fetch-depth: 0');
    const without = mingshi(['check', '--since', 'HEAD'], { cwd: root, env: { PATH: '/nowhere' } });
    expect([without.status, without.stderr]).toEqual([2, 'mingshi: --since needs git, which was not found\n']);
  });

  it('runs nothing that the repository’s own config names', () => {
    const root = repository(weather({ '.gitattributes': '* filter=evil diff=evil\n' }));
    const ran = join(root, 'ran');
    put(root, 'evil.sh', `#!/bin/sh\ntouch ${ran}\ncat\n`);
    git(root, 'update-index', '--refresh');
    for (const [name, value] of Object.entries({
      'core.fsmonitor': `sh ${root}/evil.sh`,
      'core.hooksPath': root,
      'core.pager': `sh ${root}/evil.sh`,
      'filter.evil.clean': `sh ${root}/evil.sh`,
      'filter.evil.smudge': `sh ${root}/evil.sh`,
      'diff.evil.textconv': `sh ${root}/evil.sh`,
      'diff.external': `sh ${root}/evil.sh`,
    })) {
      git(root, 'config', name, value);
    }
    put(root, MANIFEST, manifest('CAMERA'));
    expect(checked(root, '--since', 'HEAD', '--staged').since?.unchanged).toBe(true);
    expect(checked(root, '--since', 'HEAD').findings.length).toBeGreaterThan(0);
    expect(existsSync(ran)).toBe(false);
    // Git itself would have.
    git(root, 'status');
    expect(existsSync(ran)).toBe(true);
  });
});

describe('check --staged', () => {
  it('looks at what is staged and not at the work tree', () => {
    const root = repository(weather());
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'CAMERA'));
    git(root, 'add', '-A');
    put(root, MANIFEST, manifest('ACCESS_FINE_LOCATION', 'READ_CONTACTS'));
    put(root, 'other/src/main/AndroidManifest.xml', manifest('READ_SMS'));
    expect(subjects(checked(root, '--staged'))).toContain('undisclosed-permission CAMERA');
    expect(subjects(checked(root, '--staged')).join()).not.toMatch(/CONTACTS|READ_SMS/);
    expect(subjects(checked(root, '--staged', '--since', 'HEAD'))).toEqual(['undisclosed-permission CAMERA']);
    rmSync(join(root, MANIFEST));
    expect(subjects(checked(root, '--staged', '--since', 'HEAD'))).toEqual(['undisclosed-permission CAMERA']);
  });

  it('follows the config that is staged', () => {
    const root = repository(weather({ 'mingshi.yaml': 'rules: {undisclosed-permission: off}\n' }));
    put(root, 'mingshi.yaml', 'polcy: x\n');
    expect(subjects(checked(root, '--staged')).join()).not.toContain('undisclosed-permission');
    git(root, 'add', '-A');
    expect(mingshi(['check', '--staged'], { cwd: root }).stderr).toContain('unknown key "polcy"');
  });

  it('does not go with a baseline', () => {
    const { status, stderr } = mingshi(['check', '--staged', '--waive-existing'], { cwd: weather() });
    expect([status, stderr]).toEqual([2, 'mingshi: --waive-existing does not go with --staged\n']);
  });
});
