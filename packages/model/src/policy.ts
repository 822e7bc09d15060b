import type { Language } from '@mingshi/knowledge';
import type { Action } from './practice.ts';
import type { Location, Phrase } from './location.ts';
import type { PolicySign } from './signs.ts';
import type { Unread } from './files.ts';

export type PolicyLanguage = 'zh' | 'zh-Hant' | 'en' | 'mixed' | 'unknown';

/** A run of rendered text and the run of the source it came from; of equal length unless an entity or escape is between. */
export interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** A heading, paragraph, list item or table cell as a reader sees it. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'cell';
  /** Rendered text: markup, entities and soft line breaks gone. */
  readonly text: string;
  readonly at: Location;
  /** In order, without gaps in `text`; none when that is its source, all of `at`, letter for letter: `runsOf` gives them in any case. */
  readonly runs: readonly TextRun[];
  /** Heading level 1–6 or list depth from 1; 0 otherwise. */
  readonly level: number;
  /** Index into `sections`. */
  readonly section: number;
  /**
   * For cells: which table of the document, which row and column (from 0); `header` marks the cells that say what a column holds.
   * As a reader takes it: where the labels stand in the file's first column, they are the headers and each further column is a row.
   */
  readonly table?: { readonly index: number; readonly row: number; readonly column: number; readonly header: boolean };
  /** Rendered ranges that are bold or otherwise set apart. */
  readonly strong: readonly { readonly start: number; readonly end: number }[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly at: Location;
  /** Index of the enclosing section. */
  readonly parent?: number;
}

/** One file of the policy as text. */
export interface PolicyDocument {
  readonly path: string;
  readonly format: 'markdown' | 'html' | 'text' | 'android-strings' | 'docx' | 'pdf' | 'source';
  readonly encoding: string;
  /** How exact places are; anything but `exact`, which is meant when absent, counts in `extracted`. */
  readonly positions?: 'exact' | 'paragraph' | 'page';
  /** What was taken out of a file that is no text, one paragraph a line, and where its pages begin in that. */
  readonly extracted?: { readonly text: string; readonly pages?: readonly number[] };
  readonly language: PolicyLanguage;
  readonly title?: string;
  /** Which part of the whole it is. */
  readonly part: 'main' | 'sdk-list' | 'permission-list' | 'children' | 'collection-list' | 'other';
  readonly kind: 'privacy-policy' | 'agreement' | 'unknown';
  /** Length of the decoded file, or of what was extracted, in UTF-16 units. */
  readonly length: number;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
}

export type SectionKind =
  | 'collection'
  | 'sharing'
  | 'storage'
  | 'security'
  | 'rights'
  | 'minors'
  | 'cookies'
  | 'sdk-list'
  | 'permissions'
  | 'definitions'
  | 'changes'
  | 'contact'
  | 'other';

/** Data that a policy speaks of, at a place. */
export interface DataMention extends Phrase {
  /** Data type id of the knowledge. */
  readonly id: string;
  /** 个人信息, information: names nothing in particular. */
  readonly generic: boolean;
  /** 这些信息, 收集的信息: points to data named elsewhere and names none itself. */
  readonly pointing?: true;
}

export interface Purpose extends Phrase {
  readonly category:
    | 'security'
    | 'service'
    | 'advertising'
    | 'analytics'
    | 'marketing'
    | 'personalization'
    | 'legal'
    | 'merger'
    | 'other';
  readonly vague: boolean;
}

export interface ThirdParty extends Phrase {
  readonly name: string;
  readonly kind: 'sdk' | 'affiliate' | 'partner' | 'authority' | 'unnamed';
}

/** One thing the policy says: who does what with which data, why, when, or that it does not. */
export interface PolicyStatement {
  readonly id: string;
  /** Index into the reading's documents. */
  readonly document: number;
  /** Index into that document's sections. */
  readonly section: number;
  readonly language: Language;
  readonly action: Action;
  readonly verb?: Phrase;
  readonly negated: boolean;
  readonly modality: 'does' | 'may' | 'will' | 'must' | 'with-consent' | 'conditional';
  readonly actor: {
    readonly role: 'first-party' | 'third-party' | 'user' | 'unknown';
    readonly name: string;
    readonly text: string;
    readonly at?: Location;
  };
  readonly dataTypes: readonly DataMention[];
  readonly purposes: readonly Purpose[];
  readonly condition?: Phrase;
  readonly thirdParties: readonly ThirdParty[];
  /** Full permission names that the sentence speaks of as permissions. */
  readonly permissions: readonly string[];
  /** The sentence(s), as rendered. */
  readonly text: string;
  readonly at: Location;
}

/** What a policy should hold and where this one holds it. Ids as in the knowledge's policy-elements. */
export interface PolicyElement {
  readonly id: string;
  readonly quote: Phrase;
  /** Whether it is told in full (`yes`), or only touched (`partial`): 最短时间 without a period, a contact without a channel. */
  readonly told: 'yes' | 'partial';
  readonly document: number;
  /** Values that rules need, e.g. `days`, `months`, `age`, `date`. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Words that say too little; the sentence around them is the quote. */
export interface VaguePhrase {
  /** VagueTerm id of the knowledge. */
  readonly term: string;
  readonly kind: 'scope' | 'purpose' | 'recipient' | 'retention' | 'condition';
  readonly words: Phrase;
  readonly sentence: Phrase;
  readonly document: number;
}

/** A known SDK, or the brand of several, that the policy names, with what its entry tells of it. */
export interface SdkMention extends Phrase {
  /** Ids of the SDKs that the words may mean: one for a name of its own, several for a brand. */
  readonly sdks: readonly string[];
  /** Whether the words are a name of that one SDK rather than of its brand. */
  readonly exact: boolean;
  readonly document: number;
  /** Stands in a list or table of SDKs, or is told as a partner that gets data; not in passing ("log in with WeChat"). */
  readonly listed: boolean;
  /** The row, item or paragraphs that tell of it. */
  readonly entry: Location;
  readonly tells: { readonly data: boolean; readonly purpose: boolean; readonly link: boolean };
  /** What its entry says it takes. */
  readonly data: readonly DataMention[];
}

/** A file taken for (a part of) the policy, and why. */
export interface PolicyFile {
  readonly path: string;
  /** `named` on the command line or in the config, or found: by its name, by its content, by both. */
  readonly why: 'named' | 'name' | 'content' | 'name-and-content';
  readonly language: PolicyLanguage;
}

/** The policy as it was understood. */
export interface PolicyReading {
  readonly files: readonly PolicyFile[];
  readonly documents: readonly PolicyDocument[];
  readonly sectionKinds: readonly (readonly SectionKind[])[];
  readonly statements: readonly PolicyStatement[];
  readonly elements: readonly PolicyElement[];
  readonly vague: readonly VaguePhrase[];
  /** What the text shows about itself. */
  readonly signs: readonly PolicySign[];
  readonly sdks: readonly SdkMention[];
  /** Addresses of a policy that stands elsewhere. */
  readonly links: readonly Phrase[];
  readonly unread: readonly Unread[];
}
