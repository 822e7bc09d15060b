import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { problemsOf } from '../testing/soundness.ts';
import { asBullet, asHeading, docxOf, paragraph, wordTable, zipOf } from '../testing/fixtures.ts';
import { tablesOf } from '../testing/reading.ts';

const knowledge = loadKnowledge();

async function read(bytes: Uint8Array, path = 'docs/隐私政策.docx') {
  const { documents, unread } = await readDocument(path, bytes, knowledge);
  const [document] = documents;
  const problems = document ? problemsOf(document.extracted?.text ?? '', document) : [];
  return { document, unread, problems };
}

describe('Word files', () => {
  it('are read with their headings, bullets and tables', async () => {
    const { document, unread, problems } = await read(
      docxOf(
        paragraph('灯塔日记隐私政策', asHeading(1)),
        paragraph(''),
        paragraph('一、我们收集的信息', asHeading(2)),
        paragraph('注册账号时，我们收集您的&lt;手机号&gt;，用于登录；'),
        paragraph('设备型号', asBullet),
        paragraph('系统版本', asBullet),
        paragraph('二、第三方', asHeading(2)),
        wordTable(['SDK 名称', '用途', '收集的信息'], ['北风推送', '推送消息', '设备标识符']),
      ),
    );
    expect(problems).toEqual([]);
    expect(unread).toEqual([]);
    expect(document).toMatchObject({ format: 'docx', positions: 'paragraph', kind: 'privacy-policy', language: 'zh' });
    expect(document?.title).toBe('灯塔日记隐私政策');
    expect(document?.blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`).slice(0, 6)).toEqual([
      'heading 1 灯塔日记隐私政策',
      'heading 2 一、我们收集的信息',
      'paragraph 0 注册账号时，我们收集您的<手机号>，用于登录；',
      'item 1 设备型号',
      'item 1 系统版本',
      'heading 2 二、第三方',
    ]);
    expect(document && tablesOf(document)).toEqual(['#SDK 名称|用途|收集的信息', '北风推送|推送消息|设备标识符']);
  });

  it('have a paragraph in each line of what places count in', async () => {
    const { document } = await read(docxOf(paragraph('隐私政策'), paragraph(''), paragraph('我们不收集个人信息。')));
    expect(document?.extracted).toEqual({ text: '隐私政策\n我们不收集个人信息。\n' });
    expect(document?.length).toBe(16);
    expect(document?.blocks[1]?.at).toEqual({ file: 'docs/隐私政策.docx', start: 5, end: 15 });
  });

  it('leave out what is deleted, and the table of contents', async () => {
    const contents = '<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>';
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const parts = {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'word/styles.xml': `<w:styles ${word}>${contents}</w:styles>`,
      'word/document.xml':
        `<w:document ${word}><w:body>${paragraph('一、收集 …… 3', '<w:pStyle w:val="toc1"/>')}` +
        '<w:p><w:r><w:t>我们收集邮箱</w:t></w:r><w:del><w:r><w:delText>和通讯录</w:delText></w:r></w:del>' +
        '<w:ins><w:r><w:t>地址</w:t></w:r></w:ins></w:p></w:body></w:document>',
    };
    const { document } = await read(zipOf(parts));
    expect(document?.extracted?.text).toBe('我们收集邮箱地址\n');
  });

  it.each([
    ['no parts', zipOf({ 'a.txt': 'a' }), 'broken-docx'],
    ['no document', zipOf({ '[Content_Types].xml': '<Types/>' }), 'broken-docx'],
    ['a cut archive', docxOf(paragraph('我们')).subarray(0, 400), 'broken-docx'],
    ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0), 'old-word'],
    ['rich text', new TextEncoder().encode('{\\rtf1\\ansi We collect data.}'), 'rich-text'],
    ['no words', docxOf(paragraph('')), 'empty-policy'],
  ])('are refused with a reason: %s', async (_, bytes, what) => {
    const { document, unread } = await read(bytes);
    expect(document).toBeUndefined();
    expect(unread).toMatchObject([{ file: 'docs/隐私政策.docx', what }]);
  });

  it('are not unpacked beyond a limit, whatever they say of their size', async () => {
    const bytes = Buffer.from(
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': ' '.repeat(64 * 1024 * 1024) }),
    );
    // In the directory, 24 bytes behind the beginning of an entry, which ends in its name.
    bytes.writeUInt32LE(5, bytes.lastIndexOf('word/document.xml') - 46 + 24);
    const { unread } = await read(bytes);
    expect(unread).toMatchObject([{ what: 'too-large' }]);
  });

  it('nested without end are refused', async () => {
    const depth = 5000;
    const nested = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph('x')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    expect((await read(docxOf(nested))).unread).toMatchObject([{ what: 'broken-docx' }]);
  });
});
