import { BLOCK } from './html-blocks.ts';

/** An element with the places of its tags in the source, -1 where the source has none. */
export interface HtmlElement {
  readonly type: 'element';
  readonly name: string;
  readonly namespace: string;
  /** Of its attributes those that readers ask for. */
  attribs: Readonly<Record<string, string>>;
  children: readonly HtmlNode[];
  parent: HtmlParent | null;
  start: number;
  end: number;
  startTagEnd: number;
  endTagStart: number;
  endTagEnd: number;
}

/** Text as the parser decoded it. */
export interface HtmlText {
  readonly type: 'text';
  data: string;
  /** The source has the same letters. */
  isSource: boolean;
  parent: HtmlParent | null;
  start: number;
  end: number;
}

/** The page itself, what is inside a template, a comment, a document type: nothing that a reader sees. */
export interface HtmlOther {
  readonly type: 'root' | 'comment' | 'doctype';
  children: readonly HtmlNode[];
  parent: HtmlParent | null;
  start: number;
  end: number;
}

/** A node of the parsed page. */
export type HtmlNode = HtmlElement | HtmlText | HtmlOther;

/** What has nodes inside. */
export type HtmlParent = HtmlElement | HtmlOther;

/** Of an element in the making: the attributes so far. */
export type Attributes = Readonly<Record<string, string>>;

/** The attributes that somebody asks for; the rules for broken pages ask for the encoding of mathematics. */
export const ASKED: ReadonlySet<string> = new Set([
  'aria-hidden', 'colspan', 'encoding', 'hidden', 'href', 'role', 'rowspan', 'start', 'style',
]);
/** Shared by all elements that have none. */
export const NO_ATTRIBUTES: Attributes = {};
/** Shared by all nodes that have none. */
const NO_CHILDREN: readonly HtmlNode[] = [];

/** An element that nothing is known of but its start tag, and where that stands if the source has one. */
export function elementOf(
  name: string, namespace: string, attribs: Attributes, start = -1, startTagEnd = -1,
): HtmlElement {
  return {
    type: 'element',
    name,
    namespace,
    attribs,
    children: NO_CHILDREN,
    parent: null,
    start,
    end: startTagEnd,
    startTagEnd,
    endTagStart: -1,
    endTagEnd: -1,
  };
}

/** The page itself, before anything is in it, or a node that nobody sees. */
export function otherOf(type: HtmlOther['type']): HtmlOther {
  return { type, children: NO_CHILDREN, parent: null, start: -1, end: -1 };
}

/** A text; without words when they are still to come. */
export function textOf(data = '', start = -1, end = -1): HtmlText {
  return { type: 'text', data, isSource: true, parent: null, start, end };
}

/** Adds a node behind those that its parent has. */
export function append(parent: HtmlParent, node: HtmlNode): void {
  // A list that grows takes room for many, and most nodes have one child.
  const { children } = parent;
  if (children.length === 0) parent.children = [node];
  else if (isBlank(children.at(-1)) && isBlock(node)) ownChildren(parent)[children.length - 1] = node;
  else ownChildren(parent).push(node);
  node.parent = parent;
}

/** White space before a block is not seen, and half of the nodes of a page are of that kind. */
function isBlank(node: HtmlNode | undefined): boolean {
  return node?.type === 'text' && /^\s*$/.test(node.data);
}

function isBlock(node: HtmlNode): boolean {
  return node.type === 'element' && BLOCK.has(node.name);
}

/** The children of a node that has some, for changing them. */
export function ownChildren({ children }: HtmlParent): HtmlNode[] {
  return children as HtmlNode[];
}
