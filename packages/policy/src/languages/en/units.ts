import type { RawStatement, Sentence, Unit } from '../../units/unit.ts';
import { LATER } from '../later.ts';
import { carrierOf, isFragment, served, titled } from './carriers.ts';
import { readClauses } from './clauses.ts';
import type { Reading } from './clauses.ts';
import { isDefinition } from './definitions.ts';
import { deviceStatements, lostIn } from './device.ts';
import { groundsOf, mandatoryOf } from './grounds.ts';
import { addLabel, aimBehind, itemsBefore, labelled } from './labels.ts';
import { permissionsOf, speaksOfPermissions } from './permissions.ts';
import type { PermissionAt } from './permissions.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { purposesOf } from './purposes.ts';
import type { PurposeAt } from './purposes.ts';
import { isPolar, questionStatements } from './questions.ts';
import { permissionStatement, statementsOf, statingWith } from './raw-statements.ts';
import type { Stating } from './raw-statements.ts';
import { readRow } from './rows.ts';
import type { Opening } from './state.ts';
import { parse } from './words.ts';
import type { Words } from './words.ts';

const NOTHING: Opening = { open: [], negated: false };

/** A unit as far as it is understood. */
interface Understanding {
  readonly unit: Unit;
  readonly words: Words;
  readonly stating: Stating;
  /** Whether its items are permissions. */
  readonly listed: boolean;
  /** Whether its lead-in has named the data, and the items tell what for. */
  readonly aimed: boolean;
  /** The verbs of the lead-in. */
  readonly lead: Predicate[];
  /** All verbs, those of the lead-in as well. */
  readonly predicates: Predicate[];
  readonly statements: RawStatement[];
}

/** Reads a sentence, a list or a table row into statements. */
export function readUnit(unit: Unit, words: Words): RawStatement[] {
  const understanding: Understanding = {
    unit,
    words,
    stating: statingWith(words),
    listed: isPermissionList(unit),
    aimed: unit.lead !== undefined && isAimed(unit.lead),
    lead: [],
    predicates: [],
    statements: [],
  };
  const { stating, predicates, statements } = understanding;
  const opening = unit.lead ? readLead(understanding, unit.lead) : NOTHING;
  if (unit.kind === 'row') statements.push(...readRow(unit, opening, predicates, stating));
  else readSentences(understanding, opening);
  return [...predicates.flatMap((predicate) => statementsOf(stating, predicate)), ...statements];
}

/** Reads the lead-in of a list; what it leaves open for the items. */
function readLead(understanding: Understanding, sentence: Sentence): Opening {
  const { unit, words, listed, aimed, lead, predicates, statements } = understanding;
  let opening = NOTHING;
  for (const parsed of parse(sentence, words, true)) {
    let reading = readClauses(parsed, opening);
    const carrier = opening === NOTHING && !listed ? titled(unit, parsed, reading) : undefined;
    if (carrier) reading = readClauses(parsed, { open: [carrier], negated: carrier.negated });
    opening = reading.opening;
    lead.push(...(carrier ? [carrier] : []), ...reading.predicates);
    statements.push(...permissionStatements(understanding, parsed, reading, false));
  }
  if (lead.every((one) => one.arguments.length === 0)) lead.push(...served(sentence, words));
  else if (aimed) opening = { ...opening, open: [] };
  predicates.push(...lead);
  return opening;
}

function readSentences(understanding: Understanding, opening: Opening): void {
  const { unit, words, predicates } = understanding;
  for (const [i, sentence] of unit.sentences.entries()) {
    if (isDefinition(sentence.plain, unit.headings) || LATER.en.test(sentence.plain)) continue;
    if (isPolar(sentence, unit.sentences[i + 1])) continue;
    let from = opening;
    for (const parsed of parse(sentence, words, unit.lead !== undefined)) {
      const cells = labelled(parsed);
      if (cells.length > 0) predicates.push(...cells);
      else from = readParsed(understanding, parsed, from, opening);
    }
  }
}

/** Reads a sentence that continues what is open `from` before it; what it leaves open. */
function readParsed(understanding: Understanding, parsed: Parsed, from: Opening, opening: Opening): Opening {
  const { unit, words, listed, aimed, lead, predicates, statements } = understanding;
  let reading = readClauses(parsed, from);
  const isFresh = from.open.length === 0;
  const told = reading.predicates.some((one) => one.arguments.length > 0);
  const carrier = isFresh && !told && !aimed && isFragment(parsed, reading) ? carrierOf(unit, parsed) : undefined;
  if (carrier) reading = readClauses(parsed, { open: [carrier], negated: carrier.negated });
  addLabel(reading, parsed);
  if (isFresh && !carrier) predicates.push(...itemsBefore(reading, parsed));
  if (isFresh) predicates.push(...aimBehind(parsed, reading));
  const own = carrier ? [carrier, ...reading.predicates] : reading.predicates;
  predicates.push(
    ...own,
    ...deviceStatements(parsed, reading),
    ...questionStatements(parsed),
    ...groundsOf(parsed, reading, words.purposes),
    ...mandatoryOf(parsed, reading),
  );
  statements.push(...permissionStatements(understanding, parsed, reading, listed));
  if (lead.length > 0) addReasons(understanding, parsed, opening, own);
  return reading.opening;
}

/** Whether the lead-in or the heading announces permissions. */
function isPermissionList(unit: Unit): boolean {
  return (
    unit.sectionKinds.includes('permissions') ||
    speaksOfPermissions(unit.lead?.plain ?? '') ||
    speaksOfPermissions(unit.headings.at(-1) ?? '') ||
    /\baccess to the following\b/i.test(unit.lead?.plain ?? '')
  );
}

/** "Data kept on your phone for:" has named the data; its items tell what for. */
function isAimed({ plain }: Sentence): boolean {
  return /\bfor\s*:\s*$/i.test(plain) && !/\b(?:following|below)\b/i.test(plain);
}

/** "We use it to:", "for these purposes:" */
const AIMS = /(?:\bto|\bpurposes?(?:,? including)?|\bfor)\s*:\s*$/i;

/** Items that tell what for: "We use your email: - to answer you". */
function addReasons({ lead, words }: Understanding, parsed: Parsed, opening: Opening, own: readonly Predicate[]): void {
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
  { words, stating }: Understanding,
  parsed: Parsed,
  reading: Reading,
  listed: boolean,
): RawStatement[] {
  const found = permissionsOf(parsed, words.permissions, listed);
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
    ...(asked.length > 0 ? [permissionStatement(stating, parsed, asked, false)] : []),
    ...(denied.length > 0 ? [permissionStatement(stating, parsed, denied, true)] : []),
  ];
}
