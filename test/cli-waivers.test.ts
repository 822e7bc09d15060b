import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, manifest, mingshi, policy, weather as app } from './cli-run.ts';

afterAll(cleanUp);

/** Tells all that a policy tells: nothing but what the tests bring is found. */
const complete = policy.replace(
  '## 您的权利',
  '您的个人信息存储在中华人民共和国境内，我们不向境外提供。\n\n## 您的权利',
);
const weather = (files: Readonly<Record<string, string>> = {}): string => app({ '隐私政策.md': complete, ...files });

interface Told {
  readonly findings: readonly { rule: string; about: string; at: { path: string } }[];
  readonly waived: readonly { rule: string; waiver: { reason: string; at: { path: string; start: { line: number } } } }[];
}

const MANIFEST = 'app/src/main/AndroidManifest.xml';
const checked = (root: string, ...more: readonly string[]): Told =>
  JSON.parse(mingshi(['check', '--format', 'json', ...more], { cwd: root }).stdout) as Told;
const withComment = (comment: string): string =>
  manifest('ACCESS_FINE_LOCATION', 'SEND_SMS').replace(/(?=\s+<uses-permission[^>]+SEND_SMS)/, `\n    ${comment}`);

describe('a waiver beside its finding', () => {
  it('silences it, is counted and listed, and never reaches SARIF', () => {
    const root = weather({ [MANIFEST]: withComment('<!-- mingshi-ignore undisclosed-permission: 工单 12 -->') });
    const { findings, waived } = checked(root);
    expect(findings).toEqual([]);
    expect(waived).toMatchObject([
      { rule: 'undisclosed-permission', waiver: { reason: '工单 12', at: { path: MANIFEST, start: { line: 3 } } } },
    ]);
    const text = mingshi(['check'], { cwd: root });
    expect(text.stdout).toContain('1 waived');
    expect(text.stdout).toContain('工单 12');
    expect(text.status).toBe(0);
    expect(mingshi(['check', '--format', 'sarif'], { cwd: root }).stdout).not.toContain('SEND_SMS');
  });

  it('that has expired, silences nothing or gives no reason is reported where it stands', () => {
    const expired = '<!-- mingshi-ignore undisclosed-permission until 2020-01-31: old -->';
    expect(checked(weather({ [MANIFEST]: withComment(expired) })).findings.map(({ rule }) => rule)).toEqual([
      'expired-waiver',
      'undisclosed-permission',
    ]);
    const broken = '<!-- mingshi-ignore undisclosed-permission -->';
    expect(checked(weather({ [MANIFEST]: withComment(broken) })).findings.map(({ rule }) => rule)).toEqual([
      'broken-waiver',
      'undisclosed-permission',
    ]);
    const unused = complete.replace('## 投诉', '<!-- mingshi-ignore vague-purpose -- 已改 -->\n\n## 投诉');
    expect(checked(weather({ '隐私政策.md': unused })).findings.at(-1)).toMatchObject({
      rule: 'unused-waiver',
      at: { path: '隐私政策.md' },
    });
  });
});

describe('--waive-existing', () => {
  it('writes what is found into a new mingshi.yaml, once', () => {
    const root = weather();
    const first = mingshi(['check', '--waive-existing'], { cwd: root });
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toMatch(/^1 finding .* mingshi\.yaml/);
    const written = readFileSync(join(root, 'mingshi.yaml'), 'utf8');
    expect(written).toMatch(/^# yaml-language-server: \$schema=/);
    expect(written).toMatch(/reason: existing on \d{4}-\d{2}-\d{2}/);
    expect(checked(root)).toMatchObject({ findings: [], waived: [{ rule: 'undisclosed-permission' }] });
    expect(mingshi(['check', '--waive-existing'], { cwd: root })).toMatchObject({ status: 0 });
    expect(readFileSync(join(root, 'mingshi.yaml'), 'utf8')).toBe(written);
  });

  it.each([
    ['no waivers yet', '# ours\nrules:\n  vague-scope: off # for now\n'],
    ['an empty list', '# ours\nwaivers: []\nrules:\n  vague-scope: off # for now\n'],
    [
      'a list in the middle',
      '# ours\nwaivers:\n- rule: vague-scope\n  about: y\n  reason: z # why\n\n# below\nrules:\n  vague-scope: off # for now\n',
    ],
    ['a flow list', '# ours\nwaivers: [{rule: vague-scope, about: y, reason: z}]\nrules: {vague-scope: off} # for now'],
  ])('extends a config with %s, comments and order kept', (_, before) => {
    const root = weather({ 'mingshi.yaml': before });
    expect(mingshi(['check', '--waive-existing'], { cwd: root })).toMatchObject({ status: 0, stderr: '' });
    const after = readFileSync(join(root, 'mingshi.yaml'), 'utf8');
    for (const comment of before.match(/#.*/g) ?? []) expect(after).toContain(comment);
    expect(after.startsWith('# ours\n')).toBe(true);
    expect(checked(root).findings.map(({ rule }) => rule)).not.toContain('undisclosed-permission');
  });

  it('does not renew what has expired', () => {
    const waiver = '{rule: undisclosed-permission, about: android.permission.SEND_SMS, reason: x, until: 2020-01-31}';
    const root = weather({ 'mingshi.yaml': `waivers:\n  - ${waiver}\n` });
    const { stdout } = mingshi(['check', '--waive-existing'], { cwd: root });
    expect(stdout).toContain('expired');
    expect(checked(root).findings.map(({ rule }) => rule)).toContain('undisclosed-permission');
  });

  it('leaves a broken config as it is', () => {
    const root = weather({ 'mingshi.yaml': 'polcy: a\n' });
    expect(mingshi(['check', '--waive-existing'], { cwd: root }).status).toBe(2);
    expect(readFileSync(join(root, 'mingshi.yaml'), 'utf8')).toBe('polcy: a\n');
  });
});
