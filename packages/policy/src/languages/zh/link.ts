import type { Action } from '@mingshi/model';
import type { Clause } from './clauses.ts';
import { attach, isData, isList } from './data.ts';
import { frameOf } from './frames.ts';
import type { Actor, Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import { addParties, startOfParty } from './parties.ts';
import { ACTIONS, isBesideRight, isConnected, isListed, isNegated, isNominal, isRelative, modalityOf } from './verbs.ts';
import type { Token } from './words.ts';
import { openingOf } from './zones.ts';

/** What runs on from clause to clause of a sentence. */
export interface State {
  /** What a clause without a verb of its own goes on telling. */
  frame: Frame | undefined;
  subject: Actor | undefined;
  /** The subject was that of a circumstance: 当您登录时，…. */
  whileUser: boolean;
  /** Data named before the clause that says what is done with it: 您的体温数据，仅存储在手机中. */
  topic: readonly Token[];
  /** Data after 将 whose verb is still to come: 将您的A、B，以及C提供给…. */
  carried: readonly Token[];
  /** The statement that promised a list: 以下信息. */
  promised: Frame | undefined;
  /** The clause before denied; an example of it (例如…) is denied too. */
  denied: boolean;
  /** Who acts when nobody is named. */
  readonly nobody: Actor;
  readonly frames: Frame[];
}

/** A line with its words. */
export interface Read {
  readonly line: Line;
  readonly tokens: readonly Token[];
  /** 位置 in 位置服务 names a service. */
  readonly isModifier: (token: Token) => boolean;
}

/** What data is linked to: a statement, nothing, or a means (通过手机号注册). */
type Link = Frame | 'blocked' | 'means' | undefined;

interface Reading {
  readonly read: Read;
  readonly text: string;
  readonly clause: Clause;
  readonly state: State;
  link: Link;
  /** The last frame that a relative clause opened. */
  soft: Frame | undefined;
  verb: Token | undefined;
  verbEnd: number;
  /** After 将 or 把: the data comes before its verb. */
  taking: boolean;
  pending: Token[];
  means: Token[];
  by: Token | undefined;
  zone: 'condition' | undefined;
  /** The clause is or began as a circumstance: who acts in it need not act in what follows. */
  wasZone: boolean;
  inPurpose: boolean;
  subject: Actor | undefined;
  recipients: Token[];
  /** Within a clause that describes the object: 收集您登录时填写的手机号. */
  embedded: boolean;
  /** The frame of a verb whose object came before it. */
  opened: Frame | undefined;
  sawMain: boolean;
  denies: boolean;
  /** The last verb was denied. */
  denied: boolean;
}

/** Advice to users, questions, and what is told of those who already have the data. */
const ADVICE = /请勿|切勿|请不要|请您?不要|妥善保管|保留.{0,30}权利|与之(?:共享|分享)|如何|怎样/;
const EXAMPLE = /^(?:例如|比如|譬如|诸如|包括|如|含)/;

/** Reads one clause: links its data to the verbs that govern them. */
export function readClause(read: Read, clause: Clause, state: State): void {
  const { text } = read.line;
  const now: Reading = {
    read,
    text,
    clause,
    state,
    link: undefined,
    soft: undefined,
    verb: undefined,
    verbEnd: clause.start,
    taking: state.carried.length > 0,
    pending: [...state.carried],
    means: [],
    by: undefined,
    zone: openingOf(text, clause) > 0 ? 'condition' : undefined,
    wasZone: openingOf(text, clause) > 0,
    inPurpose: false,
    subject: undefined,
    recipients: [],
    embedded: false,
    opened: undefined,
    sawMain: false,
    denies: state.denied && EXAMPLE.test(text.slice(clause.start, clause.start + 4)),
    denied: false,
  };
  if (ADVICE.test(text.slice(clause.start, clause.end))) return;
  for (let i = clause.first; i < clause.last; i++) readToken(now, i);
  close(now);
}

function readToken(now: Reading, index: number): void {
  const { read, text, link } = now;
  const token = read.tokens[index] as Token;
  const { word } = token;
  if (word.not) return;
  const expected = typeof link === 'object' && !now.taking;
  const data = word.data !== undefined && isData(read.line, read.tokens, index, expected || now.taking);
  if (word.cue && readCue(now, word.cue)) return;
  if (word.actor && !data) return readActor(now, token);
  if (word.party && !(data && !word.verb)) {
    readParty(now, token, index);
    if (!data) return;
  }
  if (data && !(word.verb && !isNounAt(now, index))) return readData(now, token);
  if (word.verb && !now.embedded && !isNominal(text, token) && !isListed(text, now.clause, read.tokens, index)) readVerb(now, token, index);
}

/** A word that is both a deed and data is data when something closes it as a noun or lists it. */
function isNounAt(now: Reading, index: number): boolean {
  return isData(now.read.line, now.read.tokens, index, false);
}

function readCue(now: Reading, cue: string): boolean {
  if (cue === 'time') {
    // 您使用服务时: what was told so far is when.
    now.zone = undefined;
    now.wasZone ||= now.subject?.role === 'user';
    if (now.link === 'blocked' || now.link === 'means') {
      now.link = now.soft;
      now.sawMain = false;
    }
  } else if (cue === 'purpose') {
    now.inPurpose = true;
    now.link = 'blocked';
  } else if (cue === 'take') {
    now.taking = true;
    now.pending = [];
    now.link = undefined;
  } else return false;
  return true;
}

function readActor(now: Reading, token: Token): void {
  const { text } = now;
  const role = token.word.actor as 'first-party' | 'user';
  if (text.charAt(token.end) === '的') return;
  const before = text.slice(Math.max(now.clause.start, token.start - 3), token.start);
  if (/[向给与和同为对至]$|提供给$/.test(before)) {
    now.recipients.push(token);
    return;
  }
  const { link } = now;
  if (role === 'user' && typeof link === 'object' && link.data.length === 0 && token.start - now.verbEnd <= 2 && now.verb) {
    now.embedded = true;
    return;
  }
  now.embedded = false;
  now.subject = { role, name: text.slice(token.start, token.end), span: spanOf(now.read.line, token.start, token.end) };
  if (role === 'first-party') now.inPurpose = false;
  if (now.link === 'blocked') now.link = undefined;
}

const ADDRESSED = /[向给与和同对为至到从自](?:我们的?|任何|其他|授权|相关|必要的|特定|该|此类|这些|上述|合法|外部|独立|境外|国内|的|、)*$/;

function readParty(now: Reading, token: Token, index: number): void {
  const { text } = now;
  const before = text.slice(Math.max(now.clause.start, token.start - 12), token.start);
  if (ADDRESSED.test(before) || now.verb || now.taking) {
    now.recipients.push(token);
    return;
  }
  if (text.charAt(token.end) === '的') return;
  const start = startOfParty(text, now.read.tokens, index);
  now.subject = { role: 'third-party', name: text.slice(start, token.end), span: spanOf(now.read.line, start, token.end) };
}

function readData(now: Reading, token: Token): void {
  const { link, read } = now;
  if (read.isModifier(token)) return;
  if (now.zone === 'condition' && typeof link !== 'object') return;
  if (link === 'means') now.means.push(token);
  else if (link === 'blocked') return;
  else if (link && !now.taking) {
    attach(link, read.line, token);
    if (/^(?:以下|下列|下述|如下)/.test(now.text.slice(token.start - 2, token.start + 2)) || now.text.startsWith('以下', token.start)) now.state.promised = link;
  } else now.pending.push(token);
}

function readVerb(now: Reading, token: Token, index: number): void {
  const { text, read } = now;
  const verb = token.word.verb;
  if (!verb) return;
  const before = text.slice(now.verbEnd, token.start);
  const who = whoActs(now, token);
  if (verb === 'request') return readRequest(now, before);
  if (isRelative(text, token)) return readRelative(now, token, who);
  if (now.link === 'means' && readMeans(now, token)) return;
  if (verb === 'by') {
    now.link = 'means';
    now.by = token;
    return;
  }
  if (verb === 'other' || verb === 'right' || isBesideRight(text, read.tokens, index)) return block(now, token);
  if (now.inPurpose && verb !== 'collect' && verb !== 'provide') return block(now, token);
  const negated = isNegated(before) || now.denies;
  if (now.zone === 'condition' && (verb !== 'provide' || negated || /希望|想|欲|要求|请求|拒绝|选择不/.test(before))) return block(now, token);
  if (/请您?(?:务必|仔细|尽量)?$/.test(before) && verb !== 'provide') return block(now, token);
  // 您无需提供, 您可以不提供: what users may leave out is not denied.
  if (who?.role === 'user' && negated && verb === 'provide' && !/要求|请求|索取/.test(before)) return block(now, token);
  // 共享不能识别您身份的信息: the verb describes the object.
  if (typeof now.link === 'object' && now.link.data.length === 0 && /^(?:不|无法|不能|能够?|可|可以|难以|不会|并不|经)$/.test(before)) return;
  if (who?.role === 'user' && (verb === 'provide' || verb === 'disclose') && isToOthers(now)) return block(now, token);
  if (who?.role === 'user' && !now.taking && /^(?:use|collect|store|share|delete|publish|transfer)$/.test(verb)) {
    // 您可以使用手机号注册 gives the number; 您使用我们的服务 gives nothing.
    block(now, token);
    if (verb === 'use') now.link = 'means';
    return;
  }
  if (verb === 'provide' && who?.role !== 'user' && isServed(now, token, who, before)) return block(now, token);
  const isFor = verb === 'use' && /[于来以]$/.test(text.slice(token.start, token.end));
  if (isFor && /[或和及、]$/.test(before)) return;
  if (isFor && now.pending.length === 0 && now.state.topic.length === 0) {
    now.inPurpose = true;
    if (typeof now.link === 'object') now.state.frame = now.link;
    return block(now, token);
  }
  open(now, token, actionOf(now, token, who), negated, who, before);
  if (isFor) now.inPurpose = true;
  // 存储在您的手机中, 传送至您所在的国家: what follows is a place.
  if (isFor || /^[在于至到给为成作]/.test(text.slice(token.end, token.end + 1)) || /[至到给]$/.test(text.slice(token.start, token.end))) {
    now.state.frame = now.link as Frame;
    now.opened = now.state.frame;
    now.link = 'blocked';
  }
}

/** 您向交易对方披露: what users give each other is their own doing. */
function isToOthers(now: Reading): boolean {
  return now.recipients.length > 0 && now.recipients.every((to) => to.word.party !== undefined || to.word.actor === 'user');
}

/** 我们为您提供服务, 本产品提供的图片: what the service gives its users is not their data. */
function isServed(now: Reading, token: Token, who: Actor | undefined, before: string): boolean {
  if (!/^(?:提供|发布|发表|上传|分享)/.test(now.text.slice(token.start, token.end))) return false;
  if (/[为给向](?:您|用户|你)[^，]{0,6}$/.test(before) || now.recipients.some((to) => to.word.actor === 'user')) return true;
  return who?.role === 'first-party' && who.span !== undefined && !now.recipients.some((to) => to.word.party) && !before.endsWith('对外');
}

/** 授权我们收集, 允许应用访问: whoever grants it, somebody else does it. */
function readRequest(now: Reading, before: string): void {
  if (now.inPurpose || /(?:未经|经|获得|取得|征得|得到|明示|的)$/.test(before)) return;
  now.link = undefined;
  now.subject = now.state.nobody;
  now.denied = isNegated(before);
}

/** 某某可能会: a name that is none of the known words stands for the app or its maker. */
const NAME =
  /^["“《【「]?((?!在|当|为|如|经|根据|通过|并|且|则|此|届时|从而|或|也|还|将|会|需|可|自动|直接|主动|同时|以|例如|包括|均|仅|只|不|未|则|因|但|请|由|对|与|向|上述|该|这|其|可能|有时|此时|就|能|以下|下列)[^，。；：、（）的您你]{2,12}?)["”》】」]?(?:也|还|仅|均|亦|同时|有权|只|不)?(?:会|将|可能|可以|需要?|可|能够|应)/;

/** Who does what a verb says: the last one named in the clause, else in the sentence. */
function whoActs(now: Reading, token: Token): Actor | undefined {
  if (now.subject) return now.subject;
  const { text, clause, state, read } = now;
  const name = now.verb ? null : NAME.exec(text.slice(clause.start, token.start));
  if (name && !read.tokens.slice(clause.first, clause.last).some((word) => word.start < token.start && word.word.verb)) {
    const start = clause.start + name[0].indexOf(name[1] as string);
    const end = start + (name[1] as string).length;
    return { role: 'first-party', name: text.slice(start, end), span: spanOf(read.line, start, end) };
  }
  const isGiven = token.word.verb === 'provide' || state.subject?.role !== 'user' || !state.whileUser;
  return isGiven ? state.subject : state.nobody;
}

/** Verbs before 的: an outer verb goes on governing what follows; else this one does. */
function readRelative(now: Reading, token: Token, who: Actor | undefined): void {
  const { verb } = token.word;
  if (typeof now.link === 'object') return;
  if (now.link === 'means' && verb === 'collect') now.pending.push(...now.means);
  if (now.link === 'means') now.means = [];
  const action = verb && ACTIONS[verb];
  if (now.state.frame && !now.sawMain && now.zone === undefined) {
    now.link = now.state.frame;
    for (const data of now.pending) attach(now.link, now.read.line, data);
    now.pending = [];
    return;
  }
  if (verb === 'provide' && who?.role !== 'user' && isServed(now, token, who, now.text.slice(now.clause.start, token.start))) {
    now.link = 'blocked';
    return;
  }
  if (action && verb !== 'use' && verb !== 'base' && verb !== 'publish') {
    now.soft = make(now, token, action, who);
    now.link = now.soft;
  } else if (now.link === 'blocked') now.link = now.soft;
}

const SIGN_UP = /^(?:注册|登录|登陆|登入|创建|绑定|认证|验证|激活|申请|实名|定位|识别)/;

/** 通过手机号注册 gives the number; 通过电话联系 gives nothing; 通过GPS收集 collects. */
function readMeans(now: Reading, token: Token): boolean {
  const { means } = now;
  now.means = [];
  now.link = undefined;
  const verb = token.word.verb;
  if (verb === 'collect' || verb === 'store') {
    now.pending.push(...means);
    return false;
  }
  if (means.length > 0 && SIGN_UP.test(now.text.slice(token.start, token.start + 4))) {
    const frame = make(now, token, 'collect', { role: 'user', name: '' });
    for (const data of means) attach(frame, now.read.line, data);
    now.link = 'blocked';
    now.sawMain = true;
    return true;
  }
  return false;
}

function block(now: Reading, token: Token): void {
  now.sawMain = true;
  now.pending = [];
  now.taking = false;
  now.verb = token;
  now.verbEnd = token.end;
  now.link = 'blocked';
}

function actionOf(now: Reading, token: Token, who: Actor | undefined): Action {
  const verb = token.word.verb;
  if (verb !== 'provide' || who?.role === 'user') return (verb && ACTIONS[verb]) ?? 'other';
  if (!/^(?:提供|上传|提交|告知)/.test(now.text.slice(token.start, token.end))) return 'collect';
  const toThird = now.recipients.some((party) => party.word.party) || now.text.charAt(token.end) === '给';
  if (toThird) return 'share';
  if (who?.role === 'third-party') return now.recipients.some((to) => to.word.actor === 'first-party') ? 'collect' : 'share';
  return 'collect';
}

function open(now: Reading, token: Token, action: Action, negated: boolean, who: Actor | undefined, before: string): void {
  const { link } = now;
  let frame: Frame;
  if (typeof link === 'object' && now.verb && !negated && (link.data.length === 0 || link.taken) && isConnected(before)) {
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
  now.link = frame;
  if (now.taking) frame.taken = true;
  for (const data of now.pending) attach(frame, now.read.line, data);
  now.pending = [];
  now.taking = false;
  addParties(frame, now.read.line, now.read.tokens, now.recipients, now.clause.start);
  now.recipients = [];
}

function make(now: Reading, token: Token, action: Action, who: Actor | undefined): Frame {
  const { read, text, clause, state } = now;
  const frame = frameOf(action, who ?? state.nobody, spanOf(read.line, token.start, token.end), token.start);
  frame.modality = modalityOf(text.slice(clause.start, token.start));
  state.frames.push(frame);
  return frame;
}

function close(now: Reading): void {
  const { read, state, link, clause, text } = now;
  if (link === 'means' && now.by && now.subject?.role !== 'user') {
    // 通过地理位置校准数据 uses the place.
    const means = now.means.filter((token) => !token.word.data?.weak);
    if (means.length > 0 && !isList(text, clause, means)) {
      const frame = make(now, now.by, 'use', now.subject);
      for (const token of means) attach(frame, read.line, token);
      now.means = [];
    }
  }
  const frame = typeof link === 'object' ? link : now.opened;
  const loose = [...now.means, ...now.pending];
  const { topic } = state;
  state.topic = [];
  state.carried = now.taking ? now.pending : [];
  if (now.taking && !frame) return;
  if (frame) {
    addParties(frame, read.line, read.tokens, now.recipients, clause.start);
    if (frame.data.length === 0) for (const token of topic) attach(frame, read.line, token);
    state.frame = frame;
  } else if (loose.length > 0 && !now.sawMain && isList(text, clause, loose)) {
    const list = state.frame ?? (/[:：]/.test(clause.mark) ? state.promised : undefined);
    if (list) for (const token of loose) attach(list, read.line, token);
    else state.topic = loose;
    state.frame = list;
  } else if (now.sawMain && link === 'blocked' && !now.inPurpose && !now.zone && state.frame?.verb?.sentence === read.line.sentence) {
    state.frame = undefined;
  }
  state.denied = now.denied;
  if (now.subject) {
    state.subject = now.subject;
    state.whileUser = now.wasZone;
  }
}
