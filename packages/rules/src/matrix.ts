import { mentionsOf } from '@mingshi/model';
import type { Comparison, DataPractice, Location, PolicyReading, PolicyStatement, SdkMention } from '@mingshi/model';
import { dataDisclosure, disclosureOf, tellingData } from './disclosure.ts';
import type { Disclosure } from './disclosure.ts';
import { sensitiveUses } from './permissions.ts';
import type { SensitiveUse } from './permissions.ts';
import { partWith } from './places.ts';
import { isExplained } from './purposes.ts';
import { embeddedSdks, namingOf } from './sdks.ts';
import type { Embedded, Naming } from './sdks.ts';

/** Something by which an app can collect personal data, beside what the policy says of it. */
export interface MatrixRow {
  readonly app: string;
  readonly kind: 'permission' | 'sdk' | 'call';
  /** Permission's full name, SDK id, or for calls the data type that they take. */
  readonly name: string;
  /** Data types that it opens or takes. */
  readonly data: readonly string[];
  /** Where the app has it, the place to change first; for calls, with what is called. */
  readonly at: readonly Location[];
  readonly calls: readonly string[];
  /** `passing`: a brand or name is dropped and nothing told; `not-read`: there was no policy to look into. */
  readonly policy: 'told' | 'passing' | 'denied' | 'silent' | 'not-read';
  /** Whether what tells of it says what for: in so many words, in vague ones, by its occasion or beside it, or not at all. */
  readonly purpose: 'told' | 'vague' | 'implied' | 'none';
  /** What the policy says, the most telling first. */
  readonly says: readonly Said[];
}

/** One sentence, item or row of the policy that bears on a row. */
export interface Said {
  readonly how: 'tells' | 'denies' | 'close';
  readonly at: Location;
  /** The words that say what for. */
  readonly purposes: readonly string[];
}

/** More sentences than these are read in the policy itself. */
const MOST = 3;

/** All that the apps can collect, app by app: permissions, SDKs and calls, in the order of their places. */
export function matrixOf(comparison: Comparison): readonly MatrixRow[] {
  const { app, practices } = comparison;
  const embedded = embeddedSdks(comparison);
  return app.apps.flatMap(({ id }) => [
    ...sensitiveUses(comparison).flatMap((each) => (each.app.id === id ? [permissionRow(each, comparison)] : [])),
    ...embedded.flatMap((each) => (each.use.app === id ? [sdkRow(each, comparison.policy)] : [])),
    ...practices.flatMap((each) => (each.app === id ? callRow(each, comparison) : [])),
  ]);
}

function permissionRow({ app, use, permission }: SensitiveUse, comparison: Comparison): MatrixRow {
  const requested = new Set(app.permissions.map(({ name }) => name));
  const disclosure = disclosureOf(comparison, permission);
  return {
    app: app.id,
    kind: 'permission',
    name: use.name,
    data: permission.discloses,
    at: [use.at, ...use.alsoAt],
    calls: [],
    ...told(disclosure, tellingData(permission), { name: use.name, requested }, comparison.policy),
  };
}

function callRow(
  { app, action, party, dataType, evidence }: DataPractice,
  comparison: Comparison,
): readonly MatrixRow[] {
  const calls = evidence.filter(({ kind }) => kind === 'call');
  // What an SDK takes stands in its own row.
  if (action === 'request-permission' || party.kind !== 'app' || calls.length === 0) return [];
  const disclosure = dataDisclosure(comparison, [dataType]);
  return [
    {
      app,
      kind: 'call',
      name: dataType,
      data: [dataType],
      at: calls.map(({ at }) => at),
      calls: [...new Set(calls.map(({ name }) => name))],
      ...told(disclosure, new Set([dataType]), { name: '', requested: new Set() }, comparison.policy),
    },
  ];
}

function told(
  { telling, denying, closest, nothing }: Disclosure,
  data: ReadonlySet<string>,
  { name, requested }: { readonly name: string; readonly requested: ReadonlySet<string> },
  policy: PolicyReading,
): Pick<MatrixRow, 'policy' | 'purpose' | 'says'> {
  if (policy.documents.length === 0) return { policy: 'not-read', purpose: 'none', says: [] };
  const weight = (statement: PolicyStatement): number =>
    (statement.permissions.includes(name) ? 2 : 0) + (statement.purposes.some(({ vague }) => !vague) ? 1 : 0);
  const said =
    (how: Said['how']) =>
    (statement: PolicyStatement): Said => {
      const words = statement.dataTypes.find(({ id }) => data.has(id));
      const purposes = how === 'tells' ? new Set(statement.purposes.map(({ text }) => text)) : [];
      return { how, at: words ? partWith(policy, statement, words.at) : statement.at, purposes: [...purposes] };
    };
  const denials = [...denying.map(said('denies')), ...placed('denies', nothing)];
  const isTold = telling.length > 0;
  const near = isTold || denials.length > 0 ? [] : placed('close', closest?.at);
  return {
    policy: isTold ? 'told' : denials.length > 0 ? 'denied' : 'silent',
    purpose: purposeOf(telling, requested, policy),
    says: [
      ...eachOnce(telling.toSorted((a, b) => weight(b) - weight(a)).map(said('tells'))),
      ...eachOnce(denials),
      ...near,
    ],
  };
}

function purposeOf(
  telling: readonly PolicyStatement[],
  requested: ReadonlySet<string>,
  policy: PolicyReading,
): MatrixRow['purpose'] {
  const purposes = telling.flatMap((statement) => statement.purposes);
  if (purposes.some(({ vague }) => !vague)) return 'told';
  if (purposes.length > 0) return 'vague';
  return telling.some((statement) => isExplained(statement, requested, policy)) ? 'implied' : 'none';
}

const placed = (how: Said['how'], at: Location | undefined): readonly Said[] => (at ? [{ how, at, purposes: [] }] : []);

/** The first few, none at the same place as another. */
function eachOnce(said: readonly Said[]): readonly Said[] {
  return [...new Map(said.map((each) => [`${each.at.file} ${each.at.start}`, each])).values()].slice(0, MOST);
}

function sdkRow({ use: { app, sdk: id, signs }, sdk }: Embedded, policy: PolicyReading): MatrixRow {
  const row = { app, kind: 'sdk', name: id, data: sdk.takes, at: signs.map(({ at }) => at), calls: [] } as const;
  if (policy.documents.length === 0) return { ...row, policy: 'not-read', purpose: 'none', says: [] };
  const named = mentionsOf(policy, id);
  return {
    ...row,
    policy: BY_NAMING[namingOf(named)],
    purpose: named.some(({ tells }) => tells.purpose) ? 'told' : 'none',
    says: eachOnce(named.map(mentioned)),
  };
}

const BY_NAMING: Readonly<Record<Naming, MatrixRow['policy']>> = {
  exact: 'told',
  brand: 'told',
  passing: 'passing',
  none: 'silent',
};

const mentioned = ({ entry, at, listed }: SdkMention): Said => ({
  how: 'tells',
  at: listed ? entry : at,
  purposes: [],
});
