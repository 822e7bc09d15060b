import { expect, it } from 'vitest';
import { java, kotlin, use } from './sample.ts';

const args = (body: string, head = '') => use(kotlin(`import android.Manifest\n${head}\n${body}`), 'ask').args;

it.each([
  ['a permission', 'fun f() { ask(Manifest.permission.SEND_SMS) }', ['android.permission.SEND_SMS']],
  ['a permission written out', 'fun f() { ask(android.Manifest.permission.SEND_SMS) }', ['android.permission.SEND_SMS']],
  ['an array', 'fun f() { ask(arrayOf(Manifest.permission.CAMERA, "x.y"), 7) }', ['android.permission.CAMERA', 'x.y', '7']],
  ['a list of the file', 'val ALL = listOf(Manifest.permission.CAMERA)\nfun f() { ask(ALL) }', ['android.permission.CAMERA']],
  ['a spread array', 'val ALL = arrayOf("a.b")\nfun f() { ask(*ALL) }', ['a.b']],
  ['a list made an array', 'fun f() { val all = listOf("a.b", "c.d").toTypedArray(); ask(all) }', ['a.b', 'c.d']],
  ['two arrays', 'val A = arrayOf("a")\nval B = arrayOf("b")\nfun f() { ask(A + B) }', ['a', 'b']],
  ['a constant of the companion', 'class K { companion object { const val URI = "content://sms" }\nfun f() { ask(URI) } }', ['content://sms']],
  ['a constant of another object', 'object Keys { const val ID = "android_id" }\nfun f() { ask(Keys.ID) }', ['android_id']],
  ['joined strings', 'const val HOST = "content://"\nfun f(x: Int) { ask(HOST + "sms/" + x) }', ['content://sms/']],
  ['a named argument', 'fun f() { ask(what = Manifest.permission.CAMERA) }', ['android.permission.CAMERA']],
  ['a class', 'import a.b.Worker\nfun f() { ask(Worker::class.java) }', ['a.b.Worker']],
  ['what is not known', 'fun f(x: Foo) { ask(x.list(1),  compute()) }', ['x.list(1)', 'compute()']],
  ['a variable that changes', 'var list = arrayOf("a")\nfun f() { list = arrayOf("b"); ask(list) }', ['list']],
  ['a variable that never changes', 'var list: Array<String> = arrayOf("a")\nfun f() { if (list == null) return; ask(list) }', ['a']],
  ['what a loop goes over', 'val ALL = arrayOf("a", "b")\nfun f() { for (one in ALL) ask(one) }', ['a', 'b']],
])('%s', (_, body, expected) => {
  expect(args(body)).toEqual(expected);
});

it('follows aliases and imports of the class of permissions', () => {
  expect(use(kotlin('import android.Manifest.permission\nfun f() { ask(permission.CAMERA) }'), 'ask').args).toEqual(['android.permission.CAMERA']);
  expect(use(kotlin('import android.Manifest.permission as P\nfun f() { ask(P.CAMERA) }'), 'ask').args).toEqual(['android.permission.CAMERA']);
  expect(use(kotlin('import android.Manifest.permission.*\nfun f() { ask(CAMERA) }'), 'ask').args).toEqual(['android.permission.CAMERA']);
});

it('reads arrays of Java', () => {
  const head = 'import android.Manifest;\nclass A { private static final String[] ALL = {Manifest.permission.CAMERA, "a.b"};\n';
  expect(use(java(`${head}void f() { ask(ALL, 1); } }`), 'ask').args).toEqual(['android.permission.CAMERA', 'a.b', '1']);
  expect(use(java(`${head}void f() { ask(new String[]{Manifest.permission.READ_SMS}); } }`), 'ask').args).toEqual(['android.permission.READ_SMS']);
  expect(use(java(`${head}void f() { ask(Arrays.asList("x", "y")); } }`), 'ask').args).toEqual(['x', 'y']);
  expect(use(java(`${head}void f() { for (String one : ALL) ask(one); } }`), 'ask').args).toEqual(['android.permission.CAMERA', 'a.b']);
  expect(use(java('class A { String[] some = {"x"};\nvoid f() { ask(some); } }'), 'ask').args).toEqual(['x']);
});

it('names constants of other classes in full', () => {
  const unit = java('import android.content.Context;\nclass A { void f() { ask(Context.TELEPHONY_SERVICE); } }');
  expect(use(unit, 'ask').args).toEqual(['android.content.Context.TELEPHONY_SERVICE']);
});

it('calls the setter that Kotlin writes as a property', () => {
  const unit = kotlin('import android.widget.CheckBox\nfun f(box: CheckBox) { box.isChecked = true }');
  expect(use(unit, 'setChecked')).toMatchObject({ kind: 'call', receiver: 'android.widget.CheckBox', args: ['true'] });
});

it('cuts long arguments short and keeps a bounded number', () => {
  const many = Array.from({ length: 500 }, (_, i) => `"p${i}"`).join(', ');
  expect(args(`fun f() { ask(arrayOf(${many})) }`).length).toBeLessThan(70);
  expect(args(`fun f(x: Foo) { ask(x.${'y'.repeat(500)}) }`)[0]?.length).toBeLessThan(100);
});
