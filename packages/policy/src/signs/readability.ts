import type { Block, PolicyDocument, ReadabilitySign } from '@mingshi/model';
import type { Passage } from '../elements/passages.ts';
import { locate } from '../locate.ts';
import { sentenceOf } from './reader.ts';
import type { SignReader } from './reader.ts';

/** How hard a document is to read, in figures: its longest paragraph, its sentences, how far apart its titles are, its length. */
export const readReadability: SignReader = function* ({ documents, passages }) {
  const sentences: Passage[][] = documents.map(() => []);
  for (const passage of passages) if (isProse(passage)) sentences[passage.sentence.document]?.push(passage);
  for (const [index, document] of documents.entries()) {
    if (document.part === 'main') yield* figuresOf(document, index, sentences[index] ?? []);
  }
};

function isProse({ block, text }: Passage): boolean {
  return block.kind !== 'heading' && block.kind !== 'cell' && text.length > SHORT;
}

/** Labels and lines of lists are no sentences. */
const SHORT = 8;

function* figuresOf({ blocks }: PolicyDocument, index: number, sentences: readonly Passage[]): Iterable<ReadabilitySign> {
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
  for (const [i, block] of blocks.entries()) {
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
  if (sentences.length >= ENOUGH) {
    const weights = sentences.map(({ text }) => lengthOf(text));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const worst = sentences[weights.indexOf(Math.max(...weights.slice(0, MOST)))];
    if (worst) yield sign('sentences', Math.round(total / sentences.length), sentenceOf(worst));
  }
  if (bare) yield sign('headings', stretch.length, startOf(bare));
  yield sign('length', all, startOf(first));
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
  const prose = text.replaceAll(/[!-~]{40,}/g, ' ');
  const han = prose.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const words = prose.match(/[A-Za-z][A-Za-z'’-]*/g)?.length ?? 0;
  return han + words * 2;
}

function startOf(block: Block): ReadabilitySign['quote'] {
  const end = Math.min(block.text.length, 40);
  return { text: block.text.slice(0, end), at: locate(block, 0, end) };
}
