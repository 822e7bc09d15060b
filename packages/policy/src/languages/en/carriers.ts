import type { Action } from '@mingshi/model';
import type { Sentence, Unit } from '../../units/unit.ts';
import type { Reading } from './clauses.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import type { VerbGroup } from './verb-groups.ts';
import { parse } from './words.ts';
import type { Words } from './words.ts';

/* What has no verb of its own, and the verb that a heading or the sentence before carries for it. */

/** "This means information about your phone, including its serial number": no more than "this includes". */
function isMeaning({ tokens }: Parsed, { start, end }: VerbGroup): boolean {
  const [before, verb, behind] = [tokens[start - 1], tokens[start], tokens[end]];
  return verb?.text === 'means' && /^(?:this|that|it)$/.test(before?.text ?? '') && /^(?:information|data)$/.test(behind?.stem ?? '');
}

/** No verb of its own: a heading or a lead-in carries it. */
export function isFragment(parsed: Parsed, reading: Reading): boolean {
  return (
    parsed.mentions.length > 0 &&
    !reading.done.some(
      ({ group, subject }) =>
        (group.form === 'finite' || group.form === 'copula') &&
        !isMeaning(parsed, group) &&
        // "Non-personal information is information such as …" tells of what is collected besides.
        !(group.form === 'copula' && reading.label[0]?.id === 'non-personal-information') &&
        (subject.clause === 'main' || subject.clause === 'that'),
    )
  );
}

/** What a heading says is done with what is listed below it. */
const CARRIERS: readonly (readonly [Action, RegExp])[] = [
  ['collect', /\b(?:collect|gather|obtain|access|receive|request|acquire)\w*/i],
  ['collect', /information (?:that )?you (?:provide|give|submit|share)|\bdata (?:we )?(?:process|handle)/i],
  ['share', /\b(?:shar(?:e|ed|ing)|disclos)/i],
  ['store', /\b(?:stor(?:e|ed|ing)|retain)\w*/i],
];
const DENIED = /\b(?:not|never|no|n't|without)\b|n[’']t\b/i;
const IDLE = [
  /\b(?:third[- ]part|cookie|secur|protect|right|choice|control|opt|delet|change|contact|child|legal|law)/i,
  /\bhow (?:do )?(?:we|i) (?:use|protect)/i,
];

/** The verb that the nearest telling heading carries for a fragment under it. */
export function carrierOf(unit: Unit, parsed: Parsed): Predicate | undefined {
  const own = parsed.sentence.plain;
  for (const title of unit.headings.toReversed()) {
    if (title === own) continue;
    const action = CARRIERS.find(([, words]) => words.test(title))?.[0];
    if (action && parsed.mentions.some(({ id }) => id !== 'cookie'))
      return predicateOf(parsed, action, undefined, undefined, { negated: DENIED.test(title) });
    if (IDLE.some((words) => words.test(title))) return undefined;
  }
  // A bare list of several kinds of data tells, in a policy, what is collected.
  const kinds = new Set(parsed.mentions.filter(({ generic, id }) => !generic && id !== 'cookie').map(({ id }) => id));
  return kinds.size > 1 ? predicateOf(parsed, 'collect', undefined, undefined, { negated: false }) : undefined;
}

/** "Health data:", a label above a list, under a title that says what is done with data. */
export function titled(unit: Unit, parsed: Parsed, reading: Reading): Predicate | undefined {
  return unit.headings.some(carries) && isFragment(parsed, reading) ? carrierOf(unit, parsed) : undefined;
}

/** Whether a title says that something is done with data, as one under which data is told. */
export function carries(title: string): boolean {
  return CARRIERS.some(([, words]) => words.test(title));
}

const IT = /^(?:[\w ,]{0,40}\b)?(?:we|the app|our app)\b[\w ]{0,24}\b(?:use|uses|process|processes) (it|them|these|those|this|that)\b/i;

/** "We use it to:" — what it is, the sentence before has told; what for, the list tells. */
export function served(lead: Sentence, words: Words): Predicate[] {
  const it = IT.exec(lead.plain)?.[1];
  const parsed = it ? parse(lead, words, true)[0] : undefined;
  const at = parsed?.tokens.findIndex((token) => token.text === it?.toLowerCase()) ?? -1;
  if (!parsed || at < 0) return [];
  const one = predicateOf(parsed, 'use', undefined, undefined, { negated: DENIED.test(lead.plain) });
  const mention = { id: 'unspecified-information', generic: true, weak: true, permission: false, start: at, end: at + 1 };
  one.arguments.push({ parsed, mention, except: false });
  return [one];
}
