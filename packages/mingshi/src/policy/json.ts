import type { Location, Phrase, PolicyDocument, PolicyStatement } from '@mingshi/model';
import type { Held, PolicyTelling } from '@mingshi/policy';
import { linesOfDocument } from '../report/places.ts';
import type { Lines } from '../report/places.ts';
import { addNumber, put } from '../text/json-bytes.ts';
import type { JsonBytes, WritesItself } from '../text/json-bytes.ts';
import { jsonPieces } from '../text/json-pieces.ts';

/** What is understood of a policy file, for programs, said while it is read: `mingshi policy FILE --format json`. */
export function policyJson(reading: PolicyTelling, bytes: Uint8Array): Iterable<Uint8Array> {
  const { documents, sectionKinds, telling } = reading;
  const [main] = documents as readonly [PolicyDocument, ...PolicyDocument[]];
  const spanOf = spansIn(linesOfDocument(main, bytes));
  let held: Held = { elements: [], vague: [] };
  return jsonPieces({
    schemaVersion: 1,
    sections: documents.flatMap((document, index) =>
      document.sections.map(({ id, title, level, at }, number) => ({
        id,
        title,
        level,
        kind: sectionKinds[index]?.[number] ?? 'other',
        span: spanOf(at),
      })),
    ),
    statements: (function* statementsJson() {
      // One by one: all of them together take many times the room of the policy.
      let next = telling.next();
      for (; !next.done; next = telling.next()) {
        for (const statement of next.value) yield statementJson(statement, documents, spanOf);
      }
      held = next.value;
    })(),
    get elements() {
      return held.elements.map(({ id, told, values, quote }) => ({
        id,
        told,
        values,
        text: quote.text,
        span: spanOf(quote.at),
      }));
    },
    get vague() {
      return held.vague.map(({ term, kind, words, sentence }) => ({
        term,
        kind,
        text: words.text,
        span: spanOf(words.at),
        sentence: sentence.text,
      }));
    },
    get document() {
      const date = held.elements.find(({ id }) => id === 'effective-date')?.values['date'];
      return documentJson(main, date === undefined ? undefined : String(date));
    },
  });
}

function documentJson({ path, language, format, positions, title, kind, length }: PolicyDocument, date?: string) {
  return {
    path,
    language,
    format: isMarkup(format) ? format : 'text',
    // What the text was taken out of.
    ...(!isMarkup(format) && format !== 'text' && { container: format }),
    // Spans of a Word file or a PDF count in the text that was taken out of it, one paragraph a line.
    ...(positions && { positions }),
    title: title ?? '',
    kind,
    ...(date !== undefined && { effectiveDate: date }),
    length,
  };
}

/** Readers of this JSON know three formats: two with markup, and text, whatever file it stood in. */
function isMarkup(format: PolicyDocument['format']): boolean {
  return format === 'markdown' || format === 'html';
}

function statementJson(
  statement: PolicyStatement,
  documents: readonly PolicyDocument[],
  spanOf: (at: Location) => WritesItself,
) {
  const phrase = ({ text, at }: Phrase) => ({ text, span: spanOf(at) });
  const { verb, condition, actor } = statement;
  return {
    id: statement.id,
    section: documents[statement.document]?.sections[statement.section]?.id ?? '',
    action: statement.action,
    verb: verb && phrase(verb),
    negated: statement.negated,
    modality: statement.modality,
    actor: { role: actor.role, name: actor.name, text: actor.text, span: actor.at && spanOf(actor.at) },
    // What only points to data names none: 我们收集这些信息是为了….
    dataTypes: statement.dataTypes
      .filter(({ pointing }) => !pointing)
      .map(({ id, generic, text, at }) => ({ id, text, span: spanOf(at), generic })),
    purposes: statement.purposes.map(({ category, vague, text, at }) => ({ category, vague, text, span: spanOf(at) })),
    condition: condition && phrase(condition),
    thirdParties: statement.thirdParties.map(({ name, kind, text, at }) => ({ name, kind, text, span: spanOf(at) })),
    permissions: statement.permissions,
    text: statement.text,
    span: spanOf(statement.at),
  };
}

function spansIn(lines: Lines): (at: Location) => WritesItself {
  const addPlace = (json: JsonBytes, place: number): void => {
    const { offset, line, column } = lines.position(place);
    put(json, '{"offset":');
    addNumber(json, offset);
    put(json, ',"line":');
    addNumber(json, line);
    put(json, ',"column":');
    addNumber(json, column);
    put(json, '}');
  };
  return ({ start, end }) => (json) => {
    put(json, '{"start":');
    addPlace(json, start);
    put(json, ',"end":');
    addPlace(json, end);
    put(json, '}');
  };
}
