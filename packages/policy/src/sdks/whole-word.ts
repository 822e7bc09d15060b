/** A name under which policies speak of SDKs. */
export interface Name {
  readonly text: string;
  readonly sdks: readonly string[];
  /** A name of one SDK, not of its brand. */
  readonly exact: boolean;
}

/** Whether the name stands at a place as a word of its own, not inside another word, an address or a compound. */
export function isWholeWord(text: string, start: number, end: number, name: Name): boolean {
  if (isLatin(text.charAt(start)) && !isLatinStart(text, start)) return false;
  if (isLatin(text.charAt(end - 1)) && !isLatinEnd(text, end)) return false;
  const found = text.slice(start, end);
  if (!hasGapsOf(found, name.text)) return false;
  if (HAN_PAIR.test(found)) return isHanWord(text, start, end);
  if (!name.exact && COMPOUND.test(text.slice(end, end + 8))) return false;
  const isBrand = name.sdks.length > 1 && !/^(?:mob|unity)$/i.test(found);
  return name.exact || isBrand || !WORD.test(found) || isProper(text, start, end, name.text);
}

function isLatin(char: string): boolean {
  return /^[A-Za-z0-9\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]$/.test(char);
}

function isLatinStart(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  if (isLatin(before) || before === '@' || before === '_') return false;
  if (before === '.') return !isLatin(text.charAt(start - 2));
  // Inside an address.
  return before !== '/' || !/(?:\/\/|www\.)\S*$/.test(text.slice(Math.max(0, start - 80), start));
}

function isLatinEnd(text: string, end: number): boolean {
  const after = text.charAt(end);
  if (after === '@' || after === '_') return false;
  if (after === '.') return !/^[A-Za-z]{2}/.test(text.slice(end + 1, end + 3));
  return !isLatin(after) || /^sdks?(?![A-Za-z])/i.test(text.slice(end, end + 5));
}

/** Words drawn apart are another thing: "m ob" is not Mob, "J Push" is JPush. */
function hasGapsOf(found: string, name: string): boolean {
  if (!/[A-Za-z0-9][^A-Za-z0-9\u3400-\u9fff()（）+＋][A-Za-z0-9]/.test(found)) return true;
  const parts = found.split(SEPARATORS).map((part) => part.toLowerCase());
  const allowed = name
    .replaceAll(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)/g, ' ')
    .split(SEPARATORS)
    .map((part) => part.toLowerCase());
  const ends = new Set<number>();
  let length = 0;
  for (const part of allowed) ends.add((length += part.length));
  length = 0;
  return parts.every((part) => ends.has((length += part.length)) || !/[a-z0-9]$/.test(part));
}

const SEPARATORS = /[\s\u00a0\u200b\ufeff\-\u2010\u2011\u2013\u2014\uff0d_·•*]+/;

/** What makes of a brand something that is no SDK: 微信号, QQ群, 抖音用户. */
const COMPOUND = /^\s?(?:[:：]\s?\d|号|群|好友|昵称|头像|用户|帐|账|公众|小程序|朋友圈|钱包|邮箱|手机|客户端|视频号|[A-Za-z]*ID\b)/i;

const HAN_PAIR = /^[\u3400-\u9fff]{2}$/;

/** Two characters meet by chance: 云信 in 云信息, 乐播 in 音乐播放, 个推 in 每个推荐. */
function isHanWord(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.slice(end, end + 4);
  if (COMPOUND.test(after)) return false;
  if (/[0-9０-９]/.test(before) && /[秒个]/.test(text.charAt(start))) return false;
  return (!HAN.test(before) || LEADS.includes(before)) && (!HAN.test(after.charAt(0)) || FOLLOWS.test(after));
}

const HAN = /[\u3400-\u9fff]/;
const LEADS = '到至的与和及或由向给对在用是如即入成为接含括将以把了过使自从经通托方商司京海圳州例家';
const FOLLOWS =
  /^(?:的|等|与|和|及|或|将|会|可能|也|均|为|是|在|来|提供|服务|平台|开放|推送|统计|分享|登录|支付|公司|科技|网络|语音|即时|音视频|云|短信|一键|客服|分析|广告|移动|收集|获取|采集|进行|插件|组件|接口|技术|验证|认证|直播|视频|播放|地图|定位|安全|风控|用户|实现|处理|消息|数据|聚合|联盟|设备|标识|滑块|人脸|识别|通信|通讯|在线|智能|集成|名片|扫)/;

const WORD = /^[A-Za-z]+$/;

/** A word that is everybody's is a name only as names are written, and not where any word has a capital. */
function isProper(text: string, start: number, end: number, name: string): boolean {
  const found = text.slice(start, end);
  if (name === name.toUpperCase() && name !== name.toLowerCase()) return found === name;
  if (!/[A-Z]/.test(found) && /[A-Z]/.test(name)) return false;
  const before = text.slice(Math.max(0, start - 3), start).trimEnd();
  const opens = before === '' ? start <= 3 : /[.!?]$/.test(before);
  return !opens || ALONE.test(text.slice(end, end + 8));
}

const ALONE = /^\s*(?:$|[^A-Za-z\s]|SDKs?\b)/i;
