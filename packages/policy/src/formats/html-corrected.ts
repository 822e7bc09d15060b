import { load } from 'cheerio';
import type { CheerioOptions } from 'cheerio';
import type { html, Token, TreeAdapter, TreeAdapterTypeMap } from 'parse5';
import { append, ASKED, elementOf, NO_ATTRIBUTES, otherOf, ownChildren, textOf } from './html-nodes.ts';
import type { Attributes, HtmlElement, HtmlNode, HtmlOther, HtmlParent, HtmlText } from './html-nodes.ts';

type Types = TreeAdapterTypeMap<
  HtmlNode, HtmlParent, HtmlNode, HtmlOther, HtmlOther, HtmlElement, HtmlOther, HtmlText, HtmlElement, HtmlOther
>;

/**
 * Any page, however broken, as browsers put it right. Its nodes hold little: those that the parser makes by itself take
 * forty times the room of the page.
 */
export function parseCorrected(source: string): readonly HtmlNode[] {
  // Cheerio hands the adapter to its parser, whatever nodes it makes; its types know of its own adapter alone.
  const treeAdapter = adapterFor(source) as unknown as CheerioOptions['treeAdapter'];
  const [page] = load(source, { sourceCodeLocationInfo: true, treeAdapter }).root().get() as unknown as HtmlOther[];
  return page?.children ?? [];
}

function attributesOf(attributes: readonly Token.Attribute[], known: Attributes): Attributes {
  let asked = known;
  for (const { name, value } of attributes) {
    if (ASKED.has(name) && asked[name] === undefined) asked = { ...asked, [name]: value };
  }
  return asked;
}

function insertBefore(parent: HtmlParent, node: HtmlNode, reference: HtmlNode): void {
  ownChildren(parent).splice(parent.children.indexOf(reference), 0, node);
  node.parent = parent;
}

/** How the parser builds and asks about nodes. */
function adapterFor(source: string): TreeAdapter<Types> {
  return { ...MAKING, ...ASKING, ...textsAndPlaces(source), ...documentMode() };
}

/** How nodes are made and put in their place. */
const MAKING = {
  createDocument: () => otherOf('root'),
  createDocumentFragment: () => otherOf('root'),
  createElement: (name, namespace, attributes) => elementOf(name, namespace, attributesOf(attributes, NO_ATTRIBUTES)),
  createCommentNode: () => otherOf('comment'),
  createTextNode: (words) => textOf(words),
  appendChild: append,
  insertBefore,
  setTemplateContent: append,
  getTemplateContent: (template) => template.children[0] as HtmlOther,
  setDocumentType: (document) => append(document, otherOf('doctype')),
  detachNode: (node) => {
    if (node.parent) ownChildren(node.parent).splice(node.parent.children.indexOf(node), 1);
    node.parent = null;
  },
  adoptAttributes: (element, attributes) => {
    element.attribs = attributesOf(attributes, element.attribs);
  },
} satisfies Partial<TreeAdapter<Types>>;

/** What nodes tell of themselves; comments and document types nothing. */
const ASKING = {
  getFirstChild: (parent) => parent.children[0] ?? null,
  getChildNodes: (parent) => ownChildren(parent),
  getParentNode: ({ parent }) => parent,
  getAttrList: ({ attribs }) => Object.entries(attribs).map(([name, value]) => ({ name, value })),
  getTagName: ({ name }) => name,
  getNamespaceURI: ({ namespace }) => namespace as ReturnType<TreeAdapter<Types>['getNamespaceURI']>,
  getTextNodeContent: ({ data }) => data,
  getCommentNodeContent: () => '',
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isCommentNode: (node): node is HtmlOther => node.type === 'comment',
  isDocumentTypeNode: (node): node is HtmlOther => node.type === 'doctype',
  isElementNode: (node): node is HtmlElement => node.type === 'element',
  isTextNode: (node): node is HtmlText => node.type === 'text',
  getNodeSourceCodeLocation: (node) => (node.start < 0 ? undefined : placeOf(node)),
} satisfies Partial<TreeAdapter<Types>>;

function documentMode() {
  let mode = 'no-quirks' as html.DOCUMENT_MODE;
  return {
    setDocumentMode: (_, found) => {
      mode = found;
    },
    getDocumentMode: () => mode,
  } satisfies Partial<TreeAdapter<Types>>;
}

/** How texts are added and places told. */
function textsAndPlaces(source: string) {
  /** Text whose place comes with the next call. */
  let added = '';
  return {
    insertText: (parent, text) => {
      added = text;
      if (parent.children.at(-1)?.type !== 'text') append(parent, textOf());
    },
    insertTextBefore: (parent, text, reference) => {
      added = text;
      const before = parent.children[parent.children.indexOf(reference) - 1];
      if (before?.type !== 'text') insertBefore(parent, textOf(), reference);
    },
    setNodeSourceCodeLocation: (node, place) => {
      if (!place) return;
      node.start = node.type === 'text' ? textStart(source, place.startOffset, added) : place.startOffset;
      node.end = node.type === 'text' ? node.start : place.endOffset;
      if (node.type === 'element') node.startTagEnd = node.end;
      if (node.type === 'text') lengthen(node, added, place.endOffset, source);
    },
    updateNodeSourceCodeLocation: (node, { endOffset, endTag }) => {
      if (endOffset === undefined) return;
      if (node.type === 'text') lengthen(node, added, endOffset, source);
      else node.end = endOffset;
      if (node.type !== 'element' || !endTag) return;
      node.endTagStart = endTag.startOffset;
      node.endTagEnd = endTag.endOffset;
    },
  } satisfies Partial<TreeAdapter<Types>>;
}

/**
 * Where a text starts. When what came before was passed over, the parser says the semicolon of an entity, or what comes
 * behind a `<` that begins no tag.
 */
function textStart(source: string, said: number, words: string): number {
  if (words.startsWith('<') && source[said] !== '<' && source[said - 1] === '<') return said - 1;
  if (source.charCodeAt(said) !== 0x3b || words.startsWith(';')) return said;
  const name = /&#?\w{1,32}$/.exec(source.slice(Math.max(0, said - 34), said));
  return said - (name?.[0].length ?? 0);
}

/** Adds words to a text. What the parser puts together letter by letter is let go when the source has the same letters. */
function lengthen(node: HtmlText, words: string, end: number, source: string): void {
  node.isSource &&= words.length === end - node.end && source.startsWith(words, node.end);
  if (node.isSource) node.data = source.slice(node.start, end);
  else node.data += words;
  node.end = end;
}

/** All that the parser asks of a place is whether there is one, and an end tag in it. */
function placeOf(node: HtmlNode): Token.ElementLocation {
  const place = { startOffset: node.start, endOffset: node.end, startLine: 0, startCol: 0, endLine: 0, endCol: 0 };
  return node.type === 'element' && node.endTagStart >= 0 ? { ...place, endTag: place } : place;
}
