import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { Text } from '@mingshi/knowledge';
import { UserError } from '../user-error.ts';

/** What stands at a path, be it through links; undefined when nothing does, or nothing can: links in a circle, a file as a folder. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Refuses what was named where a file is expected, and is something else; `where` says who named it, when not the user. */
export function refuseOther(path: string, stats: Stats, where: Text = { zh: '', en: '' }): void {
  if (stats.isFile()) return;
  if (stats.isDirectory()) {
    throw new UserError({ zh: `${path}${where.zh} 是文件夹，这里要的是文件`, en: `${path}${where.en} is a folder; a file is expected` });
  }
  // It would have to be read more than once, and may never end.
  throw new UserError({ zh: `${path}${where.zh} 是管道或设备，这里要的是文件`, en: `${path}${where.en} is a pipe or a device; a file is expected` });
}
