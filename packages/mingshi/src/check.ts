import { loadKnowledge } from '@mingshi/knowledge';
import { openInputs } from './comparison.ts';
import type { Memory } from './comparison.ts';
import { examine } from './examine.ts';
import type { CheckOptions, Examined } from './examine.ts';
import { keepReadings, readOnce } from './project/readings.ts';
import { makeReport } from './report/make-report.ts';
import type { Report } from './report/report.ts';

/**
 * Holds an app against its privacy policy and says what was found. Reads files below `directory` and those that are
 * named; writes nothing, prints nothing, executes nothing, never goes to the network.
 *
 * Throws a {@link UserError} for what the caller can mend: no such folder or file, a wrong config, an unknown rule,
 * neither app nor policy to be found. What could not be read or checked is no error: see `notChecked` of the report.
 *
 * @example
 * const { findings, notChecked } = await check({ directory: 'android', policy: ['docs/privacy.md'] });
 * for (const { at, message } of findings) console.log(`${at.path}:${at.start.line} ${message.en}`);
 */
export function check(options: CheckOptions): Promise<Report> {
  const readings = options.since === undefined ? readOnce : keepReadings();
  return checkAgain(options, { knowledge: loadKnowledge(), readings });
}

/** As `check`, with what earlier checks have left. */
export async function checkAgain(options: CheckOptions, memory: Memory): Promise<Report> {
  const opened = await openInputs(options, memory);
  if (options.since === undefined && !options.staged) return reportOf(await examine(opened, options));
  const { openScope } = await import('./since.ts');
  const scope = await openScope(opened, options);
  if (scope.unchanged) return scope.unchanged;
  const now = await examine(scope.now, options);
  if (!scope.before) return reportOf(now);
  const before = await scope.before.findings((inputs) => examine(inputs, options));
  return { ...reportOf(scope.before.narrow(now, before)), ...scope.before.told(now, before) };
}

const reportOf = ({ inputs, ...parts }: Examined): Report => makeReport({ ...inputs, ...parts });
