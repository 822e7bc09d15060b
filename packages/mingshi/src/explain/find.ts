import type {
  AppCategory,
  Article,
  Case,
  DataType,
  ElementEntry,
  Knowledge,
  Law,
  Permission,
} from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { nearest } from '../nearest.ts';
import { articlesOf, referenceIn } from './numbers.ts';
import type { Articles } from './numbers.ts';

/** What a topic turned out to be. */
export type Topic =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'articles'; readonly articles: Articles }
  | { readonly kind: 'law'; readonly law: Law }
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'case'; readonly case: Case }
  | { readonly kind: 'data-type'; readonly dataType: DataType }
  | { readonly kind: 'category'; readonly category: AppCategory }
  | { readonly kind: 'element'; readonly element: ElementEntry };

/** Finds what a topic means; ids first, then law and article as people write them. */
export function findTopic(wanted: string, rules: readonly Rule[], knowledge: Knowledge): Topic | undefined {
  const topic = wanted.trim();
  const lower = topic.toLowerCase();
  const rule = rules.find(({ id }) => id === lower);
  if (rule) return { kind: 'rule', rule };
  const found = knowledge.cases.find(({ id }) => id === lower);
  if (found) return { kind: 'case', case: found };
  const permission = permissionNamed(topic, knowledge);
  if (permission) return { kind: 'permission', permission };
  const reference = referenceIn(topic, knowledge);
  if (reference) {
    const articles = articlesOf(reference);
    if (articles.exact.length + articles.parts.length > 0) return { kind: 'articles', articles };
    const [law] = reference.laws;
    if (law && reference.numbers.length === 0) return { kind: 'law', law };
  }
  return otherTopic(topic, knowledge);
}

function permissionNamed(topic: string, knowledge: Knowledge): Permission | undefined {
  const upper = topic.toUpperCase();
  return (
    knowledge.permissions.find(({ name }) => name.toUpperCase() === upper) ??
    knowledge.permissions.find(({ name }) => shortName(name).toUpperCase() === upper) ??
    harmonyPermissionNamed(upper, knowledge)
  );
}

/** One of HarmonyOS under its own name. */
function harmonyPermissionNamed(upper: string, { harmonyPermissions }: Knowledge): Permission | undefined {
  const known = Object.entries(harmonyPermissions);
  const [name, found] = known.find(([key]) => [key, shortName(key)].some((each) => each.toUpperCase() === upper)) ?? [];
  return name !== undefined && found ? { ...found, name } : undefined;
}

/** SEND_SMS of android.permission.SEND_SMS. */
export const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function otherTopic(topic: string, knowledge: Knowledge): Topic | undefined {
  const is = (id: string, name: { readonly zh: string; readonly en: string }): boolean =>
    [id, name.zh, name.en].some((each) => each.toLowerCase() === topic.toLowerCase());
  const category = knowledge.categories.find(({ id, name }) => is(id, name) || name.zh.replace(/类$/, '') === topic);
  if (category) return { kind: 'category', category };
  const dataType = knowledge.dataTypes.find(({ id, name }) => is(id, name));
  if (dataType) return { kind: 'data-type', dataType };
  const element = knowledge.elements.find(({ id, name }) => is(id, name));
  return element && { kind: 'element', element };
}

/** The known topic that was probably meant. */
export function nearestTopic(wanted: string, rules: readonly Rule[], knowledge: Knowledge): string | undefined {
  const reference = referenceIn(wanted, knowledge);
  const [law] = reference?.laws ?? [];
  if (law && reference) return nearestArticle(law, reference.numbers);
  const known = [
    ...rules.map(({ id }) => id),
    ...[...knowledge.permissions.map(({ name }) => name), ...Object.keys(knowledge.harmonyPermissions)].map(shortName),
    ...knowledge.cases.map(({ id }) => id),
    ...knowledge.laws.flatMap(({ id, short, articles }) => [id, short.zh, ...articles.map((article) => article.id)]),
    ...knowledge.categories.map(({ name }) => name.zh),
    ...knowledge.dataTypes.flatMap(({ id, name }) => [id, name.zh]),
  ];
  return nearest(wanted, known);
}

/** The article whose number comes closest: not every article of a law concerns apps. */
function nearestArticle(law: Law, numbers: readonly string[]): string | undefined {
  const wanted = Number(numbers[0] ?? 0);
  const distance = (article: Article): number =>
    Math.min(
      ...article.numbers
        .map(({ number }) => Math.abs(Number.parseInt(number, 10) - wanted))
        .filter((gap) => !Number.isNaN(gap)),
    );
  return law.articles.toSorted((a, b) => distance(a) - distance(b))[0]?.id;
}
