import { describe, expect, it } from 'vitest';
import { appPlugin, libraryPlugin, manifest, permissions, read, uses, wordsAt, type Contents } from './sample.ts';

const flavours =
  "android { flavorDimensions 'tier'\n productFlavors { free { dimension 'tier' }\n paid { dimension 'tier' } } }";

/** An app with one library; source sets and the library as given. */
function project(sets: Readonly<Record<string, string>>, library = manifest(), build = flavours): Contents {
  const own = Object.entries(sets).map(([set, text]) => [`app/src/${set}/AndroidManifest.xml`, text]);
  return {
    'settings.gradle': "include ':app', ':ads'",
    'app/build.gradle': `${appPlugin}${build}\ndependencies { implementation project(':ads') }`,
    'ads/build.gradle': libraryPlugin,
    'ads/src/main/AndroidManifest.xml': library,
    ...Object.fromEntries(own),
  };
}

const remove = (name: string) => uses(name, 'tools:node="remove"');

const service = (name: string, guard: string, more = '') =>
  `<application><service android:name="${name}" android:permission="android.permission.${guard}" ${more}><intent-filter><action android:name="a.b.Bind"/></intent-filter></service></application>`;

describe('a merged permission', () => {
  it.each<[string, Contents, readonly string[]]>([
    [
      'declared by a permission element is not requested',
      project({
        main: manifest(
          '<permission android:name="a.b.PUSH"/>',
          '<permission-group android:name="a.b.G"/>',
          '<permission-tree android:name="a.b.T"/>',
        ),
      }),
      [],
    ],
    [
      'of a library is gone when the app removes it',
      project({ main: manifest(remove('READ_PHONE_STATE')) }, manifest(uses('READ_PHONE_STATE'), uses('INTERNET'))),
      ['INTERNET'],
    ],
    [
      'of a library is gone when the app removes all',
      project(
        { main: manifest(uses('CAMERA'), '<uses-permission tools:node="removeAll"/>') },
        manifest(uses('INTERNET')),
      ),
      ['CAMERA'],
    ],
    [
      'stays when a selector aims at another library',
      project(
        { main: manifest(uses('INTERNET', 'tools:node="remove" tools:selector="x.other"')) },
        manifest(uses('INTERNET')),
      ),
      ['INTERNET'],
    ],
    [
      'goes when a selector aims at its library',
      project(
        { main: manifest(uses('INTERNET', 'tools:node="remove" tools:selector="x.ads"')) },
        manifest(uses('INTERNET')).replace('<manifest ', '<manifest package="x.ads" '),
      ),
      [],
    ],
    [
      'replaced by the app has the limit of the app',
      project(
        { main: manifest(uses('READ_EXTERNAL_STORAGE', 'android:maxSdkVersion="32" tools:node="replace"')) },
        manifest(uses('READ_EXTERNAL_STORAGE')),
      ),
      ['READ_EXTERNAL_STORAGE 32'],
    ],
    [
      'without a limit in the app has none',
      project(
        { main: manifest(uses('READ_EXTERNAL_STORAGE')) },
        manifest(uses('READ_EXTERNAL_STORAGE', 'android:maxSdkVersion="18"')),
      ),
      ['READ_EXTERNAL_STORAGE'],
    ],
    [
      'twice with different limits has the higher',
      project({
        main: manifest(uses('CAMERA', 'android:maxSdkVersion="22"'), uses('CAMERA', 'android:maxSdkVersion="28"')),
      }),
      ['CAMERA 28'],
    ],
    ['of one flavour says so', project({ main: manifest(), free: manifest(uses('CAMERA')) }), ['CAMERA free']],
    [
      'of all flavours is in all variants',
      project({ main: manifest(), free: manifest(uses('CAMERA')), paid: manifest(uses('CAMERA')) }),
      ['CAMERA'],
    ],
    [
      'of debug and staging is in those',
      project(
        { debug: manifest(uses('CAMERA')), staging: manifest(uses('CAMERA')) },
        manifest(),
        'android { buildTypes { staging { } } }',
      ),
      ['CAMERA debug+staging'],
    ],
    ['of one variant says so', project({ freeRelease: manifest(uses('CAMERA')) }), ['CAMERA freeRelease']],
    [
      'of main and of debug is in all variants',
      project({ main: manifest(uses('CAMERA')), debug: manifest(uses('CAMERA')) }),
      ['CAMERA'],
    ],
    [
      'removed by debug is left in the others',
      project({ main: manifest(uses('CAMERA')), debug: manifest(remove('CAMERA')) }),
      ['CAMERA release'],
    ],
    [
      'removed by release is left in the others',
      project({ main: manifest(uses('CAMERA')), release: manifest(remove('CAMERA')) }),
      ['CAMERA debug'],
    ],
    [
      'removed by a flavour is left in the other',
      project({ main: manifest(uses('CAMERA')), free: manifest(remove('CAMERA')) }),
      ['CAMERA paid'],
    ],
    [
      'removed by every flavour is gone',
      project({ main: manifest(uses('CAMERA')), free: manifest(remove('CAMERA')), paid: manifest(remove('CAMERA')) }),
      [],
    ],
    [
      'removed by a flavour nobody declared is left in main',
      project({ main: manifest(uses('CAMERA')), lite: manifest(remove('CAMERA')) }, manifest(), ''),
      ['CAMERA main'],
    ],
    [
      'removed in main is not removed from a flavour',
      project({ main: manifest(remove('CAMERA')), free: manifest(uses('CAMERA')) }),
      ['CAMERA free'],
    ],
    [
      'for Android 6 and later counts',
      project({ main: manifest('<uses-permission-sdk-23 android:name="android.permission.CAMERA"/>') }),
      ['CAMERA'],
    ],
    ['in a comment does not count', project({ main: manifest(`<!-- ${uses('CAMERA')} -->`) }), []],
    [
      'with a merge marker of no consequence counts',
      project({ main: manifest(uses('CAMERA', 'tools:node="merge" tools:ignore="X"')) }),
      ['CAMERA'],
    ],
    [
      'inside the application does not count',
      project({ main: manifest(`<application>${uses('CAMERA')}</application>`) }),
      [],
    ],
  ])('%s', async (_, contents, expected) => {
    expect(await permissions(contents)).toEqual(expected);
  });

  it('points at the app first, and names every other place', async () => {
    const contents = project(
      { main: manifest(uses('CAMERA'), uses('CAMERA')), debug: manifest(uses('CAMERA')) },
      manifest(uses('CAMERA')),
    );
    const [use] = (await read(contents)).apps[0]?.permissions ?? [];
    expect(use?.at.file).toBe('app/src/main/AndroidManifest.xml');
    expect(wordsAt(contents, use?.at)).toBe('android.permission.CAMERA');
    expect(wordsAt(contents, use?.element)).toBe('<uses-permission android:name="android.permission.CAMERA" />');
    expect(use?.alsoAt.map(({ file }) => file)).toEqual([
      'app/src/main/AndroidManifest.xml',
      'app/src/debug/AndroidManifest.xml',
      'ads/src/main/AndroidManifest.xml',
    ]);
  });

  it('keeps a group asked for by mistake, as it is written', async () => {
    const contents = project({ main: manifest('<uses-permission android:name="android.permission-group.LOCATION"/>') });
    expect((await read(contents)).apps[0]?.permissions.map(({ name }) => name)).toEqual([
      'android.permission-group.LOCATION',
    ]);
  });
});

describe('components', () => {
  it.each([
    'BIND_ACCESSIBILITY_SERVICE',
    'BIND_NOTIFICATION_LISTENER_SERVICE',
    'BIND_VPN_SERVICE',
    'BIND_DEVICE_ADMIN',
    'BIND_INPUT_METHOD',
  ])('bound by the system with %s open what it opens', async (guard) => {
    const contents = project({ main: manifest(service('.S', guard)) });
    const [use] = (await read(contents)).apps[0]?.permissions ?? [];
    expect(use).toMatchObject({ name: `android.permission.${guard}`, kind: 'component' });
    expect(wordsAt(contents, use?.at)).toBe(`android.permission.${guard}`);
    expect(wordsAt(contents, use?.element)).toMatch(/^<service [^]*<\/service>$/);
  });

  it('guarded by a permission of the app request nothing', async () => {
    expect(await permissions(project({ main: manifest(service('.S', 'DUMP')) }))).toEqual([]);
  });

  it('have their full name, what guards them and where they are', async () => {
    const contents = project(
      { main: manifest(service('.vpn.Tunnel', 'BIND_VPN_SERVICE', 'android:exported="false"')) },
      manifest(),
      "android { namespace 'cn.a' }",
    );
    const [component] = (await read(contents)).apps[0]?.components ?? [];
    expect(component).toMatchObject({
      kind: 'service',
      name: 'cn.a.vpn.Tunnel',
      permission: 'android.permission.BIND_VPN_SERVICE',
      exported: false,
      actions: ['a.b.Bind'],
      module: ':app',
    });
    expect(wordsAt(contents, component?.at)).toBe('.vpn.Tunnel');
  });

  it('of a library are gone when the app removes them', async () => {
    const gone = '<application><service android:name="x.ads.Spy" tools:node="remove"/></application>';
    const contents = project(
      { main: manifest(gone) },
      manifest(service('x.ads.Spy', 'DUMP'), service('x.ads.Kept', 'DUMP')),
    );
    expect((await read(contents)).apps[0]?.components).toEqual([]);
    const named = project({ main: manifest() }, manifest(service('x.ads.Spy', 'DUMP')));
    expect((await read(named)).apps[0]?.components.map(({ name, module }) => `${module} ${name}`)).toEqual([
      ':ads x.ads.Spy',
    ]);
  });

  it('of debug say so', async () => {
    const contents = project({ main: manifest(), debug: manifest(service('a.B', 'BIND_VPN_SERVICE')) });
    const [own] = (await read(contents)).apps;
    expect(own?.components.map(({ onlyIn }) => onlyIn)).toEqual([['debug']]);
    expect(own?.permissions.map(({ onlyIn }) => onlyIn)).toEqual([['debug']]);
  });

  it('and features are listed once', async () => {
    const feature = '<uses-feature android:name="android.hardware.camera"/>';
    const contents = project({ main: manifest(feature) }, manifest(feature));
    expect((await read(contents)).apps[0]?.features.map(({ text }) => text)).toEqual(['android.hardware.camera']);
  });
});
