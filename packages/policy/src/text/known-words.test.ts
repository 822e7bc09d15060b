import { loadKnowledge } from '@mingshi/knowledge';
import { expect, it } from 'vitest';
import { plainOf } from './plain.ts';
import { usualSpelling } from './spelling.ts';

const { elements, lexicons, permissions } = loadKnowledge();
const { lists, data } = lexicons.zh;

/** Every string in a value. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

// A text is read as `plainOf` writes it: a word in another spelling would never be met.
it('knows every word in its usual spelling', () => {
  const read = Object.entries(lists).filter(([list]) => !list.startsWith('sign.placeholder.'));
  const words = [...stringsIn(read), ...stringsIn(data), ...stringsIn(elements.map(({ headings, cues, words: more }) => [headings, cues, more]))];
  expect(words.filter((word) => word !== usualSpelling(word))).toEqual([]);
  expect(permissions.flatMap((each) => each.words.zh).filter((word) => word !== usualSpelling(word))).toEqual([]);
});

it('knows every word with the marks of Chinese', () => {
  const words = [...data.flatMap((each) => [...each.words, ...each.except]), ...stringsIn(lists['data.not'])];
  // Cells of an inventory are compared as they stand, and there 照片/视频 is one entry.
  expect(words.filter((word) => !word.includes('/') && word !== plainOf(word))).toEqual([]);
});
