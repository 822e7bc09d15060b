import type { Block, TextRun } from './policy.ts';

/** The runs of a block, also where they are left out because its text is its source letter for letter. */
export function runsOf({ runs, text, at }: Pick<Block, 'runs' | 'text' | 'at'>): readonly TextRun[] {
  return runs.length > 0 ? runs : [{ start: 0, end: text.length, sourceStart: at.start, sourceEnd: at.end }];
}
