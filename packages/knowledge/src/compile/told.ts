import type * as v from 'valibot';
import { withNearest } from './mistake.ts';

/** The way to a value inside a YAML file, as keys and indexes. */
export type Path = readonly (string | number)[];

/** What the schema found wrong, at a value or its key, in words for the author. */
interface Told {
  readonly path: Path;
  readonly at: 'key' | 'value';
  readonly message: string;
}

type Issue = v.BaseIssue<unknown>;

/** The schema's issues in words: unknown keys and values with the nearest known, missing keys, and wrong kinds of value. */
export function tell(issues: readonly Issue[], schema: unknown, above: Path = []): Told[] {
  return issues.flatMap((issue) => {
    const path: Path = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
    const inside = insideUnion(issue);
    if (inside.length > 0) return tell(inside, schema, path);
    const key = String(path.at(-1));
    if (issue.expected === 'never') {
      const known = keysAt(schema, path.slice(0, -1));
      return { path, at: 'key', message: `unknown key ${withNearest(key, known)}` };
    }
    if (issue.received === 'undefined') return { path: path.slice(0, -1), at: 'key', message: `"${key}" is missing` };
    if (issue.type === 'picklist') {
      const known = wordsIn(issue.expected);
      return { path, at: 'value', message: `unknown value ${withNearest(String(issue.input), known)}` };
    }
    return { path, at: 'value', message: issue.kind === 'schema' ? wrongKind(issue) : issue.message };
  });
}

/** What is wrong inside the object that a union may be, when the author wrote an object. */
function insideUnion(issue: Issue): Issue[] {
  if (issue.type !== 'union' || typeof issue.input !== 'object') return [];
  return (issue.issues ?? []).filter((inner) => (inner.path ?? []).length > 0);
}

const kinds: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  number: 'a number',
  string: 'a text (in quotes when it is a number)',
  Array: 'a list',
  Object: 'keys with values',
};

function wrongKind({ expected, received }: Issue): string {
  const wanted = [...(expected ?? '').matchAll(/"[^"]*"|\w+/g)].map(([kind]) => kinds[kind] ?? kind);
  const found = received === 'Object' || received === 'Array' ? kinds[received] : received;
  return `this should be ${wanted.join(' or ')}, not ${found}`;
}

/** The keys that a schema allows at a path. */
function keysAt(schema: unknown, path: Path): string[] {
  let here = schema;
  for (const key of path) {
    const inner = unwrap(here);
    here = inner.entries?.[key] ?? inner.value ?? inner.item;
  }
  return Object.keys(unwrap(here).entries ?? {});
}

interface Inside {
  readonly type?: string;
  readonly entries?: Readonly<Record<string | number, unknown>>;
  readonly value?: unknown;
  readonly item?: unknown;
  readonly wrapped?: unknown;
  readonly options?: readonly unknown[];
}

/** The schema inside optional(…), and the object inside a union. */
function unwrap(schema: unknown): Inside {
  const inside = (schema ?? {}) as Inside;
  if (inside.wrapped) return unwrap(inside.wrapped);
  if (inside.type === 'union') return unwrap(inside.options?.find((option) => (option as Inside).entries));
  return inside;
}

/** `("a" | "b")`, as the schema says what it expected, as words. */
const wordsIn = (expected: string | null): string[] =>
  [...(expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
