import { describe, expect, it } from 'vitest';
import { plainStrings, scriptEntries } from './entries.ts';

/** Paths with the strings they set. */
function outline(script: string): readonly string[] {
  return scriptEntries(script, 'build.gradle').map(({ path, args }) =>
    [path.join('.'), ...plainStrings(args)].join(' '),
  );
}

describe('entries of a build script', () => {
  it('are the same in both dialects', () => {
    const groovy = "android {\n  defaultConfig {\n    applicationId 'a.b'\n  }\n}";
    const kotlin = 'android {\n  defaultConfig {\n    applicationId = "a.b"\n  }\n}';
    expect(outline(groovy)).toEqual(outline(kotlin));
    expect(outline(kotlin)).toContain('android.defaultConfig.applicationId a.b');
  });

  it('leave comments out, and what looks like one in a string in', () => {
    expect(outline("// include ':no'\n/* include ':no'\n */ include ':a' // more\nurl 'https://x/y'")).toEqual([
      'include :a',
      'url https://x/y',
    ]);
  });

  it('name the members of containers', () => {
    const script =
      'buildTypes { getByName("debug") { a = "1" }; create("beta") { a = "2" } }\nbuildTypes["x"].a = "3"\nval q by getting { a = "4" }';
    expect(outline(script)).toEqual(
      expect.arrayContaining(['buildTypes.debug.a 1', 'buildTypes.beta.a 2', 'buildTypes.x.a 3', 'q.a 4']),
    );
  });

  it('mark what stands under a condition, in a block or behind it', () => {
    const entries = scriptEntries('if (x) { a "1" } else b "2"\nif (y) c "3"\nd "4"', 'f');
    expect(entries.map(({ path, conditional }) => `${path.join('.')} ${conditional}`)).toEqual([
      'a true',
      'b true',
      'c true',
      'd false',
    ]);
  });

  it('go on over lines that end unfinished', () => {
    expect(outline("include ':a',\n  ':b',\n\n  ':c'\nx = y\n  .z('1')")).toEqual(['include :a :b :c', 'x 1']);
  });

  it('keep the strings a loop runs over', () => {
    const [inner] = scriptEntries('[":a", ":b"].each { name -> include name }', 'f');
    expect(inner?.loop).toEqual({ parameter: 'name', strings: [':a', ':b'] });
  });

  it.each([
    ['unbalanced brackets', '}}) android { defaultConfig { applicationId "x"'],
    ['an open string', "name \"abc\nnext 'z'"],
    ['an open comment', '/* a'],
    ['deep nesting', '{'.repeat(50_000)],
    ['closers only', '}'.repeat(50_000)],
    ['crossed brackets', '(['.repeat(20_000) + ')]'.repeat(20_000)],
    ['chained conditions', 'if (a) '.repeat(20_000)],
    ['chained elses', 'a else '.repeat(20_000)],
    ['a string of interpolations', `x "${'${'.repeat(20_000)}"`],
    ['type arguments', '<a b>'.repeat(20_000)],
    ['a chain of lists', '["a"]'.repeat(20_000)],
    ['slashes', '= / '.repeat(20_000)],
    ['blank lines', `a.${'\n'.repeat(50_000)}b`],
  ])('survive %s', (_, script) => {
    expect(() => scriptEntries(script, 'f')).not.toThrow();
  });
});
