import { expect, it } from 'vitest';
import { cutterOf, longest, matcherOf } from './matcher.ts';

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

const isWhole = (text: string, _: number, end: number): boolean => !/[a-z]/i.test(text.charAt(end));

it('cuts from the left the longest word that may stand at each place', () => {
  const words = ['设备', '设备信息', '信息表', '信息', 'mac'].map((word) => [word, word] as const);
  const cut = cutterOf(words, isWhole, (start, end, word) => ({ start, end, word }));
  expect(cut('设备信息表和machine、MAC')).toEqual([
    { start: 0, end: 4, word: '设备信息' },
    { start: 14, end: 17, word: 'mac' },
  ]);
  // What may not stand at its full length is tried shorter.
  const short = cutterOf([['信', 1], ['信息', 2]], (_, start, end) => end - start < 2, (start, end, word) => [start, end, word]);
  expect(short('信息')).toEqual([[0, 1, 1]]);
});
