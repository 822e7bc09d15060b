/** A word found in a text. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Finds words in a text; overlaps included, in order of their end, ASCII case ignored. */
export type Matcher<T> = (text: string) => Hit<T>[];

interface State<T> {
  readonly next: Map<number, State<T>>;
  fail: State<T> | undefined;
  /** Length of the word that ends here, 0 for none. */
  length: number;
  readonly values: T[];
  /** Nearest state on the way of failures where a word ends. */
  also: State<T> | undefined;
}

/** Aho–Corasick over UTF-16 units: one pass over the text, however many words there are. */
export function matcherOf<T>(words: Iterable<readonly [word: string, value: T]>): Matcher<T> {
  const root = stateOf<T>();
  for (const [word, value] of words) {
    let state = root;
    for (let i = 0; i < word.length; i++) {
      const unit = lower(word.charCodeAt(i));
      let next = state.next.get(unit);
      if (!next) state.next.set(unit, (next = stateOf<T>()));
      state = next;
    }
    state.length = word.length;
    state.values.push(value);
  }
  linkFailures(root);
  return (text) => {
    const hits: Hit<T>[] = [];
    let state = root;
    for (let i = 0; i < text.length; i++) {
      const unit = lower(text.charCodeAt(i));
      while (state !== root && !state.next.has(unit)) state = state.fail ?? root;
      state = state.next.get(unit) ?? root;
      for (let found = state.length > 0 ? state : state.also; found; found = found.also) {
        for (const value of found.values) hits.push({ start: i + 1 - found.length, end: i + 1, value });
      }
    }
    return hits;
  };
}

/** Of overlapping hits the leftmost, of those the longest; in order of their start. */
export function longest<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  const sorted = [...hits].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit<T>[] = [];
  let end = 0;
  for (const hit of sorted) {
    if (hit.start < end) continue;
    kept.push(hit);
    end = hit.end;
  }
  return kept;
}

function stateOf<T>(): State<T> {
  return { next: new Map(), fail: undefined, length: 0, values: [], also: undefined };
}

function linkFailures<T>(root: State<T>): void {
  const queue = [...root.next.values()];
  for (const state of queue) state.fail = root;
  for (let i = 0; i < queue.length; i++) {
    const state = queue[i] as State<T>;
    for (const [unit, child] of state.next) {
      let fail = state.fail;
      while (fail && !fail.next.has(unit)) fail = fail.fail;
      child.fail = fail?.next.get(unit) ?? root;
      child.also = child.fail.length > 0 ? child.fail : child.fail.also;
      queue.push(child);
    }
  }
}

function lower(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}
