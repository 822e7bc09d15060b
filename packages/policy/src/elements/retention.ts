import type { Found, Reader } from './found.ts';
import { clauseAt, cuesIn, has, isDenied, isHeading, underHeading, type Passage } from './passages.ts';
import { periodsIn, valuesOf, type Period } from './periods.ts';

/** How long data are kept: a period, an end, or removal at once or with the app. */
export const readRetention: Reader = function* (passage) {
  if (isHeading(passage) || passage.cues.size === 0) return;
  const kept = has(passage, 'retention.keep', 'retention');
  const removed = has(passage, 'retention.remove');
  if (!kept && !removed) return;
  const periods = kept || removed ? keepingPeriods(passage) : [];
  const logs = periods.find((period) => isAboutLogs(passage, period));
  if (logs) yield { id: 'log-retention', told: 'yes', score: 0, values: valuesOf(logs) };
  if (passage.kind === 'minors' || CHILD.test(passage.text)) return;
  const home = passage.kind === 'storage' || underHeading(passage, 'retention') ? 1 : 0;
  const found = periodic(passage, periods) ?? bounded(passage, kept, removed) ?? touched(passage, kept, removed);
  if (found) yield { id: 'retention', score: found.score + home, told: found.told, ...(found.values && { values: found.values }) };
};

type Told = Pick<Found, 'told' | 'score' | 'values'>;

const CHILD = /儿童|未成年|\bchild(?:ren)?\b|\bminors?\b/i;
const COOKIE = /cookies?\b|web beacon/i;

/** Periods that say how long something is kept, not within how long somebody is answered. */
function keepingPeriods(passage: Passage): Period[] {
  const { text, language } = passage;
  return periodsIn(text, language).filter((period) => {
    const near = text.slice(Math.max(0, period.start - 60), period.end + 30);
    return language === 'zh' ? keepsZh(near, text, period) : keepsEn(near, text, period);
  });
}

function keepsZh(near: string, text: string, period: Period): boolean {
  if (period.working || /答复|回复|反馈|响应|受理|办理|核实|审核|处理完|完成(?:核查|注销|审核|删除)|退款/.test(near)) return false;
  if (/(?:之?内|以内)/.test(text.slice(period.end, period.end + 3)) && !/保存|保留|存储|储存|留存/.test(near)) return false;
  return /保存|保留|存储|储存|留存|存放|存档|缓存|期限|删除|清除|销毁|匿名|覆盖/.test(near);
}

function keepsEn(near: string, text: string, period: Period): boolean {
  if (/\b(?:respon[ds]|repl[yi]|answer|request|acknowledg|notif|prior notice|in advance|inactiv|log ?in)/i.test(near)) {
    if (!/\b(?:retain|retention|kept|keep|stored?)\b/i.test(near)) return false;
  }
  if (/\bwithin\s+$/i.test(text.slice(Math.max(0, period.start - 10), period.start)) && !/delet|eras|remov|purg/i.test(near)) {
    return false;
  }
  return /\b(?:retain|retention|keep|kept|stor|hold|held|sav|archiv|preserv|delet|eras|purg|discard|anonymi)/i.test(near);
}

function isAboutLogs(passage: Passage, period: Period): boolean {
  return cuesIn(passage, 'log-retention').some((cue) => {
    if (cue.end > period.start + 60 || period.start - cue.end > 40) return false;
    const between = passage.text.slice(Math.min(cue.end, period.end), Math.max(cue.start, period.start));
    return !/[。；;]/.test(between) && !NOT_LOGS.test(passage.text);
  });
}

const NOT_LOGS = /交易日志|聊天日志|\bcall logs?\b|\bblogs?\b/i;

/** A period of the operator's own keeping; a law quoted for its logs alone is none. */
function periodic(passage: Passage, periods: readonly Period[]): Told | undefined {
  const period = periods[0];
  if (!period) return undefined;
  const onlyLogs = periods.every((each) => isAboutLogs(passage, each));
  const values = valuesOf(period);
  if (COOKIE.test(clauseAt(passage, period)) || isThirdPartys(passage)) return { told: 'partial', score: 1, values };
  return { told: onlyLogs && QUOTES_LAW.test(passage.text) ? 'partial' : 'yes', score: 3, values };
}

const QUOTES_LAW = /《[^》]{2,30}法》[^。]{0,30}(?:要求|规定)/;

function isThirdPartys({ text }: Passage): boolean {
  return /^(?:Google|Firebase|Crashlytics|Facebook|AdMob|Beta)\b|\b(?:Google|Firebase|Crashlytics|Facebook) (?:retains?|stores?|keeps?)\b/.test(text);
}

/** No period, but an end that can be worked out. */
function bounded(passage: Passage, kept: boolean, removed: boolean): Told | undefined {
  const { text } = passage;
  if (removed && has(passage, 'retention.uninstall') && !isAdvice(passage)) return { told: 'yes', score: 2 };
  if (removed && has(passage, 'retention.at-once') && !COOKIE.test(text) && !REQUESTED.test(text)) return { told: 'yes', score: 2 };
  if (kept && has(passage, 'retention.until') && !COOKIE.test(text)) {
    const keep = cuesIn(passage, 'retention.keep')[0];
    if (keep && !isDenied(passage, keep.start)) return { told: 'yes', score: 2 };
  }
  return undefined;
}

/** Removing the app said to lose something, not data kept by the operator. */
function isAdvice({ text }: Passage): boolean {
  return /cookie|恢复|谨慎|缓存图片|\brefund|\bsubscription/i.test(text);
}

/** Removal on request is a right, not a period. */
const REQUESTED = /要求|请求|申请|发现|\brequest|\bask|\bdiscover|\bbecome aware|\blearn that|\bcontact/i;

/** A period is spoken of but not given, or data go with the account. */
function touched(passage: Passage, kept: boolean, removed: boolean): Told | undefined {
  const { text } = passage;
  if (kept && has(passage, 'retention.necessary') && !COOKIE.test(text)) {
    const about = has(passage, 'retention') || ABOUT_DATA.test(text);
    if (about && KEEPS.test(text) && !CHANGE.test(text)) return { told: 'partial', score: 2 };
  }
  if (has(passage, 'retention') && !/:$|：$/.test(text) && text.length > 12 && !CHANGE.test(text)) return { told: 'partial', score: 1 };
  if (removed && WITH_ACCOUNT.test(text)) return { told: 'partial', score: 1 };
  return undefined;
}

const ABOUT_DATA = /信息|数据|资料|记录|\b(?:information|data|records?|content)\b/i;
const KEEPS = /保存|保留|存储|储存|留存|\b(?:retain|retention|keep|kept|stor|hold|delet)/i;
/** Terms of a change, or how much room a user has: no word on how long data are kept. */
const CHANGE = /发生变化|变更时|目的、方式|自行决定|存储空间/;
const WITH_ACCOUNT =
  /注销[^。；]{0,40}(?:删除|匿名化|清除|清空)|停止(?:运营|提供)[^。；]{0,40}(?:删除|匿名化)|\b(?:delete|close|cancel)\w* your account[^.]{0,60}\b(?:delet|remov|eras)/i;
