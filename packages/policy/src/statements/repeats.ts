import { recall } from '../text/recall.ts';
import type { Grammar, RawStatement, Sentence, Span, Unit } from '../units/unit.ts';

/** What was read of a unit. */
interface Known {
  readonly unit: Unit;
  readonly raw: readonly RawStatement[];
}

/** A grammar that does not read again what it has read twice; `titlesOf` tells what it takes from the titles above. */
export function withRepeats(read: Grammar, titlesOf: (unit: Unit) => string | undefined): Grammar {
  const known = recall<Known>();
  return (unit) => {
    const titles = titlesOf(unit);
    if (titles === undefined) return read(unit);
    const { unit: same, raw } = known(keyOf(unit, titles), () => ({ unit, raw: read(unit) }));
    return same === unit ? raw : raw.map((each) => moved(each, same, unit));
  };
}

/** A key that two units share only if all is the same that a grammar looks at. */
function keyOf({ kind, lead, sentences, headers, sectionKinds }: Unit, titles: string): string {
  let key = `${kind}\u0001${sectionKinds.join(' ')}\u0001${titles}\u0001`;
  if (lead) key += `${lead.language}${lead.text}`;
  for (const { text, language } of sentences) key += `\u0002${language}${text}`;
  if (kind === 'row') for (const header of headers) key += `\u0003${header}`;
  return key;
}

/** A statement of one unit as the same statement of another. */
function moved(raw: RawStatement, from: Unit, to: Unit): RawStatement {
  const sentenceOf = (sentence: Sentence): Sentence =>
    (sentence === from.lead ? to.lead : to.sentences[from.sentences.indexOf(sentence)]) ?? sentence;
  const span = ({ sentence, start, end }: Span): Span => ({ sentence: sentenceOf(sentence), start, end });
  const { action, verb, negated, modality, actor, condition, permissions } = raw;
  return {
    action,
    verb: verb && span(verb),
    negated,
    modality,
    actor: actor.span ? { role: actor.role, name: actor.name, span: span(actor.span) } : actor,
    dataTypes: raw.dataTypes.map((each) => ({ ...each, span: span(each.span) })),
    purposes: raw.purposes.map((each) => ({ category: each.category, vague: each.vague, span: span(each.span) })),
    condition: condition && span(condition),
    thirdParties: raw.thirdParties.map((each) => ({ name: each.name, kind: each.kind, span: span(each.span) })),
    permissions,
  };
}
