import type { Placed } from './code.ts';
import type { Syntax } from './syntax.ts';

/** What translating a file carries along. */
export interface Source {
  readonly text: string;
  /** How deep the translation stands, and whether it had to stop somewhere. */
  readonly nesting: { depth: number; exceeded: boolean };
}

/** Deeper than people write; a bound for everything that follows the code down. */
const DEEPEST = 600;

/** Goes one level down; `otherwise` beyond the bound. */
export function deeper<T>({ nesting }: Source, translate: () => T, otherwise: T): T {
  if (nesting.depth >= DEEPEST) {
    nesting.exceeded = true;
    return otherwise;
  }
  nesting.depth += 1;
  const result = translate();
  nesting.depth -= 1;
  return result;
}

/** The words of a file at a node. */
export function textOf({ text }: Source, node: Placed): string {
  return text.slice(node.start, node.end);
}

/** The first child of one of the types. */
export function child(node: Syntax | undefined, ...types: readonly string[]): Syntax | undefined {
  if (node) for (const each of node.children) if (types.includes(each.type)) return each;
  return undefined;
}

/** The children of a node that are of some types. */
export function childrenOf(node: Syntax | undefined, ...types: readonly string[]): readonly Syntax[] {
  return node?.children.filter((each) => types.includes(each.type)) ?? [];
}

/** The child that plays a part. */
export function part(node: Syntax, field: string): Syntax | undefined {
  for (const each of node.children) if (each.field === field) return each;
  return undefined;
}

/** Children without tokens and comments. */
export function inner(node: Syntax): readonly Syntax[] {
  return node.children.filter((each) => each.named && each.type !== 'line_comment' && each.type !== 'block_comment');
}

/** Whether a word or sign stands among the children. */
export function hasToken(node: Syntax | undefined, token: string): boolean {
  return node?.children.some((each) => !each.named && each.type === token) ?? false;
}

/** The left arms of a chain of binary expressions, from the left; without recursion, as generated chains are long. */
export function chainOf(node: Syntax, type: string, joins: (each: Syntax) => boolean): readonly Syntax[] {
  const items: Syntax[] = [];
  let at = node;
  for (;;) {
    const [left, right] = [at.children[0], at.children.at(-1)];
    if (!left || !right) break;
    items.push(right);
    if (left.type !== type || !joins(left)) {
      items.push(left);
      break;
    }
    at = left;
  }
  return items.toReversed();
}
