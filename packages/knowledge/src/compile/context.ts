import type { Source } from '../types.ts';
import type { SourcesFile } from '../schema.ts';
import { withNearest } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** What every kind needs while it is compiled: where mistakes go, and the sources. */
export interface Context {
  readonly report: (mistake: Mistake) => void;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Where in which file an id is used. */
export interface Use {
  readonly file: YamlFile<unknown>;
  readonly path: Path;
  readonly at?: 'key' | 'value';
}

/** Reports an id that does not resolve, with the nearest that does. */
export function mustBeKnown(context: Context, what: string, id: string, known: ReadonlyMap<string, unknown>, use: Use): void {
  if (known.has(id)) return;
  context.report(use.file.mistake(use.path, `unknown ${what} ${withNearest(id, known.keys())}`, use.at));
}

/** The same for a list of ids. */
export function allMustBeKnown(context: Context, what: string, ids: readonly string[], known: ReadonlyMap<string, unknown>, use: Use): void {
  for (const [index, id] of ids.entries()) mustBeKnown(context, what, id, known, { ...use, path: [...use.path, index] });
}

/** Reports an entry that stands twice in a list. */
export function noneTwice(context: Context, list: readonly string[], use: Use): void {
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    if (seen.has(entry)) context.report(use.file.mistake([...use.path, index], `"${entry}" stands twice in this list`));
    seen.add(entry);
  }
}

type Cited = string | { readonly title: string; readonly url?: string | undefined; readonly checked: string };

/** Sources of an entry: written out, or ids of sources.yaml. */
export function sourcesOf(context: Context, cited: readonly Cited[], use: Use): Source[] {
  return cited.flatMap((one, index) => {
    if (typeof one !== 'string') return [one.url === undefined ? { title: one.title, checked: one.checked } : { ...one, url: one.url }];
    mustBeKnown(context, 'source', one, context.sources, { ...use, path: [...use.path, index] });
    return context.sources.get(one) ?? [];
  });
}

/** sources.yaml as a map from id to source. */
export const sourceMap = (file: YamlFile<SourcesFile> | undefined): Map<string, Source> =>
  new Map(
    Object.entries(file?.value.sources ?? {}).map(([id, { title, url, checked }]) => [
      id,
      url === undefined ? { title, checked } : { title, url, checked },
    ]),
  );
