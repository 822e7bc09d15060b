import { prepositions } from './function-words.ts';
import type { Mention } from './mentions.ts';
import type { Parsed } from './predicates.ts';
import type { State } from './state.ts';
import type { Subject } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';

const THINGS = new Set(['it', 'them']);
const ENDING = new Set(['and', 'or', 'only', 'so', 'if', 'when', 'then', 'securely', 'there']);

/** "We need your address, so we ask for *it*": whether the object of a verb is a pronoun. */
export function hasPronoun({ tokens }: Parsed, { end, passive, form }: VerbGroup): boolean {
  if (passive || form === 'ing' || !THINGS.has(tokens[end]?.text ?? '')) return false;
  const next = tokens[end + 1];
  return next === undefined || next.kind === 'sign' || prepositions.has(next.text) || ENDING.has(next.text) || next.text === 'to';
}

/** "Pick a name; *it* is stored": whether a pronoun is the subject of a passive verb. */
export function isPronoun({ tokens }: Parsed, { start, end }: Subject): boolean {
  return end - start <= 1 && tokens[start]?.text === 'it';
}

/** What a pronoun at a place stands for: the data named last in the sentence, with those it is listed with. */
function meantBy({ tokens, mentions }: Parsed, place: number): readonly Mention[] {
  const before = mentions.filter(({ end }) => end <= place);
  const last = before.at(-1);
  if (!last || place - last.end > FAR) return [];
  let first = before.length - 1;
  while (first > 0 && isListed(tokens.slice(before[first - 1]?.end, before[first]?.start).map(({ text }) => text))) first--;
  return before.slice(first).filter(({ id }) => id !== 'cookie');
}

const FAR = 12;
const LISTING = new Set([',', 'and', 'or', 'your', 'the', 'a', 'an', '/', '&']);

function isListed(words: readonly string[]): boolean {
  return words.length <= 3 && words.every((word) => LISTING.has(word));
}

/** What a pronoun stands for when no verb has told of it yet: the rest is known without it. */
export function untold({ parsed, predicates }: State, place: number): readonly Mention[] {
  const isTold = (mention: Mention): boolean =>
    predicates.some((one) => one.arguments.some((given) => given.mention === mention));
  return meantBy(parsed, place).filter((mention) => !mention.generic && !isTold(mention));
}
