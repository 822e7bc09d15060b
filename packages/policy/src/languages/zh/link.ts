import type { Action, PolicyStatement, ThirdParty } from '@mingshi/model';
import type { Clause } from './clauses.ts';
import { frameOf } from './frames.ts';
import type { Actor, Frame } from './frames.ts';
import { spanOf } from './line.ts';
import type { Line } from './line.ts';
import type { Token, Verb } from './words.ts';

/** What runs on from clause to clause. */
export interface State {
  /** What a clause without a verb of its own goes on telling. */
  frame: Frame | undefined;
  subject: Actor | undefined;
  readonly frames: Frame[];
}

const ACTIONS: Readonly<Partial<Record<Verb, Action>>> = {
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

const NOMINAL =
  /^的?(?:目的|方式|范围|规则|期限|时限|地点|情形|行为|活动|原则|清单|政策|条款|说明|类型|类别|场景|措施|协议|义务|责任|标准|流程|渠道|习惯|需求|者|商|体验|能力|效率|问题|主体|界面|页面|功能|服务(?!器))/;
const RELATIVE = /^(?:过|了|到|得)?的/;
const CONNECTED = /^(?:或者?|和|及|并|与|以及|、|，|,|\/|或是|并且|且|后|地|及其|再|以|等|任何|形式|方式|其他|途径|我们|会|将|可能|进行|向|第三方)*$/;
const NOT_NEGATED = /不限于|不仅|不断|不时|不定期|不可避免|不得不|不同|不只|不论|不管|不便|无论|不少于|不低于|不超过|未成年|未来|未满|不满/g;
const NEGATED = /不|未|没有|无法|无需|无须|禁止|拒绝|停止|避免|防止|杜绝|并非|从未|勿/;
const INCLUDES = /^(?:其中|主要|具体|分别|可能|将|会|上述|这些|该|此类|信息|内容|类型|数据)*(?:包括|包含|例如|比如|譬如|诸如|如|含|即|为|是|有|涉及|以及|及|和|或|与|还有|等)/;
const CONTACT = /^(?:发送|发出|推送|通知|联系|联络|告知|拨打|回复|反馈|投诉|举报|咨询|申诉|跳转|进入|访问|阅读|查看|发布)/;
const SIGN_UP = /^(?:注册|登录|登陆|创建|绑定|认证|验证|激活|登入|申请|实名)/;
const TO_SOMEONE = /(?:[向给与同和由对为让请]|提供给|至)$/;

/** Reads one clause: links its data to the verbs that govern them. */
export function readClause(line: Line, clause: Clause, state: State, reading: ClauseReading): void {
  const { text } = line;
  let link: Frame | 'blocked' | 'channel' | undefined;
  let lastVerb: Token | undefined;
  let verbEnd = clause.start;
  let taking = false;
  let pending: Token[] = [];
  let channel: Token[] = [];
  let zone = zoneAt(text, clause);
  let inPurpose = false;
  let subject: Actor | undefined;
  let recipients: Party[] = [];
  let sawMain = false;
  const soft: Frame[] = [];

  clause.tokens.forEach((token, index) => {
    const { word } = token;
    if (word.not) return;
    if (word.cue === 'time') {
      zone = undefined;
      if (link === 'blocked') link = soft.at(-1);
      return;
    }
    if (word.cue === 'purpose') {
      inPurpose = true;
      link = 'blocked';
      return;
    }
    if (word.cue === 'take') {
      taking = true;
      pending = [];
      link = undefined;
      return;
    }
    if (word.actor && !isOwner(text, token) && !(word.data && reading.isData(token, line))) {
      if (TO_SOMEONE.test(text.slice(Math.max(clause.start, token.start - 3), token.start)) && !/[由让请]$/.test(text.slice(0, token.start))) {
        recipients.push({ token, role: word.actor });
      } else {
        subject = { role: word.actor, name: text.slice(token.start, token.end), span: spanOf(line, token.start, token.end) };
        if (word.actor === 'first-party') inPurpose = false;
        if (link === 'blocked') link = undefined;
      }
      return;
    }
    if (word.party && !(word.data && reading.isData(token, line))) {
      const party = { token, role: 'third-party' as const };
      if (TO_SOMEONE.test(text.slice(Math.max(clause.start, token.start - 8), token.start).replace(/(?:我们的|任何|其他|授权|相关|必要的|特定)+$/, ''))) recipients.push(party);
      else if (!isOwner(text, token) && !lastVerb) {
        subject = { role: 'third-party', name: text.slice(token.start, token.end), span: spanOf(line, token.start, token.end) };
      } else recipients.push(party);
      if (!word.data || !reading.isData(token, line)) return;
    }
    if (word.data && reading.isData(token, line, link !== undefined && link !== 'blocked' && link !== 'channel')) {
      if (reading.isModifier(token, line)) return;
      if (zone === 'condition' && (link === undefined || link === 'blocked')) return;
      if (link === 'channel') channel.push(token);
      else if (link === 'blocked') return;
      else if (link && !taking) reading.attach(link, token, line);
      else pending.push(token);
      return;
    }
    if (!word.verb) return;
    readVerb(token, index);
  });

  function readVerb(token: Token, index: number): void {
    const verb = token.word.verb as Verb;
    const after = text.slice(token.end, token.end + 8);
    if (NOMINAL.test(after) && verb !== 'need') return;
    const who = subject ?? state.subject;
    const isUser = who?.role === 'user';
    if (RELATIVE.test(after)) {
      if (link && link !== 'blocked') return;
      if (ACTIONS[verb] && verb !== 'use') {
        link = make(token, [ACTIONS[verb] as Action], who);
        soft.push(link);
      } else if (link === 'blocked') link = soft.at(-1);
      return;
    }
    if (link === 'channel') {
      const kept = channel;
      channel = [];
      if (verb === 'other' || verb === 'provide' || verb === 'use') {
        if (SIGN_UP.test(text.slice(token.start, token.start + 4))) {
          const frame = make(token, ['collect'], { role: 'user', name: '' });
          for (const data of kept) reading.attach(frame, data, line);
        }
        link = 'blocked';
        if (verb === 'other') return;
      } else pending.push(...kept);
    }
    if (verb === 'by') {
      link = 'channel';
      return;
    }
    if (verb === 'request') {
      link = undefined;
      return;
    }
    if (verb === 'other' || verb === 'right' || inRightGroup(clause, index, text)) {
      sawMain = true;
      pending = [];
      taking = false;
      lastVerb = token;
      verbEnd = token.end;
      if (zone === 'condition') return;
      link = 'blocked';
      return;
    }
    if (inPurpose && verb !== 'collect' && verb !== 'provide') {
      link = 'blocked';
      return;
    }
    if (zone === 'condition' && !(verb === 'provide' && !NEGATED.test(text.slice(verbEnd, token.start)))) {
      link = 'blocked';
      return;
    }
    let action = ACTIONS[verb] as Action;
    if (verb === 'use' && text.slice(token.start, token.end).endsWith('于')) {
      if (pending.length === 0) {
        inPurpose = true;
        link = 'blocked';
        return;
      }
    }
    if (isUser && !taking && (verb === 'use' || verb === 'collect' || verb === 'store' || verb === 'share' || verb === 'delete' || verb === 'publish')) {
      // 您可以使用手机号注册 gives the number; 您使用我们的服务 gives nothing.
      pending = [];
      sawMain = true;
      lastVerb = token;
      verbEnd = token.end;
      link = verb === 'use' ? 'channel' : 'blocked';
      return;
    }
    if (verb === 'provide') {
      const to = recipients.at(-1)?.role;
      if (who?.role !== 'user') {
        if (/[为给向]您[^，]{0,6}$/.test(text.slice(Math.max(0, token.start - 12), token.start))) {
          link = 'blocked';
          sawMain = true;
          pending = [];
          lastVerb = token;
          verbEnd = token.end;
          return;
        }
        const gives = /^(?:提供|上传|提交|告知|授权)/.test(text.slice(token.start, token.end));
        if (!gives) action = 'collect';
        else if (to === 'third-party' || /^给/.test(after)) action = 'share';
        else if (who?.role === 'third-party') action = to === 'first-party' ? 'collect' : 'share';
      }
    }
    const between = text.slice(verbEnd, token.start);
    const negated = NEGATED.test(between.replaceAll(NOT_NEGATED, ''));
    if (lastVerb && link && link !== 'blocked' && link !== 'channel' && CONNECTED.test(between) && (link.data.length === 0 || taking) && !negated) {
      link.actions.push(action);
    } else {
      const frame = make(token, [action], who);
      frame.negated = negated;
      link = frame;
    }
    if (verb !== 'need' && verb !== 'base') {
      lastVerb = token;
      verbEnd = token.end;
    }
    sawMain = true;
    for (const data of pending) reading.attach(link, data, line);
    pending = [];
    taking = false;
    for (const party of recipients) addParty(link, party);
    recipients = [];
    if (action === 'use' && text.slice(token.start, token.end).endsWith('于')) {
      inPurpose = true;
      state.frame = link;
      link = 'blocked';
    }
  }

  function make(token: Token, actions: Action[], who: Actor | undefined): Frame {
    const actor = who ?? reading.actor;
    const frame = frameOf(line, token.start, token.end, actions, actor, spanOf(line, token.start, token.end));
    frame.modality = modalityOf(text.slice(clause.start, token.start));
    state.frames.push(frame);
    return frame;
  }

  function addParty(frame: Frame, party: Party): void {
    if (party.role !== 'third-party') return;
    const { start, end, word } = party.token;
    frame.parties.push({
      name: text.slice(start, end),
      kind: word.party === 'known' ? 'partner' : (word.party as ThirdParty['kind']),
      span: spanOf(line, start, end),
    });
  }

  const last = link as Frame | 'blocked' | 'channel' | undefined;
  if (last && typeof last === 'object') {
    for (const party of recipients) addParty(last, party);
    state.frame = last;
  } else if (sawMain && last === 'blocked' && !inPurpose && !zone) state.frame = state.frame?.line === line ? undefined : state.frame;
  if (pending.length > 0 && !sawMain && state.frame && continuesList(text, clause)) {
    for (const data of pending) reading.attach(state.frame, data, line);
  }
  if (subject) state.subject = subject;
}

interface Party {
  readonly token: Token;
  readonly role: 'third-party' | 'first-party' | 'user';
}

/** What the grammar gives a clause besides its words. */
export interface ClauseReading {
  readonly actor: Actor;
  readonly isData: (token: Token, line: Line, expected?: boolean) => boolean;
  readonly isModifier: (token: Token, line: Line) => boolean;
  readonly attach: (frame: Frame, token: Token, line: Line) => void;
}

function zoneAt(text: string, clause: Clause): 'condition' | undefined {
  return /^(?:[\d.、)）\-·•*]|但是?|而|此外|另外|其中)*(?:当|在|于|如(?!下)|若|一旦|倘若|假如|除非)/.test(text.slice(clause.start, clause.start + 12))
    ? 'condition'
    : undefined;
}

function isOwner(text: string, token: Token): boolean {
  return text.charAt(token.end) === '的';
}

/** 访问、更正、删除: what stands beside a right is one. */
function inRightGroup(clause: Clause, index: number, text: string): boolean {
  for (const step of [1, -1]) {
    let at = index;
    for (let other = clause.tokens[at + step]; other?.word.verb; other = clause.tokens[(at += step) + step]) {
      const here = clause.tokens[at] as Token;
      const between = step > 0 ? text.slice(here.end, other.start) : text.slice(other.end, here.start);
      if (!/^(?:或者?|和|及|与|以及|、|\/|并)*$/.test(between)) break;
      if (other.word.verb === 'right') return true;
    }
  }
  return false;
}

function modalityOf(before: string): PolicyStatement['modality'] {
  if (/可能|可以|可$|或会|有权/.test(before)) return 'may';
  if (/需|须|必|应/.test(before)) return 'must';
  if (/会|将/.test(before)) return 'will';
  return 'does';
}

/** A clause that is a list of nouns and little else. */
function continuesList(text: string, clause: Clause): boolean {
  const own = text.slice(clause.start, clause.end);
  if (INCLUDES.test(own)) return true;
  let covered = 0;
  for (const token of clause.tokens) if (token.word.data) covered += token.end - token.start;
  const rest = own.length - covered - (own.match(/[、和及与或等的您\s"“”‘’']|以及|相关|信息|数据|记录|设备|用户|您的|手机|类型|情况/g)?.join('').length ?? 0);
  return covered * 1.2 >= rest;
}
