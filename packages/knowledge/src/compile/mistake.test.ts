import { expect, test } from 'vitest';
import { nearest, withNearest } from './mistake.ts';

test.each([
  ['devid', 'device-id'],
  ['locaton', 'location'],
  ['loctaion', 'location'],
])('%s comes nearest to %s', (word, near) => {
  expect(nearest(word, ['camera', 'location', 'device-id'])).toBe(near);
});

test('nothing is guessed from afar', () => {
  expect(nearest('zzz', ['camera', 'location'])).toBeUndefined();
  expect(withNearest('zzz', ['camera'])).toBe('"zzz"');
});
