import type { Action, PolicyStatement, ThirdParty } from '@mingshi/model';
import type { RawStatement, Span } from '../../unit.ts';

/** Who acts, with the word that says so. */
export interface Actor {
  readonly role: PolicyStatement['actor']['role'];
  readonly name: string;
  readonly span?: Span;
}

/** A statement while it is being put together: one verb, or several side by side, and what it governs. */
export interface Frame {
  readonly actions: Action[];
  readonly actor: Actor;
  /** Absent when a heading gives the verb. */
  readonly verb: Span | undefined;
  /** Place of the verb in its line, -1 for a heading's. */
  readonly at: number;
  negated: boolean;
  modality: PolicyStatement['modality'];
  /** Its data came before the verb, after 将. */
  taken: boolean;
  readonly data: RawStatement['dataTypes'][number][];
  readonly purposes: RawStatement['purposes'][number][];
  readonly parties: { readonly name: string; readonly kind: ThirdParty['kind']; readonly span: Span }[];
  readonly permissions: Set<string>;
  condition: Span | undefined;
}

/** A frame without data. */
export function frameOf(action: Action, actor: Actor, verb?: Span, at = -1): Frame {
  return {
    actions: [action],
    actor,
    verb,
    at,
    negated: false,
    modality: 'does',
    taken: false,
    data: [],
    purposes: [],
    parties: [],
    permissions: new Set(),
    condition: undefined,
  };
}

/** The statements of a frame: one for each thing done. */
export function statementsOfFrame(frame: Frame): RawStatement[] {
  return [...new Set(frame.actions)].map((action) => ({
    action,
    ...(frame.verb && { verb: frame.verb }),
    negated: frame.negated,
    modality: frame.modality,
    actor: frame.actor,
    dataTypes: frame.data,
    purposes: frame.purposes,
    ...(frame.condition && { condition: frame.condition }),
    thirdParties: frame.parties,
    permissions: [...frame.permissions].toSorted(),
  }));
}
