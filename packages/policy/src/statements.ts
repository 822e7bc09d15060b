import type { Block, Location, Phrase, PolicyDocument, PolicyStatement } from '@mingshi/model';
import { locate } from './locate.ts';
import type { RawStatement, Sentence, Span } from './unit.ts';

/** A statement with the first sentence of it. */
export interface Told {
  readonly statement: PolicyStatement;
  readonly sentence: Sentence;
}

/** Statements as the grammars give them, with the places of their words in the files; `before` of them were told before. */
export function statementsOf(raw: readonly RawStatement[], documents: readonly PolicyDocument[], before = 0): Told[] {
  const told: Told[] = [];
  for (const each of raw) {
    const sentences = sentencesIn(each);
    const sentence = sentences[0];
    if (!sentence) continue;
    const id = `st${before + told.length + 1}`;
    told.push({ statement: statementOf(each, id, sentences, sentence, documents), sentence });
  }
  return told;
}

function statementOf(
  raw: RawStatement,
  id: string,
  sentences: readonly Sentence[],
  first: Sentence,
  documents: readonly PolicyDocument[],
): PolicyStatement {
  const phrase = (span: Span): Phrase => phraseOf(span, documents);
  const { actor } = raw;
  return {
    id,
    document: first.document,
    section: first.section,
    language: first.language,
    action: raw.action,
    ...(raw.verb && { verb: phrase(raw.verb) }),
    negated: raw.negated,
    modality: raw.modality,
    actor: {
      role: actor.role,
      name: actor.name,
      text: actor.span ? textOf(actor.span) : '',
      ...(actor.span && { at: phrase(actor.span).at }),
    },
    dataTypes: raw.dataTypes.map(({ id: type, generic, span }) => ({ id: type, generic, ...phrase(span) })),
    purposes: raw.purposes.map(({ category, vague, span }) => ({ category, vague, ...phrase(span) })),
    ...(raw.condition && { condition: phrase(raw.condition) }),
    thirdParties: raw.thirdParties.map(({ name, kind, span }) => ({ name, kind, ...phrase(span) })),
    permissions: raw.permissions,
    text: sentences.map((sentence) => sentence.text).join('\n'),
    at: spanOf(sentences, documents),
  };
}

/** The sentences that a statement's verb and data stand in, in reading order. */
function sentencesIn(raw: RawStatement): Sentence[] {
  const found = new Set<Sentence>();
  if (raw.verb) found.add(raw.verb.sentence);
  for (const { span } of raw.dataTypes) found.add(span.sentence);
  if (found.size === 0) for (const { span } of raw.thirdParties) found.add(span.sentence);
  if (found.size === 0 && raw.actor.span) found.add(raw.actor.span.sentence);
  if (found.size === 0) for (const { span } of raw.purposes) found.add(span.sentence);
  return [...found].toSorted((a, b) => a.document - b.document || a.block - b.block || a.start - b.start);
}

function textOf({ sentence, start, end }: Span): string {
  return sentence.text.slice(start, end);
}

function phraseOf(span: Span, documents: readonly PolicyDocument[]): Phrase {
  const { sentence, start, end } = span;
  const block = documents[sentence.document]?.blocks[sentence.block] as Block;
  return { text: textOf(span), at: locate(block, sentence.start + start, sentence.start + end) };
}

function spanOf(sentences: readonly Sentence[], documents: readonly PolicyDocument[]): Location {
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
