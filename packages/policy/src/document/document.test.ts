import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { reading } from '../testing/reading.ts';

const knowledge = loadKnowledge();

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readDocument', () => {
  it('reads GBK and counts in characters', async () => {
    // <p>我们收集邮箱。</p> in GBK.
    const gbk = Uint8Array.from([
      ...utf8('<meta charset=gbk><p>'),
      0xce,
      0xd2,
      0xc3,
      0xc7,
      0xca,
      0xd5,
      0xbc,
      0xaf,
      0xd3,
      0xca,
      0xcf,
      0xe4,
      0xa1,
      0xa3,
    ]);
    const { documents } = await readDocument('a.html', gbk, knowledge);
    expect(documents[0]).toMatchObject({ encoding: 'gb18030', length: 28 });
    expect(documents[0]?.blocks[0]).toMatchObject({ text: '我们收集邮箱。', at: { start: 21, end: 28 }, runs: [] });
  });

  it.each([
    ['a.html', '<p>我们</p>', 'html'],
    ['privacy', '<!DOCTYPE html>\n<p>我们</p>', 'html'],
    ['a.md', '<!-- 版本 1 -->\n<html><body>我们</body></html>', 'html'],
    ['a.md', '我们', 'markdown'],
    ['PRIVACY.rst', '我们', 'text'],
    ['privacy', '我们', 'text'],
  ])('reads %s by name and beginning', async (path, source, format) => {
    expect((await reading(path, source)).document.format).toBe(format);
  });

  it.each([
    ['zh', '我们收集您的邮箱地址，用于登录。'],
    ['zh-Hant', '我們蒐集您的電子郵件地址，用於登入帳號。'],
    ['en', 'We collect your mail address so that you can sign in.'],
  ])('tells the language: %s', async (language, source) => {
    expect((await reading('a.txt', source)).document.language).toBe(language);
  });

  it('tells a policy in two languages', async () => {
    const source =
      '我们收集您的邮箱地址，用于登录。\n\nWe collect your mail address so that you can sign in.\n\n'.repeat(4);
    expect((await reading('a.txt', source)).document.language).toBe('mixed');
  });

  it.each([
    ['隐私政策', 'privacy.md', 'main'],
    ['第三方SDK目录', 'a.md', 'sdk-list'],
    ['Third-party list', 'a.md', 'sdk-list'],
    ['应用权限说明', 'a.md', 'permission-list'],
    ['儿童个人信息保护规则', 'a.md', 'children'],
    ['个人信息收集清单', 'a.md', 'collection-list'],
    ['隐私政策（含权限说明）', 'a.md', 'main'],
  ])('tells the part by its title: %s', async (title, path, part) => {
    expect((await reading(path, `# ${title}\n\n我们收集您的邮箱。`)).document.part).toBe(part);
  });

  it('tells the part by the file when the title says nothing', async () => {
    expect((await reading('docs/sdk_list.txt', '北风推送收集设备标识符，用于推送。')).document.part).toBe('sdk-list');
  });

  it.each([
    ['privacy-policy', '# 灯塔隐私权政策\n\n我们收集您的个人信息。'],
    ['agreement', '# 用户服务协议\n\n用户不得利用本服务从事违法活动。本协议由法院管辖，违约者应当赔偿。'],
    ['privacy-policy', '# 用户协议\n\n## 隐私政策\n\n' + '我们收集个人信息，个人信息不向第三方共享。'.repeat(4)],
    ['unknown', '# 使用帮助\n\n点击右上角的按钮即可新建日记。'],
    ['agreement', '# Terms of Service\n\nYou are liable for your account. This agreement may be terminated.'],
  ])('tells the kind: %s', async (kind, source) => {
    expect((await reading('a.md', source)).document.kind).toBe(kind);
  });

  it.each([
    ['empty', 'a.md', utf8(' \n\ufeff\n'), 'empty-policy'],
    ['no text', 'a.txt', Uint8Array.from({ length: 400 }, (_, i) => i % 7), 'binary-policy'],
    ['too large', 'a.txt', new Uint8Array(21 * 1024 * 1024).fill(0x61), 'too-large'],
  ])('refuses what is %s', async (_, path, bytes, what) => {
    const { documents, unread } = await readDocument(path, bytes, knowledge);
    expect(documents).toEqual([]);
    expect(unread).toMatchObject([{ file: path, what }]);
  });

  it('reads on over stray control characters and broken surrogates', async () => {
    const { shape } = await reading('a.txt', '我们收集\u0000您的邮箱\ufffd。\n\n<p>\u0000x');
    expect(shape[0]).toBe('paragraph 0 我们收集您的邮箱\ufffd。');
  });

  it('reads a hundred thousand lines in time that grows with their number', async () => {
    const { documents } = await readDocument('a.txt', utf8('我们收集您的邮箱地址，用于登录。\n'.repeat(100_000)), knowledge);
    expect(documents[0]?.blocks).toHaveLength(100_000);
  });
});
