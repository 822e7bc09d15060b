import type { Action, PolicyStatement, ThirdParty } from '@mingshi/model';
import type { RawStatement, Span } from '../../unit.ts';
import type { Line } from './line.ts';

/** Who acts, with the word that says so. */
export interface Actor {
  readonly role: PolicyStatement['actor']['role'];
  readonly name: string;
  readonly span?: Span;
}

/** A statement while it is being put together: one verb (or several side by side) and what it governs. */
export interface Frame {
  readonly line: Line;
  /** Place of the verb in the line. */
  readonly start: number;
  readonly end: number;
  readonly actions: Action[];
  actor: Actor;
  negated: boolean;
  modality: PolicyStatement['modality'];
  readonly data: RawStatement['dataTypes'][number][];
  readonly purposes: RawStatement['purposes'][number][];
  readonly parties: { name: string; kind: ThirdParty['kind']; span: Span }[];
  readonly permissions: Set<string>;
  condition?: Span;
  /** Whether the verb stands in the text at hand; a list's items lean on that of the lead-in. */
  readonly verb?: Span;
}

/** A frame without data, for a verb. */
export function frameOf(line: Line, start: number, end: number, actions: readonly Action[], actor: Actor, verb?: Span): Frame {
  return {
    line,
    start,
    end,
    actions: [...actions],
    actor,
    negated: false,
    modality: 'does',
    data: [],
    purposes: [],
    parties: [],
    permissions: new Set(),
    ...(verb && { verb }),
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
