import type { HtmlElement, HtmlNode } from './html-nodes.ts';

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.type === 'element';
}

export function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return node.type === 'text' ? [] : node.children;
}

/** Goes through a tree without recursion: pages are nested as deep as someone likes. */
export function walk(
  nodes: readonly HtmlNode[],
  enter: (node: HtmlNode) => boolean,
  leave: (element: HtmlElement) => void,
): void {
  const stack: { node: HtmlNode; entered: boolean }[] = [];
  const push = (list: readonly HtmlNode[]): void => {
    for (let i = list.length - 1; i >= 0; i--) stack.push({ node: list[i] as HtmlNode, entered: false });
  };
  push(nodes);
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node } = step;
    if (step.entered) {
      if (isElement(node)) leave(node);
    } else if (enter(node) && isElement(node)) {
      stack.push({ node, entered: true });
      push(node.children);
    }
  }
}

/** Elements that have no end of their own, or that the next one of their kind ends. */
const FLAT = new Set([
  'p',
  'li',
  'td',
  'th',
  'tr',
  'dt',
  'dd',
  'option',
  'thead',
  'tbody',
  'tfoot',
  'colgroup',
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'area',
  'base',
  'col',
  'embed',
  'source',
  'track',
  'wbr',
]);

/** Whether the tags are nested so deep, and so many, that parsing them would take more than linear time. */
export function isTooDeep(source: string): boolean {
  let depth = 0;
  let sum = 0;
  for (const match of source.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9:]{0,20})/g)) {
    const name = (match[2] ?? '').toLowerCase();
    if (FLAT.has(name)) continue;
    depth = Math.max(0, depth + (match[1] ? -1 : 1));
    sum += depth;
    if (sum > 2e7) return true;
  }
  return false;
}
