import { describe, expect, it } from 'vitest';
import { BREAK, copy, markStrong, pick, put, startWriting, through } from './rendered.ts';
import type { Rendered } from './rendered.ts';
import { asOne, linesOf } from './tidy.ts';

const source = '我们  收集\n<b>位置</b>&amp;<br> 设备';

function written(): Rendered {
  const writing = startWriting();
  copy(writing, source, 0, 7);
  const bold = writing.text.length;
  copy(writing, source, 10, 12);
  markStrong(writing, bold);
  put(writing, '&', 16, 21);
  put(writing, BREAK, 21, 25);
  copy(writing, source, 25, source.length);
  return writing;
}

const sourceOf = (text: Rendered, words: string): string => {
  const start = text.text.indexOf(words);
  const runs = text.runs.filter((run) => run.end > start && run.start < start + words.length);
  return source.slice(runs[0]?.sourceStart, runs.at(-1)?.sourceEnd);
};

describe('rendered text', () => {
  it('is parted at breaks, white space made one', () => {
    expect(linesOf(written()).map((line) => line.text)).toEqual(['我们 收集位置&', '设备']);
  });
  it('keeps the way back to the source', () => {
    const [first, second] = linesOf(written()) as [Rendered, Rendered];
    expect(sourceOf(first, '&')).toBe('&amp;');
    expect(sourceOf(first, '位置')).toBe('位置');
    expect(sourceOf(second, '设备')).toBe('设备');
  });
  it('keeps what is set apart', () => {
    const [first, second] = linesOf(written()) as [Rendered, Rendered];
    expect(first.strong.map((range) => first.text.slice(range.start, range.end))).toEqual(['位置']);
    expect(second.strong).toEqual([]);
  });
  it('has lines within one cell', () => {
    const cell = asOne(written()) as Rendered;
    expect(cell.text).toBe('我们 收集位置&\n设备');
    expect(sourceOf(cell, '\n')).toBe('<br>');
    expect(cell.runs.map((run) => run.end - run.start).reduce((a, b) => a + b)).toBe(cell.text.length);
  });
  it('is nothing when only white space was written', () => {
    const writing = startWriting();
    put(writing, ' \u200b\n', 0, 3);
    expect(linesOf(writing)).toEqual([]);
    expect(asOne(writing)).toBeUndefined();
  });
  it('can be picked from', () => {
    const text = pick(written(), [
      { start: 0, end: 2 },
      { start: 8, end: 9, as: '+' },
      { start: 9, end: 10 },
    ]);
    expect(text.text).toBe('我们+&');
    expect(sourceOf(text, '+')).toBe('置');
    expect(text.strong).toEqual([{ start: 2, end: 3 }]);
  });
  it('leads through a text in between', () => {
    const outer = startWriting();
    put(outer, '<', 0, 4);
    copy(outer, '0123b>', 4, 6);
    put(outer, '"', 6, 8);
    copy(outer, '01234567xy', 8, 10);
    // Outer text `<b>"xy`: the inner one is read from it, from offset 2 on.
    const inner: Rendered = {
      text: '>"xy',
      strong: [],
      runs: [{ start: 0, end: 4, sourceStart: 2, sourceEnd: 6 }],
    };
    expect(through(inner, outer).runs).toEqual([
      { start: 0, end: 1, sourceStart: 5, sourceEnd: 6 },
      { start: 1, end: 2, sourceStart: 6, sourceEnd: 8 },
      { start: 2, end: 4, sourceStart: 8, sourceEnd: 10 },
    ]);
  });
});
