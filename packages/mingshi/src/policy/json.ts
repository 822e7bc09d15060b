import type { Location, Phrase, PolicyDocument, PolicyStatement, Position } from '@mingshi/model';
import type { PolicyTelling } from '@mingshi/policy';
import { linesOfDocument } from '../places.ts';
import type { Lines } from '../places.ts';
import { jsonPieces } from '../text/json-pieces.ts';

interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** What was understood of a policy file, for programs: `mingshi policy FILE --format json`. */
export function policyJson(reading: PolicyTelling, bytes: Uint8Array): Iterable<string> {
  const [main] = reading.documents as readonly [PolicyDocument, ...PolicyDocument[]];
  const spanOf = spansIn(linesOfDocument(main, bytes));
  const date = reading.elements.find(({ id }) => id === 'effective-date')?.values['date'];
  return jsonPieces({
    schemaVersion: 1,
    document: {
      path: main.path,
      language: main.language,
      format: isMarkup(main.format) ? main.format : 'text',
      // What the text was taken out of.
      ...(!isMarkup(main.format) && main.format !== 'text' && { container: main.format }),
      // Spans of a Word file or a PDF count in the text that was taken out of it, one paragraph a line.
      ...(main.positions && { positions: main.positions }),
      title: main.title ?? '',
      kind: main.kind,
      ...(date !== undefined && { effectiveDate: String(date) }),
      length: main.length,
    },
    sections: reading.documents.flatMap((document, index) =>
      document.sections.map(({ id, title, level, at }, number) => ({
        id,
        title,
        level,
        kind: reading.sectionKinds[index]?.[number] ?? 'other',
        span: spanOf(at),
      })),
    ),
    statements: statementsJson(reading, spanOf),
    elements: reading.elements.map(({ id, told, values, quote }) => ({
      id,
      told,
      values,
      text: quote.text,
      span: spanOf(quote.at),
    })),
    vague: reading.vague.map(({ term, kind, words, sentence }) => ({
      term,
      kind,
      text: words.text,
      span: spanOf(words.at),
      sentence: sentence.text,
    })),
  });
}

/** Readers of this JSON know three formats: two with markup, and text, whatever file it stood in. */
function isMarkup(format: PolicyDocument['format']): boolean {
  return format === 'markdown' || format === 'html';
}

/** One by one: all of them together take many times the room of the policy. */
function* statementsJson(reading: PolicyTelling, spanOf: (at: Location) => Span) {
  for (const statement of reading.statements) yield statementJson(statement, reading, spanOf);
}

function statementJson(statement: PolicyStatement, reading: PolicyTelling, spanOf: (at: Location) => Span) {
  const phrase = ({ text, at }: Phrase) => ({ text, span: spanOf(at) });
  const { verb, condition, actor } = statement;
  return {
    id: statement.id,
    section: reading.documents[statement.document]?.sections[statement.section]?.id ?? '',
    action: statement.action,
    verb: verb && phrase(verb),
    negated: statement.negated,
    modality: statement.modality,
    actor: { role: actor.role, name: actor.name, text: actor.text, span: actor.at && spanOf(actor.at) },
    dataTypes: statement.dataTypes.map(({ id, generic, text, at }) => ({ id, text, span: spanOf(at), generic })),
    purposes: statement.purposes.map(({ category, vague, text, at }) => ({ category, vague, text, span: spanOf(at) })),
    condition: condition && phrase(condition),
    thirdParties: statement.thirdParties.map(({ name, kind, text, at }) => ({ name, kind, text, span: spanOf(at) })),
    permissions: statement.permissions,
    text: statement.text,
    span: spanOf(statement.at),
  };
}

function spansIn(lines: Lines): (at: Location) => Span {
  const position = (offset: number): Position => {
    const { offset: found, line, column } = lines.position(offset);
    return { offset: found, line, column };
  };
  return ({ start, end }) => ({ start: position(start), end: position(end) });
}
