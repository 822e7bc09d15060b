import { cellsOf, rowsOf } from './html-tables.ts';
import { isElement, walk } from './html-tree.ts';
import type { HtmlElement, HtmlNode } from './html-nodes.ts';

/** What a first look at a page shows: which elements a reader does not see, and which are set apart. */
export interface Survey {
  readonly title?: string;
  readonly hidden: ReadonlySet<HtmlElement>;
  readonly strong: ReadonlySet<HtmlElement>;
  /** Tables that only place things: one column, tables or headings within. */
  readonly layout: ReadonlySet<HtmlElement>;
}

const UNSEEN = new Set([
  'head',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'iframe',
  'object',
  'audio',
  'video',
  'canvas',
  'map',
  'select',
  'datalist',
  'button',
  'textarea',
  'input',
  'nav',
]);
const STRONG = new Set(['b', 'strong', 'u', 'mark']);

interface Counts {
  readonly element: HtmlElement;
  text: number;
  links: number;
}

/** Looks at a page once, from top to bottom. */
export function surveyOf(nodes: readonly HtmlNode[]): Survey {
  const hidden = new Set<HtmlElement>();
  const strong = new Set<HtmlElement>();
  const layout = new Set<HtmlElement>();
  const tables: HtmlElement[] = [];
  const edges: Counts[] = [];
  let links = 0;
  let title: string | undefined;
  walk(
    nodes,
    (node) => {
      if (!isElement(node)) {
        const edge = edges.at(-1);
        if (node.type === 'text' && edge) {
          const length = node.data.trim().length;
          edge.text += length;
          if (links > 0) edge.links += length;
        }
        return false;
      }
      const { name, attribs } = node;
      if (name === 'title' && title === undefined) title = titleOf(node);
      if (isHidden(node)) {
        hidden.add(node);
        return name === 'head';
      }
      if (STRONG.has(name) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribs.style ?? '')) strong.add(node);
      if (name === 'table') {
        const outer = tables.at(-1);
        if (outer) layout.add(outer);
        if (rowsOf(node).every((row) => cellsOf(row).length < 2)) layout.add(node);
        tables.push(node);
      }
      const table = tables.at(-1);
      if (table && /^h[1-6]$/.test(name)) layout.add(table);
      if (name === 'header' || name === 'footer') edges.push({ element: node, text: 0, links: 0 });
      if (name === 'a') links++;
      return true;
    },
    (element) => {
      const { name } = element;
      if (name === 'table') tables.pop();
      if (name === 'a') links--;
      if (name !== 'header' && name !== 'footer') return;
      const edge = edges.pop();
      if (edge && edge.text < 400 && edge.links > edge.text * 0.6) hidden.add(edge.element);
    },
  );
  return { ...(title && { title }), hidden, strong, layout };
}

function isHidden({ name, attribs }: HtmlElement): boolean {
  if (UNSEEN.has(name) || attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  if (attribs.role === 'navigation' || attribs.role === 'menu') return true;
  return attribs.style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style);
}

function titleOf(element: HtmlElement): string | undefined {
  const text = element.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || undefined;
}
