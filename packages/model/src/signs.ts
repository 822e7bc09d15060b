import type { Language } from '@mingshi/knowledge';
import type { Phrase } from './location.ts';

/**
 * What the policy's text shows about itself, beside what it says of data and what it should hold: blanks left in, names, promised
 * parts that never come, conditions, limits, figures. Each is met at a place and judged by nobody yet.
 */
export type PolicySign =
  | PlaceholderSign
  | NameSign
  | MissingPartSign
  | DateSign
  | ChangeSign
  | ReplyLimitSign
  | CancellationConditionSign
  | ChildAgeSign
  | PersonalizationSign
  | ConsentSign
  | AbroadSign
  | MarkedDataSign
  | UnconditionalSign
  | ReadabilitySign
  | MentionSign
  | DriftSign;

interface SignOf<K extends string> {
  readonly kind: K;
  /** Index into the reading's documents. */
  readonly document: number;
  /** The words, or the sentence around them. */
  readonly quote: Phrase;
}

/** Something that was left for the author to fill in. */
export interface PlaceholderSign extends SignOf<'placeholder'> {
  readonly stands: 'name' | 'contact' | 'date' | 'code' | 'text';
}

/** A name under which the policy speaks of its app or its operator. */
export interface NameSign extends SignOf<'name'> {
  readonly of: 'product' | 'operator';
  readonly name: string;
  /** How the text brings it up: in its title, as the one who speaks, as the app that the policy is about. */
  readonly role: 'title' | 'speaker' | 'subject';
  /** How often it stands in the text. */
  readonly count: number;
}

/** A part of the policy that is announced and not there. */
export interface MissingPartSign extends SignOf<'missing-part'> {
  readonly announced: 'contents' | 'section' | 'appendix' | 'document' | 'list';
  /** As the text names it: 第八章, 《第三方清单》, Appendix B. */
  readonly target: string;
}

/** A date that the document bears. */
export interface DateSign extends SignOf<'date'> {
  /** YYYY-MM-DD, or as much of it as is given. */
  readonly iso: string;
}

/** The policy may change; users are told of it, have to look themselves, or nothing is said of that. */
export interface ChangeSign extends SignOf<'change'> {
  readonly says: 'tells' | 'look' | 'changes';
}

/** Within how long requests are answered or carried out. */
export interface ReplyLimitSign extends SignOf<'reply-limit'> {
  readonly on: 'access' | 'correction' | 'deletion' | 'cancellation' | 'complaint' | 'request';
  readonly count: number;
  readonly unit: 'days' | 'working-days' | 'months';
}

/** What users must do or bring before their account is cancelled. */
export interface CancellationConditionSign extends SignOf<'cancellation-condition'> {
  readonly asks: 'id-photo' | 'id-number' | 'paper' | 'by-post' | 'in-person' | 'records' | 'other-products' | 'face' | 'fee';
}

/** The age below which somebody is a child, as the text has it. */
export interface ChildAgeSign extends SignOf<'child-age'> {
  readonly age: number;
  /** The text says that the law of China holds, or is written in Chinese. */
  readonly chinese: boolean;
}

/** Content or advertising is chosen by what is known of the user, or such choosing can be switched off. */
export interface PersonalizationSign extends SignOf<'personalization'> {
  readonly says: 'does' | 'opt-out';
  readonly of: 'content' | 'advertising';
}

/** How consent is come by: inferred from use or from another agreement, wrung by refusing service, or asked for before data are passed on. */
export interface ConsentSign extends SignOf<'consent'> {
  readonly how: 'implied' | 'bundled' | 'forced' | 'before-sharing';
  /**
   * Of consent before sharing, what it is asked for: any sharing; any but the cases that follow; one sharing alone, or
   * it is one case among others.
   */
  readonly covers?: 'all' | 'all-but' | 'one';
}

/** Whether data leave the country: they do, they do not, or it is spoken of without saying so. */
export interface AbroadSign extends SignOf<'abroad'> {
  readonly says: 'goes' | 'stays' | 'spoken-of';
  /** The passage asks for consent to it. */
  readonly consent: boolean;
}

/** Data set apart from the rest: by bold letters or the word 敏感, by a legend for it all; or the need for them is told. */
export interface MarkedDataSign extends SignOf<'marked-data'> {
  readonly how: 'strong' | 'word' | 'legend' | 'necessity';
  /** Data types set apart; empty where the sign is about all of them. */
  readonly types: readonly string[];
}

/** Something said, or denied, that holds always: nothing in the sentence or around it limits it. */
export interface UnconditionalSign extends SignOf<'unconditional'> {
  readonly says: 'does' | 'denies';
  readonly of: 'collecting' | 'sharing' | 'abroad';
  /** Data types; a denial of all data or of all personal data has the unspecified type that it names. */
  readonly types: readonly string[];
}

/** How hard the text is to read, in figures of Chinese characters; an English word counts for two. */
export interface ReadabilitySign extends SignOf<'readability'> {
  /** The longest paragraph, the average sentence, the longest stretch without a title, the whole. */
  readonly measure: 'paragraph' | 'sentences' | 'headings' | 'length';
  readonly figure: number;
}

/**
 * Data that the text names without saying that the app takes them: in a definition, for an update still to come, or as
 * something that users may switch off.
 */
export interface MentionSign extends SignOf<'mention'> {
  readonly how: 'definition' | 'later' | 'switch-off';
  /** Data type; `quote` holds the words alone. */
  readonly type: string;
  /** The data type whose name the definition explains: what is then told of it is told of `type` too. */
  readonly of?: string;
}

/** One version of the policy says what another one does not. */
export interface DriftSign extends SignOf<'drift'> {
  readonly what: 'data' | 'permission' | 'recipient' | 'right' | 'date';
  /** Data type, permission, name, element or date. */
  readonly id: string;
  /** Where it should stand in the other version: a title; of a date, the date there. */
  readonly other: Phrase;
  /** Two languages, or two copies of one text. */
  readonly between: 'languages' | 'copies';
  /** Where both languages stand in one file: the language of the text that tells it. */
  readonly half?: Language;
}
