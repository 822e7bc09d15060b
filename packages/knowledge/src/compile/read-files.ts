import type * as v from 'valibot';
import { schemas } from '../schema.ts';
import { withNearest } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import { readYaml } from './yaml-file.ts';
import type { YamlFile } from './yaml-file.ts';

type Schemas = typeof schemas;
type Pattern = keyof Schemas;

/** The files of each kind, by the pattern of their paths. */
type FilesByKind = { readonly [P in Pattern]: YamlFile<v.InferOutput<Schemas[P]>>[] };

const patterns = Object.keys(schemas) as Pattern[];

/** Reads every file with the schema of its place. */
export function readFiles(texts: ReadonlyMap<string, string>): { read: FilesByKind; mistakes: Mistake[] } {
  const read = Object.fromEntries(patterns.map((pattern) => [pattern, [] as YamlFile<unknown>[]]));
  const mistakes: Mistake[] = [];
  for (const [path, text] of [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const pattern = patterns.find((candidate) => matches(candidate, path));
    if (!pattern) {
      const name = path.split('/').at(-1)?.replace('.yaml', '') ?? '';
      const places = patterns.map((candidate) => candidate.replace('*', name));
      const message = `no kind of knowledge is kept in ${withNearest(path, places)}`;
      mistakes.push({ file: path, line: 1, column: 1, message });
      continue;
    }
    const result = readYaml<unknown>(path, text, schemas[pattern]);
    if (Array.isArray(result)) mistakes.push(...result);
    else read[pattern]?.push(result);
  }
  // Each list holds what the schema of its pattern let through.
  return { read: read as unknown as FilesByKind, mistakes };
}

function matches(pattern: string, path: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return path === pattern;
  const name = path.slice(before.length, path.length - after.length);
  return path.startsWith(before) && path.endsWith(after) && name !== '' && !name.includes('/');
}
