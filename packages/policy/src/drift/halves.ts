import type { Language } from '@mingshi/knowledge';
import type { Block, PolicyDocument } from '@mingshi/model';
import { kindOf } from '../text/classify.ts';
import { weigh } from '../text/language.ts';
import { areOfOneLength, sizeOf } from './versions.ts';

/** The Chinese and the English text of a document that holds both, each as a document of its own. */
type Halves = readonly [PolicyDocument, PolicyDocument];

/** Longer texts cost more than they tell. */
const LONGEST = 1_000_000;

/** The halves of a document in two languages; nothing where the one is no version of the other. */
export function halvesOf(document: PolicyDocument): Halves | undefined {
  const { language, part, kind, length, blocks } = document;
  if (language !== 'mixed' || part !== 'main' || kind !== 'privacy-policy' || length > LONGEST) return undefined;
  const speech = withNeighbours(withoutAsides(blocks.map(speechOf), blocks));
  const halves: Halves = [halfOf(document, 'zh', speech), halfOf(document, 'en', speech)];
  const own = (of: Language): number => sizeOf(blocks.filter((_, i) => speech[i] === of), of);
  const [zh, en] = [own('zh'), own('en')];
  const shared = blocks.reduce((sum, { text }, i) => (speech[i] === 'both' ? sum + lettersOf(text) : sum), 0);
  const areVersions = areOfOneLength(zh, en) && shared < zh + en && halves.every((half) => half.kind === 'privacy-policy');
  return areVersions ? halves : undefined;
}

/** The language that a block belongs to; what both readers understand, names and the like, is of both. */
type Speech = Language | 'both';

function speechOf({ text }: Block): Speech {
  const { han, latin } = weigh(text);
  if (han === 0) return latin > 3 && PROSE.test(text) ? 'en' : 'both';
  const [less, more] = han < latin * 2 ? [han, latin * 2] : [latin * 2, han];
  // 隐私政策 Privacy Policy, and paragraphs that say everything twice.
  if (less > more * 0.3) return 'both';
  return han > latin * 2 ? 'zh' : 'en';
}

const PROSE = /\b(?:the|we|us|our|you|your|and|or|of|to|is|are|for|in|it|this|that|with|by)\b/i;

/** Length in English letters: a Chinese character says as much as nearly three. */
const lettersOf = (text: string): number => text.length + weigh(text).han * 1.7;

/** A few words in the other language, far shorter than what stands before and behind them, are part of that. */
function withoutAsides(speech: readonly Speech[], blocks: readonly Block[]): readonly Speech[] {
  const runs: { readonly speech: Speech; readonly blocks: number[]; letters: number }[] = [];
  for (const [i, each] of speech.entries()) {
    if (each === 'both') continue;
    let run = runs.at(-1);
    if (run?.speech !== each) runs.push((run = { speech: each, blocks: [], letters: 0 }));
    run.blocks.push(i);
    run.letters += lettersOf((blocks[i] as Block).text);
  }
  const read = [...speech];
  for (const [place, run] of runs.entries()) {
    const around = [runs[place - 1], runs[place + 1]].flatMap((each) => each?.letters ?? []);
    if (around.every((letters) => run.letters < letters * 0.2)) for (const i of run.blocks) read[i] = 'both';
  }
  return read;
}

/** Names between two blocks of one language are told in that. */
function withNeighbours(speech: readonly Speech[]): readonly Speech[] {
  const before: Speech[] = [];
  for (const [i, each] of speech.entries()) before[i] = each === 'both' ? (before[i - 1] ?? 'both') : each;
  const read = [...speech];
  let behind: Speech = 'both';
  for (let i = speech.length - 1; i >= 0; i--) {
    if (speech[i] !== 'both') behind = speech[i] as Speech;
    else if (behind === before[i]) read[i] = behind;
  }
  return read;
}

function halfOf(document: PolicyDocument, of: Language, speech: readonly Speech[]): PolicyDocument {
  const blocks = document.blocks.filter((_, i) => speech[i] === of || speech[i] === 'both');
  const head = blocks.find(({ kind, text }) => kind === 'heading' && (of === 'zh') === weigh(text).han > 0);
  const title = head?.text ?? document.title;
  const beginning = blocks.slice(0, 60).map(({ text }) => text).join('\n');
  return {
    ...document,
    language: of,
    blocks,
    kind: kindOf(title ?? '', beginning),
    ...(title !== undefined && { title }),
  };
}
