import { isGivenLabel } from './clauses.ts';
import { PLAIN } from './data.ts';
import type { Actor } from './frames.ts';
import { spanOf } from './line.ts';
import { addParties, startOfParty } from './parties.ts';
import { pattern } from './pattern.ts';
import type { Reading } from './reading.ts';
import { isGivenToUnknown } from './unknown-parties.ts';
import { isConnected } from './verbs.ts';
import type { Token } from './words.ts';

/** 我们, 您: who acts, unless 向 or 与 stands before or 的 behind. */
export function readActor(now: Reading, token: Token, index: number): void {
  const { text, link } = now;
  const role = token.word.actor as 'first-party' | 'user';
  if (text.charAt(token.end) === '的' || (role === 'user' && isOwner(now, token, index))) return;
  const own = text.slice(token.start, token.end);
  // 用户使用的体验, 与顾问、开放平台共享: whose experience it is, and a name among those who are given.
  if (own === '用户' && THEIRS.test(text.slice(token.end, token.end + 12))) return;
  if (/^(?:平台|公司|网站)$/.test(own) && isAmong(now, index)) {
    now.recipients.push(token);
    return;
  }
  const before = text.slice(Math.max(now.clause.start, token.start - 3), token.start);
  if (/(?:在|从|于|通过|进入|打开|登录)(?:我们的?)?$/.test(before) && role === 'first-party') return;
  if (/[向给与和同为对至]$|提供给$/.test(before)) {
    now.recipients.push(token);
    return;
  }
  const isObject = typeof link === 'object' && link.data.length === 0 && now.verb && token.start - now.verbEnd <= 2;
  if (role === 'user' && isObject) {
    now.embedded = true;
    return;
  }
  now.embedded = false;
  // 在支付环节我们会收集…: where it happens has been told, and what is done begins.
  if (now.inCondition && role === 'first-party' && !now.subject && BEGINS.test(text.slice(token.end, token.end + 3)) && startsAt(now)) {
    now.inCondition = false;
  }
  if (role === 'user' && /[在当]$/.test(before)) now.outer = now.subject ?? now.state.subject ?? now.state.nobody;
  now.subject = { role, name: text.slice(token.start, token.end), span: spanOf(now.read.line, token.start, token.end) };
  // 帮助我们了解, 便于我们提供: it goes on being what for.
  if (role === 'first-party' && HELPED.test(text.slice(Math.max(now.clause.start, token.start - 4), token.start))) {
    now.inPurpose = true;
    return;
  }
  if (!now.isAim && (role === 'first-party' || /^(?:需|必须|应|须)/.test(text.slice(token.end, token.end + 2)))) now.inPurpose = false;
  if (now.link === 'blocked' && !now.inPurpose) now.link = undefined;
}

const OWN = /^(?:个人|本人|自己|自身)(?:的|(?=[^，。；的]{2,8}(?:信息|数据|资料)))/;

/** 将您个人信息…, 您本人的手机号: data right behind users are theirs, and nobody acts. */
function isOwner({ read, text }: Reading, { end }: Token, index: number): boolean {
  const next = read.tokens[index + 1];
  if (next?.start === end && next.word.data && !next.word.verb && !PLAIN.test(text.slice(end, next.end)) && !next.word.party) return true;
  return OWN.test(text.slice(end, end + 12));
}

const THEIRS = /^(?:使用|体验|访问|浏览|参与|关注)[^，。；：、]{0,6}的/;
const BEGINS = /^[还也]?(?:会|将|需|可能|必须)/;
const startsAt = ({ text, clause }: Reading): boolean => text.slice(clause.start, clause.start + 6).includes('在');
const HELPED = /(?:帮助|协助|便于|以便|方便|有助于|有利于|以供)$/;

const ADDRESSED =
  /[向给与和同对为至到从自](?:我们的?|任何|其他|授权|相关|必要的|特定|该|此类|这些|上述|合法|外部|独立|境外|国内|的|、)*$/;

/** （包括微信、支付宝）: names in brackets belong to the parties before them. */
function readExample({ text, clause, state, read, recipients, verb }: Reading, token: Token): boolean {
  if (verb || recipients.length > 0) return false;
  if (state.frame && state.frame.parties.length > 0) {
    addParties(state.frame, read.line, read.tokens, [token], token.start);
    return true;
  }
  if (/[与向给同][^，。；：（）您我]{2,16}[（(]$/.test(text.slice(Math.max(0, clause.start - 20), clause.start))) {
    recipients.push(token);
    return true;
  }
  if (state.subject?.role !== 'third-party') return false;
  state.examples = [...state.examples, token];
  return true;
}

/** 从某某金融关联公司获取, 与某某公司以外的任何公司分享: what stands before belongs to the name. */
const FROM = /[从自][^，。；：、您我将会]{1,10}$/;
const EXCEPT = /[与向给和同][^，。；：您将会]{1,36}(?:以外|之外)的?(?:其他)?$/;

/** 与提供物流服务的合作伙伴共享 */
const SERVING = /[与向给和同]提供[^，。；您]{1,16}的$/;

function isOthers({ text, clause }: Reading, { start }: Token): boolean {
  const before = text.slice(Math.max(clause.start, start - 40), start);
  return EXCEPT.test(before) || FROM.test(before) || SERVING.test(before);
}

const ASKED = /^(?:或[^，。；]{2,8})?(?:的|依法|所)[^，。；的]{0,8}(?:要求|命令|决定|规定|通知)/;
const TO = /^[向给与同]$/;

/** 与业务的服务商、某某之外的任何第三方: 与 stands before, with nothing done or told in between. */
function isAmong({ read, text, clause }: Reading, index: number): boolean {
  for (let at = index - 1; at >= Math.max(clause.first, index - 8); at--) {
    const { start, end, word } = read.tokens[at] as Token;
    const isJoining = read.tokens[at - 1]?.end === start && read.tokens[at - 1]?.word.party !== undefined;
    if (word.cue === 'to' && TO.test(text.slice(start, end)) && !isJoining) return true;
    // 数据分析合作伙伴: a deed that is a part of the name.
    const isNamed = read.tokens[at + 1]?.start === end;
    if ((word.verb && !word.data && !isNamed) || (word.cue && word.cue !== 'to') || word.actor === 'user') return false;
  }
  return false;
}

/** 第三方, 合作伙伴: who receives data, or who acts. */
export function readParty(now: Reading, token: Token, index: number): void {
  const { text } = now;
  if (now.clause.depth > 0 && readExample(now, token)) return;
  // 按司法机关的要求: who asks, and nobody who is given anything by that.
  if (/^[以之]外的/.test(text.slice(token.end, token.end + 3))) return;
  if (token.word.party === 'authority' && ASKED.test(text.slice(token.end, token.end + 14))) return;
  const before = text.slice(Math.max(now.clause.start, token.start - 12), token.start);
  const last = now.recipients.at(-1);
  const isNext = last && token.start - last.end <= 10 && !/[将会可需]/.test(text.slice(last.end, token.start));
  if (isNext || now.verb || now.taking || (token.end === now.clause.end && isGivenLabel(text, now.clause)) || ADDRESSED.test(before) || isOthers(now, token) || isAmong(now, index)) {
    now.recipients.push(token);
    return;
  }
  if (text.charAt(token.end) === '的' || /^(?:等)?(?:技术|方式|形式|手段)/.test(text.slice(token.end, token.end + 3))) return;
  const start = startOfParty(text, now.read.tokens, index);
  const span = spanOf(now.read.line, start, token.end);
  const role = BY_THIS_POLICY.test(text.slice(token.end, token.end + 12)) ? 'first-party' : 'third-party';
  now.subject = { role, name: text.slice(start, token.end), span };
}

/** 某某可能会: a name that is none of the known words stands for the app or its maker. */
const NAME = pattern(
  '',
  String.raw`^(?:此时|届时|这时)?["“《【「]?((?!在|当|为|如|经|根据|通过|并|且|则|此|届时|从而|或|也|还|将|会|需|可|自动|直接|主动|同时|以|例如|包括|均|仅|只|不|未|因|但|请|由|对|与`,
  String.raw`|向|上述|该|这|其|有时|就|能|下列)[^，。；：、（）的您]{2,12}?)["”》】」]?(?:也|还|仅|均|亦|同时|有权|只|不)?`,
  String.raw`(?:会|将|可能|可以|需要?|可|能够|应)`,
);

/** How the names of people and offices end that are not the app: 主办方, 快递员, 面试官. */
const OTHERS = /(?:[方商者员师官]|机构|企业|医院|学校|院校|医生|老师|家长|司机|骑手|律师|银行|部门|机关|法院|伙伴|卖家|买家|房东|厂商|厂家|单位|协会|基金会|社区|物业)$/;
const OURS = /我方|本|工作人员|客服|员工|会员|管理员|服务员|技术人员|运营[者方商]|开发[者方商]|处理者|控制者|使用[者方]|用户|双方|服务方|平台方|^[一-龥]?方$/;

/** 某某医院仅会出于本政策所述的目的: whoever keeps to this policy made it. */
const BY_THIS_POLICY = /(?:出于|按照|依照|依据|根据)本(?:隐私|个人信息|保护|权|信息)*(?:政策|声明|指引|协议)/;

/** Who does what a verb says: the last one named in the clause, else in the sentence. */
export function whoActs(now: Reading, token: Token): Actor | undefined {
  const { text, clause, state, read, timedAt } = now;
  const isTimed = timedAt >= now.verbEnd && now.subject?.role === 'user';
  if (now.subject && !isTimed) return now.subject;
  const from = isTimed ? timedAt : clause.start;
  const name = now.verb && !isTimed ? null : NAME.exec(text.slice(from, Math.min(token.start, from + 32)));
  if (name?.[1] && !hasVerb(now, from, token.start)) {
    const start = from + name[0].indexOf(name[1]);
    const end = start + name[1].length;
    const isOther = OTHERS.test(name[1]) && !OURS.test(name[1]) && !BY_THIS_POLICY.test(text.slice(end, token.start));
    const role = isOther ? 'third-party' : 'first-party';
    return { role, name: text.slice(start, end), span: spanOf(read.line, start, end) };
  }
  if (now.subject) return now.subject;
  const isGiven = token.word.verb === 'provide' || state.subject?.role !== 'user' || !state.whileUser;
  return isGiven ? state.subject : state.nobody;
}

function hasVerb(now: Reading, from: number, before: number): boolean {
  const { clause, read } = now;
  for (let i = clause.first; i < clause.last; i++) {
    const token = read.tokens[i] as Token;
    if (token.start >= before) return false;
    if (token.word.verb && token.start >= from) return true;
  }
  return false;
}

/** 您向交易对方披露: what users give each other is their own doing. */
export function isToOthers(now: Reading): boolean {
  const { recipients } = now;
  return recipients.length > 0 && recipients.every(({ word }) => word.party !== undefined || word.actor === 'user');
}

/** 我们为您提供服务, 本产品提供的图片: what the service gives its users is not their data. */
export function isServed(now: Reading, token: Token, who: Actor | undefined, before: string): boolean {
  if (!/^(?:提供|发布|发表)/.test(now.text.slice(token.start, token.end))) return false;
  if (typeof now.link === 'object' && isConnected(before)) return false;
  // 传感器会为我们提供附近的设备: it is served to the app.
  if (/(?:为|给|向)我们$/.test(before)) return false;
  if (/[为给向](?:您|用户)[^，]{0,6}$/.test(before) || now.recipients.some((to) => to.word.actor === 'user')) return true;
  if (isGivenToUnknown(now.text, now.clause.start, token)) return false;
  if (who?.role !== 'first-party' || !who.span || before.endsWith('对外')) return false;
  return !now.recipients.some((to) => to.word.party);
}
