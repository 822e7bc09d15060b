import type { Column } from '../../document/columns.ts';
import type { RawStatement, Unit } from '../../units/unit.ts';
import { readClauses } from './clauses.ts';
import type { Opening } from './state.ts';
import { permissionsOf } from './permissions.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { purposesOf } from './purposes.ts';
import type { PurposeAt } from './purposes.ts';
import { permissionStatement, purposesIn } from './raw-statements.ts';
import type { Stating } from './raw-statements.ts';
import { parse } from './words.ts';
import type { Words } from './words.ts';

/** What the cells of a column tell of a row. */
const TELLS: Readonly<Partial<Record<Column, 'permission' | 'data' | 'purpose' | 'party'>>> = {
  permission: 'permission', data: 'data', purpose: 'purpose', scene: 'purpose', party: 'party', vendor: 'party', name: 'party',
};

interface Cell {
  readonly parsed: Parsed;
  readonly tells: (typeof TELLS)[Column];
}

/** Reads a table row: its data cell is what is collected, its other cells tell by whom and what for. */
export function readRow(unit: Unit, opening: Opening, predicates: Predicate[], stating: Stating): RawStatement[] {
  const cells = cellsOf(unit, stating.words);
  const isTold = cells.some(({ tells }) => tells === 'data' || tells === 'permission');
  const named = cells.find(({ tells }) => tells === 'party');
  const data = cells.filter(({ tells }) => tells === 'data' || (!isTold && opening.open.length > 0));
  const carrier = data[0] && carrierOf(data[0].parsed, unit, named?.parsed);
  if (carrier) predicates.push(carrier);
  for (const cell of cells) {
    const { parsed, tells } = cell;
    const open = carrier && data.includes(cell) ? [carrier] : [];
    const reading = readClauses(parsed, { open, negated: false });
    if (tells !== 'purpose' || !carrier) predicates.push(...reading.predicates);
    else for (const purpose of purposesOfCell(parsed, stating.words)) carrier.reasons.push({ parsed, purpose });
  }
  return askedIn(cells, stating);
}

function cellsOf(unit: Unit, words: Words): Cell[] {
  return unit.sentences.flatMap((sentence, index) => {
    const tells = TELLS[words.columns.columnOf(unit.headers[index] ?? '') ?? 'other'];
    return parse(sentence, words, true).map((parsed) => ({ parsed, tells }));
  });
}

function purposesOfCell(parsed: Parsed, words: Words): readonly PurposeAt[] {
  const told = purposesOf(parsed, words.purposes, true);
  if (told.length > 0) return told;
  // "push messages": what a column of purposes holds is one, whichever.
  const end = parsed.tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
  return end > 1 ? [{ category: 'service', vague: false, start: 0, end }] : [];
}

/** The permissions that cells name, each with what the row tells of purposes. */
function askedIn(cells: readonly Cell[], stating: Stating): RawStatement[] {
  return cells.flatMap(({ parsed, tells }) => {
    const permissions = permissionsOf(parsed, stating.words.permissions, tells === 'permission');
    if (permissions.length === 0) return [];
    const statement = permissionStatement(stating, parsed, permissions, false);
    const reasons = cells.filter((cell) => cell.tells === 'purpose').flatMap((cell) => purposesIn(stating, cell.parsed));
    return [{ ...statement, purposes: [...statement.purposes, ...reasons] }];
  });
}

function carrierOf(parsed: Parsed, unit: Unit, party: Parsed | undefined): Predicate {
  const shared = /shar|disclos/i.test(`${unit.headers.join(' ')} ${unit.headings.at(-1) ?? ''}`);
  const negated = /\bnot\b/i.test(unit.lead?.plain ?? '');
  const carrier = predicateOf(parsed, shared ? 'share' : 'collect', undefined, undefined, { negated });
  return party ? { ...carrier, role: 'third-party' } : carrier;
}
