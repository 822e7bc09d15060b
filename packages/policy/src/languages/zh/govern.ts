import type { Action } from '@mingshi/model';
import { isServed, isToOthers, whoActs } from './actors.ts';
import { attach } from './data.ts';
import { entrust } from './entrust.ts';
import type { Actor, Frame } from './frames.ts';
import { spanOf } from './line.ts';
import { endOfForm, hasBegun, isTime, isAvoided, isChanged, isDoneWith, isLookedInto, isMeanwhile, isNeededFor, isReadToo, KEPT } from './done.ts';
import { looksWhoOneIs } from './identity.ts';
import { isMissed } from './refused.ts';
import { addStorage, isOfDevice } from './kept.ts';
import { block, giveParties, make, PASSES_ON } from './reading.ts';
import type { Reading } from './reading.ts';
import { ACTIONS, isBesideRight, isConnected, isNegated, isPrevented, isRelative } from './verbs.ts';
import { isGivenToUnknown } from './unknown-parties.ts';
import type { Token, Verb } from './words.ts';

const GIVING = /^(?:提供|提交|填写|填报|输入|上传)/;
const NOUN = /^(?:相关|有关|的)?(?:信息|内容|材料|资料|数据|记录|凭证|证据)/;
const WISHED = /希望|想|欲|要求|请求|拒绝|选择不/;
const UNABLE = /(?:^|[的、])(?:不|无法|不能|能够?|可|可以|难以|不会|并不|经)$/;

/** Reads a verb: opens a statement, or shuts data off from the one before. */
export function readVerb(now: Reading, token: Token, index: number): void {
  const { text, read, state } = now;
  const verb = token.word.verb;
  if (!verb) return;
  const own = text.slice(token.start, token.end);
  const before = text.slice(now.verbEnd, token.start);
  const named = whoActs(now, token) ?? giver(now, token);
  // 您发布的图片将被收集, 您发布的图片会存储: users are not the ones who do it.
  const isTheme = named?.role === 'user' && KEPT.has(verb) && isDoneWith(now, before);
  const who = isTheme || before.endsWith('被') || isMeanwhile(now, token) ? state.nobody : named;
  const isUser = who?.role === 'user';
  if (verb === 'request') return readRequest(now, before);
  const isTaken = now.taking && now.pending.length > 0 && PASSES_ON.has(ACTIONS[verb] ?? 'other');
  if ((!isTaken && isRelative(text, token)) || (isUser && verb === 'use' && OF_DEVICE.test(text.slice(token.end, token.end + 8)))) {
    return readRelative(now, token, who);
  }
  if (isUser && own === '同意' && AGREED.test(text.slice(token.end, token.end + 20))) return readRequest(now, before);
  const after = text.slice(token.end, token.end + 10);
  // 能够提供相关信息的传感器
  const isServing = /(?:能够?|可以?)$/.test(before) && /^[^，。；、]{1,8}的/.test(after);
  // 与提供广告、分析服务的合作伙伴共享
  const isServer = /[与向和同给]$/.test(before) && /^(?!您|用户|你)[^，。；您你]{1,16}的(?!信息|数据)/.test(text.slice(token.end, token.end + 20));
  if (verb === 'provide' && (isServing || isServer)) return skipDescription(now, token);
  // 为了预防病毒、恶意程序、网站会了解…: what is done has begun.
  if (now.inPurpose && hasBegun(now, token)) now.inPurpose = false;
  if ((verb === 'other' || (verb === 'provide' && now.taking)) && isNeededFor(text, token)) return skipDescription(now, token);
  if (verb === 'other' && isTime(now, token)) return;
  if (verb === 'other' && isOfDevice(now, token)) return block(now, token);
  const isLooking = verb === 'other' ? !isUser && isLookedInto(text, token) : verb === 'right' && isChanged(text, token, who);
  if (isLooking && !now.inPurpose) {
    now.link = open(now, token, 'collect', isNegated(before), who, before);
    return;
  }
  if (isToDo(now, before)) now.inPurpose = true;
  if (now.link === 'means' && readMeans(now, token)) return;
  if (verb === 'by') {
    now.skipTo = Math.max(now.skipTo, endOfForm(text, token));
    if (now.skipTo > token.end) return;
    readRadio(now, token);
    now.link = 'means';
    now.by = token;
    return;
  }
  if (verb === 'use' && looksWhoOneIs(text, token)) return block(now, token);
  if (verb === 'right' && isUser) state.inRights = true;
  // 将您的姓名、投诉相关内容提供给…: the deed is a part of a noun.
  if (verb === 'other' && now.taking && NOUN.test(after)) return;
  // 读取、修改或删除存储卡中的内容: whatever is done besides, it is read.
  if (!isUser && isReadToo(now, before)) return;
  if (verb === 'other' || verb === 'right' || (own !== '读取' && isBesideRight(text, read.tokens, index))) return block(now, token);
  if (now.inPurpose && verb !== 'collect') return readHandled(now, token, index);
  // 共享不能识别您身份的信息: the verb describes the object.
  if (typeof now.link === 'object' && now.link.data.length === 0 && UNABLE.test(before)) {
    return skipDescription(now, token);
  }
  if (isPrevented(before) || isAvoided(now, before)) return block(now, token);
  const negated = isNegated(before) || now.denies;
  // 不使用相机识别人脸: what would be done with it is denied along.
  if (verb === 'use' && !negated && typeof now.link === 'object' && now.link.negated && now.link.data.length > 0 && !ANEW.test(before)) {
    return block(now, token);
  }
  if (now.inCondition && verb === 'collect' && isMissed(now, token)) {
    now.link = open(now, token, 'collect', false, state.nobody, before);
    return;
  }
  if (now.inCondition && (verb !== 'provide' || negated || WISHED.test(text.slice(now.clause.start, token.start)))) return block(now, token);
  if (/(?<!申)请您?(?:务必|仔细|尽量)?$/.test(before) && verb !== 'provide') return block(now, token);
  // 您可以将手机里的短信同步到云空间: it comes from the device, and to us.
  const isCopied = isUser && now.taking && !negated && COPIED.test(own) && now.pending.length > 0 && ON_DEVICE.test(before);
  if (isUser && !isCopied && isOwnDoing(now, verb, own, before, negated)) {
    // 您可以使用手机号注册 gives the number; 您使用我们的服务 gives nothing.
    block(now, token);
    if (verb === 'use') now.link = 'means';
    return;
  }
  if (verb === 'provide' && !isUser && isServed(now, token, who, before)) return block(now, token);
  const isFor = verb === 'use' && /[于来以]$/.test(own);
  if (isFor && /(?:例如|比如|如|包括|[或和及、])$/.test(before)) return skipDescription(now, token);
  if (isFor && now.pending.length === 0 && state.topic.length === 0) {
    now.inPurpose = true;
    if (typeof now.link === 'object') state.frame = now.link;
    return block(now, token);
  }
  const frame = open(now, token, actionOf(now, token, who), negated, who, before);
  if (isTheme && frame.data.length === 0 && now.soft) frame.data.push(...now.soft.data);
  if (isFor) now.inPurpose = true;
  entrust(now, token, frame);
  if (verb === 'store') addStorage(frame, now, token.end);
  // 存储在您的手机中, 传送至您所在的国家: what follows is a place.
  if (isFor || (/[至到给]$/.test(own) && !/[用拿]到$/.test(own)) || isPlaced(verb, text.slice(token.end, token.end + 4))) {
    state.frame = frame;
    now.opened = frame;
    now.link = 'blocked';
  }
}

/** After a denial. */
const ANEW = /[将会但而可仅只才]/;
/** 您使用设备的网络状态: the deed describes the data. */
const OF_DEVICE = /^(?:移动|智能)?(?:设备|手机|终端|电脑)的/;
const COPIED = /^(?:同步|备份|迁移|同步至|同步到)$/;
const ON_DEVICE = /手机|设备|本机/;
/** 您同意小橘在注册时将收集…: whoever is agreed to does it. */
const AGREED = /^(?!本|此|该|上述|以上|并|且|后|的|或|及|接受|遵守|按|由|我们?的)[^，。；：、的]{1,8}?(?:将|会|可以?|有权|为了|为提|向|在[^，。；]{1,8}时)/;

/** What follows is a place, except 到 after collecting: 收集到店顾客的手机号, but 收集到服务器. */
function isPlaced(verb: Verb | undefined, after: string): boolean {
  return verb === 'collect' && after.startsWith('到') ? /^到(?:我们|本?公司|服务|后台|云)/.test(after) : /^[在于至到给为成作]/.test(after);
}

/** 用于备份通话记录, 用于用户上传的图片存储: a purpose that copies or keeps data tells of them. */
function readHandled(now: Reading, token: Token, index: number): void {
  const next = now.read.tokens[index + 1];
  const isCopied = next?.start === token.end && next.word.data !== undefined && !next.word.data.generic;
  if (isCopied && now.text.startsWith('备份', token.start)) attach(make(now, token, 'store', now.subject), now.read.line, next);
  const last = now.read.tokens[index - 1];
  const isKept = last?.end === token.start && last.word.data !== undefined && !last.word.data.generic;
  if (isKept && /^(?:存储|储存|保存)(?:$|[，。；、,;])/.test(now.text.slice(token.start, token.end + 1))) {
    attach(make(now, token, 'store', now.subject), now.read.line, last);
  }
  block(now, token);
}

/** 以提升, 来判断: the verb tells what something is done for. */
function isToDo(now: Reading, before: string): boolean {
  const { link, by, means, text } = now;
  if (link === 'means') return means.length === 0 && text.charAt(by?.start ?? 0) === '以' && before.length <= 4;
  if (/^(?:并|以)?来[一-龥]{0,3}$/.test(before)) return true;
  return typeof link === 'object' && /(?<![未将以起带到原后往])来[一-龥]{0,3}$/.test(before);
}

/** 用于接入服务的程序, 不能识别您身份的信息: up to 的 nothing is data of a statement. */
function skipDescription(now: Reading, token: Token): void {
  const end = now.text.slice(token.end, now.clause.end).search(/(?<![您你户们])的/);
  now.skipTo = end < 0 ? now.clause.end : token.end + end;
}

/** 注册时提供的手机号: when nobody is named, users give. */
function giver(now: Reading, token: Token): Actor | undefined {
  if (token.word.verb !== 'provide' || now.text.charAt(token.end) === '给') return undefined;
  // 请在向某公司提交信息之前…: users are asked to.
  const isAsked = now.text.startsWith('请', now.clause.start);
  return !isAsked && now.recipients.some((to) => to.word.party) ? undefined : { role: 'user', name: '' };
}

/** What users do with their own data, or need not do, is no statement about the app. */
function isOwnDoing(now: Reading, verb: string, own: string, before: string, negated: boolean): boolean {
  if (verb === 'provide') {
    if (negated && !/要求|请求|索取/.test(before)) return true;
    if (now.state.inRights && !GIVING.test(own)) return true;
    return isToOthers(now);
  }
  if (verb === 'disclose') return isToOthers(now);
  return verb !== 'need' && verb !== 'base';
}

/** 授权我们收集, 允许应用访问: whoever grants it, somebody else does it. */
function readRequest(now: Reading, before: string): void {
  if (now.inPurpose || /(?:未经|经|获得|取得|征得|得到|明示|的)$/.test(before)) return;
  now.link = undefined;
  now.subject = now.state.nobody;
  now.denied = isNegated(before);
}

/** Verbs before 的: an outer verb goes on governing what follows; else this one does. */
function readRelative(now: Reading, token: Token, who: Actor | undefined): void {
  const { verb } = token.word;
  if (typeof now.link === 'object') return;
  if (now.link === 'means' && verb === 'collect') now.pending.push(...now.means);
  if (now.link === 'means') now.means = [];
  if (now.state.frame && (!now.sawMain || now.isExample) && !now.inCondition) {
    now.link = now.state.frame;
    for (const data of now.pending) attach(now.link, now.read.line, data);
    now.pending = [];
    return;
  }
  // 广告商提供的图片: what others provide is not taken from users.
  if (verb === 'provide' && who?.span && who.role !== 'user') {
    now.link = 'blocked';
    return;
  }
  const action = verb && ACTIONS[verb];
  const ownDoing = who?.role === 'user' && verb !== 'provide';
  if (action && !ownDoing && verb !== 'use' && verb !== 'base' && verb !== 'publish') {
    now.soft = make(now, token, action, who);
    now.link = now.soft;
  } else if (now.link === 'blocked') now.link = now.soft;
}

const RADIO =
  /^(?:您的|手机|设备|系统|本机|自带的?)*(蓝牙)(?:功能|技术|方式)?(?:进行|自动|来|与[^，。；、]{1,8})?(?:连接|绑定|配对|传输|上传|同步|搜索|扫描|发现|互联|互通)/;

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

const PART = /^(?:您的|手机|设备|系统|本机|自带的?)*(麦克风|话筒|摄像头|照相机|相机)(?:功能)?(?:将|把|来|对|进行|录|拍|扫|识别)/;

const SIGN_UP = /^(?:(?:来)?(?:确定|推断|判断|估算|推算|计算|测算)(?=(?:您|你|用户)?[^，。；、]{0,6}位置)|注册|登录|登陆|登入|创建|绑定|认证|验证|激活|申请|实名|定位|识别)/;

/** 通过手机号注册 gives the number; 通过电话联系 and 通过微信登录 give nothing; 通过GPS收集 collects. */
function readMeans(now: Reading, token: Token): boolean {
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

function actionOf(now: Reading, token: Token, who: Actor | undefined): Action {
  const { verb } = token.word;
  if (verb !== 'provide' || who?.role === 'user') return (verb && ACTIONS[verb]) ?? 'other';
  if (!/^(?:提供|上传|提交|告知)/.test(now.text.slice(token.start, token.end))) return 'collect';
  const toThird =
    now.recipients.some((party) => party.word.party) ||
    now.text.charAt(token.end) === '给' ||
    isGivenToUnknown(now.text, now.clause.start, token);
  if (toThird) return 'share';
  const toUs = now.recipients.some((to) => to.word.actor === 'first-party');
  return who?.role === 'third-party' && !toUs ? 'share' : 'collect';
}

function open(
  now: Reading,
  token: Token,
  action: Action,
  negated: boolean,
  who: Actor | undefined,
  before: string,
): Frame {
  const { link } = now;
  let frame: Frame;
  // 交由友盟分析: who stands right behind the verb that passes on receives.
  if (typeof link === 'object' && (now.recipients[0]?.start ?? Infinity) - now.verbEnd <= 1 && link.actions.some((one) => PASSES_ON.has(one))) giveParties(now, link);
  const isOpen = typeof link === 'object' && (link.data.length === 0 || link.taken);
  if (isOpen && now.verb && !negated && isConnected(before)) {
    frame = link;
    frame.actions.push(action);
  } else {
    frame = make(now, token, action, who);
    frame.negated = negated;
    now.denied = negated;
  }
  const { verb } = token.word;
  if (verb !== 'need' && verb !== 'base') {
    now.verb = token;
    now.verbEnd = token.end;
  }
  now.sawMain = true;
  now.isBase = verb === 'base';
  now.link = frame;
  if (now.taking) frame.taken = true;
  // 所有信息必须真实, 基于: these take what follows only.
  if (verb !== 'need' && verb !== 'base') for (const data of now.pending) attach(frame, now.read.line, data);
  now.pending = [];
  now.taking = false;
  giveParties(now, frame);
  return frame;
}
