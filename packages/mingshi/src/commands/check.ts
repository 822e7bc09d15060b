import type { Severity } from '@mingshi/model';
import { check } from '../check.ts';
import { formats } from '../formats/index.ts';
import type { FormatName } from '../formats/index.ts';
import { findGitRoot } from '../config.ts';
import { RANK } from '../waivers.ts';
import { growSlowly } from '../memory.ts';
import type { Report } from '../report.ts';
import { UserError } from '../user-error.ts';
import { refuseFolder, writeAtomically } from '../write.ts';
import { wantsColour, widthFor } from './outcome.ts';
import type { Run } from './outcome.ts';
import { progressOn } from './progress.ts';
import { relative, resolve, sep } from 'node:path';
import { realpathSync } from 'node:fs';

/** `mingshi check [DIR]` */
export const run: Run = async ({ operands, options }, around) => {
  const one = (name: string): string | undefined => options[name]?.[0];
  const output = one('output');
  if (output !== undefined) refuseFolder(output);
  if (options['waive-existing'] && (options['since'] || options['staged'])) throw notTogether();
  const directory = operands[0] ?? '.';
  const progress = progressOn(around);
  const report = await check({
    directory,
    onStage: (stage) => {
      if (stage === 'policy') growSlowly();
      return progress.stage(stage);
    },
    ...(options['policy'] && { policy: options['policy'] }),
    ...(options['manifest'] && { manifest: options['manifest'] }),
    ...(options['rule'] && { rules: options['rule'] }),
    ...(options['staged'] && { staged: true }),
    ...definedOnly({
      since: one('since'),
      config: one('config'),
      category: one('category'),
      output,
      severity: one('severity') as Severity | undefined,
    }),
  }).finally(progress.done);
  if (options['waive-existing']) {
    const { waiveExisting } = await import('./waive-existing.ts');
    return waiveExisting(report, { directory, ...definedOnly({ config: one('config') }) }, around);
  }
  const format = await formats[(one('format') ?? 'text') as FormatName]();
  const text = format(report, {
    language: around.language,
    width: widthFor(around),
    colour: output === undefined && wantsColour(around),
    drawing: output === undefined && around.stdout.isTTY === true,
    prefix: prefixOf(directory),
  });
  const code = exitCode(report, one('fail-on') ?? 'error');
  if (output === undefined) return { text, code };
  writeAtomically(output, text);
  return { text: '', code };
};

/** 1 when a finding reaches the level; a level hidden by --severity still counts as far as it was shown. */
function exitCode({ findings }: Report, failOn: string): 0 | 1 {
  if (failOn === 'never') return 0;
  return findings.some(({ severity }) => RANK[severity] >= RANK[failOn as Severity]) ? 1 : 0;
}

/** A baseline is of the whole project as it is on the disk. */
const notTogether = (): UserError =>
  new UserError({
    zh: '--waive-existing 不能和 --since、--staged 一起用',
    en: '--waive-existing does not go with --since or --staged',
  });

/** From the root of the repository to the checked folder. */
function prefixOf(directory: string): string {
  const folder = realpathSync(resolve(directory));
  return relative(findGitRoot(folder) ?? folder, folder)
    .split(sep)
    .join('/');
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
