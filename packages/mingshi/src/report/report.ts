import type { InferOutput } from 'valibot';
import type { reportParts, reportSchema } from './report-schema.ts';

type Immutable<T> = {
  readonly [K in keyof T]: T[K] extends string | number | boolean | undefined ? T[K] : Immutable<T[K]>;
};

/** Everything a check found, settled and ready to be shown; plain data in both languages, the same for every run. */
export type Report = Immutable<InferOutput<typeof reportSchema>>;

/** One finding of a report, with all that a reader needs to judge it. */
export type ReportFinding = Report['findings'][number];

/** A place in a file, with line, column and words. */
export type Place = Immutable<InferOutput<typeof reportParts.Place>>;

/** An article as a finding cites it. */
export type Citation = ReportFinding['citations'][number];

/** A published case as a finding names it. */
export type Precedent = ReportFinding['cases'][number];

/** Something by which an app can collect data, beside what the policy says of it. */
export type MatrixRow = Report['matrix'][number];

/** One of the 31 items, with what files show of it. */
export type AssessmentItem = Report['selfAssessment'][number];

/** Something that was not read or not checked. */
export type NotChecked = Report['notChecked'][number];

/** The version of the report's shape; a new number when a name changes or goes. */
export const SCHEMA_VERSION = 1;

/** Counts what a report holds. */
export function summaryOf(
  findings: readonly { readonly severity: string }[],
  waived: number,
  notChecked: number,
): Report['summary'] {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings: findings.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    waived,
    notChecked,
  };
}
