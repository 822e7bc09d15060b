import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findConfig, findGitRoot, parseConfig, readConfig } from './read-config.ts';
import { linesOf, UserError } from '../user-error.ts';

const known = { rules: ['undisclosed-permission', 'vague-purpose'], categories: ['问诊挂号', '网络支付', 'medical'] };

async function mistakes(source: string, language: 'zh' | 'en' = 'en'): Promise<readonly string[]> {
  try {
    await parseConfig(source, 'mingshi.yaml', known);
    return [];
  } catch (error) {
    if (error instanceof UserError) return linesOf(error, language);
    throw error;
  }
}

describe('a config', () => {
  it('is read whole', async () => {
    const source = [
      'app: :app',
      'policy: [a.md, b.md]',
      'category: 问诊挂号',
      'rules:',
      '  vague-purpose: off',
      'waivers:',
      '  - rule: undisclosed-permission',
      '    about: android.permission.CAMERA',
      '    reason: 工单 123',
      '    until: 2027-01-31',
    ].join('\n');
    const config = await parseConfig(source, 'mingshi.yaml', known);
    expect(config).toMatchObject({
      app: [':app'],
      policy: ['a.md', 'b.md'],
      category: '问诊挂号',
      rules: { 'vague-purpose': 'off' },
      waivers: [
        { rule: 'undisclosed-permission', about: 'android.permission.CAMERA', reason: '工单 123', until: '2027-01-31' },
      ],
    });
    const [waiver] = config.waivers;
    expect(source.slice(waiver?.start, waiver?.end).trim()).toMatch(/^rule: [^]*2027-01-31$/);
  });

  it('may be empty, or hold comments only', async () => {
    expect(await mistakes('')).toEqual([]);
    expect(await mistakes('# nothing yet\n')).toEqual([]);
  });

  it.each([
    ['polcy: a.md', 'mingshi.yaml:1:1: unknown key "polcy"; did you mean policy?'],
    ['nonsense: 1', 'mingshi.yaml:1:1: unknown key "nonsense"; known are app, policy, category, rules, waivers'],
    [
      'rules:\n  undisclosed-permision: off',
      'mingshi.yaml:2:3: unknown rule "undisclosed-permision"; did you mean undisclosed-permission?',
    ],
    [
      'rules:\n  vague-purpose: warn',
      'mingshi.yaml:2:18: unknown severity "warn", use off, info, warning, error; did you mean warning?',
    ],
    ['category: 问诊挂好', 'mingshi.yaml:1:11: unknown app category "问诊挂好"; did you mean 问诊挂号?'],
    ['policy: 3', 'mingshi.yaml:1:9: wrong value for policy: text is expected'],
    ['rules: 3', 'mingshi.yaml:1:8: wrong value for rules: `rule: severity` pairs are expected'],
    ['rules: []', 'mingshi.yaml:1:8: wrong value for rules: `rule: severity` pairs are expected'],
    ['rules: [vague-purpose]', 'mingshi.yaml:1:8: wrong value for rules: `rule: severity` pairs are expected'],
    ['waivers: [1]', 'mingshi.yaml:1:11: wrong value for waiver: `rule`, `about` and `reason` are expected'],
    ['- a\n- b', 'mingshi.yaml:1:1: should be a mapping, `key: value`'],
    ['waivers:\n  - rule: vague-purpose\n    about: x', 'mingshi.yaml:2:5: reason is missing'],
    ['waivers:\n  - rule: vague-purpose\n    about: x\n    reason: ""', 'mingshi.yaml:4:13: reason must not be empty'],
    [
      'waivers:\n  - rule: vague\n    about: x\n    reason: y',
      'mingshi.yaml:2:11: unknown rule "vague"; did you mean vague-purpose?',
    ],
    [
      'waivers:\n  - rule: vague-purpose\n    about: x\n    reason: y\n    untill: 2027-01-01',
      'mingshi.yaml:5:5: unknown key "untill"; did you mean until?',
    ],
    [
      'waivers:\n  - {rule: vague-purpose, about: x, reason: y, until: 2027-02-30}',
      'mingshi.yaml:2:55: "2027-02-30" is no date; write it like 2027-01-31',
    ],
    ['policy: a.md\npolicy: b.md', 'mingshi.yaml:2:1: "policy" stands here twice'],
    [
      'policy: [a.md',
      'mingshi.yaml:1:14: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['policy: &a a.md\napp: *a', 'mingshi.yaml:1:12: anchors (&) and aliases (*) are not supported'],
    ['policy: !!js/function x', 'mingshi.yaml:1:9: Unresolved tag: tag:yaml.org,2002:js/function'],
    ['? {a: b}\n: c', 'mingshi.yaml:1:3: a key must be a word'],
    ['"\\e[31mx": 1', 'mingshi.yaml:1:1: unknown key "<U+001B>[31mx"; known are app, policy, category, rules, waivers'],
    ['__proto__: {}', 'mingshi.yaml:1:1: unknown key "__proto__"; known are app, policy, category, rules, waivers'],
    ['rules:\n  constructor: off', 'mingshi.yaml:2:3: unknown rule "constructor"; mingshi rules lists them'],
  ])('%j is answered with its place and the nearest known name', async (source, expected) => {
    expect((await mistakes(source))[0]).toBe(expected);
  });

  it('is answered in Chinese too', async () => {
    expect(await mistakes('polcy: a', 'zh')).toEqual(['mingshi.yaml:1:1: 未知的键“polcy”；是不是 policy？']);
  });

  it.each([
    [
      'a bomb of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`).join('\n')}`,
    ],
    ['deep brackets', '['.repeat(60_000)],
    ['deep dashes', '- '.repeat(30_000)],
    ['deep indents', Array.from({ length: 350 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['deep flow maps', '{a: '.repeat(15_000)],
    ['many keys', Array.from({ length: 8000 }, (_, i) => `k${i}: 1`).join('\n')],
  ])('%s is refused at once', async (_, source) => {
    expect((await mistakes(source)).length).toBeGreaterThan(0);
  });
});

describe('the nearest config', () => {
  const root = mkdtempSync(join(tmpdir(), 'mingshi-config-'));
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'repo/.git'), { recursive: true });
  mkdirSync(join(root, 'repo/a/b'), { recursive: true });
  writeFileSync(join(root, 'mingshi.yaml'), '');

  it('is looked for upward to the git root and not beyond', () => {
    const gitRoot = findGitRoot(join(root, 'repo/a/b'));
    expect(gitRoot?.endsWith('/repo')).toBe(true);
    expect(findConfig(join(root, 'repo/a/b'), gitRoot)).toBeUndefined();
    writeFileSync(join(root, 'repo/mingshi.yaml'), '');
    expect(findConfig(join(root, 'repo/a/b'), gitRoot)?.endsWith('/repo/mingshi.yaml')).toBe(true);
  });

  it('is never a link, and never too large', async () => {
    symlinkSync('/etc/hostname', join(root, 'repo/a/mingshi.yaml'));
    expect(() => findConfig(join(root, 'repo/a'), join(root, 'repo/a'))).toThrow('mingshi.yaml is a link or a folder');
    writeFileSync(join(root, 'large.yaml'), '#'.repeat(70_000));
    await expect(readConfig(join(root, 'large.yaml'), 'large.yaml', known)).rejects.toThrow('larger than');
  });
});
