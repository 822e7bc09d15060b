import type { Language } from '@mingshi/knowledge';
import { draft } from '../draft/draft.ts';
import { draftMarkdown } from '../draft/markdown.ts';
import { growSlowly } from '../memory.ts';
import { refuseFolder, writeAtomically } from '../write.ts';
import type { Run } from './outcome.ts';
import { progressOn } from './progress.ts';

/** `mingshi draft [DIR]` */
export const run: Run = async ({ operands, options }, around) => {
  const one = (name: string): string | undefined => options[name]?.[0];
  const output = one('output');
  if (output !== undefined) refuseFolder(output);
  const progress = progressOn(around);
  const lang = one('lang') as Language | undefined;
  const made = await draft({
    directory: operands[0] ?? '.',
    fallback: around.language,
    onStage: (stage) => {
      if (stage === 'policy') growSlowly();
      return progress.stage(stage);
    },
    ...(lang !== undefined && { languages: [lang] }),
    ...(options['policy'] && { policy: options['policy'] }),
    ...(options['manifest'] && { manifest: options['manifest'] }),
    ...(options['rule'] && { rules: options['rule'] }),
    ...(one('config') !== undefined && { config: one('config') as string }),
    ...(one('category') !== undefined && { category: one('category') as string }),
    ...(output !== undefined && { output }),
  }).finally(progress.done);
  const text = draftMarkdown(made, around.language);
  if (output === undefined) return { text, code: 0 };
  writeAtomically(output, text);
  return { text: '', code: 0 };
};
