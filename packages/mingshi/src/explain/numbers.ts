import { numberOf } from '@mingshi/knowledge';
import type { Article, Knowledge, Law } from '@mingshi/knowledge';

/** The numbers in a reference, in order: 第四十三条第一款 → 43, 1; 17.1(2) → 17, 1, 2; 3.2-a → 3, 2, a. */
export function numbersIn(text: string): readonly string[] {
  const digits = text.replaceAll(
    /[〇零一二三四五六七八九十百千]{1,12}/g,
    (found) => ` ${numberOf(found) ?? found} `,
  );
  return digits.toLowerCase().match(/\d+|(?<![a-z])[a-z](?![a-z])/g) ?? [];
}

/** Law and article that a reference names: csl#41.1, 网络安全法第四十一条, CSL 41, 认定方法二（一）, 个保法17条. */
interface Reference {
  readonly laws: readonly Law[];
  readonly numbers: readonly string[];
}

/** Understands a reference to a law; undefined when it names none. */
export function referenceIn(text: string, knowledge: Knowledge): Reference | undefined {
  const query = text.trim().slice(0, 200);
  const hash = query.indexOf('#');
  if (hash > 0) return named(query.slice(0, hash), query.slice(hash + 1), knowledge);
  // The longest beginning that names a law: 网络安全法第四十一条, TC260-PG-20204A 3.2.
  for (let end = query.length; end >= 2; end -= 1) {
    const found = named(query.slice(0, end), query.slice(end), knowledge);
    // Not between two digits of one number.
    if (found && !/\d\d/.test(query.slice(end - 1, end + 1))) return found;
  }
  return undefined;
}

function named(name: string, rest: string, knowledge: Knowledge): Reference | undefined {
  const wanted = plain(name);
  const laws = wanted.length < 2 ? [] : lawsNamed(wanted, knowledge);
  return laws.length > 0 ? { laws, numbers: numbersIn(rest) } : undefined;
}

const plain = (text: string): string =>
  text.toLowerCase().replaceAll(/[\s《》〈〉“”"'第]|中华人民共和国|of the prc/g, '');

const namesOf = ({ id, short, title, documentNumber = '' }: Law): readonly string[] =>
  [id, short.zh, short.en, title.zh, title.en, documentNumber].map(plain);

function lawsNamed(wanted: string, knowledge: Knowledge): readonly Law[] {
  const exact = knowledge.laws.filter((law) => namesOf(law).includes(wanted));
  if (exact.length > 0) return exact;
  const chinese = /^[\u4e00-\u9fff]{2,}$/.test(wanted);
  const within = knowledge.laws.filter((law) => chinese && namesOf(law).some((name) => name.endsWith(wanted)));
  if (within.length > 0) return within;
  // 网安法, 个保法: some characters of the name in order, with its beginning and end.
  return wanted.length < 3
    ? []
    : knowledge.laws.filter((law) => chinese && namesOf(law).some((name) => isAbbreviation(wanted, name)));
}

function isAbbreviation(short: string, name: string): boolean {
  if (short[0] !== name[0] || short.at(-1) !== name.at(-1)) return false;
  let at = 0;
  for (const character of name) if (character === short[at]) at += 1;
  return at === short.length;
}

/** The articles of a reference: those with just these numbers in any version, and their parts. */
export interface Articles {
  readonly exact: readonly Article[];
  readonly parts: readonly Article[];
}

/** Finds the articles that a reference means; for a paragraph that has no entry of its own, the article around it. */
export function articlesOf({ laws, numbers }: Reference): Articles {
  const all = laws.flatMap(({ articles }) => articles);
  const where = (test: (key: readonly string[]) => boolean): readonly Article[] =>
    all.filter((article) => keysOf(article).some(test));
  const exact = where((key) => key.length === numbers.length && beginsWith(key, numbers));
  const parts = where((key) => key.length > numbers.length && beginsWith(key, numbers)).filter(
    (article) => !exact.includes(article),
  );
  if (exact.length + parts.length > 0) return { exact, parts };
  const around = where((key) => beginsWith(numbers, key));
  if (around.length > 0) return { exact: around, parts: [] };
  // 第二十二条第（一）项 leaves out the one paragraph that there is: the first and the last number decide.
  const loose = where((key) => key[0] === numbers[0] && key.at(-1) === numbers.at(-1) && numbers.length > 1);
  return { exact: loose, parts: [] };
}

const keysOf = (article: Article): readonly (readonly string[])[] => [
  numbersIn(article.id.slice(article.id.indexOf('#') + 1)),
  ...article.numbers.map(({ number }) => numbersIn(number)),
];

const beginsWith = (long: readonly string[], short: readonly string[]): boolean =>
  short.length > 0 && short.every((part, index) => long[index] === part);
