import { describe, expect, it } from 'vitest';
import { runsOf } from '@mingshi/model';
import type { Block } from '@mingshi/model';
import { locate } from './locate.ts';

// Source:  "a &amp; **b** c"   rendered: "a & b c"
const source = 'a &amp; **b** c';
const block: Block = {
  kind: 'paragraph',
  text: 'a & b c',
  at: { file: 'p.md', start: 0, end: source.length },
  runs: [
    { start: 0, end: 2, sourceStart: 0, sourceEnd: 2 },
    { start: 2, end: 3, sourceStart: 2, sourceEnd: 7 },
    { start: 3, end: 4, sourceStart: 7, sourceEnd: 8 },
    { start: 4, end: 5, sourceStart: 10, sourceEnd: 11 },
    { start: 5, end: 7, sourceStart: 13, sourceEnd: 15 },
  ],
  level: 0,
  section: 0,
  strong: [],
};

const words = (start: number, end: number): string => {
  const at = locate(block, start, end);
  return source.slice(at.start, at.end);
};

describe('locate', () => {
  it('takes an entity whole', () => expect(words(2, 3)).toBe('&amp;'));
  it('leaves out the markup around a word', () => expect(words(4, 5)).toBe('b'));
  it('spans markup between words', () => expect(words(2, 7)).toBe('&amp; **b** c'));
  it('gives a point for an empty stretch', () => {
    expect(locate(block, 5, 5)).toEqual({ file: 'p.md', start: 13, end: 13 });
  });
  it('keeps to the block when asked beyond it', () => expect(words(0, 99)).toBe(source));
  it('needs no runs where the text is its source', () => {
    const plain: Block = { ...block, text: '我们收集邮箱。', at: { file: 'p.txt', start: 21, end: 28 }, runs: [] };
    const places = [locate(plain, 4, 6), locate(plain, 6, 6), locate(plain, 0, 99)].map(({ start, end }) => [start, end]);
    expect(places).toEqual([[25, 27], [27, 27], [21, 28]]);
    expect(runsOf(plain)).toEqual([{ start: 0, end: 7, sourceStart: 21, sourceEnd: 28 }]);
  });
});
