import { memoryFiles } from '@mingshi/model';
import type { PolicyDocument } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { linesOf, linesOfDocument, placesIn } from './places.ts';

const document = (path: string, more: Partial<PolicyDocument>): PolicyDocument => ({
  path,
  format: 'html',
  encoding: 'utf-8',
  language: 'zh',
  part: 'main',
  kind: 'privacy-policy',
  length: 0,
  sections: [],
  blocks: [],
  ...more,
});

const cell = (text: string, start: number) => ({
  kind: 'cell' as const,
  text,
  at: { file: 'p.md', start, end: start + text.length },
  runs: [{ start: 0, end: text.length, sourceStart: start, sourceEnd: start + text.length }],
  level: 0,
  section: 0,
  strong: [],
});

const item = (text: string, start: number) => ({ ...cell(text, start), kind: 'item' as const });

describe('lines', () => {
  it('count from one, in UTF-16, whatever ends them', () => {
    const { position } = linesOf('ab\r\n中文😀x\n');
    expect([0, 2, 4, 8, 10].map((offset) => [position(offset).line, position(offset).column])).toEqual([
      [1, 1],
      [1, 3],
      [2, 1],
      [2, 5],
      [3, 1],
    ]);
    expect(position(99)).toEqual({ line: 3, column: 1, offset: 10 });
  });

  it('count a byte order mark in offsets and not in columns', () => {
    const { position, excerpt } = linesOf('\ufeff<a/>\n<b/>');
    expect(position(1)).toEqual({ line: 1, column: 1, offset: 1 });
    expect(position(6)).toEqual({ line: 2, column: 1, offset: 6 });
    expect(excerpt(2)).toBe('<a/>');
  });

  it('are counted in UTF-8 as in the text', () => {
    const text = '\ufeff一行，€é\r\n😀😀b\n\nx';
    const { position, excerpt } = linesOfDocument(document('p.txt', {}), new TextEncoder().encode(text));
    const offsets = Array.from({ length: text.length + 2 }, (_, i) => i);
    expect(offsets.map((each) => position(each))).toEqual(offsets.map((each) => linesOf(text).position(each)));
    expect(excerpt(10)).toBe('😀😀b');
  });

  it('are counted in a broken file as it was read', () => {
    const bytes = new Uint8Array([0xf0, 0x9f, 0x61, 0x0a, 0x80, 0x0a, 0x62]);
    const text = new TextDecoder().decode(bytes);
    expect(linesOfDocument(document('p.txt', {}), bytes).position(99)).toEqual(linesOf(text).position(99));
  });

  it('cut a long line around the place', () => {
    const line = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`;
    const excerpt = linesOf(`one\n${line}\nthree`).excerpt(5004);
    expect(excerpt).toMatch(/^…x+HEREy+…$/);
    expect(excerpt.length).toBeLessThan(300);
  });
});

describe('places', () => {
  it('are found as the readers decoded the file', () => {
    const gbk = new Uint8Array([0x3c, 0x70, 0x3e, 0xd2, 0xfe, 0xcb, 0xbd, 0x3c, 0x2f, 0x70, 0x3e]);
    const files = memoryFiles({ 'a.xml': '\ufeff<a>\n<b/></a>', 'p.html': gbk });
    const placeOf = placesIn(files, [document('p.html', { encoding: 'gb18030' })]);
    expect(placeOf({ file: 'a.xml', start: 5, end: 9 })).toEqual({
      path: 'a.xml',
      start: { line: 2, column: 1, offset: 5 },
      end: { line: 2, column: 5, offset: 9 },
      excerpt: '<b/></a>',
    });
    expect(placeOf({ file: 'p.html', start: 3, end: 5 }).excerpt).toBe('<p>隐私</p>');
  });

  it('quote the policy as a reader sees it, markup and entities undone', () => {
    const source = '<p>我们收集<b>手机号</b>&amp;位置。</p>';
    const text = '我们收集手机号&位置。';
    const runs = [
      { start: 0, end: 4, sourceStart: 3, sourceEnd: 7 },
      { start: 4, end: 7, sourceStart: 10, sourceEnd: 13 },
      { start: 7, end: 8, sourceStart: 17, sourceEnd: 22 },
      { start: 8, end: 11, sourceStart: 22, sourceEnd: 25 },
    ];
    const at = { file: 'p.html', start: 3, end: 25 };
    const block = { kind: 'paragraph' as const, text, at, runs, level: 0, section: 0, strong: [] };
    const placeOf = placesIn(memoryFiles({ 'p.html': source }), [document('p.html', { blocks: [block] })]);
    expect(placeOf(at).quote).toBe(text);
    expect(placeOf({ file: 'p.html', start: 5, end: 22 }).quote).toBe('收集手机号&');
  });

  it('quote the cells of a row apart from each other', () => {
    const source = '| 推送 | 设备标识 |';
    const blocks = [cell('推送', 2), cell('设备标识', 7)];
    const placeOf = placesIn(memoryFiles({ 'p.md': source }), [document('p.md', { format: 'markdown', blocks })]);
    expect(placeOf({ file: 'p.md', start: 2, end: 11 }).quote).toBe('推送 | 设备标识');
  });

  it('quote items one behind the other', () => {
    const source = '- 短信\n- 通话记录\n- SMS。\n- x';
    const blocks = [item('短信', 2), item('通话记录', 7), item('SMS。', 14), item('x', 21)];
    const placeOf = placesIn(memoryFiles({ 'p.md': source }), [document('p.md', { format: 'markdown', blocks })]);
    expect(placeOf({ file: 'p.md', start: 2, end: 22 }).quote).toBe('短信、通话记录、SMS。x');
  });

  it('survive a file that is not there', () => {
    expect(placesIn(memoryFiles({}), [])({ file: 'gone.md', start: 5, end: 9 })).toEqual({
      path: 'gone.md',
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    });
  });
});

describe('a place in an archive', () => {
  it('is the file, without an excerpt of its bytes', () => {
    const placeOf = placesIn(memoryFiles({ 'libs/a.aar': 'PK\x03\x04' }), []);
    expect(placeOf({ file: 'libs/a.aar', start: 0, end: 0 })).not.toHaveProperty('excerpt');
  });
});
