import { lstatSync } from 'node:fs';
import { join, relative } from 'node:path';
import { comparisonOf, openInputs } from '../comparison.ts';
import { CONFIG_NAME } from '../config/config.ts';
import { parseConfig } from '../config/read-config.ts';
import { schemaLine } from '../config/config-text.ts';
import { labelled } from '../formats/labelled.ts';
import { paints } from '../formats/paint.ts';
import { whyWords } from '../formats/words.ts';
import { appLines, categoryName, configFor, unseenLines } from '../init/config-for.ts';
import { guessCategory } from '../init/guess-category.ts';
import { knownNames } from '../config/known-names.ts';
import { printable } from '../text/printable.ts';
import { UserError } from '../user-error.ts';
import { writeAtomically } from '../write.ts';
import { readOptionsOf } from './options.ts';
import { wantsColour, widthFor } from './outcome.ts';
import type { Run } from './outcome.ts';
import { inStages } from './stages.ts';

/** `mingshi init [DIR]` */
export const run: Run = async (given, around) => {
  const { language } = around;
  const asked = readOptionsOf(given);
  const { inputs, comparison } = await inStages(around, async (onStage) => {
    const opened = await openInputs({ ...asked, onStage });
    refuseExisting(opened.project.root, opened.project.config?.absolute);
    return { inputs: opened, comparison: await comparisonOf(opened, { ...asked, onStage }) };
  });
  const guess = guessCategory(comparison);
  const seen = { ...comparison, ...(guess && { guess }) };

  const path = join(inputs.project.root, CONFIG_NAME);
  const text = configFor(seen, schemaLine(inputs.project.root), language);
  await parseConfig(text, CONFIG_NAME, knownNames(inputs.knowledge));
  writeAtomically(path, text);

  const sheet = { language, width: widthFor(around), paint: paints(wantsColour(around)), indent: 0 };
  const policies = comparison.policy.files.map((file) => `${printable(file.path)} (${whyWords(file, language)})`);
  const none = { zh: '没有找到', en: 'none found' }[language];
  const type =
    guess === undefined
      ? { zh: '没能猜出，见文件里的注释', en: 'could not be guessed, see the comment in the file' }[language]
      : { zh: `可能是 ${categoryName(guess, 'zh')}，写在注释里，待确认`, en: `perhaps ${categoryName(guess, 'en')}, as a comment, to be confirmed` }[
          language
        ];
  const list = (label: { zh: string; en: string }, lines: readonly string[]): readonly string[] =>
    lines.flatMap((line, index) => labelled(index === 0 ? label : { zh: '', en: '' }, line, sheet));
  const file = printable(join(asked.directory, CONFIG_NAME));
  const apps = appLines(seen);
  const lines = [
    { zh: `写好了 ${file}`, en: `wrote ${file}` }[language],
    '',
    ...list({ zh: '应用', en: 'app' }, apps.length > 0 ? apps : [none]),
    ...list({ zh: '政策', en: 'policy' }, policies.length > 0 ? policies : [none]),
    ...list({ zh: '类型', en: 'type' }, [type]),
    ...list({ zh: '没看到', en: 'not seen' }, unseenLines(seen, language)),
    ...list({ zh: '下一步', en: 'next' }, ['mingshi check']),
  ];
  return { text: `${lines.join('\n')}\n`, code: 0 };
};

/** What somebody wrote is never replaced, nor made to hold no longer by a nearer file. */
function refuseExisting(root: string, found: string | undefined): void {
  const own = join(root, CONFIG_NAME);
  const existing = lstatSync(own, { throwIfNoEntry: false }) ? own : found;
  if (existing === undefined) return;
  const shown = relative(process.cwd(), existing) || CONFIG_NAME;
  throw new UserError({
    zh: `已经有 ${shown}，没有改动；要重新生成，先把它改名`,
    en: `${shown} is there already and was left as it is; rename it to have a new one written`,
  });
}
