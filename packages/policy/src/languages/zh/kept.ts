import type { Action } from '@mingshi/model';
import type { Range } from './asides.ts';
import { frameOf } from './frames.ts';
import type { Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Reading } from './reading.ts';
import type { Token } from './words.ts';

const SMS = /^[^，。；、]{0,10}?(短信|彩信|短消息)(?!验证码|通知|提醒)/;
const BY_DEVICE = new RegExp(
  String.raw`(?:代|替)(?:您|用户)[^，。；]{0,16}$|(?:以|用|使用|利用|通过|从|由)(?:您的?|用户的?)` +
    String.raw`(?:名义|手机号码?|本机号码?|本机|手机|设备|终端|SIM卡|短信功能)[^，。；]{0,20}$` +
    String.raw`|(?:^|[，。；由])(?:您的?)?(?:手机|本机)(?:会|将|可|自动|直接)*$`,
);

/** 从您的手机向预设号码发送短信: the phone sends, not the service. Gives back whether it does. */
export function readSending(now: Reading, token: Token): boolean {
  const { text, clause } = now;
  if (!/^发[送出]/.test(text.slice(token.start, token.start + 2))) return false;
  const sms = SMS.exec(text.slice(token.start + 2, token.start + 16));
  const before = text.slice(Math.max(clause.start, token.start - 32), token.start);
  if (!sms?.[1] || !BY_DEVICE.test(before) || /不|无需/.test(before)) return false;
  const { start } = token;
  tell(now, 'use', { start, end: start + 2 }, 'sms-send-action', { start, end: start + 2 + sms[0].length });
  return true;
}

/** A statement that nobody in particular does something with data of the device. */
function tell({ read: { line }, state }: Reading, action: Action, verb: Range, id: string, data: Range): void {
  const frame = frameOf(action, state.nobody, spanOf(line, verb.start, verb.end), verb.start);
  frame.data.push({ id, generic: false, span: spanOf(line, data.start, data.end) });
  state.frames.push(frame);
}

const AT = /在(?:您的?|用户的?|手机|移动|设备|系统|本地|自带|的)*$/;
const MADE = /^[中里内上]?(?:新建|创建|添加|写入|生成|插入|增加|记录)/;
const PUT =
  /(?:添加|加入|写入|存入|保存|记录|同步|导入|插入|创建|放入|存进|存|写|加)[到至进在入]?(?:您的?|用户的?|手机|移动|设备|系统|本地|自带|的)*$/;

const AS = /(?:新建|创建|保存|添加|存)为?(?:您的?|用户的?|手机|移动|设备|系统|本地|自带|的)*$/;
const UNDONE = /不会|无需|无法|不能/;
/** What users do themselves, or are asked to, says nothing of the app. */
const BY_HAND = /自行|手动|自己|请您?/;

/** 添加到您的日历, 保存为手机联系人: what is put into the calendar or address book of the device is written to it. */
export function readPut(now: Reading, token: Token): boolean {
  const { text, clause } = now;
  const id = token.word.data?.id;
  if (id !== 'calendar' && id !== 'contacts') return false;
  const before = text.slice(Math.max(clause.start, token.start - 14), token.start);
  const put = PUT.exec(before) ?? (id === 'contacts' ? AS.exec(before) : null) ?? (MADE.test(text.slice(token.end, token.end + 4)) ? AT.exec(before) : null);
  if (!put || !/[您户机备统]/.test(put[0] + text.slice(token.start, token.end))) return false;
  const said = text.slice(clause.start, token.start);
  if (UNDONE.test(said) || (id === 'contacts' && BY_HAND.test(said))) return false;
  tell(now, 'store', token, id, token);
  return true;
}

/** 拍摄现场照片并上传: the camera takes it. */
const TAKING = /^(?:一张|相应的?|现场的?)?(?:[^，。；、的]{0,8}的)?[^，。；、的]{0,6}(?:照片|图片|视频|影像)[^，。；]{0,4}(?:上传|发布|发送|提交|分享|传给|发给|传到)/;

/** Reads 拍摄 of what is then uploaded. Gives back whether it is so. */
function readTaking(now: Reading, token: Token): boolean {
  const { text, clause } = now;
  if (!text.startsWith('拍摄', token.start) || !TAKING.test(text.slice(token.end, token.end + 20))) return false;
  if (/不|勿|禁止/.test(text.slice(clause.start, token.start))) return false;
  tell(now, 'collect', token, 'camera-capture', token);
  return true;
}

const OWN = /应用|软件|客户端|程序|安装包(?!会)|app/i;

/** 课程会下载到您的手机: written to its storage; the app itself, loaded down, is not. */
function readDownload(now: Reading, token: Token): boolean {
  const { text, clause, read, state } = now;
  if (!text.startsWith('下载', token.start) || !/^[在于到至]/.test(text.charAt(token.end))) return false;
  const before = text.slice(clause.start, token.start);
  if (OWN.test(before) || /不|无法|请/.test(before)) return false;
  const frame = frameOf('store', state.nobody, spanOf(read.line, token.start, token.end), token.start);
  addStorage(frame, now, token.end);
  if (frame.data.length > 0) state.frames.push(frame);
  return frame.data.length > 0;
}

const STORAGE =
  /^(?:[在于到至进](?:您的?|用户的?|手机|移动|终端|设备|系统|本地|的)*)(存储卡|SD卡|内存卡|手机存储|外部存储|存储空间|本地相册|相册|图库)/i;

/** 下载的课程会保存在您的设备中: what is loaded down stands in the storage, what a page keeps in a cookie does not. */
const DOWNLOADED = /缓存|下载|离线/;
const DEVICE = /^[在于到至进](?:您的?|用户的?|个人|移动|终端|本地|的)*(手机|设备|终端|平板|电脑|本地)/;

/** 保存到您的手机相册: the place is the storage of the device, which is written. */
export function addStorage(frame: Frame, now: Reading, from: number): void {
  // 写入您的相册, 存入相册: 入 is in the verb.
  const isInto = /[入进]/.test(now.text.charAt(from - 1));
  const after = (isInto ? '到' : '') + now.text.slice(from, from + 24);
  const place = STORAGE.exec(after) ?? (DOWNLOADED.test(now.text.slice(now.clause.start, from)) ? DEVICE.exec(after) : null);
  const name = place?.[1];
  if (!place || !name) return addPlaceBefore(frame, now);
  // What names the storage itself is its object.
  if (isInto && !/相册|图库|存储空间/.test(name)) return;
  const end = from + place[0].length - (isInto ? 1 : 0);
  frame.data.push({ id: 'storage-files', generic: false, span: spanOf(now.read.line, end - name.length, end) });
}

const WITHIN = /在(?:您的?|用户的?|手机|移动|设备|系统|本地|的)*(存储卡|SD卡|手机存储|外部存储|存储空间)[上中里内]?(?:自动)?$/i;

/** 在存储卡上写入: the same place before the verb. */
function addPlaceBefore(frame: Frame, now: Reading): void {
  const from = frame.at;
  const place = WITHIN.exec(now.text.slice(Math.max(now.clause.start, from - 20), from));
  const name = place?.[1];
  if (!name) return;
  const start = from - (place[0].length - place[0].lastIndexOf(name));
  frame.data.push({ id: 'storage-files', generic: false, span: spanOf(now.read.line, start, start + name.length) });
}

/** Deeds of the device that are no deeds with data otherwise. Gives back whether this is one. */
export function isOfDevice(now: Reading, token: Token): boolean {
  return readSending(now, token) || readTaking(now, token) || readDownload(now, token);
}
