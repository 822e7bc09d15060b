import { describe, expect, it } from 'vitest';
import type { Api, Knowledge, Sdk } from '@mingshi/knowledge';
import { memoryFiles, noCode } from '@mingshi/model';
import type { App, Code } from '@mingshi/model';
import { readDart } from '../languages/dart/read-dart.ts';
import { loadTypescript } from '../languages/typescript/read-typescript.ts';
import type { Languages } from './parser.ts';
import { readCode } from './read-code.ts';

const api = (id: string, module: string, members: readonly string[], more: Partial<Api> = {}): Api => ({
  id, language: 'typescript', framework: 'react-native', module, members, kind: 'call', dataTypes: [], permissions: [],
  needsConsent: true, certainty: 'high', sources: [], ...more,
});
const sdk = (id: string, signs: Sdk['signs'], start: readonly string[], safe: readonly string[] = []): Sdk => ({
  id, name: { zh: id, en: id }, vendor: { zh: '', en: '' }, category: { id: 'push', name: { zh: '消息推送', en: 'push' }, isPurpose: true }, signs, weakSigns: {}, takes: [], takesCertainty: 'low',
  names: [], sharedNames: [], calls: { start, safe, consent: [] }, certainty: 'high', sources: [],
});
const knowledge = {
  apis: [
    api('read-sms', 'react-native', ['PermissionsAndroid.PERMISSIONS.READ_SMS'], { kind: 'constant' }),
    api('contacts', 'react-native-contacts', ['getAll']),
    api('uni-location', 'uni', ['getLocation'], { framework: 'uni-app' }),
    api('geolocator', 'package:geolocator', ['Geolocator.getCurrentPosition'], { language: 'dart', framework: 'flutter' }),
  ],
  sdks: [sdk('jpush', { npm: ['jpush-react-native'], pub: ['jpush_flutter'] }, ['JPushInterface.init'])],
} as Partial<Knowledge> as Knowledge;

const app = (more: Partial<App>): App => ({
  id: ':app', platform: 'android', folder: 'android/app', frameworks: ['react-native'], dependencies: [], metaData: [], code: noCode,
  manifests: [], permissions: [], removedPermissions: [], components: [], features: [], settings: [], accountSigns: [], cancellationSigns: [], ...more,
});

const languages: Languages = {
  jvm: () => Promise.reject(new Error('no Kotlin here')),
  script: loadTypescript,
  dart: () => Promise.resolve(readDart),
};

async function read(contents: Readonly<Record<string, string>>, more: Partial<App> = {}): Promise<Code> {
  const { codes, unread } = await readCode([app(more)], memoryFiles(contents), knowledge, languages);
  expect(unread).toEqual([]);
  return codes[0] ?? noCode;
}

const names = ({ uses }: Code) => uses.map(({ name, confidence, start }) => [name, confidence, start?.consent].filter(Boolean).join(' '));

async function consentBehind(condition: string): Promise<string | undefined> {
  const text = `import JPush from 'jpush-react-native';\nif (${condition}) JPush.init({});`;
  return (await read({ 'index.js': text })).uses[0]?.start?.consent;
}

describe('HarmonyOS', () => {
  it.each(["import UIAbility from '@ohos.app.ability.UIAbility'", "import { UIAbility } from '@kit.AbilityKit'"])('starts with what its ability does: %s', async (line) => {
    const text = `${line};
export default class EntryAbility extends UIAbility {
  onWindowStageCreate(stage) { this.ask(); }
  onBackground() { manager.requestPermissionsFromUser(this.context, ['ohos.permission.LOCATION']); }
  ask() { manager.requestPermissionsFromUser(this.context, ['ohos.permission.CAMERA']); }
}`;
    const { requests } = await read({ 'entry/src/main/ets/entryability/EntryAbility.ts': text }, { platform: 'harmony', folder: '', frameworks: [] });
    expect(requests.map(({ permissions, start }) => [permissions[0], start?.entry])).toEqual([
      ['ohos.permission.LOCATION', undefined],
      ['ohos.permission.CAMERA', 'module'],
    ]);
  });

  it('does not start with the abilities of cards', async () => {
    const text = `import FormExtensionAbility from '@ohos.app.form.FormExtensionAbility';
export default class Card extends FormExtensionAbility {
  onCreate() { manager.requestPermissionsFromUser(this.context, ['ohos.permission.CAMERA']); }
}`;
    const { requests } = await read({ 'entry/src/main/ets/formability/Card.ets': text }, { platform: 'harmony', folder: '', frameworks: [] });
    expect(requests.map(({ start }) => start)).toEqual([undefined]);
  });
});

describe('uni-app', () => {
  it('leaves calls alone that are compiled for mini programs only', async () => {
    const page = '<script>\nexport default {\n  methods: {\n    near() {\n// #ifdef MP-WEIXIN\n      uni.getLocation({})\n// #endif\n    }\n  }\n}\n</script>\n';
    const contents = { 'pages/map.vue': page };
    expect(names(await read(contents, { frameworks: ['uni-app'] }))).toEqual([]);
    expect(names(await read({ 'pages/map.vue': page.replace('MP-WEIXIN', 'APP-PLUS') }, { frameworks: ['uni-app'] }))).toEqual(['uni.getLocation high']);
  });
});

describe('React Native', () => {
  it('follows aliases, re-exports and constants through the files of the project', async () => {
    const code = await read({
      'src/native.ts': `export { PermissionsAndroid as Gate } from 'react-native';\nexport { default as People } from 'react-native-contacts';`,
      'src/index.ts': `export * from './native';`,
      'src/wanted.ts': `import { Gate } from './index';\nexport const WANTED = [Gate.PERMISSIONS.READ_SMS];`,
      'src/screen.tsx': `import { Gate, People } from '.';\nimport { WANTED } from './wanted';\nexport async function open() { await Gate.requestMultiple(WANTED); People.getAll(); }`,
    });
    expect(names(code)).toContain('react-native-contacts.getAll high');
    expect(code.requests.map(({ permissions, rationale, at }) => [at.file, permissions, rationale])).toEqual([
      ['src/screen.tsx', ['android.permission.READ_SMS'], 'none'],
    ]);
  });

  it('finds what runs when the entry is loaded, and what waits for consent', async () => {
    const code = await read({
      'index.js': `import { AppRegistry } from 'react-native';\nimport './push';\nimport App from './App';\nAppRegistry.registerComponent('a', () => App);`,
      'push.js': `import JPush from 'jpush-react-native';\nJPush.init({});`,
      'App.tsx': `import JPush from 'jpush-react-native';\nexport default function App() { return <Button onPress={() => JPush.init({})} />; }`,
    });
    expect(code.uses.map(({ name, at, start }) => [at.file, name, start?.entry])).toEqual([
      ['App.tsx', 'jpush-react-native.init', undefined],
      ['push.js', 'jpush-react-native.init', 'module'],
    ]);
  });

  it('takes a test of stored consent for one, and nothing else', async () => {
    expect(await consentBehind('storage.getBoolean("privacyAgreed")')).toBe('tested');
    expect(await consentBehind('!agreed')).toBe('none');
    expect(await consentBehind('Platform.OS === "android"')).toBe('none');
    expect(await consentBehind('user.level > 3')).toBe('unclear');
  });

  it('passes over comments, strings, tests and dead imports', async () => {
    const code = await read({
      'src/a.ts': `// Contacts.getAll()\nconst s = "react-native-contacts getAll";\nimport Contacts from 'react-native-contacts';`,
      'src/__tests__/b.ts': `import Contacts from 'react-native-contacts'; Contacts.getAll();`,
      'src/b.test.ts': `import Contacts from 'react-native-contacts'; Contacts.getAll();`,
    });
    expect(code).toMatchObject({ uses: [], imports: [], files: { found: 1, parsed: 1 } });
  });

  it('reads no scripts of an app that is not built from them', async () => {
    const code = await read({ 'tool.js': `import Contacts from 'react-native-contacts'; Contacts.getAll();` }, { frameworks: [] });
    expect(code).toMatchObject({ uses: [], files: { found: 0 } });
  });
});

it('reads uni-app pages and what runs at launch', async () => {
  const code = await read(
    {
      'App.vue': `<script>\nexport default { onLaunch() { uni.getLocation({}) } }\n</script>`,
      'pages/index.vue': `<template><checkbox :checked="true" />我已阅读并同意《隐私政策》</template>\n<script>\nexport default { methods: { go() { uni.getLocation({}) } } }\n</script>`,
    },
    { frameworks: ['uni-app'], folder: '' },
  );
  expect(code.uses.map(({ at, start }) => [at.file, start?.entry])).toEqual([
    ['App.vue', 'module'],
    ['pages/index.vue', undefined],
  ]);
  expect(code.tickedBoxes.map(({ at }) => at.file)).toEqual(['pages/index.vue']);
  expect(code.policyLinks.map(({ text }) => text)).toEqual(['隐私政策']);
});

it('reads Dart by its names', async () => {
  const text = `import 'package:geolocator/geolocator.dart';\nimport 'package:jpush_flutter/jpush_flutter.dart';
// Geolocator.getCurrentPosition();
void main() {
  if (!prefs.getBool('agreed')) return;
  JPush().setup(appKey: 'Geolocator.getCurrentPosition()');
}
Future<void> locate() async { final here = await Geolocator.getCurrentPosition(); }`;
  const code = await read({ 'lib/main.dart': text, 'lib/other.dart': 'final x = Geolocator.getCurrentPosition();' }, { frameworks: ['flutter'] });
  expect(names(code)).toEqual(['jpush_flutter.setup medium tested', 'package:geolocator.Geolocator.getCurrentPosition high']);
});
