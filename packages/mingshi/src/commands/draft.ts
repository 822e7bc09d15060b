import { readFileSync } from 'node:fs';
import type { Language } from '@mingshi/knowledge';
import { ownOutput } from '@mingshi/policy';
import { draft } from '../draft/draft.ts';
import { draftMarkdown } from '../draft/markdown.ts';
import { statOf } from '../project/stat.ts';
import { UserError } from '../user-error.ts';
import { refuseFolder } from '../write.ts';
import { readOptionsOf } from './options.ts';
import { answered } from './outcome.ts';
import type { Run } from './outcome.ts';
import { inStages } from './stages.ts';

/** `mingshi draft [DIR]` */
export const run: Run = async (given, around) => {
  const { options } = given;
  const output = options['output']?.[0];
  if (output !== undefined) {
    refuseFolder(output);
    refuseForeign(output);
  }
  const asked = {
    ...readOptionsOf(given),
    fallback: around.language,
    languages: options['lang'] as readonly Language[] | undefined,
    rules: options['rule'],
    output,
  };
  const made = await inStages(around, (onStage) => draft({ ...asked, onStage }));
  return answered(draftMarkdown(made, around.language), output);
};

/** A draft takes the place of a draft only: a policy that somebody wrote is not to be lost. */
function refuseForeign(output: string): void {
  const isFile = statOf(output)?.isFile() ?? false;
  if (!isFile || ownOutput(readFileSync(output)) === 'draft') return;
  throw new UserError({
    zh: `${output} 已经存在，草稿不覆盖它；写到别的文件，或者用 mingshi check --fix 写进政策`,
    en: `${output} exists and a draft does not replace it; name another file, or put the draft into the policy with mingshi check --fix`,
  });
}
