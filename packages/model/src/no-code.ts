import type { Code } from './code.ts';

/** The code of an app without any. */
export const noCode: Code = {
  uses: [], imports: [], requests: [], tickedBoxes: [], policyLinks: [], files: { found: 0, parsed: 0 },
};
