import type { DataMention, PolicyStatement } from '@mingshi/model';

/** A profile photo and a photo of an identity card are photos; 头像 may be drawn, 身份证 typed. */
const PHOTOS: Worded = { data: ['avatar', 'id-document-image'], words: /photo|picture|image|照片|图片/i };
/** 您常用的软件信息 is told of the device, not of the app. */
const SOFTWARE: Worded = { data: ['usage-info'], words: /软件信息/ };
/** 照片和视频 are photos too. */
const ALBUM: Worded = { data: ['video'], words: /照片|图片|相册|photo|picture/i };
/** 运动轨迹 is where somebody went. */
const TRACK: Worded = { data: ['fitness-activity'], words: /轨迹|路线|\broutes?\b|\btracks?\b/i };
/** 蓝牙MAC地址 comes from the radio. */
const RADIO: Worded = { data: ['mac-address'], words: /蓝牙|bluetooth/i };
/** 无线网络状态, wireless connection: a network of that kind. */
const WIRELESS: Worded = { data: ['network-info'], words: /无线|wlan|wi-?fi|wireless/i };
/** That a call comes in is a state of the phone. */
const CALLED: Worded = { data: ['call-log'], words: /^incoming calls?$/i };
/** 您拍摄的照片: who says that photos are taken tells of the camera. */
const TAKEN: Worded = {
  data: ['photo', 'video', 'avatar', 'id-document-image'],
  said: /拍摄(?:的|[和或及、](?:上传|发布|分享|选择)的?)|拍照[和或及、]?上传|\b(?:photos?|pictures?|images?|videos?) (?:that )?you (?:take|shoot|capture|record)\b/,
};

/** 设备账户信息: 账户信息 alone is the account in the app. */
const ON_THE_DEVICE: Worded = {
  data: ['account-info'],
  said: /(?:设备|手机|系统)(?:上|中|里)?(?:已?登录|已?添加)?的?[账帐][户号]|\bdevice accounts?\b|\baccounts? (?:stored |set up |registered )?on (?:the|your) (?:device|phone)\b/i,
};

/** Data that tell of a permission by their own words, or by what the statement says of them. */
interface Worded {
  readonly data: readonly string[];
  readonly words?: RegExp;
  readonly said?: RegExp;
}

/** Kinds of data that tell of a permission where their words name what it opens. */
const TOLD_IN_WORDS: Readonly<Record<string, readonly Worded[]>> = {
  'android.permission.CAMERA': [TAKEN],
  'android.permission.READ_MEDIA_IMAGES': [PHOTOS, ALBUM],
  'android.permission.READ_MEDIA_VISUAL_USER_SELECTED': [PHOTOS, ALBUM],
  'android.permission.GET_ACCOUNTS': [ON_THE_DEVICE],
  'android.permission.QUERY_ALL_PACKAGES': [SOFTWARE],
  'com.android.permission.GET_INSTALLED_APPS': [SOFTWARE],
  'android.permission.ACCESS_FINE_LOCATION': [TRACK],
  'android.permission.ACCESS_COARSE_LOCATION': [TRACK],
  'android.permission.BLUETOOTH_SCAN': [RADIO],
  'android.permission.BLUETOOTH_CONNECT': [RADIO],
  'android.permission.ACCESS_WIFI_STATE': [WIRELESS],
  'android.permission.READ_PHONE_STATE': [CALLED],
};

const WRITTEN: ReadonlySet<string> = new Set([
  'android.permission.WRITE_EXTERNAL_STORAGE',
  'android.permission.MANAGE_EXTERNAL_STORAGE',
]);
const DOCUMENT = /^(?:文件|文档|文档内容|存储内容|附件|files?|documents?|attachments?|storage)$/i;
const ON_DEVICE =
  /手机|设备|本地存储(?!对象)|存储卡|SD卡|下载|保存|相册|\b(?:device|phone|sd card|memory|gallery|download\w*|(?:external|internal|local|your|to) storage)\b/i;
/** What browsers are made to keep, and what a service has others keep for it. */
const KEPT_ELSEWHERE = /cookies?|HTML5|\bLSO\b|\bhost(?:ed|ing)\b|infrastructure/i;

/** Documents that users write, upload and share are the service's content: nothing is written to their device for it. */
export function isContent(permission: string, { id, text }: DataMention, { text: said }: PolicyStatement): boolean {
  if (!WRITTEN.has(permission) || id !== 'storage-files' || !DOCUMENT.test(text)) return false;
  return KEPT_ELSEWHERE.test(said) || !ON_DEVICE.test(said);
}

/** Whether data tell of a permission by their words, or by what the statement says of them. */
export function isToldInWords(permission: string, { id, text }: DataMention, { text: sentence }: PolicyStatement): boolean {
  return (TOLD_IN_WORDS[permission] ?? []).some(
    ({ data, words, said }) => data.includes(id) && (words?.test(text) ?? said?.test(sentence) ?? false),
  );
}
