import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../packages/mingshi/src/report/report.ts';
import { cleanUp, folder, manifest, mingshi, policy, weather } from './cli-run.ts';

afterAll(cleanUp);

const only = ['--rule', 'undisclosed-permission'];

function report(root: string, ...args: readonly string[]): Report {
  const { stdout, stderr } = mingshi(['check', root, '--format', 'json', ...args]);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Report;
}

const sendSms = 'android.permission.SEND_SMS';

const waiver = (about: string, until: string): string =>
  `waivers:\n  - rule: undisclosed-permission\n    about: ${about}\n    reason: ticket 7\n    by: legal\n    until: ${until}\n`;

describe('the config', () => {
  it('names the policy, changes severities and switches rules off', () => {
    const root = weather({
      'legal/terms.txt': policy,
      'mingshi.yaml': 'policy: legal/terms.txt\nrules:\n  undisclosed-permission: info\n  no-data-rights: off\n',
    });
    const { policies, findings, rules, config } = report(root);
    expect(policies).toEqual([{ path: 'legal/terms.txt', language: 'zh', why: 'named' }]);
    expect(findings.find(({ about }) => about === sendSms)?.severity).toBe('info');
    expect(rules.find(({ id }) => id === 'undisclosed-permission')?.severity).toBe('info');
    expect(rules.some(({ id }) => id === 'no-data-rights')).toBe(false);
    expect(config).toBe('mingshi.yaml');
  });

  it('above the checked folder counts up to the git root, its paths being its own', () => {
    const root = folder({
      'repo/.git/HEAD': '',
      'repo/mingshi.yaml': 'policy: docs/policy.md\n',
      'repo/docs/policy.md': policy,
      'repo/android/app/src/main/AndroidManifest.xml': manifest('SEND_SMS'),
      'mingshi.yaml': 'nonsense: 1\n',
    });
    const found = report(join(root, 'repo/android'), ...only);
    expect(found.config).toBe('../mingshi.yaml');
    expect(found.policies.map(({ path }) => path)).toEqual(['../docs/policy.md']);
    expect(found.findings.map(({ at }) => at.path)).toEqual(['app/src/main/AndroidManifest.xml']);
    const annotated = mingshi(['check', join(root, 'repo/android'), ...only, '--format', 'github']).stdout;
    expect(annotated).toContain('::error file=android/app/src/main/AndroidManifest.xml,line=2,');
  });

  it('that is wrong is answered with file, line and the nearest name', () => {
    const root = weather({ 'mingshi.yaml': 'rules:\n  undisclosed-permision: off\nwavers: []\n' });
    expect(mingshi(['check', root])).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'mingshi: mingshi.yaml:2:3: unknown rule "undisclosed-permision"; did you mean undisclosed-permission?\n' +
        'mingshi: mingshi.yaml:3:1: unknown key "wavers"; did you mean waivers?\n',
    });
  });

  it('of a stranger cannot make us read beyond the project', () => {
    const secret = folder({ 'secret.md': policy });
    const root = weather({ 'mingshi.yaml': `policy: ../${basename(secret)}/secret.md\n` });
    expect(mingshi(['check', root])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('lies outside the project'),
    });
    writeFileSync(join(root, 'mingshi.yaml'), 'policy: linked.md\n');
    symlinkSync(join(secret, 'secret.md'), join(root, 'linked.md'));
    expect(mingshi(['check', root])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('lies outside the project'),
    });
  });

  it('chooses among apps', () => {
    const files = {
      'settings.gradle.kts': 'include(":app", ":wear")\n',
      'wear/build.gradle.kts': 'plugins { id("com.android.application") }\n',
    };
    const root = weather({
      ...files,
      'wear/src/main/AndroidManifest.xml': manifest('READ_CONTACTS'),
      'mingshi.yaml': "app: ':wear'\n",
    });
    expect(report(root).apps.map(({ id }) => id)).toEqual([':wear']);
    writeFileSync(join(root, 'mingshi.yaml'), 'app: watch\n');
    expect(mingshi(['check', root]).stderr).toBe(
      'mingshi: app in mingshi.yaml: there is no app watch; known: :app, :wear\n',
    );
  });

  it('gives the category, and --category goes before it', () => {
    const root = weather({ 'mingshi.yaml': 'category: 问诊挂号\n' });
    expect(report(root).category?.name.zh).toBe('问诊挂号类');
    expect(report(root, '--category', '网络支付').category?.name.zh).toBe('网络支付类');
    expect(report(weather()).notChecked.map(({ what }) => what)).toContain('category');
  });
});

describe('waivers', () => {
  it('silence what they name, and the report still tells of it', () => {
    const root = weather({ 'mingshi.yaml': waiver(sendSms, '2999-01-01') });
    const { findings, waived, summary } = report(root, ...only);
    expect(findings).toEqual([]);
    expect(
      waived.map(({ about, waiver: { reason, by, until, at } }) => [about, reason, by, until, at.start.line]),
    ).toEqual([[sendSms, 'ticket 7', 'legal', '2999-01-01', 2]]);
    expect(summary).toMatchObject({ findings: 0, waived: 1 });
    expect(mingshi(['check', root, ...only]).status).toBe(0);
  });

  it('that have expired no longer work, and those that silence nothing are told', () => {
    const expired = report(weather({ 'mingshi.yaml': waiver(sendSms, '2020-01-01') }), ...only);
    expect(expired.findings.map(({ rule }) => rule)).toEqual(['undisclosed-permission', 'expired-waiver']);
    const unused = report(weather({ 'mingshi.yaml': waiver('android.permission.CAMERA', '2999-01-01') }), ...only);
    expect(unused.findings.map(({ rule, at }) => [rule, at.path, at.start.line])).toEqual([
      ['undisclosed-permission', 'app/src/main/AndroidManifest.xml', 3],
      ['unused-waiver', 'mingshi.yaml', 2],
    ]);
    expect(unused.findings[1]?.message.zh).toBe(
      '豁免没有用到：没有 undisclosed-permission（android.permission.CAMERA）的结果',
    );
  });
});

describe('what is named on the command line', () => {
  it('may lie in the current folder, in the checked one, or elsewhere', () => {
    const away = folder({ 'policy.md': policy });
    const root = weather({ 'docs/other.md': policy });
    const paths = (path: string, cwd: string) =>
      (
        JSON.parse(mingshi(['check', root, '--policy', path, '--format', 'json'], { cwd }).stdout) as Report
      ).policies.map((each) => each.path);
    expect(paths('policy.md', away)).toEqual([`../${basename(away)}/policy.md`]);
    expect(paths('docs/other.md', away)).toEqual(['docs/other.md']);
    expect(paths(join(root, 'docs/other.md'), away)).toEqual(['docs/other.md']);
  });

  it('can be a merged manifest', () => {
    const root = weather({ 'merged.xml': manifest('SEND_SMS', 'READ_CONTACTS') });
    const { findings } = report(root, '--manifest', 'merged.xml', ...only);
    expect(findings.map(({ about }) => about)).toContain('android.permission.READ_CONTACTS');
  });
});

describe('a hostile project', () => {
  it('reaches neither the terminal nor the file system', () => {
    const root = folder({
      'app/src/main/AndroidManifest.xml': manifest('SEND_SMS').replace('微风天气', 'X\u001b[2J\u202eY'),
      'PRIVACY\u001b[31m.md': policy.replace('微风天气隐私政策', '隐私政策\u001b]0;owned\u0007'),
    });
    mkdirSync(join(root, 'app/src/debug'), { recursive: true });
    symlinkSync('/', join(root, 'app/src/root'));
    symlinkSync(root, join(root, 'app/src/debug/loop'));
    for (const format of ['text', 'github', 'markdown', 'html']) {
      expect(mingshi(['check', root, '--format', format, '--lang', 'zh']).stdout).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    }
  });

  it('may hold broken files: they are told and the others are read', () => {
    const root = weather({
      'lib/build.gradle.kts': 'plugins { id("com.android.library") }\n',
      'lib/src/main/AndroidManifest.xml': '<manifest <<<',
      'settings.gradle.kts': 'include(":app", ":lib")\n',
      'app/build.gradle.kts':
        'plugins { id("com.android.application") }\ndependencies { implementation(project(":lib")) }\n',
    });
    const { findings, notChecked } = report(root, ...only);
    expect(findings.map(({ about }) => about)).toEqual([sendSms]);
    expect(notChecked.find(({ path }) => path === 'lib/src/main/AndroidManifest.xml')).toMatchObject({
      what: 'broken-xml',
    });
  });

  it('does not pass where the manifest of its app is broken, unless nothing is to fail', () => {
    const root = folder({
      'app/src/main/AndroidManifest.xml': '<manifest><uses-permission',
      'privacy.md': policy,
    });
    const args = ['check', root, '--rule', 'undisclosed-permission', '--lang', 'zh'];
    const { status, stdout } = mingshi(args);
    expect(stdout).toContain('app/src/main/AndroidManifest.xml:1:1：XML 有语法错误，没有读');
    expect(status).toBe(2);
    expect(mingshi([...args, '--fail-on', 'never']).status).toBe(0);
  });

  it.each([
    ['names entities that grow', '<!DOCTYPE manifest [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><manifest package="x">&b;</manifest>'],
    ['is binary', '\u0003\u0000\b\u0000'.padEnd(64, '\u0000')],
    ['nests without end', '<a>'.repeat(2000)],
  ])('does not pass where the manifest of its app %s, and says why in a line', (_, text) => {
    const { status, stdout } = mingshi(['check', folder({ 'app/src/main/AndroidManifest.xml': text, 'privacy.md': policy }), '--rule', 'undisclosed-permission'], {
      env: { COLUMNS: '140' },
    });
    expect(stdout).toMatch(/not checked {2}app\/src\/main\/AndroidManifest\.xml\S* .*not read.*(?:\n {13}.*)?\n/);
    expect(status).toBe(2);
  });

  it('does not pass an app that is built but has no manifest, and announces no permission in its place', () => {
    const root = folder({ 'settings.gradle': 'include ":app"', 'app/build.gradle': 'plugins { id "com.android.application" }\nandroid { namespace "com.example.weather" }\n', 'privacy.md': policy });
    const { status, stdout } = mingshi(['check', root, '--rule', 'stale-disclosure'], { env: { COLUMNS: '140' } });
    expect(stdout).toContain("not checked  app/build.gradle: the app's own manifest was not found, so its permissions were not seen");
    expect(status).toBe(2);
  });

  it('never has what git ignores taken for its policy, and is never run', () => {
    const root = folder({
      '.gitignore': 'drafts/\n',
      '.git/config': '[core]\n\tfsmonitor = "touch owned"\n',
      'drafts/privacy-policy.md': policy,
      'app/src/main/AndroidManifest.xml': manifest('SEND_SMS'),
      'node_modules/x/PRIVACY.md': policy,
    });
    expect(report(root).policies).toEqual([]);
    expect(() => readFileSync(join(root, 'owned'))).toThrow('ENOENT');
  });
});
