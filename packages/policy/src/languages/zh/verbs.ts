import type { Action, PolicyStatement } from '@mingshi/model';
import type { Clause } from './clauses.ts';
import { isData, isThing } from './data.ts';
import type { Line } from './line.ts';
import { pattern } from './pattern.ts';
import type { Token, Verb } from './words.ts';

/** What each class of verb does with data. */
export const ACTIONS: Readonly<Partial<Record<Verb, Action>>> = {
  collect: 'collect',
  provide: 'collect',
  use: 'use',
  base: 'use',
  need: 'collect',
  store: 'store',
  share: 'share',
  transfer: 'transfer',
  disclose: 'disclose',
  publish: 'publish',
  sell: 'sell',
  delete: 'delete',
};

const NOMINAL = pattern(
  '',
  String.raw`^的?(?:目的|方式|范围|规则|期限|时限|地点|情形|行为|活动|原则|清单|政策|条款|说明|类型|类别|场景|措施|协议|义务|责任|标准|流程|渠道|习惯|需求|人`,
  String.raw`(?![员脸工民像们体])|者|商(?![家户品业])|方(?![式面便案法向可])|量|率|体验|能力|效率|问题|界面|页面|功能|服务(?!器)|成功|失败|技术)(?!信息|数据|日志)`,
);

/** 语音处理所需信息: the deed is what the information is needed for. */
const NEEDED = /^所(?:必[需须]|需要?)的?(?:相关|必要)?(?:信息|数据|内容|资料)/;
/** 相机访问权限: how what is granted is called. */
const ACCESS = /^(?:访问|使用|读取|读写|写入|调用)$/;

/** 收集目的, 使用规则: the verb is a part of a noun. */
export function isNominal(text: string, verb: Token): boolean {
  if (/[给至到]/.test(text.charAt(verb.end - 1))) return false;
  if (text.startsWith('权限', verb.end) && ACCESS.test(text.slice(verb.start, verb.end))) return true;
  const after = text.slice(verb.end, verb.end + 8);
  // 收集范围：手机号 tells what is collected.
  if (NOMINAL.test(after) || NEEDED.test(after)) return !/^(?:范围|类型|类别|清单)[:：]/.test(after);
  return /(?<!目)的$|之$/.test(text.slice(Math.max(0, verb.start - 2), verb.start));
}

const PLACE =
  /^[在于到至](?:您的?|用户的?|手机|设备|终端|电脑)+的(?:存储|内存|本地|相册|图库|缓存|目录|文件夹)[^，。；的]{0,4}(?:$|[，。；、])/;

/** 您提供的…: the verb describes what follows. */
export function isRelative(text: string, verb: Token): boolean {
  const after = text.slice(verb.end, verb.end + 20);
  // 保存在您手机的存储空间: a place of the device, and nothing that it describes.
  if (PLACE.test(after)) return false;
  if (/^(?:过|了|到|得)?的|^(?:在|于|到|至)[^，。；、]{1,12}(?<![您户们司])的/.test(after)) return true;
  // 您发送到社区中的图片
  if (!/[到至]/.test(text.charAt(verb.end - 1)) || !/^[^，。；、您我]{1,10}的/.test(after)) return false;
  return /[您户](?:主动|自行|自愿|所)?$/.test(text.slice(Math.max(0, verb.start - 4), verb.start));
}

/** 总体安装 in 崩溃数据、总体安装、使用情况: a deed among kinds of data is one of them. */
export function isListed(line: Line, clause: Clause, tokens: readonly Token[], index: number): boolean {
  const { text } = line;
  const verb = tokens[index] as Token;
  if (verb.word.verb === 'other' && isItem(text, verb, tokens[index - 1], tokens[index + 1])) return true;
  const rest = /^(?:等|次数|时长|频率)*(?=$|[、和及或与，,；;。）)])/.exec(text.slice(verb.end, Math.min(clause.end, verb.end + 6)));
  if (!rest) return false;
  const from = Math.max(clause.start, verb.start - 8);
  const mark = text.slice(from, verb.start).lastIndexOf('、') + from;
  if (mark >= from) {
    let at = index - 1;
    while ((tokens[at]?.end ?? 0) > mark) at--;
    const left = tokens[at];
    // 照片、手机号会被收集: the deed is done with the last item.
    const isDone = /[被由会将]|进行|加以|予以/.test(text.slice(mark, verb.start));
    if (left?.word.data && mark - left.end <= 4 && !isDone && !isDeed(line, tokens, at)) return true;
  }
  const after = verb.end + rest[0].length;
  if (text.charAt(after) !== '、') return false;
  const right = tokens[index + 1];
  if (!right?.word.data || right.word.verb || right.start - after > 4) return false;
  return /[、包括如有]$/.test(text.slice(clause.start, verb.start));
}

/** Whether a word that is a verb, and may be data too, is a deed at its place: 分享 in 收集、存储和分享您的手机号. */
export function isDeed(line: Line, tokens: readonly Token[], index: number): boolean {
  const { word } = tokens[index] as Token;
  if (!word.verb) return false;
  if (!word.data) return true;
  return !isThing(line.text, tokens, index) && (isBesideVerb(line.text, tokens, index) || !isData(line, tokens, index, false));
}

const BESIDE = /^(?:和|、|并|及|或|与|及其|以及|和\/或)?$/;

/** 收集、存储和分享信息: 存储 and 分享 are deeds, for they stand in a row that a plain verb begins. */
function isBesideVerb(text: string, tokens: readonly Token[], index: number): boolean {
  let right = tokens[index] as Token;
  for (let at = index - 1; at >= 0; at--) {
    const left = tokens[at] as Token;
    if (left.word.cue === 'to' || left.word.not) continue;
    if (!left.word.verb || !BESIDE.test(text.slice(left.end, right.start))) return false;
    if (!left.word.data) return right === tokens[index] || ACTIONS[left.word.verb] !== undefined;
    right = left;
  }
  return false;
}

/** 昵称、阅读基因、职业: an item that begins with a deed, between kinds of data. */
function isItem(text: string, verb: Token, left: Token | undefined, right: Token | undefined): boolean {
  if (text.charAt(verb.start - 1) !== '、' || !left?.word.data || !right?.word.data || verb.start - left.end > 5) return false;
  const rest = /^[^，。；：、的您我（）]{1,4}、/.exec(text.slice(verb.end, verb.end + 5));
  return rest !== null && right.start - verb.end - rest[0].length <= 4 && right.start >= verb.end + rest[0].length;
}

/** 访问、更正、删除: what stands beside a right is one. */
export function isBesideRight(text: string, tokens: readonly Token[], index: number): boolean {
  for (const step of [1, -1]) {
    let here = tokens[index] as Token;
    for (let at = index + step; tokens[at]?.word.verb; at += step) {
      const other = tokens[at] as Token;
      const between = step > 0 ? text.slice(here.end, other.start) : text.slice(other.end, here.start);
      if (!/^(?:或者?|和|及|与|以及|、|\/|并)*$/.test(between)) break;
      if (other.word.verb === 'right') return true;
      here = other;
    }
  }
  return false;
}

const NOT_NEGATED = pattern(
  'g',
  String.raw`不限|不仅|不断|不时|不定[时期]|不间断|不可逆|不特定|不止|不[久等]|不可避免|不得不|不同|不只|不论|不管|不便|无论|不少于|不低于|不超过|未成年|未来|未接|未读|未满|不满|不可或缺|(?:无需|无须|不需要?|不必)`,
  String.raw`[^，。；]{0,14}同意`,
);
const NEGATED = /不|未|没有|无需|无须|禁止|拒绝|并非|从未|勿|杜绝|严禁/;
const UNABLE = /无法|不能(?!不)|难以|不再|停止|终止|避免|防止|防范|无权|不得(?!不)|不宜|不影响/;

/** Whether the words before a verb deny it. */
export function isNegated(before: string): boolean {
  return NEGATED.test(before) && NEGATED.test(before.replaceAll(NOT_NEGATED, ''));
}

const CONNECTED =
  /^(?:或者?|和|及|并|与|以及|、|，|,|\/|是|且|后|地|其|再|以|等|任何|形式|方式|其他|途径|我们|会|将|可能|进行|向|给|第三方|另|同时|合法|必要)*$/;

/** 将无法收集, 不再处理, 第三方不得使用: what cannot or must not be done is neither told nor denied. */
export function isPrevented(before: string): boolean {
  return UNABLE.test(before);
}

/** 收集、使用并存储: verbs side by side share what they govern. */
export function isConnected(between: string): boolean {
  return between.length <= 16 && CONNECTED.test(between);
}

/** How firmly the words before a verb put it. */
export function modalityOf(before: string): PolicyStatement['modality'] {
  if (/可能|可以|可$|或会|有权/.test(before)) return 'may';
  if (/需|须|必须|(?<![响适对供反])应(?!用)/.test(before)) return 'must';
  if (/会|将/.test(before)) return 'will';
  return 'does';
}
