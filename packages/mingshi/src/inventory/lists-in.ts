import { findPermission } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { columnsOf } from '@mingshi/policy';
import type { Column, Columns } from '@mingshi/policy';
import { nameFinder } from './names-in.ts';
import type { Unit } from './published.ts';

/** One of the three lists. */
export type ListName = 'collected' | 'shared' | 'permissions';

/** The columns that name what a list is of. */
const NAMING: Readonly<Record<ListName, readonly (Column | undefined)[]>> = {
  collected: ['data'],
  shared: ['party', 'name'],
  permissions: ['permission'],
};

/** Whether a cell of a list names what that is of. */
export const isNaming = ({ column = '' }: Unit, list: ListName, { columnOf }: Columns): boolean =>
  NAMING[list].includes(columnOf(column));

/** Whether a cell stands in the table of a list: who receives data makes it the one, a leading permission the other. */
export function isOf({ table = [] }: Unit, list: ListName, { columnOf }: Columns): boolean {
  const columns = table.map(columnOf);
  const isShared = columns.some((column) => NAMING.shared.includes(column) || column === 'vendor');
  const hasData = columns.includes('data');
  const isPermissions = !isShared && (hasData ? columns[0] === 'permission' : columns.includes('permission'));
  if (list === 'shared') return isShared;
  if (list === 'permissions') return isPermissions;
  return !isShared && !isPermissions && hasData;
}

/** Which of the three lists a document holds, by its titles, its tables and what it names. */
export function listsIn(units: readonly Unit[], knowledge: Knowledge): Readonly<Record<ListName, boolean>> {
  const columns = columnsOf(knowledge);
  const plain = units.filter(({ column }) => column === undefined);
  const titled = (pattern: RegExp): boolean =>
    plain.some(({ words }) => words.length < 60 && pattern.test(words.trim()));
  const tabled = (list: ListName): boolean => units.some((unit) => isOf(unit, list, columns));
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
