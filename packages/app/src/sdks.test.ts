import type { Knowledge, Sdk } from '@mingshi/knowledge';
import { loadKnowledge } from '@mingshi/knowledge';
import { noCode } from '@mingshi/model';
import type { App, Dependency, Location } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { sdksOf } from './sdks.ts';

const sdk = (id: string, more: Partial<Sdk>): Sdk => ({
  id,
  name: { zh: id, en: id },
  vendor: { zh: id, en: id },
  category: { id: 'push', name: { zh: '消息推送', en: 'push' }, isPurpose: true },
  signs: {},
  weakSigns: {},
  takes: [],
  takesCertainty: 'high',
  names: [],
  sharedNames: [],
  calls: { start: [], safe: [], consent: [] },
  certainty: 'high',
  sources: [],
  ...more,
});

const knowledge: Knowledge = {
  ...loadKnowledge(),
  sdks: [
    sdk('umeng', {
      signs: { maven: ['com.umeng.umsdk:common'], package: ['com.umeng.analytics'], marker: ['UMENG_APPKEY'] },
      weakSigns: { maven: ['com.umeng.umsdk:asms'], package: ['com.umeng'] },
    }),
    sdk('jpush', {
      signs: {
        maven: ['cn.jiguang.sdk:jpush'],
        npm: ['jpush-react-native'],
        pub: ['jpush_flutter'],
        cordova: ['jpush-phonegap-plugin'],
        ohpm: ['@jg/push'],
        package: ['cn.jpush.android'],
        marker: ['cn.jpush.android.service.PushService'],
      },
    }),
    sdk('square', { signs: { maven: ['com.squareup.sdk:*'], package: ['com.squareup.sdk'] } }),
    sdk('ads', { signs: { file: ['open_ad_sdk*', 'windAd*', 'Msc.jar'], maven: ['cn.ads:core-*'] }, certainty: 'low' }),
    sdk('wechat', {
      names: ['WeChat SDK'],
      signs: { uni: ['oauth.weixin'], marker: ['.wxapi.WXEntryActivity', '.MoonShareActivity'], package: ['com.tencent.mm.opensdk'] },
    }),
  ],
};

const at = (start: number, file = 'app/build.gradle'): Location => ({ file, start, end: start + 1 });

const library = (name: string, more: Partial<Dependency> = {}): Dependency => ({
  ecosystem: 'maven',
  name,
  at: at(0),
  via: 'direct',
  ...more,
});

const app = (more: Partial<App>): App => ({
  id: ':app',
  platform: 'android',
  frameworks: [],
  folder: 'app',
  manifests: [],
  permissions: [],
  removedPermissions: [],
  components: [],
  features: [],
  settings: [],
  accountSigns: [],
  cancellationSigns: [],
  dependencies: [],
  metaData: [],
  code: noCode,
  ...more,
});

const component = (name: string, more = {}) => ({
  kind: 'service' as const,
  name,
  actions: [],
  at: at(5, 'm.xml'),
  module: ':app',
  ...more,
});
const imported = (...names: readonly string[]): Partial<App> => ({
  code: { ...noCode, imports: names.map((text, index) => ({ text, at: at(index, 'Main.kt') })) },
});

/** Ids of the SDKs found in an app. */
const found = (more: Partial<App>): readonly string[] =>
  sdksOf({ apps: [app(more)], unread: [] }, knowledge).map((use) => use.sdk);

const certainty = (more: Partial<App>) => sdksOf({ apps: [app(more)], unread: [] }, knowledge)[0]?.confidence;

describe('an SDK', () => {
  it('is one entry with every sign, the strongest first', () => {
    const one = app({
      dependencies: [library('com.umeng.umsdk:asms', { at: at(1) }), library('com.umeng.umsdk:common', { at: at(2) })],
      metaData: [{ text: 'UMENG_APPKEY', at: at(3, 'm.xml') }],
      code: {
        ...noCode,
        imports: [{ text: 'com.umeng.analytics.MobclickAgent', at: at(4, 'Main.kt') }],
        uses: [
          {
            of: { kind: 'sdk', id: 'umeng', call: 'start' },
            name: 'UMConfigure.init',
            at: at(9, 'Main.kt'),
            confidence: 'high',
          },
        ],
      },
    });
    const uses = sdksOf({ apps: [one], unread: [] }, knowledge);
    expect(uses).toHaveLength(1);
    expect(uses[0]).toMatchObject({ app: ':app', sdk: 'umeng', confidence: 'high' });
    expect(uses[0]?.signs.map(({ kind, name }) => [kind, name])).toEqual([
      ['dependency', 'com.umeng.umsdk:common'],
      ['marker', 'UMENG_APPKEY'],
      ['call', 'UMConfigure.init'],
      ['import', 'com.umeng.analytics.MobclickAgent'],
      ['dependency', 'com.umeng.umsdk:asms'],
    ]);
    expect(uses[0]?.signs[0]?.at).toEqual(at(2));
  });

  it.each<[string, Partial<App>, string]>([
    ['a coordinate', { dependencies: [library('cn.jiguang.sdk:jpush')] }, 'jpush'],
    ['an npm name', { dependencies: [library('jpush-react-native', { ecosystem: 'npm' })] }, 'jpush'],
    [
      'a Cordova name in package.json',
      { dependencies: [library('jpush-phonegap-plugin', { ecosystem: 'npm' })] },
      'jpush',
    ],
    ['a pub name', { dependencies: [library('jpush_flutter', { ecosystem: 'pub' })] }, 'jpush'],
    ['an ohpm name', { dependencies: [library('@jg/push', { ecosystem: 'ohpm' })] }, 'jpush'],
    ['a uni-app service', { dependencies: [library('oauth.weixin', { ecosystem: 'uni' })] }, 'wechat'],
    ['a file', { dependencies: [library('open_ad_sdk_5.2.aar', { ecosystem: 'file' })] }, 'ads'],
    ['a file in other letters', { dependencies: [library('MSC.jar', { ecosystem: 'file' })] }, 'ads'],
    ['an open coordinate', { dependencies: [library('com.squareup.sdk:in-app-payments')] }, 'square'],
    ['a component', { components: [component('cn.jpush.android.service.PushService')] }, 'jpush'],
    ['another class of its package', { components: [component('cn.jpush.android.ui.New')] }, 'jpush'],
    ['a file published again under another group', { dependencies: [library('com.example.libs:open_ad_sdk')] }, 'ads'],
    ['an entry in any package of ours', { components: [component('cn.mine.internal.share.MoonShareActivity')] }, 'wechat'],
    ['an entry in our own package', { components: [component('cn.mine.wxapi.WXEntryActivity')] }, 'wechat'],
    ['an import', imported('cn.jpush.android.api.JPushInterface'), 'jpush'],
    ['an import of all', imported('cn.jpush.android.*'), 'jpush'],
    ['an imported module', imported('jpush-react-native/lib/index'), 'jpush'],
    ['a Dart import', imported('package:jpush_flutter/jpush_flutter.dart'), 'jpush'],
  ])('is told by %s', (_, more, expected) => {
    expect(found(more)).toEqual([expected]);
  });

  it.each<[string, Partial<App>]>([
    ['an event bus of the same vendor', { dependencies: [library('com.squareup:otto')] }],
    ['an image loader of the same vendor', { dependencies: [library('com.squareup.picasso:picasso')] }],
    ['a group that begins alike', { dependencies: [library('com.squareup.sdkit:x')] }],
    ['a longer group', { dependencies: [library('com.umengfoo.umsdk:common')] }],
    ['a fork under another group', { dependencies: [library('io.fork.com.umeng.umsdk:common')] }],
    ['a longer artifact', { dependencies: [library('com.umeng.umsdk:common-ui')] }],
    ['a word in a coordinate', { dependencies: [library('cn.ads:corelib')] }],
    ['Jetpack', { dependencies: [library('androidx.core:core-ktx'), library('androidx.ads:ads-identifier')] }],
    ['a fork on npm', { dependencies: [library('my-jpush-react-native-fork', { ecosystem: 'npm' })] }],
    ['a scoped fork on npm', { dependencies: [library('@me/jpush-react-native', { ecosystem: 'npm' })] }],
    ['an npm name in Gradle', { dependencies: [library('jpush-react-native')] }],
    ['a library that holds the name of a file', { dependencies: [library('com.example:load-open_ad_sdk')] }],
    ['a library with more letters', { dependencies: [library('com.example:windAdventure')] }],
    ['a file with more letters', { dependencies: [library('windAdventure.jar', { ecosystem: 'file' })] }],
    ['a file that holds the name', { dependencies: [library('loadSdk_open_ad_sdk.jar', { ecosystem: 'file' })] }],
    ['a file with a tail', { dependencies: [library('Msc.jar.aar', { ecosystem: 'file' })] }],
    ['a package with more letters', imported('com.umengfoo.analytics.Agent', 'cn.jpush.androidx.Api')],
    ['a package within another', imported('org.organization.com.umeng.analytics.Agent')],
    ['a class of one word', imported('analytics', 'org')],
    ['a component of a fork', { components: [component('my.cn.jpush.android.service.PushService')] }],
    ['meta-data with more letters', { metaData: [{ text: 'UMENG_APPKEY_OLD', at: at(1) }] }],
    [
      'the vendor of a weak sign',
      { dependencies: [library('com.umeng.umsdk:asms')], ...imported('com.umeng.share.X') },
    ],
    ['a debug build', { dependencies: [library('cn.jiguang.sdk:jpush', { onlyIn: ['debug'] })] }],
    ['a component of a debug build', { components: [component('cn.jpush.android.A', { onlyIn: ['freeDebug'] })] }],
    [
      'its own vendor',
      {
        applicationId: { text: 'cn.jpush.android.demo', at: at(0) },
        components: [component('cn.jpush.android.demo.Main')],
      },
    ],
  ])('is not told by %s', (_, more) => {
    expect(found(more)).toEqual([]);
  });

  it('lists an archive that bears a word of its brand, but is not told by it', () => {
    const renamed = [library('WeChat_v3.jar', { ecosystem: 'file' }), library('rechatter.jar', { ecosystem: 'file' })];
    expect(found({ dependencies: renamed })).toEqual([]);
    const one = app({ dependencies: renamed, components: [component('cn.mine.wxapi.WXEntryActivity')] });
    expect(sdksOf({ apps: [one], unread: [] }, knowledge)[0]?.signs.map(({ name }) => name)).toEqual([
      'cn.mine.wxapi.WXEntryActivity',
      'WeChat_v3.jar',
    ]);
  });

  it('ships with a flavour', () => {
    expect(found({ dependencies: [library('cn.jiguang.sdk:jpush', { onlyIn: ['market'] })] })).toEqual(['jpush']);
  });

  it('is as certain as its signs and as what is known of it', () => {
    expect(certainty({ dependencies: [library('cn.jiguang.sdk:jpush')] })).toBe('high');
    expect(certainty({ dependencies: [library('cn.jiguang.sdk:jpush', { via: 'lock' })] })).toBe('high');
    expect(certainty(imported('cn.jpush.android.api.X'))).toBe('medium');
    expect(certainty({ ...imported('cn.jpush.android.api.X'), components: [component('cn.jpush.android.A')] })).toBe(
      'high',
    );
    expect(certainty({ dependencies: [library('open_ad_sdk.aar', { ecosystem: 'file' })] })).toBe('low');
  });

  it('of each app is told apart', () => {
    const apps = [
      app({ dependencies: [library('cn.jiguang.sdk:jpush')] }),
      app({ id: ':tv', dependencies: [library('com.umeng.umsdk:common')] }),
    ];
    expect(sdksOf({ apps, unread: [] }, knowledge).map((use) => [use.app, use.sdk])).toEqual([
      [':app', 'jpush'],
      [':tv', 'umeng'],
    ]);
  });

  it('is found in an app with tens of thousands of names in no time', () => {
    const names = Array.from({ length: 50_000 }, (_, index) => `${'a.'.repeat(200)}b${index}`);
    expect(found(imported(...names))).toEqual([]);
  });
});

describe('a call that several SDKs share', () => {
  const shared = { of: { kind: 'sdk', id: 'jpush', call: 'start', orOf: ['square'] }, name: 'Both.init', at: at(9, 'Main.kt'), confidence: 'high' } as const;
  const called = (more: Partial<App>) => sdksOf({ apps: [app({ ...more, code: { ...noCode, uses: [shared, { ...shared, at: at(19, 'Main.kt') }] } })], unread: [] }, knowledge);

  it('tells the one that another sign tells', () => {
    const uses = called({ dependencies: [library('com.squareup.sdk:core')] });
    expect(uses.map((use) => [use.sdk, use.confidence])).toEqual([['square', 'high']]);
  });

  it('tells the first of them, unsurely, where nothing else does', () => {
    expect(called({}).map((use) => [use.sdk, use.confidence])).toEqual([['jpush', 'low']]);
  });
});
