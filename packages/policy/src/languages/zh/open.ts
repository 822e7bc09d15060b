import type { Action } from '@mingshi/model';
import { deniesOn } from './beside.ts';
import { attach } from './data.ts';
import type { Actor, Frame } from './frames.ts';
import { giveParties, make, PASSES_ON } from './reading.ts';
import type { Reading } from './reading.ts';
import { isGivenToUnknown } from './unknown-parties.ts';
import { ACTIONS, isConnected } from './verbs.ts';
import type { Token, Verb } from './words.ts';

/** A verb where it stands, with what is asked of it again and again. */
export interface Deed {
  readonly token: Token;
  readonly index: number;
  readonly verb: Verb;
  readonly own: string;
  /** The words between the verb before and it, and the next 20 characters. */
  readonly before: string;
  readonly after: string;
  readonly who: Actor | undefined;
  readonly isUser: boolean;
  /** 您发布的图片将被收集, 您发布的图片会存储: users are not the ones who do it. */
  readonly isTheme: boolean;
}

/** What a verb does with data, by who does it and for whom. */
export function actionOf(now: Reading, { token, verb, own, who }: Deed): Action {
  if (verb !== 'provide' || who?.role === 'user') return ACTIONS[verb] ?? 'other';
  if (!/^(?:提供|上传|提交|告知)/.test(own)) return 'collect';
  const toThird =
    now.recipients.some((party) => party.word.party) ||
    now.text.charAt(token.end) === '给' ||
    isGivenToUnknown(now.text, now.clause.start, token);
  if (toThird) return 'share';
  const toUs = now.recipients.some((to) => to.word.actor === 'first-party');
  return who?.role === 'third-party' && !toUs ? 'share' : 'collect';
}

/** The statement that a deed opens, or goes on with: it takes the data named before, and becomes what follows is linked to. */
export function open(now: Reading, { token, verb, before, who }: Deed, action: Action, negated: boolean): Frame {
  const { link } = now;
  let frame: Frame;
  // 交由友盟分析: who stands right behind the verb that passes on receives.
  if (typeof link === 'object' && (now.recipients[0]?.start ?? Infinity) - now.verbEnd <= 1 && link.actions.some((one) => PASSES_ON.has(one))) giveParties(now, link);
  const isOpen = typeof link === 'object' && (link.data.length === 0 || link.taken);
  // 收集 is told in 我们收集、不上传手机号, whatever else is denied.
  const isDeniedToo = !negated || (isOpen && link.negated);
  if (isOpen && now.verb && isDeniedToo && (goesOnWith(now, token, before) || deniesOn(link, before))) {
    frame = link;
    frame.actions.push(action);
  } else {
    frame = make(now, token, action, who);
    frame.negated = negated;
    now.denied = negated;
  }
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

/** 公开或向合作机构提供: verbs side by side, whoever is given stands between them. */
function goesOnWith({ text, verbEnd, recipients }: Reading, { start }: Token, before: string): boolean {
  if (isConnected(before)) return true;
  let between = '';
  let at = verbEnd;
  for (const to of recipients) {
    if (to.start < at) continue;
    between += text.slice(at, to.start);
    at = to.end;
  }
  return between !== '' && isConnected(between + text.slice(at, start));
}
