import { describe, expect, it } from 'vitest';
import { headerAt } from './header.ts';

describe('the package and imports of a file', () => {
  it('are read where they are written plainly', () => {
    const text = 'package a.b\n\nimport c.D\nimport e.*\n\nclass F\n';
    expect(headerAt(text, 0, 'kotlin')).toEqual({
      package: 'a.b',
      imports: [
        { from: 'c.D', local: 'D', start: 13, end: 23 },
        { from: 'e.*', local: '*', start: 24, end: 34 },
      ],
      end: 35,
    });
  });

  it('end with their semicolons in Java, static ones too', () => {
    const text = 'import a.B;\nimport static a.B.c;\nclass D {}\n';
    const header = headerAt(text, 0, 'java');
    expect(header?.imports.map(({ start, end }) => text.slice(start, end))).toEqual(['import a.B;', 'import static a.B.c;']);
    expect(header?.imports.map(({ local }) => local)).toEqual(['B', 'c']);
  });

  it('end before what is written in another way: that is left to the parser', () => {
    const text = 'import a.B\nimport c.D // why\nimport e.F\n';
    expect(headerAt(text, 0, 'kotlin')).toMatchObject({ imports: [{ from: 'a.B' }], end: 11 });
  });

  it.each([
    ['nothing of them', 'class A\n'],
    ['a name that goes on in the next line', 'import a.b\n  .C\n'],
    ['another name for it in the next line', 'import a.b.C\n  as D\n'],
  ])('are none where there is %s', (_, text) => {
    expect(headerAt(text, 0, 'kotlin')).toBeUndefined();
  });

  it('do not begin in the middle of a line', () => {
    expect(headerAt('x; import a.B\n', 3, 'kotlin')).toBeUndefined();
  });
});
