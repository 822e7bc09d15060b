import { runsOf } from '@mingshi/model';
import type { PolicyDocument } from '@mingshi/model';
import { isLetterForLetter } from '../formats/rendered.ts';
import { locate } from '../text/locate.ts';

/** What is wrong with a document's runs, tables and sections; for tests, empty when all is sound. */
export function problemsOf(source: string, document: Pick<PolicyDocument, 'blocks' | 'sections'>): string[] {
  const problems: string[] = [];
  document.blocks.forEach((block, index) => {
    const wrong = (what: string): void => {
      problems.push(`block ${index} (${block.text.slice(0, 20)}): ${what}`);
    };
    let end = 0;
    let sourceEnd = 0;
    for (const run of runsOf(block)) {
      if (run.start !== end) wrong(`run begins at ${run.start}, not ${end}`);
      if (run.end <= run.start) wrong('empty run');
      if (run.sourceStart < sourceEnd || run.sourceEnd < run.sourceStart) wrong(`goes back to ${run.sourceStart}`);
      if (run.sourceStart < block.at.start || run.sourceEnd > block.at.end) wrong('run outside of its block');
      const words = block.text.slice(run.start, run.end).replaceAll(/\s/g, ' ');
      const there = source.slice(run.sourceStart, run.sourceEnd).replaceAll(/\s/g, ' ');
      if (isLetterForLetter(run) && words !== there) wrong(`${words} is ${there}`);
      ({ end, sourceEnd } = run);
    }
    if (end !== block.text.length) wrong(`runs end at ${end} of ${block.text.length}`);
    if (block.text.trim() !== block.text || block.text === '') wrong('white space around the text');
    for (const { start, end: to } of block.strong) {
      if (start < 0 || to > block.text.length || to <= start) wrong('strong');
    }
    if (!document.sections[block.section]) wrong('no section');
    if ((block.kind === 'cell') !== (block.table !== undefined)) wrong('cell without a table');
  });
  document.sections.forEach((section, index) => {
    const { parent, at } = section;
    if (parent !== undefined && parent >= index) problems.push(`section ${index}: parent ${parent}`);
    if (at.end < at.start || at.end > source.length) problems.push(`section ${index}: bad extent`);
  });
  return problems;
}

/** The source at the place of the first block that holds some words; for tests. */
export function sourceAt(source: string, document: Pick<PolicyDocument, 'blocks'>, words: string): string | undefined {
  const block = document.blocks.find(({ text }) => text.includes(words));
  if (!block) return undefined;
  const start = block.text.indexOf(words);
  const at = locate(block, start, start + words.length);
  return source.slice(at.start, at.end);
}
