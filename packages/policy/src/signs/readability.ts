import type { Block, PolicyDocument, ReadabilitySign } from '@mingshi/model';
import { foldWidth } from '../text/fold.ts';
import { locate } from '../text/locate.ts';
import { sentenceRanges } from '../units/sentences.ts';
import type { DocumentReader } from './reader.ts';

/** How hard a document is to read, in figures: its longest paragraph, its sentences, how far apart its titles are, its length. */
export const readReadability: DocumentReader = function* (documents) {
  for (const [index, document] of documents.entries()) if (document.part === 'main') yield* figuresOf(document, index);
};

/** Labels and lines of lists are no sentences. */
const SHORT = 8;

function* figuresOf({ blocks }: PolicyDocument, index: number): Iterable<ReadabilitySign> {
  type Measure = ReadabilitySign['measure'];
  const sign = (measure: Measure, figure: number, quote: ReadabilitySign['quote']): ReadabilitySign => ({
    kind: 'readability', document: index, quote, measure, figure,
  });
  const lengths = blocks.map(({ text }) => lengthOf(text));
  // The longest stretch without a line that the eye could hold on to, and where it begins.
  let all = 0;
  let longest = 0;
  let stretch = { from: 0, length: 0 };
  let current = stretch;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const length = lengths[i] ?? 0;
    all += length;
    if (length > (lengths[longest] ?? 0)) longest = i;
    if (block.kind === 'cell' || isTitle(block)) current = { from: i + 1, length: 0 };
    else current.length += length;
    if (current.length > stretch.length) stretch = current;
  }
  const [first, paragraph, bare] = [blocks[0], blocks[longest], blocks[stretch.from]];
  if (!first || !paragraph) return;
  yield sign('paragraph', lengths[longest] ?? 0, startOf(paragraph));
  const { count, total, worst } = sentencesIn(blocks);
  if (count >= ENOUGH && worst) yield sign('sentences', Math.round(total / count), worst);
  if (bare) yield sign('headings', stretch.length, startOf(bare));
  yield sign('length', all, startOf(first));
}

/** How many sentences there are, what they weigh together, and the first of the longest. */
function sentencesIn(blocks: readonly Block[]): { count: number; total: number; worst?: ReadabilitySign['quote'] } {
  let count = 0;
  let total = 0;
  let most = -1;
  let worst: { readonly block: Block; readonly start: number; readonly end: number } | undefined;
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'cell') continue;
    for (const [start, end] of sentenceRanges(block.text)) {
      if (end - start <= SHORT) continue;
      const weight = lengthOf(foldWidth(block.text.slice(start, end)));
      count++;
      total += weight;
      if (weight <= most || count > MOST) continue;
      most = weight;
      worst = { block, start, end };
    }
  }
  if (!worst) return { count, total };
  const { block, start, end } = worst;
  return { count, total, worst: { text: block.text.slice(start, end), at: locate(block, start, end) } };
}

/** Fewer sentences than this have no telling average. */
const ENOUGH = 8;
/** Among more sentences than this nobody needs to be shown the very longest. */
const MOST = 10_000;

/** A title, or a line short enough to be one. */
function isTitle({ kind, text }: Block): boolean {
  return kind === 'heading' || (text.length <= (/[\u3400-\u9fff]/.test(text) ? 24 : 60) && !/[。；;，,.]\s*$/.test(text));
}

/** Characters of Chinese, words of English: a word weighs about two characters. Addresses and encoded pictures weigh nothing. */
function lengthOf(text: string): number {
  let length = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isPrinted(unit) && !isPrinted(text.charCodeAt(i - 1))) {
      let end = i + 1;
      while (isPrinted(text.charCodeAt(end))) end++;
      if (end - i >= NO_WORD) {
        i = end - 1;
        inWord = false;
        continue;
      }
    }
    const letter = (unit | 32) >= 97 && (unit | 32) <= 122;
    if (unit >= 0x3400 && unit <= 0x9fff) length++;
    else if (letter && !inWord) length += 2;
    inWord = letter || (inWord && (unit === 0x27 || unit === 0x2019 || unit === 0x2d));
  }
  return length;
}

/** Signs without a space among them that are no words any more. */
const NO_WORD = 40;

function isPrinted(unit: number): boolean {
  return unit > 32 && unit < 127;
}

function startOf(block: Block): ReadabilitySign['quote'] {
  const end = Math.min(block.text.length, 40);
  return { text: block.text.slice(0, end), at: locate(block, 0, end) };
}
