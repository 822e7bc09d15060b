/** A set of words that says of most others, by a number made of their units, that they are not in it. */
export interface WordSet {
  readonly has: (word: string) => boolean;
  readonly add: (word: string) => void;
  /** 1 for each slot that a word of the set takes. */
  readonly slots: Uint8Array;
}

const SLOTS = 1 << 14;

/** Words by their slots. */
export function wordSet(words: Iterable<string>): WordSet {
  const all = new Set<string>();
  const slots = new Uint8Array(SLOTS);
  const add = (word: string): void => {
    all.add(word);
    slots[slotOfWord(word)] = 1;
  };
  for (const word of words) add(word);
  return { has: (word) => all.has(word), add, slots };
}

/** Adds a unit to what the units before it came to; begins with 0. */
export const withUnit = (hash: number, unit: number): number => (hash << 5) ^ (hash >>> 27) ^ unit;

/** The slot of a word that came to this. */
export const slotOf = (hash: number): number => (hash ^ (hash >>> 14)) & (SLOTS - 1);

/** The slot of a word. */
function slotOfWord(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i += 1) hash = withUnit(hash, word.charCodeAt(i));
  return slotOf(hash);
}

/** Slots that are marked, for as long as one file takes. */
interface SlotMarks {
  readonly add: (slot: number) => void;
  readonly has: (slot: number) => boolean;
  readonly clear: () => void;
}

/** Marks without a new table for each file. */
export function slotMarks(): SlotMarks {
  const runs = new Uint32Array(SLOTS);
  let run = 0;
  return {
    add: (slot) => {
      runs[slot] = run;
    },
    has: (slot) => runs[slot] === run,
    clear: () => {
      run += 1;
    },
  };
}
