/** What a line begins with that may name what follows: `使用目的：…`. */
interface Label {
  readonly words: string;
  /** Where the text behind it begins. */
  readonly end: number;
}

const LABELLED = /^[-*•·\d.、)）(（\s]*([^：:，。；,;\n]{2,20}|[A-Za-z][A-Za-z -]{1,35})[：:]\s*/;

/** The label that a line begins with, by its letters alone; `columnOf` knows what it means. */
export function labelIn(line: string): Label | undefined {
  const match = LABELLED.exec(line);
  return match ? { words: (match[1] ?? '').trim(), end: match[0].length } : undefined;
}
