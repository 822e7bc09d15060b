import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { reading, tablesOf } from '../testing/reading.ts';
import { readDocument } from '../document/document.ts';

const knowledge = loadKnowledge();

const lines = (...all: string[]): string => all.join('\n');

describe('Markdown', () => {
  it('reads headings, paragraphs and nested lists', async () => {
    const { document, shape } = await reading(
      'privacy.md',
      lines(
        '# Privacy Policy',
        '',
        'We keep',
        'little.',
        '',
        '## Data',
        '',
        '- name',
        '- device',
        '  - model',
        '1. first',
        '2. second',
      ),
    );
    expect(document).toMatchObject({
      format: 'markdown',
      title: 'Privacy Policy',
      language: 'en',
      part: 'main',
      kind: 'privacy-policy',
    });
    expect(shape).toEqual([
      'heading 1 Privacy Policy',
      'paragraph 0 We keep little.',
      'heading 2 Data',
      'item 1 name',
      'item 1 device',
      'item 2 model',
      'item 1 first',
      'item 1 second',
    ]);
    expect(document.sections[1]).toMatchObject({ title: 'Data', level: 2, parent: 0 });
  });

  it('sees bold letters between Chinese ones', async () => {
    const { blocks, quote } = await reading(
      'a.md',
      '我们收集**设备标识符（IMEI）**用于风控，详见**《儿童规则》**第三章。',
    );
    expect(blocks[0]?.text).toBe('我们收集设备标识符（IMEI）用于风控，详见《儿童规则》第三章。');
    expect(blocks[0]?.strong.map(({ start, end }) => blocks[0]?.text.slice(start, end))).toEqual([
      '设备标识符（IMEI）',
      '《儿童规则》',
    ]);
    expect(quote('收集设备标识符（IMEI）用于')).toBe('收集**设备标识符（IMEI）**用于');
  });

  it('leads through escapes, entities and links back to the source', async () => {
    const { blocks, quote } = await reading(
      'a.md',
      '1\\) We &amp; our *partner* [North &copy; Wind](https://n.example) use \\_cookies\\_ & `tags`.',
    );
    expect(blocks[0]?.text).toBe('We & our partner North © Wind use _cookies_ & tags.');
    expect(quote('We & our')).toBe('We &amp; our');
    expect(quote('North © Wind')).toBe('North &copy; Wind');
    expect(quote('_cookies_')).toBe('\\_cookies\\_');
    expect(quote('tags')).toBe('tags');
  });

  it('follows reference links and addresses that it finds by itself', async () => {
    const { blocks, quote } = await reading(
      'a.md',
      '见[第三方清单][1]，邮箱 privacy@lantern.example 或 www.lantern.example 。\n\n[1]: https://lantern.example/list',
    );
    expect(blocks.map(({ text }) => text)).toEqual([
      '见第三方清单，邮箱 privacy@lantern.example 或 www.lantern.example 。',
    ]);
    expect(quote('第三方清单')).toBe('第三方清单');
    expect(quote('privacy@lantern.example')).toBe('privacy@lantern.example');
  });

  it('parts lines that read like paragraphs and joins those that were broken', async () => {
    const { shape, quote } = await reading(
      'a.md',
      lines(
        '> 生效日期：2025年1月1日',
        '> 运营者：灯塔科技',
        '',
        '我们在您登录时收集手机号码，以便向您的手机发送验',
        '证码。',
      ),
    );
    expect(shape).toEqual([
      'paragraph 0 生效日期：2025年1月1日',
      'paragraph 0 运营者：灯塔科技',
      'paragraph 0 我们在您登录时收集手机号码，以便向您的手机发送验证码。',
    ]);
    expect(quote('发送验证码')).toBe('发送验\n证码');
  });

  it('takes bold and numbered lines for headings', async () => {
    const { document } = await reading(
      'a.md',
      lines(
        '**一、信息收集**',
        '我们收集您的昵称。',
        '',
        '（一）注册',
        '',
        '您需要提供邮箱。',
        '',
        '**二、信息共享**',
        '',
        '我们不共享信息。',
      ),
    );
    expect(document.sections.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 一、信息收集',
      '2 （一）注册',
      '1 二、信息共享',
    ]);
  });

  it('does not take a paragraph above a rule for a heading', async () => {
    const { shape } = await reading(
      'a.md',
      '我们收集您的邮箱地址，用于登录和找回密码，不会用于其他目的。\n---\n联系我们：a@b.example',
    );
    expect(shape[0]).toMatch(/^paragraph/);
  });

  it('reads tables with and without names for their columns, and breaks in cells', async () => {
    const { document, quote } = await reading(
      'a.md',
      lines(
        '| 权限 | 目的 |',
        '|---|---|',
        '| 相机<br>麦克风 | 拍摄 \\| 录音 |',
        '',
        '文字',
        '',
        '| | |',
        '|-|-|',
        '| 北风 | 推送 |',
      ),
    );
    expect(tablesOf(document)).toEqual(['#权限|目的', '相机\n麦克风|拍摄 | 录音', '北风|推送']);
    expect(quote('拍摄 | 录音')).toBe('拍摄 \\| 录音');
  });

  it('reads HTML within Markdown', async () => {
    const { document, shape, quote } = await reading(
      'a.md',
      lines(
        '<h1 align="center">隐私政策</h1>',
        '',
        '收集 <b>手机号</b> 用于登录<br/>收集头像',
        '',
        '<table>',
        '  <tr><th>权限</th><th>用途</th></tr>',
        '',
        '  <tr><td>相机&nbsp;</td><td>扫码</td></tr>',
        '</table>',
        '',
        '<!-- 草稿 -->',
        '结束。',
      ),
    );
    expect(shape.filter((line) => !line.startsWith('cell'))).toEqual([
      'heading 1 隐私政策',
      'paragraph 0 收集 手机号 用于登录',
      'paragraph 0 收集头像',
      'paragraph 0 结束。',
    ]);
    expect(tablesOf(document)).toEqual(['#权限|用途', '相机|扫码']);
    expect(quote('手机号')).toBe('手机号');
    expect(quote('扫码')).toBe('扫码');
  });

  it('takes the title of the front matter', async () => {
    const { document, shape } = await reading(
      'a.md',
      '---\ntitle: "灯塔隐私政策"\nlayout: page\n---\n我们不收集个人信息。',
    );
    expect(document.title).toBe('灯塔隐私政策');
    expect(shape).toEqual(['paragraph 0 我们不收集个人信息。']);
  });

  it('reads paragraphs that are indented like code', async () => {
    const { shape } = await reading('a.md', '隐私说明\n\n    我们收集您的邮箱地址。\n    我们不会共享该信息。\n');
    expect(shape).toEqual([
      'heading 1 隐私说明',
      'paragraph 0 我们收集您的邮箱地址。',
      'paragraph 0 我们不会共享该信息。',
    ]);
  });

  it('leaves out a table of contents', async () => {
    const { shape } = await reading(
      'a.md',
      lines(
        '# 隐私政策',
        '- [收集](#收集)',
        '- [共享](#共享)',
        '- [联系](#联系)',
        '## 收集',
        '我们收集邮箱。',
        '## 共享',
        '不共享。',
        '## 联系',
        '见官网。',
      ),
    );
    expect(shape.some((line) => line.startsWith('item'))).toBe(false);
  });

  it.each([
    ['nested too deep', '> '.repeat(10_000) + '我们收集邮箱'],
    ['nothing but marks', '[我们收集邮箱](**'.repeat(10_000)],
    ['too many lines', '我们收集邮箱。\n'.repeat(20_000)],
  ])('reads what is %s as text', async (_, source) => {
    const { documents, unread } = await readDocument('a.md', new TextEncoder().encode(source), knowledge);
    expect(unread).toContainEqual({ file: 'a.md', what: 'markdown-as-text' });
    expect(documents[0]?.blocks[0]?.text).toContain('我们收集邮箱');
  });
});
