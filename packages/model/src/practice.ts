import type { Location } from './location.ts';

/** What is done with data; the words both sides end in. */
export type Action =
  | 'collect'
  | 'use'
  | 'share'
  | 'store'
  | 'transfer'
  | 'disclose'
  | 'publish'
  | 'sell'
  | 'delete'
  | 'request-permission'
  | 'other';

/** A weak sign (a permission alone) is `low`; a call or the policy's own plain words are `high`. */
export type Confidence = 'high' | 'medium' | 'low';

/** One thing the app does, or asks to be able to do, with one kind of data. */
export interface DataPractice {
  /** App id (`:app`). */
  readonly app: string;
  readonly action: 'request-permission' | 'collect' | 'share';
  readonly dataType: string;
  readonly party: { readonly kind: 'app' } | { readonly kind: 'sdk'; readonly id: string };
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence;
}

export interface Evidence {
  readonly kind: 'permission' | 'component' | 'sdk' | 'call';
  /** Permission name, component class, SDK id or API. */
  readonly name: string;
  readonly at: Location;
}
