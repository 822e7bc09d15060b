import { describe, expect, it } from 'vitest';
import { placesOf } from '../../read-app.ts';
import {
  appPlugin,
  launcher,
  libraryPlugin,
  manifest,
  permissions,
  read,
  uses,
  wordsAt,
  type Contents,
} from './sample.ts';

const app = (body = '', ...elements: readonly string[]): Contents => ({
  'settings.gradle': "include ':app', ':push', ':unused'\n",
  'app/build.gradle': appPlugin + body,
  'app/src/main/AndroidManifest.xml': manifest(uses('CAMERA'), ...elements),
  'push/build.gradle': libraryPlugin,
  'push/src/main/AndroidManifest.xml': manifest(uses('WAKE_LOCK')),
  'unused/build.gradle': libraryPlugin,
  'unused/src/main/AndroidManifest.xml': manifest(uses('SEND_SMS')),
});

/** A whole build in a folder. */
const build = (folder: string): Contents => ({
  [`${folder}/settings.gradle`]: "include ':app'",
  [`${folder}/app/build.gradle`]: appPlugin,
  [`${folder}/app/src/main/AndroidManifest.xml`]: manifest(uses('CAMERA')),
});

describe('the modules that ship', () => {
  it('are those the app depends on, directly or through another', async () => {
    const contents = {
      ...app("dependencies { implementation project(':push') }"),
      'push/build.gradle': `${libraryPlugin}dependencies { api(projects.coreNet) }`,
      'settings.gradle': "include ':app', ':push', ':unused', ':core-net'",
      'core-net/build.gradle': libraryPlugin,
      'core-net/src/main/AndroidManifest.xml': manifest(uses('INTERNET')),
    };
    expect(await permissions(contents)).toEqual(['CAMERA', 'INTERNET', 'WAKE_LOCK']);
    const { apps, unread } = await read(contents);
    expect(apps[0]?.manifests.map(({ path, role }) => `${role} ${path}`)).toEqual([
      'main app/src/main/AndroidManifest.xml',
      'library core-net/src/main/AndroidManifest.xml',
      'library push/src/main/AndroidManifest.xml',
    ]);
    expect(unread.map(({ what }) => what)).toEqual(['library-manifests']);
  });

  it('are all library modules when the build script names none, and that is said', async () => {
    const contents = app('dependencies { implementation "com.example:net:1.0" }');
    expect(await permissions(contents)).toEqual(['CAMERA', 'WAKE_LOCK', 'SEND_SMS']);
    const { unread } = await read(contents);
    expect(unread).toContainEqual({ file: 'app/build.gradle', what: 'module-dependencies', detail: ':push, :unused' });
  });

  it('are in one variant only when that variant depends on them', async () => {
    expect(await permissions(app("dependencies { debugImplementation project(':push') }"))).toEqual([
      'CAMERA',
      'WAKE_LOCK debug',
    ]);
  });

  it('count for all variants when all build types name them', async () => {
    const body = "dependencies { debugImplementation project(':push')\n releaseImplementation project(':push') }";
    expect(await permissions(app(body))).toEqual(['CAMERA', 'WAKE_LOCK']);
  });

  it('include the dynamic features of the app', async () => {
    const contents = {
      ...app("dependencies { implementation project(':push') }"),
      'unused/build.gradle':
        "plugins { id 'com.android.dynamic-feature' }\ndependencies { implementation project(':app') }",
    };
    expect(await permissions(contents)).toContain('SEND_SMS');
  });

  it('are found where projectDir put them', async () => {
    const contents = {
      'settings.gradle': "include ':app', ':net'\nproject(':net').projectDir = new File(rootDir, 'libs/network')",
      'app/build.gradle': `${appPlugin}dependencies { implementation project(':net') }`,
      'app/src/main/AndroidManifest.xml': manifest(),
      'libs/network/src/main/AndroidManifest.xml': manifest(uses('INTERNET')),
    };
    expect(await permissions(contents)).toEqual(['INTERNET']);
  });

  it('may lie among the installed packages of a script language', async () => {
    const moved = "project(':camera').projectDir = new File(rootProject.projectDir, '../node_modules/camera/android')";
    const contents = {
      'android/settings.gradle': `include ':app', ':camera'\n${moved}`,
      'android/app/build.gradle': `${appPlugin}dependencies { implementation project(':camera') }`,
      'android/app/src/main/AndroidManifest.xml': manifest(),
      'node_modules/camera/android/build.gradle': libraryPlugin,
      'node_modules/camera/android/src/main/AndroidManifest.xml': manifest(uses('CAMERA')),
    };
    expect(await permissions(contents)).toEqual(['CAMERA']);
  });

  it('do not include tests, samples, benchmarks and build output', async () => {
    const contents = {
      ...app("dependencies { implementation project(':push') }"),
      'app/src/androidTest/AndroidManifest.xml': manifest(uses('READ_SMS')),
      'app/src/test/AndroidManifest.xml': manifest(uses('READ_SMS')),
      'app/src/testDebug/AndroidManifest.xml': manifest(uses('READ_SMS')),
      'app/src/testFixtures/AndroidManifest.xml': manifest(uses('READ_SMS')),
      'push/build/intermediates/x/AndroidManifest.xml': manifest(uses('READ_SMS')),
      'node_modules/x/android/src/main/AndroidManifest.xml': manifest(uses('READ_SMS'), launcher),
      'sample/build.gradle': appPlugin,
      'sample/src/main/AndroidManifest.xml': manifest(uses('READ_SMS')),
      'macrobenchmark/build.gradle': "plugins { id 'com.android.test' }",
      'macrobenchmark/src/main/AndroidManifest.xml': manifest(uses('READ_SMS')),
      'web/manifest.json': '{}',
    };
    const { apps } = await read(contents);
    expect(apps.map(({ id }) => id)).toEqual([':app']);
    expect(await permissions(contents)).toEqual(['CAMERA', 'WAKE_LOCK']);
  });
});

describe('apps of a repository', () => {
  it('are told apart, phone and watch', async () => {
    const contents = {
      'settings.gradle.kts': 'include(":app", ":wear")',
      'app/build.gradle.kts': appPlugin.replaceAll("'", '"').replace('id ', 'id(').replace(' }', ') }'),
      'app/src/main/AndroidManifest.xml': manifest(uses('CAMERA')),
      'wear/build.gradle.kts': 'plugins { id("com.android.application") }',
      'wear/src/main/AndroidManifest.xml': manifest(uses('BODY_SENSORS')),
    };
    const { apps } = await read(contents);
    expect(apps.map(({ id, folder, permissions: own }) => [id, folder, own.length])).toEqual([
      [':app', 'app', 1],
      [':wear', 'wear', 1],
    ]);
    expect(await permissions(contents, 1)).toEqual(['BODY_SENSORS']);
  });

  it('in two builds keep ids of their own', async () => {
    const { apps } = await read({ ...build('doctor/android'), ...build('patient/android') });
    expect(apps.map(({ id }) => id)).toEqual(['doctor/android/app', 'patient/android/app']);
  });

  it('are the samples when there is nothing else', async () => {
    const contents = {
      'settings.gradle': "include ':lib', ':sample'",
      'lib/build.gradle': libraryPlugin,
      'lib/src/main/AndroidManifest.xml': manifest(),
      'sample/build.gradle': appPlugin,
      'sample/src/main/AndroidManifest.xml': manifest(uses('CAMERA')),
    };
    expect((await read(contents)).apps.map(({ id }) => id)).toEqual([':sample']);
  });

  it.each([
    ['a Flutter project', 'android/app/src/main/AndroidManifest.xml', { 'pubspec.yaml': 'name: x' }, 'android/app'],
    ['an Eclipse project', 'AndroidManifest.xml', { 'res/values/strings.xml': '<resources/>' }, '.'],
    ['a game engine', 'Assets/Plugins/Android/AndroidManifest.xml', {}, 'Assets/Plugins/Android'],
    [
      'a settings script that names nothing',
      'app/src/main/AndroidManifest.xml',
      { 'settings.gradle': 'apply from: "x"' },
      'app',
    ],
    ['a renamed main folder', 'mobile/src/androidMain/AndroidManifest.xml', {}, 'mobile'],
  ])('are found by search in %s', async (_, path, others, id) => {
    const { apps } = await read({ ...others, [path]: manifest(uses('CAMERA'), launcher) });
    expect(apps.map((one) => [one.id, one.permissions.length])).toEqual([[id, 1]]);
  });

  it('an Eclipse library goes with its app', async () => {
    const contents = {
      'main/AndroidManifest.xml': manifest(uses('CAMERA'), launcher),
      'widgets/AndroidManifest.xml': manifest(uses('VIBRATE'), launcher),
      'widgets/project.properties': 'target=android-19\nandroid.library=true\n',
    };
    expect((await read(contents)).apps.map(({ id }) => id)).toEqual(['main']);
    expect(await permissions(contents)).toEqual(['CAMERA', 'VIBRATE']);
  });

  it('without a launcher are still apps when nothing calls them libraries', async () => {
    expect((await read({ 'app/src/main/AndroidManifest.xml': manifest(uses('CAMERA')) })).apps).toHaveLength(1);
  });

  it('are none in a library project, and that is said', async () => {
    const contents = {
      'settings.gradle': "include ':lib'",
      'lib/build.gradle': libraryPlugin,
      'lib/src/main/AndroidManifest.xml': manifest(uses('CAMERA')),
    };
    expect(await read(contents)).toEqual({ apps: [], unread: [{ what: 'no-android-manifest' }] });
  });

  it('have a name, an id and SDK levels with their places', async () => {
    const contents: Contents = {
      ...app(
        "android { defaultConfig { applicationId 'cn.example.parcel'; minSdk 23; targetSdk 34 } }",
        '<application android:label="@string/app_name"/>',
      ),
      'app/src/main/res/values/strings.xml': '<resources>\n  <string name="app_name">小包裹</string>\n</resources>',
    };
    const [own] = (await read(contents)).apps;
    expect(own).toMatchObject({
      minSdk: 23,
      targetSdk: 34,
      name: { text: '小包裹' },
      applicationId: { text: 'cn.example.parcel' },
    });
    expect(wordsAt(contents, own?.name?.at)).toBe('小包裹');
    expect(wordsAt(contents, own?.applicationId?.at)).toBe('cn.example.parcel');
  });

  it('fall back on the manifest for id and SDK levels', async () => {
    const text = manifest('<uses-sdk android:minSdkVersion="9" android:targetSdkVersion="19"/>').replace(
      '<manifest ',
      '<manifest package="cn.old" ',
    );
    expect((await read({ 'AndroidManifest.xml': text })).apps[0]).toMatchObject({
      applicationId: { text: 'cn.old' },
      minSdk: 9,
      targetSdk: 19,
    });
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['broken', '<manifest><uses-permission></manifest>', 'broken-xml'],
    ['binary', new Uint8Array([3, 0, 8, 0, 9]), 'binary-xml'],
    ['a bomb', '<!DOCTYPE m [<!ENTITY a "&a;&a;">]><manifest/>', 'xml-entities'],
    ['not a manifest', '<resources/>', 'not-a-manifest'],
    ['empty', '', 'broken-xml'],
  ])('%s: told once, the others still read', async (_, text, what) => {
    const contents = {
      ...app("dependencies { implementation project(':push') }"),
      'push/src/main/AndroidManifest.xml': text,
    };
    const { apps, unread } = await read(contents);
    expect(apps[0]?.permissions.map(({ name }) => name)).toEqual(['android.permission.CAMERA']);
    expect(unread.filter(({ file }) => file === 'push/src/main/AndroidManifest.xml').map((one) => one.what)).toEqual([
      what,
    ]);
  });

  it('leave the app in the list when it is its own manifest', async () => {
    const { apps, unread } = await read({ ...app(), 'app/src/main/AndroidManifest.xml': '<manifest' });
    expect(apps.map(({ id }) => id)).toContain(':app');
    expect(unread).toContainEqual(
      expect.objectContaining({ file: 'app/src/main/AndroidManifest.xml', what: 'broken-xml' }),
    );
  });

  it('in GBK and UTF-16 are read', async () => {
    const gbk = new Uint8Array([
      ...new TextEncoder().encode(
        '<?xml version="1.0" encoding="GBK"?><manifest xmlns:a="http://schemas.android.com/apk/res/android"><!-- ',
      ),
      0xc8,
      0xa8,
      0xcf,
      0xde,
      ...new TextEncoder().encode(' --><uses-permission a:name="android.permission.CAMERA"/></manifest>'),
    ]);
    const utf16 = new Uint8Array(
      new Uint16Array([...`\ufeff${manifest(uses('CAMERA'))}`].map((unit) => unit.charCodeAt(0))).buffer,
    );
    for (const bytes of [gbk, utf16]) expect(await permissions({ 'AndroidManifest.xml': bytes })).toEqual(['CAMERA']);
  });
});

describe('the launcher', () => {
  it('starts the activity that an alias stands for', async () => {
    const alias = launcher.replace('<activity ', '<activity-alias android:targetActivity=".Welcome" ').replace('</activity>', '</activity-alias>');
    const manifestOf = manifest(alias).replace('<manifest ', '<manifest package="cn.a" ');
    const project = await read({ 'app/build.gradle': appPlugin, 'app/src/main/AndroidManifest.xml': manifestOf });
    expect(placesOf(project).map(({ launchers }) => launchers)).toEqual([['cn.a.Welcome']]);
  });
});
