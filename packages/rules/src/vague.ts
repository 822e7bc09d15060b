import type { Comparison, Location, VaguePhrase } from '@mingshi/model';
import type { Text, VagueTerm } from '@mingshi/knowledge';
import type { Yielded } from './define-rule.ts';

/** Facts on a vague term: the words where it first stands, how often it stands in all, what is wrong with it. */
export type VagueFacts = {
  readonly words: string;
  readonly count: number;
  readonly why: Text;
  readonly instead: Text;
};

/** More than a few terms of a kind are not read; the rest shows once these are mended. */
const MOST_TERMS = 3;

/** The vague terms of a kind, the most frequent first, each with its places. */
export function* vagueTerms(
  { policy, knowledge }: Comparison,
  kind: VaguePhrase['kind'],
): Iterable<Yielded<{ vague: VagueFacts }>> {
  const denying = new Set(policy.statements.filter(({ negated }) => negated).map(({ at }) => place(at)));
  for (const { at } of policy.statements.filter(({ negated }) => !negated)) denying.delete(place(at));
  const byTerm = new Map<string, VaguePhrase[]>();
  for (const phrase of policy.vague) {
    // "We share with no third party" is as plain as can be.
    if (phrase.kind !== kind || denying.has(place(phrase.sentence.at))) continue;
    const places = byTerm.get(phrase.term);
    if (places) places.push(phrase);
    else byTerm.set(phrase.term, [phrase]);
  }
  const worst = [...byTerm].toSorted(([, a], [, b]) => b.length - a.length).slice(0, MOST_TERMS);
  for (const [id, places] of worst) {
    const term = knowledge.vagueTerms.find((each) => each.id === id);
    const [first, ...others] = places;
    if (term && first)
      yield finding(
        term,
        first,
        others.map(({ words }) => words.at),
      );
  }
}

/** Where a sentence begins: enough to tell sentences apart. */
function place({ file, start }: Location): string {
  return `${start} ${file}`;
}

function finding(term: VagueTerm, first: VaguePhrase, others: readonly Location[]): Yielded<{ vague: VagueFacts }> {
  return {
    message: 'vague',
    about: term.id,
    at: first.words.at,
    related: others.slice(0, 4).map((at) => ({ at, note: 'same-cause' })),
    confidence: 'medium',
    data: { words: first.words.text, count: others.length + 1, why: term.why, instead: term.suggestion },
  };
}

/** How often, as the tail of a message. */
export const times = {
  zh: ({ count }: VagueFacts): string => (count > 1 ? `（共 ${count} 处）` : ''),
  en: ({ count }: VagueFacts): string => (count > 1 ? ` (${count} places)` : ''),
};
