import type { Parser, Range, TreeCursor } from 'web-tree-sitter';

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

/** The parser is asked back about every hundred steps: plain code takes a call for each hundred characters or so. */
const STEPS_PER_UNIT = 1 / 2;
const FEWEST_STEPS = 20_000;

/** Parses a text, or the given stretches of it; bounded by the parser's own steps, so that the outcome is always the same. */
export function parse(parser: Parser, text: string, within?: readonly Stretch[]): Syntax | Refusal {
  let steps = Math.max(FEWEST_STEPS, text.length * STEPS_PER_UNIT);
  parser.reset();
  const tree = parser.parse(text, null, {
    progressCallback: () => --steps < 0,
    ...(within ? { includedRanges: within.map(rangeOf) } : {}),
  });
  if (!tree) return 'too-complex';
  try {
    return take(tree.walk());
  } finally {
    tree.delete();
  }
}

/** Copies the tree without recursion; nodes of the tree itself would each cost several calls into the parser. */
function take(cursor: TreeCursor): Syntax {
  const open: Syntax[][] = [];
  let siblings: Syntax[] = [];
  const root = siblings;
  try {
    for (;;) {
      const children: Syntax[] = [];
      siblings.push({
        type: cursor.nodeType,
        field: cursor.currentFieldName ?? '',
        start: cursor.startIndex,
        end: cursor.endIndex,
        children,
        named: cursor.nodeIsNamed,
      });
      if (cursor.gotoFirstChild()) {
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

/** Rows are of no interest: the parser is told that all is one line. */
function rangeOf({ start, end }: Stretch): Range {
  return {
    startIndex: start,
    endIndex: end,
    startPosition: { row: 0, column: start },
    endPosition: { row: 0, column: end },
  };
}
