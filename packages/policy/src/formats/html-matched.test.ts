import { expect, it } from 'vitest';
import { parseCorrected } from './html-corrected.ts';
import { parseMatched } from './html-matched.ts';
import { readNodes } from './html.ts';

const page = (body: string, head = '<head><title>灯塔隐私政策</title></head>'): string =>
  `<!DOCTYPE html>\n<html lang="zh">${head}<body>${body}</body></html>\n`;

/** What is read of a page by either way. */
function bothWays(source: string): readonly [matched: unknown, corrected: unknown] {
  const nodes = parseMatched(source);
  return [nodes && readNodes(source, nodes), readNodes(source, parseCorrected(source))];
}

it.each([
  ['words, lists and tables', '<h1>政策</h1>\n<p>我们收集<b>手机号</b>。</p><ul><li>昵称</li><li><p>头像</p></li></ul><table><tr><th>信息</th></tr><tr><td>位置</td></tr></table>'],
  ['references', '<p>A&amp;B&nbsp;&#20013;&#x56FD; &ldquo;R & D&rdquo; a < b &&amp;</p>'],
  ['line ends', '<p>我们\r\n收集</p><pre>\n第一行\r\n第二行</pre><pre>\n< 3</pre>'],
  ['attributes', '<DIV Class=a data-x="<b>" hidden>不见</DIV><p style=\'font-weight: bold\'>粗</p><a href=#a/b HREF="#c">去</a><br/>'],
  ['what is no markup', '<script>if (a < b) "</p>";</script><style>p > b {}</style><textarea><p></textarea><noscript><p></noscript><p>看</p>'],
  ['comments', '<p>甲<!-- </p> -->乙</p><!--[if gte mso 9]><xml></xml><![endif]--><![if !supportLists]><p>丙</p><?xml x?>'],
  ['tables in cells', '<table><tbody><tr><td><table><caption>表</caption><tr><td>内</td></tr></table></td></tr></tbody></table>'],
  ['cells that nobody sees', '<table><tr><td hidden><textarea>x</textarea></td><td>甲</td></tr><tr hidden><td>乙</td><td>丙</td></tr></table>'],
])('reads a page whose tags match as the rules for broken pages have it: %s', (_, body) => {
  const [matched, corrected] = bothWays(page(body));
  expect(matched).toBeDefined();
  expect(matched).toEqual(corrected);
});

it.each([
  ['an end tag is missing', page('<div><p>我们收集手机号</div>')],
  ['an end tag is too many', page('</div><p>我们收集手机号</p>')],
  ['tags cross', page('<b><i>我们收集</b>手机号</i>')],
  ['a block ends a paragraph', page('<p><div>我们收集手机号</div></p>')],
  ['links are nested', page('<a href="#a">甲<span><a href="#b">乙</a></span></a>')],
  ['words stand between cells', page('<table><tr>我们收集<td>手机号</td></tr></table>')],
  ['an ideographic space stands between rows', page('<table>\u3000<tr><td>手机号</td></tr></table>')],
  ['a cell stands outside of a row', page('<div><td>手机号</td></div>')],
  ['an item stands outside of a list', page('<li>手机号</li>')],
  ['headings are nested', page('<h2>我们<h3>收集</h3></h2>')],
  ['tags stand in a choice', page('<select><option><p>甲</p></option></select>')],
  ['a quote is left open', page('<p title="a>我们收集手机号</p>')],
  ['a reference has no end', page('<p>&copy 2026 &nbspwe</p>')],
  ['a reference stands for another character', page('<p>&#150;&#0;</p>')],
  ['a comment has an odd end', page('<!--> <p>甲</p> --><p>乙</p>')],
  ['a drawing is in it', page('<svg><title>标志</title></svg><p>甲</p>')],
  ['something visible stands in the head', page('<p>甲</p>', '<head><div>乙</div></head>')],
  ['it has two bodies', page('<p>甲</p></body><body><p>乙</p>')],
  ['words follow its end', `${page('<p>甲</p>')}乙`],
  ['it is a part of a page', '<h1>政策</h1><p>我们收集手机号。</p>'],
  ['a script has a script inside', page('<script><!--<script></script>--></script>')],
  ['it ends too soon', page('<p>甲</p>').slice(0, -14)],
])('leaves a page to those rules when %s', (_, source) => {
  expect(parseMatched(source)).toBeUndefined();
});

/** Pages of pieces that often match and sometimes do not, the same ones every time. */
function* somePages(count: number): Iterable<string> {
  let seed = 41;
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? '';
  const content = (name: string, depth: number): string => {
    let html = '';
    for (let left = below(4); left > 0; left--) {
      const words = CHILDREN[name] ? pick(['', '\n', '<!-- x -->']) : pick(WORDS);
      html += words;
      if (depth > 5) continue;
      const child = below(60) === 0 ? pick(FLOW) : pick(CHILDREN[name] ?? FLOW);
      html += `<${child}${pick(ATTRIBUTES)}>${content(child, depth + 1)}${below(120) === 0 ? '' : `</${child}>`}`;
    }
    return html;
  };
  for (let i = 0; i < count; i++) yield page(content('body', 0));
}

const FLOW = ['p', 'div', 'span', 'b', 'a', 'ul', 'ol', 'dl', 'table', 'h2', 'pre', 'u', 'section', 'header', 'button', 'textarea'];
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  p: ['span', 'b', 'u'],
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd'],
  table: ['tr', 'tbody', 'thead', 'caption'],
  tbody: ['tr'],
  thead: ['tr'],
  tr: ['td', 'th'],
  textarea: ['b'],
};
const ATTRIBUTES = ['', '', '', ' hidden', ' colspan=2', " rowspan='2'", ' href="#a"', ' style="display:none"', ' start=3', ' /'];
const WORDS = ['我们收集', ' ', '\r\n', '&nbsp;', '&amp;', '1. 目的', '<br>', '<hr>', 'a < b', '&hellip;', '&#9;', '\n\n', '</br>', '<img src=x>'];

it('reads whatever page it reads like those rules', () => {
  let read = 0;
  for (const source of somePages(1500)) {
    const [matched, corrected] = bothWays(source);
    if (!matched) continue;
    read++;
    expect(matched, source).toEqual(corrected);
  }
  expect(read).toBeGreaterThan(300);
});
