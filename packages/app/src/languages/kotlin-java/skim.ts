import { functionBodies, type FunctionBodies, type Wanted } from './function-bodies.ts';
import type { JvmLanguage } from './grammar.ts';
import { headerAt, type Header } from './header.ts';
import { TAIL } from './scan-code.ts';
import type { Stretch } from './syntax.ts';
import { slotMarks } from './word-set.ts';

/** A file without the functions in which nothing wanted is named. */
export interface Skimmed {
  /** The package and imports where they are written plainly; they are left out too. */
  readonly header: Header | undefined;
  /** What is left to be parsed. */
  readonly within: readonly Stretch[];
  /** Names in what is left out, those behind a dot apart. */
  readonly heads: ReadonlySet<string>;
  readonly tails: ReadonlySet<string>;
}

/** Leaving out less of a body is not worth the trouble. */
const LEAST = 24;

/**
 * Leaves out the bodies in which nothing is wanted, and the whole of functions that nothing else in the file names. The rest
 * parses as before, every offset unchanged. `undefined` when nothing can be left out.
 */
export function skim(text: string, language: JvmLanguage, wanted: Wanted): Skimmed | undefined {
  // A name given to an import stands for another one.
  if (language === 'kotlin' && /^import[ \t][^\n]{1,300}[ \t]as[ \t]/m.test(text)) return undefined;
  const found = functionBodies(text, language, wanted);
  if (!found) return undefined;
  // Names of what is parsed all the same are found there as well.
  const { bodies, outside, heads, tails, tokens, mayBeImported } = found;
  const { data } = tokens;
  const named = namesElsewhere(text, found);
  const within: Stretch[] = [];
  const [first] = outside;
  const header = first === undefined ? undefined : headerAt(text, data[first + 1] as number, language);
  let [from, next, wasWhole] = [header?.end ?? 0, 0, false];
  for (const body of bodies) {
    const { declared, start, end } = body;
    if (body.isWanted) continue;
    const isWhole = declared !== undefined && declared >= from && !named.has(wordAt(text, found, body.name));
    if (!isWhole && end - start < LEAST) continue;
    // Between two functions that are left out stand empty lines; each stretch costs the parser a little.
    if (!(isWhole && wasWhole && text.slice(from, declared).trim() === '')) within.push({ start: from, end: isWhole ? declared : start });
    from = isWhole ? end + 1 : end;
    wasWhole = isWhole;
    for (; next < outside.length; next += 1) {
      const word = outside[next] as number;
      if ((data[word + 1] as number) >= start) break;
      if (!isWhole || (data[word + 1] as number) < declared || !mayBeImported(data[word + 3] as number)) continue;
      (data[word] === TAIL ? tails : heads).add(wordAt(text, found, word));
    }
  }
  if (within.length === 0) return undefined;
  within.push({ start: from, end: text.length });
  return { header, within: within.filter(({ start, end }) => start < end), heads, tails };
}

/** Their names. */
const declared = slotMarks();

/** The functions without anything wanted that are named elsewhere in the file than where they are declared. */
function namesElsewhere(text: string, found: FunctionBodies): ReadonlySet<string> {
  const { tokens: { data }, bodies, outside } = found;
  const own = new Set<number>();
  const names = new Set<string>();
  declared.clear();
  for (const { isWanted, name } of bodies) {
    if (isWanted) continue;
    own.add(name);
    names.add(wordAt(text, found, name));
    declared.add(data[name + 3] as number);
  }
  const named = new Set<string>();
  for (const { isWanted, start, end } of bodies) {
    if (isWanted) for (const word of text.slice(start, end).match(WORD) ?? []) if (names.has(word)) named.add(word);
  }
  for (const word of outside) {
    if (declared.has(data[word + 3] as number) && !own.has(word)) named.add(wordAt(text, found, word));
  }
  return named;
}

function wordAt(text: string, { tokens: { data } }: FunctionBodies, token: number): string {
  return text.slice(data[token + 1], data[token + 2]);
}

const WORD = /[\w$\u0080-\uffff]+/g;
