import type { Finding, Rule } from '@mingshi/model';
import type { Language } from '@mingshi/knowledge';

/** What a finding says to its reader. */
export interface Description {
  /** What was found. */
  readonly message: string;
  /** The wording to add, with 【】 where the author fills in, or the remedy. */
  readonly suggestion?: string;
}

/** Makes sentences of a finding's facts, in the language of the reader. */
export function describe(finding: Finding, rule: Rule, language: Language): Description {
  const message = rule.messages[finding.message];
  if (!message) throw new Error(`rule ${rule.id} has no message "${finding.message}"`);
  const suggestion = rule.suggestions[finding.suggestion ?? Object.keys(rule.suggestions)[0] ?? ''];
  return {
    message: message[language](finding.data),
    ...(suggestion && { suggestion: suggestion[language](finding.data) }),
  };
}
