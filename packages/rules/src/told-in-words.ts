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
  said: /拍[下到]的[^，。；的]{0,6}(?:照片|图片|视频)|拍摄(?:的|[和或及、](?:上传|发布|分享|选择)的?)|拍照[和或及、]?上传|\b(?:photos?|pictures?|images?|videos?) (?:that )?you (?:take|shoot|capture|record)\b/,
};

/** 设备账户信息: 账户信息 alone is the account in the app. */
const ON_THE_DEVICE: Worded = {
  data: ['account-info', 'third-party-social-account-number'],
  said: /(?:设备|裝置|手机|手機|系统|系統)[上中里內内]?(?:已经?)?(?:登录|登入|添加)?的?(?:谷歌|google)?[账帐帳](?:户|戶|号|號)|\bdevice accounts?\b|\baccounts? (?:stored |set up |registered )?on (?:(?:the|your) )?(?:device|phone)s?\b/i,
};

/** 在后台收集位置, "even when the app is closed": telling of the place tells of the background only where it is said. */
const IN_BACKGROUND: Worded = {
  data: ['location', 'precise-location', 'coarse-location', 'location-track'],
  said: new RegExp(
    [
      String.raw`^(?![^。]*(?:(?:不会?再?|停止|[才仅只])[^，。；]{0,6}(?:后台|後台|背景)|(?:后台|後台|背景)[^。；]{0,8}(?:不会|停)|\b(?:not|never|no longer|stops?|only)\b[^.;]{0,50}\bbackground|n['’]t\b[^.;]{0,50}\bbackground))[^。]*?(?:`,
      String.raw`(?:在|[于於]|切换?[至到]|进入)(?:后台|後台|背景)|(?:后台|後台|背景)(?:运行|運行|執行|执行|模式|状态|狀態|持续|持續|定位|[获獲]取|取得|收集)`,
      String.raw`|(?:关闭|關閉|退出|离开|離開|锁屏|鎖屏|熄屏|鎖定|没有?(?:打开|在?使用)|未(?:打开|在?使用|[运運]行)|最小化)[^。；]{0,16}(?:[仍也还還]|继续|繼續|持续|持續)`,
      String.raw`|(?:始终|始終|任何时候|任何時候|一律)["”」』]?(?:都|均|皆)?(?:允许|允許|可以?|能够?|访问|存取|[获獲]取|使用)`,
      String.raw`|\bin (?:the )?background\b|\b(?:even|also) (?:when|if|while) [^.;]{0,40}\b(?:closed|not (?:in use|running|open)|minimi[sz]ed|in the background)\b`,
      String.raw`|\b(?:when|while) (?:the|our|this|your) (?:app|application|screen|phone) is (?:closed|minimi[sz]ed|off|locked)\b|\ballow all the time\b|\balways allow\b)`,
    ].join(''),
    'i',
  ),
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
  'android.permission.ACCESS_BACKGROUND_LOCATION': [IN_BACKGROUND],
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

const ADDRESSES: ReadonlySet<string> = new Set(['android.permission.READ_CONTACTS', 'android.permission.WRITE_CONTACTS']);
/** "information from those accounts, such as your contacts": they come from another service. */
const OF_ACCOUNT = /\bfrom (?:those|these|such|your|the) (?:\w+ ){0,3}accounts?\b|\bcontacts (?:from|on|in) (?:facebook|twitter|linkedin|gmail)\b/i;
const OF_PHONE = /\b(?:address book|phone ?book|device|phone|mobile)\b/i;

/** Documents that users upload are the service's content, contacts of another account that account's: the device has no part in it. */
export function isOfService(permission: string, { id, text }: DataMention, { text: said }: PolicyStatement): boolean {
  if (id === 'contacts' && ADDRESSES.has(permission)) return OF_ACCOUNT.test(said) && !OF_PHONE.test(said);
  if (!WRITTEN.has(permission) || id !== 'storage-files' || !DOCUMENT.test(text)) return false;
  return KEPT_ELSEWHERE.test(said) || !ON_DEVICE.test(said);
}

/** Whether data tell of a permission by their words, or by what the statement says of them. */
export function isToldInWords(permission: string, { id, text }: DataMention, { text: sentence }: PolicyStatement): boolean {
  return (TOLD_IN_WORDS[permission] ?? []).some(
    ({ data, words, said }) => data.includes(id) && (words?.test(text) ?? said?.test(sentence) ?? false),
  );
}
