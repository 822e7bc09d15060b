import { describe, expect, it } from 'vitest';
import { kotlinJavaReader } from './index.ts';
import { inWords } from './sample.ts';
import { skim } from './skim.ts';
import { wordSet } from './word-set.ts';

const names = new Set(['getDeviceId', 'deviceId', 'requestPermissions']);
const wanted = { names: wordSet(names), texts: wordSet(['sms']) };
const reader = await kotlinJavaReader({ knows: () => false, wanted: () => wanted });

/** What is left of a file to be parsed, dots for what is not. */
function left(text: string, language: 'kotlin' | 'java' = 'kotlin'): string {
  const skimmed = skim(text, language, wanted);
  if (!skimmed) return text;
  return skimmed.within.map(({ start, end }) => text.slice(start, end)).join('…');
}

const TELLS = 'fun id(tm: TelephonyManager) = tm.deviceId';

describe('what nothing is wanted of is left out', () => {
  it.each([
    ['a function', `class A {\n  fun a() {\n    b()\n  }\n\n  ${TELLS}\n}`, `class A {\n…\n\n  ${TELLS}\n}`],
    ['its modifiers and annotations', 'class A {\n  @Keep\n  @Named("x")\n  private suspend fun a(): Int {\n    return 1\n  }\n}', 'class A {\n…\n}'],
    ['its body only where the function is named', 'fun a() {\n  println("nothing here")\n}\nval x = a()', 'fun a() {…}\nval x = a()'],
    ['its body only where more stands on the line', 'class A { fun a() { println("nothing here") } }', 'class A { fun a() {…} }'],
    ['what stands in strings and comments', 'fun a() {\n  // deviceId {\n  b("deviceId }")\n}\nval x = 1', '\nval x = 1'],
    ['templates without a wanted name', 'fun a() {\n  b("$c ${d { it }} }")\n}\nval x = 1', '\nval x = 1'],
  ])('%s', (_, text, expected) => {
    expect(left(text)).toBe(expected);
  });

  it.each([
    ['a method', 'class A {\n  @Override public void a() throws B, C {\n    b();\n  }\n  int c;\n}', 'class A {…\n  int c;\n}'],
    ['the body of a constructor', 'class A {\n  int c;\n  A(int c) {\n    this.c = Math.max(c, 0);\n  }\n}', 'class A {\n  int c;\n  A(int c) {…}\n}'],
    ['the body of an object, not its field', 'class A {\n  B b = new B(1) {\n    void c() { System.out.println(); }\n  };\n}', 'class A {\n  B b = new B(1) {…};\n}'],
  ])('%s, in Java', (_, text, expected) => {
    expect(left(text, 'java')).toBe(expected);
  });

  it.each([
    ['a wanted name', 'fun a() {\n  tm.deviceId\n}'],
    ['a wanted name in a template', 'fun a() {\n  with(tm) { log("id: $deviceId") }\n}'],
    ['a wanted word in a string', 'fun a() {\n  open("content://sms/inbox")\n}'],
    ['a type of its own', 'fun a() {\n  class B : Application() { }\n  b()\n}'],
    ['an expression', 'fun a() = b {\n  c()\n}'],
    ['a property', 'val a by lazy {\n  System.currentTimeMillis()\n}'],
    ['an abstract function before a property', 'abstract fun a()\nval b by lazy {\n  System.currentTimeMillis()\n}'],
    ['a renamed import', 'import a.deviceId as b\nfun c() {\n  println(b)\n}'],
    ['brackets that do not match', 'fun a() {\n  println("nothing here")\n}}'],
  ])('but not %s', (_, text) => {
    expect(left(text)).toBe(text);
  });

  it.each([
    ['a condition', 'class A { static { if (a) { b.go("far away"); } } }'],
    ['a record', 'record A(int b) {\n  int c;\n}'],
  ])('nor %s of Java', (_, text) => {
    expect(left(text, 'java')).toBe(text);
  });
});

describe('a file that is read briefly', () => {
  const sources: readonly (readonly [path: string, text: string])[] = [
    ['A.kt', `package a\nimport android.telephony.TelephonyManager\nimport a.b.Used\nimport a.b.Unused\nimport a.b.extra\nimport a.b.Shown\n
@Shown
class A(private val tm: TelephonyManager) {
  private val wanted = arrayOf("android.permission.CAMERA")
  fun log(used: Used) { x.extra(); println("$used") }
  fun id(): String { if (!agreed) return ""; return tm.deviceId }
  fun ask() { requestPermissions(wanted, 1) }
  fun requestPermissions(list: Array<String>, code: Int) { log("mine " + code) }
  override fun toString(): String { return "nothing" }
}`],
    ['B.java', `package a;\nimport android.telephony.TelephonyManager;\nimport a.b.Used;\nimport a.b.Unused;\n
class B {
  private TelephonyManager tm;
  B(Used used) { System.out.println("nothing of interest"); }
  String id() { return tm.getDeviceId(); }
  @Override public String toString() { return "nothing"; }
  Runnable later = () -> { if (a) { return; } tm.getDeviceId(); };
}`],
  ];

  it.each(sources)('shows the same of %s', (path, text) => {
    const [brief, whole] = [reader(path, text, true), reader(path, text)];
    if ('what' in brief || 'what' in whole) throw new Error('not read');
    expect([brief.brief, whole.brief]).toEqual([true, undefined]);
    expect(brief.imports).toEqual(whole.imports);
    expect(brief.types).toEqual(whole.types);
    const telling = ({ functions }: typeof whole) =>
      functions.flatMap(({ name, uses }) => uses.filter((use) => names.has(use.name)).map((use) => [use.at.start, name, inWords(use), use.args, use.conditions] as const)).toSorted(([a], [b]) => a - b);
    expect(telling(brief)).toEqual(telling(whole));
    expect(telling(brief).length).toBeGreaterThan(1);
  });

  it('is gone through in linear time, whatever it holds', { timeout: 20_000 }, () => {
    for (const piece of ['(', '{', 'fun a(', 'fun a() ', '"${', '@a\n', 'a()                  ', 'class a ', '/*', "'"]) {
      const text = `fun a() {\n  println("nothing here")\n}\n${piece.repeat(200_000 / piece.length)}`;
      expect(skim(text, 'kotlin', wanted)?.within.length ?? 0).toBeLessThan(3);
      expect(skim(text, 'java', wanted)?.within.length ?? 0).toBeLessThan(3);
    }
  });
});
