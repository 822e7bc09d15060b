import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, mingshi, weather } from './cli-run.ts';

afterAll(cleanUp);

const example = (name: string): string => fileURLToPath(new URL(`../examples/${name}`, import.meta.url));
const lists = folder({});

describe('mingshi inventory', () => {
  it.each(['markdown', 'html', 'csv', 'json', 'xlsx'])('writes %s that it finds up to date', (format) => {
    const file = join(lists, `compliant.${format === 'markdown' ? 'md' : format}`);
    expect(mingshi(['inventory', example('compliant'), '--format', format, '--output', file]).status).toBe(0);
    const { status, stdout } = mingshi(['inventory', example('compliant'), '--check', file]);
    expect([status, stdout]).toEqual([0, `up to date (data, SDKs, permissions): ${file}\n`]);
  });

  it('writes one CSV file a list into a folder', () => {
    expect(mingshi(['inventory', example('hospital'), '-f', 'csv', '-o', `${lists}/csv/`]).status).toBe(0);
    expect(readdirSync(join(lists, 'csv'))).toEqual(['collected.csv', 'permissions.csv', 'shared.csv']);
    const files = ['collected', 'permissions'].flatMap((name) => ['--check', join(lists, 'csv', `${name}.csv`)]);
    expect(mingshi(['inventory', example('hospital'), ...files]).status).toBe(0);
  });

  it('shows gaps and denials of the examples', () => {
    const zh = mingshi(['inventory', example('live-streaming'), '--lang', 'zh']).stdout;
    expect(zh).toContain('发送短信 android.permission.SEND\\_SMS | 发送短信 | 【待填写】'.replace('\\', ''));
    expect(zh).toContain('创建账号并核验登录');
    const en = mingshi(['inventory', example('parcel-buddy'), '--lang', 'en']).stdout;
    expect(en).toContain('【to fill in】; the policy denies it (PRIVACY.md:12:1), unlike the app');
  });

  it('tells what a published list and the app have not in common', () => {
    const root = weather();
    const file = join(lists, 'weather.md');
    mingshi(['inventory', root, '--output', file]);
    const text = readFileSync(file, 'utf8')
      .replaceAll('SEND_SMS', 'CAMERA')
      .replace('## Permissions', '腾讯Bugly SDK\n\n## Permissions');
    writeFileSync(file, text);
    const { status, stdout } = mingshi(['inventory', root, '--check', file]);
    expect(status).toBe(1);
    expect(
      stdout
        .replaceAll(file, 'weather.md')
        .replaceAll(/weather\.md:\d+:\d+/g, 'weather.md:1:1')
        .split('\n'),
    ).toEqual([
      'weather.md:1:1: the list has, the app lacks, SDK: Tencent Bugly',
      'app/src/main/AndroidManifest.xml:3:36: the app has, the list lacks, permission: SEND_SMS',
      'weather.md:1:1: the list has, the app lacks, permission: CAMERA',
      '',
    ]);
  });

  it('checks only the lists that a file holds', () => {
    const root = weather({ 'docs/permissions.html': '<h1>权限清单</h1><p>位置权限、短信权限</p>' });
    const { status, stdout } = mingshi([
      'inventory',
      root,
      '--check',
      join(root, 'docs/permissions.html'),
      '--lang',
      'zh',
    ]);
    expect(stdout).toMatch(/^清单与应用一致（权限）：/);
    expect(status).toBe(0);
  });

  const root = weather({
    'x.json': '{"a": 1}',
    'x.xlsx': 'no archive',
    'x.md': '# Hello\n\nNothing of the kind.\n',
    'x.csv': '',
  });
  it.each([
    [['inventory', '--format', 'xlsx'], 'xlsx needs a file: add --output lists.xlsx'],
    [['inventory', '--check', 'x.json'], 'cannot read the list x.json: not JSON as mingshi inventory writes it'],
    [['inventory', '--check', 'x.xlsx'], 'cannot read the list x.xlsx: no Excel file, or a broken one'],
    [['inventory', '--check', 'x.csv'], 'cannot read the list x.csv: no text could be read'],
    [['inventory', '--check', 'x.md'], 'no list of data, third parties or permissions was found in x.md'],
    [['inventory', '--check', 'gone.md'], 'no such file: gone.md'],
    [['inventory', '--format', 'csv', '--output', 'x.md/'], 'cannot write x.md/: '],
    [['inventory', '--check', 'x.md', '--output', 'y.md'], '--check does not go with --output'],
    [['inventory', '--format', 'exel'], '--format knows no exel, use markdown, html, csv, json, xlsx'],
  ])('answers %j in one line', (args, line) => {
    const { status, stderr, stdout } = mingshi(args, { cwd: root });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').filter((each) => !each.includes('manifests of libraries'))).toEqual([
      expect.stringContaining(line),
      '',
    ]);
  });

  it('needs an app', () => {
    const { status, stderr } = mingshi([
      'inventory',
      folder({ 'privacy.md': '# 隐私政策\n\n我们收集您的手机号码。\n', 'note.txt': manifest() }),
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^mingshi: no Android manifest was found in .*--manifest\n$/);
  });
});
