import type { HtmlElement, HtmlNode } from './html-nodes.ts';

/** Whether a node is an element, and no text or comment. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === 'element';
}

/** The nodes inside a node; none of a text. */
export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return node.type === 'text' ? [] : node.children;
}

/** Children of an element that are being gone through; `next` is the one to come. */
interface Row {
  readonly nodes: readonly HtmlNode[];
  readonly of: HtmlElement | undefined;
  next: number;
}

/**
 * Goes through a tree without recursion: pages are nested as deep as someone likes. For the `last` time nodes are taken out
 * as they come: a long page and what is made of it take much room together.
 */
export function walk(
  nodes: readonly HtmlNode[],
  enter: (node: HtmlNode) => boolean,
  leave: (element: HtmlElement) => void,
  times?: 'last',
): void {
  const rows: Row[] = [{ nodes, of: undefined, next: 0 }];
  for (let row = rows.at(-1); row; row = rows.at(-1)) {
    const node = row.nodes[row.next];
    if (node && times === 'last') (row.nodes as (HtmlNode | undefined)[])[row.next] = undefined;
    row.next++;
    if (!node) {
      rows.pop();
      if (row.of) leave(row.of);
    } else if (enter(node) && isElement(node)) rows.push({ nodes: node.children, of: node, next: 0 });
  }
}

/** Elements that have no end of their own, or that the next one of their kind ends. */
const FLAT =
  'p|li|td|th|tr|dt|dd|option|thead|tbody|tfoot|colgroup|br|hr|img|input|meta|link|area|base|col|embed|source|track|wbr';
const DEEPER = new RegExp(`<(/?)(?!(?:${FLAT})(?![a-z0-9:]))[a-z]`, 'gi');

/** Whether the tags are nested so deep, and so many, that parsing them would take more than linear time. */
export function isTooDeep(source: string): boolean {
  let depth = 0;
  let sum = 0;
  for (const [, ends] of source.matchAll(DEEPER)) {
    depth = Math.max(0, depth + (ends ? -1 : 1));
    sum += depth;
    if (sum > 2e7) return true;
  }
  return false;
}
