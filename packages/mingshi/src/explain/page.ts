import { readFileSync } from 'node:fs';
import type { Language } from '@mingshi/knowledge';

type Pages = Readonly<Record<string, string>>;

/** The pages of the rules, packed by the build beside the code. */
export function loadPages(): Pages {
  return JSON.parse(readFileSync(new URL('../dist/pages.json', import.meta.url), 'utf8')) as Pages;
}

/** The page of a rule as its reader needs it: the text in one language, then the examples in that language. */
export function pageIn(page: string, language: Language): string {
  const chapters = partsOf(page, '## ');
  const heading = { zh: /^## 中文\s*\n/, en: /^## English\s*\n/ }[language];
  const chapter =
    chapters
      .find((each) => heading.test(each))
      ?.replace(heading, '')
      .trim() ?? '';
  const examples = partsOf(chapters.find((each) => each.startsWith('## Examples')) ?? '', '### ').slice(1);
  const own = examples.filter((each) => /^### [^\n]*[\u4e00-\u9fff]/.test(each) === (language === 'zh'));
  return [chapter, ...own.map((each) => each.trim())].filter((each) => each !== '').join('\n\n');
}

/** A page cut before each title of a level; the policies in its examples have titles too, which do not count. */
function partsOf(page: string, title: string): readonly string[] {
  const parts: string[][] = [[]];
  let isCode = false;
  for (const line of page.split('\n')) {
    if (line.startsWith('```')) isCode = !isCode;
    if (!isCode && line.startsWith(title)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\n'));
}
