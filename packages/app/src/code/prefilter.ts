import { decodeText } from '@mingshi/model';

/** Which of the terms occur in a file, as whole identifiers (`getImei` is not in `getImeiSafely`); each once, in no order. */
type Prefilter = (body: Uint8Array | string) => readonly string[];

/** A term, found by one of the identifiers in it. */
interface Anchored {
  readonly index: number;
  readonly bytes: Uint8Array;
  /** Where the identifier stands in it, and how long it is. */
  readonly at: number;
  readonly length: number;
}

/**
 * Says quickly which terms (names of classes and methods, packages, permissions, addresses) occur in a file's bytes or a text.
 * One pass hashes every identifier and looks the hash up: an automaton would look something up for every byte.
 */
export function prefilter(terms: readonly string[]): Prefilter {
  const anchored = anchors(terms);
  const mask = (1 << Math.max(8, 35 - Math.clz32(anchored.length))) - 1;
  const table: (Anchored[] | undefined)[] = Array.from({ length: mask + 1 }, () => undefined);
  const filled = new Uint8Array(mask + 1);
  for (const each of anchored) {
    const slot = slotOf(each.bytes, each.at, each.at + each.length, mask);
    filled[slot] = 1;
    (table[slot] ??= []).push(each);
  }
  const seen = new Uint32Array(terms.length);
  let run = 0;
  return (body) => {
    const bytes = bytesOf(body);
    const found: string[] = [];
    run += 1;
    for (let i = 0; i < bytes.length; ) {
      if (IDENTIFIER[bytes[i] as number] === 0) {
        i += 1;
        continue;
      }
      const start = i;
      let hash = 0;
      do hash = Math.imul(hash ^ (bytes[i++] as number), PRIME);
      while (IDENTIFIER[bytes[i] as number] === 1);
      const slot = (hash ^ (hash >>> 15)) & mask;
      if (filled[slot] === 0) continue;
      for (const each of table[slot] ?? []) {
        if (each.length !== i - start || seen[each.index] === run || !occurs(bytes, start - each.at, each.bytes)) continue;
        seen[each.index] = run;
        found.push(terms[each.index] as string);
      }
    }
    return found;
  };
}

const PRIME = 0x01000193;

/** Letters, digits and the underscore. A dollar sign is none: `"$imei"` names `imei`. */
const IDENTIFIER = Uint8Array.from({ length: 256 }, (_, unit) => (/\w/.test(String.fromCharCode(unit)) ? 1 : 0));

const encoder = new TextEncoder();

/** UTF-8, in which most files are: other encodings are read first when their bytes would not show the names. */
function bytesOf(body: Uint8Array | string): Uint8Array {
  if (typeof body === 'string') return encoder.encode(body);
  const [first, second] = body;
  const wide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
  return wide ? encoder.encode(decodeText(body).text) : body;
}

/** Each term with the identifier that the fewest terms share: `umeng` and not `com`. */
function anchors(terms: readonly string[]): Anchored[] {
  const words = terms.map((term) => [...term.matchAll(/\w+/g)]);
  const shares = new Map<string, number>();
  for (const [word] of words.flat()) shares.set(word, (shares.get(word) ?? 0) + 1);
  const rank = (word: string) => (shares.get(word) ?? 0) - word.length / 1000;
  return words.flatMap((found, index) => {
    const [best] = found.toSorted((a, b) => rank(a[0]) - rank(b[0]));
    if (!best) return [];
    const term = terms[index] as string;
    return [{ index, bytes: encoder.encode(term), at: encoder.encode(term.slice(0, best.index)).length, length: best[0].length }];
  });
}

function slotOf(bytes: Uint8Array, start: number, end: number, mask: number): number {
  let hash = 0;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] as number), PRIME);
  return (hash ^ (hash >>> 15)) & mask;
}

/** Whether a term stands at a place, with no identifier going on before or behind it. */
function occurs(bytes: Uint8Array, start: number, term: Uint8Array): boolean {
  if (start < 0 || start + term.length > bytes.length) return false;
  for (let i = 0; i < term.length; i += 1) if (bytes[start + i] !== term[i]) return false;
  const [first, last] = [term[0] as number, term[term.length - 1] as number];
  const before = IDENTIFIER[bytes[start - 1] as number] === 1 && IDENTIFIER[first] === 1;
  const behind = IDENTIFIER[bytes[start + term.length] as number] === 1 && IDENTIFIER[last] === 1;
  return !before && !behind;
}
