import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { reading, tablesOf } from '../testing/reading.ts';
import { readDocument } from '../document/document.ts';

const knowledge = loadKnowledge();

const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>灯塔隐私政策</title></head><body>${body}</body></html>`;
const table = (...rows: string[]): string =>
  `<table>${rows.map((row) => `<tr><td>${row.split('|').join('<td>')}`).join('')}</table>`;
const link = (words: string): string => `<li><a href="#${words}">${words}</a></li>`;
const ignore = (sign: string): string => `<span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span>`;

describe('HTML', () => {
  it('reads a table with more cells than a call takes arguments', async () => {
    const rows = 70_000;
    const { documents } = await readDocument('a.html', new TextEncoder().encode(page(table(...Array<string>(rows).fill('邮箱|登录')))), knowledge);
    expect(documents[0]?.blocks.filter(({ kind }) => kind === 'cell').length).toBe(rows * 2);
  });

  it('reads headings, paragraphs and lists', async () => {
    const { document, shape } = await reading(
      'a.html',
      page(
        '<h1>灯塔隐私政策</h1><p>我们重视<b>隐私</b>。</p><h2>收集</h2>' +
          '<ul><li>邮箱<ul><li>备用邮箱</li></ul></li></ul><dl><dt>昵称<dd>用于展示</dl>',
      ),
    );
    expect(document).toMatchObject({ format: 'html', title: '灯塔隐私政策', language: 'zh' });
    expect(shape).toEqual([
      'heading 1 灯塔隐私政策',
      'paragraph 0 我们重视隐私。',
      'heading 2 收集',
      'item 1 邮箱',
      'item 2 备用邮箱',
      'item 1 昵称',
      'item 1 用于展示',
    ]);
  });

  it('joins words that Word has split over spans', async () => {
    const { blocks, quote } = await reading(
      'a.html',
      page(
        '<p class=MsoNormal><span>我们会收</span><span lang=EN-US><o:p></o:p></span><span>集您的</span>\r\n' +
          '<b><span>设备</span><span>信息</span></b>&nbsp;。</p>',
      ),
    );
    expect(blocks[0]?.text).toBe('我们会收集您的设备信息 。');
    expect(blocks[0]?.strong).toEqual([{ start: 7, end: 11 }]);
    expect(quote('收集')).toBe('收</span><span lang=EN-US><o:p></o:p></span><span>集');
    expect(quote('设备信息')).toBe('设备</span><span>信息');
  });

  it('knows the bullets and table cells of Word', async () => {
    const { document, shape } = await reading(
      'a.htm',
      page(
        `<p>${ignore('l')}<span>位置；</span></p><p>${ignore('1.')}相机；</p><p>${ignore('2.')}相册。</p>` +
          '<table><tr><td><p><b>名称</b></p><td><p><b>信息</b></p><tr><td><p>北风</p><td><p>设备<p>位置</table>',
      ),
    );
    expect(shape.slice(0, 3)).toEqual(['item 1 位置；', 'item 1 相机；', 'item 1 相册。']);
    expect(tablesOf(document)).toEqual(['#名称|信息', '北风|设备\n位置']);
  });

  it('leads through entities back to the source', async () => {
    const { blocks, quote } = await reading(
      'a.html',
      page('<p>A&amp;B &#20013;&#x56FD; &lt;data&gt; &notit; R&D &nbsp;we&nbspuse &#x1F512; it &unknown; x</p>'),
    );
    expect(blocks[0]?.text).toBe('A&B 中国 <data> ¬it; R&D we use 🔒 it &unknown; x');
    expect(quote('A&B')).toBe('A&amp;B');
    expect(quote('中国')).toBe('&#20013;&#x56FD;');
    expect(quote('<data>')).toBe('&lt;data&gt;');
    expect(quote('use 🔒 it')).toBe('use &#x1F512; it');
    expect(quote('R&D')).toBe('R&D');
    expect(quote('x')).toBe('x');
  });

  it('knows where a page starts that has no tags around its text', async () => {
    const { shape, quote } = await reading('a.html', ' &nbsp;我们收集邮箱。<p>\n</p>\n<p>&nbsp;</p>\n<div>;我们不出售。</div>');
    expect(shape).toEqual(['paragraph 0 我们收集邮箱。', 'paragraph 0 ;我们不出售。']);
    expect(quote('我们收集')).toBe('我们收集');
  });

  it('leaves out what a reader does not see', async () => {
    const { shape } = await reading(
      'a.html',
      page(
        '<nav><a href="/">首页</a></nav><style>p{}</style><script>var a = "<p>收集</p>";</script>' +
          '<noscript>请开启脚本</noscript><template><p>模板</p></template><p hidden>一</p>' +
          '<p style="DISPLAY : none">二</p><div aria-hidden="true">三</div>' +
          '<header><a href="/a">关于我们</a> <a href="/b">下载</a></header><header><h1>隐私政策</h1></header><p>正文。</p>' +
          '<footer><a href="/c">用户协议</a></footer>',
      ),
    );
    expect(shape).toEqual(['heading 1 隐私政策', 'paragraph 0 正文。']);
  });

  it('parts text at breaks and blank lines, not at line ends', async () => {
    const { shape, quote } = await reading(
      'a.html',
      page('<p>我们收集邮\n  箱。<br>我们不\r\n出售。\n\n  Contact:\n us</p><pre>甲。\n乙。</pre>'),
    );
    expect(shape).toEqual([
      'paragraph 0 我们收集邮箱。',
      'paragraph 0 我们不出售。',
      'paragraph 0 Contact:',
      'paragraph 0 us',
      'paragraph 0 甲。',
      'paragraph 0 乙。',
    ]);
    expect(quote('邮箱')).toBe('邮\n  箱');
    expect(quote('我们不出售')).toBe('我们不\r\n出售');
  });

  it('reads tables with merged cells and unclosed tags', async () => {
    const { document, quote } = await reading(
      'a.html',
      page(
        '<table><thead><tr><th>SDK<th colspan=2>信息与目的</thead>' +
          '<tr><td rowspan=2>北风推送<td>设备&nbsp;标识<td>推送<tr><td>网络<br>状态<td>统计</table>',
      ),
    );
    expect(tablesOf(document)).toEqual([
      '#SDK|信息与目的|信息与目的',
      '北风推送|设备 标识|推送',
      '北风推送|网络\n状态|统计',
    ]);
    expect(quote('设备 标识')).toBe('设备&nbsp;标识');
  });

  it('knows the first row of a table without markup by its words', async () => {
    expect(tablesOf((await reading('a.html', page(table('权限|目的', '相机|扫码')))).document)).toEqual([
      '#权限|目的',
      '相机|扫码',
    ]);
    expect(tablesOf((await reading('a.html', page(table('北风|推送通知', '远山|地图')))).document)).toEqual([
      '北风|推送通知',
      '远山|地图',
    ]);
  });

  it('looks through tables that only place things', async () => {
    const { shape } = await reading(
      'a.html',
      page('<table><tr><td><h2>收集</h2><p>我们收集邮箱。</p><table><tr><td>甲<td>乙</table></td></tr></table>'),
    );
    expect(shape).toEqual(['heading 1 收集', 'paragraph 0 我们收集邮箱。', 'cell 0 甲', 'cell 0 乙']);
  });

  it('takes numbered and bold paragraphs for headings and items', async () => {
    const { shape } = await reading(
      'a.html',
      page(
        '<p><strong>一、收集</strong></p><p>（1）邮箱；</p><p>（2）昵称；</p><p>二、联系我们</p><p>请写信给我们，我们会在十五日内答复。</p>',
      ),
    );
    expect(shape).toEqual([
      'heading 1 一、收集',
      'item 1 邮箱；',
      'item 1 昵称；',
      'heading 1 二、联系我们',
      'paragraph 0 请写信给我们，我们会在十五日内答复。',
    ]);
  });

  it('leaves out a table of contents', async () => {
    const { shape } = await reading(
      'a.html',
      page(`<ul>${link('收集')}${link('共享')}${link('联系')}</ul><h2>收集</h2><p>我们收集邮箱。</p>`),
    );
    expect(shape).toEqual(['heading 1 收集', 'paragraph 0 我们收集邮箱。']);
  });

  it('reads text that the parser moves out of a table', async () => {
    const { shape } = await reading('a.html', page('<p>前文</x>后文</p><table>漏在外面。<tr><td>甲<td>乙</table>'));
    expect(shape).toEqual(['paragraph 0 前文后文', 'paragraph 0 漏在外面。', 'cell 0 甲', 'cell 0 乙']);
  });

  it.each([
    ['elements', '<div>'.repeat(10_000)],
    ['tables', '<table><tr><td>'.repeat(10_000)],
    ['lists', '<ul><li>'.repeat(10_000)],
  ])('survives ten thousand nested %s', async (_, open) => {
    const { documents, unread } = await readDocument(
      'a.html',
      new TextEncoder().encode(`${open}我们收集 &lt;邮箱&gt;`),
      knowledge,
    );
    expect(documents[0]?.blocks.at(-1)?.text).toBe('我们收集 <邮箱>');
    expect(unread.map(({ what }) => what)).toEqual(['html-as-text']);
  });
});
