import type { Parsed } from './predicates.ts';
import type { Token } from './tokens.ts';

/** When or under what consent something happens; counted in tokens. */
export interface ConditionAt {
  readonly start: number;
  readonly end: number;
  readonly consent: boolean;
}

const OPENERS = new Set(['if', 'when', 'whenever', 'unless', 'once', 'where', 'until', 'while']);
const CONSENT = /^(?:consent|permission|authorization|authorisation|approval|agreement|opt)$/;

/** The first condition that a sentence tells. */
export function conditionOf(parsed: Parsed): ConditionAt | undefined {
  const { tokens } = parsed;
  for (let i = 0; i < tokens.length; i++) {
    const { text } = tokens[i] as Token;
    const opens = OPENERS.has(text) || (text === 'provided' && tokens[i + 1]?.text === 'that');
    if (!opens && !(CONSENTING.has(text) && consentAhead(tokens, i))) continue;
    let end = i + 1;
    while (end < tokens.length && !/^[,;:.]$/.test(tokens[end]?.text ?? '') && end < i + 40) end++;
    const words = tokens.slice(i, end);
    return {
      start: i,
      end,
      consent:
        text !== 'without' &&
        words.some(({ text: word }) => CONSENT.test(word) || /^(?:agree|allow|authori[sz]e|grant|enable)$/.test(word)),
    };
  }
  return undefined;
}

const CONSENTING = new Set(['with', 'without', 'after', 'upon', 'subject', 'by', 'only']);

/** "with your prior written consent" */
function consentAhead(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i < tokens.length && i <= at + 6; i++) {
    const { text, kind } = tokens[i] as Token;
    if (kind === 'sign') return false;
    if (CONSENT.test(text)) return true;
  }
  return false;
}
