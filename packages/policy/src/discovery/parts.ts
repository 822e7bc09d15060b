import type { Files } from '@mingshi/model';
import { kindOf, weigh } from '../text/classify.ts';
import { isPartOfPolicy } from './names.ts';
import { sampleOf } from './sample.ts';

/** Files that are parts of one policy: those with numbers for names in a folder that is named after it. */
export function numberedParts(files: Files): ReadonlySet<string> {
  const folders = new Map<string, string[]>();
  for (const path of files.list()) {
    if (!isPartOfPolicy(path)) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const parts = [...folders].filter(([folder, paths]) => paths.length > 1 && isPolicy(files, folder, paths));
  return new Set(parts.flatMap(([, paths]) => paths));
}

/** Whether the parts together read like a policy; each alone need not. */
function isPolicy(files: Files, folder: string, paths: readonly string[]): boolean {
  const text = paths
    .slice(0, 40)
    .map((path) => sampleOf(files.read(path))?.text.slice(0, 3000) ?? '')
    .join('\n');
  return weigh(text).privacy >= 5 && kindOf(folder, text) === 'privacy-policy';
}
