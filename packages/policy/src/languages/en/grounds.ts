import type { Reading } from './clauses.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { purposesOf } from './purposes.ts';
import type { PurposeAt, PurposeWords } from './purposes.ts';

const MANDATORY = /\b(?:is|are) (?:an? |also )?(?:mandatory|compulsory|obligatory)\b/i;

/** "A phone number is mandatory for sign-up": what is told of a field asks for it. */
export function mandatoryOf(parsed: Parsed, { predicates }: Reading): Predicate[] {
  const { sentence, tokens, mentions } = parsed;
  if (!MANDATORY.test(sentence.plain) || predicates.length > 0) return [];
  const at = tokens.findIndex(({ text }) => text === 'mandatory' || text === 'compulsory' || text === 'obligatory');
  const named = mentions.filter(({ end, generic }) => end <= at && !generic);
  if (named.length === 0) return [];
  const predicate = predicateOf(parsed, 'collect', undefined, undefined, { negated: false, modal: 'must' });
  for (const mention of named) predicate.arguments.push({ parsed, mention, except: false });
  return [predicate];
}

const GROUND = /^\s*(?:based on|on the basis of|by means of|with the help of|from) (?:your|the user['’]s|their)\b/i;

/** "Based on your IP we choose the language": what a deed of ours rests on is used, without a verb that says so. */
export function groundsOf(parsed: Parsed, { done, predicates }: Reading, aims: PurposeWords): Predicate[] {
  if (!GROUND.test(parsed.sentence.plain)) return [];
  const deed = done.find(({ group }) => group.form === 'finite');
  if (deed?.subject.role !== 'first-party' || deed.negated || deed.void) return [];
  const taken = new Set(predicates.flatMap((one) => one.arguments.map(({ mention }) => mention)));
  const named = parsed.mentions.filter((one) => !one.generic && one.end <= deed.subject.from && !taken.has(one));
  if (named.length === 0) return [];
  const predicate = predicateOf(parsed, 'use', undefined, deed.subject, { negated: false });
  for (const mention of named) predicate.arguments.push({ parsed, mention, except: false });
  // "we show you shops nearby": what is done with it is what for
  const isForUsers = FOR_USERS.test(parsed.tokens[deed.group.end]?.text ?? '') || deed.group.verb?.lemma.endsWith(' you') === true;
  if (isForUsers) predicate.reasons.push(...aimAt(parsed, deed.group.start, aims).map((purpose) => ({ parsed, purpose })));
  return [predicate];
}

const FOR_USERS = /^(?:you|your)$/;

/** From a token to the end, whatever it is about. */
function aimAt(parsed: Parsed, start: number, aims: PurposeWords): PurposeAt[] {
  const told = purposesOf(parsed, aims, true).filter((one) => one.start >= start);
  const end = parsed.tokens.findLastIndex(({ kind }) => kind !== 'sign') + 1;
  return told.length > 0 ? told.map((one) => ({ ...one, start, end })) : [{ category: 'service', vague: false, start, end }];
}
