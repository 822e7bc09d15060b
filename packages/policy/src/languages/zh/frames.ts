import type { Action, PolicyStatement, ThirdParty } from '@mingshi/model';
import type { RawStatement, Span } from '../../units/unit.ts';

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

/** Whether a frame says something: data or permissions, and more than that users give 信息 or that 信息 are deleted. */
export function tellsSomething(frame: Frame): boolean {
  if (frame.permissions.size > 0 || frame.data.some((data) => data.id !== 'unspecified-information')) return true;
  if (frame.data.length === 0 || frame.negated) return frame.negated && frame.data.length > 0;
  return frame.verb !== undefined && frame.actor.role !== 'user' && frame.actions[0] !== 'delete';
}

const NONE: readonly never[] = [];

/** The statements of a frame: one for each thing done. */
export function statementsOfFrame(frame: Frame): RawStatement[] {
  // Words such as 以下信息 stand for the kinds named beside them; alone they are all that is told.
  const named = frame.data.filter((data) => data.id !== 'unspecified-information');
  const data = named.length > 0 ? named : frame.data;
  const { actions, verb, negated, modality, actor, purposes, condition, parties } = frame;
  const permissions = frame.permissions.size === 0 ? NONE : [...frame.permissions].toSorted();
  const each = actions.length === 1 ? actions : [...new Set(actions)];
  return each.map((action) => ({
    action, verb, negated, modality, actor, dataTypes: data, purposes, condition, thirdParties: parties, permissions,
  }));
}
