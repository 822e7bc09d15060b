export { check } from './check.ts';
export type { CheckOptions } from './check.ts';
export type { ReadOptions, Stage } from './comparison.ts';
export { formats } from './formats/index.ts';
export type { Format, FormatOptions } from './formats/index.ts';
export type { Citation, NotChecked, Place, Precedent, Report, ReportFinding, WaivedFinding } from './report.ts';
export { UserError } from './user-error.ts';
export { version } from './version.ts';
