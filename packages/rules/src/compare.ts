import type { Comparison, Confidence, Finding, Related, Rule } from '@mingshi/model';

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** What the rules found in a comparison: each rule that can speak is asked, the same thing is told once, in order of place. */
export function compareBy(rules: readonly Rule[], comparison: Comparison): readonly Finding[] {
  const findings = rules
    .filter((rule) => canSpeak(rule, comparison))
    .flatMap((rule) => [...rule.check(comparison)].map((found) => ({ ...found, rule: rule.id, severity: rule.severity })));
  return mergeSame(findings).toSorted(byPlace);
}

/** Whether what the rule needs was read at all; otherwise it is for the report to say that nothing was checked. */
export function canSpeak(rule: Rule, { app, policy }: Comparison): boolean {
  return (
    (!rule.needs.includes('app') || app.apps.length > 0) && (!rule.needs.includes('policy') || policy.documents.length > 0)
  );
}

/** One cause is one finding: the same thing found in two apps or documents is told at the surest place, the others follow. */
function mergeSame(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.about}`;
    const known = kept.get(key);
    kept.set(key, known ? merge(known, finding) : finding);
  }
  return [...kept.values()];
}

function merge(first: Finding, second: Finding): Finding {
  const [main, other] = RANK[second.confidence] > RANK[first.confidence] ? [second, first] : [first, second];
  const more: readonly Related[] = [{ at: other.at, note: 'same-cause' }, ...(other.related ?? [])];
  const known = [{ at: main.at }, ...(main.related ?? [])].map(({ at }) => place(at));
  return { ...main, related: [...(main.related ?? []), ...more.filter(({ at }) => !known.includes(place(at)))] };
}

function place({ file, start, end }: Finding['at']): string {
  return `${file}\n${start}\n${end}`;
}

function byPlace(a: Finding, b: Finding): number {
  return inOrder(a.at.file, b.at.file) || a.at.start - b.at.start || inOrder(a.rule, b.rule) || inOrder(a.about, b.about);
}

/** By code units: the same on every machine. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
