import { describe, expect, it } from 'vitest';
import { appPlugin, libraryPlugin, manifest, permissions, read, uses, wordsAt, type Contents } from './sample.ts';

const intermediates = 'app/build/intermediates';
const log = (variant: string) => `app/build/outputs/logs/manifest-merger-${variant}-report.txt`;
/** A manifest as the merger writes it. */
const merged = (...elements: readonly string[]) =>
  manifest('<uses-sdk android:minSdkVersion="24" android:targetSdkVersion="35"/>', ...elements).replace(
    / xmlns:tools="[^"]*"/,
    '',
  );

const source: Contents = {
  'settings.gradle': "include ':app', ':push'",
  'app/build.gradle': `${appPlugin}android { defaultConfig { applicationId 'cn.a' } }\ndependencies { implementation project(':push') }`,
  'app/src/main/AndroidManifest.xml': manifest(
    uses('CAMERA'),
    '<uses-permission android:name="${applicationId}.PUSH"/>',
  ),
  'push/build.gradle': libraryPlugin,
  'push/src/main/AndroidManifest.xml': manifest(uses('WAKE_LOCK')),
};
const pushOfApp = '<uses-permission android:name="cn.a.PUSH"/>';
const everything = merged(uses('CAMERA'), pushOfApp, uses('WAKE_LOCK'), uses('READ_PHONE_STATE'));

const report = `-- Merging decision tree log ---
manifest
ADDED from /home/dev/app/src/main/AndroidManifest.xml:2:1-9:12
MERGED from [com.example.ads:core:3.2.1] /home/dev/.gradle/caches/x/AndroidManifest.xml:2:1-20:12
uses-permission#android.permission.CAMERA
ADDED from /home/dev/app/src/main/AndroidManifest.xml:4:3-63
MERGED from [com.example.ads:core:3.2.1] /home/dev/.gradle/caches/x/AndroidManifest.xml:5:5-66
\tandroid:name
\t\tADDED from [not.this:one:1.0] /home/dev/app/src/main/AndroidManifest.xml:4:20-61
uses-permission#android.permission.WAKE_LOCK
ADDED from [:push] C:\\dev\\push\\build\\intermediates\\AndroidManifest.xml:4:5-66
uses-permission#android.permission.READ_PHONE_STATE
ADDED from [com.example.ads:core:3.2.1] /home/dev/.gradle/caches/x/AndroidManifest.xml:6:5-75
\tandroid:name
\t\tADDED from [com.example.ads:core:3.2.1] /home/dev/.gradle/caches/x/AndroidManifest.xml:6:22-72
uses-sdk
INJECTED from /home/dev/app/src/main/AndroidManifest.xml reason: use-sdk injection requested
`;

describe('a merged manifest', () => {
  it.each([
    ['today', `${intermediates}/merged_manifests/release/processReleaseManifest/AndroidManifest.xml`],
    ['before', `${intermediates}/merged_manifests/release/AndroidManifest.xml`],
    ['of the main split', `${intermediates}/merged_manifest/release/processReleaseMainManifest/AndroidManifest.xml`],
    ['long ago', `${intermediates}/manifests/full/release/AndroidManifest.xml`],
    ['of a bundle', `${intermediates}/bundle_manifest/release/x/AndroidManifest.xml`],
  ])('is found where builds leave it %s', async (_, path) => {
    const { apps, unread } = await read({ ...source, [path]: everything });
    expect(apps[0]?.permissions.map(({ name }) => name)).toContain('android.permission.READ_PHONE_STATE');
    expect(apps[0]?.manifests).toContainEqual({ path, role: 'merged', module: ':app' });
    expect(apps[0]).toMatchObject({ minSdk: 24, targetSdk: 35 });
    expect(unread).toEqual([]);
  });

  it('of a Flutter build lies beside the android folder', async () => {
    const moved = Object.fromEntries(Object.entries(source).map(([path, text]) => [`android/${path}`, text]));
    const { apps } = await read({
      ...moved,
      'build/app/intermediates/merged_manifests/release/AndroidManifest.xml': everything,
    });
    expect(apps[0]?.permissions.map(({ name }) => name)).toContain('android.permission.READ_PHONE_STATE');
  });

  const path = `${intermediates}/merged_manifests/release/AndroidManifest.xml`;

  it('leaves each permission at its line of source, and takes its own line for the rest', async () => {
    const contents = { ...source, [path]: everything, [log('release')]: report };
    const own = (await read(contents)).apps[0]?.permissions ?? [];
    expect(own.map(({ at, addedBy }) => `${wordsAt(contents, at)} ${at.file} ${addedBy ?? ''}`.trim())).toEqual([
      `android.permission.READ_PHONE_STATE ${path} com.example.ads:core:3.2.1`,
      'android.permission.CAMERA app/src/main/AndroidManifest.xml',
      '${applicationId}.PUSH app/src/main/AndroidManifest.xml',
      'android.permission.WAKE_LOCK push/src/main/AndroidManifest.xml :push',
    ]);
  });

  it('without a report does not say who added what', async () => {
    const [own] = (await read({ ...source, [path]: everything })).apps;
    expect(own?.permissions.every(({ addedBy }) => addedBy === undefined)).toBe(true);
  });

  it('older than the source does not hide what was added or removed since', async () => {
    const contents = {
      ...source,
      'app/src/main/AndroidManifest.xml': manifest(uses('SEND_SMS'), uses('READ_PHONE_STATE', 'tools:node="remove"')),
      [path]: merged(
        uses('CAMERA'),
        uses('WAKE_LOCK'),
        uses('READ_PHONE_STATE'),
        uses('RECORD_AUDIO'),
        uses('INTERNET'),
      ),
      [log('release')]: `${report}uses-permission#android.permission.RECORD_AUDIO
ADDED from /home/dev/app/src/main/AndroidManifest.xml:7:5-70
uses-permission#android.permission.INTERNET
ADDED from [project :push] /home/dev/push/AndroidManifest.xml:7:5-70
`,
    };
    const own = (await read(contents)).apps[0]?.permissions ?? [];
    expect(
      own.map(({ name, addedBy }) => `${name.replace('android.permission.', '')} ${addedBy ?? ''}`.trim()),
    ).toEqual(['CAMERA com.example.ads:core:3.2.1', 'INTERNET :push', 'SEND_SMS', 'WAKE_LOCK :push']);
  });

  it('settles whether a guessed library ships', async () => {
    const contents = { ...source, 'app/build.gradle': appPlugin, [path]: merged(uses('CAMERA')) };
    expect(await permissions(contents)).toEqual(['CAMERA', '${applicationId}.PUSH']);
  });

  it('of the release goes before that of debug', async () => {
    const contents = { ...source, [path]: everything, [path.replace('release', 'debug')]: merged(uses('READ_SMS')) };
    expect(await permissions(contents)).not.toContain('READ_SMS');
  });

  it('of debug is better than none, and that is said', async () => {
    const debug = path.replace('release', 'debug');
    const { apps, unread } = await read({ ...source, [debug]: everything });
    expect(apps[0]?.permissions).toHaveLength(4);
    expect(unread).toEqual([{ file: debug, what: 'release-manifest', detail: 'debug' }]);
  });

  it('of each flavour tells which has what', async () => {
    const contents = {
      ...source,
      [path.replace('release', 'freeRelease')]: everything,
      [path.replace('release', 'paidRelease')]: merged(uses('CAMERA'), pushOfApp, uses('WAKE_LOCK')),
    };
    expect(await permissions(contents)).toContain('READ_PHONE_STATE freeRelease');
    expect(await permissions(contents)).toContain('CAMERA');
  });

  it('of tests does not count', async () => {
    expect(await permissions({ ...source, [path.replace('release', 'debugAndroidTest')]: everything })).toHaveLength(3);
  });

  it('that is broken leaves the source', async () => {
    const contents = { ...source, [path]: '<manifest' };
    expect(await permissions(contents)).toEqual(['CAMERA', '${applicationId}.PUSH', 'WAKE_LOCK']);
    expect((await read(contents)).unread.map(({ what }) => what)).toEqual(['broken-xml', 'library-manifests']);
  });

  it('shows components and settings of libraries', async () => {
    const application =
      '<application android:allowBackup="true" android:usesCleartextTraffic="true"><service android:name="x.ads.Listener" android:permission="android.permission.BIND_NOTIFICATION_LISTENER_SERVICE"/></application>';
    const contents = {
      ...source,
      'app/src/main/AndroidManifest.xml': manifest('<application android:allowBackup="true"/>'),
      [path]: merged(application),
    };
    const [own] = (await read(contents)).apps;
    expect(own?.components.map(({ name }) => name)).toEqual(['x.ads.Listener']);
    expect(own?.permissions.map(({ name, kind }) => `${kind} ${name}`)).toContain(
      'component android.permission.BIND_NOTIFICATION_LISTENER_SERVICE',
    );
    expect(own?.settings.map(({ key, at }) => [key, at.file])).toEqual([
      ['allowBackup', 'app/src/main/AndroidManifest.xml'],
      ['usesCleartextTraffic', path],
    ]);
  });
});

describe('a manifest that the user names', () => {
  it('stands for the app it lies in', async () => {
    const named = 'app/build/elsewhere/AndroidManifest.xml';
    const { apps, unread } = await read({ ...source, [named]: everything }, [named]);
    expect(apps.map(({ id }) => id)).toEqual([':app']);
    expect(apps[0]?.permissions).toHaveLength(4);
    expect(apps[0]?.manifests).toContainEqual({ path: named, role: 'named', module: ':app' });
    expect(unread).toEqual([]);
  });

  it('finds the report of its build', async () => {
    const path = `${intermediates}/merged_manifests/freeRelease/processFreeReleaseManifest/AndroidManifest.xml`;
    const { apps } = await read({ ...source, [path]: everything, [log('free-release')]: report }, [path]);
    expect(apps[0]?.permissions.map(({ addedBy }) => addedBy)).toContain('com.example.ads:core:3.2.1');
  });

  it('of source is read alone, and its libraries are said to be missing', async () => {
    const { apps, unread } = await read(source, ['app/src/main/AndroidManifest.xml']);
    expect(apps[0]?.permissions.map(({ name }) => name)).toEqual([
      'android.permission.CAMERA',
      '${applicationId}.PUSH',
    ]);
    expect(unread.map(({ what }) => what)).toEqual(['library-manifests']);
  });

  it('is an app of its own in a folder without one', async () => {
    const { apps } = await read({ 'from-apk/AndroidManifest.xml': everything }, ['from-apk/AndroidManifest.xml']);
    expect(apps.map(({ id, permissions: own }) => [id, own.length])).toEqual([['from-apk', 4]]);
  });

  it('that is not there is told', async () => {
    const { apps, unread } = await read(source, ['gone.xml']);
    expect(apps).toEqual([]);
    expect(unread).toContainEqual(expect.objectContaining({ file: 'gone.xml', what: 'unreadable' }));
  });
});
