import type { Sentence } from '../../unit.ts';
import { clausesOf } from './clauses.ts';
import type { Frame } from './frames.ts';
import { lineOf, spanOf } from './line.ts';
import { kindOfPurpose, purposesOf } from './purposes.ts';

const ANNOUNCED = /(?:用于|用作|用以|用来|为了|为|出于|基于|实现)(?:达到|实现|满足)?(?:以下|下列|下述|如下)[^，。；]{0,8}[:：]?\s*$|(?:目的|用途)(?:主要|具体)?(?:包括|如下|有|为|是)[^，。；]{0,8}[:：]?\s*$/;

/** 用于以下用途：: what the items of the list tell is what for. */
export function announcesPurposes(lead: string): boolean {
  return ANNOUNCED.test(lead);
}

/** An item that says who takes what is a statement of its own. */
export function isAim(item: string): boolean {
  return !/(?:我们|本应用|本软件|平台|公司|需要?|会|将)[^，。；]{0,10}(?:收集|采集|获取|读取|访问)|[:：]\s*$/.test(item);
}

const MARKS = /^\s*(?:[(（]?(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[、.．)）]+|[①-⑳•·●*—-])?\s*/i;

/** Adds an item of such a list to the statement that led to it: what stands behind 用于 in it, else all of it. */
export function addAim(frame: Frame, sentence: Sentence): void {
  const line = lineOf(sentence);
  const { text } = line;
  const told = purposesOf(text, clausesOf(text, []), [], () => -1);
  const start = MARKS.exec(text)?.[0].length ?? 0;
  const end = text.replace(/[。.；;，,\s]+$/, '').length;
  const whole = end - start < 2 ? [] : [{ start, end, ...kindOfPurpose(text.slice(start, end)) }];
  for (const { start: from, end: to, category, vague } of told.length > 0 ? told : whole) {
    frame.purposes.push({ category, vague, span: spanOf(line, from, to) });
  }
}
