import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import { withNearest } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** The way to a value inside a YAML file, as keys and indexes. */
export type Path = readonly (string | number)[];

/** A YAML file that its schema accepts, with the place of each value. */
export interface YamlFile<T> {
  readonly path: string;
  readonly value: T;
  /** A mistake at a value, or at its key. */
  readonly mistake: (path: Path, message: string, at?: 'key' | 'value') => Mistake;
}

type Schema = v.GenericSchema<unknown, unknown>;

/** Reads a file with a schema; what is wrong comes back as mistakes. */
export function readYaml<T>(path: string, text: string, schema: v.GenericSchema<unknown, T>): YamlFile<T> | Mistake[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, stringKeys: true });
  const at = (offset: number, message: string): Mistake => {
    const { line, col } = counter.linePos(offset);
    return { file: path, line, column: col, message };
  };
  if (document.errors.length > 0) {
    return document.errors.map((error) => at(error.pos[0], `not valid YAML: ${error.message}`));
  }
  const mistake: YamlFile<T>['mistake'] = (where, message, side = 'value') =>
    at(offsetOf(document, where, side), message);
  const result = v.safeParse(schema, document.toJS());
  if (result.success) return { path, value: result.output, mistake };
  return result.issues.map((issue) => {
    const where = (issue.path ?? []).map((item) => item.key as string | number);
    if (issue.expected === 'never') {
      const key = String(where.at(-1));
      return mistake(where, `unknown key ${withNearest(key, keysAt(schema, where.slice(0, -1)))}`, 'key');
    }
    if (issue.received === 'undefined') {
      return mistake(where.slice(0, -1), `"${String(where.at(-1))}" is missing`, 'key');
    }
    if (issue.type === 'picklist') {
      return mistake(where, `unknown value ${withNearest(String(issue.input), optionsOf(issue.expected))}`);
    }
    return mistake(where, issue.message);
  });
}

/** Offset of the value at a path, or of its key; of the nearest thing around it when it does not exist. */
function offsetOf(document: Document, path: Path, side: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? start(node) : 0;
  for (const [depth, key] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (!pair) break;
      const wantsKey = depth === path.length - 1 && side === 'key';
      if (isNode(pair.key)) offset = start(pair.key);
      node = pair.value;
      if (!wantsKey && isNode(node)) offset = start(node);
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      if (isNode(node)) offset = start(node);
    } else break;
  }
  return offset;
}

const start = (node: Node): number => node.range?.[0] ?? 0;

/** The keys that a schema allows at a path. */
function keysAt(schema: Schema, path: Path): string[] {
  let here: unknown = schema;
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
  if (inside.type === 'union') return unwrap(inside.options?.find((option) => (option as Inside).entries) ?? {});
  return inside;
}

/** `("a" | "b")`, as valibot writes what it expected, back into words. */
const optionsOf = (expected: string | null): string[] =>
  [...(expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
