// The public API: what stands here is declared in dist/index.d.ts, made by scripts/declarations.mjs.
export { check } from './check.ts';
export type { CheckOptions } from './examine.ts';
export type { ReadOptions, Stage } from './comparison.ts';
export { draft } from './draft/draft.ts';
export type { Draft, DraftFile, DraftOptions, DraftParagraph, DraftRest, DraftSection } from './draft/draft.ts';
export { format, formats } from './formats/index.ts';
export type { Format, FormatName, FormatOptions } from './formats/index.ts';
export type { Cell, CollectedRow, Inventory, PermissionRow, SharedRow } from './inventory/inventory.ts';
export { inventory } from './inventory/read.ts';
export type { Lists } from './inventory/read.ts';
export type { Named } from './project/project.ts';
export type {
  AssessmentItem,
  Citation,
  MatrixRow,
  NotChecked,
  Place,
  Precedent as Case,
  Report,
  ReportFinding as Finding,
} from './report/report.ts';
export { rules } from './report/rule-list.ts';
export type { RuleInfo } from './report/rule-list.ts';
export { UserError } from './user-error.ts';
export { version } from './version.ts';
