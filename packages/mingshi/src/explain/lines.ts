import { findArticle, findDataType, findLaw } from '@mingshi/knowledge';
import type { Article, Knowledge, Language, Law, Source, Text } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { articleName, lawName } from '../report/citing.ts';
import type { Paint } from '../formats/paint.ts';
import { fold, widthOf } from '../text/width.ts';

/** What an explanation is made with. */
export interface Shelf {
  readonly knowledge: Knowledge;
  readonly rules: readonly Rule[];
  readonly page: (rule: string) => string;
  readonly language: Language;
  readonly width: number;
  readonly paint: Paint;
}

/** The name of a data type. */
export const dataName = (id: string, { knowledge, language }: Shelf): string =>
  findDataType(knowledge, id)?.name[language] ?? id;

/** The articles of a rule or a case, each with what it says in short. */
export function basis(ids: readonly string[], shelf: Shelf): readonly string[] {
  const articles = ids.flatMap((id) => findArticle(shelf.knowledge, id) ?? []);
  if (articles.length === 0) return [];
  return [heading({ zh: '依据', en: 'basis' }, shelf), ...articles.flatMap((article) => summaryBullet(article, shelf))];
}

/** An article in one point of a list. */
export function summaryBullet(article: Article, shelf: Shelf): readonly string[] {
  const law = findLaw(shelf.knowledge, article.law) as Law;
  const { language } = shelf;
  const name = `${lawName(law)[language]}${language === 'zh' ? '' : ' '}${articleName(article, law)[language]}`;
  return bullet(`${name}${colon[language]}${article.summary[language]} (${article.id})`, shelf);
}

/** Where it was read. */
export function sources(list: readonly Source[], shelf: Shelf): readonly string[] {
  const read = { zh: '查阅', en: 'read' }[shelf.language];
  return list.flatMap(({ title, url, checked }, index) =>
    field(
      index === 0 ? { zh: '来源', en: 'source' } : { zh: '', en: '' },
      `${titleIn(title, shelf.language)}${url === undefined ? '' : ` ${url}`} (${read} ${checked})`,
      shelf,
    ),
  );
}

/** A source's title in one language, where it is written as 公报 / bulletin. */
function titleIn(title: string, language: Language): string {
  const both = /^(.*[\u4e00-\u9fff].*) \/ ([ -~]+)$/.exec(title);
  return both ? (both[language === 'zh' ? 1 : 2] as string) : title;
}

/** How far it can be relied on, where that is not far. */
export function certainty(level: string, shelf: Shelf): readonly string[] {
  if (level === 'high') return [];
  return field(
    { zh: '可靠程度', en: 'certainty' },
    { zh: level === 'low' ? '低' : '中', en: level }[shelf.language],
    shelf,
  );
}

/** Between a name and its words. */
export const colon = { zh: '：', en: ': ' } as const;

/** A label on a line of its own. */
export const heading = (label: Text, { language, paint }: Shelf): string => `  ${paint.label(label[language])}`;

/** A point of a list, folded. */
export const bullet = (text: string, shelf: Shelf): readonly string[] =>
  fold(text, shelf.width - 4).map((line, index) => (index === 0 ? '  - ' : '    ') + line);

/** Words away from the margin, folded. */
export const indented = (text: string, indent: number, { width }: Shelf): readonly string[] =>
  fold(text, width - indent).map((line) => ' '.repeat(indent) + line);

/** A label and its text; nothing when there is no text. */
export function field(label: Text, text: string, { language, width, paint }: Shelf): readonly string[] {
  if (text === '') return [];
  const name = label[language];
  const room = Math.max(language === 'zh' ? 12 : 14, widthOf(name) + 2);
  return fold(text, width - room - 2).map(
    (line, index) =>
      (index === 0 ? `  ${paint.label(name)}${' '.repeat(room - widthOf(name))}` : ' '.repeat(room + 2)) + line,
  );
}
