import { findDataType, findPermission, findSdk } from '@mingshi/knowledge';
import type { Knowledge, Text } from '@mingshi/knowledge';
import type { Comparison, Finding, Related } from '@mingshi/model';
import { matrixOf } from '@mingshi/rules';
import type { MatrixRow as Row } from '@mingshi/rules';
import type { PlaceOf } from './places.ts';
import type { MatrixRow } from './report.ts';
import type { Settled } from '../waivers/waivers.ts';

/** More places than these are told by their number. */
const MOST_PLACES = 3;

/** The matrix as the report holds it: with names, places, and the findings on each row. */
export function matrixIn(
  comparison: Comparison,
  { findings, waived }: Pick<Settled, 'findings' | 'waived'>,
  placeOf: PlaceOf,
): readonly MatrixRow[] {
  const { knowledge } = comparison;
  const silenced = waived.map(({ finding }) => finding);
  return matrixOf(comparison).map((row) => ({
    app: row.app,
    kind: row.kind,
    name: row.name,
    title: titleOf(row, knowledge),
    data: row.data.map((id) => ({ id, name: nameOf(id, knowledge) })),
    calls: row.calls,
    at: row.at.slice(0, MOST_PLACES).map(placeOf),
    places: row.at.length,
    policy: row.policy,
    purpose: row.purpose,
    says: row.says.map(({ how, at, purposes }) => ({ ...placeOf(at), how, purposes })),
    findings: indexesOf(row, findings),
    waived: indexesOf(row, silenced),
  }));
}

/** Findings speak of a row by its name, or by the place where it is requested. */
function indexesOf({ name, at }: Row, findings: readonly Finding[]): readonly number[] {
  const isHere = ({ at: place, note }: Related): boolean =>
    note === 'request' && at.some(({ file, start }) => place.file === file && place.start === start);
  return findings.flatMap(({ about, related = [] }, index) => (about === name || related.some(isHere) ? [index] : []));
}

function titleOf({ kind, name }: Row, knowledge: Knowledge): Text {
  if (kind === 'sdk') return findSdk(knowledge, name)?.name ?? { zh: name, en: name };
  return kind === 'permission'
    ? (findPermission(knowledge, name)?.title ?? { zh: name, en: name })
    : nameOf(name, knowledge);
}

const nameOf = (id: string, knowledge: Knowledge): Text => findDataType(knowledge, id)?.name ?? { zh: id, en: id };
