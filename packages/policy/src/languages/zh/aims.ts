import type { Sentence } from '../../units/unit.ts';
import { clausesOf } from './clauses.ts';
import type { Frame } from './frames.ts';
import { lineOf, spanOf } from './line.ts';
import { kindOfPurpose, purposesOf } from './purposes.ts';

/** 用于以下用途：: what the items of the list tell is what for. */
const ANNOUNCED = /(?:用于|用作|用以|用来)[:：]\s*$|(?:用于|用作|用以|用来|为了|为|出于|基于|实现)(?:达到|实现|满足)?(?:以下|下列|下述|如下)[^，。；]{0,8}[:：]?\s*$|(?:目的|用途)(?:主要|具体)?(?:包括|如下|有|为|是)[^，。；]{0,8}[:：]?\s*$/;
/** 以下用途 alone is no purpose once the list has told them. */
const ANNOUNCEMENT = /^(?:以下|下列|下述|如下)[^，。；、]{0,8}$/;

/** Takes the sentences of a list of purposes; false for one that says something else, which ends the list. */
interface Aims {
  readonly take: (sentence: Sentence) => boolean;
}

/** What takes the items behind a lead-in that announces purposes; undefined behind any other. */
export function aimsBehind(lead: Sentence, frames: readonly Frame[]): Aims | undefined {
  const served = ANNOUNCED.test(lead.plain) ? frames.findLast(isServed) : undefined;
  if (!served) return undefined;
  let block = -1;
  let isOver = false;
  return {
    take: (sentence) => {
      // The first sentence of an item tells the purpose, those behind it what else there is to say.
      if (isOver || sentence.block === block) return false;
      block = sentence.block;
      isOver = !isAim(sentence.plain);
      if (isOver) return false;
      if (addAim(served, sentence)) dropAnnouncement(served);
      return true;
    },
  };
}

/** What cookies do for a site is told of the technique. */
function isServed({ negated, data }: Frame): boolean {
  return !negated && data.some(({ id }) => id !== 'cookie');
}

/** An item that says who takes what, what the law asks or how data are shared is a statement of its own. */
function isAim(item: string): boolean {
  return item.length <= LONGEST && !OWN.test(item);
}

const LONGEST = 120;
const OWN =
  /(?:我们|本应用|本软件|平台|公司|需要?|会|将)[^，。；]{0,10}(?:收集|获取|读取|访问|共享|分享)|[:：]|^\s*(?:例如|比如|譬如|诸如|如)|有关的[；;。]?\s*$|(?:共享|披露|转让|同意)[；;。]?\s*$/;

const MARKS = /^\s*(?:[(（]?(?:\d{1,2}|[a-z]|[一二三四五六七八九十]{1,3})[、.)）]+|[①-⑳•·●*—-])?\s*/i;

/** Adds an item to the statement: what stands behind 用于 in it, else all of it. */
function addAim(frame: Frame, sentence: Sentence): boolean {
  const line = lineOf(sentence);
  const { text } = line;
  const told = purposesOf(text, clausesOf(text, []), [], () => -1);
  const start = MARKS.exec(text)?.[0].length ?? 0;
  const end = text.replace(/[。.；;，,\s]+$/, '').length;
  const whole = end - start < 2 ? [] : [{ start, end, ...kindOfPurpose(text.slice(start, end)) }];
  const aims = told.length > 0 ? told : whole;
  for (const { start: from, end: to, category, vague } of aims) {
    frame.purposes.push({ category, vague, span: spanOf(line, from, to) });
  }
  return aims.length > 0;
}

function dropAnnouncement(frame: Frame): void {
  const at = frame.purposes.findIndex(({ span }) => ANNOUNCEMENT.test(span.sentence.plain.slice(span.start, span.end)));
  if (at >= 0) frame.purposes.splice(at, 1);
}
