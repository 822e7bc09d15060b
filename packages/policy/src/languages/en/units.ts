import type { Action } from '@mingshi/model';
import { LATER } from '../later.ts';
import type { RawStatement, Sentence, Unit } from '../../units/unit.ts';
import { readClauses } from './clauses.ts';
import type { Reading } from './clauses.ts';
import { deviceStatements, lostIn } from './device.ts';
import { questionStatements } from './questions.ts';
import { groundsOf } from './grounds.ts';
import type { Mention } from './mentions.ts';
import { permissionsOf, speaksOfPermissions } from './permissions.ts';
import type { PermissionAt } from './permissions.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { purposesOf } from './purposes.ts';
import type { PurposeAt } from './purposes.ts';
import { statingWith } from './raw-statements.ts';
import type { Stating } from './raw-statements.ts';
import { readRow } from './rows.ts';
import type { Opening } from './state.ts';
import { parse, textOf } from './words.ts';
import type { VerbGroup } from './verb-groups.ts';
import type { Words } from './words.ts';

export const NOTHING: Opening = { open: [], negated: false };

/** Reads a sentence, a list or a table row into statements. */
export function readUnit(unit: Unit, words: Words): RawStatement[] {
  const stating = statingWith(words);
  const predicates: Predicate[] = [];
  const statements: RawStatement[] = [];
  const listed = isPermissionList(unit);
  let opening = NOTHING;
  const lead: Predicate[] = [];
  if (unit.lead) {
    for (const parsed of parse(unit.lead, words, true)) {
      const reading = readClauses(parsed, opening);
      opening = reading.opening;
      lead.push(...reading.predicates);
      statements.push(...permissionStatements(parsed, reading, false, words, stating));
    }
    if (lead.every((one) => one.arguments.length === 0)) lead.push(...served(unit.lead, words));
    predicates.push(...lead);
  }
  if (unit.kind === 'row') {
    statements.push(...readRow(unit, words, opening, predicates, stating));
    return [...predicates.flatMap(stating.ofPredicate), ...statements];
  }
  for (const sentence of unit.sentences) {
    if (isDefinition(sentence.plain, unit.headings) || LATER.en.test(sentence.plain)) continue;
    let from = opening;
    for (const parsed of parse(sentence, words, unit.lead !== undefined)) {
      const cells = labelled(parsed);
      if (cells.length > 0) {
        predicates.push(...cells);
        continue;
      }
      let reading = readClauses(parsed, from);
      const told = reading.predicates.some((one) => one.arguments.length > 0);
      const carrier =
        from.open.length === 0 && !told && isFragment(parsed, reading) ? carrierOf(unit, parsed) : undefined;
      if (carrier) reading = readClauses(parsed, { open: [carrier], negated: carrier.negated });
      addLabel(reading, parsed);
      if (from.open.length === 0 && !carrier) predicates.push(...itemsBefore(reading, parsed));
      const own = carrier ? [carrier, ...reading.predicates] : reading.predicates;
      predicates.push(...own, ...deviceStatements(parsed, reading), ...questionStatements(parsed), ...groundsOf(parsed, reading));
      statements.push(...permissionStatements(parsed, reading, listed, words, stating));
      if (lead.length > 0) addReasons(parsed, opening, own, lead, words);
      from = reading.opening;
    }
  }
  return [...predicates.flatMap(stating.ofPredicate), ...statements];
}

const DEFINED = new RegExp(
  String.raw`^[\s"“”'•-]*(?:as used (?:herein|in this [\w ]{1,30}),?\s*)?(?:the terms?\s*)?["“”']?(?:sensitive )?` +
    String.raw`personal(?:ly identifiable)? (?:information|data)["“”']?\s*(?:\([^)]{0,60}\)\s*)?,?` +
    String.raw`(?:\s*in terms of [^,]{1,20},?)?\s*(?:means|shall mean|refers to|is defined as` +
    String.raw`|is (?:any )?(?:information|data) (?:that|which|about|relat))`,
  'i',
);
const HANDLED = /\byour\b|\b(?:collect|gather|obtain|receiv|process)|\byou (?:provide|give|submit|share)/i;

/** "Personal data means any information that identifies a person, such as a name": names data and tells nothing. */
function isDefinition(text: string, headings: Unit['headings']): boolean {
  if (DEFINED.test(text) && !HANDLED.test(text)) return true;
  return (KIND.test(text) || TERM.test(text)) && !TOLD.test(text) && !headings.some((title) => CARRIERS.some(([, words]) => words.test(title)));
}

/** '"Device ID" means a code such as the IMEI'. */
const TERM = /^\s*["“][^"”]{2,40}["”] (?:means|shall mean|refers to|is defined as)\b/;

/** "Sensitive information includes call logs": what belongs to a kind, of nobody. */
const KIND = new RegExp(
  String.raw`^[\s"“”'•-]*(?:sensitive|special (?:categories|kinds) of|biometric|personal)(?: personal)? (?:information|data)["”']? ` +
    String.raw`(?:may |can |also |typically |generally )?(?:includes?|comprises?|contains?|covers?)\b`,
  'i',
);
const TOLD = /\b(?:your|you|we|us|our|users?['’]?)\b|\b(?:collect|gather|obtain|receiv|process)/i;

/** Whether the lead-in or the heading announces permissions. */
function isPermissionList(unit: Unit): boolean {
  return (
    unit.sectionKinds.includes('permissions') ||
    speaksOfPermissions(unit.lead?.plain ?? '') ||
    speaksOfPermissions(unit.headings.at(-1) ?? '') ||
    /\baccess to the following\b/i.test(unit.lead?.plain ?? '')
  );
}

/** "This means information about your phone, including its serial number": no more than "this includes". */
function isMeaning({ tokens }: Parsed, { start, end }: VerbGroup): boolean {
  const [before, verb, behind] = [tokens[start - 1], tokens[start], tokens[end]];
  return verb?.text === 'means' && /^(?:this|that|it)$/.test(before?.text ?? '') && /^(?:information|data)$/.test(behind?.stem ?? '');
}

/** No verb of its own: a heading or a lead-in carries it. */
function isFragment(parsed: Parsed, reading: Reading): boolean {
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

const LABELS: Readonly<Record<string, Action>> = {
  collection: 'collect',
  collected: 'collect',
  use: 'use',
  storage: 'store',
  sharing: 'share',
  disclosure: 'disclose',
};
const LABEL = /(?:^|[;.])\s*(?:(?:data|information) )?(collection|collected|use|storage|sharing|disclosure)\s*;/gi;

/** "Collection; photos from your device Yes; Use; …": a table that lost its cells keeps its labels before what they hold. */
function labelled(parsed: Parsed): Predicate[] {
  const { text } = parsed.sentence;
  const labels = /^\w[\w ]{2,24};/.test(text) ? [...text.matchAll(LABEL)] : [];
  if (labels[0]?.index !== 0) return [];
  return labels.flatMap((label, i) => {
    const end = labels[i + 1]?.index ?? text.length;
    const action = LABELS[(label[1] ?? '').toLowerCase()];
    const inside = parsed.mentions.filter((mention) => {
      const start = parsed.tokens[mention.start]?.start ?? 0;
      return start > label.index && start < end;
    });
    if (!action || inside.length === 0) return [];
    const predicate = predicateOf(parsed, action, undefined, undefined, { negated: false });
    for (const mention of inside) predicate.arguments.push({ parsed, mention, except: false });
    return [predicate];
  });
}

/** The verb that the nearest telling heading carries for a fragment under it. */
function carrierOf(unit: Unit, parsed: Parsed): Predicate | undefined {
  const own = parsed.sentence.text;
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

/** "Location: we use it to …": the label says what the sentence is about when the sentence itself names nothing. */
function addLabel(reading: Reading, parsed: Parsed): void {
  const colon = parsed.tokens.findIndex((token) => token.text === ':');
  if (colon < 0 || colon > 8 || reading.label.length === 0) return;
  const [first] = reading.predicates;
  if (
    !first ||
    first.negated ||
    reading.predicates.some((one) => one.arguments.some(({ mention }) => !mention.generic))
  )
    return;
  for (const mention of reading.label)
    if (mention.end <= colon) first.arguments.push({ parsed, mention, except: false });
}

/** "Your IP address; device identifiers; data that we collect with cookies": items without a verb stand beside one with. */
function itemsBefore({ label, done, predicates }: Reading, parsed: Parsed): Predicate[] {
  const inside = done[0];
  const first = inside?.group.start ?? 0;
  const isAside = parsed.tokens.slice(Math.max(0, first - 3), first).some(({ text }) => text === '(');
  if (!inside || (inside.group.form !== 'participle' && inside.subject.clause !== 'relative' && !isAside)) return [];
  const ends = parsed.tokens.flatMap(({ text }, i) => (text === ';' ? [i] : []));
  const last = ends.findLast((at) => at < first);
  if (last === undefined) return [];
  const taken = new Set(predicates.flatMap((one) => one.arguments.map(({ mention }) => mention)));
  const isItem = (mention: Mention): boolean => {
    const from = ends.findLast((at) => at < mention.start) ?? -1;
    const to = ends.find((at) => at >= mention.end) ?? parsed.tokens.length;
    return !taken.has(mention) && !done.some(({ group }) => group.start > from && group.start < to);
  };
  const items = [...label.filter(({ end }) => end <= last), ...parsed.mentions.filter((one) => one.start > first && isItem(one))];
  const kinds = new Set(items.filter(({ generic, id }) => !generic && id !== 'cookie').map(({ id }) => id));
  if (kinds.size < 2) return [];
  const predicate = predicateOf(parsed, 'collect', undefined, undefined, { negated: false });
  for (const mention of items) predicate.arguments.push({ parsed, mention, except: false });
  return [predicate];
}

const IT = /^(?:[\w ,]{0,40}\b)?(?:we|the app|our app)\b[\w ]{0,24}\b(?:use|uses|process|processes) (it|them|these|those|this|that)\b/i;

/** "We use it to:" — what it is, the sentence before has told; what for, the list tells. */
function served(lead: Sentence, words: Words): Predicate[] {
  const it = IT.exec(lead.plain)?.[1];
  const parsed = it ? parse(lead, words, true)[0] : undefined;
  const at = parsed?.tokens.findIndex((token) => token.text === it?.toLowerCase()) ?? -1;
  if (!parsed || at < 0) return [];
  const one = predicateOf(parsed, 'use', undefined, undefined, { negated: DENIED.test(lead.plain) });
  const mention = { id: 'unspecified-information', generic: true, weak: true, permission: false, start: at, end: at + 1 };
  one.arguments.push({ parsed, mention, except: false });
  return [one];
}

/** "We use it to:", "for these purposes:" */
const AIMS = /(?:\bto|\bpurposes?|\bfor)\s*:\s*$/i;

/** Items that tell what for: "We use your email: - to answer you". */
function addReasons(
  parsed: Parsed,
  opening: Opening,
  own: readonly Predicate[],
  lead: readonly Predicate[],
  words: Words,
): void {
  if (own.some((one) => one.arguments.length > 0)) return;
  const isAim = AIMS.test(lead[0]?.parsed.sentence.plain ?? '');
  const whole = isAim || opening.open.length === 0 || parsed.groups[0]?.start === 0;
  const told = purposesOf(parsed, words.purposes, whole);
  const isDeed = isAim && told.length === 0 && parsed.tokens.length > 1;
  const plain: PurposeAt = { category: 'service', vague: false, start: 0, end: parsed.tokens.findLastIndex(({ kind }) => kind !== 'sign') + 1 };
  for (const purpose of isDeed ? [plain] : told)
    for (const one of lead) one.reasons.push({ parsed, purpose });
}

/** What a sentence says of permissions by their names. */
function permissionStatements(
  parsed: Parsed,
  reading: Reading,
  listed: boolean,
  words: Words,
  stating: Stating,
): RawStatement[] {
  const { tokens, named, sentence } = parsed;
  const found = permissionsOf(tokens, named, words.permissions, sentence.plain, textOf(sentence, tokens), listed);
  if (found.length === 0) return [];
  // What goes without a permission is told of those who refuse; it is asked for all the same.
  const isAsked = lostIn(parsed) !== undefined;
  const asked: PermissionAt[] = [];
  const denied: PermissionAt[] = [];
  for (const permission of found) {
    const before = reading.done.findLast(
      (one) => one.group.start < permission.start && one.group.form !== 'participle',
    );
    const behind = reading.done.find(
      (one) => one.group.start >= permission.end && one.group.passive && one.group.form === 'finite',
    );
    const governing = before ?? behind;
    if (
      before &&
      before.subject.role === 'user' &&
      /^(?:disable|turn|revoke|deny|manage|withdraw|switch|refuse|change|block|modify|reject)/.test(
        before.group.verb?.lemma ?? '',
      ) &&
      !isAsked
    )
      continue;
    const negated =
      governing !== undefined && governing.negated && !isAsked && !(governing.void && governing.subject.role === 'user');
    (negated ? denied : asked).push(permission);
  }
  return [
    ...(asked.length > 0 ? [stating.ofPermissions(parsed, asked, false)] : []),
    ...(denied.length > 0 ? [stating.ofPermissions(parsed, denied, true)] : []),
  ];
}
