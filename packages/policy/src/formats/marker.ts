import { numberOf } from '@mingshi/knowledge';

/** The number or bullet that a line begins with. */
export interface Marker {
  readonly style: MarkerStyle;
  /** Its place in the row of siblings; 0 for bullets. */
  readonly number: number;
  /** Length in the text, white space after it included. */
  readonly length: number;
  /** Length of a further mark in front that says nothing more: the bullet of `• 一、`. */
  readonly outer: number;
}

/** Styles of numbering, those that stand higher in a document first. */
export type MarkerStyle = (typeof STYLES)[number][0];

const HAN = '[一二三四五六七八九十百〇零]{1,4}';
const GAP = '[\\s\u3000]*';

const STYLES = [
  ['part', new RegExp(`^第(${HAN}|\\d{1,2})[部章篇编](?:分)?${GAP}[：:、.．]?${GAP}`)],
  ['clause', new RegExp(`^第(${HAN}|\\d{1,3})[条條节節款]${GAP}[：:、.．]?${GAP}`)],
  ['word', /^(?:article|section|part|chapter|clause)\s+(\d{1,2}|[ivx]{1,5})\s*[.:)–-]?\s+/i],
  ['han', new RegExp(`^(${HAN})${GAP}[、.．,，:：]${GAP}`)],
  ['han-brackets', new RegExp(`^[(（【\\[〔]${GAP}(${HAN})${GAP}[)）】\\]〕]${GAP}[、.．:：]?${GAP}`)],
  ['number', /^(\d{1,2})\s?(?:[、．:：，]|\.(?!\d)|,(?=[^\s\d]))\s*/],
  ['number-3', /^(?:\d{1,2}[.．]){2,4}(\d{1,2})(?![\d%])[、.．]?\s*/],
  ['number-2', /^\d{1,2}[.．](\d{1,2})(?![\d%])[、.．]?\s*/],
  ['number-brackets', /^[(（【[]\s?(\d{1,2})\s?[)）】\]][、.．]?\s*/],
  ['number-bracket', /^(\d{1,2})\s?[)）]\s*/],
  ['circle', /^([\u2460-\u2473\u2776-\u277f])[、.．]?\s*/],
  ['roman', /^[(（]?(i|ii|iii|iv|vi|vii|viii|ix|xi|I|II|III|IV|VI|VII|VIII|IX|XI|XII)[)）.、．](?:\s+|(?=[^\s\w]))/],
  ['letter', /^[(（]?([a-zA-Z])(?:[)）、．]\s*|\.(?:\s+|(?=[\u4e00-\u9fff])))/],
  ['bullet', /^(?:[•·●○◆◇■□▪▫►▶➢➤※★☆✓✔√◦‣⁃\uf000-\uf8ff]|[-–*+](?=\s)|o(?=\s+[\u4e00-\u9fff]))\s*/],
] as const;

/** Where a numbered line may begin: a quick look before the patterns. */
const FIRST =
  /^[第(（【[〔\d一二三四五六七八九十〇\u2460-\u2473\u2776-\u277fa-zA-Z•·●○◆◇■□▪▫►▶➢➤※★☆✓✔√◦‣⁃\uf000-\uf8ff\-–*+]/;

/** The number or bullet at the beginning of a line. */
export function markerOf(line: string): Marker | undefined {
  if (!FIRST.test(line)) return undefined;
  const start = line.slice(0, 40);
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(start);
    if (!match) continue;
    const { length } = match[0];
    const mayBeOuter = style === 'bullet' || /^\d+[.、]\s+$/.test(match[0]);
    const inner = mayBeOuter ? markerOf(line.slice(length, length + 40)) : undefined;
    if (inner && inner.style !== 'bullet' && inner.style !== 'letter') {
      return { ...inner, length: length + inner.length, outer: length };
    }
    return { style, number: style === 'bullet' ? 0 : valueOf(match[1] ?? ''), length, outer: 0 };
  }
  return undefined;
}

/** Whether the second marker is the next of the first's siblings. */
export function follows(first: Marker | undefined, second: Marker | undefined): boolean {
  if (!first || !second || first.style !== second.style) return false;
  return first.style === 'bullet' || second.number === first.number + 1;
}

/** How high a style stands: 0 for parts and chapters. */
export function rankOf(style: MarkerStyle): number {
  return STYLES.findIndex(([name]) => name === style);
}

function valueOf(text: string): number {
  const number = numberOf(text);
  if (number !== undefined) return number;
  const unit = text.charCodeAt(0);
  if (unit >= 0x2460 && unit <= 0x2473) return unit - 0x245f;
  if (unit >= 0x2776 && unit <= 0x277f) return unit - 0x2775;
  if (/^[ivx]+$/i.test(text)) return roman(text.toLowerCase());
  if (/^[a-z]$/i.test(text)) return (unit | 32) - 96;
  return 0;
}

function roman(text: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = values[text.charAt(i)] ?? 0;
    sum += value < (values[text.charAt(i + 1)] ?? 0) ? -value : value;
  }
  return sum;
}
