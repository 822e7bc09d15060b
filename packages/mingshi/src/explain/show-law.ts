import { findLaw } from '@mingshi/knowledge';
import type { Article, Law } from '@mingshi/knowledge';
import { articleName, lawName } from '../report/citing.ts';
import { certainty, field, indented, sources, summaryBullet } from './lines.ts';
import type { Shelf } from './lines.ts';
import type { Articles } from './numbers.ts';

const comma = { zh: '，', en: ', ' } as const;

/** The articles that a reference means, in full, and their parts. */
export function articlesLines({ exact, parts }: Articles, shelf: Shelf): readonly string[] {
  // Where the whole article has its text, its paragraphs are only named.
  const full = exact.length > 0 ? exact : parts.slice(0, 6);
  const named = exact.length > 0 ? parts : parts.slice(6);
  const laws = [...new Set(full.map(({ law }) => law))].flatMap((id) => findLaw(shelf.knowledge, id) ?? []);
  return [
    ...full.flatMap((article) => [...articleLines(article, shelf), '']),
    ...named.flatMap((article) => summaryBullet(article, shelf)),
    ...laws.flatMap((law) => sources(law.sources, shelf)),
  ];
}

function articleLines(article: Article, shelf: Shelf): readonly string[] {
  const { knowledge, language, paint } = shelf;
  const law = findLaw(knowledge, article.law) as Law;
  const title = `${lawName(law)[language]}${language === 'zh' ? '' : ' '}${articleName(article, law)[language]}`;
  const versions = article.numbers.flatMap((number, index) => {
    const version = law.versions.find(({ id }) => id === number.version);
    if (!version) return [];
    const dates =
      version.to === undefined
        ? { zh: `${version.from} 起施行`, en: `in force since ${version.from}` }
        : { zh: `${version.from} 至 ${version.to}`, en: `${version.from} to ${version.to}` };
    const words = number.words ?? (index === 0 ? article.words : undefined);
    const same =
      article.numbers.length > 1 && words === undefined
        ? { zh: '（文字与今日相同）', en: ' (the words are the same)' }[language]
        : '';
    return [
      `  ${paint.label(number.name[language])}  ${version.label[language]}${comma[language]}${dates[language]}${same}`,
      ...(words === undefined ? [] : words.split('\n').flatMap((line) => indented(line, 4, shelf))),
    ];
  });
  // A rule or a case that names a paragraph speaks of the article too.
  const speaksOf = (ids: readonly string[]): boolean =>
    ids.some((id) => id.startsWith(article.id) && /^(?:$|[.(])/.test(id.slice(article.id.length)));
  const cited = shelf.rules.filter(({ articles }) => speaksOf(articles)).map(({ id }) => id);
  const cases = knowledge.cases.filter((each) => speaksOf(each.cited)).map(({ id }) => id);
  return [
    `${paint.bold(title)}  ${paint.dim(article.id)}`,
    ...versions,
    ...(article.verbatim
      ? []
      : indented({ zh: '（以上是大意，不是原文）', en: '(the gist, not the exact words)' }[language], 2, shelf)),
    ...field({ zh: '大意', en: 'in short' }, article.summary[language], shelf),
    ...field({ zh: '备注', en: 'note' }, article.note?.[language] ?? '', shelf),
    ...certainty(article.certainty, shelf),
    ...field({ zh: '规则', en: 'rules' }, cited.join(', '), shelf),
    ...field({ zh: '案例', en: 'cases' }, cases.join(', '), shelf),
  ];
}

/** A law and what is known of it. */
export function lawLines(law: Law, shelf: Shelf): readonly string[] {
  const { language, paint } = shelf;
  const versions = law.versions.map(
    ({ label, from, to }) => `${label[language]}: ${from}${to === undefined ? '' : ` – ${to}`}`,
  );
  return [
    `${paint.bold(law.title[language])}  ${paint.dim(law.id)}`,
    ...field({ zh: '文号', en: 'number' }, law.documentNumber ?? '', shelf),
    ...field({ zh: '版本', en: 'versions' }, versions.join('; '), shelf),
    ...field({ zh: '备注', en: 'note' }, law.note?.[language] ?? '', shelf),
    ...law.articles.flatMap((article) => summaryBullet(article, shelf)),
    ...sources(law.sources, shelf),
  ];
}
