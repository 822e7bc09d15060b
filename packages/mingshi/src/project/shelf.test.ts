import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Look } from './readings.ts';
import { shelfOf } from './shelf.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'mingshi-shelf-')), 'of-mine');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const looks: readonly Look[] = [['read', 'a.xml', 'digest']];
const shelf = (project = '/app', reader: string | undefined = 'one') => shelfOf(project, { MINGSHI_CACHE: folder }, reader);
const taken = (from = shelf(), name = 'policy'): readonly unknown[] => [...(from?.take(name) ?? [])].map(({ reading }) => reading());

it('gives back what was put there, the latest first, and not for ever', () => {
  expect(taken()).toEqual([]);
  for (const text of ['一', '二\n行', '三', '四', '五']) shelf()?.put('policy', looks, { text });
  expect(taken()).toEqual([{ text: '五' }, { text: '四' }, { text: '三' }, { text: '二\n行' }]);
  expect([...(shelf()?.take('policy') ?? [])][0]?.looks).toEqual(looks);
});

it('keeps names, projects and builds apart', () => {
  shelf()?.put('policy', looks, 1);
  expect([taken(shelf(), 'app'), taken(shelf('/other')), taken(shelf('/app', 'two'))]).toEqual([[], [], []]);
  expect(taken()).toEqual([1]);
});

it('is no shelf when it is switched off, or when nobody knows which build reads', () => {
  expect(shelfOf('/app', { MINGSHI_CACHE: 'off' }, 'one')).toBeUndefined();
  expect(shelfOf('/app', { MINGSHI_CACHE: folder })).toBeUndefined();
});

it('stands where the user keeps such things', () => {
  shelfOf('/app', { XDG_CACHE_HOME: folder }, 'one')?.put('policy', looks, 1);
  expect(readdirSync(folder)).toEqual(['mingshi']);
});

it('takes a damaged file for none', () => {
  shelf()?.put('policy', looks, { long: 'reading' });
  const path = join(folder, readdirSync(folder)[0] ?? '');
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, whole.slice(0, -4));
  expect(taken()).toEqual([undefined]);
  writeFileSync(path, '\0\n\0\n');
  expect(taken()).toEqual([]);
});

it('does without when nothing can be written', () => {
  writeFileSync(folder, 'a file');
  shelf()?.put('policy', looks, 1);
  expect(taken()).toEqual([]);
});

it('throws away what nobody has written for a month, and nothing else', () => {
  shelf()?.put('policy', looks, 1);
  const [old = ''] = readdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), '');
  for (const name of [old, 'notes.txt']) utimesSync(join(folder, name), new Date(0), new Date(0));
  shelf()?.put('app', looks, 2);
  expect(readdirSync(folder)).toHaveLength(2);
  expect(readdirSync(folder)).toContain('notes.txt');
  expect([taken(), taken(shelf(), 'app')]).toEqual([[], [2]]);
});
