import type { ReplyLimitSign } from '@mingshi/model';
import { has, isHeading, type Passage } from '../elements/passages.ts';
import { periodsIn, type Period } from '../elements/periods.ts';
import { before, sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';

/** Within how long requests and complaints are answered or carried out. */
export const readLimits: SignReader = function* ({ own, passages }) {
  for (const passage of own) {
    const row = passage.block.kind === 'cell' ? inRow(passage, passages) : undefined;
    if (row) yield row;
    if (row || isHeading(passage) || !has(passage, 'response-time', 'account-cancellation', 'right-delete', 'right-correct')) continue;
    const { text, language } = passage;
    if (!WITHIN.test(text) || OTHER[language].test(text)) continue;
    for (const period of periodsIn(text, language)) {
      if (!(language === 'zh' ? answersZh : answersEn)(text, period)) continue;
      const limit = limitOf(period);
      if (!limit) continue;
      const on = (language === 'zh' ? subjectZh : subjectEn)(passage, passages, period);
      yield { kind: 'reply-limit', document: passage.sentence.document, quote: sentenceOf(passage), on, ...limit };
      break;
    }
  }
};

/** A table of times to answer: the row's first cell says on what. */
function inRow(passage: Passage, all: readonly Passage[]): ReplyLimitSign | undefined {
  const { text, language, lead, heading, block, sentence } = passage;
  if (text.length > CELL || !/[\d一二三四五六七八九十a-z]/i.test(text) || !(ANSWERS.test(heading) || (lead && ANSWERS.test(lead.text)))) return undefined;
  const [period, ...more] = periodsIn(text, language);
  const limit = period && more.length === 0 ? limitOf(period) : undefined;
  const label = [...before(all, passage, 3)].findLast((near) => near.block.table?.row === block.table?.row && near.block.table?.index === block.table?.index);
  const on = label && ROWS.find(([, words]) => words.test(label.text))?.[0];
  return limit && on ? { kind: 'reply-limit', document: sentence.document, quote: sentenceOf(passage), on, ...limit } : undefined;
}

const CELL = 24;
const ANSWERS = /(?:答复|回复|响应|办理|处理|反馈)的?(?:时限|时间|期限|时长)|\b(?:response|reply|answer\w*|handling|resolution)\b[^.]{0,12}\b(?:time|within|limit|period)/i;
const ROWS: readonly (readonly [Subject, RegExp])[] = [
  ['complaint', /投诉|举报|申诉|complain|grievance/i],
  ['cancellation', /注销|销户|(?:delet|clos|cancel)\w* (?:of )?(?:the |your |my |an )?account|account (?:delet|clos|cancel)/i],
  ['deletion', /删除|\b(?:delet|eras)/i],
  ['correction', /更正|修改|\b(?:correct|rectif)/i],
];

type Subject = ReplyLimitSign['on'];

const WITHIN = /内|大约|大概|左右|[需要]|不超过|至多|最[长迟晚多]|时限|期限|(?:工作日|自然日|个?月|天)(?:给予|予以|[作做]出)|\bwithin\b|\bup to\b|\bat most\b|\bno later than\b|\bin (?:\d|[a-z]+ (?:day|week|month|working|business))/i;

/** Leaks, money, orders, what users have to do themselves: no answer to a request. */
const OTHER = {
  zh: /安全事件|泄[露漏]事件|提现|退款|到账|发票|发货|订单|奖励|奖品|充值|冷静期|后悔期|反悔期|犹豫期|[您用户]{1,2}(?:应当?|须|需要?|可以?)?在[^，。；]{0,16}内|未(?:登录|使用|激活)|生效|公示期|试用|保[存留]至|备份|纸质版?信息/,
  en: /\b(?:breach|incident|refund|purchase|order|payment|inactiv|trial|newsletter|log ?in|cool|effective|changes? to th|do not track|opt[- ]out|gdpr|restor|reactivat|recover|retain|retention|kept|stored)/i,
} as const;

function limitOf({ count, unit, working }: Period): Pick<ReplyLimitSign, 'count' | 'unit'> | undefined {
  if (unit === 'months') return { count, unit };
  if (unit === 'weeks') return { count: count * 7, unit: 'days' };
  if (unit === 'hours') return { count: Math.max(1, Math.round(count / 24)), unit: 'days' };
  return unit === 'days' ? { count, unit: working ? 'working-days' : 'days' } : undefined;
}

const DEED_ZH = '办结|办妥|弄好|搞定|答复|回复|反馈|响应|回应|解答|处理|受理|办理|核查|核实|审核|完成|注销|删除|更正';

const DONE_WITHIN = new RegExp(`^(?:(?:之?内|以内)[^。；;!！]{0,30}|(?:给予|予以|[作做]出)[^。；;!！]{0,6})(?:${DEED_ZH})`);
const DONE_AT_MOST = new RegExp(`(?:${DEED_ZH})(?:[^。；;!！]{0,24}(?:不超过|最[长迟晚多]|至多|大[约概]|需要|[为在])[^，。；]{0,6}|[^，。；;!！]{0,4}(?:时限|期限|时间)[为是:：][^，。；]{0,12})$`);
/** Data that go after the account has gone are a matter of keeping. */
const AFTERMATH = /注销(?:账[号户])?(?:之?后|之日|成功|完成)/;

function answersZh(text: string, { start, end }: Period): boolean {
  const ahead = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  const done = DONE_WITHIN.exec(after);
  if (!done && !(DONE_AT_MOST.test(ahead) && !/^[^，。；]{0,8}(?:保存|保留|存储)/.test(after))) return false;
  return !(AFTERMATH.test(ahead) && /删除|匿名|清[除空]/.test(after) && !/答复|回复|处理|完成/.test(after));
}

const DEED_EN =
  /\b(?:respond|repl(?:y|ies)|answer|process|handle|resolve|compl(?:y|ete)|acknowledge|get back|fulfil\w*|action|act on|response|delet|remov|correct|clos|deactivat|terminat|address|deal|settl|redress)/i;

function answersEn(text: string, { start, end }: Period): boolean {
  const ahead = text.slice(Math.max(0, start - 120), start);
  if (!/\b(?:within|in|up to|at most|no later than|than)\s+(?:the (?:next|following)\s+|a (?:period|maximum) of\s+|about\s+)?$/i.test(ahead)) return false;
  const clause = ahead.slice(ahead.search(/[^.;]*$/)) + text.slice(end, end + 60).replace(/[.;].*$/, '');
  return DEED_EN.test(clause) && /\b(?:we|our|us|request|compla|grievance|account|repl|response|you)/i.test(clause);
}

/** What the answer is about: named in the sentence, else by what the section has just spoken of. */
function subjectZh(passage: Passage, all: readonly Passage[], { start, end }: Period): Subject {
  const { text } = passage;
  if (COMPLAINS.test(text)) return 'complaint';
  const near = text.slice(Math.max(0, start - 60), end + 40);
  if (/(?:访问|查阅|查询|获取|副本|复制)[^，。；]{0,12}请求|请求[^，。；]{0,6}(?:副本|访问)/.test(near) && !/更正|删除|注销/.test(near)) return 'access';
  if (/注销|销户/.test(near)) return 'cancellation';
  if (/删除[^，。；]{0,24}(?:请求|要求|申请)|(?:请求|要求|申请)[^，。；]{0,16}删除/.test(near)) return 'deletion';
  if (/(?:更正|修改)[^，。；]{0,24}(?:请求|要求|申请)|(?:请求|要求|申请)[^，。；]{0,16}(?:更正|修改)/.test(near)) return 'correction';
  for (const earlier of before(all, passage, 2)) if (COMPLAINS.test(earlier.text) && OFFERS.test(earlier.text)) return 'complaint';
  return 'request';
}

const REQUESTED = /\brequests?\b|\bask\b/i;
const COMPLAINS = /投诉|举报|\bcomplain|\bgrievance/i;
/** The user may complain to the operator: what an authority or a court does follows its own terms. */
const OFFERS = /(?:您|用户|请|可)[^。]{0,60}(?:投诉|举报)|\byou\b[^.]{0,80}\bcomplain/i;

function subjectEn(passage: Passage, all: readonly Passage[], { start, end }: Period): Subject {
  const { text } = passage;
  if (COMPLAINS.test(text)) return 'complaint';
  const near = text.slice(Math.max(0, start - 140), end + 80);
  const closes = /\b(?:delet\w*|clos\w*|cancel\w*|deactivat\w*|remov\w*|terminat\w*)\b[^.]{0,30}\baccounts?\b|\baccounts?\b[^.]{0,24}\b(?:delet|clos|deactivat|cancel|remov)\w*/i;
  if (closes.test(near)) return 'cancellation';
  const deletes = /\b(?:delet|eras|remov)\w*/i.test(near);
  const corrects = /\b(?:correct|rectif|amend|updat)\w*/i.test(near);
  if (deletes && REQUESTED.test(near)) return 'deletion';
  if (corrects && REQUESTED.test(near)) return 'correction';
  if (/\b(?:access|cop(?:y|ies)|inspection)\b/i.test(near) && !deletes && !corrects) return 'access';
  for (const earlier of before(all, passage, 1)) if (COMPLAINS.test(earlier.text) && OFFERS.test(earlier.text)) return 'complaint';
  return 'request';
}
