import type { GrammarOf, Sentence, Unit } from '../unit.ts';
import { addCircumstances } from './zh/circumstances.ts';
import { clausesOf } from './zh/clauses.ts';
import { frameOf, statementsOfFrame, tellsSomething } from './zh/frames.ts';
import type { Actor, Frame } from './zh/frames.ts';
import { lineOf } from './zh/line.ts';
import { readClause } from './zh/link.ts';
import { stateOf } from './zh/reading.ts';
import type { Read } from './zh/reading.ts';
import { permissionFinderOf } from './zh/permissions.ts';
import { readRequests } from './zh/requests.ts';
import { readRow } from './zh/rows.ts';
import { readerOf } from './zh/words.ts';
import type { Token } from './zh/words.ts';

const FIRST: Actor = { role: 'first-party', name: '' };
const USER: Actor = { role: 'user', name: '' };

/** The grammar of Chinese policies. */
export const chinese: GrammarOf = (knowledge) => {
  const tokensOf = readerOf(knowledge);
  const findPermissions = permissionFinderOf(knowledge);
  const heads = new RegExp(`^的?(?:${(knowledge.lexicons.zh.lists['data.heads'] ?? ['服务']).join('|')})`);

  /** Reads a sentence into `frames`; gives back what a list after it goes on telling. */
  const readSentence = (sentence: Sentence, base: Frame | undefined, frames: Frame[], listed: boolean): Frame | undefined => {
    const line = lineOf(sentence);
    if (DEFINITION.test(line.text)) return undefined;
    const mentions = findPermissions(line.text, listed || PERMISSION_LIST.test(line.text));
    const tokens = without(without(tokensOf(line.text), mentions), consents(line.text));
    const isModifier: Read['isModifier'] = (token) => {
      const rest = line.text.slice(token.end, token.end + 12);
      return heads.test(rest) || VALUE.test(rest);
    };
    const read: Read = { line, tokens, isModifier };
    const state = stateOf(base, FIRST, frames);
    const clauses = clausesOf(line.text, tokens);
    const from = frames.length;
    for (const clause of clauses) readClause(read, clause, state);
    if (mentions.length > 0) frames.push(...readRequests(line, tokens, clauses, mentions, FIRST));
    addCircumstances(line, clauses, tokens, frames.slice(from));
    return state.frame;
  };

  const readUnit = (unit: Unit): readonly Frame[] => {
    const heading = headingFrame(unit);
    if (unit.kind === 'row') {
      return readRow(unit, heading, (cell, base, listed, frames) => readSentence(cell, base, frames, listed));
    }
    const listed = unit.sectionKinds.includes('permissions') || /权限/.test(unit.lead?.plain ?? '');
    const frames: Frame[] = heading ? [heading] : [];
    const base = unit.lead ? readSentence(unit.lead, heading, frames, listed) : heading;
    if (unit.lead && EXEMPT.test(unit.lead.plain)) return frames;
    for (const sentence of unit.sentences) readSentence(sentence, base, frames, listed);
    return frames;
  };

  return (unit) =>
    readUnit(unit).filter(tellsSomething).flatMap(statementsOfFrame);
};

/** A heading that carries the verb for the nouns under it. */
function headingFrame(unit: Unit): Frame | undefined {
  const own = bare(unit.sentences[0]?.text ?? '');
  if (bare(unit.headings.at(-1) ?? '') === own) return undefined;
  for (const heading of unit.headings.toReversed()) {
    if (!/收集|提供的.{0,4}信息|获取|获得的?.{0,4}信息/.test(heading)) continue;
    return frameOf('collect', /您.{0,6}提供/.test(heading) ? USER : FIRST);
  }
  return undefined;
}

/** A list of permissions within a sentence: 需要以下权限：…. */
const PERMISSION_LIST = /权限(?:名称|列表|清单|如下|包括|包含|有|为|是)?[^，。；]{0,6}[:：]/;

/** 邮箱：a@b.c, 微信号 abc123: the address of somebody who can be reached. */
const VALUE = /^(?:号|地址|号码)?(?:[:：为是]\s*)?(?:[\w.+-]+@|\d{5,}|\d{3,4}-\d)|^[:：]\s*[A-Za-z]\w{4,}/;

/** The cases in which the law asks for no consent tell of cases, not of data. */
const EXEMPT = /(?:无需|不需|不必|无须|毋须|豁免|而不).{0,16}(?:同意|授权)|(?:同意|授权)的?例外/;

const CONSENT =
  /(?:获得|征得|取得|得到|经过?|未经)(?:过)?(?:您|用户|你|监护人|其|明确|明示|事先|单独|书面|再次|自主|选择|主动|的)*(?:同意|授权|许可|允许|明示)(?:同意|和授权|或授权|及授权)?(?:的?(?:情况|前提|情形)下|之?后)?|在[^，。；：]{1,16}的?(?:情况|前提|情形|必要范围|范围|期限|期间|时限)(?:之?下|之?内)/g;

/** Phrases of consent and scope, whose verbs govern no data. */
function consents(text: string): { start: number; end: number }[] {
  if (!/同意|授权|许可|允许|明示|情况|前提|情形|范围|期限|期间|时限/.test(text)) return [];
  return [...text.matchAll(CONSENT)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The words outside of some ranges. */
function without(tokens: readonly Token[], ranges: readonly { readonly start: number; readonly end: number }[]): readonly Token[] {
  if (ranges.length === 0) return tokens;
  let next = 0;
  return tokens.filter((token) => {
    while ((ranges[next]?.end ?? Infinity) <= token.start) next++;
    return (ranges[next]?.start ?? Infinity) >= token.end;
  });
}

function bare(text: string): string {
  return text.replaceAll(/[*_#\s]/g, '');
}

/** Definitions and the cases of the law name data and tell nothing of what is done with them. */
const DEFINITION =
  /个人(?:敏感)?信息["”》）]*[，,：:]?(?:是|系|均)?指|敏感个人信息["”》）]*[，,：:]?(?:是|系)?指|(?:本(?:隐私)?(?:权)?(?:政策|指引|声明|条款)|所称|所述|涉及)的?个人(?:敏感)?信息(?:主要)?(?:包括|指|如|为)|^如?姓名、出生日期、身份证件号码|向社会公众公开|从合法公开披露的信息中|重大合法权益但又?很难/;
