/** A set of words that says of most others where they stand, without cutting them out, that they are not in it. */
export interface WordSet {
  readonly has: (word: string) => boolean;
  /** Whether the word at a place of a text may be one of them. */
  readonly may: (text: string, start: number, end: number) => boolean;
  readonly add: (word: string) => void;
}

const SLOTS = 1 << 14;

/** Words by their ends and length. */
export function wordSet(words: Iterable<string>): WordSet {
  const all = new Set<string>();
  const filled = new Uint8Array(SLOTS);
  const add = (word: string): void => {
    all.add(word);
    filled[slotOf(word, 0, word.length)] = 1;
  };
  for (const word of words) add(word);
  return { has: (word) => all.has(word), may: (text, start, end) => filled[slotOf(text, start, end)] === 1, add };
}

function slotOf(text: string, start: number, end: number): number {
  const ends = text.charCodeAt(start) * 31 + text.charCodeAt(end - 1);
  const middle = text.charCodeAt(start + ((end - start) >> 1));
  return ((ends * 31 + middle) * 31 + end - start) & (SLOTS - 1);
}
