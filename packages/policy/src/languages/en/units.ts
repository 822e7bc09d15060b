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
import { statingWith } from './raw-statements.ts';
import type { Stating } from './raw-statements.ts';
import { readRow } from './rows.ts';
import type { Opening } from './state.ts';
import { parse } from './words.ts';
import type { Words } from './words.ts';

const NOTHING: Opening = { open: [], negated: false };

/** Reads a sentence, a list or a table row into statements. */
export function readUnit(unit: Unit, words: Words): RawStatement[] {
  const stating = statingWith(words);
  const predicates: Predicate[] = [];
  const statements: RawStatement[] = [];
  const listed = isPermissionList(unit);
  let opening = NOTHING;
  const lead: Predicate[] = [];
  const aimed = unit.lead !== undefined && isAimed(unit.lead);
  if (unit.lead) {
    for (const parsed of parse(unit.lead, words, true)) {
      let reading = readClauses(parsed, opening);
      const carrier = opening === NOTHING && !listed ? titled(unit, parsed, reading) : undefined;
      if (carrier) reading = readClauses(parsed, { open: [carrier], negated: carrier.negated });
      opening = reading.opening;
      lead.push(...(carrier ? [carrier] : []), ...reading.predicates);
      statements.push(...permissionStatements(parsed, reading, false, words, stating));
    }
    if (lead.every((one) => one.arguments.length === 0)) lead.push(...served(unit.lead, words));
    else if (aimed) opening = { ...opening, open: [] };
    predicates.push(...lead);
  }
  if (unit.kind === 'row') {
    statements.push(...readRow(unit, words, opening, predicates, stating));
    return [...predicates.flatMap(stating.ofPredicate), ...statements];
  }
  for (const [i, sentence] of unit.sentences.entries()) {
    if (isDefinition(sentence.plain, unit.headings) || LATER.en.test(sentence.plain)) continue;
    if (isPolar(sentence, unit.sentences[i + 1])) continue;
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
        from.open.length === 0 && !told && !aimed && isFragment(parsed, reading) ? carrierOf(unit, parsed) : undefined;
      if (carrier) reading = readClauses(parsed, { open: [carrier], negated: carrier.negated });
      addLabel(reading, parsed);
      if (from.open.length === 0 && !carrier) predicates.push(...itemsBefore(reading, parsed));
      if (from.open.length === 0) predicates.push(...aimBehind(parsed, reading));
      const own = carrier ? [carrier, ...reading.predicates] : reading.predicates;
      predicates.push(
        ...own,
        ...deviceStatements(parsed, reading),
        ...questionStatements(parsed),
        ...groundsOf(parsed, reading, words.purposes),
        ...mandatoryOf(parsed, reading),
      );
      statements.push(...permissionStatements(parsed, reading, listed, words, stating));
      if (lead.length > 0) addReasons(parsed, opening, own, lead, words);
      from = reading.opening;
    }
  }
  return [...predicates.flatMap(stating.ofPredicate), ...statements];
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
    ...(asked.length > 0 ? [stating.ofPermissions(parsed, asked, false)] : []),
    ...(denied.length > 0 ? [stating.ofPermissions(parsed, denied, true)] : []),
  ];
}
