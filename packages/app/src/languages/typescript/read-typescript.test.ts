import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadUnit } from '../../code/parser.ts';
import type { SourceUnit, Use } from '../../code/source-unit.ts';
import { loadTypescript } from './read-typescript.ts';

let reader: ReadUnit;
beforeAll(async () => {
  reader = await loadTypescript();
});

function unit(path: string, text: string): SourceUnit {
  const result = reader(path, text);
  if ('what' in result) throw new Error(result.what);
  return result;
}

/** `function: kind path` of what a file uses, resolved ones only. */
function uses(path: string, text: string): readonly string[] {
  return unit(path, text).functions.flatMap(({ name, uses: all }) =>
    all
      .filter(({ certainty }) => certainty === 'resolved')
      .map((use) => `${name}: ${use.kind} ${use.receiver ? `${use.receiver}.` : ''}${use.name}${use.args.length > 0 ? `(${use.args.join('; ')})` : ''}`),
  );
}

describe('names', () => {
  it('follows aliases of constants to their module', () => {
    const text = `
      import { PermissionsAndroid as PA } from 'react-native';
      const P = PA.PERMISSIONS;
      const { READ_SMS } = P;
      const WANTED = [READ_SMS, P.SEND_SMS];
      export async function ask() { await PA.requestMultiple(WANTED); await PA.request(READ_SMS); }`;
    const found = uses('src/ask.ts', text).filter((use) => use.startsWith('ask: call'));
    const sms = 'react-native.PermissionsAndroid.PERMISSIONS';
    expect(found).toEqual([
      `ask: call react-native.PermissionsAndroid.requestMultiple(${sms}.READ_SMS, ${sms}.SEND_SMS)`,
      `ask: call react-native.PermissionsAndroid.request(${sms}.READ_SMS)`,
    ]);
  });

  it('knows default, namespace and required modules', () => {
    const text = `
      import Contacts from 'react-native-contacts';
      import * as Location from 'expo-location';
      const { getUniqueId } = require('react-native-device-info');
      Contacts.getAll(); Location.getCurrentPositionAsync({}); getUniqueId();`;
    expect(uses('index.js', text).filter((use) => use.includes('call') && !use.includes('require'))).toEqual([
      '<module>: call react-native-contacts.getAll',
      '<module>: call expo-location.getCurrentPositionAsync({})',
      '<module>: call react-native-device-info.getUniqueId',
    ]);
  });

  it('leaves what a parameter or a local hides alone', () => {
    const text = `
      import Contacts from 'react-native-contacts';
      function show(Contacts) { Contacts.getAll(); }
      function own() { const uni = make(); uni.getLocation({}); }
      uni.getLocation({});`;
    expect(uses('a.ts', text).filter((use) => /getAll|getLocation/.test(use))).toEqual(['<module>: call uni.getLocation({})']);
  });

  it('reads members of constant objects, and constants that others export', () => {
    const text = `
      import { PermissionsAndroid } from 'react-native';
      export const NEEDED = { sms: PermissionsAndroid.PERMISSIONS.READ_SMS };
      export { PermissionsAndroid as Asker };
      export * from './more';
      PermissionsAndroid.request(NEEDED.sms);`;
    expect(unit('needed.ts', text).exports).toEqual([
      { name: 'NEEDED.sms', values: ['react-native.PermissionsAndroid.PERMISSIONS.READ_SMS'] },
      { name: 'Asker', values: ['react-native.PermissionsAndroid'] },
      { name: '*', values: ['./more'] },
    ]);
    expect(uses('needed.ts', text)).toContain('<module>: call react-native.PermissionsAndroid.request(react-native.PermissionsAndroid.PERMISSIONS.READ_SMS)');
  });

  it('tells dead imports from used ones', () => {
    const { imports } = unit('a.ts', `import Geolocation from 'react-native-geolocation-service';\nimport 'jpush-react-native';\nimport type { A } from 'x';\n// Geolocation\nconst s = 'Geolocation';`);
    expect(imports.map(({ from, used }) => [from, used])).toEqual([
      ['react-native-geolocation-service', false],
      ['jpush-react-native', true],
    ]);
  });
});

function first(text: string, name: string, path = 'a.ts'): Use | undefined {
  return unit(path, text).functions.flatMap(({ uses: all }) => all).find((use) => use.name === name);
}

describe('ways to a call', () => {
  it('collects conditions, early returns and callbacks', () => {
    const text = `
      async function start() {
        if (!(await Storage.get('agreed'))) return;
        if (Platform.OS === 'android') { setTimeout(() => ready && JPush.init(), 10); }
      }`;
    const use = first(text, 'init');
    expect(use?.conditions).toEqual([`!(!(await Storage.get('agreed')))`, `Platform.OS === 'android'`, 'ready']);
    expect(use?.callbacks).toEqual(['setTimeout']);
  });

  it('sees JSX handlers and options as callbacks', () => {
    expect(first(`const A = () => <Button onPress={() => ask()} />;`, 'ask', 'a.tsx')?.callbacks).toEqual(['onPress']);
    expect(first(`uni.showModal({ success: (r) => { if (r.confirm) begin(); } });`, 'begin')?.callbacks).toEqual(['success']);
  });

  it('gives functions, classes and component options bodies of their own', () => {
    const text = `
      export default { data: () => ({ a: 1 }), onLaunch() { boot(); }, methods: { save() { store(); } } };
      class Tracker { static id = mint(); key = draw(); run() { go(); } }`;
    expect(unit('App.vue', `<template><view/></template>\n<script>${text}</script>`).functions.map(({ owner, name, uses: all }) => [owner, name, all.map((use) => use.name)])).toEqual([
      ['', '<module>', []],
      ['', 'data', []],
      ['', 'onLaunch', ['boot']],
      ['', 'save', ['store']],
      ['Tracker', '<static>', ['mint']],
      ['Tracker', '<init>', ['draw']],
      ['Tracker', 'run', ['go']],
    ]);
  });
});

describe('files', () => {
  it('keeps places of Vue and ArkTS files', () => {
    const vue = `<template>\n<view @tap="locate">中</view>\n</template>\n<script setup>\nuni.getLocation({})\n</script>`;
    const at = unit('a.vue', vue).functions[0]?.uses.find(({ name }) => name === 'getLocation')?.at;
    expect(at && vue.slice(at.start, at.end)).toBe('getLocation');
    const ark = `import { geoLocationManager } from '@kit.LocationKit';\n@Entry\n@Component\nstruct Index {\n  aboutToAppear() { geoLocationManager.getCurrentLocation(); }\n}`;
    const place = unit('Index.ets', ark).functions.flatMap(({ uses: all }) => all).find(({ name }) => name === 'getCurrentLocation')?.at;
    expect(place && ark.slice(place.start, place.end)).toBe('getCurrentLocation');
  });

  it('survives what is broken and what is nested too deep', () => {
    expect(unit('a.ts', 'function (((( { uni.getLocation(').functions.length).toBeGreaterThan(0);
    const deep = reader('b.ts', `x = ${'('.repeat(60_000)}1${')'.repeat(60_000)};`);
    expect('what' in deep ? deep.what : 'read').toBe('too-deep');
  });
});
