import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { problemsOf } from '../testing/soundness.ts';
import { assembled, pdfOf } from '../testing/fixtures.ts';
import type { PageLine, PdfEncoding } from '../testing/fixtures.ts';
import { tablesOf } from '../testing/reading.ts';

const knowledge = loadKnowledge();

async function read(bytes: Uint8Array) {
  const { documents, unread } = await readDocument('docs/privacy.pdf', bytes, knowledge);
  const [document] = documents;
  const problems = document ? problemsOf(document.extracted?.text ?? '', document) : [];
  expect(problems).toEqual([]);
  return { document, unread, shape: document?.blocks.map(({ kind, level, text }) => `${kind} ${level} ${text}`) };
}

/** Lines of a page one below the other from the top, 18 points apart. */
const lines = (...texts: readonly string[]): PageLine[] =>
  texts.map((text, index) => ({ text, x: 90, y: 700 - index * 18 }));

describe('PDFs', () => {
  it.each<[PdfEncoding, string]>([
    ['UniGB-UCS2-H', '我们收集您的手机号码，用于登录。'],
    ['GBK-EUC-H', '我们收集您的手机号码，用于登录。'],
    ['UniCNS-UCS2-H', '我們蒐集您的手機號碼，用於登入。'],
    ['Latin', 'We collect your mail address (and nothing else).'],
  ])('are read when their font is not part of them: %s', async (encoding, text) => {
    const { document, unread } = await read(pdfOf([lines(text)], encoding));
    expect(document?.blocks.map((block) => block.text)).toEqual([text]);
    expect(document).toMatchObject({ format: 'pdf', positions: 'page' });
    expect(unread).toEqual([]);
  });

  it('have their broken lines joined: Chinese without a space', async () => {
    const { shape } = await read(
      pdfOf([
        [
          { text: '灯塔日记隐私政策', x: 90, y: 760, size: 20 },
          { text: '一、我们如何收集信息', x: 90, y: 730, size: 15 },
          ...lines(
            '　　当您注册账号时，我们会收集您的手机号码和昵称，用于创建账号；您可以拒',
            '绝提供，这不影响您使用本地日记的功能。我们不会把这些信息提供给其他任何人',
            '或者组织。',
            '（1）位置信息，用于天气卡片；',
            '（2）相机权限，用于扫码。',
          ),
        ],
      ]),
    );
    expect(shape).toEqual([
      'heading 1 灯塔日记隐私政策',
      'heading 2 一、我们如何收集信息',
      'paragraph 0 当您注册账号时，我们会收集您的手机号码和昵称，用于创建账号；您可以拒绝提供，这不影响您使用本地日记的功能。我们不会把这些信息提供给其他任何人或者组织。',
      'item 1 位置信息，用于天气卡片；',
      'item 1 相机权限，用于扫码。',
    ]);
  });

  it('have their broken lines joined: English with a space, broken words without a hyphen', async () => {
    const { shape } = await read(
      pdfOf(
        [
          lines(
            'We collect your mail address so that you can sign in on all your devices and we keep this infor-',
            'mation for as long as your account exists. We do not share anything with third parties, third-',
            'party advertisers among them.',
            'We delete it when you close the account. You may ask us for a copy of your data whenever you',
            'like.',
          ),
        ],
        'Latin',
      ),
    );
    expect(shape).toEqual([
      'paragraph 0 We collect your mail address so that you can sign in on all your devices and we keep this information ' +
        'for as long as your account exists. We do not share anything with third parties, third-party advertisers among them.',
      'paragraph 0 We delete it when you close the account. You may ask us for a copy of your data whenever you like.',
    ]);
  });

  it('show headings by bold letters too', async () => {
    const { document, shape } = await read(
      pdfOf(
        [
          [
            { text: 'What we collect', x: 90, y: 700, bold: true },
            { text: 'We collect your ', x: 90, y: 680 },
            { text: 'mail address', x: 175, y: 680, bold: true },
            { text: 'when you sign in.', x: 252, y: 680 },
          ],
        ],
        'Latin',
      ),
    );
    expect(shape).toEqual(['heading 1 What we collect', 'paragraph 0 We collect your mail address when you sign in.']);
    expect(document?.blocks[1]?.strong).toEqual([{ start: 16, end: 28 }]);
  });

  it('lose what their pages repeat, and know on which page a place is', async () => {
    const pages = [
      '我们收集您的邮箱地址，用于登录和找回密码，并在您同意之后',
      '发送订阅的周报。',
      '我们不出售您的信息。',
    ].map((text, index) => [
      { text: '灯塔日记隐私政策（2026 版）', x: 90, y: 800, size: 9 },
      ...lines(text),
      { text: `- ${index + 1} -`, x: 290, y: 40, size: 9 },
    ]);
    const { document } = await read(pdfOf(pages));
    const text = '我们收集您的邮箱地址，用于登录和找回密码，并在您同意之后发送订阅的周报。\n我们不出售您的信息。\n';
    expect(document?.extracted).toEqual({ text, pages: [0, text.indexOf('发送'), text.indexOf('我们不出售')] });
  });

  it('are read by the columns of their tables', async () => {
    const { document } = await read(
      pdfOf([
        [
          { text: '我们接入的第三方如下：', x: 90, y: 700 },
          { text: 'SDK 名称', x: 90, y: 670 },
          { text: '用途', x: 200, y: 670 },
          { text: '收集的信息', x: 320, y: 670 },
          { text: '北风推送', x: 90, y: 640 },
          { text: '消息推送', x: 200, y: 640 },
          { text: '设备标识符、应用', x: 320, y: 640 },
          { text: '列表', x: 320, y: 622 },
          { text: '远山地图', x: 90, y: 590 },
          { text: '显示', x: 200, y: 590 },
          { text: '地图', x: 200, y: 572 },
          { text: '位置信息', x: 320, y: 590 },
          { text: '以上第三方均有自己的隐私政策，请您查阅。', x: 90, y: 540 },
        ],
      ]),
    );
    expect(document && tablesOf(document)).toEqual([
      '#SDK 名称|用途|收集的信息',
      '北风推送|消息推送|设备标识符、应用列表',
      '远山地图|显示地图|位置信息',
    ]);
    expect(document?.blocks.filter(({ kind }) => kind === 'paragraph')).toHaveLength(2);
  });

  it('that hold no text are an error, pages without text are told', async () => {
    expect((await read(pdfOf([[], []]))).unread).toEqual([{ file: 'docs/privacy.pdf', what: 'pdf-without-text' }]);
    const { document, unread } = await read(pdfOf([lines('我们不收集个人信息。'), [], []]));
    expect(document?.blocks).toHaveLength(1);
    expect(unread).toEqual([{ file: 'docs/privacy.pdf', what: 'pdf-pages-without-text', detail: '2, 3' }]);
  });

  it('whose signs mean nothing are an error', async () => {
    const { document, unread } = await read(pdfOf([lines('\ue001\ue002\ue003\ue004\ue005\ue006我们')]));
    expect(document).toBeUndefined();
    expect(unread).toMatchObject([{ what: 'pdf-garbled' }]);
  });

  it.each([
    ['broken', new TextEncoder().encode('%PDF-1.7\n1 0 obj << >>'), 'broken-pdf'],
    [
      'a password',
      pdfOf(
        [lines('Secret')],
        'Latin',
        `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      ),
      'encrypted',
    ],
  ])('are refused with a reason: %s', async (_, bytes, what) => {
    const { document, unread } = await read(bytes);
    expect(document).toBeUndefined();
    expect(unread).toMatchObject([{ file: 'docs/privacy.pdf', what }]);
  });

  it('do not make the reader run in circles', async () => {
    const form =
      '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>';
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Contents 5 0 R >>',
      `${form}\nstream\n/X Do\nendstream`,
      '<< /Length 5 >>\nstream\n/X Do\nendstream',
    ];
    expect((await read(assembled(objects))).unread).toMatchObject([{ what: 'pdf-without-text' }]);
  });
});
