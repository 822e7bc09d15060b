/** JSON in the making, as bytes: a long answer takes half the time that JSON.stringify and then encoding take. */
export interface JsonBytes {
  /** Bytes that there is room for at first. */
  readonly room: number;
  bytes: Uint8Array;
  /** How many of them were added and not taken yet. */
  length: number;
  /** Names of fields as they are written. */
  readonly names: Map<string, Uint8Array>;
}

/** Data that there are too many of to be objects first: it puts its JSON behind what is there. */
export type WritesItself = (json: JsonBytes) => void;

/** UTF-8 and escapes take at most this many bytes for a unit of a string: `\u001f`. */
const WIDEST = 6;
/** Digits of the largest number that is written here: offsets, lines and columns are all smaller. */
const DIGITS = 10;

/** Signs of JSON's grammar. */
const SIGN = { quote: 0x22, comma: 0x2c, list: 0x5b, endOfList: 0x5d, fields: 0x7b, endOfFields: 0x7d } as const;

/** Starts with room for so many bytes, and takes more when that is not enough. */
export function jsonBytes(room: number): JsonBytes {
  return { room, bytes: new Uint8Array(room), length: 0, names: new Map() };
}

/** Hands out what was added; the next bytes go into a room of their own. */
export function take(json: JsonBytes): Uint8Array {
  const taken = json.bytes.subarray(0, json.length);
  json.bytes = new Uint8Array(json.room);
  json.length = 0;
  return taken;
}

/** Adds plain data as JSON.stringify writes it; `undefined` fields are left out, and a `WritesItself` does. */
export function add(json: JsonBytes, value: unknown): void {
  if (typeof value === 'string') addString(json, value);
  else if (typeof value === 'number') addNumber(json, value);
  else if (Array.isArray(value)) addList(json, value);
  else if (typeof value === 'object' && value !== null) addFields(json, value as Record<string, unknown>);
  else if (typeof value === 'function') (value as WritesItself)(json);
  else put(json, JSON.stringify(value));
}

/** Adds text that stands between values; ASCII. */
export function put(json: JsonBytes, text: string): void {
  need(json, text.length);
  const into = json.bytes;
  let end = json.length;
  for (let i = 0; i < text.length; i++) into[end++] = text.charCodeAt(i);
  json.length = end;
}

/** Adds a number as JSON.stringify writes it. */
export function addNumber(json: JsonBytes, value: number): void {
  const whole = value | 0;
  if (whole !== value || whole < 0) {
    put(json, JSON.stringify(value));
    return;
  }
  need(json, DIGITS);
  const into = json.bytes;
  let end = json.length + 1;
  for (let left = whole; left >= 10; left = (left / 10) | 0) end++;
  json.length = end;
  let left = whole;
  do {
    const rest = (left / 10) | 0;
    into[--end] = 0x30 + left - rest * 10;
    left = rest;
  } while (left > 0);
}

function need(json: JsonBytes, more: number): void {
  const { bytes, length } = json;
  if (length + more <= bytes.length) return;
  json.bytes = new Uint8Array(Math.max(length + more, bytes.length * 2));
  json.bytes.set(bytes.subarray(0, length));
}

function addString(json: JsonBytes, text: string): void {
  need(json, text.length * WIDEST + 2);
  const { bytes } = json;
  bytes[json.length] = SIGN.quote;
  const end = encode(text, bytes, json.length + 1);
  bytes[end] = SIGN.quote;
  json.length = end + 1;
}

function addSign(json: JsonBytes, sign: number): void {
  need(json, 1);
  json.bytes[json.length++] = sign;
}

function addName(json: JsonBytes, name: string): void {
  let written = json.names.get(name);
  if (!written) {
    written = new TextEncoder().encode(`${JSON.stringify(name)}:`);
    json.names.set(name, written);
  }
  need(json, written.length);
  const into = json.bytes;
  let end = json.length;
  for (let i = 0; i < written.length; i++) into[end++] = written[i] as number;
  json.length = end;
}

function addList(json: JsonBytes, list: readonly unknown[]): void {
  addSign(json, SIGN.list);
  for (let i = 0; i < list.length; i++) {
    if (i > 0) addSign(json, SIGN.comma);
    add(json, list[i] ?? null);
  }
  addSign(json, SIGN.endOfList);
}

function addFields(json: JsonBytes, fields: Readonly<Record<string, unknown>>): void {
  addSign(json, SIGN.fields);
  let isFirst = true;
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined) continue;
    if (!isFirst) addSign(json, SIGN.comma);
    isFirst = false;
    addName(json, name);
    add(json, value);
  }
  addSign(json, SIGN.endOfFields);
}

/** Writes a string's units as UTF-8 with JSON's escapes; answers where it ended. */
function encode(text: string, bytes: Uint8Array, from: number): number {
  let at = from;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (unit < 0x20 || unit === 0x22 || unit === 0x5c) at = escape(text.charAt(i), bytes, at);
      else bytes[at++] = unit;
    } else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else if (unit < 0xd800 || unit > 0xdfff) {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else {
      const point = text.codePointAt(i) as number;
      if (point <= 0xffff) {
        // Half of a pair: no character, and UTF-8 has no bytes for it.
        at = escape(text.charAt(i), bytes, at);
        continue;
      }
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
      bytes[at++] = 0x80 | (point & 0x3f);
      i++;
    }
  }
  return at;
}

function escape(unit: string, bytes: Uint8Array, from: number): number {
  const escaped = JSON.stringify(unit);
  for (let i = 1; i < escaped.length - 1; i++) bytes[from + i - 1] = escaped.charCodeAt(i);
  return from + escaped.length - 2;
}
