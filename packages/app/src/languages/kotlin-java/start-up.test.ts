import { expect, it } from 'vitest';
import { jvmEntries, launcherEntries } from '../../code/entries.ts';
import { startPaths } from '../../code/start-up.ts';
import { kotlin } from './sample.ts';

const HEAD = 'package a.b\nimport android.app.Application\nclass App : Application() {\n  override fun onCreate() { go() }\n';

it.each([
  ['a function of the class', `${HEAD}  fun go() { start() }\n}\n`],
  ['a function outside classes', `${HEAD}}\nfun go() { start() }\n`],
  ['a function of an inner object', `${HEAD.replace('go()', 'Push.go()')}  object Push { fun go() { start() } }\n}\n`],
  ['a function of the companion', `${HEAD}  companion object { fun go() { start() } }\n}\n`],
])('follows the start into %s', async (_, text) => {
  const unit = kotlin(text);
  const paths = await startPaths(jvmEntries([unit]), async () => unit);
  const found = [...paths].filter(([use]) => use.name === 'start').map(([, path]) => path.steps.map((step) => step.text));
  expect(found).toHaveLength(1);
  expect(found[0]?.[0]).toBe('App.onCreate');
});

it.each([
  ['an application class of a library', 'class FooApplication : Frame() {\n  override fun onCreate() { start() }\n}\n', 1],
  ['a screen', 'class MainApp : BaseActivity() {\n  override fun onCreate(state: Bundle?) { start() }\n}\n', 0],
  ['a class that nothing starts', 'class FooApplication : Frame() {\n  fun go() { start() }\n}\n', 0],
])('takes a class for the application by its name where its parent is not seen: %s', async (_, text, entries) => {
  expect(jvmEntries([kotlin(`package a.b\n${text}`)])).toHaveLength(entries);
});

it.each([
  ['onCreate', 'class Welcome : Screen() {\n  override fun onCreate(state: Bundle?) { go() }\n  fun go() { start() }\n}\n', ['Welcome.onCreate']],
  ['what its parent calls', 'class Welcome : Screen() {\n  override fun initView() { start() }\n}\n', ['Welcome.initView']],
  ['nothing that waits for a tap', 'class Welcome : Screen() {\n  override fun onCreate(state: Bundle?) { ok.setOnClickListener { start() } }\n}\n', []],
  ['no other screen', 'class Later : Screen() {\n  override fun onCreate(state: Bundle?) { start() }\n}\n', []],
])('follows the first screen from %s', async (_, text, expected) => {
  const unit = kotlin(`package a.b\n${text}`);
  const paths = await startPaths(launcherEntries([unit], ['a.b.Welcome']), async () => unit);
  const found = [...paths].filter(([use]) => use.name === 'start').map(([, { entry, steps }]) => `${entry} ${steps[0]?.text}`);
  expect(found).toEqual(expected.map((each) => `activity ${each}`));
});
