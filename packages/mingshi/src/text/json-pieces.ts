import { add, jsonBytes, put, take } from './json-bytes.ts';
import type { JsonBytes } from './json-bytes.ts';

/** Bytes handed out at once. */
const ENOUGH = 131_072;

/** A JSON object in pieces, each entry of its lists on a line of its own. Lists and getters may be made while it is written. */
export function* jsonPieces(fields: Readonly<Record<string, unknown>>): Iterable<Uint8Array> {
  // An entry is begun when there is not enough yet, so the room is for some entries more.
  const json = jsonBytes(ENOUGH * 1.25);
  let before = '{';
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined) continue;
    put(json, `${before}\n  `);
    add(json, name);
    put(json, ': ');
    if (isList(value)) yield* listPieces(value, json);
    else add(json, value);
    before = ',';
  }
  put(json, '\n}\n');
  yield take(json);
}

function* listPieces(list: Iterable<unknown>, json: JsonBytes): Iterable<Uint8Array> {
  let before = '[';
  for (const entry of list) {
    put(json, `${before}\n    `);
    add(json, entry);
    before = ',';
    if (json.length > ENOUGH) yield take(json);
  }
  put(json, before === '[' ? '[]' : '\n  ]');
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}
