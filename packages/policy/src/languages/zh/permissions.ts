import type { Knowledge, Permission } from '@mingshi/knowledge';
import { longest, matcherOf } from '../../text/matcher.ts';
import type { Hit } from '../../text/matcher.ts';
import { plainOf } from '../../text/plain.ts';
import { squeeze } from './line.ts';
import { pattern } from './pattern.ts';

/** A permission spoken of as one: 相机权限, READ_SMS, or a known name in a list of permissions. */
export interface PermissionMention {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
  /** The data that it opens, if any. */
  readonly dataType: string | undefined;
}

/** Finds the permissions that a line names; `listed` says that the text around it is a list of permissions. */
export type PermissionFinder = (text: string, listed: boolean) => PermissionMention[];

/** Builds the finder from the permissions' own words and the lexicon's `permission.…` lists. */
export function permissionFinderOf(knowledge: Knowledge): PermissionFinder {
  const byName = new Map(knowledge.permissions.map((permission) => [permission.name, permission]));
  const byShortName = new Map(knowledge.permissions.map((permission) => [shortName(permission.name), permission]));
  const find = matcherOf(wordsOf(knowledge));
  const findData = matcherOf(dataOf(knowledge));
  const mention = (start: number, end: number, names: readonly string[]): PermissionMention => ({
    start,
    end,
    names,
    dataType: openedBy(names.flatMap((name) => byName.get(name) ?? [])),
  });
  return (text, listed) => {
    const mentions: PermissionMention[] = [];
    if (CONSTANT.test(text)) {
      for (const match of text.matchAll(CONSTANTS)) {
        const permission = byName.get(match[0]) ?? byShortName.get(match[0].slice(match[0].lastIndexOf('.') + 1));
        if (permission) mentions.push(mention(match.index, match.index + match[0].length, [permission.name]));
      }
    }
    if (!listed && !text.includes('权限') && !DEVICE.test(text) && !USED_FOR.test(text) && !ROW.test(text) && !LABEL.test(text)) return mentions;
    const hits = longest(find(text));
    for (const hit of spokenOf(text, hits, listed)) {
      if (mentions.some((other) => other.start < hit.end && hit.start < other.end)) continue;
      mentions.push(mention(hit.start, hit.end, hit.value));
    }
    for (const { start, end, value } of listed || text.includes('权限') ? longest(findData(text)) : []) {
      if (mentions.some((other) => other.start < end && start < other.end) || !isCalledByData(text, start, end, listed)) continue;
      mentions.push({ start, end, ...value });
    }
    return mentions.toSorted((a, b) => a.start - b.start);
  };
}

/** READ_SMS, android.permission.CAMERA. */
const CONSTANT = /_|permission\./;
const CONSTANTS = /(?:[a-z]\w*\.){1,6}permission\.[A-Z][A-Z_0-9]+|[A-Z]{2,}(?:_[A-Z0-9]+)+/g;

/** Too plain to name a permission: 设备权限 are permissions of any kind. */
const PLAIN = /^(?:设备|手机|系统|应用|网络)$/;

/** Those words that speak of a permission: by what follows, by what goes before, or beside one that does. */
function spokenOf<T>(text: string, hits: readonly Hit<T>[], listed: boolean): Hit<T>[] {
  const opener = text.length - text.replace(MARKS, '').length;
  const spoken = hits.map(({ start, end }, i) => {
    const isNamed = NAMED.test(text.slice(end, end + 18)) && !PLAIN.test(text.slice(start, end));
    const isLabel =
      (start === opener && (USED_FOR.test(text) || ROW.test(text))) || (i === 0 && start <= opener + 4 && LABEL.test(text));
    return isNamed || isLabel || isOpened(text, start, end) || (listed && isWhole(text, start, end));
  });
  const isNext = (i: number): boolean => {
    const [left, right] = [hits[i - 1], hits[i]];
    if (!left || !right || right.start <= left.end) return false;
    return LISTED.test(text.slice(left.end, right.start));
  };
  for (let i = hits.length - 1; i > 0; i--) if (spoken[i] && isNext(i)) spoken[i - 1] = true;
  for (let i = 1; i < hits.length; i++) {
    const { start, end } = hits[i] as Hit<T>;
    if (spoken[i - 1] && isNext(i) && DEVICES.test(text.slice(start, end))) spoken[i] = true;
  }
  return hits.filter((_, i) => spoken[i]);
}

/** What follows a permission's name: 相机（摄像头）的使用权限, and the name in the brackets of 相册（存储）权限. */
const NAMED = pattern(
  '',
  String.raw`^(?:["”’'』」】]|[)）](?=(?:的|访问|使用|读写|读取|系统)*(?:权限|授权)))?(?:[(（][^)）]{1,8}[)）])?(?:等|的|访问|使用|读写|读取|写入|更改|修改|编辑|状态|相关|系统|设备|手机|敏感|信息|授权|调用|操作|这一`,
  String.raw`|及其|类|功能|服务|数据|内容|应用|个|[、和/])*(?:权限|授权(?![书登您我给]))`,
);
const LISTED = pattern(
  '',
  String.raw`^[(（]$|^[)）]?["”’'』」】]?(?:[(（][^)）]{1,12}[)）])?(?:的?权限(?=[、/]))?(?:[、/]|和|及|与|或|以及|或者|等|\s)*(?:您的|手机|设备|系统|读取|访问|使用|获取|写入|精确的?|精准的?)*`,
  String.raw`["“‘'『「【]?$`,
);
const DEVICE =
  /(?:调用|开启|打开|启用|开放|访问|使用|读取|申请|获取|获得|授权|授予|允许|启动|[唤调拒][起绝])[^，。；：]{0,10}(?:相机|摄像头|镜头|麦克风|相册|通讯录|录音|定位|GPS|日历|图库|电话簿|联系人|指纹|面容|存储|蓝牙|短信|无障碍|辅助功能|[机话备]状态)/;
/** 摄像头，用于识别二维码: what a device is used for, as an item of a list of permissions has it. */
const MARKS = /^[\d.、)）(（\s•·【「“"[-]+/;
/** 读取联系人：当您…时: what is opened, as the label of an item. */
const LABEL = pattern(
  '',
  String.raw`^[\d.、)）(（\s•·【「“"[-]*(?:(?:相机|摄像头|照相机|麦克风|话筒|相册|通讯录|日历|蓝牙)|(?:允许)?(?:读取|访问|获取|查看|使用)`,
  String.raw`(?:联系人|通讯录|短信|日历|日程|通话记录|相册|相机|摄像头|麦克风|位置|定位|应用列表|(?:WLAN|WiFi|无线网络|手机|电话|设备|蓝牙)状态|外部存储|外置存储|存储卡|SD卡))`,
  String.raw`(?:权限)?[:：][^，。；]{0,24}(?:时|用于|以便|为|判断|连接|添加|选择|拍|录|扫|显示|上传|保存|播放|识别)`,
);
const USED_FOR =
  /^[\d.、)）(（\s•·【「“"[-]*(?:相机|摄像头|照相机|麦克风|话筒|相册|通讯录|日历|行事历|联系人|位置信息|存储空间)(?:[(（][^)）]{1,8}[)）])?[，,：:]\s*(?:主要)?用于/;
/** 3 录音 动态获取 …用于…: the row of a table that lost its cells. */
const ROW = pattern(
  '',
  String.raw`^[\d.、)）(（\s•·【「“"[-]*(?:相机|摄像头|照相机|麦克风|话筒|录音|相册|通讯录|联系人|日历|定位|存储|短信|蓝牙)(?:权限)?\s*`,
  String.raw`(?:(?:动态|静默|主动|启动时|首次|使用时)?(?:获取|申请|询问|授权)|(?:必选|可选|必要|非必要)(?=[\s，,]))[^。；]{0,30}用于`,
);
const OWNED = '(?:您的?|用户的?|手机|设备|系统|移动|智能|终端|本地|[上中内]?的)*["“]?$';
const OPENS = new RegExp(`(?:调用|开启|打开|启用|唤起|调起|启动|申请|请求|授权|授予|拒绝)${OWNED}`);
const POSITION = /^(?:GPS)?定位$/i;
const PLACE = /^(?:GPS)?(?:定位)?(?:服务)?$/i;
const TAKES = new RegExp(`(?:获取|使用|需要?)${OWNED}`);
const ALLOWS = new RegExp(`允许(?:程序|应用程序|应用|软件|本软件|app|我们)?(?:访问|使用|读取|获取|调用|打开|写入|录制)?${OWNED}`, 'i');
/** Nobody says so but of the permission. */
const STORAGE = /^(?:读取|写入|读写).{0,2}(?:外部存储|外置存储|sd卡|存储卡)/;
const DEVICES =
  /^(?:手机|设备|系统)?(?:相机|照相机|[前后]置摄像头|[前后]置镜头|摄像头|摄像镜头|镜头|摄像|麦克风|话筒|相册|录音|通讯录|图库|联系人|电话簿|指纹|指纹识别|面容|蓝牙(?:扫描|连接)?|无障碍(?:服务|功能)?|辅助功能|定位|定位服务|GPS|GPS定位)$/i;

/** 调用您的摄像头 and 允许访问通讯录 ask as well as 相机权限 does. */
function isOpened(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const word = text.slice(start, end);
  if (ALLOWS.test(before) || (word.startsWith('允许') && word.length > 4)) return true;
  if (STORAGE.test(word)) return true;
  if (/^(?:读取|写入|访问|获取).{3,}/.test(word) && text.startsWith('功能', end)) return true;
  // 需获取定位, at the end of a clause: the place, and no deed.
  if (POSITION.test(word) && TAKES.test(before)) return /^(?:$|[，。；、）)])/.test(text.slice(end, end + 1));
  // 您授权的GPS地理位置信息, 开启定位功能并使用…服务时: data and circumstances, and no request.
  if (PLACE.test(word) && !/^(?:功能|服务|权限)?(?:$|[，。；、）)以])/.test(text.slice(end, end + 4))) return false;
  return DEVICES.test(word) && OPENS.test(before);
}

/** In a list or table of permissions a name stands for itself, at the start of an item. */
function isWhole(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 6);
  return (
    /(?:^|[、，,；;：:（(/。\d.)）•·【】｜|「“"[-]|和|及|与|例如|比如|包括|如)(?:允许|获取|申请|调用|使用|访问|读取|写入|应用|您的|手机|设备|系统|\s)*$/.test(before) &&
    /^(?:$|[、，,；;：:)）(（/。.\-—】｜|」”"\]\s]|和|及|与|等|信息|用于|状态|功能|服务|数据|设备)/.test(after)
  );
}

const LABELS = /^(?:[(（][^)）]{1,8}[)）])?(?:的?(?:读取|获取|访问)?权限|[:：]|——?)/;

/** 打开通话历史权限, and 心率：… in a list of permissions: named by the data that it opens. */
function isCalledByData(text: string, start: number, end: number, listed: boolean): boolean {
  if (text.startsWith('权限', end) && OPENS.test(text.slice(Math.max(0, start - 14), start))) return true;
  return listed && start === text.length - text.replace(MARKS, '').length && LABELS.test(text.slice(end, end + 14));
}

/** The permissions that users grant for a kind of data, by the words for it. */
function dataOf({ permissions, lexicons }: Knowledge): Map<string, Pick<PermissionMention, 'names' | 'dataType'>> {
  const opened = new Map<string, string[]>();
  for (const { name, protection, discloses } of permissions) {
    if (protection !== 'dangerous' || /WRITE_|MANAGE_|BACKGROUND|TRACKING|health/.test(name)) continue;
    for (const id of discloses) opened.set(id, [...(opened.get(id) ?? []), name]);
  }
  const words = new Map<string, Pick<PermissionMention, 'names' | 'dataType'>>();
  for (const { type, words: spoken, weak } of lexicons.zh.data) {
    const names = opened.get(type);
    if (!names) continue;
    for (const word of spoken) if (!weak.includes(word) && !word.endsWith('权限')) words.set(squeeze(word).toLowerCase(), { names, dataType: type });
  }
  return words;
}

function wordsOf(knowledge: Knowledge): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const add = (text: string, name: string): void => {
    const word = plainOf(squeeze(text).replace(/权限$/, '').toLowerCase());
    if (word === '') return;
    const names = words.get(word);
    if (!names) words.set(word, [name]);
    else if (!names.includes(name)) names.push(name);
  };
  for (const { name, words: spoken } of knowledge.permissions) for (const word of spoken.zh) add(word, name);
  for (const [key, list] of Object.entries(knowledge.lexicons.zh.lists)) {
    if (key.startsWith('permission.')) for (const word of list) add(word, key.slice('permission.'.length));
  }
  return words;
}

/** The first kind of data that all of them open, else the first that the first opens. */
function openedBy(permissions: readonly Permission[]): string | undefined {
  const [first, ...rest] = permissions;
  return first?.opens.find((type) => rest.every((other) => other.opens.includes(type))) ?? first?.opens[0];
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
