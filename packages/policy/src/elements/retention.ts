import { forAll, NOTHING, type Found } from './found.ts';
import type { Cue } from './cues.ts';
import { clauseAt, cuesIn, has, isDenied, isHeading, underHeading, type Passage } from './passages.ts';
import { periodsIn, valuesOf, type Period } from './periods.ts';

/** How long data are kept: a period, an end, or removal at once or with the app. */
export const readRetention = forAll((passage) => {
  if (isHeading(passage)) return NOTHING;
  const { kind } = passage.block;
  const listed = kind === 'item' && underHeading(passage, 'retention');
  const asked = passage.topics.includes('retention') && (kind !== 'paragraph' || passage.text.length <= ANSWER[passage.language]);
  const promised = listed || asked || (passage.lead !== undefined && has(passage.lead, 'retention', 'retention.keep'));
  const kept = promised || has(passage, 'retention') || keepsData(passage);
  const removed = has(passage, 'retention.remove');
  return kept || removed ? told(passage, promised, kept, removed) : NOTHING;
});

/** How long the answer to 留多久 gets. */
const ANSWER = { zh: 60, en: 150 } as const;

function* told(passage: Passage, promised: boolean, kept: boolean, removed: boolean): Iterable<Found> {
  const periods = keepingPeriods(passage, promised);
  const logs = logPeriod(passage, periods);
  if (logs) yield { id: 'log-retention', told: 'yes', score: 0, values: valuesOf(logs) };
  if (passage.kind === 'minors' || CHILD.test(passage.text)) return;
  const home = passage.kind === 'storage' || underHeading(passage, 'retention') ? 1 : 0;
  const found = periodic(passage, periods) ?? bounded(passage, kept, removed) ?? touched(passage, kept, removed);
  if (found) yield { ...found, id: 'retention', score: found.score + home };
}

type Told = Pick<Found, 'told' | 'score' | 'values'>;

/** A verb of keeping, said of data and not of the phone's storage. */
function keepsData(passage: Passage): boolean {
  return cuesIn(passage, 'retention.keep').some(({ end }) => !NO_KEEPING.test(passage.text.slice(end, end + 12)));
}

/** 存储权限, 存储空间, storage permission: what the phone has, not what is kept. */
const NO_KEEPING = /^(?:权限|空间|卡|失败|服务|设备|读写|器|[^,，。]{0,4}权限)|^ ?(?:permission|space|access|device|card|medi)/i;
const CHILD = /儿童|未成年|\bchild(?:ren)?\b|\bminors?\b/i;
const COOKIE = /cookies?\b|web beacon/i;

/** Periods that say how long something is kept, not within how long somebody is answered. */
function keepingPeriods(passage: Passage, promised: boolean): Period[] {
  const { text, language } = passage;
  return periodsIn(text, language).filter((period) => {
    const isNear = (group: string): boolean =>
      cuesIn(passage, group).some(({ start, end }) => end > period.start - 60 && start < period.end + 30);
    const near: Near = { keeps: promised || isNear('retention.keep') || isNear('retention'), removes: isNear('retention.remove') };
    if (!near.keeps && !near.removes) return false;
    const words = text.slice(Math.max(0, period.start - 60), period.end + 30);
    return (language === 'zh' ? keepsZh : keepsEn)(words, text, period, near);
  });
}

/** Whether keeping and removing are spoken of around a period. */
interface Near {
  readonly keeps: boolean;
  readonly removes: boolean;
}

function keepsZh(near: string, text: string, period: Period, { keeps }: Near): boolean {
  const ahead = text.slice(Math.max(0, period.start - 24), period.start);
  if (/(?:提前|事先)[^,，。]{0,4}$/.test(ahead)) return false;
  if (period.working || /答复|回复|反馈|响应|受理|办理|核实|审核|处理完|完成(?:核查|注销|审核|删除)|退款/.test(near)) return false;
  return !/^(?:之?内|以内)/.test(text.slice(period.end, period.end + 3)) || keeps || ENDED.test(ahead);
}

/** 服务终止后六个月内删除: the time runs from an end, not from a request. */
const ENDED = /(?:终止|停止|结束|届满|期满|到期|停用|离职|离校|毕业|出院|完成|(?:登录|使用|访问))[^,，。；]{0,8}后[^,，。；]{0,4}$/;

function keepsEn(near: string, text: string, period: Period, { keeps, removes }: Near): boolean {
  if (/\b(?:respon[ds]|repl[yi]|answer|request|acknowledg|notif|prior notice|in advance|inactiv|log ?in)/i.test(near)) {
    if (!/\b(?:retain|retention|kept|keep|stored?)\b/i.test(near)) return false;
  }
  return keeps || removes || !/\bwithin\s+$/i.test(text.slice(Math.max(0, period.start - 10), period.start));
}

/** The period that stands right behind a word for network logs. */
function logPeriod({ text, cues, language }: Passage, periods: readonly Period[]): Period | undefined {
  const reach = language === 'zh' ? 24 : 50;
  for (const log of cues.get('log-retention') ?? []) {
    if (OTHER_LOGS.test(text.slice(Math.max(0, log.start - 12), log.start))) continue;
    const period = periods.find(({ start }) => start >= log.end && start - log.end <= reach);
    if (period && !/[。；;、]/.test(text.slice(log.end, period.start))) return period;
  }
  return undefined;
}

const OTHER_LOGS = /(?:崩溃|错误|异常|聊天|通话|交易|crash|error|chat|call|debug|change)\s?$/i;

/** A period of the operator's own keeping; a law quoted for its logs alone is none. */
function periodic(passage: Passage, periods: readonly Period[]): Told | undefined {
  const period = periods[0];
  if (!period) return undefined;
  const onlyLogs = periods.length === 1 && logPeriod(passage, periods) !== undefined;
  const values = valuesOf(period);
  if (COOKIE.test(clauseAt(passage, period)) || isThirdPartys(passage)) return { told: 'partial', score: 1, values };
  return { told: onlyLogs && QUOTES_LAW.test(passage.text) ? 'partial' : 'yes', score: 3, values };
}

const QUOTES_LAW = /《[^》]{2,40}》/;

/** Somebody else, by name, is said to do the keeping. */
function isThirdPartys(passage: Passage): boolean {
  const keeps = cuesIn(passage, 'retention.keep');
  return cuesIn(passage, 'third-party-sdk-list.names').some(
    (name) => name.start < 4 || keeps.some((keep) => keep.start >= name.end && keep.start - name.end <= 6),
  );
}

/** No period, but an end that can be worked out. */
function bounded(passage: Passage, kept: boolean, removed: boolean): Told | undefined {
  const { text } = passage;
  const withApp = removed && has(passage, 'retention.uninstall');
  // What is kept beside cookies is not what the operator keeps.
  const aside = passage.kind === 'cookies' && THESE.test(text);
  if (withApp && !aside && !isAdvice(passage) && GONE.test(text)) return { told: 'yes', score: 2 };
  const atOnce = removed && has(passage, 'retention.at-once');
  if (atOnce && !COOKIE.test(text) && !LATER.test(text)) return { told: 'yes', score: 2 };
  if (kept && DETERMINED[passage.language].test(text)) return { told: 'yes', score: 2 };
  if (kept && has(passage, 'retention.until') && !COOKIE.test(text)) {
    const keep = cuesIn(passage, 'retention.keep')[0];
    if (!keep || !isDenied(passage, keep.start)) return { told: 'yes', score: 2 };
  }
  return undefined;
}

/** 判断保存期限参考以下标准：…: how the period is found stands for the period. */
const DETERMINED = {
  zh: /期[限间][^。；]{0,12}(?:参考|考虑|依据|根据|按照?|取决于)(?:以下|下列|如下)[^。；]{0,8}(?:标准|因素|规则|原则)|(?:参考|考虑|依据|根据|按照?)(?:以下|下列|如下)[^。；]{0,8}(?:标准|因素|规则|原则)[^。；]{0,8}(?:确定|判断|决定)[^。；]{0,16}期[限间]/,
  en: /\bcriteria (?:that (?:we )?|we )?use[ds]?(?: by us)? to determine\b[^.]{0,40}\b(?:period|retention|how long)|\b(?:period|retention|how long)\b[^.]{0,60}\b(?:following|these) (?:criteria|factors)\b/i,
} as const;

const THESE = /这些|上述|该等|此类|\b(?:these|such|this)\b/i;
const GONE = /删除|清除|销毁|抹[除掉]|移除|消失|没了|清掉|\b(?:data|information|everything|records?|files?)\b[^.]{0,80}\b(?:delet|remov|eras|lost|clear|wip|gone|disappear|vanish)|\b(?:delet|remov|eras|clear)\w* [^.]{0,24}\b(?:data|information|records?|files?)\b/i;

/** Removing the app said to lose something, not data kept by the operator. */
function isAdvice({ text }: Passage): boolean {
  return /cookie|恢复|谨慎|缓存图片|不同意|\brefund|\bsubscription|\bdo not (?:agree|use)|\bif you object/i.test(text);
}

/** Removal on request is a right, removal after an unnamed period no period. */
const LATER = /要求|请求|申请|发现|超[出过]|期限|不会[^,，。]{0,16}(?:立即|删除)|\brequest|\bask|\bdiscover|\bbecome aware|\blearn that|\bcontact|\bno longer|\bnot immediately|\bif you object/i;

/** A period is spoken of but not given, or data go with the account. */
function touched(passage: Passage, kept: boolean, removed: boolean): Told | undefined {
  const { text } = passage;
  const vague = cuesIn(passage, 'retention.necessary').find((cue) => nearKeeping(passage, cue));
  if (CHANGE.test(text)) return undefined;
  const named = has(passage, 'retention');
  if (kept && vague && !COOKIE.test(text) && !ERASURE.test(text) && (named || ABOUT_DATA.test(text))) {
    return { told: 'partial', score: 2 };
  }
  if (named && !/[:：]$/.test(text) && text.length > 12) return { told: 'partial', score: 1 };
  if (removed && WITH_ACCOUNT.test(text)) return { told: 'partial', score: 1 };
  return undefined;
}

/** "as long as necessary" belongs to a verb of keeping close by. */
function nearKeeping(passage: Passage, { start, end }: Cue): boolean {
  const reach = passage.language === 'zh' ? 48 : 90;
  return [...cuesIn(passage, 'retention.keep'), ...cuesIn(passage, 'retention')].some(
    (keep) => start - keep.end <= reach && keep.start - end <= reach,
  );
}

/** The right to have erased what is no longer needed. */
const ERASURE = /\b(?:request|ask)\b[^.]{0,40}\b(?:delet|eras|remov)/i;
const ABOUT_DATA = /信息|数据|资料|记录|\b(?:information|data|records?|content)\b/i;
/** Terms of a change, or how much room a user has: no word on how long data are kept. */
const CHANGE = /发生变化|变更时|目的、方式|自行决定|存储空间/;
const WITH_ACCOUNT =
  /注销[^。；]{0,40}(?:删除|匿名化|清除|清空)|停止(?:运营|提供)[^。；]{0,40}(?:删除|匿名化)|\b(?:delete|close|cancel)\w* your account[^.]{0,60}\b(?:delet|remov|eras)/i;
