import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Processor } from 'unified';

/** The parsed Markdown of a file, as a tree with offsets. */
export type MarkdownNode = ReturnType<ReturnType<typeof processor>['parse']>['children'][number];

function processor() {
  return unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).use(cjkFriendly);
}

/** Plain CommonMark leaves `收集**设备号（IMEI）**用于` as it is; the extension sees the bold text. */
function cjkFriendly(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), cjkFriendlyExtension()];
}

let parser: ReturnType<typeof processor> | undefined;

/** The blocks of a Markdown text. */
export function parse(source: string): readonly MarkdownNode[] {
  parser ??= processor().freeze();
  const { children } = parser.parse(source);
  if (source.startsWith('\ufeff')) moveByMark(children);
  return children;
}

interface Placed {
  readonly position?: { readonly start: { offset?: number }; readonly end: { offset?: number } };
  readonly children?: readonly Placed[];
}

/** The parser leaves a byte order mark out of its offsets; the file has it. */
function moveByMark(nodes: readonly Placed[]): void {
  const open = [...nodes];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const point of node.position ? [node.position.start, node.position.end] : []) {
      if (point.offset !== undefined) point.offset += 1;
    }
    open.push(...(node.children ?? []));
  }
}

/** Longer texts, or such of more lines, would take the parser seconds. */
const LONGEST = 600_000;
const MOST_LINES = 12_000;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

/** Whether a text would cost the parser more than its length: too long, nested too deep, or nothing but marks. */
export function isTooMuch(source: string): boolean {
  if (source.length > LONGEST) return true;
  let marks = 0;
  let cost = 0;
  let from = 0;
  for (let lines = 0; from < source.length; lines++) {
    if (lines > MOST_LINES) return true;
    const end = source.indexOf('\n', from);
    const line = source.slice(from, end < 0 ? source.length : end);
    from = end < 0 ? source.length : end + 1;
    if (/^[ \t]{100}/.test(line)) return true;
    const prefix = CONTAINERS.exec(line)?.[0];
    if (prefix && prefix.replaceAll(/[\s\d]/g, '').length > 30) return true;
    if (prefix || line.trim() === '' || /^[ \t]*[|#]/.test(line)) {
      if (marks > 200) cost += marks * marks;
      marks = 0;
    }
    marks += line.match(/[[\]*_~`<]/g)?.length ?? 0;
    if (cost + marks * marks > 2e7) return true;
  }
  return false;
}
