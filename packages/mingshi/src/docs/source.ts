import type { Knowledge, Language, Text } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import type { RuleGroup } from '@mingshi/rules';
import { citationOf } from '../report/citing.ts';
import type { Citation } from '../report/report.ts';

/** All that the documentation is made of. */
export interface Source {
  readonly version: string;
  readonly knowledge: Knowledge;
  readonly groups: readonly RuleGroup[];
  /** README.md of each rule, by its id. */
  readonly pages: Readonly<Record<string, string>>;
  /** Guides by name, in the order in which they are listed. */
  readonly guides: Readonly<Record<Language, ReadonlyMap<string, string>>>;
  /** What is said of each example of a rule's page, by the title of the example. */
  readonly said: (rule: string, example: string) => readonly Said[] | undefined;
}

/** What a rule says of an example. */
export interface Said {
  /** path:line:column */
  readonly place: string;
  readonly message: Text;
}

/** The citations of a rule. */
export const citationsOf = ({ articles }: Rule, knowledge: Knowledge): readonly Citation[] =>
  articles.flatMap((id) => citationOf(knowledge, id) ?? []);

/** What a rule finds, in one sentence: the first of its page. */
export function summaryOf(page: string, language: Language): string {
  const label = { zh: '发现什么', en: 'What' }[language];
  const [, words = ''] = new RegExp(`^\\*\\*${label}\\*\\* (.+)$`, 'm').exec(page) ?? [];
  const end = language === 'zh' ? words.search(/[。；]/) : words.search(/[.;](?= |$)/);
  const [sentence, full] = [words.slice(0, end < 0 ? undefined : end), { zh: '。', en: '.' }[language]];
  return sentence === '' ? '' : `${sentence}${full}`;
}
