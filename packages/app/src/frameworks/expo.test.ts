import { describe, expect, it } from 'vitest';
import { manifest, read, uses, wordsAt } from '../platforms/android/sample.ts';

const app = (android: string) => `{\n  "expo": {\n    "name": "加班本",\n    "android": ${android}\n  }\n}`;

describe('an Expo app', () => {
  it('is read from app.json, with places', async () => {
    const contents = {
      'app.json': app('{ "package": "cn.a", "permissions": ["CAMERA", "android.permission.READ_SMS", "CAMERA"] }'),
    };
    const { apps, unread } = await read(contents);
    expect(apps[0]).toMatchObject({ name: { text: '加班本' }, applicationId: { text: 'cn.a' } });
    expect(apps[0]?.permissions.map(({ name, at }) => [name, wordsAt(contents, at)])).toEqual([
      ['android.permission.CAMERA', 'CAMERA'],
      ['android.permission.READ_SMS', 'android.permission.READ_SMS'],
    ]);
    expect(unread.map(({ what }) => what)).toEqual(['library-manifests']);
  });

  it('does not request what it blocks', async () => {
    const contents = {
      'app.json': app('{ "permissions": ["CAMERA"], "blockedPermissions": ["android.permission.CAMERA"] }'),
    };
    expect((await read(contents)).apps[0]?.permissions).toEqual([]);
  });

  it('with a manifest is an Android app', async () => {
    const contents = {
      'app.json': app('{ "permissions": ["CAMERA"] }'),
      'android/app/src/main/AndroidManifest.xml': manifest(uses('INTERNET')),
    };
    expect((await read(contents)).apps.map(({ id }) => id)).toEqual(['android/app']);
  });

  it('that is broken is told with its place', async () => {
    const { apps, unread } = await read({ 'app.json': '{ "expo": { "name": } }' });
    expect(apps).toEqual([]);
    expect(unread).toMatchObject([
      { file: 'app.json', what: 'broken-json', offset: expect.any(Number) },
      { what: 'no-android-manifest' },
    ]);
  });

  it('is not any app.json', async () => {
    expect(await read({ 'app.json': '{"name": "x"}' })).toEqual({
      apps: [],
      unread: [{ what: 'no-android-manifest' }],
    });
  });
});
