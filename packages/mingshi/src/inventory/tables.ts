import type { Language } from '@mingshi/knowledge';
import { pointer } from '../formats/words.ts';
import { printable } from '../text/printable.ts';
import type { Cell, CollectedRow, Inventory, PermissionRow, Row, SharedRow, Way } from './inventory.ts';
import { shortName } from './permission-list.ts';
import { CERTAINTY, introduction, SOURCES, TITLES, TO_FILL_IN } from './words.ts';

/** One list as a table of plain texts in one language: what every format shows. */
export interface Table {
  readonly id: 'collected' | 'shared' | 'permissions';
  readonly title: string;
  readonly introduction: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** A sentence on what has no row: permissions that need no consent, told by name. */
  readonly more: readonly string[];
}

type Columns<T> = readonly (readonly [zh: string, en: string, say: (row: T) => string])[];

/** The three lists as tables. With `full`, every permission has a row of its own. */
export function tablesOf(inventory: Inventory, language: Language, full = false): readonly Table[] {
  const personal = inventory.permissions.filter((row) => row.personal || full);
  const others = inventory.permissions.filter((row) => !personal.includes(row));
  const manyApps = inventory.apps.length > 1;
  return [
    tableOf(
      'collected',
      inventory.collected,
      collectedColumns(
        language,
        inventory.apps.some(({ sourceFiles }) => sourceFiles > 0),
      ),
      language,
      manyApps,
    ),
    tableOf('shared', inventory.shared, sharedColumns(language), language, manyApps),
    {
      ...tableOf('permissions', personal, permissionColumns(language), language, manyApps),
      more: otherPermissions(others, language),
    },
  ];
}

const names = (some: readonly PermissionRow[]): string =>
  some.map(({ name }) => printable(shortName(name))).join(', ');

function otherPermissions(rows: readonly PermissionRow[], language: Language): readonly string[] {
  const known = rows.filter(({ title }) => title.zh !== '');
  const unknown = rows.filter(({ title }) => title.zh === '');
  return [
    ...(known.length > 0
      ? [
          {
            zh: `其他权限（不须用户授权，也不打开上列个人信息）：${names(known)}`,
            en: `Other permissions, which users need not grant and which open none of the above: ${names(known)}`,
          }[language],
        ]
      : []),
    ...(unknown.length > 0
      ? [
          {
            zh: `未识别的权限，请核对用途：${names(unknown)}`,
            en: `Permissions that are not known; check what they are for: ${names(unknown)}`,
          }[language],
        ]
      : []),
  ];
}

function tableOf<T extends Row>(
  id: Table['id'],
  rows: readonly T[],
  own: Columns<T>,
  language: Language,
  manyApps: boolean,
): Table {
  const columns: Columns<T> = [
    ...own,
    ...(manyApps ? ([['应用', 'App', ({ apps }) => apps.join(', ')]] as Columns<T>) : []),
    ['来源', 'Known from', (row) => sourceOf(row, language)],
    ['位置', 'Place', (row) => placesOf(row, language)],
  ];
  return {
    id,
    title: TITLES[id][language],
    introduction: introduction(id)[language],
    more: [],
    columns: columns.map(([zh, en]) => ({ zh, en })[language]),
    rows: rows.map((row) => columns.map(([, , say]) => printable(say(row)))),
  };
}

function sourceOf({ source, denied }: Row, language: Language): string {
  if (source === 'app' && denied.length > 0)
    return { zh: '仅应用，政策否认', en: 'app only, denied in the policy' }[language];
  return SOURCES[source][language];
}

function collectedColumns(language: Language, hasCode: boolean): Columns<CollectedRow> {
  const sensitive = {
    yes: { zh: '敏感', en: 'sensitive' },
    possibly: { zh: '视情形可能敏感', en: 'may be sensitive' },
    no: { zh: '否', en: 'no' },
  };
  return [
    ['个人信息', 'Personal information', ({ data }) => data[language]],
    ['是否敏感', 'Sensitive', (row) => sensitive[row.sensitive][language]],
    [
      '业务功能或场景',
      'Function or scene',
      (row) => (bySdkOnly(row) ? seeShared(language) : filled(row.function, language)),
    ],
    [
      '目的',
      'Purpose',
      (row) => (bySdkOnly(row) && row.purpose.from === 'missing' ? seeShared(language) : purposeOf(row, language)),
    ],
    ['权限', 'Permission', ({ permissions }) => permissions.map(shortName).join(', ') || '—'],
    ['方式', 'How', ({ ways }) => waysOf(ways, hasCode, language)],
  ];
}

const bySdkOnly = ({ ways }: CollectedRow): boolean => ways.every(({ kind }) => kind === 'sdk');
const seeShared = (language: Language): string =>
  ({ zh: '见第三方信息共享清单', en: 'see the list of third parties' })[language];

function sharedColumns(language: Language): Columns<SharedRow> {
  return [
    ['第三方', 'Third party', ({ name }) => name[language]],
    ['运营方', 'Operator', ({ vendor }) => filled(vendor, language, false)],
    [
      '类别',
      'Category',
      ({ category }) => (category === undefined ? '—' : category.name[language]),
    ],
    ['目的', 'Purpose', (row) => purposeOf(row, language)],
    ['个人信息', 'Personal information', ({ data }) => filled(data, language)],
    ['方式', 'How', (row) => howShared(row, language)],
    ['对方的规则', 'Its rules', ({ link }) => filled(link, language, false)],
  ];
}

function permissionColumns(language: Language): Columns<PermissionRow> {
  return [
    ['权限', 'Permission', ({ name, title }) => (title[language] === '' ? name : `${title[language]} ${name}`)],
    ['可以做什么', 'What it allows', ({ can }) => can[language] || { zh: '不明', en: 'unknown' }[language]],
    ['目的', 'Purpose', (row) => (row.personal ? purposeOf(row, language) : '—')],
    ['何时', 'When', (row) => (row.personal ? filled(row.when, language) : '—')],
  ];
}

/** Words with where they come from when that is not the policy; a placeholder when there are none. */
function filled({ from, words, certainty }: Cell, language: Language, tellsSource = true): string {
  if (from === 'missing' || words[language] === '') return TO_FILL_IN[language];
  if (from === 'policy' || certainty === undefined || (certainty === 'high' && !tellsSource)) return words[language];
  const mark = CERTAINTY[certainty][language];
  return { zh: `${words.zh}（${mark}）`, en: `${words.en} (${mark})` }[language];
}

function purposeOf({ purpose, denied }: Row & { readonly purpose: Cell }, language: Language): string {
  const quote = purpose.quote?.[language] ?? '';
  const denial = denied.slice(0, 1).map((place) => {
    const where = pointer(place, language);
    return { zh: `政策否认（${where}），与应用不一致`, en: `the policy denies it (${where}), unlike the app` }[
      language
    ];
  });
  const parts = [
    filled(purpose, language) +
      (quote === '' ? '' : { zh: `（政策只写：“${quote}”）`, en: ` (the policy says only: “${quote}”)` }[language]),
    ...denial,
  ];
  return parts.join({ zh: '；', en: '; ' }[language]);
}

function waysOf(ways: readonly Way[], hasCode: boolean, language: Language): string {
  const of = (kind: Way['kind']): readonly Way[] => ways.filter((way) => way.kind === kind);
  const listed = (some: readonly Way[], say: (way: Way) => string): string =>
    [...new Set(some.map(say))].join({ zh: '、', en: ', ' }[language]);
  const say: readonly (readonly [readonly Way[], string, string])[] = [
    [
      of('call'),
      `代码调用 ${listed(of('call'), ({ name }) => name)}`,
      `calls ${listed(of('call'), ({ name }) => name)}`,
    ],
    [
      of('call').length > 0 ? [] : [...of('permission'), ...of('component')],
      hasCode ? '可经权限获取，未见读取的代码' : '可经权限获取',
      hasCode ? 'possible through the permission; no code that reads it was seen' : 'possible through the permission',
    ],
    [of('policy'), '由用户提供或在使用中产生（据政策）', 'given by the user or arising in use, as the policy says'],
    [of('sdk'), `SDK 收集：${sdkNames(of('sdk'), language)}`, `by SDKs: ${sdkNames(of('sdk'), language)}`],
  ];
  return say
    .flatMap(([some, zh, en]) => (some.length > 0 ? [{ zh, en }[language]] : []))
    .join({ zh: '；', en: '; ' }[language]);
}

/** SDKs by how sure it is that they take the data. */
function sdkNames(ways: readonly Way[], language: Language): string {
  const groups = (['high', 'medium', 'low'] as const).flatMap((level) => {
    const own = ways
      .filter(({ certainty }) => certainty === level)
      .map(({ title, name }) => title?.[language] ?? name);
    if (own.length === 0) return [];
    const mark =
      level === 'high' ? '' : { zh: `（${CERTAINTY[level].zh}）`, en: ` (${CERTAINTY[level].en})` }[language];
    return [own.join({ zh: '、', en: ', ' }[language]) + mark];
  });
  return groups.join({ zh: '；', en: '; ' }[language]);
}

function howShared({ sdk, signs, confidence, source }: SharedRow, language: Language): string {
  if (sdk === undefined) return TO_FILL_IN[language];
  if (source === 'policy')
    return {
      zh: 'SDK；应用文件中未见，请确认是否仍在使用',
      en: 'SDK; not seen in the app, check whether it is still used',
    }[language];
  const sign = signs[0] ?? '';
  const unsure = confidence === 'low' ? { zh: '，请确认', en: ', to be confirmed' }[language] : '';
  return { zh: `内嵌 SDK（${sign}${unsure}）`, en: `embedded SDK (${sign}${unsure})` }[language];
}

const MOST_PLACES = 3;

function placesOf({ inApp, inPolicy }: Row, language: Language): string {
  const all = [...inApp.slice(0, MOST_PLACES), ...inPolicy.slice(0, MOST_PLACES)].map((place) =>
    pointer(place, language),
  );
  return [...new Set(all)].join({ zh: '、', en: ', ' }[language]);
}

/** How many cells are left to people. */
export function placeholdersIn(tables: readonly Table[], language: Language): number {
  return tables.flatMap(({ rows }) => rows.flat()).filter((cell) => cell.includes(TO_FILL_IN[language])).length;
}
