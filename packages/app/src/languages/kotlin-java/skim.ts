import { functionBodies, type FunctionBodies, type Wanted, type Word } from './function-bodies.ts';
import type { JvmLanguage } from './grammar.ts';
import type { Stretch } from './syntax.ts';

/** A file without the functions in which nothing wanted is named. */
export interface Skimmed {
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
  const { bodies, outside, heads, tails } = found;
  const named = namesElsewhere(text, found);
  const within: Stretch[] = [];
  let [from, next] = [0, 0];
  for (const body of bodies) {
    const { declared, start, end } = body;
    if (body.isWanted) continue;
    const isWhole = declared !== undefined && declared >= from && !named.has(body.name.word);
    if (!isWhole && end - start < LEAST) continue;
    within.push({ start: from, end: isWhole ? declared : start });
    from = isWhole ? end + 1 : end;
    for (let each = outside[next]; each && each.start < start; each = outside[++next]) {
      if (isWhole && each.start >= declared) (each.isTail ? tails : heads).add(each.word);
    }
  }
  if (within.length === 0) return undefined;
  within.push({ start: from, end: text.length });
  return { within: within.filter(({ start, end }) => start < end), heads, tails };
}

/** The names in the file other than those by which functions without anything wanted are declared. */
function namesElsewhere(text: string, { bodies, outside }: FunctionBodies): ReadonlySet<string> {
  const own = new Set<Word>();
  const names = new Set<string>();
  for (const { isWanted, name, start, end } of bodies) {
    if (!isWanted) own.add(name);
    else for (const word of text.slice(start, end).match(WORD) ?? []) names.add(word);
  }
  for (const each of outside) if (!own.has(each)) names.add(each.word);
  return names;
}

const WORD = /[\w$\u0080-\uffff]+/g;
