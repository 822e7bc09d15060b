import type { Page, PdfLine } from './lines.ts';

/** How far from the edge of a page its header and footer may stand. */
const BAND = 0.13;
/** 3 · - iv - · 第 3 页 共 9 页 · Page 3 of 9 · 3 / 9 */
const PAGE_NUMBER = new RegExp(
  String.raw`^[-–—·•\s]*(?:第\s*)?(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*页)?` +
    String.raw`(?:\s*(?:\/|of|，|,|共)\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[-–—·•\s]*$`,
  'i',
);

/** The lines without the headers and footers that pages repeat, and without page numbers. */
export function withoutMargins(lines: readonly PdfLine[], pages: readonly Page[]): PdfLine[] {
  const seen = new Map<string, Set<number>>();
  const keys = new Map<PdfLine, string>();
  const width = lines.reduce((most, { left, right }) => Math.max(most, right - left), 1);
  const extents = extentsOf(lines);
  for (const line of lines) {
    const edge = edgeOf(line, pages);
    // A line over the whole width is text: two pages may well begin alike.
    if (!edge || (line.right - line.left > width * 0.85 && line.text.length > 40)) continue;
    const key = `${edge} ${line.text.replaceAll(/\d+/g, '#').replaceAll(/\s/g, '')}`;
    keys.set(line, key);
    const on = seen.get(key) ?? new Set();
    seen.set(key, on.add(line.page));
  }
  return lines.filter((line) => {
    const key = keys.get(line);
    if (key === undefined) return true;
    const { top = 0, bottom = 0 } = extents[line.page] ?? {};
    // Page numbers are the first or the last of a page.
    const number = PAGE_NUMBER.test(line.text) && (line.y <= top + line.size || line.y >= bottom - line.size);
    return !number && (seen.get(key)?.size ?? 0) < 2;
  });
}

/** Top or bottom with the height in steps: what a page repeats stands at the same place. */
function edgeOf({ y, page }: PdfLine, pages: readonly Page[]): string | undefined {
  const height = pages[page]?.height ?? 0;
  if (y < height * BAND) return `top ${Math.round(y / 4)}`;
  if (y > height * (1 - BAND)) return `bottom ${Math.round((height - y) / 4)}`;
  return undefined;
}

interface Extent {
  top: number;
  bottom: number;
}

/** The base lines between which each page's text stands. */
function extentsOf(lines: readonly PdfLine[]): Extent[] {
  const extents: Extent[] = [];
  for (const { page, y } of lines) {
    const extent = (extents[page] ??= { top: y, bottom: y });
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
  }
  return extents;
}
