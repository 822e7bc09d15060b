import type { GrammarOf, Sentence, Unit } from '../unit.ts';
import { addCircumstances } from './zh/circumstances.ts';
import { clausesOf } from './zh/clauses.ts';
import { frameOf, statementsOfFrame } from './zh/frames.ts';
import type { Actor, Frame } from './zh/frames.ts';
import { lineOf } from './zh/line.ts';
import { readClause } from './zh/link.ts';
import type { Read, State } from './zh/link.ts';
import { permissionFinderOf } from './zh/permissions.ts';
import type { PermissionMention } from './zh/permissions.ts';
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
    if (isAside(line.text)) return undefined;
    const mentions = findPermissions(line.text, listed || PERMISSION_LIST.test(line.text));
    const tokens = without(tokensOf(line.text), mentions);
    const isModifier: Read['isModifier'] = (token) => heads.test(line.text.slice(token.end, token.end + 6));
    const read: Read = { line, tokens, isModifier };
    const state: State = { frame: base, subject: undefined, topic: [], denied: false, nobody: FIRST, frames };
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
    for (const sentence of unit.sentences) readSentence(sentence, base, frames, listed);
    return frames;
  };

  return (unit) =>
    readUnit(unit)
      .filter((frame) => frame.data.length > 0 || frame.permissions.size > 0)
      .flatMap(statementsOfFrame);
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

/** The words that are no part of a permission's name. */
function without(tokens: readonly Token[], mentions: readonly PermissionMention[]): readonly Token[] {
  if (mentions.length === 0) return tokens;
  let next = 0;
  return tokens.filter((token) => {
    while (next < mentions.length && (mentions[next] as PermissionMention).end <= token.start) next++;
    const mention = mentions[next];
    return !mention || mention.start >= token.end;
  });
}

function bare(text: string): string {
  return text.replaceAll(/[*_#\s]/g, '');
}

/** Definitions and advice name data and tell nothing of what is done with them. */
function isAside(text: string): boolean {
  return /个人(?:敏感)?信息["”》）]*[，,：:]?(?:是|系|均)?指|敏感个人信息["”》）]*[，,：:]?(?:是|系)?指/.test(text);
}
