import { loadKnowledge } from '@mingshi/knowledge';
import type { Severity } from '@mingshi/model';
import { check, checkAgain } from '../check.ts';
import type { CheckOptions } from '../examine.ts';
import type { Memory } from '../comparison.ts';
import { formats } from '../formats/index.ts';
import type { FormatName } from '../formats/index.ts';
import { findGitRoot } from '../config/read-config.ts';
import { RANK } from '../waivers/waivers.ts';
import { keepReadings } from '../project/readings.ts';
import type { Report } from '../report/report.ts';
import { shelfOf } from '../project/shelf.ts';
import { UserError } from '../user-error.ts';
import { refuseFolder, writeAtomically } from '../write.ts';
import { readOptionsOf } from './options.ts';
import { wantsColour, widthFor } from './outcome.ts';
import type { Run, Surroundings } from './outcome.ts';
import { inStages } from './stages.ts';
import { relative, resolve, sep } from 'node:path';
import { realpathSync } from 'node:fs';

/** `mingshi check [DIR]` */
export const run: Run = async (given, around) => {
  const { options } = given;
  const one = (name: string): string | undefined => options[name]?.[0];
  const output = one('output');
  if (output !== undefined) refuseFolder(output);
  const asked: CheckOptions = {
    ...readOptionsOf(given),
    rules: options['rule'],
    since: one('since'),
    staged: options['staged'] !== undefined,
    output,
    severity: one('severity') as Severity | undefined,
  };
  const checkOnce = (memory?: Memory): Promise<Report> =>
    inStages(around, (onStage) => {
      const staged = { ...asked, onStage };
      return memory ? checkAgain(staged, memory) : check(staged);
    });
  const show = async (report: Report): Promise<string> => {
    const format = await formats[(one('format') ?? 'text') as FormatName]();
    return format(report, {
      language: around.language,
      width: widthFor(around),
      colour: output === undefined && wantsColour(around),
      drawing: output === undefined && around.stdout.isTTY === true,
      prefix: prefixOf(asked.directory),
    });
  };

  if (options['watch']) {
    refuseUnwatched(one('format') ?? 'text', output);
    const { watch } = await import('./watch.ts');
    return watch({ asked, check: checkOnce, show, output }, around);
  }
  let fixed = '';
  if (options['fix']) {
    const { runFix } = await import('./fix.ts');
    const dryRun = options['dry-run'] !== undefined;
    fixed = await inStages(around, (onStage) => runFix({ ...asked, onStage }, dryRun, around.language));
    if (dryRun) return { text: fixed, code: 0 };
  }
  const report = await checkOnce(options['since'] || options['staged'] ? remembering(asked.directory, around) : undefined);
  if (options['waive-existing']) {
    const { waiveExisting } = await import('./waive-existing.ts');
    return waiveExisting(report, { directory: asked.directory, config: asked.config }, around);
  }
  const text = await show(report);
  const code = exitCode(report, one('fail-on') ?? 'error');
  // What a program reads must stay what it is.
  const isRead = output === undefined && (one('format') ?? 'text') !== 'text';
  if (isRead && fixed !== '') around.stderr.write(fixed);
  if (output === undefined) return { text: isRead || fixed === '' ? text : `${fixed}\n${text}`, code };
  writeAtomically(output, text);
  return { text: fixed, code };
};

/** What is staged is checked commit after commit, and little of the app and its policy changes between two of them. */
function remembering(directory: string, { env }: Surroundings): Memory {
  return { knowledge: loadKnowledge(), readings: keepReadings(shelfOf(resolve(directory), env)) };
}

/**
 * 1 when a finding reaches the level; a level hidden by --severity still counts as far as it was shown. 2 when none does and
 * an app's own manifest is not there or could not be read: its permissions were not checked, and that must not pass.
 */
function exitCode(report: Report, failOn: string): 0 | 1 | 2 {
  if (failOn === 'never') return 0;
  if (report.findings.some(({ severity }) => RANK[severity] >= RANK[failOn as Severity])) return 1;
  return hasUnreadManifest(report) ? 2 : 0;
}

function hasUnreadManifest({ apps, notChecked }: Report): boolean {
  const isMissing = apps.length === 0 || apps.some(({ manifests }) => manifests.length === 0);
  return isMissing && notChecked.some(({ what, path = '' }) => what === 'app-manifest' || (NOT_READ.test(what) && MANIFEST.test(path)));
}

const NOT_READ = /^(?:broken-(?:xml|json)|binary-xml|xml-entities|unreadable|too-(?:large|deep))$/;
const MANIFEST = /(?:^|\/)(?:AndroidManifest\.xml|module\.json5?|manifest\.json)$/;

/** What a person reads can be told again and again; what a program reads is told once. */
function refuseUnwatched(format: string, output: string | undefined): void {
  if (format === 'text' || (output !== undefined && ['markdown', 'html'].includes(format))) return;
  throw new UserError({
    zh: `--watch 显示 text，或用 --output 写 markdown、html 文件；不能这样用 --format ${format}`,
    en: `--watch shows text, or writes markdown or html to --output; --format ${format} does not go with it like this`,
  });
}

/** From the root of the repository to the checked folder. */
function prefixOf(directory: string): string {
  const folder = realpathSync(resolve(directory));
  return relative(findGitRoot(folder) ?? folder, folder)
    .split(sep)
    .join('/');
}
