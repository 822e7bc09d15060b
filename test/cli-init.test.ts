import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, manifest, mingshi, weather } from './cli-run.ts';

afterAll(cleanUp);

const MANIFEST = 'app/src/main/AndroidManifest.xml';

describe('init', () => {
  it.each([
    ['zh', '写好了 mingshi.yaml', '# 应用类型'],
    ['en', 'wrote mingshi.yaml', '# Type of the app'],
  ])('writes a config with comments in %s that check reads', (language, said, comment) => {
    const root = weather();
    const { status, stdout, stderr } = mingshi(['init', '--lang', language], { cwd: root });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(said);
    const written = readFileSync(join(root, 'mingshi.yaml'), 'utf8');
    expect(written).toMatch(/^# yaml-language-server: \$schema=/);
    expect(written).toContain(comment);
    expect(written).toContain('policy:\n  - 隐私政策.md\n');
    expect(written).toContain('微风天气');
    const after = mingshi(['check'], { cwd: root });
    expect(after.stderr).toBe('');
    expect(after.stdout).toContain('隐私政策.md (named)');
  });

  it('guesses the type of app and leaves it to be confirmed', () => {
    const root = weather();
    expect(mingshi(['init', '--lang', 'zh'], { cwd: root }).stdout).toContain('可能是 实用工具');
    expect(readFileSync(join(root, 'mingshi.yaml'), 'utf8')).toContain('# category: 实用工具\n');
    const other = weather({ [MANIFEST]: manifest('INTERNET').replace('微风天气', '青岚').replace('weather', 'qinglan'), '隐私政策.md': '# 隐私政策\n\n我们收集您的手机号，用于登录。\n' });
    expect(mingshi(['init', '--lang', 'zh'], { cwd: other }).stdout).toContain('没能猜出');
  });

  it('never replaces a config, here or above', () => {
    const root = weather({ 'mingshi.yaml': 'policy: 隐私政策.md\n', '.git/HEAD': 'ref: refs/heads/main\n' });
    for (const target of ['.', 'app']) {
      const { status, stderr } = mingshi(['init', target], { cwd: root });
      expect(status).toBe(2);
      expect(stderr).toBe(
        'mingshi: mingshi.yaml is there already and was left as it is; rename it to have a new one written\n',
      );
    }
    expect(readFileSync(join(root, 'mingshi.yaml'), 'utf8')).toBe('policy: 隐私政策.md\n');
  });

  it('names what it could not find', () => {
    const root = folder({ [MANIFEST]: manifest('CAMERA') });
    const { stdout } = mingshi(['init', '--lang', 'en'], { cwd: root });
    expect(stdout).toMatch(/policy\s+none found/);
    expect(readFileSync(join(root, 'mingshi.yaml'), 'utf8')).toContain('# policy:\n');
    expect(mingshi(['init'], { cwd: folder({ 'a.txt': 'x' }) }).status).toBe(2);
  });

  it('lets nothing of a checked file out of its comment', () => {
    const root = weather({ [MANIFEST]: manifest('INTERNET').replace('微风天气', '微风&#10;rules: {vague-scope: off}&#10;') });
    expect(mingshi(['init'], { cwd: root })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(root, 'mingshi.yaml'), 'utf8')).not.toMatch(/^rules:/m);
  });
});
