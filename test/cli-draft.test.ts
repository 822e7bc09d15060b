import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, mingshi } from './cli-run.ts';

const example = (name: string): string => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
const copies = mkdtempSync(join(tmpdir(), 'mingshi-draft-'));
afterAll(() => {
  cleanUp();
  rmSync(copies, { recursive: true, force: true });
});

/** A copy of an example that may be written into. */
function copyOf(name: string): string {
  const root = mkdtempSync(join(copies, `${name}-`));
  cpSync(example(name), root, { recursive: true });
  return root;
}

const POLICY = `# 纸鹤隐私政策

更新日期：2026 年 3 月 1 日

## 一、我们收集的信息

您注册时，我们会收集您的手机号码，用于创建账号。

## 二、联系我们

电子邮箱：help@zhihe.example
`;

const aProject = (files: Readonly<Record<string, string | Uint8Array>>): string =>
  folder({ 'app/src/main/AndroidManifest.xml': manifest('READ_CONTACTS'), ...files });

describe('mingshi draft', () => {
  it('writes what a policy lacks in the language of the policy, by heading, with blanks for people', () => {
    const { status, stdout } = mingshi(['draft', example('live-streaming')]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      [
        '### 一、我们如何收集和使用个人信息',
        '',
        '当您使用【功能】时，我们会获取正在运行的任务（GET_TASKS 权限），用于【目的】。',
        '',
        '> For: undisclosed-permission android.permission.GET_TASKS app/src/main/AndroidManifest.xml:7:36',
      ].join('\n'),
    );
  });

  it('writes in the language that is asked for', () => {
    const { stdout } = mingshi(['draft', example('live-streaming'), '--lang', 'en']);
    expect(stdout).toContain('When you use 【feature】 and with your consent, we send text messages (permission SEND_SMS)');
    expect(stdout).not.toContain('当您使用');
  });

  it('lists what a paragraph does not mend', () => {
    const { stdout } = mingshi(['draft', example('parcel-buddy')]);
    const rest = stdout.slice(stdout.indexOf('## Not to be mended'));
    expect(rest).toMatch(/^- app\/src\/main\/AndroidManifest\.xml:7:36 denied-but-collected: .+ Remedy: /m);
    expect(rest).toMatch(/^- PRIVACY\.md:16:178 vague-recipient: /m);
    expect(rest).not.toContain('undisclosed-permission');
  });

  it('writes a whole policy where there is none, ready to be saved', () => {
    const root = aProject({ 'app/build.gradle': 'dependencies { implementation "cn.jiguang.sdk:jpush:5.0.0" }' });
    const file = join(root, '隐私政策.md');
    expect(mingshi(['draft', root, '--lang', 'zh', '--output', file])).toEqual({ status: 0, stdout: '', stderr: '' });
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^# 微风天气隐私政策\n\n更新日期：【年月日】/);
    expect(text.match(/^## .+$/gm)).toEqual([
      '## 我们如何收集和使用您的个人信息',
      '## 第三方 SDK 清单',
      '## 我们如何存储您的个人信息',
      '## 我们如何保护您的个人信息',
      '## 您的权利',
      '## 未成年人的个人信息',
      '## 本政策的变更',
      '## 联系我们',
    ]);
    const after = mingshi(['check', root, '--format', 'json']).stdout;
    const found = (JSON.parse(after) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);
    expect(found).toContain('template-placeholder');
    expect(found).not.toContain('undisclosed-permission');
    expect(found).not.toContain('undisclosed-sdk');
  });

  it('answers a wrong flag with the nearest one, and nothing to draft from in a line', () => {
    expect(mingshi(['draft', '--outptu', 'x'])).toMatchObject({ status: 2, stderr: 'mingshi: unknown option --outptu; did you mean --output?\n' });
    const root = folder({ 'README.txt': 'nothing' });
    const { status, stderr } = mingshi(['draft', root]);
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
  });
});

describe('mingshi check --fix', () => {
  it('puts paragraphs in once, says so, and leaves the rest as it was', () => {
    const root = copyOf('civic-service');
    const file = join(root, '隐私政策.md');
    const before = readFileSync(file, 'utf8');
    const { status, stdout } = mingshi(['check', root, '--fix', '--lang', 'zh']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^写进 隐私政策\.md：15 段\n {2}随手办隐私政策：1 段\n {2}一、信息的使用：4 段\n/);
    expect(stdout).toContain('待填写：【年月日】 ×2 【功能】 ×4');
    expect(stdout).toContain('template-placeholder');
    const after = readFileSync(file, 'utf8');
    const lines = new Set(after.split('\n'));
    expect(before.split('\n').filter((line) => !lines.has(line))).toEqual([]);
    const again = mingshi(['check', root, '--fix', '--lang', 'zh']).stdout;
    expect(again).toMatch(/^已在政策里、还没有填好的 \d+ 处没有再写\n/);
    expect(readFileSync(file, 'utf8')).toBe(after);
    expect(readdirSync(root).toSorted()).toEqual(readdirSync(example('civic-service')).toSorted());
  });

  it('keeps line ends, byte order mark and the end of the file', () => {
    const policy = `\ufeff${POLICY.trimEnd().replaceAll('\n', '\r\n')}`;
    const root = aProject({ 'privacy.md': policy });
    mingshi(['check', root, '--fix']);
    const after = readFileSync(join(root, 'privacy.md'), 'utf8');
    expect(after.startsWith(policy.slice(0, 40))).toBe(true);
    expect(after).not.toMatch(/[^\r]\n|\n$/);
    expect(after).toContain('用于创建账号。\r\n\r\n当您使用【功能】时，经您同意，我们会读取通讯录（READ_CONTACTS 权限），用于【目的】。');
  });

  it('only shows what it would do with --dry-run, as a diff', () => {
    const root = copyOf('live-streaming');
    const before = readFileSync(join(root, '隐私政策.md'));
    const { status, stdout } = mingshi(['check', root, '--fix', '--dry-run']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^--- a\/隐私政策\.md\n\+\+\+ b\/隐私政策\.md\n@@ -10,6 \+10,12 @@\n/);
    expect(stdout.match(/^\+[^+\n]/gm)).toHaveLength(3);
    expect(readFileSync(join(root, '隐私政策.md')).equals(before)).toBe(true);
  });

  it('keeps what a program reads apart from what it did', () => {
    const root = copyOf('live-streaming');
    const { stdout, stderr } = mingshi(['check', root, '--fix', '--format', 'json']);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
    expect(stderr).toMatch(/^put into 隐私政策\.md: 3 paragraphs\n/);
  });

  it('puts nothing in for what is waived', () => {
    const root = copyOf('live-streaming');
    const file = join(root, 'app/src/main/AndroidManifest.xml');
    const waivers = ['GET_TASKS', 'SEND_SMS', 'RECEIVE_SMS'].map(
      (name) => `  - { rule: undisclosed-permission, about: android.permission.${name}, reason: told in the dialog }\n`,
    );
    const config = folder({ 'mingshi.yaml': `waivers:\n${waivers.join('')}` });
    const { stdout } = mingshi(['check', root, '--fix', '--config', join(config, 'mingshi.yaml')]);
    expect(stdout).toMatch(/^There is no paragraph to put into the policy\n/);
    expect(statSync(file).isFile()).toBe(true);
  });

  it.each([
    [['--fix', '--staged'], '--fix does not go with --staged'],
    [['--fix', '--since', 'HEAD'], '--fix does not go with --since'],
    [['--fix', '--waive-existing'], '--fix does not go with --waive-existing'],
    [['--dry-run'], '--dry-run goes with --fix'],
  ])('refuses %s', (flags, words) => {
    expect(mingshi(['check', example('compliant'), ...flags])).toEqual({ status: 2, stdout: '', stderr: `mingshi: ${words}\n` });
  });

  it('says in a line what it cannot write into', () => {
    const none = aProject({});
    expect(mingshi(['check', none, '--fix'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'mingshi: there is no privacy policy to add to; write one first: mingshi draft --output PRIVACY.md\n',
    });
    expect(mingshi(['check', example('hospital'), '--fix'])).toMatchObject({
      status: 2,
      stderr:
        'mingshi: 隐私协议.html is no Markdown in UTF-8 (html), so nothing was put into it; mingshi draft gives the paragraphs (11)\n',
    });
    const root = aProject({ 'privacy.md': POLICY });
    chmodSync(join(root, 'privacy.md'), 0o444);
    expect(mingshi(['check', root, '--fix'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'mingshi: privacy.md is read-only; nothing was written\n',
    });
    expect(readFileSync(join(root, 'privacy.md'), 'utf8')).toBe(POLICY);
  });
});
