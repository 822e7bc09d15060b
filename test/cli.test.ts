import { spawn, spawnSync } from 'node:child_process';
import { closeSync, cpSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, cli, folder, manifest, mingshi, weather } from './cli-run.ts';

afterAll(cleanUp);

const only = ['--rule', 'undisclosed-permission'];
/** Columns of a terminal: two for a Chinese character. */
const wide = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

const told = { 'app/src/main/AndroidManifest.xml': manifest('ACCESS_FINE_LOCATION') };

describe('exit codes', () => {
  it('are 1 for an error, 0 without, 2 when nothing could be checked', () => {
    expect(mingshi(['check', weather(), ...only]).status).toBe(1);
    expect(mingshi(['check', weather(told), ...only]).status).toBe(0);
    const empty = mingshi(['check', folder({ 'README.txt': 'hello' })]);
    expect(empty.status).toBe(2);
    expect(empty.stderr).toMatch(/^mingshi: neither an Android manifest nor a privacy policy was found in [^\n]+\n$/);
    expect(empty.stdout).toBe('');
  });

  it('follow --fail-on', () => {
    const root = weather({ 'mingshi.yaml': 'rules:\n  undisclosed-permission: warning\n' });
    const statuses = ['error', 'warning', 'info', 'never'].map(
      (level) => mingshi(['check', root, ...only, '--fail-on', level]).status,
    );
    expect(statuses).toEqual([0, 1, 1, 0]);
  });
});

describe('mistakes', () => {
  const root = weather({
    'docs/privacy.md': '# x\n',
    'docs/scrambled.md': Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 256),
    'docs/empty.md': ' \n',
    'docs/noise.yaml': Uint8Array.of(0x61, 0x3a, 0, 1, 2),
    'docs/brackets.md': '['.repeat(200_000),
    'docs/gone.yaml': 'policy: privcy.md\n',
    'docs/folder.yaml': 'policy: .\n',
    'docs/date.yaml': 'waivers: [{rule: vague-scope, about: x, reason: y, until: soon}]\n',
    'nearly/mingshi.yml': 'rules: {}\n',
  });
  symlinkSync('loop', join(root, 'loop'));

  it.each([
    [['chek'], 'unknown command chek; did you mean check?'],
    [['check', '--formt', 'json'], 'unknown option --formt; did you mean --format?'],
    [
      ['check', '--format', 'sraif'],
      '--format knows no sraif, use text, json, sarif, github, markdown, html; did you mean sarif?',
    ],
    [['check', 'nowhere'], 'no such folder: nowhere'],
    [
      ['check', '隐私政策.md'],
      "隐私政策.md is no folder; give the project's folder, and the policy file with --policy",
    ],
    [['check', '--policy', 'docs/privcy.md'], 'no such file: docs/privcy.md; did you mean docs/privacy.md?'],
    [['check', '--policy', 'privcy.md'], 'no such file: privcy.md; did you mean docs/privacy.md?'],
    [
      ['check', '--policy', 'https://a.example/privacy.html'],
      'no such file: https://a.example/privacy.html; nothing is fetched: save the page to a file and name that',
    ],
    [['check', '--policy', 'docs'], 'docs is a folder; a file is expected'],
    [
      ['check', '--manifest', 'AndroidManifst.xml'],
      'no such file: AndroidManifst.xml; did you mean app/src/main/AndroidManifest.xml?',
    ],
    [['check', '--config', 'x.yaml'], 'no such file: x.yaml'],
    [
      ['check', '--rule', 'undisclosed-permision'],
      'unknown rule undisclosed-permision; did you mean undisclosed-permission?',
    ],
    [['check', '--category', '问诊挂好'], 'unknown app category "问诊挂好"; did you mean 问诊挂号?'],
    [['check', '--output', 'docs'], '--output docs is a folder; give the name of a file'],
    [['check', '--output', 'no/such/out.json'], '--output no/such/out.json: there is no such folder'],
    [['check', '--output', 'loop/x'], '--output loop/x: there is no such folder'],
    [['check', ''], 'usage: mingshi check [DIR]'],
    [['check', '--policy', 'loop'], 'no such file: loop'],
    [['check', '--policy', '/dev/null'], '/dev/null is a pipe or a device; a file is expected'],
    [
      ['check', '--policy', 'docs/scrambled.md'],
      'docs/scrambled.md: not a format that can be read: save it as text in UTF-8, .docx or PDF',
    ],
    [['check', '--policy', 'docs/empty.md'], 'docs/empty.md: policy file without text'],
    [
      ['check', '--manifest', 'docs/privacy.md'],
      "docs/privacy.md: broken XML, not read (char '#' is not expected.)",
    ],
    [['check', '--config', 'docs/noise.yaml'], 'docs/noise.yaml: not a text'],
    [
      ['check', '--config', 'docs/gone.yaml'],
      'no such file: privcy.md (named in docs/gone.yaml); did you mean docs/privacy.md?',
    ],
    [['check', '--config', 'docs/folder.yaml'], '. (named in docs/folder.yaml) is a folder; a file is expected'],
    [['check', '--config', 'docs/date.yaml'], 'docs/date.yaml:1:59: "soon" is no date; write it like 2027-01-31'],
    [['check', 'nearly'], 'nearly/mingshi.yml is not read; rename it mingshi.yaml'],
    [['--lang', 'fr'], '--lang knows no fr, use zh, en'],
    [['policy', 'nothing.md'], 'no such file: nothing.md'],
    [['policy', 'docs/brackets.md'], 'docs/brackets.md: policy file without text'],
    [['policy', 'loop'], 'no such file: loop'],
    [['policy', '/dev/null'], '/dev/null is a pipe or a device; a file is expected'],
    [['policy', 'docs'], 'docs is a folder; a file is expected'],
    [
      ['explain', 'undisclosed-permision'],
      'nothing known as "undisclosed-permision"; did you mean undisclosed-permission?',
    ],
    [['--frobnicate'], 'unknown option --frobnicate; see mingshi --help'],
  ])('%j is answered in one line', (args, expected) => {
    const answer = mingshi(args, { cwd: root });
    expect(answer).toEqual({ status: 2, stdout: '', stderr: `mingshi: ${expected}\n` });
  });

  it('are answered in Chinese when the reader reads Chinese', () => {
    expect(mingshi(['chek'], { env: { LANG: 'zh_CN.UTF-8' } }).stderr).toBe(
      'mingshi: 未知的命令 chek；是不是 check？\n',
    );
    expect(mingshi(['chek', '--lang', 'zh']).stderr).toBe('mingshi: 未知的命令 chek；是不是 check？\n');
  });
});

describe('help and version', () => {
  it('tell what there is, in both languages', () => {
    expect(mingshi(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(mingshi(['--help']).stdout).toContain('mingshi check [DIR]');
    expect(mingshi(['--help', '--lang', 'zh']).stdout).toContain('对照应用和它的隐私政策');
    expect(mingshi(['check', '--help']).stdout).toMatch(/--fail-on error\|warning\|info\|never/);
    expect(mingshi([])).toMatchObject({ status: 0, stdout: mingshi(['--help']).stdout });
  });
});

describe('output', () => {
  const root = weather();

  it('is the same twice, from any folder, and knows no absolute path and no time', () => {
    for (const format of ['json', 'sarif', 'text', 'github', 'markdown', 'html']) {
      const first = mingshi(['check', root, '--format', format]).stdout;
      const second = mingshi(['check', '--format', format], { cwd: root, env: { TZ: 'Asia/Shanghai' } }).stdout;
      expect(first).toBe(second);
      expect(first).not.toContain(root);
      expect(first.length).toBeGreaterThan(100);
    }
  });

  it('has colours on a terminal only, unless the user says otherwise', () => {
    const plain = mingshi(['check', root]).stdout;
    expect(plain).not.toContain('\u001b');
    expect(mingshi(['check', root], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[31m');
    expect(mingshi(['check', root], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).toBe(plain);
    expect(mingshi(['check', root], { env: { FORCE_COLOR: '0' } }).stdout).toBe(plain);
  });

  it('folds to the width it is given', () => {
    const lines = mingshi(['check', root, '--lang', 'zh'], { env: { COLUMNS: '50' } }).stdout.split('\n');
    expect(lines.filter((line) => wide(line) > 50)).toEqual([]);
  });

  it('goes to a file, whole, and replaces what was there', () => {
    const target = join(root, 'report.json');
    writeFileSync(target, 'old');
    const answer = mingshi(['check', '--format', 'json', '--output', 'report.json'], { cwd: root });
    expect(answer).toEqual({ status: 1, stdout: '', stderr: '' });
    expect(readFileSync(target, 'utf8')).toBe(mingshi(['check', '--format', 'json'], { cwd: root }).stdout);
    expect(readdirSync(root).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('follows a link to the file it replaces, and writes no colours into files', () => {
    const out = folder({ 'real.txt': 'old' });
    symlinkSync(join(out, 'real.txt'), join(out, 'link.txt'));
    expect(mingshi(['check', root, '--output', join(out, 'link.txt')], { env: { FORCE_COLOR: '1' } }).status).toBe(1);
    expect(readFileSync(join(out, 'real.txt'), 'utf8')).toContain('SEND_SMS');
    expect(readFileSync(join(out, 'real.txt'), 'utf8')).not.toContain('\u001b');
  });

  it('that is a report in the project is no policy the next time', () => {
    const project = weather();
    const write = () => mingshi(['check', '--format', 'markdown', '--output', '隐私政策检查.md'], { cwd: project });
    expect(write().status).toBe(1);
    const first = readFileSync(join(project, '隐私政策检查.md'), 'utf8');
    expect(write().status).toBe(1);
    expect(readFileSync(join(project, '隐私政策检查.md'), 'utf8')).toBe(first);
  });

  it('needs a folder that is still there', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `cd "$1" && rmdir "$1" && "$2" "$3" check`, 'sh', folder({}), process.execPath, cli], {
      encoding: 'utf8',
      env: { LANG: 'en_US.UTF-8' },
    });
    expect([status, stderr]).toEqual([2, 'mingshi: the current folder no longer exists\n']);
  });

  it('that cannot be written is no answer', () => {
    const unwritable = openSync(cli, 'r');
    const { status, stderr } = spawnSync(process.execPath, [cli, 'rules'], {
      stdio: ['ignore', unwritable, 'pipe'],
      encoding: 'utf8',
      env: { LANG: 'en_US.UTF-8' },
    });
    closeSync(unwritable);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^mingshi: cannot write the output: E.*\n$/)]);
  });

  it('may be closed early by its reader', async () => {
    const child = spawn(process.execPath, [cli, 'check', root, '--format', 'json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toBe('');
    expect([0, 1]).toContain(status);
  });
});

describe('the command itself', () => {
  it('runs from a copy of its folder, without the sources', () => {
    const copy = folder({ 'package.json': '{"type":"module"}' });
    cpSync(dirname(cli), join(copy, 'dist'), { recursive: true });
    const script = join(copy, 'dist/cli.js');
    const page =
      '<html><head><meta charset="utf-8"></head><body><p>我们收集您的位置信息，用于显示天气。</p></body></html>';
    const root = folder({
      'app/src/main/AndroidManifest.xml': manifest('SEND_SMS'),
      'privacy.html': page,
      'mingshi.yaml': 'policy: privacy.html\n',
    });
    const checked = mingshi(['check', root, ...only, '--lang', 'zh'], { script });
    expect(checked).toMatchObject({ status: 1, stderr: '' });
    expect(checked.stdout).toContain('SEND_SMS');
    expect(mingshi(['explain', 'csl#41.1', '--lang', 'zh'], { script }).stdout).toContain('第四十三条第一款');
    expect(mingshi(['explain', 'undisclosed-permission', '--lang', 'zh'], { script }).stdout).toContain('什么时候不报');
  });

  it('keeps the licences of what is bundled', () => {
    const licences = readFileSync(join(dirname(cli), 'THIRD-PARTY.txt'), 'utf8');
    for (const name of ['cheerio', 'parse5', 'fast-xml-parser', 'remark-parse', 'yaml', 'valibot', 'opencc-js']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, 'm'));
    }
    expect(readFileSync(join(dirname(cli), 'LICENSE'), 'utf8')).toContain('Apache License');
  });
});
