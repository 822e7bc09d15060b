import type { Purpose } from '@mingshi/model';
import type { Clause } from './clauses.ts';
import { pattern } from './pattern.ts';
import type { Token } from './words.ts';

/** What data is for, at its place in the line. */
interface PurposeRange {
  readonly start: number;
  readonly end: number;
  readonly category: Purpose['category'];
  readonly vague: boolean;
}

/** A cue at the start of a clause: what follows, and what goes on after it, is the purpose. */
const AT_START = pattern(
  '',
  String.raw`^(?:[\d.、)）(（\s-]*)(?:[一-龥]{0,3}[)）、])?`,
  String.raw`(?:但|而|并|并且|且|同时|此外|另外|主要|仅|只|也|还|及|以及|或|或者|其|均|例如|如|上述信息|目的)*`,
  String.raw`(为了|为此|是因为(?:我们)?(?:还|也)?(?:需要?)?|为(?![止准例主限由空何期您他其我])|以便于|以便|以供|供(?![应电养货给])|以期|以(?!此)`,
  String.raw`(?![下上及外来内往为]|任何|其他|[^，。]{1,10}(?:方式|形式|名义|途径))|用于|用作|用做|用以(?![及上下])|用来|从而|便于|方便|进而|使得|使(?=您|用户|我们|其)|让`,
  String.raw`(?=您|用户)|旨在|目的(?:是|在于)(?:为了?)?|帮助(?=您|用户|我们|其)|有助于|有利于|作为(?=[^，。；、]{1,20}(?:依据|凭证|参考|基础|证据|根据))|(?:因|鉴于)(?=[^，。；、]{2,16}需要(?:$|[，。；]))|据以|据此(?![认判得可])|借以)`,
);
/** Cues within a clause; each begins with what it reads, so that most places of a clause are passed over at once. */
const WITHIN = pattern(
  'g',
  String.raw`为了|以便(?<!可以便)(?!捷)于?|以供|用(?<![或和及、适]用)(?:[于作做来]|以(?![及上下]))|拿来|从而|旨在|据此(?<=[会将可并]据此)(?=[一-龥]{2})|(?:目的|用途|作用)(?:是|在于|为)(?:为了?)?`,
  String.raw`|(?:将|会|能够?|可以?)(?=有助于|有利于|帮助)|作(?<=[仅只供]作)(?=[^，。；]{2,16}(?:之用|用途|使用))|才能(?<=[^后意]才能)(?=[一-龥]{2})`,
  String.raw`|(?:进行|完成)(?<=[据息等）码址录号像证名](?:进行|完成))(?=[^，。；]{2})|有助于|有利于|(?:可以?|能够?|将|会)?(?:帮助|[让使](?<!转让|[即假]使))(?:您|我们|用户)(?![^，。；]{0,2}(?:无法|不))`,
  String.raw`|(?:以(?![及下上此])|来(?!源)|为)(?<=[据息等）)码址录号限].)(?=[^，。；]{2})|以(?<![可得予加足所难给]以)(?=提供|实现|帮助|保障|确保|改善|提升|优化|满足|完成|便|识别|判断|验证|核实|进行|了解|方便|完善|使|向您|为您|防止|更好`,
  String.raw`|发现|查找|搜索|连接|配对|获取|获得|查看|扫描|上传|拍摄|录制|发送|接收|登录|展示|显示|播放|保存|下载|支持|保护|避免|减少|维护|维持|处理|联系`,
  String.raw`|通知|推送|分享|匹配|推荐|计算|统计|分析|建立|创建|加快|检测|检查|排查|解决|查询|导航|记录|缓存|发起|接听)`,
  String.raw`|来(?<![未将以起带到原后往]来)(?!自|源|电|访|到|临|看|说|信)(?=[一-龥]{2})|为(?=实现|保障|完成|提供|向您提供|确保|满足|履行|改善|提升|方便|便于)`,
  String.raw`|是(?<=[据息等号码志限证片像名][均都]?是)(?!为)(?=[^，。；不非]{2,24}所?必[需须要](?:收集|获取|使用)?的?(?:个人)?(?:信息|数据|资料|内容|权限)?$)|[出处基]于(?=[^，。；]{2,40}(?:目的|需要|原因|考虑))`,
);
/** Cues that belong to what they open. */
const DONE_WITH = /^(?:进行|完成)$/;
const OWN_DEED = /^(?:进行|完成)$|[助让使利]/;

/** Whether a clause begins as a purpose: 为完成订单, 以便…. */
export function opensPurpose(text: string, clause: Clause): boolean {
  return AT_START.test(text.slice(clause.start, clause.start + 24));
}

const AIMS = /^(?:[\d.、)）(（\s•·-]*|同时|此外|另外|并|且|而)为(?![了此何您我其他它该用止准例主限由空期]|[^，。；]{1,10}而)/;
const DONE_FOR_IT = /^[^。；：]{0,60}?(?:我们|我方|本公司|本应用|本软件|平台|会(?!员|议)|将|可能|需要)/;

/** 为核实您的身份、分析订单，我们会…: the clause tells what for and nothing else, what is done comes in one behind it. */
export function aims(text: string, clause: Clause): boolean {
  if (text.charAt(clause.end) !== '，' || !AIMS.test(text.slice(clause.start, clause.start + 20))) return false;
  return DONE_FOR_IT.test(text.slice(clause.end + 1, clause.end + 70));
}

/** The purposes in a line; `verbAt` tells where a clause has its verb, -1 for one without. */
export function purposesOf(
  text: string,
  clauses: readonly Clause[],
  tokens: readonly Token[],
  verbAt: (clause: Clause) => number,
): PurposeRange[] {
  const found: PurposeRange[] = [];
  let open: { readonly start: number; end: number } | undefined;
  let isDone = false;
  const add = (start: number, end: number): void => {
    const purpose = purposeIn(text, start, end);
    if (purpose) found.push(purpose);
  };
  for (const clause of clauses) {
    const verb = verbAt(clause);
    const start = startOf(text, clause, verb);
    if (start < 0 && open && verb < 0 && goesOn(text, clause)) {
      open.end = clause.end;
      continue;
    }
    if (open) add(open.start, open.end);
    open = undefined;
    if (start >= 0) {
      if (verb < 0) open = { start, end: clause.end };
      else add(start, subjectBefore(text, clause, tokens, start, verb));
      continue;
    }
    const aimed = isDone && verb < 0 ? aimOf(text, clause) : -1;
    isDone ||= verb >= 0;
    const within = aimed < 0 ? readWithin(text, clause, tokens, verb, add) : aimed;
    const from = within < 0 && verb >= 0 ? deedBehind(text, clause, tokens, verb) : within;
    if (from >= 0) open = { start: from, end: clause.end };
  }
  if (open) add(open.start, open.end);
  return found;
}

/** Where the purpose begins that a clause opens with; -1 for none. */
function startOf(text: string, clause: Clause, verb: number): number {
  const start = AT_START.exec(text.slice(clause.start, clause.end));
  if (!start || (verb >= 0 && verb <= clause.start + start[0].length + 3)) return -1;
  const [all, cue = ''] = start;
  const isDeed = /^(?:帮助|使|让|有助于|有利于|作为)/.test(cue);
  return clause.start + all.length - (isDeed ? cue.length : 0);
}

/** 收集您的位置，为您规划路线: behind what is done, what it does for the user tells why. Where that begins; -1 for none. */
function aimOf(text: string, clause: Clause): number {
  if (clause.depth > 0 || !/[，,]/.test(clause.mark)) return -1;
  const own = text.slice(clause.start, clause.end);
  const aimed = ACTS.test(own) ? null : AIMED.exec(own);
  return aimed ? clause.start + (aimed[1]?.length ?? 0) : -1;
}

const BASE = /^(?:根据|基于|依据|利用|结合|凭借|按照)/;
const BASED = /^(?:等|的|相关|[信息数据情况内容资料])*(?:来|以)?(?=(?:为|向|给)(?:您|用户)(?!的)[^，。；]{3}|(?:综合)?(?:计算|推荐|推送|展示|判断|生成|评估|定制|制作|绘制|估算)[^，。；]{3})/;

/** 根据您的位置推荐附近的门店: what is done on the base of data is what they are for. Where that begins; -1 for none. */
function deedBehind(text: string, clause: Clause, tokens: readonly Token[], verb: number): number {
  if (!BASE.test(text.slice(verb, verb + 2)) || /[不未指]/.test(text.slice(clause.start, verb))) return -1;
  for (let i = clause.last - 1; i >= clause.first; i--) {
    const { start, end, word } = tokens[i] as Token;
    if (start <= verb) break;
    if (!word.data) continue;
    const behind = BASED.exec(text.slice(end, clause.end));
    if (behind) return end + behind[0].length;
  }
  return -1;
}

/** Adds the purposes before the verb of a clause; where one begins that goes on to its end, -1 for none. */
function readWithin(
  text: string,
  clause: Clause,
  tokens: readonly Token[],
  verb: number,
  add: (start: number, end: number) => void,
): number {
  const own = text.slice(clause.start, clause.end);
  WITHIN.lastIndex = 0;
  for (let match = WITHIN.exec(own); match; match = WITHIN.exec(own)) {
    const isDeed = OWN_DEED.test(match[0]);
    const from = clause.start + match.index + (isDeed ? 0 : match[0].length);
    // 对信息进行加密: what is done to the data is not what they are for; 崩溃日志有助于…: data help, and people do who help.
    if (isDeed && (/[对将把]/.test(own.slice(0, match.index)) || (!DONE_WITH.test(match[0]) && !endsAsData(own, match.index, clause, tokens)))) continue;
    if (own.charAt(match.index) === '以' && MANNER.test(text.slice(from, clause.end))) continue;
    // 用于接收验证码, 有助于我们匹配: the verb is part of the purpose.
    const isPart = HELPING.test(text.slice(from, from + 3)) || (verb === from && AIM_ITSELF.test(text.slice(verb, verb + 2)));
    if (verb < from || isPart) return from;
    add(from, subjectBefore(text, clause, tokens, from, verb));
  }
  return -1;
}

/** Whether data or a permission end at a place of a clause. */
function endsAsData(own: string, at: number, { start, first, last }: Clause, tokens: readonly Token[]): boolean {
  if (/[据息等）码址录号像证名历限志]$/.test(own.slice(0, at))) return true;
  return tokens.slice(first, last).some(({ end, word }) => word.data !== undefined && end <= start + at && end >= start + at - 2);
}

/** The purpose that a stretch tells, without what only stands around it; nothing for one that tells none. */
function purposeIn(text: string, start: number, end: number): PurposeRange | undefined {
  let [from, to] = [start, end];
  while (from < to && /[\s"“”、：:]/.test(text.charAt(from))) from++;
  while (to > from && /[\s"“”、。；]/.test(text.charAt(to - 1))) to--;
  if (from > start && /["“]/.test(text.charAt(from - 1)) && CLOSED.test(text.slice(from, to))) from--;
  // 提供服务而向第三方…: what is done for it begins at 而.
  const stop = text.slice(from, to).search(STOP);
  if (stop >= 0) to = from + stop;
  // 出于推荐的目的与伙伴共享: the word closes it.
  const aim = OUT_OF.test(text.slice(Math.max(0, from - 2), from)) ? AIM.exec(text.slice(from, to)) : null;
  if (aim) to = from + aim[0].length;
  const words = text.slice(from, to);
  return to - from < 2 || NO_PURPOSE.test(words) ? undefined : { start: from, end: to, ...kindOfPurpose(words) };
}

/** 用于“同城”等功能: the quotation mark that closes needs the one that opens. */
const CLOSED = /^[^"“”]*["”]/;

const HELPING = /^有[助利]于/;
const AIM_ITSELF = /^(?:接收|识别|验证|核[实验对]|判断|校验|推送|展示|显示|匹配|评估|检测|查询)/;
const AIMED = /^((?:并|以|从而|进而)?)(?:(?:为|给|帮|替)(?:您|用户)(?!的|带来|造成)|(?:避免|防止|确保|保证|保障)(?![^，。；：]*(?:信息|数据|资料))|免去|减少|节省|帮助(?:您|用户|我们))[^，。；：]{3,}$/;

/** A link; 提供服务而向第三方…, what is done for it; 提供服务所收集的信息, what is taken for it. */
const STOP = /https?(?::|$)|而[向将与会需][^，。；]{0,12}$|(?:所|必须|必需|所必需)(?:收集|获取|提供)?的[^，。；的]{0,10}(?:信息|数据)$|所?必[须需要](?:(?:收集|获取)?的)?$|所$|而$|而有必要|实属必要/;
const OUT_OF = /(?:出于|处于|基于)$/;
const AIM = /^[^，。；]*?(?:目的|需要|原因|考虑)/;
/** 以短信的方式: how, and not what for. */
const MANNER = /^[^，。；]{0,12}(?:方式|形式|名义|途径)/;

/** 任何其他用途, 提供服务之目的所必需的期限: these name no purpose, nor does what cannot be done. */
const NO_PURPOSE = pattern(
  '',
  String.raw`^(?:任何|本(?:隐私)?(?:权)?政策|未载明|的)*其他(?:任何|的)*(?:目的|用途)?时?$|^(?:实现|为了?|达到)?(?:上述|前述|以上|本政策(?:中)?(?:声|载|所)明的?)[^，。；、]{0,10}(?:目的|用途)(?:[的之而并下]|$)|(?:的|所)(?:配置信息|文件|程序)$|(?:以外|之外|无关)的?(?:任何)?(?:其他)?的?(?:目的|用途)$|权限所涉及?`,
  String.raw`|^(?:它|其|这)?(?:不会|无法|不能)|(?:必需|必要|必须|所需)的?(?:期间|期限|时间|时限|最短)`,
);

/** A purpose before the verb of its own clause ends where who acts is named. */
function subjectBefore(text: string, clause: Clause, tokens: readonly Token[], from: number, verb: number): number {
  for (let i = clause.first; i < clause.last; i++) {
    const token = tokens[i] as Token;
    if (token.start >= verb) break;
    if (token.start < from) continue;
    // 为改善服务向伙伴提供…: whom it is given to belongs to the deed; 向您展示 is what for.
    const isGiven = token.start > from && text.charAt(token.start) === '向' && tokens[i + 1]?.word.party !== undefined;
    if (token.word.actor === 'first-party' || isGiven) return token.start;
  }
  return verb;
}

const ACTS = pattern(
  '',
  String.raw`^[^、]{0,14}(?:可能|将(?!来)|会(?![员议])|有权|不会|无法)|(?:伙伴|公司|机构|平台|[方商者])(?:可能|将(?!来)|会(?![员议]))|(?:我们|本公司|公司|平台|本应用|本软件)`,
  String.raw`(?:需|可以?|还|也|仅|只|不|才|便|就|必须|应|同时|在|向|与|通过|自动|收集|获取|使用|根据|基于|委托|采用|$)`,
);

const STARTS = pattern(
  '',
  String.raw`^(?:当|在|如|若|我们|您|但|请|该|上述|此|这|未经|经|不|且|而[必需将会向与和]|并且您|其中|包括|例如|因|届时|具体|详|参见|仍|则|除非`,
  String.raw`|需|须|必须|收集|获取|读取|申请|将|把)`,
);

/** A clause that goes on with the purpose before it: no new subject, no condition, no list of data. */
export function goesOn(text: string, clause: Clause): boolean {
  if (!/[，,]/.test(clause.mark) || clause.depth > 0) return false;
  if (STARTS.test(text.slice(clause.start, clause.start + 3))) return false;
  if (ACTS.test(text.slice(clause.start, clause.end))) return false;
  return true;
}

const CATEGORIES: readonly (readonly [Purpose['category'], RegExp])[] = [
  ['merger', /合并|收购|兼并|重组|破产|资产转让|分立/],
  ['legal', /法律|法规|监管|司法|诉讼|纠纷|争议|合规|仲裁|行政|执法|义务/],
  ['advertising', /广告/],
  ['marketing', /营销|推广|促销|活动|优惠|抽奖|奖品|礼品|市场/],
  ['personalization', /个性化|推荐|定制|感兴趣|偏好|更相关|更符合|契合|画像/],
  ['security', /安全|风险|风控|欺诈|作弊|反垃圾|盗|审计|木马|病毒|恶意|违法|防止|保护.{0,8}(?:账|权益|财产)|身份(?:验证|核验|识别)|实名|异常/],
  ['analytics', /统计|分析|研究|诊断|崩溃|故障|错误|改进|改善|优化|测试|调研|调查|评估|问题定位|排查|完善我们|了解.{0,10}(?:使用|情况)/],
  ['service', /./],
];
const EMPTY = pattern(
  'g',
  String.raw`改善|提升|提高|优化|改进|增强|完善|提供|保证|保障|实现|我们|公司|平台|产品|服务|用户|客户|体验|质量|更好|更优|更佳|更为|更|优质|良好|完整|持续|不断|功能|使用|目的`,
  String.raw`|用途|其他|合理|合法|正当|必要|相关|各项|业务|需要|需求|运营|您|和|或|及|与|为|向|给|的|地|等|以|、|\/|之|您的`,
);

/** The category of a purpose, and whether it says too little. */
export function kindOfPurpose(text: string): Pick<PurposeRange, 'category' | 'vague'> {
  const category = CATEGORIES.find(([, words]) => words.test(text))?.[0] ?? 'other';
  return { category, vague: text.replaceAll(EMPTY, '').trim().length <= 1 };
}
