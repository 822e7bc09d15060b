import type { Actor } from './frames.ts';
import type { Reading } from './reading.ts';
import type { Token, Verb } from './words.ts';

/** Who acts, at the end of a purpose that no comma closes. */
const BEGUN = /(?:网站|我们|平台|系统|软件|应用|公司|app)(?:也|还)?(?:可能)?(?:会|需要)$/i;
/** 为了提供服务而向…: the purpose ends at 而. */
const ENDED = /为了?[^，。；而]{2,24}而(?!且)[^，。；而]{0,12}$/;
/** What is done with the data that users gave. */
export const KEPT: ReadonlySet<Verb> = new Set(['store', 'collect', 'share', 'transfer', 'disclose']);
const WILL = /(?:会|将|均|都|被)(?:被|自动|一并|同时|加密)?$/;

/** 您上传的照片会保存: the data stand before the verb, described by what users did. */
export function isDoneWith({ pending, soft, text, clause }: Reading, before: string): boolean {
  if (!WILL.test(before)) return false;
  const last = pending.at(-1);
  return (soft?.data.length ?? 0) > 0 || (last !== undefined && /您[^，。；]{2,20}的/.test(text.slice(clause.start, last.end)));
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

const STORES =
  /^(?:并|和)?(?:您的?|用户的?|手机|设备|系统|终端|附近|周边|周围|本地|[上中内里的])*(?:最近的|收到的|当前的?)?(?:通讯录|电话簿|联系人(?!方式)|相册|图库|短信|日历|行事历|蓝牙|通话记录|音乐|音频|视频文件|剪贴板|WLAN|WiFi|应用列表|[已所]?安装的?(?:应用|软件|app)|有?哪些(?:应用|程序)|正在运行的)/i;

/** 查看您的电话簿, 搜索附近的蓝牙设备: looking into a store of the device reads it. */
export function isLookedInto(text: string, { start, end }: Token): boolean {
  const own = text.slice(start, end);
  if (/^(?:查看|查阅|调阅)$/.test(own) && SEES.test(text.slice(Math.max(0, start - 12), start)) && YOURS.test(text.slice(end, end + 8))) return true;
  return /^(?:查看|搜索|检索)$/.test(own) && STORES.test(text.slice(end, end + 16));
}

/** 房东可以看到, 同组成员能看见: whoever can see what users gave. */
const SEEN_BY = /(?:^|[，。；：]|[^，。；：]{2}[时后])((?:[^，。；：、您我时后的]{2,8}的)?[^，。；：、您我时后的]{2,8}?)(?:也|均|都|还|就|即|便)?(?:可以|能够|可|能|会|将|有权)$/;
const SIGHT = /^(?:看到|看见|得知|获知)$/;
const SIGHT_BEGINS = '看得获';
const USERS_OWN = /^(?:您|用户(?!好友)|以便|方便|便于|为了?|如|若|当|在|让|我们|不|则|就|也|还|系统|本|平台|应用|作为|其他用户)/;

/** Who sees what users gave: 房东 in 房东可以看到您的姓名; where the name starts and ends. */
export function seerOf({ text, clause }: Reading, { start, end }: Token): { readonly start: number; readonly end: number } | undefined {
  if (!SIGHT_BEGINS.includes(text.charAt(start)) || !SIGHT.test(text.slice(start, end)) || !/^(?:您|用户)的/.test(text.slice(end, end + 3))) return undefined;
  const before = text.slice(Math.max(clause.start, start - 28), start);
  const seen = SEEN_BY.exec(before);
  const name = seen?.[1];
  if (!seen || !name || USERS_OWN.test(name)) return undefined;
  const at = start - before.length + seen.index + seen[0].indexOf(name, 0);
  return { start: at, end: at + name.length };
}

/** 客服会查看您的订单, 医生可以查阅您上传的病历: who works for the service sees them. */
const SEES = /(?:客服|人员|员工|医生|我们|商家|平台|司机|单位|企业)(?:也|还|均)?(?:会|可能|可以|将|需要|能够?)(?:会|临时)?$/;
const YOURS = /^(?:和处理|并处理)?(?:您|用户)(?:的|上传的|提交的|填写的)/;

/** 避免收集无关信息: the verb before it keeps the deed from being done. */
export function isAvoided({ text, verb }: Reading, before: string): boolean {
  return before === '' && verb !== undefined && /^(?:避免|防止|防范|停止|禁止)$/.test(text.slice(verb.start, verb.end));
}

const CALENDAR = /^(?:您的?|用户的?|手机|设备|系统|本地|的)+(?:日历|行事历|通讯录|联系人|通话记录)/;

/** 我们需要修改您的日历: the app changes a store of the device; users who change one of theirs do not. */
export function isChanged(text: string, { start, end }: Token, who: Actor | undefined): boolean {
  if (who?.role === 'user' || who?.role === 'third-party') return false;
  return /^(?:修改|更改|更新)$/.test(text.slice(start, end)) && CALENDAR.test(text.slice(end, end + 12));
}

/** Whether a purpose is over and what is done has begun. */
export function hasBegun({ text, clause }: Reading, { start }: Token): boolean {
  if (BEGUN.test(text.slice(Math.max(0, start - 8), start))) return true;
  return ENDED.test(text.slice(Math.max(clause.start, start - 40), start));
}

const NEEDED = /^[^，。；：、]{0,12}所(?:必[需须]|需要?|须)的/;

/** 完成订单所需的手机号: what it is needed for describes the data. */
export function isNeededFor(text: string, { end }: Token): boolean {
  const rest = text.slice(end, end + 18);
  return rest.includes('所') && NEEDED.test(rest);
}

/** 以文字、照片形式表现: how something looks, and no means; where that ends, 0 for a means. */
export function endOfForm(text: string, { start, end }: Token): number {
  const form = text.startsWith('以', start) ? /^[^，。；：]{1,14}(?:形式|方式)/.exec(text.slice(end, end + 18)) : null;
  return form ? end + form[0].length : 0;
}

const AT_TIME = /在[^，。；的]{0,10}$/;
const TIME = /^[^，。；的]{0,6}(?:时|后|前|期间|过程中)/;

/** 您的手机号会在注册时由…收集: data stand before it, and what is done is still to come. */
export function isTime({ text, pending, link }: Reading, { start, end }: Token): boolean {
  const last = pending.at(-1);
  if (!last || link !== undefined || start - last.end > 14) return false;
  return AT_TIME.test(text.slice(last.end, start)) && TIME.test(text.slice(end, end + 10));
}
