import { describe, expect, it } from 'vitest';
import { launcher, manifest, read, uses, wordsAt, type Contents } from './platforms/android/sample.ts';

const reactNative = (dependencies: Readonly<Record<string, string>>): Contents => ({
  'package.json': JSON.stringify({ dependencies: { 'react-native': '0.76.0', ...dependencies } }),
  'android/app/src/main/AndroidManifest.xml': manifest(uses('INTERNET'), launcher),
});

const widget = (...plugins: readonly string[]) =>
  `<widget id="cn.a"><platform name="android"/>${plugins.join('')}</widget>`;

/** What libraries add to the first app: the permission without its prefix, and by what. */
async function added(contents: Contents): Promise<readonly string[]> {
  const { apps } = await read(contents);
  return (apps[0]?.permissions ?? []).flatMap(({ name, addedBy }) =>
    addedBy ? [`${name.replace('android.permission.', '')} by ${addedBy}`] : [],
  );
}

describe('the permissions that libraries add', () => {
  it('are known for packages of React Native, with the line that names the package', async () => {
    const contents = reactNative({ 'react-native-call-log': '^3.0.0' });
    const { apps } = await read(contents);
    const use = apps[0]?.permissions.find(({ name }) => name === 'android.permission.READ_CALL_LOG');
    expect(use).toMatchObject({ addedBy: 'react-native-call-log ^3.0.0', presumed: true });
    expect(wordsAt(contents, use?.at)).toContain('react-native-call-log');
  });

  it('depend on the version', async () => {
    expect(await added(reactNative({ 'react-native-contacts': '4.0.3' }))).toEqual(['READ_CONTACTS by react-native-contacts 4.0.3']);
    expect(await added(reactNative({ 'react-native-contacts': '~7.0.8' }))).toEqual([]);
    expect(await added(reactNative({ 'react-native-contacts': 'latest' }))).toEqual([]);
  });

  it('are known for plug-ins of Cordova, wherever those are named', async () => {
    expect(await added({ 'config.xml': widget('<plugin name="cordova-plugin-sim" spec="~1.3.3"/>') })).toEqual([
      'READ_PHONE_STATE by cordova-plugin-sim ~1.3.3',
    ]);
    const listed = { devDependencies: { 'cordova-android': '12.0.0', 'cordova-plugin-sim': '1.3.3' }, cordova: { plugins: { 'cordova-plugin-sim': {} } } };
    expect(await added({ 'config.xml': widget(), 'package.json': JSON.stringify(listed) })).toEqual(['READ_PHONE_STATE by cordova-plugin-sim 1.3.3']);
  });

  it('are known for libraries of Gradle and Flutter', async () => {
    const gradle = {
      'app/build.gradle': "plugins { id 'com.android.application' }\ndependencies { implementation 'com.journeyapps:zxing-android-embedded:4.3.0' }\n",
      'app/src/main/AndroidManifest.xml': manifest(uses('INTERNET'), launcher),
    };
    expect(await added(gradle)).toEqual(['CAMERA by com.journeyapps:zxing-android-embedded 4.3.0']);
    const flutter = {
      'pubspec.yaml': 'name: a\ndependencies:\n  flutter:\n    sdk: flutter\n  mobile_scanner: ^5.0.0\n',
      'android/app/src/main/AndroidManifest.xml': manifest(uses('INTERNET'), launcher),
    };
    expect(await added(flutter)).toEqual(['CAMERA by mobile_scanner ^5.0.0']);
  });

  it('are the app\'s own where it asks for them itself', async () => {
    const contents = { ...reactNative({ 'react-native-contacts': '4.0.3' }) };
    contents['android/app/src/main/AndroidManifest.xml'] = manifest(uses('READ_CONTACTS'), launcher);
    expect(await added(contents)).toEqual([]);
  });

  it('are none where the app takes them out again', async () => {
    const contents = { ...reactNative({ 'react-native-contacts': '4.0.3' }) };
    contents['android/app/src/main/AndroidManifest.xml'] = manifest(uses('READ_CONTACTS', 'tools:node="remove"'), launcher);
    expect(await added(contents)).toEqual([]);
    const expo = { expo: { android: { blockedPermissions: ['android.permission.CAMERA'] } } };
    const camera = JSON.stringify({ dependencies: { expo: '~54.0.0', 'expo-barcode-scanner': '~13.0.0' } });
    expect(await added({ 'package.json': camera, 'app.json': JSON.stringify(expo) })).toEqual([]);
    expect(await added({ 'package.json': camera, 'app.json': '{ "expo": { "android": {} } }' })).toEqual([
      'CAMERA by expo-barcode-scanner ~13.0.0',
    ]);
  });

  it('are not presumed where a merged manifest tells them', async () => {
    const contents = {
      ...reactNative({ 'react-native-contacts': '4.0.3' }),
      'android/app/build/intermediates/merged_manifests/release/AndroidManifest.xml': manifest(uses('INTERNET'), launcher),
    };
    expect(await added(contents)).toEqual([]);
  });
});
