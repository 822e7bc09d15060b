import { memoryFiles } from '@mingshi/model';
import type { Files } from '@mingshi/model';
import { expect, it } from 'vitest';
import { keepReadings } from './readings.ts';
import type { Kept, Look, Shelf } from './readings.ts';

const base = { 'a.xml': 'one', 'b.md': 'two', 'c.kt': 'three' };
const textOf = (files: Files, path: string): string => new TextDecoder().decode(files.read(path));
const firstFile = (files: Files): string => textOf(files, 'a.xml');
const fileOrNone = (files: Files): string => {
  try {
    return textOf(files, 'd.md');
  } catch {
    return 'none';
  }
};

/** How often a reading is made when it is asked for with these states of the files in turn. */
async function made(read: (files: Files) => unknown, ...states: readonly Readonly<Record<string, string>>[]): Promise<number> {
  const readings = keepReadings();
  let count = 0;
  for (const state of states) {
    const files = memoryFiles(state);
    const reading = await readings('x', files, async (watched) => {
      count += 1;
      return read(watched);
    });
    expect(reading).toEqual(read(files));
  }
  return count;
}

it('uses a reading again while all it looked at is the same', async () => {
  expect(await made(firstFile, base, { ...base, 'b.md': 'changed', 'd.md': '' })).toBe(1);
  expect(await made(firstFile, base, { ...base, 'a.xml': 'other' }, { ...base, 'a.xml': 'other' })).toBe(2);
});

it.each([
  ['list', (files: Files) => files.list(), { ...base, 'd.md': '' }],
  ['list of a folder', (files: Files) => files.list('build'), { ...base, 'build/d.md': '' }],
  ['exists', (files: Files) => files.exists('d.md'), { ...base, 'd.md': '' }],
  ['size', (files: Files) => files.size('b.md'), { ...base, 'b.md': 'longer than before' }],
  ['missing', (files: Files) => files.exists('d.md') && textOf(files, 'd.md'), { ...base, 'd.md': 'here' }],
])('reads anew when an answer differs: %s', async (_, read, changed) => {
  expect(await made(read, base, base)).toBe(1);
  expect(await made(read, base, changed)).toBe(2);
});

it('takes a file that cannot be read for an answer as well', async () => {
  expect(await made(fileOrNone, base, { ...base, 'b.md': '' })).toBe(1);
  expect(await made(fileOrNone, base, { ...base, 'd.md': 'some' })).toBe(2);
});

it('keeps readings apart by name, and looks at every file again for whoever takes note of it', async () => {
  const readings = keepReadings();
  const seen: string[] = [];
  const files: Files = { ...memoryFiles(base), read: (path) => (seen.push(path), memoryFiles(base).read(path)) };
  expect(await readings('a', files, async (now) => textOf(now, 'a.xml'))).toBe('one');
  expect(await readings('b', files, async (now) => textOf(now, 'b.md'))).toBe('two');
  seen.length = 0;
  expect(await readings('a', files, async () => 'read anew')).toBe('one');
  expect(seen).toEqual(['a.xml']);
});

/** What is looked at to read the first file of this state. */
async function looksOf(state: Readonly<Record<string, string>>): Promise<readonly Look[]> {
  const seen: Look[] = [];
  const shelf: Shelf = { take: () => [], put: (_, looks) => seen.push(...looks) };
  await keepReadings(shelf)('x', memoryFiles(state), async (files) => firstFile(files));
  return seen;
}

it('uses what a shelf holds of the same files, puts there what is new, and does without what is lost', async () => {
  const put: unknown[] = [];
  const shelf = (kept: readonly Kept[]): Shelf => ({ take: () => kept, put: (name, looks, reading) => put.push([name, looks, reading]) });
  const same = await looksOf(base);
  const other = await looksOf({ 'a.xml': 'other' });
  const read = (kept: readonly Kept[]): Promise<string> =>
    keepReadings(shelf(kept))('x', memoryFiles(base), async (files) => firstFile(files));
  expect(await read([{ looks: other, reading: () => 'wrong' }, { looks: same, reading: () => 'kept' }])).toBe('kept');
  expect(put).toEqual([]);
  expect(await read([{ looks: same, reading: () => undefined }])).toBe('one');
  expect(put).toEqual([['x', same, 'one']]);
});
