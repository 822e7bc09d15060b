import type { Text } from '@mingshi/knowledge';
import type { Severity } from '@mingshi/model';
import { rules as checking } from '@mingshi/rules';
import { waiverRules } from '../waivers/waivers.ts';

/** What a rule says of itself. */
export interface RuleInfo {
  /** As in findings, mingshi.yaml and `mingshi explain`; names the wrong. */
  readonly id: string;
  /** How bad, unless mingshi.yaml says otherwise. */
  readonly severity: Severity;
  readonly title: Text;
  /** What must have been read for the rule to speak; otherwise it is told under `notChecked`. */
  readonly needs: readonly ('app' | 'code' | 'policy')[];
  /** Ids of the articles it cites, as in `Citation`. */
  readonly articles: readonly string[];
  /** Ids of the published cases it cites. */
  readonly cases: readonly string[];
}

/**
 * The rules, in the order of `mingshi rules`; those on waivers come last.
 *
 * @example
 * const titles = new Map(rules.map(({ id, title }) => [id, title.zh]));
 */
export const rules: readonly RuleInfo[] = [...checking, ...waiverRules].map(
  ({ id, severity, title, needs, articles, cases }) => ({ id, severity, title, needs, articles, cases }),
);
