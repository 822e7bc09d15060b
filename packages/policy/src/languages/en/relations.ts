import { articles, possessives } from './function-words.ts';
import type { Parsed } from './predicates.ts';
import type { Done } from './state.ts';
import type { Role, Subject } from './subjects.ts';
import type { VerbGroup } from './verb-groups.ts';

/** How a verb group hangs together with what stands before it. */
export interface Relation {
  readonly subject: Subject;
  readonly negated: boolean;
  readonly modal: string;
  /** Nothing is said of what really happens: a right, advice, a question. */
  readonly void: boolean;
  /** It shares its object with the verb before: collect *and store* your name. */
  readonly chained: boolean;
}

/** Verbs that leave open whether something happens when they are denied. */
const UNDECIDED = /^(?:apply|cover|govern|control|guarantee|endorse|ensure|warrant|responsible|describe)$/;

/** A clause that only says what the policy does not speak of or answer for. */
export function isSpeculation(previous: Done | undefined): boolean {
  return (
    previous !== undefined &&
    previous.negated &&
    (UNDECIDED.test(previous.group.verb?.lemma ?? '') || previous.group.form === 'copula')
  );
}

/** A subject that no words name. */
export function nobody(group: VerbGroup, role: Role): Subject {
  return {
    role,
    start: group.start,
    end: group.start,
    from: group.start,
    clause: 'main',
    negated: false,
    shared: true,
  };
}

/**
 * The passive verb whose subject a passive verb shares, also past what only tells when: "is collected when you open an
 * app, and may be shared".
 */
export function sharedWith(done: readonly Done[], group: VerbGroup): Done | undefined {
  const last = done.at(-1);
  if (last?.group.passive) return last;
  if (last?.subject.clause !== 'relative' && last?.subject.clause !== 'condition') return undefined;
  if (group.modal === '') return undefined;
  return done.slice(-8).findLast((one) => one.group.passive && one.subject.clause === 'main');
}

/** "information that we need to collect": the infinitive has no object but what the relative clause is about. */
export function isNeeded({ tokens, mentions }: Parsed, before: Done | undefined, { form, start, end }: VerbGroup): boolean {
  if (form !== 'infinitive' || before?.subject.clause !== 'relative' || before.group.passive) return false;
  if (!before.group.verb?.kinds.has('permit') || before.group.verb.lemma === 'have') return false;
  // "systems that enable us to read", "the data we require in order to answer"
  if (/^(?:that|which|who)$/.test(tokens[before.subject.start]?.text ?? '')) return false;
  if (start - before.group.end > 2 || tokens[start - 1]?.text === 'order') return false;
  const next = tokens[end]?.text ?? '';
  return !articles.has(next) && !possessives.has(next) && !mentions.some((mention) => mention.start >= end && mention.start <= end + 1);
}
