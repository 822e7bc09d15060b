import type { Frame } from './frames.ts';
import type { Line } from './line.ts';
import type { Deed } from './open.ts';
import type { Reading } from './reading.ts';
import type { Token } from './words.ts';

const BESIDE = /^(?:、|或者?|和|及|以及|与|\/)$/;
/** Words that a row is followed back at most. */
const FARTHEST = 24;
const KEEPS_FROM = /^(?:避免|防止|防范)$/;

/** 不会泄露、篡改或出售: what stands before the first verb of a row counts for all of them. */
export function beforeRow({ read: { tokens }, text, clause, verbEnd }: Reading, { index, before }: Deed): string {
  let head = tokens[index] as Token;
  let from = clause.start;
  for (let at = index - 1; at >= Math.max(clause.first, index - FARTHEST); at--) {
    const left = tokens[at] as Token;
    if (!left.word.verb) continue;
    from = KEEPS_FROM.test(text.slice(left.start, left.end)) ? left.start : left.end;
    if (!BESIDE.test(text.slice(left.end, head.start))) break;
    head = left;
    from = clause.start;
  }
  return head.end > verbEnd ? before : text.slice(from, head.start);
}

const DENIED_TOO = /^[、，,]?(?:也|亦|更|并|且|又|同时|或者?|和)*(?:绝|从)?不(?:会|再|去|得)?$/;

/** 不收集、不上传, 不会收集也不会上传: a verb that is denied behind another one shares what both govern. */
export function deniesOn({ negated }: Frame, before: string): boolean {
  return negated && DENIED_TOO.test(before);
}

/** What is done with data besides, and what must not happen to them: no object of its own follows. */
const HANDLES = /^(?:整理|加工|汇总|归集|归纳|保护|保管|维护)$/;
const WELL = /^(?:、|或者?|和|及|以及|与|\/|并)(?:妥善|严格|充分|依法)?$/;
const HARMS = /^(?:泄[露漏]|滥用|毁损|篡改|盗用|冒用|窃取|丢失)$/;

/** 收集、整理手机号, 不收集、不泄露手机号, 将手机号滥用或出售: the verb leaves what is around it to the other one. */
export function isInRow(now: Reading, { token, index, before, own }: Deed): boolean {
  const { link, taking, text, read, clause } = now;
  if (!HANDLES.test(own) && !HARMS.test(own)) return false;
  if (taking) {
    const next = read.tokens.slice(index + 1, index + 3).find(({ word }) => word.verb);
    return token.end === clause.end || (next !== undefined && (next.start === token.end || BESIDE.test(text.slice(token.end, next.start))));
  }
  if (typeof link !== 'object' || link.data.length > 0 || token.end === clause.end) return false;
    const isHarm = link.negated && BESIDE.test(before) && !text.slice(clause.start, token.start).includes('未经');
  if (!(HARMS.test(own) ? isHarm : WELL.test(before)) && !deniesOn(link, before)) return false;
  now.verbEnd = token.end;
  return true;
}

/** Who acts where a verb is denied along with the one before it. */
export function actorBeside({ link }: Reading, before: string): Frame['actor'] | undefined {
  if (typeof link !== 'object' || link.data.length > 0 || !link.negated) return undefined;
  return BESIDE.test(before) || deniesOn(link, before) ? link.actor : undefined;
}

const DENIED_NEXT = /^[^，,、。；;：:]{2,4}[，,、](?:也|亦|更|并|且|同时)*(?:绝|从)?不(?:会|再|去)?(?:[向与将把][^，,、。；;：:]{1,16})?$/;

/** 不收集，也不会向他人共享您的位置: the place is what is not collected as well. */
export function shareDenied({ text }: Line, frames: readonly Frame[]): void {
  for (const [i, frame] of frames.entries()) {
    const next = frames[i + 1];
    if (!frame.negated || frame.data.length > 0 || frame.at < 0 || !next?.negated || next.data.length === 0) continue;
    if (DENIED_NEXT.test(text.slice(frame.at, next.at))) frame.data.push(...next.data);
  }
}
