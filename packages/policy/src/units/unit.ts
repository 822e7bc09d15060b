import type { Knowledge, Language } from '@mingshi/knowledge';
import type { Action, PolicyStatement, Purpose, SectionKind, ThirdParty } from '@mingshi/model';

/** A sentence of a block; offsets are into the block's rendered text. */
export interface Sentence {
  readonly document: number;
  readonly block: number;
  readonly section: number;
  readonly start: number;
  readonly end: number;
  /** `blocks[block].text.slice(start, end)`. */
  readonly text: string;
  /** `text` with Traditional characters replaced one for one and full-width Latin folded: same length, for matching. */
  readonly plain: string;
  readonly language: Language;
}

/** What a grammar reads at once: a sentence with the text it leans on. */
export interface Unit {
  readonly kind: 'sentence' | 'list' | 'row';
  /** The lead-in that carries the verb for a list (我们会收集以下信息：), when there is one. */
  readonly lead?: Sentence;
  /** The sentence itself; the items of a list; the cells of a row. */
  readonly sentences: readonly Sentence[];
  /** For a row: the header cell above each of `sentences` ('' when the table has none). */
  readonly headers: readonly string[];
  /** Section titles from the outermost to the innermost, as `plainOf` writes them. */
  readonly headings: readonly string[];
  readonly sectionKinds: readonly SectionKind[];
}

/** A stretch of a sentence of the unit. */
export interface Span {
  readonly sentence: Sentence;
  /** Offsets into `sentence.text`. */
  readonly start: number;
  readonly end: number;
}

/** Data that a statement names, or points to. */
interface RawData {
  readonly id: string;
  readonly generic: boolean;
  readonly pointing?: true;
  readonly span: Span;
}

/** A statement before its places are worked out. */
export interface RawStatement {
  readonly action: Action;
  readonly verb?: Span | undefined;
  readonly negated: boolean;
  readonly modality: PolicyStatement['modality'];
  readonly actor: { readonly role: PolicyStatement['actor']['role']; readonly name: string; readonly span?: Span };
  readonly dataTypes: readonly RawData[];
  readonly purposes: readonly { readonly category: Purpose['category']; readonly vague: boolean; readonly span: Span }[];
  readonly condition?: Span | undefined;
  readonly thirdParties: readonly { readonly name: string; readonly kind: ThirdParty['kind']; readonly span: Span }[];
  readonly permissions: readonly string[];
}

/** The grammar of one language: pure, deterministic, knows nothing of files. */
export type Grammar = (unit: Unit) => readonly RawStatement[];

/** Builds its word matchers once from the lexicon. */
export type GrammarOf = (knowledge: Knowledge) => Grammar;
