import { findDataType, findSdk } from '@mingshi/knowledge';
import type { Knowledge, Sdk, Text } from '@mingshi/knowledge';
import { countingOf } from '@mingshi/model';
import type { DataMention, Location, PolicyReading, PolicyStatement, SdkMention, SdkUse } from '@mingshi/model';
import { both, missing } from './inventory.ts';
import type { Cell, SharedRow } from './inventory.ts';
import type { Tools } from './permission-list.ts';
import { partiesInSentences } from './parties-in-sentences.ts';
import { joined, purposeCell } from './policy-words.ts';
import type { Column, PolicyWords, TableRow } from './policy-words.ts';

/** The data that an SDK takes: as the policy's entry says, else as is known of it. */
interface Taken {
  readonly types: readonly string[];
  readonly from: 'policy' | 'knowledge';
  readonly certainty: 'high' | 'medium' | 'low';
}

/** What an SDK takes; identifiers of iOS are left out for an app that is only an Android one. */
export function takesOf(sdk: Sdk, policy: PolicyReading, isMobileOnly: boolean): Taken {
  const told = countingOf(tellingData(listedOf(sdk.id, policy))).flatMap((each) => dataOf(each).map(({ id }) => id));
  if (told.length > 0) return { types: [...new Set(told)], from: 'policy', certainty: 'high' };
  const types = sdk.takes.filter((type) => !isMobileOnly || (type !== 'idfa' && type !== 'idfv'));
  return { types, from: 'knowledge', certainty: sdk.takesCertainty };
}

/** Where the policy lists an SDK, by its own name or its brand's. */
const listedOf = (id: string, { sdks }: PolicyReading): readonly SdkMention[] =>
  sdks.filter((mention) => mention.listed && mention.sdks.includes(id));

/** The data that an entry names, 个人信息 and the like apart. */
const dataOf = ({ data }: SdkMention): readonly DataMention[] => data.filter(({ generic }) => !generic);

const tellingData = (mentions: readonly SdkMention[]): readonly SdkMention[] =>
  mentions.filter((mention) => dataOf(mention).length > 0);

const byName = (a: SharedRow, b: SharedRow): number => ((a.sdk ?? '') < (b.sdk ?? '') ? -1 : 1);

/** The list of third parties: SDKs in the app, SDKs that only the policy lists, others it names in its tables and sentences. */
export function sharedRows(tools: Tools): readonly SharedRow[] {
  const { sdks, policy, knowledge } = tools.comparison;
  const embedded = new Map<string, SdkUse[]>();
  for (const use of sdks) embedded.set(use.sdk, [...(embedded.get(use.sdk) ?? []), use]);
  const inApp = [...embedded].flatMap(([id, uses]) => {
    const sdk = findSdk(knowledge, id);
    return sdk ? [sdkRow(sdk, uses, tools)] : [];
  });
  const listed = new Set(
    policy.sdks.filter(({ exact, listed: isListed }) => exact && isListed).flatMap((each) => each.sdks),
  );
  const onlyListed = [...listed]
    .filter((id) => !embedded.has(id))
    .flatMap((id) => {
      const sdk = findSdk(knowledge, id);
      return sdk ? [sdkRow(sdk, [], tools)] : [];
    });
  const rows = [...inApp.toSorted(byName), ...onlyListed.toSorted(byName), ...otherParties(tools)];
  return [...rows, ...partiesInSentences(tools, rows)];
}

function sdkRow(sdk: Sdk, uses: readonly SdkUse[], { comparison, words, places }: Tools): SharedRow {
  const { app, policy, knowledge } = comparison;
  const mentions = listedOf(sdk.id, policy);
  const own = countingOf(mentions);
  // What its own entry leaves out, that of its brand may tell.
  const entries = [...own, ...mentions.filter((mention) => !own.includes(mention))].map((each) =>
    entryOf(each, policy, words),
  );
  const taken = takesOf(
    sdk,
    policy,
    app.apps.every(({ frameworks }) => frameworks.length === 0),
  );
  const named = countingOf(tellingData(mentions)).map((mention) => ({
    language: words.language(mention.document),
    words: [[...new Set(dataOf(mention).map(({ text }) => text))].join('、')],
  }));
  const told = cellOf(entries, 'data');
  const data: Cell =
    taken.from === 'policy'
      ? told.from === 'policy'
        ? told
        : { from: 'policy', words: joined(named) }
      : taken.types.length === 0
        ? missing
        : { from: 'knowledge', words: dataNames(taken.types, knowledge), certainty: taken.certainty };
  const link = cellOf(entries, 'link');
  const known: Cell =
    sdk.policyUrl === undefined ? missing : { from: 'knowledge', words: both(sdk.policyUrl), certainty: sdk.certainty };
  const vendor = cellOf(entries, 'vendor');
  return {
    sdk: sdk.id,
    name: sdk.name,
    vendor: vendor.from === 'policy' ? vendor : { from: 'knowledge', words: sdk.vendor, certainty: sdk.certainty },
    category: { id: sdk.category.id, name: sdk.category.name },
    purpose: purposeOf(entries),
    types: taken.types,
    data,
    link: /https?:/.test(link.words.zh) ? link : known,
    signs: [...new Set(uses.flatMap(({ signs }) => signs.map(({ kind, name }) => `${kind} ${name}`)))],
    confidence: uses.some(({ confidence }) => confidence === 'high') ? 'high' : (uses[0]?.confidence ?? 'high'),
    source: uses.length === 0 ? 'policy' : mentions.length > 0 ? 'app-and-policy' : 'app',
    apps: [...new Set(uses.map((use) => use.app))].toSorted(),
    inApp: places(uses.flatMap(({ signs }) => signs.slice(0, 1).map(({ at }) => at))),
    inPolicy: places(mentions.map(({ at }) => at)),
    denied: [],
  };
}

/** What an entry of a list says, column by column. */
interface Entry {
  readonly language: string;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  readonly statements: readonly PolicyStatement[];
  readonly purposes: readonly string[];
}

const LABELLED: readonly (readonly [Column, RegExp])[] = [
  ['purpose', /^(?:使用|收集|共享|处理)?(?:目的|用途)[：:]\s?(.+)$|^purposes?(?: of use)?:\s?(.+)$/i],
  [
    'link',
    /(?:链接|网址|隐私政策|官网|link|policy)[^：:]{0,12}[：:]\s?(https?:\/\/[^\s，。；)）]+)|(https?:\/\/[^\s，。；)）]+)/i,
  ],
  ['vendor', /^(?:公司名称|公司|运营方|提供方|所属公司|第三方名称|vendor|company)[：:]\s?(.+)$/i],
];

function entryOf(mention: SdkMention, policy: PolicyReading, words: PolicyWords): Entry {
  const { document, entry } = mention;
  const language = words.language(document);
  const row = words.rowAt(document, mention.at.start);
  const within = ({ start, end }: Location): boolean => start < entry.end && end > entry.start;
  const statements = policy.statements.filter((each) => each.document === document && within(each.at) && !each.negated);
  const purposes = statements.flatMap((each) => words.tell(each).purposes);
  if (row) return { language, cells: row.cells, statements, purposes };
  const cells: Partial<Record<Column, string>> = {};
  for (const block of policy.documents[document]?.blocks ?? []) {
    if (!within(block.at)) continue;
    for (const [column, pattern] of LABELLED) {
      const found = pattern.exec(block.text.trim().slice(0, 500));
      if (found && cells[column] === undefined) cells[column] = found[1] ?? found[2] ?? '';
    }
  }
  return { language, cells, statements, purposes };
}

function cellOf(entries: readonly Entry[], column: Column): Cell {
  const words = joined(
    entries.map(({ language, cells }) => ({ language, words: cells[column] === undefined ? [] : [cells[column]] })),
  );
  return words.zh + words.en === '' ? missing : { from: 'policy', words };
}

function purposeOf(entries: readonly Entry[]): Cell {
  const own = cellOf(entries, 'purpose');
  if (own.from === 'policy') return own;
  return purposeCell(
    entries.flatMap(({ language, purposes, statements }) =>
      statements.slice(0, 1).map(({ text, at }) => ({ language, purposes, quote: text, at })),
    ),
  );
}

/** Rows of the policy's own tables of recipients that name none of the known SDKs. */
function otherParties({ comparison: { policy }, words, places }: Tools): readonly SharedRow[] {
  const ofSdks = new Set(policy.sdks.map(({ document, at }) => words.rowAt(document, at.start)));
  const isSharing = ({ document, section }: TableRow): boolean => {
    const kind = policy.sectionKinds[document]?.[section];
    return kind === 'sharing' || kind === 'sdk-list' || policy.documents[document]?.part === 'sdk-list';
  };
  const all = words.rows.filter(
    (row) => isSharing(row) && !ofSdks.has(row) && (row.cells.party ?? row.cells.vendor) !== undefined,
  );
  // Two languages of one policy name the same parties.
  const chinese = all.filter(({ language }) => language === 'zh');
  const rows = chinese.length > 0 ? chinese : all;
  return rows
    .filter(({ cells }) => cells.data !== undefined || cells.purpose !== undefined)
    .map((row) => {
      const say = (column: Column): Cell =>
        row.cells[column] === undefined ? missing : { from: 'policy', words: both(row.cells[column]) };
      return {
        name: both(row.cells.party ?? row.cells.vendor ?? ''),
        vendor: row.cells.vendor === undefined ? say('party') : say('vendor'),
        purpose: row.cells.purpose === undefined ? say('scene') : say('purpose'),
        types: [],
        data: say('data'),
        link: say('link'),
        signs: [],
        confidence: 'high',
        source: 'policy',
        apps: [],
        inApp: [],
        inPolicy: places([row.at]),
        denied: [],
      };
    });
}

/** Names of data types, in the knowledge's order of importance. */
function dataNames(types: readonly string[], knowledge: Knowledge): Text {
  const names = types.map((type) => findDataType(knowledge, type)?.name ?? both(type));
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
}
