import { afterAll, describe, expect, it } from 'vitest';
import { cleanUp, folder, mingshi, policy } from './cli-run.ts';

afterAll(cleanUp);

const explain = (topic: readonly string[], lang = 'zh') => mingshi(['explain', ...topic, '--lang', lang]);

describe('explain', () => {
  it.each([
    [
      ['csl#41.1'],
      [
        '第四十三条第一款',
        '第四十一条第一款',
        '2026-01-01',
        '2017-06-01',
        '2025-12-31',
        '应当遵循合法、正当、必要的原则',
      ],
    ],
    [['网络安全法第四十一条'], ['第四十三条', '第四十一条', 'csl#41.1']],
    [
      ['CSL', '41'],
      ['第四十三条', 'csl#41.2'],
    ],
    [['认定方法二（一）'], ['未逐一列出', 'undisclosed-permission']],
    [['SEND_SMS'], ['android.permission.SEND_SMS', '发送短信', '可接触信息']],
    [['undisclosed-permission'], ['发现什么', '什么时候不报', 'SEND_SMS', '第四十三条第一款', '错误']],
    [['chongqing-2020-live-streaming'], ['重庆', '1万元', '第四十三条']],
    [['unused-waiver'], ['豁免没有用到']],
  ])('%j', (topic, expected) => {
    const { status, stdout, stderr } = explain(topic);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const words of expected) expect(stdout).toContain(words);
  });

  it('speaks English', () => {
    const { stdout } = explain(['csl#41.1'], 'en');
    expect(stdout).toMatch(/Article 43\(1\) \(before 2026: Article 41\(1\)\)/);
    expect(stdout).toContain('in force since 2026-01-01');
    expect(explain(['undisclosed-permission'], 'en').stdout).toContain('When it stays silent');
  });

  it('puts labels on lines of their own, so that they show without colour', () => {
    expect(explain(['missing-chapter'], 'en').stdout).toMatch(/\n\nWhat\n {2}The policy /);
    expect(explain(['missing-chapter']).stdout).toMatch(/\n\n发现什么\n {2}政策/);
  });

  it('shows examples whole, titles of policies and all', () => {
    const { stdout } = explain(['missing-chapter'], 'en');
    expect(stdout).toContain('    ## Contact us');
    expect(stdout).toContain('Right: all there');
    expect(stdout).not.toMatch(/ \n/);
  });

  it('answers the unknown with the nearest known', () => {
    expect(explain(['SEND_SM'], 'en')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'mingshi: nothing known as "SEND_SM"; did you mean SEND_SMS?\n',
    });
    expect(explain(['\u001b[31m'], 'en').stderr).not.toContain('\u001b');
  });
});

describe('rules', () => {
  it('are listed for people and for programs', () => {
    const list = JSON.parse(mingshi(['rules', '--format', 'json']).stdout) as readonly {
      readonly id: string;
      readonly severity: string;
    }[];
    expect(list.length).toBeGreaterThan(20);
    const lines = mingshi(['rules', '--lang', 'zh']).stdout.split('\n');
    for (const { id } of list) expect(lines.some((line) => line.startsWith(`${id} `))).toBe(true);
    expect(lines.find((line) => line.startsWith('undisclosed-permission'))).toMatch(/错误 {2}申请的权限没有告知/);
  });
});

describe('policy', () => {
  interface Understood {
    readonly document: { readonly path: string; readonly language: string; readonly title: string };
    readonly statements: readonly {
      readonly action: string;
      readonly text: string;
      readonly dataTypes: readonly { readonly id: string; readonly text: string; readonly span: Span }[];
    }[];
  }
  interface Span {
    readonly start: { readonly offset: number; readonly line: number; readonly column: number };
    readonly end: { readonly offset: number };
  }
  const root = folder({
    'docs/policy.md': `\ufeff${policy}`,
    'x.md': '',
    'points.md': '# 小橘菜谱隐私政策\n\n我们会收集您的昵称。收集这些信息是为了显示您的菜谱。\n',
  });

  it('is printed with exact places, as the contract says', () => {
    const { stdout, status } = mingshi(['policy', 'docs/policy.md', '--format', 'json'], { cwd: root });
    expect(status).toBe(0);
    const { document, statements } = JSON.parse(stdout) as Understood;
    expect(document).toMatchObject({
      path: 'policy.md',
      language: 'zh',
      format: 'markdown',
      title: '微风天气隐私政策',
    });
    const source = `\ufeff${policy}`;
    const mentions = statements.flatMap(({ dataTypes }) => dataTypes);
    expect(mentions.some(({ id }) => id === 'location')).toBe(true);
    for (const { text, span } of mentions) {
      expect(source.slice(span.start.offset, span.end.offset)).toBe(text);
      const before = source.slice(0, span.start.offset).split('\n');
      expect([span.start.line, span.start.column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
    }
    expect(stdout).not.toContain(root);
  });

  it('names no data where words only point to them', () => {
    const { stdout } = mingshi(['policy', 'points.md', '--format', 'json'], { cwd: root });
    const { statements } = JSON.parse(stdout) as Understood;
    expect(statements.map(({ dataTypes }) => dataTypes.map(({ text }) => text))).toEqual([['昵称'], []]);
  });

  it('is readable too', () => {
    const { stdout } = mingshi(['policy', 'docs/policy.md', '--lang', 'zh'], { cwd: root });
    expect(stdout).toContain('微风天气隐私政策');
    expect(stdout).toMatch(/收集 {2}.*位置/);
    expect(mingshi(['policy', 'docs/policy.md', '--lang', 'en'], { cwd: root }).stdout).toMatch(/collects {2}/);
  });

  it('without text is refused with a reason', () => {
    expect(mingshi(['policy', 'x.md'], { cwd: root })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'mingshi: x.md: policy file without text\n',
    });
  });
});
