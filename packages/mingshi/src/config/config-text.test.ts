import { describe, expect, it } from 'vitest';
import { schemaLine, scalar, withWaivers } from './config-text.ts';

const known = { rules: ['vague-scope', 'vague-purpose'], categories: [] };
const added = [{ rule: 'vague-purpose', about: '改善: "服务"', reason: 'existing on 2026-11-22', by: '王 工' }];

describe('adding waivers to a config', () => {
  it('leaves every character of it where it was', () => {
    const source = '# a\nwaivers:\n  - rule: vague-scope\n    about: x\n    reason: y # z\nrules: {}\n';
    expect(withWaivers(source, 'mingshi.yaml', added, known)).toBe(
      source.replace(
        '# z\n',
        '# z\n  - rule: vague-purpose\n    about: "改善: \\"服务\\""\n    reason: existing on 2026-11-22\n    by: 王 工\n',
      ),
    );
  });

  it.each(['', '# only a comment', 'rules:\n  vague-scope: off\r\n', 'waivers: []'])('works on %j', (source) => {
    expect(withWaivers(source, 'mingshi.yaml', added, known)).toContain('rule: vague-purpose');
  });

  it('refuses what it cannot keep, rather than break it', () => {
    expect(() => withWaivers('{rules: {vague-scope: off}}\n', 'mingshi.yaml', added, known)).toThrow('cannot be added');
  });
});

it('quotes what YAML would take for something else', () => {
  expect(['android.permission.CAMERA', '位置', 'no', '12', 'a: b', '- x', 'x '].map(scalar)).toEqual([
    'android.permission.CAMERA',
    '位置',
    '"no"',
    '"12"',
    '"a: b"',
    '"- x"',
    '"x "',
  ]);
});

it('names a schema where editors find it', () => {
  expect(schemaLine('/')).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+config\.schema\.json$/);
});
