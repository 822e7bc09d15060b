import type { Action } from '@mingshi/model';
import type { Clause } from './clauses.ts';
import { frameOf } from './frames.ts';
import type { Actor, Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import { addParties } from './parties.ts';
import { aims, goesOn } from './purposes.ts';
import { modalityOf } from './verbs.ts';
import type { Token } from './words.ts';
import { openingOf } from './zones.ts';

/** A line with its words. */
export interface Read {
  readonly line: Line;
  readonly tokens: readonly Token[];
  /** 位置 in 位置服务 names a service. */
  readonly isModifier: (token: Token) => boolean;
}

/** What runs on from clause to clause of a sentence. */
export interface State {
  /** What a clause without a verb of its own goes on telling. */
  frame: Frame | undefined;
  subject: Actor | undefined;
  /** The subject was that of a circumstance: 当您登录时，…. */
  whileUser: boolean;
  /** The sentence tells what users may see and change. */
  inRights: boolean;
  /** Data named before the clause that says what is done with it: 您的体温数据，仅存储在手机中. */
  topic: readonly Token[];
  /** Data after 将 whose verb is still to come: 将您的A、B，以及C提供给…; and whether 不 stands before 将. */
  carried: readonly Token[];
  carriedDenied: boolean;
  /** Parties whose verb is behind brackets: 与手机厂商（华为、小米）共享. */
  recipients: readonly Token[];
  /** Parties in brackets behind who acts: 支付机构（如微信）收集. */
  examples: readonly Token[];
  /** Means whose verb is behind brackets: 通过IP地址（…）获取. */
  means: { readonly by: Token; readonly data: Token[] } | undefined;
  /** Whether the last kind of data went to a statement: brackets behind it go with it. */
  hosted: boolean;
  /** The statement that promised a list: 以下信息. */
  promised: Frame | undefined;
  /** 为完成订单，核对…: the clause before told a purpose. */
  inPurpose: boolean;
  /** 如果…， so far: a clause that ends in 的 still belongs to it. */
  inIf: boolean;
  /** The clause before was a circumstance and nothing else: 或… goes on with it. */
  inCircumstance: boolean;
  /** The clause before denied; an example of it (例如…) is denied too. */
  denied: boolean;
  /** Who acts when nobody is named. */
  readonly nobody: Actor;
  readonly frames: Frame[];
}

/** The state at the start of a sentence; `frame` is what a list's items lean on. */
export function stateOf(frame: Frame | undefined, nobody: Actor, frames: Frame[]): State {
  return {
    frame,
    subject: undefined,
    whileUser: false,
    inRights: false,
    topic: [],
    carried: [],
    carriedDenied: false,
    recipients: [],
    examples: [],
    means: undefined,
    hosted: true,
    promised: undefined,
    inPurpose: false,
    inIf: false,
    inCircumstance: false,
    denied: false,
    nobody,
    frames,
  };
}

/** What data is linked to: a statement, nothing, or a means (通过手机号注册). */
type Link = Frame | 'blocked' | 'means' | undefined;

/** A clause while it is read from left to right. */
export interface Reading {
  readonly read: Read;
  readonly text: string;
  readonly clause: Clause;
  readonly state: State;
  link: Link;
  /** The last frame that a relative clause opened. */
  soft: Frame | undefined;
  /** The last verb that counts, and where it ends. */
  verb: Token | undefined;
  verbEnd: number;
  sawMain: boolean;
  /** After 根据: what follows may be anything, weak words are no data. */
  isBase: boolean;
  /** After 将 or 把: the data comes before its verb. */
  taking: boolean;
  /** Data whose verb is still to come. */
  pending: Token[];
  means: Token[];
  by: Token | undefined;
  /** 当您…时 so far. */
  inCondition: boolean;
  /** Where the circumstance that users act in has ended: 您登录时|会收集…; -1 before. */
  timedAt: number;
  /** The clause is or began as a circumstance: who acts in it need not act in what follows. */
  wasCondition: boolean;
  inPurpose: boolean;
  /** The clause tells what for and nothing else. */
  readonly isAim: boolean;
  subject: Actor | undefined;
  /** Who acted before 在您…时. */
  outer: Actor | undefined;
  recipients: Token[];
  /** Within a clause that describes the object: 收集您登录时填写的手机号. */
  embedded: boolean;
  /** Words before this place describe what follows. */
  skipTo: number;
  /** The frame of a verb whose object came before it. */
  opened: Frame | undefined;
  /** 例如…, （如…）: what stands here belongs to what was told before. */
  isExample: boolean;
  /** An example of what the clause before denied. */
  denies: boolean;
  /** The last verb was denied. */
  denied: boolean;
}

/** 如我们访问您的相册，是为了更换头像: it is done, and told what for. */
const AIMED = /^[,，](?:目的)?是为了?/;
const OR_ELSE = /^或者?(?!您|我们|会|将会)/;
const EXAMPLE = /^(?:例如|比如|譬如|诸如|包括|如|含)/;

/** The start of a clause. */
export function readingOf(read: Read, clause: Clause, state: State): Reading {
  const { text } = read.line;
  const goesOnIf = state.inIf && text.charAt(clause.end - 1) === '的';
  const inCondition = goesOnIf || (openingOf(text, clause) > 0 && !AIMED.test(text.slice(clause.end, clause.end + 8))) || (state.inCircumstance && OR_ELSE.test(text.slice(clause.start, clause.start + 6)));
  const carries = state.carried.length > 0;
  const givesExample = EXAMPLE.test(text.slice(clause.start, clause.start + 4));
  const isAim = aims(text, clause);
  const isExample = givesExample || (/[:：]/.test(clause.mark) && state.frame !== undefined);
  return {
    read,
    text,
    clause,
    state,
    link: isAim ? 'blocked' : state.means && 'means',
    soft: undefined,
    verb: undefined,
    verbEnd: clause.start,
    sawMain: false,
    isBase: false,
    taking: carries,
    pending: [...state.carried],
    means: state.means?.data ?? [],
    by: state.means?.by,
    inCondition,
    timedAt: -1,
    wasCondition: inCondition,
    inPurpose: isAim || (state.inPurpose && goesOn(text, clause)),
    isAim,
    subject: undefined,
    outer: undefined,
    recipients: [...state.recipients],
    embedded: false,
    skipTo: 0,
    opened: undefined,
    isExample,
    denies: (carries && state.carriedDenied) || (state.denied && givesExample),
    denied: false,
  };
}

/** A new statement for a verb. */
export function make(now: Reading, token: Token, action: Action, who: Actor | undefined): Frame {
  const { read, text, clause, state } = now;
  const frame = frameOf(action, who ?? state.nobody, spanOf(read.line, token.start, token.end), token.start);
  frame.modality = modalityOf(text.slice(clause.start, token.start));
  if (who?.role === 'third-party' && state.examples.length > 0) {
    addParties(frame, read.line, read.tokens, state.examples, state.examples[0]?.start ?? 0);
  }
  state.frames.push(frame);
  return frame;
}

/** What gives data to somebody else. */
export const PASSES_ON: ReadonlySet<Action> = new Set(['share', 'transfer', 'disclose', 'sell', 'publish']);

/** The parties named so far go to a statement: those who receive, and those from whom data comes. */
export function giveParties(now: Reading, frame: Frame): void {
  const passesOn = frame.actions.some((action) => PASSES_ON.has(action));
  const parties = passesOn ? now.recipients : now.recipients.filter((token) => isSource(now.text, token));
  addParties(frame, now.read.line, now.read.tokens, parties, now.clause.start);
  now.recipients = [];
}

function isSource(text: string, token: Token): boolean {
  return /[从自][^，。；将会]{0,8}$/.test(text.slice(Math.max(0, token.start - 10), token.start));
}
