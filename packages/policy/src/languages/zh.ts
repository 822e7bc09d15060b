import type { GrammarOf, RawStatement, Sentence, Unit } from '../unit.ts';
import { clausesOf } from './zh/clauses.ts';
import { frameOf, statementsOfFrame } from './zh/frames.ts';
import type { Actor, Frame } from './zh/frames.ts';
import { lineOf, spanOf } from './zh/line.ts';
import type { Line } from './zh/line.ts';
import { readClause } from './zh/link.ts';
import type { ClauseReading, State } from './zh/link.ts';
import { readerOf } from './zh/words.ts';
import type { Token } from './zh/words.ts';

const FIRST: Actor = { role: 'first-party', name: '' };

/** The grammar of Chinese policies. */
export const chinese: GrammarOf = (knowledge) => {
  const read = readerOf(knowledge);
  const heads = new RegExp(`^的?(?:${(knowledge.lexicons.zh.lists['data.heads'] ?? []).join('|') || '服务'})`);

  const reading: ClauseReading = {
    actor: FIRST,
    isData: (token, line, expected) => {
      const data = token.word.data;
      if (!data) return false;
      if (!data.weak) return true;
      if (/^(?:等|的)?(?:相关)?(?:信息|数据|资料|记录|列表|情况)/.test(line.text.slice(token.end, token.end + 8))) return true;
      if (expected && /(?:您的?|用户的?|手机|设备)$/.test(line.text.slice(Math.max(0, token.start - 4), token.start)) && !token.word.verb) return true;
      return isListed(token, line, tokensOf(line));
    },
    isModifier: (token, line) => heads.test(line.text.slice(token.end, token.end + 6)),
    attach: (frame, token, line) => {
      const data = token.word.data;
      if (!data) return;
      const tail = /^(?:等)?(?:相关)?(?:信息|数据|资料|记录|列表)/.exec(line.text.slice(token.end, token.end + 6));
      const end = token.end + (tail?.[0].length ?? 0);
      frame.data.push({ id: data.id, generic: data.generic, span: spanOf(line, token.start, end) });
    },
  };

  let current: { line: Line; tokens: Token[] } | undefined;
  const tokensOf = (line: Line): Token[] => {
    if (current?.line !== line) current = { line, tokens: read(line.text) };
    return current.tokens;
  };

  const readSentence = (sentence: Sentence, base: Frame | undefined, frames: Frame[]): Frame | undefined => {
    const line = lineOf(sentence);
    if (isAside(line.text)) return undefined;
    const state: State = { frame: base, subject: undefined, frames };
    for (const clause of clausesOf(line.text, tokensOf(line))) readClause(line, clause, state, reading);
    return state.frame;
  };

  const headingFrame = (unit: Unit): Frame | undefined => {
    const sentence = unit.sentences[0];
    if (!sentence) return undefined;
    const line: Line = { sentence, text: '', from: undefined };
    for (const heading of unit.headings.toReversed()) {
      if (heading === sentence.text.replaceAll(/[*_#\s]/g, '') || heading === sentence.text) continue;
      if (/如何收集|收集哪些|收集(?:和使用)?的?(?:个人)?信息|提供的信息|获取的信息|收集.{0,12}信息/.test(heading)) {
        return frameOf(line, 0, 0, ['collect'], /您.{0,6}提供/.test(heading) ? { role: 'user', name: '' } : FIRST);
      }
    }
    return undefined;
  };

  return (unit) => {
    const frames: Frame[] = [];
    const base = headingFrame(unit);
    if (base) frames.push(base);
    const lead = unit.lead && readSentence(unit.lead, base, frames);
    for (const sentence of unit.sentences) readSentence(sentence, unit.lead ? lead : base, frames);
    const statements: RawStatement[] = [];
    for (const frame of frames) {
      if (frame.data.length > 0) statements.push(...statementsOfFrame(frame));
    }
    return statements;
  };
};

function isListed(token: Token, line: Line, tokens: readonly Token[]): boolean {
  const index = tokens.indexOf(token);
  for (const [from, to, other] of [
    [tokens[index - 1]?.end, token.start, tokens[index - 1]],
    [token.end, tokens[index + 1]?.start, tokens[index + 1]],
  ] as const) {
    if (!other?.word.data || from === undefined || to === undefined) continue;
    if (/^(?:等)?(?:[、和及与或/（(）)]|以及|，|,){1,2}(?:您的?|设备|手机)?$/.test(line.text.slice(from, to))) return true;
  }
  return false;
}

/** Definitions and advice name data and tell nothing of what is done with them. */
function isAside(text: string): boolean {
  return /个人(?:敏感)?信息["”》）]*[，,：:]?(?:是|系|均)?指|敏感个人信息["”》）]*[，,：:]?(?:是|系)?指|妥善保管/.test(text);
}
