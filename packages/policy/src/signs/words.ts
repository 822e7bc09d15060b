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
