import { findDataType, findPermission, findSdk } from '@mingshi/knowledge';
import type { Knowledge, Language, Text } from '@mingshi/knowledge';
import type { Comparison, DataPractice, Location, PolicyReading, PolicyStatement } from '@mingshi/model';
import { missing } from './inventory.ts';
import type { CollectedRow, Way } from './inventory.ts';
import { isCollecting, isDenial } from './permission-list.ts';
import type { Tools } from './permission-list.ts';
import { joined, purposeCell, sceneCell } from './policy-words.ts';
import { takesOf } from './shared.ts';
import { kindsAbove, nearestTells, tellsOf } from './told.ts';

/** What the app is seen to do with one kind of data. */
interface Seen {
  readonly ways: Map<string, Way>;
  readonly apps: Set<string>;
  readonly at: Location[];
  readonly permissions: Set<string>;
  /** Whether the policy's entry on an SDK says so. */
  isTold: boolean;
}

/** Deeds, which the permission list tells: nothing is collected by them. */
const DEEDS = new Set(['sms-send-action', 'phone-call-action']);

/** The list of personal information collected: what calls, permissions and SDKs show, and what else the policy tells. */
export function collectedRows({ comparison, words, places }: Tools): readonly CollectedRow[] {
  const { policy, knowledge } = comparison;
  const seen = seenIn(comparison);
  const told = policy.statements.filter(isCollecting);
  const strength = strengths([...seen.keys()], told, policy.statements.filter(isAsking), knowledge);
  for (const type of impliedBy(seen, strength, knowledge)) seen.delete(type);
  const own = [...seen].map(([type, { ways, apps, at, permissions, isTold }]): CollectedRow => {
    const statements = nearestTells(told, type, knowledge, () => true);
    const asking = statements.length > 0 ? [] : nearestTells(policy.statements, type, knowledge, isAsking);
    const telling = [...statements, ...asking].filter((statement) => !isOnlyAbove(statement, type, knowledge));
    const tellings = telling.map(words.tell);
    const bySdkOnly = [...ways.values()].every(({ kind }) => kind === 'sdk');
    return {
      types: [type],
      data: nameOf(type, statements, knowledge),
      sensitive: sensitivity(type, knowledge),
      function: sceneCell(tellings),
      purpose: bySdkOnly && tellings.length === 0 ? missing : purposeCell(tellings),
      permissions: [...permissions].toSorted(),
      ways: [...ways.values()],
      source: telling.length > 0 || isTold ? 'app-and-policy' : 'app',
      apps: [...apps].toSorted(),
      inApp: places(at),
      inPolicy: places(telling.map((statement) => statement.at)),
      // What the policy tells as well it denies for some of it alone: "we write events and never read your calendar".
      denied: places(bySdkOnly || telling.length > 0 ? [] : tellsOf(policy.statements, [type], isDenial).map((statement) => statement.at)),
    };
  });
  return merged([...own, ...policyOnly(told, seen, { comparison, words, places })], knowledge);
}

function seenIn({ app, practices, sdks, policy, knowledge }: Comparison): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const isMobileOnly = app.apps.every(({ frameworks }) => frameworks.length === 0);
  const at = (type: string): Seen => {
    const known = seen.get(type) ?? { ways: new Map(), apps: new Set(), at: [], permissions: new Set(), isTold: false };
    seen.set(type, known);
    return known;
  };
  for (const practice of practices) {
    const { dataType, party, evidence } = practice;
    if (party.kind === 'sdk' || DEEDS.has(dataType) || findDataType(knowledge, dataType)?.generic) continue;
    const found = at(dataType);
    found.apps.add(practice.app);
    for (const { kind, name, at: place } of evidence) {
      if (kind === 'sdk') continue;
      const title = kind === 'call' ? undefined : findPermission(knowledge, name)?.title;
      found.ways.set(`${kind} ${name}`, { kind, name, certainty: practice.confidence, ...(title && { title }) });
      found.at.push(place);
      if (kind !== 'call') found.permissions.add(name);
    }
  }
  raise(seen, practices, knowledge);
  for (const use of sdks) {
    const sdk = findSdk(knowledge, use.sdk);
    const [sign] = use.signs;
    if (!sdk || !sign) continue;
    const taken = takesOf(sdk, policy, isMobileOnly);
    for (const type of taken.types) {
      const found = at(type);
      found.isTold ||= taken.from === 'policy';
      found.apps.add(use.app);
      found.ways.set(`sdk ${sdk.id}`, { kind: 'sdk', name: sdk.id, title: sdk.name, certainty: taken.certainty });
      found.at.push(sign.at);
    }
  }
  return seen;
}

/** How well the policy tells of each kind: 2 as data, 1 by asking for the permission, 0 not at all. */
function strengths(
  types: readonly string[],
  told: readonly PolicyStatement[],
  asking: readonly PolicyStatement[],
  knowledge: Knowledge,
): ReadonlyMap<string, number> {
  const tells = (statements: readonly PolicyStatement[], type: string): boolean =>
    nearestTells(statements, type, knowledge, () => true).length > 0;
  return new Map(types.map((type) => [type, tells(told, type) ? 2 : tells(asking, type) ? 1 : 0]));
}

/** What a permission alone would show, where the policy tells better of other data behind the same permission. */
function impliedBy(
  seen: ReadonlyMap<string, Seen>,
  strength: ReadonlyMap<string, number>,
  knowledge: Knowledge,
): readonly string[] {
  const level = (type: string): number => (seen.has(type) ? (strength.get(type) ?? 0) : 0);
  return [...seen].flatMap(([type, { ways }]) => {
    const all = [...ways.values()];
    const byPermission = all.every(({ kind }) => kind === 'permission');
    const better = ({ name }: Way): boolean =>
      findPermission(knowledge, name)?.discloses.some((other) => level(other) > level(type)) ?? false;
    return byPermission && all.every(better) ? [type] : [];
  });
}

/** A kind goes into what stands below it: "location" beside "precise location" would be told twice. */
function raise(seen: Map<string, Seen>, practices: readonly DataPractice[], knowledge: Knowledge): void {
  const order = [...new Set(practices.map(({ dataType }) => dataType))];
  for (const type of order) {
    const found = seen.get(type);
    const below = [...seen.keys()].filter(
      (other) =>
        kindsAbove(other, knowledge).includes(type) || (type === 'coarse-location' && other === 'precise-location'),
    );
    if (!found || below.length === 0) continue;
    seen.delete(type);
    for (const other of below) {
      const target = seen.get(other);
      const calls = [...found.ways].filter(([, { kind }]) => kind === 'call' || type === 'coarse-location');
      for (const [key, way] of calls) target?.ways.set(key, way);
      for (const [, { kind, name }] of calls) if (kind !== 'call') target?.permissions.add(name);
      if (calls.length > 0) target?.at.push(...found.at);
    }
  }
}

const isAsking = ({ action, negated }: PolicyStatement): boolean => !negated && action === 'request-permission';

/** 设备信息 in a sentence on something finer: the sentence tells of another kind below the same heading. */
function isOnlyAbove({ dataTypes }: PolicyStatement, type: string, knowledge: Knowledge): boolean {
  const ids = new Set(dataTypes.map(({ id }) => id));
  if (ids.has(type)) return false;
  return dataTypes.some(({ id }) => !kindsAbove(type, knowledge).includes(id) && kindsAbove(id, knowledge).length > 0);
}

/** Rows for what only the policy tells: given by the user or arising in use. */
function policyOnly(
  told: readonly PolicyStatement[],
  seen: ReadonlyMap<string, Seen>,
  { comparison: { knowledge, policy }, words, places }: Tools,
): readonly CollectedRow[] {
  const covered = new Set([...seen.keys()].flatMap((type) => [type, ...kindsAbove(type, knowledge)]));
  if (covered.has('precise-location')) covered.add('coarse-location');
  const types = [
    ...new Set(told.flatMap(({ dataTypes }) => dataTypes.filter(({ generic }) => !generic).map(({ id }) => id))),
  ];
  return types
    .filter((type) => !covered.has(type) && !DEEDS.has(type))
    .flatMap((type): readonly CollectedRow[] => {
      const statements = tellsOf(told, [type], (statement) =>
        saysPlainly(statement, words.tell(statement).purposes.length > 0, policy),
      );
      if (statements.length === 0) return [];
      const tellings = statements.map(words.tell);
      return [
        {
          types: [type],
          data: nameOf(type, statements, knowledge),
          sensitive: sensitivity(type, knowledge),
          function: sceneCell(tellings),
          purpose: purposeCell(tellings),
          permissions: [],
          ways: [{ kind: 'policy', name: '', certainty: 'medium' }],
          source: 'policy',
          apps: [],
          inApp: [],
          inPolicy: places(statements.map((statement) => statement.at)),
          denied: [],
        },
      ];
    });
}

/** A sentence with a purpose, or with a verb of collecting and ourselves or the user as its subject; or a title has the verb. */
function saysPlainly(
  { action, verb, actor, modality, document, section }: PolicyStatement,
  hasPurpose: boolean,
  { sectionKinds }: PolicyReading,
): boolean {
  if (hasPurpose) return true;
  if (action === 'collect' && verb === undefined) return sectionKinds[document]?.[section] === 'collection';
  return action === 'collect' && verb !== undefined && actor.name !== '' && modality !== 'conditional';
}

/** The policy's own words for a kind of data, else its name. */
function nameOf(type: string, statements: readonly PolicyStatement[], knowledge: Knowledge): Text {
  const name = findDataType(knowledge, type)?.name ?? { zh: type, en: type };
  const named = statements.map(({ language, dataTypes }) => ({
    language,
    words: dataTypes.filter(({ id, text }) => id === type && text.trim().length > 1).map(({ text }) => text),
  }));
  const words = joined(named);
  const [zh, en] = [named.some(({ language }) => language === 'zh'), named.some(({ language }) => language === 'en')];
  const say = (own: string, language: Language): string =>
    own === '' || name[language].toLowerCase().includes(own.toLowerCase())
      ? name[language]
      : { zh: `${name.zh}（“${own}”）`, en: `${name.en} (“${own}”)` }[language];
  return { zh: zh ? say(words.zh, 'zh') : name.zh, en: en ? say(words.en, 'en') : name.en };
}

function sensitivity(type: string, knowledge: Knowledge): CollectedRow['sensitive'] {
  const found = findDataType(knowledge, type);
  if (found?.sensitive) return 'yes';
  return found?.sensitiveBasis === undefined ? 'no' : 'possibly';
}

const SOURCES: readonly CollectedRow['source'][] = ['app-and-policy', 'app', 'policy'];

const bySdkOnly = ({ ways }: CollectedRow): number => Number(ways.every(({ kind }) => kind === 'sdk'));

/** Rows that differ in nothing but the data are one: six identifiers behind one permission are one line. */
function merged(rows: readonly CollectedRow[], knowledge: Knowledge): readonly CollectedRow[] {
  const groups = new Map<string, CollectedRow>();
  for (const row of rows) {
    // What only SDKs take is told SDK by SDK in the list of third parties; here a line for each kind.
    const isTold = row.function.from === 'policy' || row.purpose.from === 'policy';
    const bySdk = row.source === 'app' && row.ways.every(({ kind }) => kind === 'sdk') && !isTold;
    const key = bySdk
      ? JSON.stringify([row.sensitive, headingOf(row.types[0] ?? '', knowledge)])
      : JSON.stringify([
          row.sensitive,
          row.source,
          row.apps,
          row.ways.map(({ kind, name }) => [kind, name]),
          row.function,
          row.purpose,
          row.denied,
        ]);
    const known = groups.get(key);
    groups.set(key, known ? together(known, row) : row);
  }
  const order = knowledge.dataTypes.map(({ id }) => id);
  const first = ({ types }: CollectedRow): number => order.indexOf(types[0] ?? '');
  return [...groups.values()].toSorted(
    (a, b) =>
      SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) || bySdkOnly(a) - bySdkOnly(b) || first(a) - first(b),
  );
}

/** The broadest heading over a kind: device information over an IMEI. */
function headingOf(type: string, knowledge: Knowledge): string {
  const parent = findDataType(knowledge, type)?.parent;
  return parent === undefined || parent === 'personal-information' ? type : headingOf(parent, knowledge);
}

const keep = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [
  ...new Map([...one, ...other].map((each) => [JSON.stringify(each), each])).values(),
];

function together(a: CollectedRow, b: CollectedRow): CollectedRow {
  return {
    ...a,
    types: [...a.types, ...b.types],
    data: { zh: `${a.data.zh}、${b.data.zh}`, en: `${a.data.en}; ${b.data.en}` },
    apps: [...new Set([...a.apps, ...b.apps])].toSorted(),
    ways: keep(a.ways, b.ways),
    inApp: keep(a.inApp, b.inApp),
    inPolicy: keep(a.inPolicy, b.inPolicy),
    permissions: keep(a.permissions, b.permissions),
  };
}
