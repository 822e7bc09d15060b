import type { App, PolicyStatement } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { aDocument, anApp, aPolicy, at, comparison, request, states } from '../testing.ts';
import rule from './rule.ts';

const asks = (names: readonly string[], more: Partial<PolicyStatement> = {}): PolicyStatement =>
  states([], {
    action: 'request-permission',
    permissions: names.map((name) => `android.permission.${name}`),
    text: '我们申请以下权限',
    at: at('PRIVACY.md', names.join().length),
    ...more,
  });

const found = (app: App, ...statements: readonly PolicyStatement[]): string[] =>
  [...rule.check(comparison(app, aPolicy({ statements })))].map(
    ({ about, confidence }) => `${about.slice(about.lastIndexOf('.') + 1)} ${confidence}`,
  );

describe('stale-disclosure', () => {
  it('tells a permission that is announced and not requested', () => {
    expect(found(anApp([request('CAMERA')]), asks(['READ_CONTACTS']), asks(['CAMERA']))).toEqual([
      'READ_CONTACTS medium',
    ]);
  });

  it('takes the permissions of a family for one, whichever is named', () => {
    const app = anApp([
      request('READ_MEDIA_IMAGES'),
      request('ACCESS_COARSE_LOCATION'),
      request('BLUETOOTH'),
      request('RECEIVE_SMS'),
    ]);
    const named = [
      'READ_EXTERNAL_STORAGE',
      'MANAGE_EXTERNAL_STORAGE',
      'ACCESS_FINE_LOCATION',
      'BLUETOOTH_CONNECT',
      'READ_SMS',
    ];
    expect(found(app, ...named.map((name) => asks([name])))).toEqual([]);
    expect(found(anApp([]), asks(['READ_SMS']), asks(['RECEIVE_SMS', 'SEND_SMS']))).toEqual(['READ_SMS medium']);
  });

  it('is sure of the merged manifest only, and least sure of what libraries bring', () => {
    const merged = anApp([], { manifests: [{ path: 'AndroidManifest.xml', role: 'merged', module: ':app' }] });
    expect(found(merged, asks(['ACCESS_FINE_LOCATION']))).toEqual(['ACCESS_FINE_LOCATION high']);
    expect(found(anApp([]), asks(['ACCESS_FINE_LOCATION']))).toEqual(['ACCESS_FINE_LOCATION low']);
    expect(found(anApp([], { folder: 'android/app' }), asks(['READ_CONTACTS']))).toEqual(['READ_CONTACTS low']);
  });

  it('is silent on denials, third parties, mere data, plain permissions and what guards a component', () => {
    const service = {
      kind: 'service',
      name: '.Watch',
      permission: 'android.permission.BIND_ACCESSIBILITY_SERVICE',
      actions: [],
      at: at('a', 1),
      module: ':app',
    } as const;
    const app = anApp([], { components: [service] });
    const silent = [
      asks(['READ_CONTACTS'], { negated: true }),
      asks(['READ_CONTACTS'], { text: '我们无需通讯录权限' }),
      asks(['READ_CONTACTS'], { text: '您可以在系统设置中关闭通讯录权限' }),
      asks(['READ_CONTACTS'], { actor: { role: 'third-party', name: 'SDK', text: 'SDK' } }),
      asks(['READ_CONTACTS'], { text: '苹果 iOS 版申请通讯录权限' }),
      asks(['READ_CONTACTS'], { action: 'collect' }),
      asks(['READ_EXTERNAL_STORAGE'], { text: '数据保存在应用目录，受系统文件权限保护' }),
      asks(['INTERNET', 'VIBRATE', 'POST_NOTIFICATIONS', 'BIND_ACCESSIBILITY_SERVICE']),
    ];
    expect(found(app, ...silent)).toEqual([]);
  });

  it('tells many families in few findings', () => {
    const names = [
      'CAMERA',
      'RECORD_AUDIO',
      'READ_CONTACTS',
      'READ_CALENDAR',
      'READ_SMS',
      'READ_PHONE_STATE',
      'BODY_SENSORS',
    ];
    expect(found(anApp([]), ...names.map((name) => asks([name])))).toEqual([
      'CAMERA low',
      'RECORD_AUDIO medium',
      'READ_CONTACTS medium',
      'READ_CALENDAR medium',
      'other-permissions low',
    ]);
  });

  it('says nothing of permissions where a manifest could not be read or found', () => {
    const broken = { ...comparison(anApp([]), aPolicy({ statements: [asks(['READ_CONTACTS'])] })) };
    for (const unread of [
      { file: 'app/src/main/AndroidManifest.xml', what: 'broken-xml' },
      { file: 'app/build.gradle', what: 'app-manifest', detail: ':app' },
    ]) {
      expect([...rule.check({ ...broken, app: { ...broken.app, unread: [unread] } })]).toEqual([]);
    }
  });

  it('tells a list with nothing in it', () => {
    const quote = { text: '第三方清单', at: at('PRIVACY.md', 9) };
    const signs = [{ kind: 'missing-part', document: 0, quote, announced: 'list', target: '第三方清单' }] as const;
    const [list] = rule.check(comparison(anApp([]), aPolicy({ documents: [aDocument()], signs })));
    expect(list).toMatchObject({ message: 'list', about: 'list-第三方清单', at: quote.at });
  });
});
