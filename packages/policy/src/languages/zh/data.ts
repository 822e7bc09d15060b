import type { Clause } from './clauses.ts';
import type { Frame } from './frames.ts';
import { isWhoOneIs } from './identity.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import type { Token } from './words.ts';

/** Nouns that close a kind of data: 搜索 is a deed, 搜索记录 is data. */
const TAIL = /^(?:等|的)?(?:相关)?(?:信息|数据|资料|记录(?!您|用户|下)|列表|情况|日志|内容(?!服务))/;
const SEPARATOR = /^(?:等)?(?:[、和及与或/（(）)，,]|以及|或者|和\/或){1,3}(?:您的?|设备|手机|终端|其他|相关|您在)?$/;
const OWNED = /(?:您的?|用户的?|手机|设备|其|本人|[机备][中里上内]的)$/;

/** Ends a noun phrase: the word before it is what the phrase names. */
const HEAD = /^(?:$|[，,。；;、（(）)]|等|及|和|或|与|以|[中里内上]的)/;
/** 扫描相册并…, 访问麦克风用于…: parts and stores of the device are nouns wherever they stand. */
const HEAD_OF_DEVICE = /^(?:并|来|[为向给]您|进行|用[于来以])/;
const OF_DEVICE: ReadonlySet<string> = new Set(
  'sms-content contacts call-log calendar photo video camera-capture audio-recording bluetooth-info wifi-info'.split(' '),
);

const TAKEN_UP = /[将把](?:您的?|用户的?)?$/;
const WITHIN = /^[中里内]的/;

/** 您的日记只…: what is told is told of the diary. */
const ABOUT = /^(?:只|仅|均|都|将|会|可能|全部|不会|也)/;

/** Things that users own besides being data. */
export const PLAIN = /^(?:手机|设备|系统|应用|应用程序|软件|网络|公司|银行|浏览器|账号|账户)$/;

/** 收集、存储和分享您的信息: a deed that has an object of its own. */
const OBJECT = /^(?:您的|用户的|上述|该等|这些|此类|相关|有关|个人)/;

/** Whether a word that can name data does so at this place. */
export function isData(line: Line, tokens: readonly Token[], index: number, expected: boolean): boolean {
  const token = tokens[index] as Token;
  const data = token.word.data;
  if (!data) return false;
  if (data.id === 'call-log' && SERVED.test(line.text.slice(Math.max(0, token.start - 12), token.start))) return false;
  if (!data.weak || (expected && data.id === 'unspecified-information' && token.end - token.start > 2)) return true;
  const { text } = line;
  if (namesOther(text, token)) return false;
  if (token.word.verb && OBJECT.test(text.slice(token.end, token.end + 4))) return false;
  // 您存储的信息: a deed that describes what follows is no data.
  const tail = TAIL.exec(text.slice(token.end, token.end + 8));
  if (tail && !(token.word.verb && tail[0].startsWith('的'))) return true;
  if (expected && !token.word.verb && isUsedPart(text, token)) return true;
  const next = tokens[index + 1];
  // 照片、摄像头这类信息: what follows sums up.
  if (next?.start === token.end && next.word.data) return expected && /^[这此]类/.test(text.slice(token.end, token.end + 2));
  // 通讯录中的联系人姓名: what is taken out of a store tells of the store.
  if (!token.word.verb && next?.word.data && next.start - token.end <= 4 && WITHIN.test(text.slice(token.end, token.end + 2))) {
    return true;
  }
  const before = text.slice(Math.max(0, token.start - 4), token.start);
  const after = text.slice(token.end, token.end + 2);
  if (!token.word.verb && before.endsWith('您的') && ABOUT.test(after)) return true;
  if (expected && !token.word.verb && !PLAIN.test(text.slice(token.start, token.end))) {
    if (OWNED.test(before) || HEAD.test(after)) return true;
    if (OF_DEVICE.has(data.id) && HEAD_OF_DEVICE.test(text.slice(token.end, token.end + 4))) return true;
  }
  // 把通讯录上传: what stands between 把 and its verb is an object as a whole.
  if (expected && !data.generic && next?.word.verb && next.start === token.end && TAKEN_UP.test(before) && !PLAIN.test(text.slice(token.start, token.end))) return true;
  if (token.word.verb && isThing(text, tokens, index)) return true;
  return isBeside(text, neighbour(tokens, index, -1), token) || isBeside(text, token, neighbour(tokens, index, 1));
}

const MINE = /(?:您|用户|孩子|[机备端][上中里内]?)的$/;
const CLOSED = /^(?:$|[，,。；;、）)]|等|及|和|并)/;
const THING = /^(?:定位|录音|录像)$/;

/** 您的录音, 访问定位: a deed that is owned, or that ends what a verb governs, is a thing. */
export function isThing(text: string, tokens: readonly Token[], index: number): boolean {
  const { start, end } = tokens[index] as Token;
  if (!CLOSED.test(text.slice(end, end + 2))) return false;
  if (!THING.test(text.slice(start, end))) return false;
  const before = tokens[index - 1];
  return MINE.test(text.slice(Math.max(0, start - 6), start)) || (before?.end === start && before.word.verb !== undefined);
}

/** 您的意见将得到处理: an answer to it is promised. */
const REMARK = /^(?:意见|建议)$/;
/** 与在线客服的通话记录: what the service keeps, not the log of the phone. */
const SERVED = /客服(?:人员|代表|专员|坐席|热线|中心)?(?:之?间)?的?$/;
const KIN = /^(?:父母|配偶|子女)$/;

/** 资产转让等交易, 交易风险: a deal of companies, or what happens when users pay. */
const DEAL = /(?:转让|收购|合并|并购|兼并|重组|清算|破产)(?:等|或)?(?:其他)?(?:类似)?的?$|类似的?$/;
const PAYING = /^(?:风险|安全|秩序|异常|对象|是否)/;
/** 相关支付由某某处理: what is carried out, and by whom. */
const CARRIED_OUT = /^(?:支付|付款|退款|充值|登录|配送|交易|订单)$/;
const BY_OTHERS = /^(?:均|都|全部|直接|将|会)*由[^，。；：、]{2,16}(?:处理|完成|承担|负责|进行)/;
/** 公开披露行为: what is done, not what users do. */
const DEED = /(?:披露|共享|转让|公开)$/;
const PLACED = /^(?:软件|系统|设备|移动设备|终端|手机|应用|应用程序)$/;

/** 父母或监护人 are who agrees, iOS Keychain is a product. */
function namesOther(text: string, token: Token): boolean {
  const { start, end } = token;
  const word = text.slice(start, end);
  if (REMARK.test(word)) return /^(?:将|均|都|会)/.test(text.slice(end, end + 1));
  const before = text.slice(Math.max(0, start - 14), start);
  const after = text.slice(end, end + 2);
  if (word === '身份') return isWhoOneIs(text, token);
  if (CARRIED_OUT.test(word) && BY_OTHERS.test(text.slice(end, end + 24))) return true;
  if (word === '交易') return DEAL.test(before) || PAYING.test(after);
  if (word === '行为') return DEED.test(before);
  // 分析软件中的信息: the place where it is.
  if (PLACED.test(word) && /^[中里内上]/.test(after)) return true;
  if (KIN.test(word)) {
    return /^(?:[、，或和及与/]|以及|或者|（或)?(?:其他|法定|其)?监护人/.test(text.slice(end, end + 9)) || /监护人[、或和及与/]?(?:者)?$/.test(text.slice(Math.max(0, start - 6), start));
  }
  return /^[A-Za-z]+$/.test(word) && /^ [A-Z][a-z]{3}/.test(text.slice(end, end + 5));
}

const PART = /^(?:照?相机|摄像头|麦克风|话筒|通讯录|相册|传感器|蓝牙|日历)$/;
const BY_USE = /(?:使用|用到|利用|调用|访问|读取|调取|获取)(?:您的?|用户的?|手机|设备|系统|自带的?|的)*["“「【]?$/;

/** 使用相机识别条码: a part of the device right behind a verb of use, whatever follows. */
export function isUsedPart(text: string, { start, end }: Token): boolean {
  return PART.test(text.slice(start, end)) && BY_USE.test(text.slice(Math.max(0, start - 12), start));
}

/** The next word that is more than 和 or 与. */
function neighbour(tokens: readonly Token[], index: number, step: 1 | -1): Token | undefined {
  const token = tokens[index + step];
  return token?.word.cue === 'to' || token?.word.not ? tokens[index + 2 * step] : token;
}

function isBeside(text: string, left: Token | undefined, right: Token | undefined): boolean {
  if (!left?.word.data || !right?.word.data || right.start - left.end > 6) return false;
  // 支付宝、微信、友盟 are parties beside each other, 昵称、微信 kinds of data.
  if (left.word.party && right.word.party) return false;
  return SEPARATOR.test(text.slice(left.end, right.start));
}

/** Puts data into a frame, with the noun that closes it. */
export function attach(frame: Frame, line: Line, token: Token): void {
  const data = token.word.data;
  if (!data) return;
  const tail = TAIL.exec(line.text.slice(token.end, token.end + 8));
  const end = token.end + (tail && !tail[0].startsWith('的') ? tail[0].length : 0);
  const span = spanOf(line, token.start, end);
  const points = POINTS.has(data.id) && isPointing(line.text, token);
  const id = isEntered(line.text, token) ? 'storage-files' : data.id;
  frame.data.push(points ? { id, generic: true, pointing: true, span } : { id, generic: data.generic, span });
}

/** 访问您的存储空间: the files in it, not how much there is. */
function isEntered(text: string, { start, end }: Token): boolean {
  return text.slice(start, end) === '存储空间' && ENTERED.test(text.slice(Math.max(0, start - 10), start));
}

const ENTERED = /(?:访问|读取|写入|读写|调用)到?(?:您的?|用户的?|手机|设备|的)*$/;

const POINTS: ReadonlySet<string> = new Set(['personal-information', 'unspecified-information']);
const POINTER = /^(?:这些|此|这类|该|上述|前述|以上|以下|下列|相关|有关|其他|必要)/;
const POINTED = /(?:这些|此类|这类|该类?|该等|此等?|上述|前述|以上|以下|下列|如下)(?:您的|的)?$/;
/** 共享的信息, 收集的您的信息: told of data that were named where they were taken. */
const TAKEN =
  /(?:收集|获取|获得|取得|读取|访问|记录|使用|处理|共享|分享|披露|公开|转让|存储|保存|留存|包含|涉及|要求|产生|所需|必需|必须|知悉|收到)到?的(?:您的|任何|所有|全部)?$/;
/** 个人信息的种类, 处理您的个人信息前: what is told is told of the kind, the time. */
const ASPECT = /^(?:的?(?:处理|收集|使用|存储)?(?:类型|种类|类别|来源|范围|目的|规则|方式|用途|情形|情况)|之?前)/;
const GIVEN = /(?:提供|提交|填写|上传|发送)的$/;

/** 这些信息, 共享的信息: the words name no data, they point to those named elsewhere. */
function isPointing(text: string, { start, end, word }: Token): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  if (POINTED.test(before) || TAKEN.test(before) || ASPECT.test(text.slice(end, end + 6))) return true;
  return word.data?.id === 'unspecified-information' && (POINTER.test(text.slice(start, end)) || GIVEN.test(before));
}

const INCLUDES =
  /^(?:其中|主要|具体|分别|可能|将|会|上述|这些|该|此类|信息|内容|类型|数据|一般)*(?:包括|包含|例如|比如|譬如|诸如|如|含|即|为|是|有|涉及|以及|及|和|或|与|还有|等)/;
const ITEM = /、|和|及|与|或|以及|\//;

/** A clause that is a list of nouns: most of its items end in a kind of data, as Chinese noun phrases do. */
export function isList(text: string, clause: Clause, data: readonly Token[]): boolean {
  if (data.length === 0) return false;
  const own = text.slice(clause.start, clause.end);
  if (INCLUDES.test(own)) return true;
  let items = 0;
  let named = 0;
  let at = clause.start;
  let next = 0;
  for (const item of own.split(ITEM)) {
    const end = at + item.length;
    let last: Token | undefined;
    while (next < data.length && (data[next] as Token).start < end) last = data[next++];
    if (item.trim()) items++;
    if (last && isClosed(text.slice(last.end, end))) named++;
    at = end + (ITEM.exec(text.slice(end, end + 2))?.[0].length ?? 0);
  }
  return named * 2 >= items;
}

function isClosed(rest: string): boolean {
  return /^(?:等|的|相关|个人|敏感|信息|数据|资料|记录|列表|情况|日志|内容|号|码|类|[\s"”’'\d?.。*]|[A-Za-z])*$/.test(rest);
}
