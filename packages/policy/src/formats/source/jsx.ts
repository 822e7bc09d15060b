import { copy, startWriting } from '../rendered.ts';
import { visit } from './program.ts';
import type { Standing } from './say.ts';
import { say, sayHtml, tag } from './sheet.ts';
import { isShown, roleOf } from './shown.ts';
import { textOf, writeExpression } from './texts.ts';
import type { Program } from './texts.ts';
import type { Node } from './tree.ts';

const KEPT = new RegExp(
  '^(?:h[1-6]|p|div|section|article|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|blockquote|main|details' +
    '|summary|pre)$',
);
const INLINE = /^(?:span|a|em|i|u|code|small|sub|sup|mark|label|font|time|abbr)$/;
const UNSEEN =
  /^(?:script|style|svg|head|Head|Helmet|noscript|iframe|button|input|img|Image|Icon|\w*Button|\w*Icon|nav|select)$/;

/** Writes what a piece of JSX shows as HTML: elements by what they are called and how they are styled. */
export function writeJsx(program: Program, node: Node, standing: Standing): void {
  const { kind, children } = node;
  if (kind === 'JsxElement' || kind === 'JsxSelfClosingElement' || kind === 'JsxFragment') {
    writeElement(program, node, standing);
  } else if (kind === 'JsxText') {
    const text = startWriting();
    copy(text, program.source, node.start, node.end);
    // Its entities are those of HTML.
    sayHtml(program.sheet, text);
  } else if (kind === 'JsxExpression') {
    const inner = children.at(-1);
    if (inner) writeInner(program, inner, standing);
  } else {
    for (const child of children) visit(program, child, standing);
  }
}

/** What braces hold: a text, elements, or a value whose name is shown where it stands within a line. */
function writeInner(program: Program, inner: Node, standing: Standing): void {
  const isValue = /^(?:Identifier|PropertyAccessExpression|NewExpression)$/.test(inner.kind);
  const isDate = inner.kind === 'CallExpression' && /^new Date\b/.test(textOf(program, inner).slice(0, 10));
  if (!isValue && !isDate) return visit(program, inner, { ...standing, named: true });
  if (!standing.inline) return;
  const writing = startWriting();
  writeExpression(writing, program, inner);
  say(program.sheet, writing);
}

function writeElement(program: Program, node: Node, standing: Standing): void {
  const { sheet, source } = program;
  const opening = node.kind === 'JsxSelfClosingElement' ? node : node.children[0];
  const [nameNode] = node.kind === 'JsxFragment' ? [] : (opening?.children ?? []);
  const name = nameNode ? textOf(program, nameNode) : '';
  if (UNSEEN.test(name)) return;
  const attributes = opening?.children.find(({ kind }) => kind === 'JsxAttributes')?.children ?? [];
  const children = node.kind === 'JsxSelfClosingElement' ? [] : node.children.slice(1, -1);
  if (/^br$/i.test(name)) {
    tag(sheet, 'br', node.start);
    return;
  }
  const inLine = children.some(({ kind, start, end }) => kind === 'JsxText' && /\S/.test(source.slice(start, end)));
  const own = elementOf(name, attributes, standing, inLine, program);
  tag(sheet, own, node.start);
  const bold = /font-?weight['"]?\s*:\s*['"]?(?:bold|[6-9]00)|\bbold\b/i.test(styleOf(attributes, program));
  if (bold) tag(sheet, 'b', node.start);
  for (const attribute of attributes) writeAttribute(program, attribute, standing);
  for (const child of children)
    visit(program, child, {
      depth: standing.depth,
      inline: inLine || (own === 'span' && standing.inline === true),
      named: true,
    });
  if (bold) tag(sheet, '/b', node.end);
  tag(sheet, `/${own}`, node.end);
}

/** The element of HTML that one of JSX stands for. */
function elementOf(
  name: string,
  attributes: readonly Node[],
  standing: Standing,
  inLine: boolean,
  program: Program,
): string {
  if (/^h[1-6]$/i.test(name)) return name.toLowerCase();
  const level = headingLevel(name, attributes, program);
  const length = inLine ? 1 : 0;
  if (level > 0 && length > 0 && !standing.inline) return `h${level}`;
  if (KEPT.test(name)) return name;
  if (/^(?:b|strong|\w*Bold|Strong)$/.test(name)) return 'b';
  if (INLINE.test(name) || standing.inline) return 'span';
  if (/^(?:li|\w*Item|Bullet\w*)$/.test(name)) return 'li';
  if (/^(?:Ul|Ol|\w*List)$/.test(name)) return 'ul';
  return inLine ? 'p' : 'div';
}

/** Titles by the element's name, by its level or variant, or by its style. */
function headingLevel(name: string, attributes: readonly Node[], program: Program): number {
  const value = (wanted: RegExp): string => {
    const found = attributes.find(({ children }) => children[0] && wanted.test(textOf(program, children[0])));
    return found ? textOf(program, found).replace(/^[\w-]+=/, '') : '';
  };
  const given = /\bh?([1-6])\b/.exec(value(/^(?:level|variant|as|component|order)$/))?.[1];
  if (/(?:Title|Heading|Header)$/.test(name)) return Number(given ?? 2);
  if (/^(?:Typography|Text)$/.test(name) && /h[1-6]/.test(value(/^(?:variant|as|component)$/)))
    return Number(given ?? 2);
  return /(?:title|heading|\bh[1-6]\b)/i.test(styleOf(attributes, program)) &&
    !KEPT.test(name.replace(/^(?:p|div)$/, ''))
    ? 3
    : 0;
}

function styleOf(attributes: readonly Node[], program: Program): string {
  return attributes
    .filter(({ children }) => children[0] && /^(?:className|class|style)$/.test(textOf(program, children[0])))
    .map((attribute) => textOf(program, attribute).slice(0, 300))
    .join(' ');
}

/** Texts that are given as attributes: a heading, a paragraph, or elements and data. */
function writeAttribute(program: Program, attribute: Node, standing: Standing): void {
  const [name, value] = attribute.children;
  if (!name || !value) return;
  const key = textOf(program, name);
  const role = roleOf(key);
  if (/^(?:className|class|style|key|id|href|src|to|ref|alt|on[A-Z]\w*|aria-.*|data-.*|testID)$/.test(key)) return;
  const inner = value.kind === 'JsxExpression' ? value.children.at(-1) : value;
  if (!inner) return;
  if (value.kind !== 'StringLiteral') {
    return visit(program, inner, {
      depth: standing.depth + 1,
      role: role === 'item' ? role : undefined,
      named: role !== undefined,
    });
  }
  const text = startWriting();
  copy(text, program.source, value.start + 1, value.end - 1);
  if (!isShown(text.text, role !== undefined)) return;
  const element = role === 'heading' ? 'h3' : 'p';
  tag(program.sheet, element, value.start);
  sayHtml(program.sheet, text);
  tag(program.sheet, `/${element}`, value.end);
}
