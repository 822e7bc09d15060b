import type { Block, Location, Phrase, PolicyDocument, PolicyStatement } from '@mingshi/model';
import { locate } from '../text/locate.ts';
import type { RawStatement, Sentence, Span } from '../units/unit.ts';

/** A statement with the first sentence of it. */
export interface Told {
  readonly statement: PolicyStatement;
  readonly sentence: Sentence;
}

/** Statements as the grammars give them, with the places of their words in the files; `before` of them were told before. */
export function statementsOf(raw: readonly RawStatement[], documents: readonly PolicyDocument[], before = 0): Told[] {
  const told: Told[] = [];
  const words = wordStore();
  for (const each of raw) {
    const sentences = sentencesIn(each);
    const sentence = sentences[0];
    if (!sentence) continue;
    const id = `st${before + told.length + 1}`;
    told.push({ statement: statementOf(each, id, sentences, documents, words), sentence });
  }
  return told;
}

function statementOf(
  raw: RawStatement,
  id: string,
  sentences: readonly Sentence[],
  documents: readonly PolicyDocument[],
  words: WordStore,
): PolicyStatement {
  const first = sentences[0] as Sentence;
  const textOf = ({ sentence, start, end }: Span): string => words(sentence.text.slice(start, end));
  const at = (span: Span): Location => placeOf(span, documents);
  const phrase = (span: Span): Phrase => ({ text: textOf(span), at: at(span) });
  // Written out, and what may be absent last: spreading in between takes twice the room, and a long policy says much.
  return {
    id,
    document: first.document,
    section: first.section,
    language: first.language,
    action: raw.action,
    negated: raw.negated,
    modality: raw.modality,
    actor: actorOf(raw.actor, textOf, at),
    dataTypes: listOf(raw.dataTypes, ({ id: type, generic, pointing, span }) => ({
      id: type,
      generic,
      text: textOf(span),
      at: at(span),
      ...(pointing && { pointing }),
    })),
    purposes: listOf(raw.purposes, ({ category, vague, span }) => ({ category, vague, text: textOf(span), at: at(span) })),
    thirdParties: listOf(raw.thirdParties, ({ name, kind, span }) => ({ name, kind, text: textOf(span), at: at(span) })),
    permissions: raw.permissions.length === 0 ? NONE : raw.permissions,
    text: sentences.length === 1 ? first.text : sentences.map((sentence) => sentence.text).join('\n'),
    at: spanOf(sentences, documents),
    ...(raw.verb && { verb: phrase(raw.verb) }),
    ...(raw.condition && { condition: phrase(raw.condition) }),
  };
}

function actorOf(
  { role, name, span }: RawStatement['actor'],
  textOf: (span: Span) => string,
  at: (span: Span) => Location,
): PolicyStatement['actor'] {
  return span ? { role, name, text: textOf(span), at: at(span) } : { role, name, text: '' };
}

/** Gives back the same string for the same short words: 手机号 is said a hundred times. */
type WordStore = (text: string) => string;

function wordStore(): WordStore {
  const known = new Map<string, string>();
  return (text) => {
    if (text.length > SHORT) return text;
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
}

/** Longer stretches of a text are no copies of it. */
const SHORT = 12;

/** Shared by all statements that have nothing of the kind. */
const NONE: readonly never[] = [];

function listOf<T, U>(from: readonly T[], make: (each: T) => U): readonly U[] {
  return from.length === 0 ? NONE : from.map(make);
}

/** The sentences that a statement's verb and data stand in, in reading order. */
function sentencesIn(raw: RawStatement): readonly Sentence[] {
  // Most say all in one sentence.
  const first = raw.verb?.sentence ?? raw.dataTypes[0]?.span.sentence;
  if (first && raw.dataTypes.every(({ span }) => span.sentence === first)) return [first];
  const found = new Set<Sentence>();
  if (raw.verb) found.add(raw.verb.sentence);
  for (const { span } of raw.dataTypes) found.add(span.sentence);
  if (found.size === 0) for (const { span } of raw.thirdParties) found.add(span.sentence);
  if (found.size === 0 && raw.actor.span) found.add(raw.actor.span.sentence);
  if (found.size === 0) for (const { span } of raw.purposes) found.add(span.sentence);
  return [...found].toSorted((a, b) => a.document - b.document || a.block - b.block || a.start - b.start);
}

function placeOf({ sentence, start, end }: Span, documents: readonly PolicyDocument[]): Location {
  const block = documents[sentence.document]?.blocks[sentence.block] as Block;
  return locate(block, sentence.start + start, sentence.start + end);
}

function spanOf(sentences: readonly Sentence[], documents: readonly PolicyDocument[]): Location {
  const [only] = sentences;
  if (only && sentences.length === 1) return placeOf({ sentence: only, start: 0, end: only.text.length }, documents);
  const places = sentences.map((sentence) =>
    locate(documents[sentence.document]?.blocks[sentence.block] as Block, sentence.start, sentence.end),
  );
  const file = places[0]?.file ?? '';
  const inFile = places.filter((place) => place.file === file);
  return {
    file,
    start: Math.min(...inFile.map((place) => place.start)),
    end: Math.max(...inFile.map((place) => place.end)),
  };
}
