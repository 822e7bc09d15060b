import { onceFor } from '@mingshi/knowledge';
import { forCues, type Contacts, type Found } from './found.ts';
import { channelOf } from './operator.ts';
import { cuesIn, has, isHeading, underHeading, type Passage } from './passages.ts';
import { periodsIn, type Period } from './periods.ts';
import { oneOf } from '../text/one-of.ts';

/** Where to complain, and within how long an answer comes. */
export const readComplaint = forCues(
  ['complaint-channel', 'complaint-channel.touch', 'response-time'],
  function* (passage, all, contacts) {
    yield* complaintChannel(passage, all, contacts);
    yield* timeLimits(passage, all);
  },
);

function* complaintChannel(passage: Passage, all: readonly Passage[], contacts: Contacts): Iterable<Found> {
  const id = 'complaint-channel';
  const complains = speaksOfComplaint(passage);
  if (complains) {
    const channel = reach(passage, all, contacts);
    const offered = isHeading(passage) || OFFERED.test(passage.text);
    if (offered && (channel || has(passage, `${id}.authority`) || isPageOfApp(passage) || OFFICE.test(passage.text))) {
      yield { id, told: 'yes', score: isHeading(passage) ? 0 : channel ? 3 : 2, ...(channel && { values: channel }) };
    } else if (!isHeading(passage) && offered && !LISTED.test(passage.text)) {
      yield { id, told: 'partial', score: 1 };
    }
  } else if (has(passage, `${id}.touch`) && !isHeading(passage) && ADDRESSED.test(passage.text)) {
    const channel = reach(passage, all, contacts);
    const home = underHeading(passage, id) && EXPLICIT.test(passage.heading);
    if (channel) yield { id, told: home ? 'yes' : 'partial', score: 0 };
  }
}

/** The user is told that or how to complain; complaints handled, recorded or proved are another matter. */
const OFFERED = oneOf(
  'i',
  /(?:可(?!能)|有|请|欢迎|鼓励|需要|需|提出|设置了|设立|受理|用于|进行|通过)[^。；]{0,40}(?:投诉|举报|申诉)(?!处理|记录|证据|信息|用户|他人|内容)/,
  /向[^。；，]{2,20}(?:部门|机关|机构|主管|网信|协会|局|委)[^。；，]{0,6}(?:投诉|举报|申诉|反映)/,
  /(?:投诉|举报|申诉)的?，?(?:请|可以?|也可|均可)您?[^。；]{0,4}(?:通过|在|进入|发送|拨打)/,
  /(?:投诉|举报|申诉)[^。；]{0,12}(?:方式|渠道|电话|热线|邮箱|途径|同上|亦同|[:：])|(?:可以?|有权|请|能)[^。；]{0,40}(?:调解|反映|求助|控告|申告)/,
  /\b(?:complaints?|grievances?)\s?:/,
  /(?:^|[.;,)] )(?:please )?(?:go|turn|complain|apply) to (?:the|our)\b/,
  /\b(?:take|raise|escalate|bring|refer) (?:it|this|your|the|them)\b[^.]{0,30}\b(?:with|to|before)\b/,
  /\b(?:you|users?|right|entitled|please|to make|to lodge|questions|unresolved)\b[^.]{0,90}\b(?:complain\w*|grievance\w*|report\w*|concerns?|authority|administration|association|ombudsman)/,
  /\b(?:complaints?|grievances?|authority)\b[^.]{0,60}\b(?:contact|e-?mail|write|please|officer|channel)/,
);

/** 服务包括报修、投诉表扬、缴费: one of the services in a row. */
const LISTED = /[、：:](?:投诉|举报)[^，。；、]{0,4}、[^。；]{0,120}(?:服务|功能)(?=[。；]|$)/;

/** An office of the operator's own that takes complaints. */
const OFFICE = /(?:向|到|找)[^。；，]{0,16}(?:办公室|服务台|前台|窗口|意见箱|接待室)[^。；，]{0,6}(?:投诉|举报|申诉|反映)|\b(?:with|to|at) (?:the|our) [a-z -]{0,30}\b(?:office|desk)\b/i;

/** 通过应用内“意见反馈”提交投诉: the page of the app that takes complaints, by its name. */
function isPageOfApp(passage: Passage): boolean {
  return !isHeading(passage) && PAGE.test(passage.text);
}

const PAGE =
  /(?:通过|进入|打开|点击|使用|前往)[^。；]{0,12}(?:[“"「【][^”"」】。；]{2,20}[”"」】]|(?:我的|设置|个人中心)\s?[>→-])[^。；]{0,30}(?:提交|反馈|投诉|举报|申诉)|\b(?:through|via|using|open|under|from)\b[^.]{0,30}(?:["“][^"”.]{3,30}["”]|\bsettings?\b\s?[>→])[^.]{0,60}\b(?:complain\w*|report\w*|submit\w*)/i;

const ADDRESSED = /您|用户|请|\byou\b|\bus\b|\busers?\b/i;
const EXPLICIT = /投诉|举报|complain|grievance/i;

/** A word for complaining that is the user's own, about the operator. */
function speaksOfComplaint(passage: Passage): boolean {
  const others = cuesIn(passage, 'complaint-channel.not');
  return cuesIn(passage, 'complaint-channel').some(
    (cue) => !others.some((other) => other.start <= cue.start && cue.end <= other.end),
  );
}

/** A channel in the passage or on one of the next lines of its section. */
function reach(passage: Passage, all: readonly Passage[], contacts: Contacts): ReturnType<typeof channelOf> {
  const own = channelOf(passage);
  if (own) return own;
  const { document, section } = passage.sentence;
  if (BACK.test(passage.text)) {
    const before = [all[passage.index - 1], all[passage.index - 2]].find(
      (near) => near?.sentence.document === document && near.sentence.section === section && channelOf(near),
    );
    if (before) return channelOf(before);
  }
  if (ELSEWHERE.test(passage.text)) return contactIn(contacts(document));
  const far = isHeading(passage) || /[:：]\s*$/.test(passage.text) ? 8 : 4;
  for (let i = passage.index + 1; i <= passage.index + far; i++) {
    const next = all[i];
    if (!next || next.sentence.document !== document || next.sentence.section !== section) return undefined;
    const channel = channelOf(next);
    if (channel) return channel;
  }
  return undefined;
}

/** The channel that the section on contacts gives; looked for once. */
const contactIn = onceFor((passages: readonly Passage[]) =>
  passages.map((each) => channelOf(each)).find((channel) => channel !== undefined),
);

/** The channel is given where the contacts are. */
const ELSEWHERE = /(?:我们|公司|政策|协议|文末|末尾|下方|下列|本页)[^,，。；]{0,8}联系方式|\bcontact (?:details|information|us)\b[^.]{0,20}\bsection\b/i;

const SHORT: ReadonlySet<string> = new Set(['hours', 'days', 'weeks']);
const WITHIN_EN = /\b(?:within|in|no later than|up to)\s+(?:at most |the next )?$/i;

/** The channel has just been given. */
const BACK = /上述|以上|前述|同一|\b(?:same|above)\b/i;

/** Within so many days an answer comes. */
function* timeLimits(passage: Passage, all: readonly Passage[]): Iterable<Found> {
  if (!has(passage, 'response-time') || isHeading(passage)) return;
  const { text, language } = passage;
  const within = ({ start, end }: Period): boolean =>
    language === 'zh'
      ? /^(?:之?内|以内)/.test(text.slice(end, end + 4)) || /不超过\s*$/.test(text.slice(Math.max(0, start - 6), start))
      : WITHIN_EN.test(text.slice(Math.max(0, start - 36), start));
  const period = periodsIn(text, language).find((each) => SHORT.has(each.unit) && within(each));
  if (!period || /保存|保留|存储|\bretain|\bstore[sd]?\b|\bkeep\b/i.test(text)) return;
  const { count, unit, working } = period;
  const days = unit === 'hours' ? Math.max(1, Math.round(count / 24)) : unit === 'weeks' ? count * 7 : count;
  const values = { days, ...(working && { working: 1 }) };
  yield { id: 'response-time', told: 'yes', score: 0, values };
  const around = [passage, all[passage.index - 1], all[passage.index - 2], all[passage.index - 3]];
  const complains = around.some((near) => near && has(near, 'complaint-channel'));
  if (complains || passage.kind === 'contact' || EXPLICIT.test(passage.heading)) {
    yield { id: 'complaint-time-limit', told: 'yes', score: 0, values };
  }
}
