import type { Block } from '@mingshi/model';
import { markerOf } from '../formats/marker.ts';

/** How a sentence ends that promises a list: a colon, and perhaps the number of the first item left behind by whoever broke the lines. */
export const LEAD = /(?:[:：]|包括(?:但不限于)?|如下)[\s*_。]*$|[:：]\s*;?\s*[(（]?(?:1|a|i)[.)）]$/;

/** First block after the list that begins at `from`, right behind its lead-in. */
export function endOfList(blocks: readonly Block[], from: number): number {
  const lead = blocks[from - 1] as Block;
  const first = blocks[from];
  if (!first || first.kind === 'heading' || first.kind === 'cell') return from;
  const depth = lead.kind === 'item' ? lead.level : 0;
  const leadMark = markOf(lead.text);
  const firstMark = markOf(first.text);
  if (lead.kind === 'item' && first.kind === 'item' && first.level <= depth) return from;
  if (first.kind !== 'item' && firstMark && firstMark === leadMark) return from;
  let i = from;
  for (; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'heading' || block.kind === 'cell') break;
    if (block.kind === 'item') {
      if (lead.kind === 'item' && block.level <= depth) break;
      continue;
    }
    if (first.kind === 'item') break;
    const mark = markOf(block.text);
    if (mark && mark === leadMark) break;
    if (mark || i === from) continue;
    if (firstMark ? !continues(blocks[i - 1]?.text) : !isLoose(block.text, blocks[i - 1]?.text)) break;
  }
  return i;
}

/** Without marks a list goes on while its lines are short and none of them is a full sentence. */
function isLoose(text: string, before: string | undefined): boolean {
  return continues(before) || (text.length <= 60 && !/[。.！!]\s*$/.test(before ?? '') && !LEAD.test(text));
}

/** A line that ends in the middle of something. */
function continues(text: string | undefined): boolean {
  return /[；;、，,:：]\s*(?:[(（]?\d{1,2}[.)）])?\s*$/.test(text ?? '');
}

/** What kind of mark a line begins with, '' for none. */
function markOf(text: string): string {
  return markerOf(text.slice(0, 40).trimStart())?.style ?? '';
}
