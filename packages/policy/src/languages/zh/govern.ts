import { isServed, isToOthers, whoActs } from './actors.ts';
import { actorBeside, beforeRow, deniesOn, isInRow } from './beside.ts';
import { attach } from './data.ts';
import { hasBegun, seerOf, isAvoided, isChanged, isDoneWith, isLookedInto, isMeanwhile, isNeededFor, isReadToo, isTime, KEPT } from './done.ts';
import { entrust } from './entrust.ts';
import type { Actor } from './frames.ts';
import { looksWhoOneIs } from './identity.ts';
import { spanOf } from './line.ts';
import { addStorage, isOfDevice } from './kept.ts';
import { readBy, readMeans } from './means.ts';
import { actionOf, open } from './open.ts';
import type { Deed } from './open.ts';
import { make, PASSES_ON } from './reading.ts';
import type { Reading } from './reading.ts';
import { isForbidden, isMissed } from './refused.ts';
import { listBefore } from './summed-up.ts';
import { addUnknownParty } from './unknown-parties.ts';
import { ACTIONS, isBesideRight, isNegated, isPrevented, isRelative } from './verbs.ts';
import type { Token, Verb } from './words.ts';

const GIVING = /^(?:提供|提交|填写|填报|输入|上传)/;
const NOUN = /^(?:相关|有关|的)?(?:信息|内容|材料|资料|数据|记录|凭证|证据)/;
const WISHED = /希望|想|欲|要求|请求|拒绝|选择不/;
const UNABLE = /(?:^|的|.、)(?:不|无法|不能|能够?|可|可以|难以|不会|并不|经)$/;

/** Reads a verb: opens a statement, or shuts data off from the one before. Each step tells whether it has settled the verb. */
export function readVerb(now: Reading, token: Token, index: number): void {
  const deed = deedOf(now, token, index);
  if (!deed || isAskedOrDescribes(now, deed) || isOtherDeed(now, deed) || isUntold(now, deed)) return;
  tell(now, deed);
}

function deedOf(now: Reading, token: Token, index: number): Deed | undefined {
  const { text, state } = now;
  const { verb } = token.word;
  if (!verb) return undefined;
  const before = text.slice(now.verbEnd, token.start);
  const named = whoActs(now, token) ?? actorBeside(now, before) ?? giver(now, token);
  const isTheme = named?.role === 'user' && KEPT.has(verb) && isDoneWith(now, before);
  const who = isTheme || before.endsWith('被') || isMeanwhile(now, token) ? state.nobody : named;
  const own = text.slice(token.start, token.end);
  const after = text.slice(token.end, token.end + 20);
  return { token, index, verb, own, before, after, who, isUser: who?.role === 'user', isTheme };
}

/** Asking and agreeing make way for what is agreed to; a verb before 的 describes what follows. */
function isAskedOrDescribes(now: Reading, { token, verb, own, before, after, who, isUser }: Deed): boolean {
  if (verb === 'request') return readRequest(now, before);
  const isTaken = now.taking && now.pending.length > 0 && PASSES_ON.has(ACTIONS[verb] ?? 'other');
  if ((!isTaken && isRelative(now.text, token)) || (isUser && verb === 'use' && OF_DEVICE.test(after))) {
    return readRelative(now, token, who);
  }
  if (isUser && own === '同意' && AGREED.test(after)) return readRequest(now, before);
  // 能够提供相关信息的传感器
  const isServing = /(?:能够?|可以?)$/.test(before) && /^[^，。；、]{1,8}的/.test(after);
  // 与提供广告、分析服务的合作伙伴共享
  const isServer = /[与向和同给]$/.test(before) && /^(?!您|用户)[^，。；您]{1,16}的(?!信息|数据)/.test(after);
  return verb === 'provide' && (isServing || isServer) && skipDescription(now, token);
}

/** What is no deed with data by itself: a purpose, a time, a means, a right, a deed that tells what is read besides. */
function isOtherDeed(now: Reading, deed: Deed): boolean {
  const { text, state } = now;
  const { token, index, verb, own, before, after, who, isUser } = deed;
  // 为了预防病毒、恶意程序、网站会了解…: what is done has begun.
  if (now.inPurpose && hasBegun(now, token)) now.inPurpose = false;
  if ((verb === 'other' || (verb === 'provide' && now.taking)) && isNeededFor(text, token)) return skipDescription(now, token);
  if (verb === 'other' && isTime(now, token)) return true;
  if (verb === 'other' && isInRow(now, deed)) return true;
  if (verb === 'other' && isOfDevice(now, token)) return block(now, token);
  const seer = verb === 'other' || verb === 'collect' ? seerOf(now, token) : undefined;
  if (seer && !now.inPurpose && !now.inCondition) {
    const frame = open(now, { ...deed, who: state.nobody }, 'share', false);
    frame.parties.push({ name: text.slice(seer.start, seer.end), kind: 'unnamed', span: spanOf(now.read.line, seer.start, seer.end) });
    return true;
  }
  const isLooking = verb === 'other' ? !isUser && isLookedInto(text, token) : verb === 'right' && isChanged(text, token, who);
  if (isLooking && !now.inPurpose) {
    open(now, deed, 'collect', isNegated(before));
    return true;
  }
  if (isToDo(now, before)) now.inPurpose = true;
  if (now.link === 'means' && readMeans(now, token)) return true;
  if (verb === 'by') return readBy(now, token);
  if (isFor(deed)) listBefore(now, token);
  if (verb === 'use' && looksWhoOneIs(text, token)) return block(now, token);
  if (verb === 'right' && isUser) state.inRights = true;
  // 将您的姓名、投诉相关内容提供给…: the deed is a part of a noun.
  if (verb === 'other' && now.taking && NOUN.test(after)) return true;
  // 读取、修改或删除存储卡中的内容: whatever is done besides, it is read.
  if (!isUser && isReadToo(now, before)) return true;
  const isOfRight = own !== '读取' && isBesideRight(text, now.read.tokens, index);
  return (verb === 'other' || verb === 'right' || isOfRight) && block(now, token);
}

/** A deed with data that is told of nothing: it is a purpose, cannot be, depends on something, or is the users' own. */
function isUntold(now: Reading, deed: Deed): boolean {
  const { text, state } = now;
  const { token, index, verb, own, before, who, isUser } = deed;
  if (now.inPurpose && verb !== 'collect') return readHandled(now, token, index);
  const object = typeof now.link === 'object' ? now.link : undefined;
  // 共享不能识别您身份的信息: the verb describes the object.
  if (object?.data.length === 0 && UNABLE.test(before) && !deniesOn(object, before)) return skipDescription(now, token);
  if (isPrevented(beforeRow(now, deed)) || isAvoided(now, before) || isForbidden(now, token)) return block(now, token);
  const negated = isDenied(now, deed);
  // 不使用相机识别人脸: what would be done with it is denied along.
  if (verb === 'use' && !negated && object?.negated && object.data.length > 0 && !ANEW.test(before)) return block(now, token);
  if (now.inCondition && verb === 'collect' && isMissed(now, token)) {
    open(now, { ...deed, who: state.nobody }, 'collect', false);
    return true;
  }
  if (now.inCondition && (verb !== 'provide' || negated || WISHED.test(text.slice(now.clause.start, token.start)))) return block(now, token);
  if (/(?<!申)请您?(?:务必|仔细|尽量|妥善|谨慎|自行)?$/.test(before) && verb !== 'provide') return block(now, token);
  // 您可以将手机里的短信同步到云空间: it comes from the device, and to us.
  const isCopied = isUser && now.taking && !negated && COPIED.test(own) && now.pending.length > 0 && ON_DEVICE.test(before);
  if (isUser && !isCopied && isOwnDoing(now, verb, own, before, negated)) {
    // 您可以使用手机号注册 gives the number; 您使用我们的服务 gives nothing.
    block(now, token);
    if (verb === 'use') now.link = 'means';
    return true;
  }
  if (verb === 'provide' && !isUser && isServed(now, token, who, before)) return block(now, token);
  return isFor(deed) && isPurposeOnly(now, deed);
}

/** 用于, 用来: what it is used for follows. */
function isFor({ verb, own }: Deed): boolean {
  return verb === 'use' && /[于来以]$/.test(own);
}

/** 用于 with no data before it in the clause: what follows is what the statement before is for. */
function isPurposeOnly(now: Reading, { token, before }: Deed): boolean {
  if (/(?:例如|比如|如|包括|[或和及、])$/.test(before)) return skipDescription(now, token);
  if (now.pending.length > 0 || now.state.topic.length > 0) return false;
  now.inPurpose = true;
  if (typeof now.link === 'object') now.state.frame = now.link;
  return block(now, token);
}

/** A deed with data: the statement that it opens or goes on with. */
function tell(now: Reading, deed: Deed): void {
  const { token, verb, own, after } = deed;
  const frame = open(now, deed, actionOf(now, deed), isDenied(now, deed));
  if (deed.isTheme && frame.data.length === 0 && now.soft) frame.data.push(...now.soft.data);
  if (isFor(deed)) now.inPurpose = true;
  entrust(now, token, frame);
  if (verb === 'store') addStorage(frame, now, token.end);
  // 送往某某网比对: what is done there is not what passes on.
  const isSent = /[给至到往予]$/.test(own) && frame.parties.length === 0 && PASSES_ON.has(frame.actions.at(-1) ?? 'other');
  if (isSent && !frame.negated) addUnknownParty(frame, now.read.line, now.read.tokens, now.clause.start, token);
  // 存储在您的手机中, 传送至您所在的国家: what follows is a place.
  if (isFor(deed) || (/[至到给]$/.test(own) && !/[用拿得收]到$/.test(own)) || isPlaced(verb, after)) {
    now.state.frame = frame;
    now.opened = frame;
    now.link = 'blocked';
  }
}

function isDenied(now: Reading, deed: Deed): boolean {
  return now.denies || isNegated(beforeRow(now, deed));
}

/** A verb that does nothing with data: what follows is no data of a statement. */
function block(now: Reading, token: Token): true {
  now.sawMain = true;
  now.pending = [];
  now.taking = false;
  now.verb = token;
  now.verbEnd = token.end;
  now.link = 'blocked';
  return true;
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
function readHandled(now: Reading, token: Token, index: number): true {
  const next = now.read.tokens[index + 1];
  const isCopied = next?.start === token.end && next.word.data !== undefined && !next.word.data.generic;
  if (isCopied && now.text.startsWith('备份', token.start)) attach(make(now, token, 'store', now.subject), now.read.line, next);
  const last = now.read.tokens[index - 1];
  const isKept = last?.end === token.start && last.word.data !== undefined && !last.word.data.generic;
  if (isKept && /^(?:存储|保存)(?:$|[，。；、,;])/.test(now.text.slice(token.start, token.end + 1))) {
    attach(make(now, token, 'store', now.subject), now.read.line, last);
  }
  return block(now, token);
}

/** 以提升, 来判断: the verb tells what something is done for. */
function isToDo(now: Reading, before: string): boolean {
  const { link, by, means, text } = now;
  if (link === 'means') return means.length === 0 && text.charAt(by?.start ?? 0) === '以' && before.length <= 4;
  if (/^(?:并|以)?来[一-龥]{0,3}$/.test(before)) return true;
  return typeof link === 'object' && /(?<![未将以起带到原后往])来[一-龥]{0,3}$/.test(before);
}

/** 用于接入服务的程序, 不能识别您身份的信息: up to 的 nothing is data of a statement. */
function skipDescription(now: Reading, token: Token): true {
  const end = now.text.slice(token.end, now.clause.end).search(/(?<![您户们])的/);
  now.skipTo = end < 0 ? now.clause.end : token.end + end;
  return true;
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
function readRequest(now: Reading, before: string): true {
  if (now.inPurpose || /(?:未经|经|获得|取得|征得|得到|明示|的)$/.test(before)) return true;
  now.link = undefined;
  now.subject = now.state.nobody;
  now.denied = isNegated(before);
  return true;
}

/** Verbs before 的: an outer verb goes on governing what follows; else this one does. */
function readRelative(now: Reading, token: Token, who: Actor | undefined): true {
  const { verb } = token.word;
  if (typeof now.link === 'object') return true;
  if (now.link === 'means' && verb === 'collect') now.pending.push(...now.means);
  if (now.link === 'means') now.means = [];
  if (now.state.frame && (!now.sawMain || now.isExample) && !now.inCondition) {
    now.link = now.state.frame;
    for (const data of now.pending) attach(now.link, now.read.line, data);
    now.pending = [];
    return true;
  }
  // 广告商提供的图片: what others provide is not taken from users.
  if (verb === 'provide' && who?.span && who.role !== 'user') {
    now.link = 'blocked';
    return true;
  }
  const action = verb && ACTIONS[verb];
  const ownDoing = who?.role === 'user' && verb !== 'provide';
  if (action && !ownDoing && verb !== 'use' && verb !== 'base' && verb !== 'publish') {
    now.soft = make(now, token, action, who);
    now.link = now.soft;
  } else if (now.link === 'blocked') now.link = now.soft;
  return true;
}
