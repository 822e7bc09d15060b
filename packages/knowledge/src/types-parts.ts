/* What the types of several kinds are made of. */

/** A text that every user meets in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The languages of policies, messages and pages. */
export type Language = 'zh' | 'en';

/** How far a fact can be relied on; anything below `high` must not be worded as certain. */
export type Certainty = 'high' | 'medium' | 'low';

/** Where a fact was read, and when (YYYY-MM-DD). */
export interface Source {
  readonly title: string;
  readonly url?: string;
  readonly checked: string;
}
