import createIgnore from 'ignore';
import { describe, expect, it } from 'vitest';
import { isIgnored, parseIgnore } from './gitignore.ts';

const patterns = [
  '*.iml',
  '/local.properties',
  'build/',
  'docs/*.txt',
  '!keep.iml',
  '**/cache',
  'a/**',
  'x/**/z',
  'temp?',
  'log[0-9].md',
  'log[!0-9].md',
  '\\#literal',
  '\\!bang',
  'trail\\ ',
  'spaces   ',
  '# comment',
  '',
  '!',
  '/',
  '*',
  '!important/',
  'foo/bar',
  '/foo/',
  '政策*',
  '[a-c]x',
  'a*b*c',
  '**',
  '/**/only',
  '*/mid/*',
  'end/**',
  '**/**/deep',
];
const paths = [
  'app.iml',
  'keep.iml',
  'sub/app.iml',
  'local.properties',
  'sub/local.properties',
  'build',
  'docs/a.txt',
  'docs/b/a.txt',
  'cache',
  'a/b/cache',
  'a/one',
  'a/one/two',
  'x/z',
  'x/y/z',
  'x/y/w/z',
  'temp1',
  'temp12',
  'log7.md',
  'logs.md',
  '#literal',
  '!bang',
  'trail ',
  'spaces',
  'important',
  'foo/bar',
  'q/foo/bar',
  'foo',
  '政策.md',
  'bx',
  'dx',
  'aXbYc',
  'abcd',
  'only',
  'p/only',
  'p/mid/q',
  'mid/q',
  'end/it',
  'end',
  'u/v/deep',
  'deep',
];

describe('a pattern of .gitignore', () => {
  it.each(patterns)('%j says the same as the library that git users know', (pattern) => {
    const ours = parseIgnore(pattern);
    const theirs = createIgnore().add(pattern);
    for (const path of paths) {
      // The library also looks at the parents of a path; we are asked folder by folder.
      const parents = path
        .split('/')
        .map((_, i, all) => all.slice(0, i).join('/'))
        .slice(1);
      if (parents.some((parent) => theirs.ignores(`${parent}/`))) continue;
      for (const isFolder of [false, true]) {
        const ignored = theirs.ignores(isFolder ? `${path}/` : path);
        expect({ path, isFolder, ignored: isIgnored(ours, path, isFolder) ?? false }).toEqual({
          path,
          isFolder,
          ignored,
        });
      }
    }
  });

  it('is overruled by a later one', () => {
    const ignore = parseIgnore('*.md\n!PRIVACY.md\n');
    expect(isIgnored(ignore, 'README.md', false)).toBe(true);
    expect(isIgnored(ignore, 'PRIVACY.md', false)).toBe(false);
    expect(isIgnored(ignore, 'PRIVACY.txt', false)).toBeUndefined();
  });

  it('costs little however many stars it has', () => {
    const ignore = parseIgnore(`${'*a'.repeat(100)}*b`);
    expect(isIgnored(ignore, 'a'.repeat(250), false)).toBeUndefined();
  });
});
