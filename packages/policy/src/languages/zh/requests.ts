import type { Sentence, Unit } from '../../units/unit.ts';
import type { Range } from './asides.ts';
import { clausesOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { attach } from './data.ts';
import { frameOf } from './frames.ts';
import type { Actor, Frame } from './frames.ts';
import { lineOf, spanOf } from './line.ts';
import type { Line } from './line.ts';
import type { PermissionMention } from './permissions.ts';
import { kindOfPurpose, purposesOf } from './purposes.ts';
import { lostBy } from './refused.ts';
import { modalityOf } from './verbs.ts';
import type { Token } from './words.ts';

const REFUSED =
  /拒绝|关闭|取消|撤回|撤销|收回|禁用|停用|屏蔽|不再?(?:予)?(?:授权|同意|开启|允许|打开|授予|给予|开放)|未(?:授权|开启|同意|授予|获得|允许)|没有(?:授权|开启|权限)/;
const DENIED = /(?:不会|不|未|无需|无须|从不|没有|绝不|坚决不会?)[^，。；、]{0,12}(?:申请|获取|请求|要求|调用|使用|读取|访问|索取|涉及|收集|需要)|无需|不需要|不涉及/;
/** 不会打开您的摄像头; 不会擅自打开 says that it is opened otherwise. */
const NOT_OPENED = /(?:不会|从不|绝不)(?![^，。；、]{0,8}(?:默认|自行|主动|擅自|私自|随意|随便|强制|自动|后台))[^，。；、]{0,12}(?:打开|开启|启用|唤起|调起)/;
/** 不会申请相机权限 behind the name; what 不会默认开启 is opened otherwise. */
const DENIED_BEHIND = /^[^，。；]{0,6}均?不(?:会|需要)被?(?:开启|申请|获取|调用|请求|授权|使用)/;
/** 不使用相机: the name of the permission begins with the deed that is denied. */
const DENIED_NAME = /(?<!如)(?:(?:均|并|都|也|绝|从|将)?不(?:会|再)?|未|没有|无需|无须)$/;
const DEED = /^(?:使用|读取|访问|获取|调用|写入|申请|录制|拍摄)/;
const REQUESTS = /^(?:申请|获取|请求|要求|调用|使用|读取|访问|索取|开启|打开|授权|授予|需要|需|允许|启用|征求|询问|获得|开通|唤起|调起)$/;

/** Statements that permissions are asked for: one a sentence and polarity. */
export function readRequests(
  line: Line,
  tokens: readonly Token[],
  clauses: readonly Clause[],
  mentions: readonly PermissionMention[],
  actor: Actor,
): Frame[] {
  const frames: { asked?: Frame; denied?: Frame } = {};
  let next = 0;
  let deniedBefore = false;
  for (const clause of clauses) {
    const own: PermissionMention[] = [];
    for (let mention = mentions[next]; mention && mention.start < clause.end; mention = mentions[++next]) {
      own.push(mention);
    }
    const first = own[0];
    const text = line.text.slice(clause.start, clause.end);
    if (!first) {
      deniedBefore = DENIED.test(text) || NOT_OPENED.test(text);
      continue;
    }
    const example = /^(?:例如|比如|譬如|诸如|包括|如)/.test(text) || clause.mark === ':' || clause.mark === '：';
    const before = line.text.slice(clause.start, first.start);
    const behind = line.text.slice((own.at(-1) as PermissionMention).end, clause.end);
    const isDeedDenied = DENIED_NAME.test(before) && DEED.test(line.text.slice(first.start, first.end));
    const denied = DENIED.test(before) || isDeedDenied || NOT_OPENED.test(before) || DENIED_BEHIND.test(behind) || (example && deniedBefore);
    deniedBefore = denied;
    const lost = !denied && REFUSED.test(text) ? lostBy(line.text, clause) : undefined;
    if (!denied && !lost && REFUSED.test(text)) continue;
    if (TURNED_ON.test(before) && !/权限|授权|允许/.test(text)) continue;
    const key = denied ? 'denied' : 'asked';
    let frame = frames[key];
    if (!frame) {
      frame = frameOf('request-permission', actor, verbSpan(line, tokens, clause, first.start), first.start);
      frame.negated = denied;
      frame.modality = modalityOf(line.text.slice(clause.start, first.start));
      frames[key] = frame;
    }
    if (!denied && ASKS_FOR.test(before)) {
      for (const token of listedBefore(line, tokens, clause, first.start)) attach(frame, line, token);
    }
    if (lost) frame.purposes.push({ ...kindOfPurpose(line.text.slice(lost.start, lost.end)), span: spanOf(line, lost.start, lost.end) });
    for (const { start, end, names, dataType } of own) {
      for (const name of names) frame.permissions.add(name);
      if (dataType) frame.data.push({ id: dataType, generic: false, span: spanOf(line, start, end) });
    }
  }
  return [frames.asked, frames.denied].filter((frame) => frame !== undefined);
}

/** 请打开手机蓝牙: users are told to switch it on, and nothing is asked for. */
const TURNED_ON = /^\s*请您?(?:先|务必)?(?:打开|开启)(?:您的?|手机|设备|的)*$/;

const ASKS_FOR = /请求|获取|申请|读取|收集|访问/;
const JOINED = /^(?:[、,，]|和|及|与|以及|或|您的|设备的?|手机的?|粗略的?|精确的?|精准的?|大致的?)+$/;

/** 请求您的设备型号、应用列表和定位权限: the data that the list of permissions begins with. */
function listedBefore(line: Line, tokens: readonly Token[], clause: Clause, before: number): Token[] {
  const found: Token[] = [];
  let start = before;
  for (let i = clause.last - 1; i >= clause.first; i--) {
    const token = tokens[i] as Token;
    if (token.start >= before || (token.word.cue && !token.word.data)) continue;
    if (!token.word.data || token.word.data.generic || !JOINED.test(line.text.slice(token.end, start))) break;
    found.unshift(token);
    start = token.start;
  }
  return found;
}

function verbSpan(line: Line, tokens: readonly Token[], clause: Clause, before: number): Frame['verb'] {
  for (let i = clause.first; i < clause.last; i++) {
    const token = tokens[i] as Token;
    if (token.start >= before) break;
    const isRequest = token.word.verb && REQUESTS.test(line.text.slice(token.start, token.end));
    if (isRequest) return spanOf(line, token.start, token.end);
  }
  const noun = line.text.indexOf('权限', before);
  return noun < 0 ? spanOf(line, before, before) : spanOf(line, noun, noun + 2);
}

const AT_START = /^[\d.、)）(（\s•·【「“"[-]*(?:读取|获取|访问|使用|允许)?$/;

const LABEL_END = /^["”』」】\]]?(?:的?权限)?(?:[(（][^)）]{1,10}[)）])?[\]】」]?\s*[:：]/;

/** A clause of its own, or what the system says of the permission. */
const TOLD = /我们|会|将|需要|如果|若|允许(?:一个|该)?(?:程序|应用)/;

/** 定位权限：确认您已到店: the colon behind a permission makes it a label, wherever it stands. */
export function isLabel(line: Line, mentions: readonly PermissionMention[]): boolean {
  const last = mentions.at(-1);
  return last !== undefined && LABEL_END.test(line.text.slice(last.end, last.end + 18)) && !TOLD.test(line.text.slice(last.end));
}

/** 相机：拍照识别植物: what stands behind a permission in a list of permissions is what it is for. */
export function purposeBehind(line: Line, mentions: readonly PermissionMention[]): Range | undefined {
  const first = mentions[0];
  const last = mentions.at(-1);
  if (!first || !last || !AT_START.test(line.text.slice(0, first.start))) return undefined;
  const behind = /^["”』」】\]]?(?:[(（][^)）]{1,10}[)）])?(?:的?权限)?[\]】」]?\s*[:：，,—-]*\s*/.exec(line.text.slice(last.end));
  const start = last.end + (behind?.[0].length ?? 0);
  const end = line.text.replace(/[。.；;\s]+$/, '').length;
  const isPurpose = end - start >= 2 && start > last.end && !REFUSED.test(line.text) && !DENIED.test(line.text);
  return isPurpose ? { start, end } : undefined;
}

/** Below a heading that names permissions, sentences tell what they are for: 相机权限 / 用于扫码. */
export function purposesUnder(
  mentions: readonly PermissionMention[],
  unit: Unit,
  frames: readonly Frame[],
  actor: Actor,
): Frame[] {
  if (mentions.length === 0 || frames.some((frame) => frame.permissions.size > 0)) return [];
  const frame = frameOf('request-permission', actor);
  for (const { names } of mentions) for (const name of names) frame.permissions.add(name);
  for (const sentence of unit.sentences) addPurposes(frame, sentence);
  return frame.purposes.length > 0 ? [frame] : [];
}

/** The purposes of a sentence that is nothing else go to the statement before it. */
export function addPurposes(frame: Frame, sentence: Sentence): void {
  const line = lineOf(sentence);
  if (REFUSED.test(line.text)) return;
  for (const { start, end, category, vague } of purposesOf(line.text, clausesOf(line.text, []), [], () => -1)) {
    frame.purposes.push({ category, vague, span: spanOf(line, start, end) });
  }
}
