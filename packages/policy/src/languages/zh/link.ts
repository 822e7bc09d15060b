import { readActor, readParty } from './actors.ts';
import { isGivenLabel } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { readCleft } from './cleft.ts';
import { attach, isData, isList } from './data.ts';
import { frameOf } from './frames.ts';
import { readVerb } from './govern.ts';
import { readPut, readSending } from './kept.ts';
import { spanOf } from './line.ts';
import { opensPurpose } from './purposes.ts';
import { giveParties, make, PASSES_ON, readingOf } from './reading.ts';
import type { Read, Reading, State } from './reading.ts';
import { listBefore } from './summed-up.ts';
import { isDeed, isListed, isNegated, isNominal } from './verbs.ts';
import { addUnknownParty } from './unknown-parties.ts';
import { newWord } from './words.ts';
import type { Token, Word } from './words.ts';

/** Advice to users, questions, what is told of those who already have the data, and how staff is watched. */
const ASIDE = /请勿|切勿|请不要|请您?不要|请.{0,6}勿|妥善保管|保留.{0,30}权利|与之(?:共享|分享)|如何|怎样|[将把]自己的|强烈建议|请您?在[^，。；]{1,12}下|(?:监控|核查)(?:他们|该等|员工|访问人员)/;

/** Reads one clause: links its data to the verbs that govern them. */
export function readClause(read: Read, clause: Clause, state: State): void {
  if (ASIDE.test(read.line.text.slice(clause.start, clause.end))) return;
  if (readCleft(read, clause, state)) return;
  if (state.means && clause.depth > 0) {
    for (const token of read.tokens.slice(clause.first, clause.last)) if (token.word.data) state.means.data.push(token);
    return;
  }
  if (state.means && !/[）)]/.test(clause.mark)) closeMeans(read, state);
  const now = readingOf(read, clause, state);
  const { hosted } = state;
  state.means = undefined;
  for (let i = clause.first; i < clause.last; i++) readToken(now, i);
  close(now, hosted || !/[（(]/.test(clause.mark));
}

function readToken(now: Reading, index: number): void {
  const { read, text, link } = now;
  const token = read.tokens[index] as Token;
  const { word } = token;
  if (word.not && SENT.test(text.slice(token.start, token.end))) readSending(now, token);
  if (word.not || token.start < now.skipTo) return;
  // 将您的身份信息（指能识别您的信息，例如姓名）提供给…: what brackets explain is not done with what 将 takes.
  const isAside = now.clause.depth > 0 && now.state.carried.length > 0;
  if (isAside && !word.data && !word.party) return;
  if (word.cue && readCue(now, token)) return;
  const expected = now.taking || (typeof link === 'object' && !now.isBase) || isAlone(now, token);
  const data = word.data !== undefined && !isAddressed(now, token) && isData(read.line, read.tokens, index, expected);
  if (word.actor && !data) return readActor(now, token, index);
  if (word.party && !(data && !word.verb)) {
    readParty(now, token, index);
    if (!data) return;
  }
  // A word that is both a deed and data is data when something closes it as a noun or lists it.
  if (data && !isDeed(read.line, read.tokens, index)) return readData(now, token);
  if (!word.verb || now.embedded || isTail(now, index) || isOfName(now, index)) return;
  if (isNominal(text, token) || isListed(read.line, now.clause, read.tokens, index)) return;
  readVerb(now, token, index);
}

const SENT = /^发送短信/;
const ACTS = /^(?:会|将|可能|可以|需要?|也|亦|处|向(?:您|我们))/;

/** 向芝麻信用传输, 运营商会将…: a word that is a party and data is the party where parties stand. */
function isAddressed({ text }: Reading, { start, end, word }: Token): boolean {
  if (word.party === undefined) return false;
  return /[向与给]$/.test(text.slice(Math.max(0, start - 1), start)) || ACTS.test(text.slice(end, end + 3));
}

const TRADE: ReadonlySet<string | undefined> = new Set(['use', 'store', 'other']);

/** 分享SDK, 数据分析合作伙伴: the deed is a part of the name. */
function isOfName({ read, text }: Reading, index: number): boolean {
  const token = read.tokens[index] as Token;
  const next = read.tokens[index + 1];
  if (!next?.word.party || text.slice(token.end, next.start).trim() !== '') return false;
  return next.word.party === 'sdk' || (next.word.party === 'partner' && TRADE.has(token.word.verb) && !MEDDLES.test(text.slice(token.start, token.end)));
}

/** 要求合作伙伴遵守…: what is done to them. */
const MEDDLES = /要求|督促|选择|委托|通知|告知|允许|授权|同意|使用|联系/;

const OWNER = /^(?:您|用户|下)/;

/** 记录 in 经期记录 closes a kind of data; in 通过GPS记录您的轨迹 it is a deed. */
function isTail({ read, text }: Reading, index: number): boolean {
  const { start } = read.tokens[index] as Token;
  const before = read.tokens[index - 1];
  return before?.word.data !== undefined && before.end === start && text.startsWith('记录', start) && !OWNER.test(text.slice(start + 2, start + 4));
}

/** An item of a list that is one word. */
function isAlone({ state, clause, text, sawMain }: Reading, token: Token): boolean {
  if (!state.frame || sawMain || token.word.verb) return false;
  const before = text.slice(clause.start, Math.min(token.start, clause.start + 12));
  return /^[\d.、)）(（\s•·-]*(?:您的)?$/.test(before) && clause.end - token.end <= 3;
}

const OBJECT = /^[了过]?(?:您|用户)对$/;

/** 包括…，您对菜谱的评分记录，…: 对 within an item of a list, which no verb follows. */
function isOfNoun({ read, text, clause, sawMain }: Reading, { start, end }: Token): boolean {
  if (sawMain || !/^(?:您|用户)对$/.test(text.slice(clause.start, end)) || !text.slice(end, clause.end).includes('的')) return false;
  for (let at = clause.last - 1; at >= clause.first; at--) {
    const token = read.tokens[at] as Token;
    if (token.start <= start) return true;
    if (token.word.verb && !token.word.data) return false;
  }
  return true;
}

/** 您的手机号将用于…: data stand before 将 and none between it and the verb. */
function isFuture({ read, text, clause, pending, taking }: Reading, token: Token): boolean {
  if (taking || text.charAt(token.start) !== '将' || pending.length === 0) return false;
  const next = read.tokens.slice(read.tokens.indexOf(token) + 1, clause.last).find(({ word }) => word.verb ?? word.data);
  return next?.word.verb !== undefined && next.start - token.end <= 8;
}

function readCue(now: Reading, token: Token): boolean {
  switch (token.word.cue) {
    case 'time':
      // 您使用服务时: what was told so far is when.
      now.inCondition = false;
      if (now.subject?.role === 'user') now.timedAt = token.end;
      now.wasCondition ||= now.subject?.role === 'user';
      // 您写评论，分享内容时，…: who acts in the clause before acts in the circumstance only.
      if (!now.subject && token.end === now.clause.end && now.state.subject?.role === 'user') now.state.whileUser = true;
      if (now.outer?.role === 'first-party') now.subject = now.outer;
      now.outer = undefined;
      if (now.link === 'blocked' || now.link === 'means') {
        now.link = now.soft;
        now.sawMain = false;
      }
      return true;
    case 'purpose':
      listBefore(now, token);
      now.inPurpose = true;
      now.link = 'blocked';
      return true;
    case 'take':
      // 将被收集: the future, and what is collected stands before it.
      if (/^(?:会|被|由)/.test(now.text.slice(token.end, token.end + 1))) return true;
      if (isFuture(now, token)) return true;
      // 收集您对菜谱的评分: a part of the object.
      if (typeof now.link === 'object' && now.link.data.length === 0 && OBJECT.test(now.text.slice(now.verbEnd, token.end))) return true;
      if (isOfNoun(now, token)) return true;
      now.taking = true;
      now.denied = isNegated(now.text.slice(now.verbEnd, token.start));
      now.pending = [];
      now.link = undefined;
      return true;
    default:
      return false;
  }
}

function readData(now: Reading, token: Token): void {
  const { link, read, text, state } = now;
  state.hosted = false;
  if (readPut(now, token)) return;
  if (read.isModifier(token) || link === 'blocked' || (!link && text.charAt(token.start - 1) === '向')) return;
  if (now.inCondition && typeof link !== 'object') return;
  if (!link && !now.taking && DEED.test(text.slice(token.start, token.end))) return readDeed(now, token);
  state.hosted = link !== 'means';
  if (link === 'means') now.means.push(token);
  else if (link && !now.taking) {
    attach(link, read.line, token);
    now.embedded = false;
    if (/以下|下列|下述|如下/.test(text.slice(Math.max(0, token.start - 8), token.start + 2))) state.promised = link;
  } else now.pending.push(token);
}

const COLLECT: Word = { ...newWord(), verb: 'collect' };
const DEED = /^(?:读取|获取|检测|访问(?=网络|无线|wifi|wlan))/i;

/** 我们会读取短信: a kind of data whose name begins with the deed needs no other verb. */
function readDeed(now: Reading, token: Token): void {
  readVerb(now, { start: token.start, end: token.start + 2, word: COLLECT }, now.read.tokens.indexOf(token));
  if (typeof now.link === 'object') attach(now.link, now.read.line, token);
}

/** 向合作伙伴等，分享…: parties at the end of a clause whose verb is still to come. */
function isOpenList({ text, clause, recipients, verb }: Reading): boolean {
  const last = recipients.at(-1);
  return last?.word.party !== undefined && !verb && /^[^，。；的会将]{0,6}$/.test(text.slice(last.end, clause.end));
}

/** 统计数据不包含您的姓名, 无需注册账号: what something does not hold or need is not listed. */
function isWithout(text: string, { start, end }: Clause): boolean {
  return /不(?:包[含括]|含|涉及)(?!但)|(?:无需|无须|毋须|不需要?|不必|不用)(?:您|用户)?(?:进行)?(?:注册|登录|创建|提供|填写|绑定)/.test(text.slice(start, end));
}

/** 日志：我们不收集日志: a label of what is denied behind it, and of nothing that is left open. */
function isDeniedBehind(text: string, { end }: Clause): boolean {
  if (!/[:：]/.test(text.charAt(end))) return false;
  const rest = text.slice(end + 1, end + 120);
  return DENIED.test(rest) && !LEFT_OPEN.test(rest);
}

const DENIED = /^(?:我们|本(?:应用|软件|产品|平台|游戏|程序|App)|应用)?(?:承诺|目前|默认|从|绝|均|都|也|并)*不(?:会|再)?(?:主动|直接|故意|在后台)?(?:收集|获取|读取|访问|记录|索取|调用)/i;
const LEFT_OPEN = /仅|只|但|除|其他|无关|未经|额外|超出|之外|以外|会(?<!不会)/;

/** What the clause leaves to the next one. */
function close(now: Reading, hosted: boolean): void {
  const { read, state, clause, text } = now;
  const { topic } = state;
  useMeans(now);
  const frame = typeof now.link === 'object' ? now.link : now.opened;
  const loose = [...now.means, ...now.pending];
  state.topic = [];
  state.denied = now.denied;
  state.inIf = now.inCondition;
  state.inCircumstance = now.wasCondition && !frame && clause.depth === 0;
  state.inPurpose = now.inPurpose || (!frame && opensPurpose(text, clause));
  state.carried = now.taking ? now.pending : [];
  state.carriedDenied = now.denied || now.denies;
  if (now.subject) {
    state.subject = now.subject;
    // 为了帮助您使用本软件，可能收集…: whom it is for does not act.
    state.whileUser = now.wasCondition || (!frame && (now.inPurpose || opensPurpose(text, clause)));
    state.examples = [];
  }
  const isBracketed = clause.depth > 0 || /[（(]/.test(text.charAt(clause.end));
  const isOpen = isOpenList(now) && (!frame || frame.data.length === 0);
  state.recipients = (isBracketed && !frame) || isOpen || (!frame && isGivenLabel(text, clause)) ? now.recipients : [];
  if (now.taking && !frame) return;
  if (frame) {
    giveParties(now, frame);
    // 以便用于 behind the receiver is no verb that passes on.
    const isPassed = now.verb !== undefined && now.verb.word.verb !== 'use';
    if (now.verb && isPassed && frame.parties.length === 0 && frame.actions.some((action) => PASSES_ON.has(action))) {
      addUnknownParty(frame, read.line, read.tokens, clause.start, now.verb);
    }
    if (frame.data.length === 0) for (const token of topic) attach(frame, read.line, token);
    state.frame = frame;
  } else if (loose.length > 0 && !now.sawMain && hosted && isList(text, clause, loose) && !isWithout(text, clause) && !isDeniedBehind(text, clause)) {
    const list = state.frame ?? (/[:：]/.test(clause.mark) ? state.promised : undefined);
    if (list) for (const token of loose) attach(list, read.line, token);
    else state.topic = loose;
    state.frame = list;
  } else if (now.sawMain && now.link === 'blocked' && !now.inPurpose && !now.inCondition) {
    if (state.frame?.verb?.sentence === read.line.sentence) state.frame = undefined;
  }
}

/** Means that no verb came for: they go with the verb before, else they are used. */
export function closeMeans(read: Read, state: State): void {
  const { means } = state;
  if (!means) return;
  state.means = undefined;
  let frame = state.frame?.data.length === 0 ? state.frame : undefined;
  if (!frame) {
    frame = frameOf('use', state.nobody, spanOf(read.line, means.by.start, means.by.end), means.by.start);
    state.frames.push(frame);
  }
  for (const token of means.data) attach(frame, read.line, token);
}

const NOTICE = /通知|提示|告知|公告|推送|联系|发送|公布|联络|反馈|投诉/;

/** 通过地理位置校准数据 uses the place; 通过短信提示 uses nothing. */
function useMeans(now: Reading): void {
  if (now.link === 'means' && now.by && /[（(]/.test(now.text.charAt(now.clause.end))) {
    now.state.means = { by: now.by, data: now.means };
    now.means = [];
    return;
  }
  if (now.link !== 'means' || !now.by || now.subject?.role === 'user') return;
  if (NOTICE.test(now.text.slice(now.by.end, now.clause.end))) return;
  const means = now.means.filter((token) => !token.word.data?.weak);
  if (means.length === 0 || isList(now.text, now.clause, means)) return;
  const frame = make(now, now.by, 'use', now.subject);
  for (const token of means) attach(frame, now.read.line, token);
  now.means = [];
}
