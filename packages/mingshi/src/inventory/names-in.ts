import type { Knowledge } from '@mingshi/knowledge';
import { usualSpelling } from '@mingshi/policy';
import type { Unit } from './published.ts';

/** Words as they are compared: width, case, blanks and another spelling of a word say nothing. */
const folded = (words: string): string => usualSpelling(words.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim());

const isLatin = (character: string | undefined): boolean => character !== undefined && /[a-z0-9]/.test(character);

/** Whether a text holds a name as words of its own. */
function holds(text: string, name: string): readonly number[] {
  const found: number[] = [];
  if (name === '') return found;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const open = isLatin(name[0]) && isLatin(text[at - 1]);
    const close = isLatin(name.at(-1)) && isLatin(text[at + name.length]);
    if (!open && !close) found.push(at);
  }
  return found;
}

/** All words of some units, to be asked for a name. */
export function said(units: readonly Unit[]): { readonly has: (name: string) => boolean } {
  const text = units.map(({ words }) => folded(words)).join('\n');
  const unspaced = text.replaceAll(' ', '');
  return {
    has: (name) => {
      const wanted = folded(name);
      return (
        holds(text, wanted).length > 0 || (/\P{ASCII}/u.test(wanted) && unspaced.includes(wanted.replaceAll(' ', '')))
      );
    },
  };
}

/** Finds the SDKs that a text names by a name of their own; the longest name counts where several stand. */
export function nameFinder({ sdks }: Knowledge): (text: string) => readonly string[] {
  const names = sdks
    .flatMap(({ id, names: own, sharedNames }) => [
      ...own.map((name) => [folded(name), id] as const),
      // A shared name hides what is shorter within it, and tells of no SDK by itself.
      ...sharedNames.map((name) => [folded(name), ''] as const),
    ])
    .toSorted((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  return (text) => {
    const words = folded(text);
    const taken: { readonly from: number; readonly to: number }[] = [];
    const ids = new Set<string>();
    for (const [name, id] of names) {
      for (const from of holds(words, name)) {
        const to = from + name.length;
        if (taken.some((other) => from < other.to && to > other.from && to - from < other.to - other.from)) continue;
        taken.push({ from, to });
        if (id !== '') ids.add(id);
      }
    }
    return [...ids];
  };
}

/** The words for kinds of data, and the kind that words mean. */
export function dataFinder({ dataTypes, lexicons }: Knowledge): {
  readonly wordsOf: (type: string) => readonly string[];
  readonly typeOf: (words: string) => string | undefined;
} {
  const words = new Map<string, string[]>();
  for (const { id, name } of dataTypes) words.set(id, [name.zh, name.en, ...name.zh.split('/')]);
  for (const { type, words: more } of [...lexicons.zh.data, ...lexicons.en.data]) words.get(type)?.push(...more);
  const generic = new Set(dataTypes.filter((type) => type.generic || type.category).map(({ id }) => id));
  const types = new Map<string, string>();
  for (const [type, some] of words)
    if (!generic.has(type)) for (const each of some) if (!types.has(folded(each))) types.set(folded(each), type);
  return { wordsOf: (type) => words.get(type) ?? [], typeOf: (some) => types.get(folded(some)) };
}
