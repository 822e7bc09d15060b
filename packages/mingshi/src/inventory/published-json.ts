import type { Unit } from './published.ts';

interface Entry {
  readonly data?: Words;
  readonly name?: Words | string;
}
type Words = { readonly zh?: unknown; readonly en?: unknown };

const LISTS = [
  ['collected', 'data'],
  ['shared', 'name'],
  ['permissions', 'name'],
] as const;

const COLUMN = { collected: '个人信息', shared: '第三方', permissions: '权限' };

/** What the JSON of `mingshi inventory` names, entry by entry; undefined for any other JSON. */
export function inventoryUnits(path: string, text: string): readonly Unit[] | undefined {
  const lists = parsed(text);
  if (!lists || !LISTS.every(([list]) => Array.isArray(lists[list]))) return undefined;
  return LISTS.flatMap(([list, key]) => [
    {
      words: { collected: '个人信息收集清单', shared: '第三方信息共享清单', permissions: '应用权限清单' }[list],
      place: path,
    },
    ...(lists[list] as readonly (Entry | null)[]).map((entry, at): Unit => {
      const words = entry?.[key as 'name'];
      const said =
        typeof words === 'string' ? [words] : [words?.zh, words?.en].filter((each) => typeof each === 'string');
      return { words: said.join('、'), column: COLUMN[list], table: [COLUMN[list]], place: `${path} ${list}[${at}]` };
    }),
  ]);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
