import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import { ruleGroups } from '@mingshi/rules';
import type { Source } from './source.ts';

export { readPage } from './rule-readme.ts';
export { site } from './site.ts';

/** Guides in the order in which a reader would want them; others follow. */
const ORDER = ['release', 'draft', 'reader', 'pre-commit', 'action', 'configuration', 'api'];

/** Where the sources of the documentation are. */
interface Folders {
  readonly version: string;
  /** With a folder for each language. */
  readonly guides: string;
  /** With a folder for each rule. */
  readonly rules: string;
  readonly knowledge?: string;
}

/** Reads all that the documentation is made of, but what is said of examples. */
export function readSource({ version, guides, rules, knowledge }: Folders): Omit<Source, 'said'> {
  return {
    version,
    knowledge: loadKnowledge(knowledge),
    groups: ruleGroups,
    pages: Object.fromEntries(
      ruleGroups.flatMap((group) => group.rules).map(({ id }) => [id, readFileSync(join(rules, id, 'README.md'), 'utf8')]),
    ),
    guides: { zh: guidesIn('zh', guides), en: guidesIn('en', guides) },
  };
}

const place = (name: string): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

function guidesIn(language: Language, folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(folder, language)).map((name) => name.replace(/\.md$/, ''));
  return new Map(
    names
      .toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
      .map((name) => [name, readFileSync(join(folder, language, `${name}.md`), 'utf8')]),
  );
}
