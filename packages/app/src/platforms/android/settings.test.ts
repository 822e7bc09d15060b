import { describe, expect, it } from 'vitest';
import { appPlugin, libraryPlugin, manifest, read, wordsAt, type Contents } from './sample.ts';

const application = (attributes: string) => manifest(`<application ${attributes}/>`);

async function settings(contents: Contents): Promise<readonly string[]> {
  const all: Contents = { 'settings.gradle': "include ':app'", 'app/build.gradle': appPlugin, ...contents };
  const [app] = (await read(all)).apps;
  return (app?.settings ?? []).map(({ key, value, scope, onlyIn, at }) => {
    // What is set stands where the place points.
    const written = wordsAt(all, at);
    return [
      key,
      value,
      scope && `for ${scope}`,
      onlyIn && `in ${onlyIn}`,
      written === value ? '' : `written ${written}`,
    ]
      .filter(Boolean)
      .join(' ');
  });
}

const main = 'app/src/main/AndroidManifest.xml';

/** An app whose library allows backup. */
const withLibrary = (own: string): Contents => ({
  'settings.gradle': "include ':app', ':ads'",
  'app/build.gradle': `${appPlugin}dependencies { implementation project(':ads') }`,
  'ads/build.gradle': libraryPlugin,
  'ads/src/main/AndroidManifest.xml': application('android:allowBackup="true"'),
  [main]: application(own),
});

describe('settings of an app', () => {
  it('are those that stand in the manifest, no others', async () => {
    const text = application(
      'android:allowBackup="false" android:usesCleartextTraffic="true" android:theme="@style/x" allowBackup="true"',
    );
    expect(await settings({ [main]: text })).toEqual(['usesCleartextTraffic true', 'allowBackup false']);
  });

  it('of backup rules name their files', async () => {
    const text = application('android:fullBackupContent="@xml/backup" android:dataExtractionRules="@xml/extraction"');
    expect(await settings({ [main]: text })).toEqual([
      'fullBackupContent @xml/backup',
      'dataExtractionRules @xml/extraction',
    ]);
  });

  it('of debug are told apart from those of the release', async () => {
    const contents = {
      [main]: application('android:usesCleartextTraffic="false"'),
      'app/src/debug/AndroidManifest.xml': application('android:usesCleartextTraffic="true"'),
      'app/src/staging/AndroidManifest.xml': application('android:usesCleartextTraffic="false"'),
    };
    expect(await settings(contents)).toEqual(['usesCleartextTraffic false', 'usesCleartextTraffic true in debug']);
  });

  it('of the release source set go before the main ones', async () => {
    const contents = {
      [main]: application('android:debuggable="true"'),
      'app/src/release/AndroidManifest.xml': application('android:debuggable="false"'),
    };
    expect(await settings(contents)).toEqual(['debuggable false']);
  });

  it('of build types are read from the build script', async () => {
    const build = `${appPlugin}android { buildTypes { release { debuggable true }\n qa { debuggable true } } }`;
    expect(await settings({ [main]: application(''), 'app/build.gradle': build })).toEqual([
      'debuggable true',
      'debuggable true in qa',
    ]);
  });

  it('of a library count where the app is silent', async () => {
    expect(await settings(withLibrary(''))).toEqual(['allowBackup true']);
    expect(await settings(withLibrary('android:allowBackup="false"'))).toEqual(['allowBackup false']);
    expect(await settings(withLibrary('tools:remove="android:allowBackup"'))).toEqual([]);
  });

  it('through placeholders and resources have their value', async () => {
    const contents = {
      'app/build.gradle': `${appPlugin}android { defaultConfig { manifestPlaceholders = [cleartext: "true"] } }`,
      [main]: application('android:usesCleartextTraffic="${cleartext}" android:allowBackup="@bool/backup"'),
      'app/src/main/res/values/bools.xml': '<resources><bool name="backup">false</bool></resources>',
    };
    expect(await settings(contents)).toEqual([
      'usesCleartextTraffic true written ${cleartext}',
      'allowBackup false written @bool/backup',
    ]);
  });
});

const baseConfig = (value: boolean) =>
  `<network-security-config><base-config cleartextTrafficPermitted="${value}"/></network-security-config>`;

describe('a network security config', () => {
  const network = application('android:networkSecurityConfig="@xml/network"');

  it('permits cleartext at large or for domains', async () => {
    const config = `<?xml version="1.0" encoding="utf-8"?>
<network-security-config>
  <!-- <base-config cleartextTrafficPermitted="false"/> -->
  <base-config cleartextTrafficPermitted="true"/>
  <domain-config cleartextTrafficPermitted="false">
    <domain includeSubdomains="true"> pay.example.cn </domain>
    <domain-config><domain>inner.example.cn</domain></domain-config>
  </domain-config>
  <domain-config><domain>silent.example.cn</domain></domain-config>
  <debug-overrides><trust-anchors/></debug-overrides>
</network-security-config>`;
    expect(await settings({ [main]: network, 'app/src/main/res/xml/network.xml': config })).toEqual([
      'networkSecurityConfig @xml/network',
      'cleartextTrafficPermitted true',
      'cleartextTrafficPermitted false for pay.example.cn',
      'cleartextTrafficPermitted false for inner.example.cn',
    ]);
  });

  it('of debug counts for debug', async () => {
    const contents = {
      'app/build.gradle': `${appPlugin}android { buildTypes { debug { } } }`,
      [main]: network,
      'app/src/main/res/xml/network.xml': baseConfig(false),
      'app/src/debug/res/xml/network.xml': baseConfig(true),
    };
    expect(await settings(contents)).toEqual([
      'networkSecurityConfig @xml/network',
      'cleartextTrafficPermitted false',
      'cleartextTrafficPermitted true in debug',
    ]);
  });

  it('that is not there is told with the place that names it', async () => {
    const { unread } = await read({ 'AndroidManifest.xml': network });
    const [one] = unread.filter(({ what }) => what === 'network-security-config');
    expect(network.slice(one?.offset)).toMatch(/^@xml\/network/);
  });
});

const extractionRules = (inner: string) =>
  `<data-extraction-rules><cloud-backup>${inner}</cloud-backup></data-extraction-rules>`;

describe('backup rules', () => {
  const backedUp = application('android:dataExtractionRules="@xml/extraction"');

  it.each([
    ['that are still the template', '<!-- <exclude domain="root" path="."/> -->', 'dataExtractionRules true written @xml/extraction'],
    ['that leave something out', '<exclude domain="sharedpref" path="token.xml"/>', 'dataExtractionRules @xml/extraction'],
  ])('%s', async (_, inner, expected) => {
    expect(await settings({ [main]: backedUp, 'app/src/main/res/xml/extraction.xml': extractionRules(inner) })).toEqual([expected]);
  });
});
