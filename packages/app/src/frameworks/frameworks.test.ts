import { describe, expect, it } from 'vitest';
import { appPlugin, launcher, manifest, read, uses, wordsAt, type Contents } from '../platforms/android/sample.ts';

const packageJson = (dependencies: Readonly<Record<string, string>>, more = {}) =>
  JSON.stringify({ name: 'x', dependencies, devDependencies: { jest: '1', 'never-shipped': '1' }, ...more }, null, 2);

/** Apps as id, frameworks, permissions and dependencies. */
async function summary(contents: Contents) {
  const { apps } = await read(contents);
  return apps.map(({ id, frameworks, permissions, dependencies }) => ({
    id,
    frameworks: frameworks.join(' '),
    permissions: permissions.map(({ name }) => name.replace('android.permission.', '')).join(' '),
    dependencies: dependencies.map(({ name }) => name).join(' '),
  }));
}

const whats = async (contents: Contents) => (await read(contents)).unread.map(({ what }) => what);

const androidProject = (folder: string, dependency: string): Contents => ({
  [`${folder}/settings.gradle`]: "include ':app'",
  [`${folder}/app/build.gradle`]: `${appPlugin}dependencies { implementation '${dependency}' }`,
  [`${folder}/app/src/main/AndroidManifest.xml`]: manifest(uses('CAMERA'), launcher),
});

describe('React Native', () => {
  it('with an Android project is one app', async () => {
    const contents = {
      'package.json': packageJson({ 'react-native': '0.80.0', 'react-native-svg': '^15.1.0' }),
      'app.json': '{ "name": "x", "displayName": "X" }',
      'index.js': '',
      ...androidProject('android', 'cn.a:native:1'),
    };
    expect(await summary(contents)).toEqual([
      {
        id: ':app',
        frameworks: 'react-native',
        permissions: 'CAMERA',
        dependencies: 'cn.a:native react-native react-native-svg',
      },
    ]);
    const { apps } = await read(contents);
    const push = apps[0]?.dependencies.at(-1);
    expect(push).toMatchObject({ ecosystem: 'npm', version: '^15.1.0', via: 'direct' });
    expect(wordsAt(contents, push?.at)).toBe('react-native-svg');
  });

  it('without one says that permissions were not seen', async () => {
    const contents = { 'package.json': packageJson({ 'react-native': '0.80.0' }), 'index.js': '' };
    expect(await summary(contents)).toMatchObject([{ id: '.', frameworks: 'react-native' }]);
    expect(await whats(contents)).toEqual(['android-project']);
  });

  it('as the dependency of a library or of a workspace makes no app', async () => {
    const contents = {
      'package.json': packageJson({}, { peerDependencies: { 'react-native': '*' } }),
      'packages/ui/package.json': packageJson({ 'react-native': '*' }),
    };
    expect(await summary(contents)).toEqual([]);
  });

  it('embedded in an Android project is told by its runtime', async () => {
    const contents = {
      'package.json': packageJson({ 'react-native': '0.80.0' }),
      'settings.gradle': "include ':app'",
      'app/build.gradle': `${appPlugin}dependencies { implementation 'com.facebook.react:react-android' }`,
      'app/src/main/AndroidManifest.xml': manifest(launcher),
    };
    expect((await summary(contents)).map(({ frameworks }) => frameworks)).toEqual(['react-native']);
  });
});

describe('a repository with several apps', () => {
  it('tells them apart', async () => {
    const contents = {
      'package.json': packageJson({}, { workspaces: ['apps/*'] }),
      'apps/one/package.json': packageJson({ 'react-native': '1', one: '1' }),
      ...androidProject('apps/one/android', 'cn.a:one:1'),
      'apps/two/package.json': packageJson({ expo: '1', 'react-native': '1' }),
      'apps/two/app.json': '{ "expo": { "android": { "permissions": ["READ_SMS"] } } }',
      'apps/three/pubspec.yaml': 'name: three\ndependencies:\n  flutter:\n    sdk: flutter\n  fluwx: ^2.0.0\n',
      ...androidProject('apps/three/android', 'cn.a:three:1'),
      'native/settings.gradle': "include ':app'",
      'native/app/build.gradle': appPlugin,
      'native/app/src/main/AndroidManifest.xml': manifest(launcher),
      'website/package.json': packageJson({ next: '1' }),
      'website/app.config.ts': "export default { android: 'x', plugins: [] };",
    };
    const apps = await summary(contents);
    expect(apps.map(({ id, frameworks, dependencies }) => [id, frameworks, dependencies])).toEqual([
      ['apps/one/android/app', 'react-native', 'cn.a:one react-native one'],
      ['apps/three/android/app', 'flutter', 'cn.a:three fluwx'],
      ['native/app', '', ''],
      ['apps/two', 'react-native expo', 'expo react-native'],
    ]);
    expect(apps[3]?.permissions).toBe('READ_SMS');
  });

  it('leaves out examples beside a real app', async () => {
    const contents = {
      'example/app.json': '{ "expo": { "name": "x" } }',
      'app.json': '{ "expo": { "name": "y" } }',
    };
    expect((await summary(contents)).map(({ id }) => id)).toEqual(['.']);
  });

  it('may build one app with several frameworks', async () => {
    const contents = {
      'package.json': packageJson(
        { '@capacitor/core': '6', cordova: '12' },
        { cordova: { plugins: { 'cordova-plugin-x': {} } } },
      ),
      'capacitor.config.ts':
        "import type { CapacitorConfig } from '@capacitor/cli';\nconst config: CapacitorConfig = { appId: 'cn.a', appName: '记账' };\nexport default config;",
      'config.xml': '<widget id="cn.b"><name>B</name></widget>',
    };
    const { apps } = await read(contents);
    expect(apps).toHaveLength(1);
    expect(apps[0]?.frameworks).toEqual(['capacitor', 'cordova']);
    expect(apps[0]?.dependencies.map(({ ecosystem, name }) => `${ecosystem} ${name}`)).toEqual([
      'npm @capacitor/core',
      'npm cordova',
      'cordova cordova-plugin-x',
    ]);
  });
});

describe('Capacitor', () => {
  it('is read beside its Android project, without what the build copies there', async () => {
    const contents = {
      'package.json': packageJson({ '@capacitor/core': '6', '@capacitor/geolocation': '6' }),
      'capacitor.config.json': '{ "appId": "cn.a", "appName": "A" }',
      ...androidProject('android', 'cn.a:b:1'),
      'android/app/src/main/assets/capacitor.config.json': '{ "appId": "cn.a" }',
    };
    expect(await summary(contents)).toMatchObject([{ id: ':app', frameworks: 'capacitor' }]);
  });

  it('says that its configuration could not be read', async () => {
    const { unread } = await read({ 'capacitor.config.json': '{ "appId": "cn.a", ' });
    expect(unread).toContainEqual(expect.objectContaining({ file: 'capacitor.config.json', what: 'broken-json' }));
  });
});

describe('Cordova', () => {
  const config = `<?xml version='1.0' encoding='utf-8'?>
<widget id="cn.a.app" android-packageName="cn.a.android" xmlns="http://www.w3.org/ns/widgets">
  <name>扫一扫</name>
  <preference name="android-targetSdkVersion" value="34" />
  <plugin name="cordova-plugin-camera" spec="^8.0.0" />
  <platform name="android">
    <config-file parent="/manifest" target="app/src/main/AndroidManifest.xml">
      <uses-permission android:name="android.permission.READ_SMS" />
    </config-file>
    <config-file parent="/x" target="res/xml/config.xml"><uses-permission android:name="android.permission.NO" /></config-file>
  </platform>
  <platform name="ios"><config-file target="AndroidManifest.xml"><uses-permission android:name="a.b" /></config-file></platform>
</widget>`;

  it('is read from config.xml', async () => {
    const contents = { 'config.xml': config };
    const { apps } = await read(contents);
    expect(apps[0]).toMatchObject({
      frameworks: ['cordova'],
      name: { text: '扫一扫' },
      applicationId: { text: 'cn.a.android' },
      targetSdk: 34,
      dependencies: [{ ecosystem: 'cordova', name: 'cordova-plugin-camera', version: '^8.0.0' }],
    });
    expect(apps[0]?.permissions.map(({ name, at }) => [name, wordsAt(contents, at)])).toEqual([
      ['android.permission.READ_SMS', 'android.permission.READ_SMS'],
    ]);
    expect(wordsAt(contents, apps[0]?.name?.at)).toBe('扫一扫');
  });

  it('is not any config.xml', async () => {
    expect(await summary({ 'config.xml': '<settings><a/></settings>', 'b/config.xml': '<widget' })).toEqual([]);
  });
});

describe('Flutter', () => {
  const pubspec = `name: notes
dependencies:
  flutter:
    sdk: flutter
  # jpush_flutter: ^1.0.0
  fluwx: ^2.6.2
  bare:
  core:
    path: ../core
  from_git:
    git:
      url: https://example.com/x
dev_dependencies:
  build_runner: ^2.0.0
`;

  it('is read from pubspec.yaml, with the packages of the repository that it names', async () => {
    const contents = {
      'app/pubspec.yaml': pubspec,
      'app/lib/main.dart': '',
      'core/pubspec.yaml': 'name: core\ndependencies:\n  geolocator: 1.0.0\n  app:\n    path: ../app\n',
    };
    expect(await summary(contents)).toEqual([
      { id: 'app', frameworks: 'flutter', permissions: '', dependencies: 'fluwx bare core from_git geolocator app' },
    ]);
    const { apps } = await read(contents);
    expect(apps[0]?.dependencies.map(({ at }) => wordsAt(contents, at))).toEqual(
      apps[0]?.dependencies.map(({ name }) => name),
    );
    expect(await whats(contents)).toEqual(['android-project']);
  });

  it('as a plug-in or a plain Dart package is no app', async () => {
    const plugin = 'dependencies:\n  flutter:\n    sdk: flutter\nflutter:\n  plugin:\n    platforms: {}\n';
    const contents = { 'pubspec.yaml': plugin, 'lib/main.dart': '', 'tool/pubspec.yaml': 'dependencies:\n  args: 1\n' };
    expect(await summary(contents)).toEqual([]);
  });

  it('that is broken, bottomless or grows without end is survived', async () => {
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i ? `*a${i - 1},*a${i - 1}` : 'x'}]`).join(
      '\n',
    );
    for (const text of [
      'dependencies:\n  flutter: [',
      `flutter: ${'['.repeat(20_000)}`,
      `flutter: x\n${bomb}\ndependencies: *a29`,
    ]) {
      expect((await read({ 'pubspec.yaml': text })).apps).toEqual([]);
    }
  });
});

describe('Expo settings in a program', () => {
  it.each([
    ['an object', "export default { expo: { name: '加班本', android: { permissions: ['READ_SMS'] } } };"],
    [
      'CommonJS',
      "module.exports = {\n  name: '加班本', // note\n  android: {\n    permissions: ['READ_SMS'],\n  },\n};",
    ],
    [
      'a function',
      "import 'dotenv/config';\nexport default ({ config }: ConfigContext): ExpoConfig => ({\n  ...config,\n  name: process.env.NAME ?? '加班本',\n  android: { ...config.android, permissions: ['READ_SMS'] as const },\n  plugins: [],\n});",
    ],
    [
      'a constant',
      "const permissions = ['android.permission.READ_SMS'];\nconst config: ExpoConfig = {\n  name: '加班本', slug: 'x',\n  android: { permissions },\n  ios: { supportsTablet: true },\n}\nconst android = 1;\nexport default config;".replace(
        '{ permissions }',
        '{ permissions: permissions }',
      ),
    ],
    [
      'a body',
      "export default () => {\n  const dev = true;\n  return { name: '加班本', slug: 'x', android: { permissions: ['READ_SMS'] } };\n};",
    ],
  ])('is read as far as it is data: %s', async (_, text) => {
    const contents = { 'package.json': packageJson({ expo: '57' }), 'app.config.ts': text };
    const { apps } = await read(contents);
    expect(apps[0]).toMatchObject({ name: { text: '加班本' }, frameworks: ['expo'] });
    expect(apps[0]?.permissions.map(({ name }) => name)).toEqual(['android.permission.READ_SMS']);
    expect(wordsAt(contents, apps[0]?.permissions[0]?.at)).toContain('READ_SMS');
  });

  it('that are computed are told as not read', async () => {
    const contents = {
      'package.json': packageJson({ expo: '57' }),
      'app.config.js': 'module.exports = require("./make")();',
    };
    expect(await whats(contents)).toContain('app-config');
    const built = { ...contents, ...androidProject('android', 'cn.a:b:1') };
    expect(await whats(built)).not.toContain('app-config');
  });

  it('add to app.json, and what they block is blocked', async () => {
    const contents = {
      'app.json': '{ "expo": { "name": "x", "android": { "permissions": ["CAMERA", "READ_SMS"] } } }',
      'package.json': packageJson({ expo: '57' }),
      'app.config.js':
        "module.exports = { plugins: ['expo-contacts', ['expo-camera', { recordAudioAndroid: false }], ['expo-location', {}], 'unknown-plugin'], android: { blockedPermissions: ['READ_SMS', 'android.permission.WRITE_CONTACTS'] } };",
    };
    expect((await summary(contents))[0]?.permissions.split(' ').toSorted()).toEqual([
      'ACCESS_COARSE_LOCATION',
      'ACCESS_FINE_LOCATION',
      'CAMERA',
      'READ_CONTACTS',
    ]);
    const { apps } = await read(contents);
    const contacts = apps[0]?.permissions.find(({ name }) => name.endsWith('READ_CONTACTS'));
    expect(wordsAt(contents, contacts?.at)).toBe('expo-contacts');
  });
});

describe('uni-app', () => {
  const text = `{
  "name": "打卡", // 名称
  "appid": "__UNI__1",
  /* 应用 */
  "app-plus": {
    "modules": { "Push": {}, "OAuth": {} },
    "distribute": {
      "android": {
        "packagename": "cn.a.uni",
        "minSdkVersion": 21,
        "permissions": [
          "<uses-permission android:name=\\"android.permission.READ_CONTACTS\\"/>",
          "<uses-feature android:name=\\"android.hardware.camera\\"/>",
          "<uses-permission android:name='android.permission.CAMERA' android:maxSdkVersion='28' />",
          "<uses-permission android:name=\\"android.permission.READ_LOGS\\"/>"
        ],
        "excludePermissions": ["<uses-permission android:name=\\"android.permission.READ_LOGS\\"/>"]
      },
      "sdkConfigs": { "oauth": { "weixin": { "appid": "wx" } }, "push": { "unipush": {} } }
    },
    "nativePlugins": { "JG-JPush": {} },
  },
  "mp-weixin": { "permission": {} },
}`;

  it('is read from manifest.json with comments', async () => {
    const contents = { 'manifest.json': text };
    const { apps } = await read(contents);
    expect(apps[0]).toMatchObject({
      frameworks: ['uni-app'],
      name: { text: '打卡' },
      applicationId: { text: 'cn.a.uni' },
      minSdk: 21,
    });
    expect(apps[0]?.permissions.map(({ name, maxSdk, at }) => [name, maxSdk, wordsAt(contents, at)])).toEqual([
      ['android.permission.READ_CONTACTS', undefined, 'android.permission.READ_CONTACTS'],
      ['android.permission.CAMERA', 28, 'android.permission.CAMERA'],
    ]);
    expect(apps[0]?.dependencies.map(({ name, at }) => [name, wordsAt(contents, at)])).toEqual([
      ['Push', 'Push'],
      ['OAuth', 'OAuth'],
      ['oauth.weixin', 'weixin'],
      ['push.unipush', 'unipush'],
      ['JG-JPush', 'JG-JPush'],
    ]);
  });

  it('made with a command line lies in src, and is one app with its package.json', async () => {
    const contents = { 'package.json': packageJson({ '@dcloudio/uni-app': '3' }), 'src/manifest.json': text };
    expect(await summary(contents)).toMatchObject([{ id: '.', frameworks: 'uni-app' }]);
  });

  it('has the libraries and permissions of the native plug-ins beside its manifest', async () => {
    const plugin = { _dp_nativeplugin: { android: { dependencies: ['com.example.face:core:3.0'], permissions: ['android.permission.CAMERA'] } } };
    const { apps } = await read({
      'src/manifest.json': '{ "name": "a", "app-plus": { "distribute": {} } }',
      'src/nativeplugins/Face/package.json': JSON.stringify(plugin),
      'other/nativeplugins/Pay/package.json': JSON.stringify(plugin).replace('face:core', 'pay:core'),
    });
    expect(apps[0]?.dependencies.map(({ name }) => name)).toEqual(['com.example.face:core']);
    expect(apps[0]?.permissions.map(({ name, at }) => [name, at.file])).toEqual([
      ['android.permission.CAMERA', 'src/nativeplugins/Face/package.json'],
    ]);
  });

  it('is not the manifest of a web page or of a browser extension', async () => {
    const contents = {
      'web/manifest.json': '{ "name": "x", "icons": [] }',
      'ext/manifest.json': '{ "permissions": ["tabs"] }',
    };
    expect(await summary(contents)).toEqual([]);
  });

  it('that is broken is told with its place', async () => {
    const { unread } = await read({ 'manifest.json': '{ "app-plus": { "modules": } }' });
    expect(unread[0]).toMatchObject({ what: 'broken-json', file: 'manifest.json' });
    expect(unread[0]?.offset).toBeGreaterThan(10);
  });
});

const strings = (name: string, value: string) => `{ "string": [{ "name": "${name}", "value": "${value}" }] }`;

describe('HarmonyOS', () => {
  it('is read from the modules of a build; what its libraries add is told as not seen', async () => {
    const contents = {
      'AppScope/app.json5': "{ app: { bundleName: 'cn.a.ohos', label: '$string:app_name' } }",
      'AppScope/resources/base/element/string.json': '{ "string": [{ "name": "app_name", "value": "阿鸿" }] }',
      'oh-package.json5':
        "{ dependencies: { '@jg/push': '1.0.0', common: 'file:../common' }, devDependencies: { x: '1' } }",
      'entry/oh-package.json5': "{ dependencies: { '@umeng/common': '^1' } }",
      'entry/src/main/module.json5':
        "{\n  // entry\n  module: { type: 'entry', requestPermissions: [{ name: 'ohos.permission.CAMERA', reason: '$string:r' }] },\n}",
      'feature/src/main/module.json5':
        "{ module: { requestPermissions: [{ name: 'ohos.permission.CAMERA' }, { name: 'ohos.permission.READ_CONTACTS' }] } }",
      'entry/src/ohosTest/module.json5': "{ module: { requestPermissions: [{ name: 'ohos.permission.NO' }] } }",
    };
    const { apps, unread } = await read(contents);
    expect(apps).toHaveLength(1);
    expect(apps[0]).toMatchObject({ platform: 'harmony', applicationId: { text: 'cn.a.ohos' }, name: { text: '阿鸿' } });
    expect(apps[0]?.permissions.map(({ name, at, alsoAt }) => [name, wordsAt(contents, at), alsoAt.length])).toEqual([
      ['ohos.permission.CAMERA', 'ohos.permission.CAMERA', 1],
      ['ohos.permission.READ_CONTACTS', 'ohos.permission.READ_CONTACTS', 0],
    ]);
    expect(apps[0]?.dependencies.map(({ name }) => name)).toEqual(['@jg/push', '@umeng/common']);
    expect(unread.map(({ what }) => what)).toEqual(['harmony-libraries']);
  });

  it('is read with the reasons that it gives for permissions, from the strings of the module or of the app', async () => {
    const { apps } = await read({
      'AppScope/app.json5': '{ app: {} }',
      'AppScope/resources/base/element/string.json': strings('near', '用于显示附近的书店'),
      'entry/src/main/resources/base/element/string.json': strings('scan', 'scan the code of a book'),
      'entry/src/main/resources/zh_CN/element/string.json': strings('scan', '用于扫描书上的条码'),
      'entry/src/main/module.json5': `{ module: { requestPermissions: [
        { name: 'ohos.permission.CAMERA', reason: '$string:scan' }, { name: 'ohos.permission.LOCATION', reason: '$string:near' },
        { name: 'ohos.permission.MICROPHONE', reason: '$string:lost' }, { name: 'ohos.permission.READ_CONTACTS', reason: 'to find friends' }] } }`,
    });
    expect(apps[0]?.permissions.map(({ reason }) => reason?.text)).toEqual(['用于扫描书上的条码', '用于显示附近的书店', undefined, 'to find friends']);
  });
});

const allowed = async (contents: Readonly<Record<string, string>>) => {
  const { apps } = await read(contents);
  return apps.flatMap(({ settings }) => settings.map(({ key, value, at }) => `${key} ${value} ${at.file} ${wordsAt(contents, at)}`));
};
const inCordova = (value: string) =>
  `<widget xmlns:android="http://schemas.android.com/apk/res/android" id="cn.a"><platform name="android">
    <edit-config file="app/src/main/AndroidManifest.xml" mode="merge" target="/manifest/application"><application android:usesCleartextTraffic="${value}"/></edit-config>
  </platform></widget>`;
const inExpo = (value: boolean) => `{ "expo": { "plugins": [["expo-build-properties", { "android": { "usesCleartextTraffic": ${value} } }]] } }`;

describe('clear text', () => {
  it('that a configuration will allow is told where there is no Android project yet', async () => {
    expect(await allowed({ 'config.xml': inCordova('true') })).toEqual(['usesCleartextTraffic true config.xml true']);
    expect(await allowed({ 'app.json': inExpo(true) })).toEqual(['usesCleartextTraffic true app.json true']);
    expect(await allowed({ 'app.json': inExpo(false) })).toEqual([]);
    const capacitor = "export default { appId: 'cn.a', appName: '小记', server: { cleartext: true } };";
    expect(await allowed({ 'capacitor.config.ts': capacitor })).toEqual(['usesCleartextTraffic true capacitor.config.ts true']);
  });

  it('is what the Android project says where there is one', async () => {
    const contents = { 'config.xml': inCordova('true'), 'platforms/android/app/src/main/AndroidManifest.xml': manifest('<application/>') };
    expect(await allowed(contents)).toEqual([]);
  });
});

describe('hostile files', () => {
  it.each([
    ['package.json', `{"dependencies":{"react-native":"1"},"x":${'['.repeat(50_000)}`],
    ['manifest.json', `{"app-plus":${'{"a":'.repeat(20_000)}`],
    ['app.json', `{"expo":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`],
    ['app.config.ts', `// expo\nexport default ${'{ plugins: ['.repeat(20_000)}`],
    ['capacitor.config.ts', 'const a = b;\nconst b = a;\nexport default { appId: a, appName: b };'],
    ['entry/src/main/module.json5', '{ module: '],
    ['config.xml', '<widget>'.repeat(5000)],
    ['pubspec.yaml', '\u0000flutter'],
  ])('are survived: %s', async (path, text) => {
    await expect(read({ [path]: text })).resolves.toBeDefined();
  });
});
