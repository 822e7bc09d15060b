import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Processor } from 'unified';
import type { Markup } from '../formats/html/markup.ts';

/** How a text becomes part of a page. */
interface Rendering {
  /** Where a link of the text leads on the page; undefined makes it plain words. */
  readonly link: (target: string) => string | undefined;
  /** What is added to the level of its titles. */
  readonly deeper?: number;
  /** Markup to stand for a fenced block, by the block's info string; undefined leaves it as it is. */
  readonly block?: (info: string) => Markup | undefined;
}

/** A node of HTML as the libraries hand it over: as much of it as is used here. */
interface Node {
  readonly type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  readonly data?: { readonly meta?: string };
  children?: Node[];
}

/** Our own Markdown as HTML; HTML in it is dropped. */
export function rendered(markdown: string, rendering: Rendering): Markup {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(cjkFriendly)
    .use(remarkRehype)
    .use(() => (tree: unknown) => dress(tree as Node, rendering))
    .use(rehypeStringify, { allowDangerousHtml: true });
  return { markup: String(processor.processSync(markdown)) };
}

/** As GitHub and we read it: bold letters beside Chinese punctuation. */
function cjkFriendly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), cjkFriendlyExtension()];
}

/** The name of a title in an address. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');

function dress(root: Node, rendering: Rendering): void {
  let title = '';
  const walk = (node: Node): Node => {
    const { tagName } = node;
    const level = /^h([1-6])$/.exec(tagName ?? '')?.[1];
    if (level !== undefined) {
      title = textOf(node);
      node.tagName = `h${Math.min(6, Number(level) + (rendering.deeper ?? 0))}`;
      node.properties = { ...node.properties, id: slug(title) };
    }
    if (tagName === 'pre') return figure(node, rendering);
    if (tagName === 'a') follow(node, rendering);
    if (tagName === 'th') node.properties = { ...node.properties, scope: 'col' };
    if (tagName === 'table') node.children = [caption(title), ...(node.children ?? [])];
    if (node.children) node.children = node.children.map(walk);
    return node;
  };
  walk(root);
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');
const element = (tagName: string, properties: Record<string, unknown>, children: Node[]): Node => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const caption = (title: string): Node =>
  element('caption', { className: ['unseen'] }, [{ type: 'text', value: title }]);

function follow(node: Node, { link }: Rendering): void {
  const href = link(decodeURI(String(node.properties?.['href'] ?? '')));
  if (href === undefined) {
    node.tagName = 'span';
    node.properties = {};
  } else node.properties = { href };
}

/** A fenced block; one that names a file shows the name above it. */
function figure(pre: Node, { block }: Rendering): Node {
  const code = pre.children?.[0];
  const kind = String((code?.properties?.['className'] as readonly string[] | undefined)?.[0] ?? '').slice('language-'.length);
  const meta = code?.data?.meta ?? '';
  const instead = block?.(`${kind} ${meta}`.trim());
  if (instead) return { type: 'raw', value: instead.markup };
  if (meta === '') return pre;
  const name = element('figcaption', {}, [element('code', {}, [{ type: 'text', value: meta }])]);
  return element('figure', {}, [name, pre]);
}
