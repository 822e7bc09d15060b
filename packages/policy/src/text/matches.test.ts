import { expect, it } from 'vitest';
import { matchesOf } from './matches.ts';

it('finds all matches from the start of each text, empty ones too', () => {
  const digits = /\d*/g;
  expect(matchesOf(digits, 'a12').map(({ 0: found, index }) => [found, index])).toEqual([['', 0], ['12', 1], ['', 3]]);
  expect(matchesOf(digits, '7').map(({ index }) => index)).toEqual([0, 1]);
});
