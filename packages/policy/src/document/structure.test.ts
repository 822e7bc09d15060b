import { describe, expect, it } from 'vitest';
import { reading } from '../testing/reading.ts';

const outline = async (path: string, ...lines: string[]): Promise<string[]> => {
  const { document } = await reading(path, lines.join('\n'));
  return document.sections.map(
    ({ title, level, parent }) => `${level} ${title}${parent === undefined ? '' : ` < ${parent}`}`,
  );
};
const body = '我们只在您同意之后处理这些信息，并在期满后删除。';

describe('sections', () => {
  it('nest by numbering style within what the format gives', async () => {
    expect(
      await outline(
        'a.md',
        '# 隐私政策',
        '### 一、收集',
        body,
        '### （一）注册',
        body,
        '### （二）下单',
        body,
        '### 二、共享',
        body,
      ),
    ).toEqual(['1 隐私政策', '2 一、收集 < 0', '3 （一）注册 < 1', '3 （二）下单 < 1', '2 二、共享 < 0']);
  });

  it('nest inferred headings below those of the format', async () => {
    expect(
      await outline(
        'a.md',
        '# 隐私政策',
        '## 收集',
        '1. 注册',
        '',
        body,
        '',
        '**手机号**',
        '',
        body,
        '',
        '2. 下单',
        '',
        body,
        '## 共享',
        body,
      ),
    ).toEqual(['1 隐私政策', '2 收集 < 0', '3 注册 < 1', '4 手机号 < 2', '3 下单 < 1', '2 共享 < 0']);
  });

  it('put 引言 beside the numbered chapters', async () => {
    expect(
      await outline('a.txt', '灯塔隐私政策', '引言', body, '一、收集', body, '设备信息', body, '二、共享', body),
    ).toEqual(['1 灯塔隐私政策', '2 引言 < 0', '2 一、收集 < 0', '3 设备信息 < 2', '2 二、共享 < 0']);
  });

  it('hold what stands before the first heading', async () => {
    const { document } = await reading('a.txt', [body, '一、收集', body].join('\n'));
    expect(document.sections).toHaveLength(2);
    expect(document.sections[0]).toEqual({
      id: 's0',
      title: '',
      level: 0,
      at: { file: 'a.txt', start: 0, end: body.length + 1 },
    });
    expect(document.blocks.map(({ section }) => section)).toEqual([0, 1, 1]);
  });

  it('reach to the next one beside them', async () => {
    const source = ['# 隐私政策', '## 一', body, '### 甲', body, '## 二', body].join('\n');
    const { document } = await reading('a.md', source);
    expect(document.sections.map(({ at }) => source.slice(at.start, at.end).split('\n').length)).toEqual([7, 5, 3, 2]);
  });
});

describe('headings', () => {
  it.each([
    ['a sentence', '我们不会出售您的信息。'],
    ['a lead-in', '我们会收集以下信息：'],
    ['a label with its value', '更新日期：2025-01-01'],
    ['a company', '灯塔（北京）科技有限公司'],
    ['an address', 'privacy@lantern.example'],
  ])('are not %s', async (_, line) => {
    const { shape } = await reading('a.txt', ['一、总则', body, line, body].join('\n'));
    expect(shape[2]).toBe(`paragraph 0 ${line}`);
  });

  it('are not the entries of a list without marks', async () => {
    const { shape } = await reading('a.txt', ['我们会读取：', '通讯录', '短信记录', '相册', body].join('\n'));
    expect(shape.every((line) => line.startsWith('paragraph'))).toBe(true);
  });

  it('are not sentences that are set large', async () => {
    const { shape } = await reading('a.md', '## 我们收集您的邮箱地址，用于登录。\n\n其他内容。');
    expect(shape[0]).toBe('paragraph 0 我们收集您的邮箱地址，用于登录。');
  });

  it('may ask a question or stand in English', async () => {
    expect(
      await outline(
        'a.txt',
        'What do we collect?',
        'We collect the mail address that you give us when you sign up.',
        'Your choices',
        'You can delete your account in the settings at any time.',
      ),
    ).toEqual(['1 What do we collect?', '1 Your choices']);
  });
});
