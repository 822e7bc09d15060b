import { expect, test } from 'vitest';
import { findApi, findDataType, findSdk, loadKnowledge } from './index.ts';
import type { SdkSignKind } from './index.ts';

const knowledge = loadKnowledge();
const { sdks, apis } = knowledge;

/** The SDKs of which a package, name of a file or coordinate is a strong sign. */
function toldBy(kind: SdkSignKind, text: string): string[] {
  const hit = (sign: string) =>
    kind === 'package'
      ? `${text}.`.startsWith(`${sign}.`)
      : sign.endsWith('*')
        ? text.toLowerCase().startsWith(sign.slice(0, -1).toLowerCase())
        : sign === text;
  return sdks.filter((sdk) => sdk.signs[kind]?.some(hit)).map((sdk) => sdk.id);
}

test.each([
  'androidx.core.app.ActivityCompat',
  'com.google.android.material.button.MaterialButton',
  'com.google.gson.Gson',
  'com.google.common.collect.ImmutableList',
  'com.google.firebase.FirebaseApp',
  'com.squareup.otto.Bus',
  'com.squareup.picasso.Picasso',
  'com.squareup.leakcanary.LeakCanary',
  'com.facebook.react.ReactActivity',
  'com.facebook.imagepipeline.core.ImagePipeline',
  'com.alibaba.fastjson.JSON',
  'com.alibaba.android.arouter.launcher.ARouter',
  'com.tencent.mmkv.MMKV',
  'com.bytedance.scene.Scene',
  'com.baidu.app.Main',
  'com.huawei.app.Main',
  'com.amazonaws.util.IOUtils',
  'okhttp3.OkHttpClient',
  'retrofit2.Retrofit',
  'org.greenrobot.eventbus.EventBus',
  'org.json.JSONObject',
  'io.reactivex.Observable',
  'io.branch.app.Main',
  'io.customer.app.Main',
  'kotlinx.coroutines.flow.Flow',
  'cn.hutool.core.util.StrUtil',
  'com.loc.Main',
])('%s is no SDK', (name) => {
  expect(toldBy('package', name)).toEqual([]);
});

test.each([
  'com.squareup:otto',
  'com.squareup.picasso:picasso',
  'com.squareup.okhttp3:okhttp',
  'androidx.appcompat:appcompat',
  'com.google.android.material:material',
  'com.google.android.gms:play-services-base',
  'com.google.firebase:firebase-bom',
  'com.facebook.react:react-android',
  'com.facebook.fresco:fresco',
  'com.alibaba:fastjson',
  'com.tencent:mmkv',
  'com.github.bumptech.glide:glide',
])('%s is no SDK either', (name) => {
  expect(toldBy('maven', name)).toEqual([]);
});

test.each([
  ['push-1.0.aar', []],
  ['common-1.0.jar', []],
  ['gson-2.8.jar', []],
  ['okhttp-3.12.jar', []],
  ['android-support-v4.jar', []],
  ['umeng-common-9.6.8.aar', ['umeng-analytics']],
  ['open_ad_sdk.aar', ['pangle-cn']],
  ['GDTSDK.unionNormal.4.5.aar', ['gdt-union']],
  ['AMap3DMap_9.8_AMapSearch_9.7.jar', ['amap-map']],
  ['AMap_Location_V6.1.aar', ['amap-location']],
  ['BaiduLBS_Android.aar', ['baidu-map']],
  ['alipaysdk-15.8.aar', ['alipay']],
  ['Msc.jar', ['iflytek']],
])('the file %s tells %j', (name, expected) => {
  expect(toldBy('file', name)).toEqual(expected);
});

test.each([
  ['maven', 'cn.jiguang.sdk:jpush', 'jpush'],
  ['maven', 'com.umeng.umsdk:common', 'umeng-analytics'],
  ['maven', 'cn.jiguang.sdk.plugin:xiaomi', 'mipush'],
  ['maven', 'com.tencent.mm.opensdk:wechat-sdk-android-without-mta', 'wechat-opensdk'],
  ['package', 'cn.jpush.android.api.JPushInterface', 'jpush'],
  ['package', 'cn.jiguang.verifysdk.api.JVerificationInterface', 'jverification'],
  ['package', 'com.tencent.bugly.crashreport.CrashReport', 'bugly'],
  ['package', 'com.baidu.mapapi.SDKInitializer', 'baidu-map'],
  ['npm', '@sentry/react-native', 'sentry'],
  ['pub', 'fluwx', 'wechat-opensdk'],
  ['ohpm', '@umeng/analytics', 'umeng-analytics'],
  ['uni', 'payment.alipay', 'alipay'],
  ['cordova', 'cordova-plugin-firebasex', 'firebase-analytics'],
  ['marker', 'JPUSH_APPKEY', 'jpush'],
] as const)('the %s %s tells %s alone', (kind, sign, id) => {
  expect(toldBy(kind, sign)).toEqual([id]);
});

test('what several products share tells none of them', () => {
  for (const marker of ['com.amap.api.v2.apikey', 'TencentMapSDK', 'Mob-AppKey', 'UMENG_CHANNEL', 'PUSH_APPID']) {
    expect(toldBy('marker', marker)).toEqual([]);
    expect(sdks.filter((sdk) => sdk.weakSigns.marker?.includes(marker)).length).toBeGreaterThan(0);
  }
});

/** Words that policies use for other things: never the exact name of an SDK. */
const everyday = [
  '推送', '地图', '定位', '统计', '分享', '支付', '登录', '微信', 'QQ', '微博', '支付宝', '抖音', '百度', '腾讯', '华为', '小米',
  '阿里云', '高德', '友盟', '极光', '京东', '菜鸟', '涂鸦', '章鱼', '蒲公英', '灯塔', '心动', '日志服务', '实人认证', '人脸核身',
  'Push', 'Map', 'Branch', 'Adjust', 'Segment', 'Singular', 'Stream', 'Batch', 'Heap', 'Radar', 'Square', 'Persona', 'Here',
  '现在支付', '移动SDK', '信鸽', '滴滴出行', 'Tinker', 'FullStory', 'App Center', 'Flurry', 'Intercom',
  'Line', 'Matrix', 'Mars', 'Fabric', 'Embrace', 'Iterable', 'Google', 'Facebook', 'Twitter', 'Microsoft', 'Face ID', 'Gmail',
];

test('no exact name is an everyday word, a letter pair, or a name of two', () => {
  const names = new Map<string, string>();
  for (const { id, names: own } of sdks) {
    for (const name of own) {
      const same = name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
      expect(same.length, name).toBeGreaterThanOrEqual(2);
      expect(names.get(same), name).toBeUndefined();
      names.set(same, id);
    }
  }
  expect(everyday.filter((word) => names.has(word.toLowerCase().replace(' ', '')))).toEqual([]);
});

test('every SDK can be named, or its brand can', () => {
  expect(sdks.filter((sdk) => sdk.names.length + sdk.sharedNames.length === 0).map((sdk) => sdk.id)).toEqual([]);
  expect(findSdk(knowledge, 'umeng-push')?.sharedNames).toContain('友盟+');
  expect(findSdk(knowledge, 'jpush')?.names).toContain('极光推送');
});

test('no package is a platform, and none is a single word', () => {
  const platforms = ['androidx', 'android', 'java', 'kotlin', 'com.google.android.gms', 'com.google.firebase', 'org'];
  const broad = sdks.flatMap((sdk) =>
    (sdk.signs.package ?? []).filter((sign) => !sign.includes('.') || platforms.includes(sign)),
  );
  expect(broad).toEqual([]);
});

test('what nobody confirmed is not said to be certain', () => {
  expect(findSdk(knowledge, 'jpush')).toMatchObject({ certainty: 'high', takesCertainty: 'high' });
  expect(findSdk(knowledge, 'sentry')).toMatchObject({ takesCertainty: 'low' });
  expect(findSdk(knowledge, 'tinker')).toMatchObject({ certainty: 'low', signs: {} });
  expect(sdks.filter((sdk) => sdk.certainty === 'high').length).toBeLessThan(sdks.length / 4);
});

test('methods that are safe before consent are not those that start', () => {
  for (const { id, calls } of sdks) {
    expect(calls.start.filter((call) => calls.safe.includes(call) || calls.consent.includes(call)), id).toEqual([]);
  }
  expect(findSdk(knowledge, 'umeng-analytics')?.calls).toMatchObject({
    safe: expect.arrayContaining(['UMConfigure.preInit']),
    consent: ['UMConfigure.submitPolicyGrantResult'],
  });
});

test.each([
  ['android.telephony.TelephonyManager', 'getImei', ['imei']],
  ['android.provider.Settings.Secure', 'ANDROID_ID', ['android-id']],
  ['android.content.ClipboardManager', 'getPrimaryClip', ['clipboard']],
  ['android.content.pm.PackageManager', 'getInstalledPackages', ['installed-apps']],
  ['android.app.ActivityManager', 'getRunningTasks', ['running-apps']],
  ['android.provider.Telephony.Sms', 'CONTENT_URI', ['sms-content']],
  ['react-native', 'PermissionsAndroid.PERMISSIONS.READ_SMS', ['sms-content']],
  ['react-native-permissions', 'PERMISSIONS.ANDROID.READ_SMS', ['sms-content']],
  ['expo-clipboard', 'getStringAsync', ['clipboard']],
  ['uni', 'getClipboardData', ['clipboard']],
  ['plus.device', 'imsi', ['imsi']],
  ['package:permission_handler', 'Permission.contacts', ['contacts']],
  ['@ohos.identifier.oaid', 'getOAID', ['oaid']],
])('%s %s gives %j', (module, member, dataTypes) => {
  const found = apis.filter((api) => api.module === module && api.members.includes(member));
  expect(found.map((api) => api.dataTypes)).toEqual([dataTypes]);
  expect(found[0]?.needsConsent).toBe(true);
});

test('comparing a finger or face in the system gives the app no biometric data', () => {
  const prompts = apis.filter((api) => /BiometricPrompt|FingerprintManager|local-authentication$/.test(api.module));
  expect(prompts.length).toBeGreaterThanOrEqual(4);
  for (const prompt of prompts) expect(prompt).toMatchObject({ dataTypes: [], needsConsent: false });
  const [engine] = apis.filter((api) => api.module === 'com.arcsoft.face.FaceEngine');
  expect(engine).toMatchObject({ dataTypes: ['face-data'], needsConsent: true, certainty: 'medium' });
});

test('what asks for consent takes data or asks for a permission', () => {
  const idle = apis.filter(
    (api) => api.needsConsent && api.dataTypes.length === 0 && api.kind !== 'permission-request',
  );
  expect(idle.map((api) => api.id)).toEqual([]);
});

test('every API and SDK speaks of known data and says where it was read', () => {
  const types = [...sdks.flatMap((sdk) => sdk.takes), ...apis.flatMap((api) => api.dataTypes)];
  expect(types.filter((type) => !findDataType(knowledge, type))).toEqual([]);
  expect([...sdks, ...apis].filter((entry) => entry.sources.length === 0)).toEqual([]);
  expect(findApi(knowledge, 'android-telephony-manager-get-imei')?.members).toEqual(['getImei']);
  expect(findApi(knowledge, 'nothing')).toBeUndefined();
});

test.each([
  ['com.qiniu:qiniu-android-sdk', 'storage'],
  ['com.qiniu:qiniu-rtc-android', 'media'],
])('%s is told as %s', (library, category) => {
  const found = sdks.filter((sdk) => sdk.signs.maven?.includes(library));
  expect(found.map((sdk) => sdk.category.id)).toEqual([category]);
});
