import type { Knowledge, Permission } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { appPlugin, manifest, read, uses, type Contents } from './platforms/android/sample.ts';
import { practicesOf } from './practices.ts';

const permission = (name: string, discloses: readonly string[], more: Partial<Permission> = {}): Permission => ({
  name: `android.permission.${name}`,
  title: { zh: name, en: name },
  protection: 'normal',
  opens: discloses,
  discloses,
  risk: 'low',
  can: { zh: '', en: '' },
  words: { zh: [], en: [] },
  sources: [],
  ...more,
});

const knowledge: Knowledge = {
  laws: [],
  cases: [],
  dataTypes: [],
  categories: [],
  vagueTerms: [],
  elements: [],
  selfAssessment: [],
  sdks: [],
  apis: [],
  lexicons: { zh: { language: 'zh', data: [], lists: {} }, en: { language: 'en', data: [], lists: {} } },
  harmonyPermissions: {},
  libraryPermissions: [],
  permissions: [
    permission('ACCESS_FINE_LOCATION', ['location'], { protection: 'dangerous', risk: 'high' }),
    permission('ACCESS_WIFI_STATE', ['wifi-info', 'location']),
    permission('INTERNET', []),
    permission('BIND_VPN_SERVICE', ['network-info'], { protection: 'signature', risk: 'high' }),
  ],
};

async function practices(contents: Contents) {
  return practicesOf(
    await read({ 'settings.gradle': "include ':app'", 'app/build.gradle': appPlugin, ...contents }),
    [],
    knowledge,
  );
}

describe('practices', () => {
  const vpn =
    '<application><service android:name="a.V" android:permission="android.permission.BIND_VPN_SERVICE"/></application>';

  it('are one for each kind of data, with every request as evidence, as sure as the surest', async () => {
    const text = manifest(
      uses('ACCESS_WIFI_STATE'),
      uses('ACCESS_FINE_LOCATION'),
      uses('INTERNET'),
      uses('UNKNOWN'),
      vpn,
    );
    const found = await practices({ 'app/src/main/AndroidManifest.xml': text });
    expect(
      found.map(({ dataType, confidence, evidence }) => [
        dataType,
        confidence,
        evidence.map(({ kind, name }) => `${kind} ${name.slice(19)}`),
      ]),
    ).toEqual([
      ['location', 'medium', ['permission ACCESS_WIFI_STATE', 'permission ACCESS_FINE_LOCATION']],
      ['network-info', 'low', ['component BIND_VPN_SERVICE']],
      ['wifi-info', 'low', ['permission ACCESS_WIFI_STATE']],
    ]);
    expect(
      found.every(
        ({ app, action, party }) => app === ':app' && action === 'request-permission' && party.kind === 'app',
      ),
    ).toBe(true);
  });

  it('do not come from what only a debug build requests', async () => {
    const contents = {
      'app/src/main/AndroidManifest.xml': manifest(),
      'app/src/debug/AndroidManifest.xml': manifest(uses('ACCESS_FINE_LOCATION')),
      'app/src/staging/AndroidManifest.xml': manifest(uses('ACCESS_WIFI_STATE')),
    };
    expect((await practices(contents)).map(({ dataType }) => dataType)).toEqual(['location', 'wifi-info']);
  });
});
