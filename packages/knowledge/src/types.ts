import type { Api, LibraryPermissions, Sdk } from './types-code.ts';
import type { Text, Language, Certainty, Source } from './types-parts.ts';

export type * from './types-code.ts';
export type * from './types-parts.ts';

/** The rank of a legal text, strongest first; a finding cites at least one `law` or `regulation`. */
type LawKind =
  | 'law'
  | 'regulation'
  | 'departmental-rule'
  | 'normative-document'
  | 'notice'
  | 'standard'
  | 'practice-guide';

/** One numbering of a law: the Cybersecurity Law has two, most have one. */
export interface LawVersion {
  readonly id: string;
  readonly label: Text;
  /** First day in force, YYYY-MM-DD. */
  readonly from: string;
  /** Last day in force; absent while it still is. */
  readonly to?: string;
}

/** An article, paragraph or item that findings cite; `id` within its law uses the oldest numbering (`csl#41.1`). */
export interface Article {
  /** `law#number`, e.g. `csl#41.1`, `app-violations-2019#2.1`, `pipl#17.1(2)`. */
  readonly id: string;
  readonly law: string;
  /** The number in each version that has it, newest first. */
  readonly numbers: readonly ArticleNumber[];
  /** What the article says today, word for word where `verbatim`. */
  readonly words: string;
  readonly verbatim: boolean;
  readonly summary: Text;
  readonly note?: Text;
  readonly certainty: Certainty;
}

/** The number of an article in one version of its law: the Cybersecurity Law was numbered anew in 2026. */
export interface ArticleNumber {
  readonly version: string;
  readonly number: string;
  /** 第四十三条第一款 / Article 43(1). */
  readonly name: Text;
  /** The words under this number when they differ from today's. */
  readonly words?: string;
}

/** A law, rule or standard, with its versions and the articles that are cited. */
export interface Law {
  readonly id: string;
  readonly title: Text;
  readonly short: Text;
  readonly kind: LawKind;
  readonly documentNumber?: string;
  readonly versions: readonly LawVersion[];
  readonly note?: Text;
  readonly sources: readonly Source[];
  readonly articles: readonly Article[];
}

/** A published enforcement case. */
export interface Case {
  readonly id: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD; `unknown` where the source gives none. */
  readonly date: string;
  readonly authority: string;
  readonly kind: Text;
  readonly subject: Text;
  readonly facts: Text;
  readonly outcome: Text;
  /** Article ids as the authority cited them. */
  readonly cited: readonly string[];
  readonly behaviours: readonly string[];
  readonly certainty: Certainty;
  readonly sources: readonly Source[];
}

/** A kind of personal data: the shared vocabulary of app and policy. */
export interface DataType {
  readonly id: string;
  readonly name: Text;
  readonly parent?: string;
  /** Sensitive personal information (PIPL art. 28, or a standard when `sensitiveBasis` says so). */
  readonly sensitive: boolean;
  readonly sensitiveBasis?: string;
  /** Names no kind of data in particular: 个人信息, information. */
  readonly generic: boolean;
  /** A heading over kinds: "device information". */
  readonly category: boolean;
}

/** A permission of a platform and what it opens. */
export interface Permission {
  readonly name: string;
  /** The platform's own short label. */
  readonly title: Text;
  readonly protection: 'dangerous' | 'normal' | 'signature' | 'special' | 'unknown';
  readonly group?: string;
  /** Data types it opens, the most telling first; empty when it opens no personal data. */
  readonly opens: readonly string[];
  /** Those of `opens` that an ordinary app really gets through it: a policy must speak of one of them. */
  readonly discloses: readonly string[];
  readonly risk: 'high' | 'medium' | 'low' | 'none';
  readonly since?: number;
  readonly deprecated?: number;
  /** What the app can do with it, as a verb phrase: 发送短信 / send text messages. */
  readonly can: Text;
  /** Names under which policies speak of the permission itself. */
  readonly words: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly note?: string;
  readonly sources: readonly string[];
}

/** One of the 39 app types of the 必要个人信息范围规定 (2021). */
export interface AppCategory {
  readonly id: string;
  readonly number: number;
  readonly name: Text;
  readonly function: Text;
  /** The necessary personal information, as the text says it. */
  readonly necessary: Text;
  /** Permissions that TC260-PG-20204A Annex D advises against for this type; empty where Annex D is silent. */
  readonly notAdvised: readonly string[];
  /** The article: `necessary-info-2021#5(15)`. */
  readonly article: string;
}

/** A word list entry for one kind of data in one language. */
export interface DataWords {
  readonly type: string;
  readonly words: readonly string[];
  /** Those of `words` that mean the data only where data is expected: in a list of data, after a verb of collecting. */
  readonly weak: readonly string[];
  /** Longer phrases that contain a word but do not mean the data. */
  readonly except: readonly string[];
}

/** What the policy language says in one language, as word lists; grammar is code. */
export interface Lexicon {
  readonly language: Language;
  readonly data: readonly DataWords[];
  /** Verbs by action, cue words by role …: closed keys, defined where they are used (policy/src/languages). */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** A word or phrase that makes a policy vague, as a regular expression over one sentence. */
export interface VagueTerm {
  readonly id: string;
  readonly language: Language;
  readonly kind: 'scope' | 'purpose' | 'recipient' | 'retention' | 'condition';
  readonly pattern: string;
  readonly flags: string;
  readonly why: Text;
  readonly suggestion: Text;
}

/** Something a complete policy holds: operator, contact, retention … and the words that betray it. */
export interface ElementEntry {
  readonly id: string;
  readonly name: Text;
  readonly headings: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly cues: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** Further words by the part they play in its grammar (`keep`, `fact` …); `a…b` is a near b, `stem*` any ending. */
  readonly words?: Readonly<Record<string, { readonly zh: readonly string[]; readonly en: readonly string[] }>>;
}

/** One item of the 认定方法 (2019) as a self-assessment asks it: what files can show of it, and what is left to do. */
export interface AssessmentItem {
  /** `app-violations-2019#2.1`. */
  readonly article: string;
  /** The heading that the item stands under. */
  readonly group: Text;
  /** `settle` the plain fact, `partly`, `hint` at it, or `never` show it. */
  readonly files: 'settle' | 'partly' | 'hint' | 'never';
  /** Rules whose findings belong to the item. */
  readonly rules: readonly string[];
  /** Rules whose findings bear on the item without showing it. */
  readonly hints: readonly string[];
  /** What to show to whoever checks by hand: policy elements, and signs in the app. */
  readonly seen: { readonly elements: readonly string[]; readonly app: readonly AppSign[] };
  readonly why: Text;
  readonly byHand: Text;
}

/** Signs in an app that bear on an item. */
export type AppSign = 'policy-links' | 'cancellation-signs' | 'requests';

/** Everything known about the world. Plain data; look-ups are the functions beside it. */
export interface Knowledge {
  readonly laws: readonly Law[];
  readonly cases: readonly Case[];
  readonly dataTypes: readonly DataType[];
  readonly permissions: readonly Permission[];
  /**
   * Those of HarmonyOS by full name (`ohos.permission.CAMERA`), each as the permission of Android that opens the same, whose
   * name it bears: policies are read by those names. One without such a counterpart bears its own.
   */
  readonly harmonyPermissions: Readonly<Record<string, Permission>>;
  readonly libraryPermissions: readonly LibraryPermissions[];
  readonly categories: readonly AppCategory[];
  readonly lexicons: { readonly zh: Lexicon; readonly en: Lexicon };
  readonly vagueTerms: readonly VagueTerm[];
  readonly elements: readonly ElementEntry[];
  /** The 31 items of the 认定方法, in its order. */
  readonly selfAssessment: readonly AssessmentItem[];
  readonly sdks: readonly Sdk[];
  readonly apis: readonly Api[];
}
