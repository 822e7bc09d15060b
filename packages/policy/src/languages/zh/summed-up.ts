import { attach, isList } from './data.ts';
import type { Reading } from './reading.ts';
import type { Token } from './words.ts';

const CLOSED = /^等?(?:各类|一系列)?$/;
const SUMMED_UP = /的(?:个人|必要|相关|基本)?(?:信息|数据|资料|内容)$/;

/** 包括姓名、手机号等用于核验身份的信息: what has been listed is told before what it is for. */
export function listBefore({ read, state, text, clause, pending, sawMain, taking }: Reading, { start, end }: Token): void {
  const list = state.frame;
  const last = pending.at(-1);
  if (!list || !last || sawMain || taking) return;
  if (!CLOSED.test(text.slice(last.end, start)) || !SUMMED_UP.test(text.slice(end, clause.end))) return;
  if (!isList(text, { ...clause, end: start }, pending)) return;
  for (const data of pending.splice(0)) attach(list, read.line, data);
}
