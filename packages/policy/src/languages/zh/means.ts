import { attach } from './data.ts';
import { endOfForm } from './done.ts';
import { spanOf } from './line.ts';
import { make } from './reading.ts';
import type { Reading } from './reading.ts';
import { isNegated, isPrevented } from './verbs.ts';
import type { Token } from './words.ts';

/** Reads 通过, 利用, 以: what follows is a means, until a verb tells what it is a means of. */
export function readBy(now: Reading, token: Token): true {
  now.skipTo = Math.max(now.skipTo, endOfForm(now.text, token));
  if (now.skipTo > token.end) return true;
  readRadio(now, token);
  now.link = 'means';
  now.by = token;
  return true;
}

const SIGN_UP = /^(?:(?:来)?(?:确定|推断|判断|估算|推算|计算|测算)(?=(?:您|用户)?[^，。；、]{0,6}位置)|注册|登录|创建|绑定|认证|验证|激活|申请|实名|定位|识别)/;

/** 通过手机号注册 gives the number; 通过电话联系 and 通过微信登录 give nothing; 通过GPS收集 collects. */
export function readMeans(now: Reading, token: Token): boolean {
  const { verb } = token.word;
  const means = now.means.filter(({ word }) => !word.data?.id.startsWith('third-party'));
  now.means = [];
  now.link = undefined;
  if (verb === 'collect' || verb === 'store') {
    now.pending.push(...means);
    return false;
  }
  if (means.length === 0 || !SIGN_UP.test(now.text.slice(token.start, token.start + 14))) return false;
  const frame = make(now, token, 'collect', { role: 'user', name: '' });
  for (const data of means) attach(frame, now.read.line, data);
  now.link = 'blocked';
  now.sawMain = true;
  return true;
}

const RADIO =
  /^(?:您的|手机|设备|系统|本机|自带的?)*(蓝牙)(?:功能|技术|方式)?(?:进行|自动|来|与[^，。；、]{1,8})?(?:连接|绑定|配对|传输|上传|同步|搜索|扫描|发现|互联|互通)/;
const PART = /^(?:您的|手机|设备|系统|本机|自带的?)*(麦克风|话筒|摄像头|照相机|相机)(?:功能)?(?:将|把|来|对|进行|录|拍|扫|识别)/;

/** 您需通过蓝牙绑定手环, 通过麦克风把语音变成文字: whoever does it, the app goes by the part of the device. */
function readRadio(now: Reading, token: Token): void {
  const after = now.text.slice(token.end, token.end + 24);
  const part = RADIO.exec(after) ?? PART.exec(after);
  const name = part?.[1];
  if (!part || !name || isPrevented(now.text.slice(now.verbEnd, token.start))) return;
  const start = token.end + part[0].indexOf(name);
  const frame = make(now, token, 'use', now.state.nobody);
  frame.negated = isNegated(now.text.slice(now.verbEnd, token.start));
  const id = name === '蓝牙' ? 'bluetooth-info' : /麦|话/.test(name) ? 'audio-recording' : 'camera-capture';
  frame.data.push({ id, generic: false, span: spanOf(now.read.line, start, start + name.length) });
}
