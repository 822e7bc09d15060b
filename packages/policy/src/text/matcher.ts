/** A word found in a text. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Finds words in a text; overlaps included, in order of their end, ASCII case ignored. */
export type Matcher<T> = (text: string) => readonly Hit<T>[];

const NOTHING: readonly never[] = [];

/** Finds words like a matcher, and hands over each as it comes, with all that it stands for. */
export type Finder<T> = (text: string, meet: (start: number, end: number, values: readonly T[]) => void) => void;

/** The matcher of the words. */
export function matcherOf<T>(words: Iterable<readonly [word: string, value: T]>): Matcher<T> {
  const find = finderOf(words);
  return (text) => {
    let hits: Hit<T>[] | undefined;
    find(text, (start, end, values) => {
      for (const value of values) (hits ??= []).push({ start, end, value });
    });
    return hits ?? NOTHING;
  };
}

/** Looks back from each unit of the text for the words that end there: one pass, however many words there are. */
export function finderOf<T>(words: Iterable<readonly [word: string, value: T]>): Finder<T> {
  const entries = [...words];
  const tree = treeOf(entries.reduce((sum, [word]) => sum + word.length, 0));
  const { first, next } = tree;
  const values: (T[] | undefined)[] = [];
  for (const [word, value] of entries) {
    let node = ROOT;
    for (let i = word.length - 1; i >= 0; i--) node = tree.add(node, lower(word.charCodeAt(i)));
    const ending = values[node];
    if (ending) ending.push(value);
    else values[node] = [value];
  }
  for (let unit = 65; unit <= 90; unit++) first[unit] = first[lower(unit)] as number;
  const ending: number[] = [];
  return (text, meet) => {
    for (let i = 0; i < text.length; i++) {
      let node = first[text.charCodeAt(i)] as number;
      // Most of a text goes no further than this.
      if (node === NONE) continue;
      for (let start = i; node !== NONE; ) {
        if (values[node] !== undefined) ending.push(start, node);
        if (--start < 0) break;
        node = next(node, lower(text.charCodeAt(start)));
      }
      while (ending.length > 0) {
        const found = values[ending.pop() as number] as T[];
        const start = ending.pop() as number;
        meet(start, i + 1, found);
      }
    }
  };
}

/** Of overlapping hits the leftmost, of those the longest; in order of their start. */
export function longest<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  if (hits.length < 2) return [...hits];
  const sorted = hits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit<T>[] = [];
  let end = 0;
  for (const hit of sorted) {
    if (hit.start < end) continue;
    kept.push(hit);
    end = hit.end;
  }
  return kept;
}

/** Whether the word found at a place may stand there. */
type Accepts = (text: string, start: number, end: number) => boolean;

/** Cuts a text into the words that it has: from the left the longest accepted at each place. ASCII case is ignored. */
export function cutterOf<T, Token>(
  words: Iterable<readonly [word: string, value: T]>,
  accepts: Accepts,
  tokenOf: (start: number, end: number, value: T) => Token,
): (text: string) => Token[] {
  const entries = [...words];
  const { first, next, add } = treeOf(entries.reduce((sum, [word]) => sum + word.length, 0));
  const values: (T | undefined)[] = [];
  for (const [word, value] of entries) {
    let node = ROOT;
    for (let i = 0; i < word.length; i++) node = add(node, lower(word.charCodeAt(i)));
    values[node] ??= value;
  }
  const ends: number[] = [];
  return (text) => {
    const tokens: Token[] = [];
    for (let start = 0; start < text.length; start++) {
      let node = first[lower(text.charCodeAt(start))] as number;
      for (let end = start + 1; node !== NONE; end++) {
        if (values[node] !== undefined) ends.push(end, node);
        node = end < text.length ? next(node, lower(text.charCodeAt(end))) : NONE;
      }
      let from = start;
      while (ends.length > 0) {
        const value = values[ends.pop() as number] as T;
        const end = ends.pop() as number;
        if (from > start || !accepts(text, start, end)) continue;
        tokens.push(tokenOf(start, end, value));
        from = end;
      }
      if (from > start) start = from - 1;
    }
    return tokens;
  };
}

/** No node of a tree. */
export const NONE = 0;
/** Where every word begins. */
export const ROOT = 1;

/** The units of words, one behind the other, as a tree; nodes are numbers, its branches lie in one flat hash table. */
interface Tree {
  /** The node behind a unit at the root: most of a text goes no further. */
  readonly first: Int32Array;
  /** The node behind a unit, `NONE` for none. */
  readonly next: (node: number, unit: number) => number;
  readonly add: (node: number, unit: number) => number;
}

/** An empty tree for at most so many units: objects and maps for each node would take longer than reading a policy. */
export function treeOf(most: number): Tree {
  const bits = Math.max(4, 32 - Math.clz32(most * 2));
  const first = new Int32Array(0x10000);
  const slots = new Int32Array(1 << bits);
  const parents = new Int32Array(most + 2);
  const units = new Uint16Array(most + 2);
  let last = ROOT;
  const slotOf = (node: number, unit: number): number => {
    let slot = Math.imul(Math.imul(node, 0x9e3779b1) ^ unit, 0x85ebca6b) >>> (32 - bits);
    for (let held = slots[slot]; held; held = slots[slot]) {
      if (parents[held] === node && units[held] === unit) break;
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  };
  const next = (node: number, unit: number): number => slots[slotOf(node, unit)] ?? NONE;
  const add = (node: number, unit: number): number => {
    const slot = slotOf(node, unit);
    const known = slots[slot] ?? NONE;
    if (known !== NONE) return known;
    slots[slot] = ++last;
    parents[last] = node;
    units[last] = unit;
    if (node === ROOT) first[unit] = last;
    return last;
  };
  return { first, next, add };
}

function lower(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
