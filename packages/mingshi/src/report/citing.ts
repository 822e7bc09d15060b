import { findArticle, findLaw } from '@mingshi/knowledge';
import type { Article, ArticleNumber, Knowledge, Law, LawVersion, Text } from '@mingshi/knowledge';
import type { Citation } from './report.ts';

/** The citation of an article id: words, law, and the number in each version with its dates. */
export function citationOf(knowledge: Knowledge, id: string): Citation | undefined {
  const article = findArticle(knowledge, id);
  const law = article && findLaw(knowledge, article.law);
  if (!article || !law) return undefined;
  const numbers = article.numbers.flatMap((number) => {
    const version = law.versions.find((each) => each.id === number.version);
    return version ? [{ ...datesOf(version), ...number }] : [];
  });
  return {
    id,
    law: { id: law.id, title: law.title, short: law.short, kind: law.kind },
    article: articleName(article, law),
    numbers,
    words: article.words,
    verbatim: article.verbatim,
    summary: article.summary,
    certainty: article.certainty,
  };
}

function datesOf(version: LawVersion): Pick<Citation['numbers'][number], 'label' | 'from' | 'to'> {
  return { label: version.label, from: version.from, ...(version.to !== undefined && { to: version.to }) };
}

/** 第四十三条第一款（2026 年前为第四十一条第一款）: today's number, and the one that older cases name. */
export function articleName(article: Article, law: Law): Text {
  const [now, before] = article.numbers;
  if (!now) return { zh: article.id, en: article.id };
  const current = { zh: now.name.zh, en: now.name.en };
  const since = law.versions.find(({ id }) => id === now.version)?.from;
  const ended = endOf(law, now);
  if (ended !== undefined) {
    return { zh: `${current.zh}（${ended} 前有效）`, en: `${current.en} (in force until ${ended})` };
  }
  if (!before || !since || before.name.zh === now.name.zh) return current;
  const date = dateName(since);
  return {
    zh: `${current.zh}（${date.zh}前为${before.name.zh}）`,
    en: `${current.en} (before ${date.en}: ${before.name.en})`,
  };
}

/** The last day of an article that no version in force has any more. */
function endOf(law: Law, number: ArticleNumber): string | undefined {
  return law.versions.find(({ id }) => id === number.version)?.to;
}

/** 2026 年 / 2026 for the first of January, the whole date otherwise. */
function dateName(date: string): Text {
  const [year, rest] = [date.slice(0, 4), date.slice(4)];
  return rest === '-01-01' ? { zh: `${year} 年`, en: year } : { zh: `${date} `, en: date };
}

/** 《网络安全法》 for a law or regulation, the plain name for the rest, as lawyers write them. */
export function lawName(law: Pick<Law, 'kind' | 'short'>): Text {
  const titled = (law.kind === 'law' || law.kind === 'regulation') && !law.short.zh.includes('《');
  return { zh: titled ? `《${law.short.zh}》` : law.short.zh, en: law.short.en };
}

/** The basis of a finding in one line: the articles of each law together, older numbers once in brackets. */
export function basisLine(citations: readonly Citation[]): Text {
  const parts = basisParts(citations);
  return { zh: parts.map(({ full }) => full.zh).join(' · '), en: parts.map(({ full }) => full.en).join(' · ') };
}

/** What a finding cites of one law. */
interface BasisPart {
  readonly law: Text;
  /** Its articles as they are numbered now. */
  readonly brief: Text;
  /** Its articles, older numbers in brackets. */
  readonly full: Text;
}

/** The parts of a basis, law by law in the order of the citations. */
export function basisParts(citations: readonly Citation[]): readonly BasisPart[] {
  const byLaw = new Map<string, Citation[]>();
  for (const citation of citations) {
    const known = byLaw.get(citation.law.id);
    if (known) known.push(citation);
    else byLaw.set(citation.law.id, [citation]);
  }
  return [...byLaw.values()].map(articlesOfLaw);
}

function articlesOfLaw(citations: readonly Citation[]): BasisPart {
  const law = lawName((citations[0] as Citation).law);
  const now = citations.map(({ article, numbers }) => numbers[0]?.name ?? article);
  const brief = { zh: law.zh + now.map(({ zh }) => zh).join('、'), en: `${law.en} ${arts(now.map(({ en }) => en))}` };
  const renumbered = citations.filter(({ article, numbers }) => numbers[1] && article.zh !== numbers[0]?.name.zh);
  const since = renumbered[0]?.numbers[0]?.from;
  if (since && renumbered.length === citations.length) {
    // One bracket for all says the same in half the space, when every article was renumbered.
    const date = dateName(since);
    const old = renumbered.flatMap(({ numbers }) => numbers[1]?.name ?? []);
    return {
      law,
      brief,
      full: {
        zh: `${brief.zh}（${date.zh}前为${old.map(({ zh }) => zh).join('、')}）`,
        en: `${brief.en} (${arts(old.map(({ en }) => en))} before ${date.en})`,
      },
    };
  }
  const full = {
    zh: law.zh + citations.map(({ article }) => article.zh).join('、'),
    en: `${law.en} ${arts(citations.map(({ article }) => article.en))}`,
  };
  return { law, brief, full };
}

/** Article 43(1), Article 24(3) → art. 43(1), 24(3). */
function arts(names: readonly string[]): string {
  return names.every((name) => name.startsWith('Article '))
    ? `art. ${names.map((name) => name.slice('Article '.length)).join(', ')}`
    : names.map(shortEnglish).join(', ');
}

const shortEnglish = (name: string): string => name.replaceAll('Article ', 'art. ');
