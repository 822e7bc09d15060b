import { describe, expect, it } from 'vitest';
import { inWords, java, kotlin, reading, use } from './sample.ts';

describe('mistakes in a file', () => {
  it('lose no other function of the class, nor what follows it', () => {
    const unit = kotlin('package a\nclass A {\n  fun bad( { x( }\n\n  fun good() { start() }\n}\nclass B {\n  fun later() { stop() }\n}\n');
    expect(inWords(use(unit, 'start'))).toBe('call ?start');
    expect(unit.types.map(({ name }) => name)).toContain('B');
    expect(unit.functions.find(({ name }) => name === 'later')?.owner).toBe('B');
  });

  it('lose no other method of a Java class', () => {
    const unit = java('class A {\n  void bad() { x( ; }\n  void good() { start(); }\n}\nclass B { void later() { stop(); } }');
    expect(use(unit, 'start').name).toBe('start');
    expect(unit.functions.find(({ name }) => name === 'later')?.owner).toBe('B');
  });

  it('do not pass broken code off as what runs when a class comes to be', () => {
    const unit = kotlin('class A : Application() {\n  fun broken( {\n    start()\n  }\n}\n');
    expect(unit.functions.filter(({ name }) => name.startsWith('<')).flatMap((each) => each.uses)).toEqual([]);
  });
});

it.each([
  ['a body in one line', 'class A { fun f() { start() }; val x = 1; fun g() {} }'],
  ['an enum with bodies and members', 'enum class E { A { override fun f() { start() } }; abstract fun f() }'],
  ['a guard', 'fun f(x: Any) = when (x) { is A if x.ok -> start()\n else -> 2 }'],
  ['a constructor on its own line', 'class A\n@JvmOverloads\npublic constructor(val x: Int) : B() {\n  fun f() { start() }\n}'],
  ['soft keywords as names', 'fun f(open: A, dynamic: B) { open.x(); dynamic.y(); start() }'],
  ['Chinese names', 'fun 开始(名: Int) { start() }'],
])('reads what the grammar stumbles over: %s', (_, text) => {
  expect(inWords(use(kotlin(text), 'start'))).toBe('call ?start');
});

const what = (text: string, path = 'A.kt') => {
  const read = reading(path, text);
  return 'what' in read ? read.what : `${read.functions.length} functions`;
};

describe('hostile files', () => {
  it('are refused by their size', () => {
    expect(what(`class A { void f() { ${'a.b(1);'.repeat(1_500_000)} } }`, 'A.java')).toBe('too-large');
    expect(what('val a = b(1)\n'.repeat(60_000))).toBe('too-large');
  });

  it('are refused for their depth', () => {
    expect(what(`val x = ${'('.repeat(10_000)}a${')'.repeat(10_000)}\n`)).toBe('too-deep');
    expect(what(`class A { void f() ${'{'.repeat(10_000)}${'}'.repeat(10_000)} }`, 'A.java')).toBe('too-deep');
    expect(what(`val x = a${'.b()'.repeat(5000)}\n`)).toBe('too-deep');
  });

  it('are refused for the work they make', () => {
    expect(what('/*'.repeat(250_000))).toBe('too-complex');
  });

  it('may be long in ways that people write', () => {
    expect(what(`val x = ${'"a" + '.repeat(3000)}"b"\n`)).toBe('1 functions');
    expect(what(`class A { boolean x = ${'a && '.repeat(3000)}b; }`, 'A.java')).toBe('1 functions');
    expect(what(`val x = a${'.b()'.repeat(250)}\n`)).toBe('1 functions');
  });

  it('end, whatever is in them', () => {
    for (const text of ['"'.repeat(3001), '{'.repeat(3000), '\u0000'.repeat(1000), '`$"${'.repeat(500), '@A fun ( \n'.repeat(500)]) {
      expect(typeof what(text)).toBe('string');
      expect(typeof what(text, 'A.java')).toBe('string');
    }
  });

  it('may lead names round in circles', () => {
    const text = 'val a = b\nval b = a\nval c = arrayOf(*d, *d, *d)\nval d = arrayOf(*c, *c, *c)\nopen class P : Q()\nopen class Q : P()\n';
    expect(use(kotlin(`${text}fun f() { start(a, c); a.x() }\n`), 'start').args).toEqual(['a', 'c']);
  });

  it('always read the same', () => {
    const text = `class A {\n${' fun f( { g( }\n fun ok() { h() }\n'.repeat(40)}}\n`;
    expect(reading('A.kt', text)).toEqual(reading('A.kt', text));
  });
});
