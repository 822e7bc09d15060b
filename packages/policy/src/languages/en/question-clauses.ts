import { conditionals } from './function-words.ts';
import type { Token } from './tokens.ts';

/* Verbs inside a clause that asks, places or sets a condition, between the items of a list. */

const KINDS_OF_PLACE = new Set('place zone country region city state province area jurisdiction location town site page'.split(' '));

/** Whether a verb stands in a clause that says which place is meant. */
export function isPlaced(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > Math.max(0, at - 7); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'sign') return false;
    if (token.text === 'where') return KINDS_OF_PLACE.has(tokens[i - 1]?.stem ?? '');
  }
  return false;
}

/** "your IP address, whether you use a plan, your location": what is asked is an item, and the list goes on. */
export function isWhether(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i > Math.max(0, at - 6); i--) {
    const { kind, text } = tokens[i] as Token;
    if (kind === 'sign') return false;
    if (text === 'whether') return /^(?:[,;]|and|or)$/.test(tokens[i - 1]?.text ?? '');
  }
  return false;
}

/** "Your address: if provided, …": the condition of what follows, without a subject of its own. */
export function isShortened(tokens: readonly Token[], at: number): boolean {
  return conditionals.has(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.kind === 'sign';
}
