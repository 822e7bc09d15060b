import { findPermission } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { nameFinder } from './names-in.ts';
import type { Unit } from './published.ts';

/** Columns that name data, a third party, a permission. */
export const DATA_COLUMN =
  /^(?:收集的?)?(?:个人)?(?:信息|数据)(?:种类|类型|名称)?$|^(?:types? of )?(?:personal )?(?:data|information)(?: collected)?$/i;
export const PARTY_COLUMN = /SDK|第三方|接收方|^名称$|^(?:third part(?:y|ies)|name|recipient|provider)/i;
export const PERMISSION_COLUMN = /^(?:系统|应用|设备)?权限(?:名称)?$|^permissions?(?: name)?$/i;

/** One of the three lists. */
export type ListName = 'collected' | 'shared' | 'permissions';

/** Whether a cell stands in the table of a list: who receives data makes it the one, a leading permission the other. */
export function isOf({ table = [] }: Unit, list: ListName): boolean {
  const isShared = table.some((column) => PARTY_COLUMN.test(column.trim()));
  const hasData = table.some((column) => DATA_COLUMN.test(column.trim()));
  const [first = ''] = table;
  const named = hasData ? [first] : table;
  const isPermissions = !isShared && named.some((column) => PERMISSION_COLUMN.test(column.trim()));
  if (list === 'shared') return isShared;
  if (list === 'permissions') return isPermissions;
  return !isShared && !isPermissions && hasData;
}

/** Which of the three lists a document holds, by its titles, its tables and what it names. */
export function listsIn(units: readonly Unit[], knowledge: Knowledge): Readonly<Record<ListName, boolean>> {
  const plain = units.filter(({ column }) => column === undefined);
  const titled = (pattern: RegExp): boolean =>
    plain.some(({ words }) => words.length < 60 && pattern.test(words.trim()));
  const tabled = (list: ListName): boolean => units.some((unit) => isOf(unit, list));
  const find = nameFinder(knowledge);
  const isPermission = ({ words }: Unit): boolean => {
    const name = /(?:^|[\s（(.])([A-Z][A-Z_]{3,})[)）]?$/.exec(words.slice(-60))?.[1];
    return name !== undefined && findPermission(knowledge, `android.permission.${name}`) !== undefined;
  };
  return {
    collected:
      tabled('collected') ||
      titled(/收集.{0,6}清单|个人信息.{0,4}清单|^(?:personal )?(?:information|data) (?:we )?collect(?:ed)?$/i),
    shared:
      tabled('shared') ||
      titled(
        /(?:共享|第三方|SDK).{0,10}(?:清单|目录|列表)|^third part(?:y|ies)\b|shared with third parties|SDK list/i,
      ) ||
      plain.some(({ words }) => find(words).length > 0),
    permissions:
      tabled('permissions') ||
      titled(/权限.{0,6}(?:清单|目录|列表|说明)|^permissions?(?: list)?$/i) ||
      plain.some(isPermission),
  };
}
