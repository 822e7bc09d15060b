import type { Lexicon } from '@mingshi/knowledge';
import { longestAt, phrasesOf } from './phrases.ts';
import type { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Who a phrase speaks of. */
export type Party = 'first-party' | 'third-party' | 'user' | 'authority';

/** A party named in a sentence; `start` and `end` count tokens. */
export interface PartyAt {
  readonly party: Party;
  readonly start: number;
  readonly end: number;
}

const PARTIES: readonly Party[] = ['third-party', 'authority', 'user', 'first-party'];

/** Builds the words for parties from the lexicon. */
export function partiesOf(lexicon: Lexicon): Phrases<Party> {
  return phrasesOf(PARTIES.flatMap((party) => (lexicon.lists[party] ?? []).map((word) => [word, party] as const)));
}

const OTHER = new Set(['other', 'another']);
const USERS = new Set(['user', 'player', 'member', 'customer', 'subscriber', 'guest', 'student']);

/** The parties that a sentence names, left to right. */
export function partiesIn(tokens: readonly Token[], phrases: Phrases<Party>): PartyAt[] {
  const found: PartyAt[] = [];
  for (let i = 0; i < tokens.length;) {
    const party = tokens[i]?.kind === 'word' ? longestAt(phrases, tokens, i) : undefined;
    // "other players"
    const isOther = party?.value === 'user' && OTHER.has(tokens[i - 1]?.text ?? '') && USERS.has(tokens[i]?.stem ?? '');
    if (party) found.push({ party: isOther ? 'third-party' : party.value, start: isOther ? i - 1 : i, end: party.end });
    i = party?.end ?? i + 1;
  }
  return found;
}
