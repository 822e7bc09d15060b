import { onceFor } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import { partitionPoint } from '@mingshi/model';
import { byLanguage } from '../text/by-language.ts';
import type { ByLanguage } from '../text/by-language.ts';
import { plainOf } from '../text/plain.ts';
import { longest, matcherOf } from '../text/matcher.ts';
import type { Hit, Matcher } from '../text/matcher.ts';
import type { Compared } from './compared.ts';

/**
 * Everything that some documents mention in whatever way: ids of data types, names of permissions, names of companies.
 * What they plainly deny does not count, nor does the operator's own address.
 */
export function mentionsIn(policy: Compared, documents: ReadonlySet<number>): ReadonlySet<string> {
  const found = new Set<string>();
  const { zh, en } = matchersOf(policy.knowledge);
  for (const index of documents) {
    const denied = deniedIn(policy, index);
    for (const block of policy.documents[index]?.blocks ?? []) {
      const plain = termOf(block.text);
      const isContact = policy.sectionKinds[index]?.[block.section] === 'contact' || /@|\d{7}|https?:/.test(plain);
      const ignored = denied.get(block.at.start);
      const add = (value: string): void => {
        if (!(isContact && REACHED_BY.has(value)) && !ignored?.has(value)) found.add(value);
      };
      // Chinese policies hold English words, and English ones Chinese names.
      for (const { value } of zh(squeeze(plain))) add(value);
      for (const { start, value } of en(plain)) if (!isLetter(plain.charCodeAt(start - 1))) add(value);
    }
  }
  return found;
}

/** Data by which the operator is reached as well. */
const REACHED_BY: ReadonlySet<string> = new Set(['email-address', 'phone-number', 'postal-address']);

const DENIABLE: ReadonlySet<string> = new Set(['collect', 'use', 'request-permission']);

/** Data that blocks of a document, by where they start, say is not collected, and nothing else of it. */
function deniedIn({ documents, statements }: Compared, index: number): ReadonlyMap<number, ReadonlySet<string>> {
  const denied = new Map<number, Set<string>>();
  const told = new Map<number, Set<string>>();
  const starts = documents[index]?.blocks.map(({ at }) => at.start) ?? [];
  for (const { document, negated, condition, action, dataTypes } of statements) {
    if (document !== index) continue;
    const isDenial = negated && !condition && DENIABLE.has(action);
    for (const { id, at } of dataTypes) {
      const block = starts[partitionPoint(starts, (start) => start <= at.start) - 1] ?? 0;
      const kept = isDenial ? denied : told;
      kept.set(block, (kept.get(block) ?? new Set()).add(id));
    }
  }
  for (const [block, types] of told) for (const id of types) denied.get(block)?.delete(id);
  return denied;
}

/** The companies that a text names, each by the first of its names. */
export function companiesIn(text: string, knowledge: Knowledge): readonly Hit<string>[] {
  const isWord = (start: number, end: number): boolean =>
    !(isLetter(lower(text, start)) && isLetter(lower(text, start - 1))) &&
    !(isLetter(lower(text, end - 1)) && isLetter(lower(text, end)));
  return longest(companyFinderOf(knowledge)(text)).filter(({ start, end }) => isWord(start, end));
}

const companyFinderOf = onceFor((knowledge: Knowledge) => matcherOf(companiesOf(knowledge)));

/** The names of companies, each with the first one: an entry of the list holds the names of one in both languages. */
function companiesOf({ lexicons }: Knowledge): readonly (readonly [name: string, company: string])[] {
  return (lexicons.zh.lists['sign.drift.companies'] ?? []).flatMap((entry) => {
    const names = entry.split(' ').map((name) => name.replaceAll('_', ' '));
    return names.map((name) => [name, names[0] ?? name] as const);
  });
}

const matchersOf = onceFor((knowledge: Knowledge): ByLanguage<Matcher<string>> =>
  byLanguage((language) => {
    const shape = (word: string): string => (language === 'zh' ? squeeze(termOf(word)) : termOf(word));
    const words: [string, string][] = [];
    const add = (all: readonly string[], value: string): void => {
      for (const word of all) if (shape(word) !== '') words.push([shape(word), value]);
    };
    for (const { type, words: named } of knowledge.lexicons[language].data) add(named, type);
    for (const { name, words: called } of knowledge.permissions)
      add([...called[language], name.slice(name.lastIndexOf('.') + 1)], name);
    for (const [name, company] of companiesOf(knowledge)) add([name], company);
    return matcherOf(words);
  }),
);

function termOf(text: string): string {
  return plainOf(text)
    .toLowerCase()
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
}

function squeeze(text: string): string {
  return text.replaceAll(' ', '');
}

function isLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function lower(text: string, at: number): number {
  return text.charCodeAt(at) | 32;
}
