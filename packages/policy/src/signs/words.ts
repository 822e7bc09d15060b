import type { Knowledge, Language } from '@mingshi/knowledge';

/** A list of the lexicon as one alternation for a regular expression, longer words first. */
export function anyOf(knowledge: Knowledge, language: Language, list: string): string {
  const words = knowledge.lexicons[language].lists[list];
  if (!words) throw new Error(`the lexicon (${language}) has no list "${list}"`);
  return words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`))
    .join('|');
}

/** Builds something of a knowledge, a document or the like once. */
export function onceFor<T, K extends object = Knowledge>(build: (from: K) => T): (from: K) => T {
  const built = new WeakMap<K, { readonly value: T }>();
  return (from) => {
    const known = built.get(from) ?? { value: build(from) };
    built.set(from, known);
    return known.value;
  };
}
