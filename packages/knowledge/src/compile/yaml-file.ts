import * as v from 'valibot';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Mistake } from './mistake.ts';
import { tell } from './told.ts';
import type { Path } from './told.ts';

/** A YAML file that its schema accepts, with the place of each value. */
export interface YamlFile<T> {
  readonly path: string;
  readonly value: T;
  /** A mistake at a value, or at its key. */
  readonly mistake: (path: Path, message: string, at?: 'key' | 'value') => Mistake;
}

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
  return tell(result.issues, schema).map((told) => mistake(told.path, told.message, told.at));
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
