import { columnsOf } from '../document/columns.ts';
import type { Columns } from '../document/columns.ts';
import type { GrammarOf, RawStatement, Sentence, Unit } from '../units/unit.ts';
import { LATER } from './later.ts';
import { aimsBehind } from './zh/aims.ts';
import { ADDRESS, consentsOf, DEFINITION, EXEMPT, isOnRights, outside, SCOPE } from './zh/asides.ts';
import { shareDenied } from './zh/beside.ts';
import { addCircumstances } from './zh/circumstances.ts';
import { clausesOf } from './zh/clauses.ts';
import { isUsedPart } from './zh/data.ts';
import { describes } from './zh/describes.ts';
import { exceptedIn, tellExcepted } from './zh/exceptions.ts';
import { statementsOfFrame, tellsSomething } from './zh/frames.ts';
import type { Actor, Frame } from './zh/frames.ts';
import { headingFrame, headingsAbove, isScope, sdkFrame } from './zh/headings.ts';
import { lineOf, spanOf } from './zh/line.ts';
import type { Line } from './zh/line.ts';
import { closeMeans, readClause } from './zh/link.ts';
import { pattern } from './zh/pattern.ts';
import { permissionFinderOf } from './zh/permissions.ts';
import type { PermissionFinder, PermissionMention } from './zh/permissions.ts';
import { kindOfPurpose } from './zh/purposes.ts';
import { readQuestions } from './zh/questions.ts';
import { stateOf } from './zh/reading.ts';
import type { Read } from './zh/reading.ts';
import { addPurposes, isLabel, purposeBehind, purposesUnder, readRequests } from './zh/requests.ts';
import { readRow } from './zh/rows.ts';
import { addServers } from './zh/servers.ts';
import { readerOf } from './zh/words.ts';
import type { Reader } from './zh/words.ts';

const FIRST: Actor = { role: 'first-party', name: '' };

/** A list of permissions within a sentence: 需要以下权限：…. */
const PERMISSION_LIST = pattern(
  '',
  String.raw`权限(?:(?:名称|列表|清单|类型|范围|主要|可能|分别|具体|如下|包括|包含|有|为|是)*[^，。；]{0,6}[:：]`,
  String.raw`|(?:类型|范围|主要|可能|分别|具体)*(?:包括|包含|如下)|[，,]?(?:例如|比如|如|包括|包含|分别))`,
);

/** Columns that say whose the row is. */
const NAMED: ReadonlySet<ReturnType<Columns['columnOf']>> = new Set(['party', 'vendor']);

/** What the grammar takes from the lexicon. */
interface Words {
  readonly tokensOf: Reader;
  readonly columns: Columns;
  readonly findPermissions: PermissionFinder;
  /** Nouns that data before them only describe: 相机|功能. */
  readonly heads: RegExp;
}

/** The grammar of Chinese policies. */
export const chinese: GrammarOf = (knowledge) => {
  const words: Words = {
    tokensOf: readerOf(knowledge),
    columns: columnsOf(knowledge),
    findPermissions: permissionFinderOf(knowledge),
    heads: new RegExp(`^的?(?:${(knowledge.lexicons.zh.lists['data.heads'] ?? ['服务']).join('|')})`),
  };
  return (unit) => {
    const raw: RawStatement[] = [];
    for (const frame of readUnit(unit, words)) if (tellsSomething(frame)) raw.push(...statementsOfFrame(frame));
    return raw;
  };
};

function readUnit(unit: Unit, words: Words): readonly Frame[] {
  const above = headingsAbove(unit);
  const heading = headingFrame(above, FIRST);
  if (unit.kind === 'row') {
    const isNamed = unit.headers.some((header) => NAMED.has(words.columns.columnOf(header)));
    return readRow(unit, (isNamed ? undefined : sdkFrame(above)) ?? heading, words.columns, (cell, base, listed, frames) => readSentence(cell, base, frames, words, listed));
  }
  const listed = unit.sectionKinds.includes('permissions') || /权限/.test(unit.lead?.plain ?? '');
  const inScope = isScope(above);
  const frames: Frame[] = heading ? [heading] : [];
  const base = unit.lead ? readSentence(unit.lead, heading, frames, words, listed, inScope) : heading;
  if (unit.lead && EXEMPT.test(unit.lead.plain)) return frames;
  const aims = unit.lead && aimsBehind(unit.lead, frames);
  let last: Frame | undefined;
  let block = -1;
  for (const sentence of unit.sentences) {
    const before = frames.at(-1);
    const told = frames.length;
    // Sentences are put into one unit when the later ones go on with the first.
    if (aims?.take(sentence)) continue;
    const leans = unit.kind === 'sentence' || (EXAMPLE.test(sentence.plain) && sentence.block === block);
    block = sentence.block;
    last = readSentence(sentence, (leans && last) || base, frames, words, listed, inScope);
    if (before && frames.length === told) addPurposes(before, sentence);
  }
  const title = above[0];
  if (title?.includes('权限')) frames.push(...purposesUnder(words.findPermissions(title, true), unit, frames, FIRST));
  return frames;
}

/** 例如，您的姓名: goes on with the sentence before it, below a lead-in as well. */
const EXAMPLE = /^\s*(?:例如|比如|譬如|诸如)[，,：:]?(?!在|当|如果|若)/;

/** Reads a sentence into `frames`; gives back what a list after it goes on telling. */
function readSentence(
  sentence: Sentence,
  base: Frame | undefined,
  frames: Frame[],
  { tokensOf, findPermissions, heads }: Words,
  listed: boolean,
  inScope = false,
): Frame | undefined {
  const line = lineOf(sentence);
  const { text } = line;
  if (LATER.zh.test(text) || isOnRights(text)) return undefined;
  if (DEFINITION.test(text) && !(inScope && SCOPE.test(text))) return undefined;
  const mentions = findPermissions(text, listed || PERMISSION_LIST.test(text));
  const words = outside(outside(tokensOf(text), mentions), consentsOf(text));
  const excepted = exceptedIn(text, words);
  const tokens = outside(words, excepted);
  const isModifier: Read['isModifier'] = (token) => {
    const rest = text.slice(token.end, token.end + 12);
    // 用到相机功能: the part of the device is meant, not what is called after it.
    if (rest.startsWith('功能') && isUsedPart(text, token)) return false;
    return heads.test(rest) || ADDRESS.test(rest) || describes(text, token);
  };
  const clauses = clausesOf(text, tokens);
  const from = frames.length;
  const state = stateOf(base, FIRST, frames);
  const read: Read = { line, tokens, isModifier };
  for (const clause of clauses) readClause(read, clause, state);
  closeMeans(read, state);
  shareDenied(line, frames.slice(from));
  frames.push(...tellExcepted(line, excepted, frames.slice(from)));
  if (mentions.length > 0) frames.push(...readRequests(line, tokens, clauses, mentions, FIRST));
  frames.push(...readQuestions(line, FIRST, frames.slice(from)));
  addServers(line, tokens, frames.slice(from));
  addCircumstances(line, clauses, tokens, frames.slice(from));
  if (listed || isLabel(line, mentions)) addPurposeBehind(line, mentions, frames.slice(from));
  return state.frame;
}

/** 相机权限，扫码: in a list of permissions, what stands behind the name is what it is for. */
function addPurposeBehind(line: Line, mentions: readonly PermissionMention[], told: readonly Frame[]): void {
  const request = told.find(({ permissions }) => permissions.size > 0);
  const behind = request?.purposes.length === 0 ? purposeBehind(line, mentions) : undefined;
  if (!request || !behind) return;
  const span = spanOf(line, behind.start, behind.end);
  request.purposes.push({ ...kindOfPurpose(line.text.slice(behind.start, behind.end)), span });
}
