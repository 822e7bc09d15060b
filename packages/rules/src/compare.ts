import { CONFIDENCE_RANK } from '@mingshi/model';
import type { Comparison, Finding, Related, Rule, Severity } from '@mingshi/model';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * What the rules found in a comparison: each rule that can speak is asked, the same thing is told once, in order of
 * place.
 */
export function compareBy(rules: readonly Rule[], comparison: Comparison): readonly Finding[] {
  const findings = rules
    .filter((rule) => canSpeak(rule, comparison))
    .flatMap((rule) =>
      [...rule.check(comparison)].map((found) => ({ ...found, rule: rule.id, severity: rule.severity })),
    );
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  const rank = ({ rule }: Finding): number => order.get(rule) ?? 0;
  return mergeSame(findings).toSorted((a, b) => byPlace(a, b) || rank(a) - rank(b) || inOrder(a.about, b.about));
}

/** Whether what the rule needs was read at all; otherwise it is for the report to say that nothing was checked. */
export function canSpeak(rule: Rule, { app, policy }: Comparison): boolean {
  return (
    (!rule.needs.includes('app') || app.apps.length > 0) &&
    (!rule.needs.includes('code') || app.apps.some(({ code }) => code.files.found > 0)) &&
    (!rule.needs.includes('policy') || policy.documents.length > 0)
  );
}

/** More places than these help nobody find the first one. */
const MOST_PLACES = 20;

/**
 * One cause is one finding: the same thing found in two apps or documents is told at the surest place, the others
 * follow.
 */
function mergeSame(findings: readonly Finding[]): readonly Finding[] {
  const same = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.about}`;
    const known = same.get(key);
    if (known) known.push(finding);
    else same.set(key, [finding]);
  }
  return [...same.values()].map(merge);
}

function merge(findings: readonly Finding[]): Finding {
  const main = findings.reduce((best, each) => (CONFIDENCE_RANK[each.confidence] > CONFIDENCE_RANK[best.confidence] ? each : best));
  const others = findings.filter((each) => each !== main);
  const related = new Map<string, Related>();
  for (const each of [
    ...(main.related ?? []),
    ...others.flatMap(({ at, related: more = [] }): Related[] => [{ at, note: 'same-cause' }, ...more]),
  ]) {
    const key = place(each.at);
    if (key !== place(main.at) && !related.has(key)) related.set(key, each);
  }
  return { ...main, related: [...related.values()].slice(0, MOST_PLACES) };
}

function place({ file, start, end }: Finding['at']): string {
  return `${file}\n${start}\n${end}`;
}

/** At one place the worst comes first, and then what the rules ask first. */
function byPlace(a: Finding, b: Finding): number {
  return inOrder(a.at.file, b.at.file) || a.at.start - b.at.start || WEIGHT[a.severity] - WEIGHT[b.severity];
}

/** By code units: the same on every machine. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
