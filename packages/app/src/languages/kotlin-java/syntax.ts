import type { Language, Parser, Range, TreeCursor } from 'web-tree-sitter';

/** A node of the parse, taken out of the parser's own memory. */
export interface Syntax {
  readonly type: string;
  /** Its part in the parent where the grammar names it: `left`, `condition`. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Syntax[];
  /** Whether it is no mere token. */
  readonly named: boolean;
}

/** What the parser could not finish within its bounds. */
export type Refusal = 'too-complex';

/** A stretch of the text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The parser asks back after every hundred of its steps. Written code takes six to sixteen calls for a thousand characters;
 * code in which it sees many ways to go on, and whole files without a space, take more.
 */
const CALLS_PER_UNIT = 1 / 25;
const FEWEST_CALLS = 10_000;
/** Behind a mistake it looks for the end of a string or comment from every place on: to the end of the file each time. */
const READ_AGAIN = 16;
const FEWEST_UNITS = 2_000_000;
const CHUNK = 4096;
/** What being asked costs, be the answer ever so short. */
const LEAST_READ = 256;
/** More than any file of the longest length that people write holds. */
const MOST_NODES = 1_000_000;

/** Parses a text, or the given stretches of it; bounded by the parser's own steps, so that the outcome is always the same. */
export function parse(parser: Parser, text: string, within?: readonly Stretch[]): Syntax | Refusal {
  let calls = Math.max(FEWEST_CALLS, text.length * CALLS_PER_UNIT);
  let units = FEWEST_UNITS + text.length * READ_AGAIN;
  let at = 0;
  /** The end of the stretch that a place lies in; there may be many of them, and short ones. */
  const endOf = (index: number): number => {
    if (!within) return text.length;
    if (at > 0 && index < (within[at - 1]?.end ?? 0)) at = 0;
    while (index >= (within[at]?.end ?? Infinity)) at += 1;
    return within[at]?.end ?? text.length;
  };
  const give = (index: number): string => {
    const end = Math.min(index + CHUNK, endOf(index));
    units -= within ? end - index + LEAST_READ : CHUNK;
    return units < 0 ? '' : text.slice(index, end);
  };
  parser.reset();
  const tree = parser.parse(give, null, {
    progressCallback: () => --calls < 0,
    ...(within ? { includedRanges: within.map(rangeOf) } : {}),
  });
  if (!tree) return 'too-complex';
  try {
    if (units < 0) return 'too-complex';
    return tree.rootNode.descendantCount > MOST_NODES ? 'too-complex' : take(tree.walk(), tree.language);
  } finally {
    tree.delete();
  }
}

/** Copies the tree without recursion; nodes of the tree itself would each cost several calls into the parser. */
function take(cursor: TreeCursor, language: Language): Syntax {
  const open: Syntax[][] = [];
  let siblings: Syntax[] = [];
  const root = siblings;
  try {
    for (;;) {
      const id = cursor.nodeTypeId;
      const named = isNamed(language, id);
      const start = cursor.startIndex;
      const type = language.types[id] ?? 'ERROR';
      const field = cursor.currentFieldName ?? '';
      const children: Syntax[] = named ? [] : NONE;
      siblings.push({ type, field, start, end: named ? cursor.endIndex : start + type.length, children, named });
      if (named && cursor.gotoFirstChild()) {
        open.push(siblings);
        siblings = children;
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        const parents = open.pop();
        if (!parents) return root[0] as Syntax;
        siblings = parents;
        cursor.gotoParent();
      }
    }
  } finally {
    cursor.delete();
  }
}

const NONE: Syntax[] = [];

const known = new WeakMap<Language, boolean[]>();

/** Whether a type of node is no mere token; asked once of each. */
function isNamed(language: Language, type: number): boolean {
  const types = known.get(language) ?? [];
  known.set(language, types);
  return (types[type] ??= type >= language.types.length || language.nodeTypeIsNamed(type));
}

/** Rows are of no interest: the parser is told that all is one line. */
function rangeOf({ start, end }: Stretch): Range {
  return {
    startIndex: start,
    endIndex: end,
    startPosition: { row: 0, column: start },
    endPosition: { row: 0, column: end },
  };
}
