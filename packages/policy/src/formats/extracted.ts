import type { Draft } from './draft.ts';
import type { Unread } from '@mingshi/model';

/** What was taken out of a file that is no text: one paragraph a line, and drafts whose places count in that. */
export interface Extracted {
  readonly text: string;
  readonly drafts: readonly Draft[];
  readonly positions: 'paragraph' | 'page';
  /** Where each page begins in the text. */
  readonly pages?: readonly number[];
  /** What of the file could not be read, as keys and details of `Unread`. */
  readonly unread: readonly Refusal[];
}

/** Why a file, or a part of it, was not read. */
export type Refusal = Pick<Unread, 'what' | 'detail'>;

/** Lays drafts out as the lines of a text of their own. */
export function layOut(drafts: readonly Draft[]): Pick<Extracted, 'text' | 'drafts'> {
  let text = '';
  const placed = drafts.map((draft): Draft => {
    const { text: words, strong } = draft.text;
    const start = text.length;
    const end = start + words.length;
    text += `${words}\n`;
    const runs = [{ start: 0, end: words.length, sourceStart: start, sourceEnd: end }];
    return { ...draft, text: { text: words, runs, strong }, at: { start, end } };
  });
  return { text, drafts: placed };
}
