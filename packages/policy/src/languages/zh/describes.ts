import type { Token } from './words.ts';

const BASED = /基于(?:您的?|用户的?)?$/;
const SERVED = /^(?:所?提供的|的(?:附加|扩展|核心|基础|基本|移动|特定)?(?:服务|功能|权限|业务))/;
const NEEDED = /^所(?:需|必)/;
/** 分享照片、加好友等互动功能: the list is one of functions, whatever its items do. */
const FEATURE = /^[^，。；：（）()的]{0,24}等[^，。；：、的]{0,6}(?:功能|服务|业务)(?!所|必|需|日志|信息|数据|内容|记录|时|中)/;
const MAILED = /(?:发送|发出|寄送|寄出)的?$/;
const INSIDE = /^(?:中的|是否)/;

/** Whether a kind of data describes what is told of and is not told of itself: 基于位置提供的服务, 职务所需的信息. */
export function describes(text: string, { start, end }: Token): boolean {
  const rest = text.slice(end, end + 36);
  if (NEEDED.test(rest) || (rest.includes('等') && FEATURE.test(rest))) return true;
  const before = text.slice(Math.max(0, start - 8), start);
  if (SERVED.test(rest) && BASED.test(before)) return true;
  // 我们发送的电子邮件: a letter of theirs, no address of the user's.
  return text.startsWith('邮件', end - 2) && (MAILED.test(before) || INSIDE.test(rest));
}
