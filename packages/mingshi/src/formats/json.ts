import type { Format } from './index.ts';

/** The report itself, as schema/report.schema.json describes it. */
export const json: Format = (report) => `${JSON.stringify(report, undefined, 2)}\n`;
