import type { Knowledge, Text } from '@mingshi/knowledge';
import type { AppProject } from './app.ts';
import type { SdkUse } from './code.ts';
import type { Location } from './location.ts';
import type { PolicyReading, SectionKind } from './policy.ts';
import type { Confidence, DataPractice } from './practice.ts';

/** Severity is the rule's: how bad; confidence is the finding's: how sure. */
export type Severity = 'error' | 'warning' | 'info';

/** All that a rule may look at. */
export interface Comparison {
  readonly app: AppProject;
  readonly practices: readonly DataPractice[];
  readonly sdks: readonly SdkUse[];
  readonly policy: PolicyReading;
  readonly knowledge: Knowledge;
  /** Id of the app's category in the knowledge, when the config gives one. */
  readonly category?: string;
}

/** Facts that a message is made of; never prose. `Text` values are picked by language. */
export type Data = Readonly<Record<string, string | number | boolean | Text | readonly (string | Text)[]>>;

/** A sentence in both languages, made from the finding's data. */
interface Message {
  readonly zh: (data: Data) => string;
  readonly en: (data: Data) => string;
}

/** A paragraph that mends what a rule finds, with 【】 where only people know; `part` is where in a policy it belongs. */
export interface Paragraph extends Message {
  readonly part: 'title' | SectionKind;
  /** The same as a row of a table, by what its columns are for. */
  readonly row?: (data: Data) => Readonly<Record<RowColumn, Text>>;
}

/** What the columns of a table of third parties are for. */
export type RowColumn = 'party' | 'vendor' | 'purpose' | 'data' | 'how' | 'link';

/** The other side of a finding, with a word on what it shows. */
export interface Related {
  readonly at: Location;
  readonly note: 'closest-statement' | 'denial' | 'request' | 'statement' | 'setting' | 'same-cause' | 'sign' | 'call' | 'start';
}

/** What a rule yields: facts and places. */
export interface Found {
  readonly message: string;
  readonly data: Data;
  /** What the finding is about: permission, SDK, data type or policy element. Never a line number. */
  readonly about: string;
  /** The one place to change first. */
  readonly at: Location;
  readonly related?: readonly Related[];
  readonly confidence: Confidence;
  /** Key of the rule's `suggestions`; the first one when absent. */
  readonly suggestion?: string;
  /** Article ids that hold for this finding only (the app category's), to be cited after the rule's own. */
  readonly articles?: readonly string[];
}

/** A plain value that says what it is before it does anything. */
export interface Rule {
  /** Kebab-case, names the wrong. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: Text;
  /** What must have been read for the rule to speak; otherwise it is reported as not checked. */
  readonly needs: readonly ('app' | 'code' | 'policy')[];
  /** Article ids, the one the police cite first. */
  readonly articles: readonly string[];
  /** Case ids, the closest first. */
  readonly cases: readonly string[];
  readonly messages: Readonly<Record<string, Message>>;
  readonly suggestions: Readonly<Record<string, Message>>;
  /** What to add to the policy, by key of the suggestion that proposes it; a remedy of another kind has none. */
  readonly paragraphs?: Readonly<Record<string, Paragraph>>;
  readonly check: (comparison: Comparison) => Iterable<Found>;
}

/** A `Found` of a rule, as it goes on to waivers and report. */
export interface Finding extends Found {
  readonly rule: string;
  readonly severity: Severity;
}
