import { findDataType, findPermission, findSdk } from '@mingshi/knowledge';
import type { Knowledge, Language, Sdk } from '@mingshi/knowledge';
import { columnsOf } from '@mingshi/policy';
import type { Outcome } from '../commands/outcome.ts';
import { pointer } from '../formats/words.ts';
import type { Place } from '../report/report.ts';
import { printable } from '../text/printable.ts';
import { UserError } from '../user-error.ts';
import type { Inventory } from './inventory.ts';
import { isNaming, isOf, listsIn } from './lists-in.ts';
import type { ListName } from './lists-in.ts';
import { dataFinder, nameFinder, said } from './names-in.ts';
import { shortName } from './permission-list.ts';
import type { Published, Unit } from './published.ts';
import { kindsAbove } from './told.ts';

/** One thing that list and app have not in common. */
interface Difference {
  readonly place: string;
  readonly lacks: 'list' | 'app';
  readonly what: 'permission' | 'sdk' | 'data';
  readonly name: string;
}

/** Holds published lists against the app: a line for each difference, or one that there is none. */
export function staleness(
  inventory: Inventory,
  files: readonly Published[],
  knowledge: Knowledge,
  language: Language,
): Outcome {
  const units = files.flatMap((file) => file.units);
  const lists = listsIn(units, knowledge);
  const names = files.map(({ path }) => path).join(', ');
  if (!lists.collected && !lists.shared && !lists.permissions) {
    throw new UserError({
      zh: `${names} 里没有找到个人信息、第三方或权限的清单`,
      en: `no list of data, third parties or permissions was found in ${names}`,
    });
  }
  const found = [
    ...(lists.collected ? dataDifferences(inventory, units, knowledge, language) : []),
    ...(lists.shared ? sdkDifferences(inventory, units, knowledge, language) : []),
    ...(lists.permissions ? permissionDifferences(inventory, units, knowledge, language) : []),
  ];
  if (found.length > 0) return { text: `${found.map((each) => lineOf(each, language)).join('\n')}\n`, code: 1 };
  const checked = (['collected', 'shared', 'permissions'] as const)
    .filter((list) => lists[list])
    .map((list) => CHECKED[list][language]);
  const which = checked.join({ zh: '、', en: ', ' }[language]);
  return {
    text: { zh: `清单与应用一致（${which}）：${names}\n`, en: `up to date (${which}): ${names}\n` }[language],
    code: 0,
  };
}

const CHECKED = {
  collected: { zh: '个人信息', en: 'data' },
  shared: { zh: '第三方 SDK', en: 'SDKs' },
  permissions: { zh: '权限', en: 'permissions' },
};

function lineOf({ place, lacks, what, name }: Difference, language: Language): string {
  const noun = {
    permission: { zh: '权限', en: 'permission' },
    sdk: { zh: ' SDK ', en: 'SDK' },
    data: { zh: '个人信息', en: 'data' },
  }[what];
  const words =
    lacks === 'list'
      ? { zh: `应用有而清单没有${noun.zh}：${name}`, en: `the app has, the list lacks, ${noun.en}: ${name}` }
      : { zh: `清单有而应用没有${noun.zh}：${name}`, en: `the list has, the app lacks, ${noun.en}: ${name}` };
  return printable(`${place}: ${words[language].replace(/ ：/, '：')}`);
}

const placeIn = ([first]: readonly Place[], language: Language): string => (first ? pointer(first, language) : '');

/** Cells of a list's own column, and what stands in no table; all that when there is no such column. */
function within(units: readonly Unit[], list: ListName, knowledge: Knowledge): readonly Unit[] {
  const columns = columnsOf(knowledge);
  const cells = units.filter((unit) => isNaming(unit, list, columns) && isOf(unit, list, columns));
  return cells.length > 0 ? cells : units.filter((unit) => unit.column === undefined);
}

function permissionDifferences(
  { permissions }: Inventory,
  units: readonly Unit[],
  knowledge: Knowledge,
  language: Language,
): readonly Difference[] {
  const named = new Map<string, string>();
  const cells = [
    ...within(units, 'permissions', knowledge),
    ...units.filter(({ column }) => column === undefined),
  ];
  for (const { words, place } of cells) {
    for (const [name] of words.matchAll(/(?<![\w.])(?:[a-z]\w*\.)*[A-Z][A-Z0-9_]{2,}(?![\w.])/g)) {
      const full = name.includes('.') ? name : `android.permission.${name}`;
      const isOne = name.includes('.permission.') || findPermission(knowledge, full) !== undefined;
      if (isOne && !named.has(full)) named.set(full, place);
    }
  }
  const text = said(cells);
  const isListed = (name: string): boolean => {
    if (named.has(name)) return true;
    // A list for users may leave out the technical names altogether.
    const words = findPermission(knowledge, name)?.words;
    return named.size === 0 && words !== undefined && [...words.zh, ...words.en].some((each) => text.has(each));
  };
  const requested = new Set(permissions.map(({ name }) => name));
  return [
    ...permissions
      .filter(({ name, personal }) => personal && !isListed(name))
      .map(
        ({ name, inApp }): Difference => ({
          place: placeIn(inApp, language),
          lacks: 'list',
          what: 'permission',
          name: shortName(name),
        }),
      ),
    ...[...named]
      .filter(([name]) => !requested.has(name))
      .map(([name, place]): Difference => ({ place, lacks: 'app', what: 'permission', name: shortName(name) })),
  ];
}

const called = ({ name, names, sharedNames }: Sdk): readonly string[] => [name.zh, name.en, ...names, ...sharedNames];

function sdkDifferences(
  { shared }: Inventory,
  units: readonly Unit[],
  knowledge: Knowledge,
  language: Language,
): readonly Difference[] {
  const text = said(units);
  const embedded = shared.filter(({ sdk, apps }) => sdk !== undefined && apps.length > 0);
  const ids = new Set(embedded.map(({ sdk }) => sdk));
  const listed = new Map<string, Unit>();
  const find = nameFinder(knowledge);
  for (const unit of within(units, 'shared', knowledge))
    for (const id of find(unit.words)) if (!listed.has(id)) listed.set(id, unit);
  return [
    ...embedded
      .filter(({ sdk }) => {
        const known = findSdk(knowledge, sdk ?? '');
        return known !== undefined && !called(known).some((name) => text.has(name));
      })
      .map(
        ({ name, inApp }): Difference => ({
          place: placeIn(inApp, language),
          lacks: 'list',
          what: 'sdk',
          name: name[language],
        }),
      ),
    ...[...listed]
      .filter(([id]) => !ids.has(id))
      .map(
        ([id, { place }]): Difference => ({
          place,
          lacks: 'app',
          what: 'sdk',
          name: findSdk(knowledge, id)?.name[language] ?? id,
        }),
      ),
  ];
}

function dataDifferences(
  { collected }: Inventory,
  units: readonly Unit[],
  knowledge: Knowledge,
  language: Language,
): readonly Difference[] {
  const cells = within(units, 'collected', knowledge);
  const { wordsOf, typeOf } = dataFinder(knowledge);
  const text = said(cells);
  const isListed = (type: string): boolean =>
    [type, ...kindsAbove(type, knowledge)].some((id) => wordsOf(id).some((words) => text.has(words)));
  const nameOf = (type: string): string => findDataType(knowledge, type)?.name[language] ?? type;
  const here = new Set(
    collected.flatMap(({ types }) => types.flatMap((type) => [type, ...kindsAbove(type, knowledge)])),
  );
  const unknown = new Map<string, string>();
  for (const { words, place, column } of cells) {
    if (column === undefined) continue;
    for (const part of words.replaceAll(/[（(][^（）()]*[）)]/g, '').split(/[、；;，,\n]/)) {
      const type = typeOf(part.trim());
      const isHere = type === undefined || [type, ...kindsAbove(type, knowledge)].some((id) => here.has(id));
      if (!isHere && !unknown.has(type)) unknown.set(type, place);
    }
  }
  return [
    ...collected
      .filter(({ source }) => source !== 'policy')
      .flatMap(({ types, inApp }) =>
        types
          .filter((type) => !isListed(type))
          .map(
            (type): Difference => ({
              place: placeIn(inApp, language),
              lacks: 'list',
              what: 'data',
              name: nameOf(type),
            }),
          ),
      ),
    ...[...unknown].map(([type, place]): Difference => ({ place, lacks: 'app', what: 'data', name: nameOf(type) })),
  ];
}
