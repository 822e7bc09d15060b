import type { SourcesFile } from '../schema.ts';
import type { Source } from '../types.ts';
import { withNearest } from './mistake.ts';
import type { Path } from './told.ts';
import type { YamlFile } from './yaml-file.ts';

type AnyFile = YamlFile<unknown>;
type Known = ReadonlyMap<string, unknown>;

/** What every kind needs while it is compiled: where mistakes go, and the sources. */
export interface Context {
  /** Reports a mistake at a value of a file, or at its key. */
  readonly report: (file: AnyFile, path: Path, message: string, at?: 'key' | 'value') => void;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Reports an id that does not resolve, with the nearest that does. */
export function mustBeKnown(context: Context, what: string, known: Known, file: AnyFile, path: Path, id: string): void {
  if (!known.has(id)) context.report(file, path, `unknown ${what} ${withNearest(id, known.keys())}`);
}

/** The same for an id that is a key: the last step of the path. */
export function keyMustBeKnown(context: Context, what: string, known: Known, file: AnyFile, path: Path): void {
  const id = String(path.at(-1));
  if (!known.has(id)) context.report(file, path, `unknown ${what} ${withNearest(id, known.keys())}`, 'key');
}

/** The same for each id of a list, none of which may stand twice. */
export function allMustBeKnown(
  context: Context,
  what: string,
  known: Known,
  file: AnyFile,
  path: Path,
  ids: readonly string[],
): void {
  for (const [index, id] of ids.entries()) mustBeKnown(context, what, known, file, [...path, index], id);
  noneTwice(context, file, path, ids);
}

/** Reports an entry that stands twice in a list. */
export function noneTwice(context: Context, file: AnyFile, path: Path, list: readonly string[]): void {
  const seen = new Set<string>();
  for (const [index, entry] of list.entries()) {
    if (seen.has(entry)) context.report(file, [...path, index], `"${entry}" stands twice in this list`);
    seen.add(entry);
  }
}

type Cited = string | { readonly title: string; readonly url?: string | undefined; readonly checked: string };

/** The sources named at a path: written out there, or ids of sources.yaml. */
export function sourcesOf(context: Context, file: AnyFile, path: Path, cited: readonly Cited[]): Source[] {
  return cited.flatMap((one, index) => {
    if (typeof one !== 'string') return [sourceOf(one)];
    mustBeKnown(context, 'source', context.sources, file, [...path, index], one);
    return context.sources.get(one) ?? [];
  });
}

/** sources.yaml as a map from id to source. */
export const sourceMap = (file: YamlFile<SourcesFile> | undefined): Map<string, Source> =>
  new Map(Object.entries(file?.value.sources ?? {}).map(([id, source]) => [id, sourceOf(source)]));

const sourceOf = ({ title, url, checked }: Exclude<Cited, string>): Source => ({
  title,
  ...(url === undefined ? {} : { url }),
  checked,
});
