import { readFileSync, statSync } from 'node:fs';
import type { Language } from '@mingshi/knowledge';
import { ownOutput } from '@mingshi/policy';
import { draft } from '../draft/draft.ts';
import { draftMarkdown } from '../draft/markdown.ts';
import { UserError } from '../user-error.ts';
import { refuseFolder, writeAtomically } from '../write.ts';
import type { Run } from './outcome.ts';
import { progressOn } from './progress.ts';

/** `mingshi draft [DIR]` */
export const run: Run = async ({ operands, options }, around) => {
  const one = (name: string): string | undefined => options[name]?.[0];
  const output = one('output');
  if (output !== undefined) refuseFolder(output);
  if (output !== undefined) refuseForeign(output);
  const progress = progressOn(around);
  const lang = one('lang') as Language | undefined;
  const made = await draft({
    directory: operands[0] ?? '.',
    fallback: around.language,
    onStage: progress.stage,
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

/** A draft takes the place of a draft only: a policy that somebody wrote is not to be lost. */
function refuseForeign(output: string): void {
  const isFile = statSync(output, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile || ownOutput(readFileSync(output)) === 'draft') return;
  throw new UserError({
    zh: `${output} 已经存在，草稿不覆盖它；写到别的文件，或者用 mingshi check --fix 写进政策`,
    en: `${output} exists and a draft does not replace it; name another file, or put the draft into the policy with mingshi check --fix`,
  });
}
