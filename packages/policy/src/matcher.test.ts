import { expect, it } from 'vitest';
import { longest, matcherOf } from './matcher.ts';

const find = matcherOf<string>(['设备', '设备信息', '信息', 'imei', '备信'].map((word) => [word, word]));

it('finds overlapping words, ignoring the case of Latin letters', () => {
  expect(find('设备信息与IMEI').map((hit) => hit.value)).toEqual(['设备', '备信', '设备信息', '信息', 'imei']);
});

it('keeps the leftmost and longest', () => {
  expect(longest(find('设备信息与Imei'))).toEqual([
    { start: 0, end: 4, value: '设备信息' },
    { start: 5, end: 9, value: 'imei' },
  ]);
});
