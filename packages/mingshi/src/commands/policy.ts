import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { readTelling } from '@mingshi/policy';
import { unreadSentence } from '../report/not-checked.ts';
import { readyFor } from '../engine.ts';
import { openProject } from '../project/project.ts';
import { statOf } from '../project/stat.ts';
import { UserError } from '../user-error.ts';
import { policyJson } from '../policy/json.ts';
import { policyText } from '../policy/text.ts';
import { wantsColour, widthFor } from './outcome.ts';
import type { Run } from './outcome.ts';

/** `mingshi policy FILE` */
export const run: Run = async ({ operands, options }, around) => {
  const named = operands[0] ?? '';
  const bytes = bytesOf(named);
  const path = basename(named);
  readyFor('policy', bytes.length);
  const files = memoryFiles({ [path]: bytes });
  const knowledge = loadKnowledge();
  const reading = await readTelling(files, { named: [path] }, knowledge);
  if (reading.documents.length === 0) {
    // What comes before the last was read another way, and was no use either.
    const why = reading.unread.map(unreadSentence).at(-1) ?? { zh: '没有读出文字', en: 'no text could be read' };
    throw new UserError({ zh: `${named}：${why.zh}`, en: `${named}: ${why.en}` });
  }
  if (options['format']?.[0] === 'json') return { text: policyJson(reading, bytes), code: 0 };
  const text = policyText(reading, bytes, knowledge, {
    language: around.language,
    width: widthFor(around),
    colour: wantsColour(around),
  });
  return { text, code: 0 };
};

function bytesOf(path: string): Uint8Array {
  // What another program writes can be read here, once; the project's own words for what cannot be read at all.
  if (!statOf(path)?.isFIFO()) openProject({ directory: '.', policy: [path] });
  try {
    return readFileSync(path);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new UserError({ zh: `读不了 ${path}：${words}`, en: `cannot read ${path}: ${words}` });
  }
}
