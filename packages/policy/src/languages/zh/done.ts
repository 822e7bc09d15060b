import type { Reading } from './reading.ts';
import type { Token, Verb } from './words.ts';

/** Who acts, at the end of a purpose that no comma closes. */
export const BEGUN = /(?:网站|我们|平台|系统|软件|应用|公司)(?:也|还)?(?:可能)?会$/;
/** What is done with the data that users gave. */
export const KEPT: ReadonlySet<Verb> = new Set(['store', 'collect', 'share', 'transfer', 'disclose']);
const WILL = /(?:会|将|均|都|被)(?:被|自动|一并|同时|加密)?$/;

/** 您上传的照片会保存: the data stand before the verb, described by what users did. */
export function isDoneWith({ pending, soft, text, clause }: Reading, before: string): boolean {
  if (!WILL.test(before)) return false;
  const last = pending.at(-1);
  return (soft?.data.length ?? 0) > 0 || (last !== undefined && /[您你][^，。；]{2,20}的/.test(text.slice(clause.start, last.end)));
}

const BESIDE = /^(?:[、和及或与并]|修改|更改|删除|写入|读取)*$/;

/** Whether a verb stands beside 读取 or 写入 that waits for its object. */
export function isReadToo({ link, text, verb }: Reading, before: string): boolean {
  if (typeof link !== 'object' || link.data.length > 0 || !verb || !BESIDE.test(before)) return false;
  return /^(?:读取|写入)$/.test(text.slice(verb.start, verb.end));
}

const MEANWHILE = /^(?:会|将|需要?|须|必须|可能|还|也|自动|主动|同时|系统|后台)+$/;

/** 您登录时会收集您的昵称: users act in the circumstance only. */
export function isMeanwhile({ text, timedAt, subject }: Reading, { start, word }: Token): boolean {
  if (timedAt < 0 || subject?.role !== 'user' || (word.verb !== 'collect' && word.verb !== 'need')) return false;
  return MEANWHILE.test(text.slice(timedAt, start));
}
