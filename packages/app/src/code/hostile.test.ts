import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles, type AppProject } from '@mingshi/model';
import { readApp } from '../read-app.ts';

const knowledge = loadKnowledge();
const manifest = '<manifest xmlns:android="http://schemas.android.com/apk/res/android"><application /></manifest>';
const load = "import Contacts from 'react-native-contacts';";

const read = (files: Readonly<Record<string, string>>): Promise<AppProject> => readApp(memoryFiles(files), {}, knowledge);
const android = { 'settings.gradle': "include ':app'", 'app/build.gradle': "plugins { id 'com.android.application' }", 'app/src/main/AndroidManifest.xml': manifest };
const reactNative = {
  'package.json': '{ "dependencies": { "react-native": "0.76.0" } }',
  'index.js': '',
  'android/app/src/main/AndroidManifest.xml': manifest,
};
const flutter = { 'pubspec.yaml': 'dependencies:\n  flutter:\n    sdk: flutter\n', 'android/app/src/main/AndroidManifest.xml': manifest };

/** What was found in the code, and which files of it were not read. */
async function codeOf(files: Readonly<Record<string, string>>): Promise<{ readonly names: readonly string[]; readonly unread: readonly string[] }> {
  const { apps, unread } = await read(files);
  const names = apps.flatMap(({ code }) => code.uses.map(({ name }) => name));
  return { names: [...new Set(names)], unread: unread.flatMap(({ file, what }) => (/\.(?:[jt]sx?|kt|java|dart)$/.test(file ?? '') ? [`${file} ${what}`] : [])) };
}

describe('files that nobody wrote are bounded, and told when they are not read', () => {
  const late = `${load}\nfunction f(x) {\n${'if (x) return;\n'.repeat(20_000)}Contacts.getAll();\n}`;
  it.each([
    ['brackets without end', `${load}\nconst a = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; Contacts.getAll();`, { names: [], unread: ['src/a.ts too-deep'] }],
    ['a bundle', `${load}${'function a(b){return b?a(b-1):0};'.repeat(70_000)}`, { names: [], unread: ['src/a.ts too-large'] }],
    ['one long line', `${load}${'function a(b){return b?a(b-1):0};'.repeat(20_000)}Contacts.getAll();`, { names: [], unread: ['src/a.ts minified'] }],
    ['a short line', `${load}${'function a(b){return b?a(b-1):0};'.repeat(200)}Contacts.getAll();`, { names: ['react-native-contacts.getAll'], unread: [] }],
    ['long lines with nothing known', 'function a(b){return b?a(b-1):0};'.repeat(20_000), { names: [], unread: [] }],
    ['many lines', `${load}\n${'Contacts.getAll();\n'.repeat(50_000)}`, { names: ['react-native-contacts.getAll'], unread: [] }],
    ['more lines than people write', `${load}\n${'Contacts.getAll();\n'.repeat(60_000)}`, { names: [], unread: ['src/a.ts too-large'] }],
    ['many early returns', late, { names: ['react-native-contacts.getAll'], unread: [] }],
  ])('%s', { timeout: 120_000 }, async (_, text, expected) => {
    expect(await codeOf({ ...reactNative, 'src/a.ts': text })).toEqual(expected);
  });

  it('with the known names that stand in them', async () => {
    const text = `${load}${'function a(b){return b?a(b-1):0};'.repeat(5_000)}`;
    const { unread } = await read({ ...reactNative, 'www/app.min.js': text, 'src/vendor.bundle.js': 'x', 'src/a.ts': text });
    expect(unread.filter(({ what }) => what === 'minified')).toEqual([
      { file: 'src/a.ts', what: 'minified', detail: 'react-native-contacts' },
      { file: 'www/app.min.js', what: 'minified', detail: 'react-native-contacts' },
    ]);
  });

  it('of Dart too', { timeout: 120_000 }, async () => {
    const body = `import 'package:geolocator/geolocator.dart';\nvoid main() {\n${"if (a) { b.c('d'); }\n".repeat(50_000)}}`;
    expect(await codeOf({ ...flutter, 'lib/main.dart': body })).toEqual({ names: [], unread: ['lib/main.dart too-slow'] });
  });
});

describe('comments, strings, tests and dead imports are no evidence', () => {
  const call = 'Contacts.getAll();';
  it.each([
    ['a comment', { 'src/a.ts': `${load}\n// ${call}\n/* ${call} */` }],
    ['a string', { 'src/a.ts': `${load}\nexport const s = "${call}" + \`${call}\`;` }],
    ['a test', { 'src/__tests__/a.ts': `${load}\n${call}`, 'src/a.spec.tsx': `${load}\n${call}` }],
    ['a dead import', { 'src/a.ts': load }],
    ['a type', { 'src/a.ts': `import type Contacts from 'react-native-contacts';\nexport let c: typeof Contacts;` }],
    ['somebody else of that name', { 'src/a.ts': `import Contacts from './own';\n${call}`, 'src/own.ts': 'export default { getAll() {} };\n// react-native-contacts' }],
  ])('%s, in TypeScript', async (_, files) => {
    expect(await codeOf({ ...reactNative, ...files })).toEqual({ names: [], unread: [] });
  });

  it.each([
    ['a comment', { 'Pages.kt': 'import android.content.ClipboardManager\nclass A(val c: ClipboardManager) { /* c.getPrimaryClip() */ }' }],
    ['a string', { 'Pages.kt': 'import android.content.ClipboardManager\nclass A(val c: ClipboardManager) { val s = "c.getPrimaryClip()" }' }],
    ['a dead import', { 'Pages.java': 'import android.content.ClipboardManager;\nclass A { void getPrimaryClip() {} void f() { getPrimaryClip(); } }' }],
    ['a test', { '../../test/java/PagesTest.kt': 'import android.content.ClipboardManager\nclass A(val c: ClipboardManager) { fun f() = c.getPrimaryClip() }' }],
  ])('%s, in Kotlin and Java', async (_, files) => {
    const sources = Object.fromEntries(Object.entries(files).map(([name, text]) => [name.startsWith('../../') ? `app/src/${name.slice(6)}` : `app/src/main/java/${name}`, text]));
    expect(await codeOf({ ...android, ...sources })).toEqual({ names: [], unread: [] });
  });

  it.each([
    ['a comment', { 'lib/a.dart': "import 'package:geolocator/geolocator.dart';\n// Geolocator.getCurrentPosition();" }],
    ['a string', { 'lib/a.dart': "import 'package:geolocator/geolocator.dart';\nfinal s = 'Geolocator.getCurrentPosition()';" }],
    ['a test', { 'test/a_test.dart': "import 'package:geolocator/geolocator.dart';\nvoid main() { Geolocator.getCurrentPosition(); }" }],
  ])('%s, in Dart', async (_, files) => {
    expect(await codeOf({ ...flutter, ...files })).toEqual({ names: [], unread: [] });
  });

  it('markup of Vue that is commented out', async () => {
    const page = '<template><!-- <checkbox :checked="true" />同意隐私协议 --><view /></template>\n<script>\nexport default {};\n</script>';
    const { apps } = await read({ 'manifest.json': '{ "appid": "__UNI__1", "app-plus": {} }', 'pages/a.vue': page });
    expect(apps.map(({ code }) => [code.tickedBoxes, code.files.found])).toEqual([[[], 1]]);
  });
});

/** How often ts-morph is loaded when these files are read from scratch. */
async function loadsOf(files: Readonly<Record<string, string>>): Promise<number> {
  let loads = 0;
  vi.resetModules();
  vi.doMock('ts-morph', async (original) => {
    loads += 1;
    return original();
  });
  const { readApp: fresh } = await import('../read-app.ts');
  await fresh(memoryFiles(files), {}, knowledge);
  return loads;
}

describe('ts-morph', { timeout: 60_000 }, () => {
  afterEach(() => vi.doUnmock('ts-morph'));
  const tool = { 'docs/site.js': `${load}\nContacts.getAll();` };
  const kotlin = 'import android.content.ClipboardManager\nclass A(val c: ClipboardManager) { fun f() = c.getPrimaryClip() }';

  it('is loaded only for a project with scripts that name something known', async () => {
    expect(await loadsOf({ ...android, ...tool, 'app/src/main/java/A.kt': kotlin })).toBe(0);
    expect(await loadsOf({ ...reactNative, ...tool, 'src/a.ts': `${load}\nContacts.getAll();` })).toBe(1);
  });
});
