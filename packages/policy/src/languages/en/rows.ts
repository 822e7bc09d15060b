import type { Column } from '../../document/columns.ts';
import type { RawStatement, Unit } from '../../units/unit.ts';
import { readClauses } from './clauses.ts';
import type { Opening } from './state.ts';
import { permissionsOf } from './permissions.ts';
import type { PermissionAt } from './permissions.ts';
import { predicateOf } from './predicates.ts';
import type { Parsed, Predicate } from './predicates.ts';
import { purposesOf } from './purposes.ts';
import type { Stating } from './raw-statements.ts';
import { parse } from './words.ts';
import type { Words } from './words.ts';

/** What the cells of a column tell of a row. */
const TELLS: Readonly<Partial<Record<Column, 'permission' | 'data' | 'purpose' | 'party'>>> = {
  permission: 'permission', data: 'data', purpose: 'purpose', scene: 'purpose', party: 'party', vendor: 'party', name: 'party',
};

/** Reads a table row: its data cell is what is collected, its other cells tell by whom and what for. */
export function readRow(
  unit: Unit,
  words: Words,
  opening: Opening,
  predicates: Predicate[],
  stating: Stating,
): RawStatement[] {
  const cells = unit.sentences.flatMap((sentence, index) =>
    parse(sentence, words, true).map((parsed) => ({ parsed, column: TELLS[words.columns.columnOf(unit.headers[index] ?? '') ?? 'other'] })),
  );
  const isTold = cells.some(({ column }) => column === 'data' || column === 'permission');
  const named = cells.find(({ column }) => column === 'party');
  const data = cells.filter(({ column }) => column === 'data' || (!isTold && opening.open.length > 0));
  const carrier = data[0] && carrierOf(data[0].parsed, unit, named?.parsed);
  const statements: RawStatement[] = [];
  if (carrier) predicates.push(carrier);
  const asked: { parsed: Parsed; permission: PermissionAt }[] = [];
  for (const cell of cells) {
    const { parsed, column } = cell;
    const takes = carrier && data.includes(cell);
    const reading = readClauses(parsed, takes ? { open: [carrier], negated: false } : { open: [], negated: false });
    if (column !== 'purpose' || !carrier) predicates.push(...reading.predicates);
    const listed = column === 'permission';
    for (const permission of permissionsOf(parsed, words.permissions, listed)) asked.push({ parsed, permission });
    if (column === 'purpose' && carrier) {
      const told = purposesOf(parsed, words.purposes, true);
      const end = parsed.tokens.findLastIndex(({ kind }) => kind === 'word') + 1;
      // "push messages": what a column of purposes holds is one, whichever.
      const whole = end > 1 ? [{ category: 'service', vague: false, start: 0, end } as const] : [];
      for (const purpose of told.length > 0 ? told : whole) carrier.reasons.push({ parsed, purpose });
    }
  }
  const byCell = new Map<Parsed, PermissionAt[]>();
  for (const { parsed, permission } of asked) byCell.set(parsed, [...(byCell.get(parsed) ?? []), permission]);
  for (const [parsed, permissions] of byCell) {
    const statement = stating.ofPermissions(parsed, permissions, false);
    const reasons = cells
      .filter(({ column }) => column === 'purpose')
      .flatMap((cell) => stating.purposesIn(cell.parsed));
    statements.push({ ...statement, purposes: [...statement.purposes, ...reasons] });
  }
  return statements;
}

function carrierOf(parsed: Parsed, unit: Unit, party: Parsed | undefined): Predicate {
  const shared = /shar|disclos/i.test(`${unit.headers.join(' ')} ${unit.headings.at(-1) ?? ''}`);
  const negated = /\bnot\b/i.test(unit.lead?.plain ?? '');
  const carrier = predicateOf(parsed, shared ? 'share' : 'collect', undefined, undefined, { negated });
  return party ? { ...carrier, role: 'third-party' } : carrier;
}
