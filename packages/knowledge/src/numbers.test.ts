import { describe, expect, it } from 'vitest';
import { chineseNumber, numberOf } from './numbers.ts';

describe('numbers in Chinese', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [43, '四十三'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1032, '一千零三十二'],
    [9999, '九千九百九十九'],
  ])('%d is %s, and the other way round', (value, written) => {
    expect(chineseNumber(value)).toBe(written);
    expect(numberOf(written)).toBe(value);
  });

  it.each([
    ['12', 12],
    ['二〇二一', 2021],
    ['二零○五', 2005],
    ['两百', 200],
    ['零', 0],
    ['', undefined],
    ['十a', undefined],
    ['1十', undefined],
  ])('%s is read as %s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});
