import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import type { PolicyReading } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { describe, expect, it } from 'vitest';

/** Ways of telling which data, what for and to whom, and sentences that only look like it: each alone in a policy. */
const table = (language: 'zh' | 'en'): string =>
  readFileSync(fileURLToPath(new URL(`phrasings/data-${language}.txt`, import.meta.url)), 'utf8');

const AROUND = {
  zh: (title: string, text: string) => ['小橘生活隐私政策', '一、引言', '请您仔细阅读。', `二、${title || '说明'}`, text, '三、其他', '感谢您的信任。'],
  en: (title: string, text: string) => ['Privacy Policy of Orchard', '1. About', 'Please read this.', `2. ${title || 'Notes'}`, text, '3. Further', 'Thank you.'],
};

const knowledge = loadKnowledge();

async function readingOf(language: 'zh' | 'en', line: string): Promise<PolicyReading> {
  const [title, text] = line.includes('||') && !line.startsWith('|') ? line.split(/\s*\|\|\s*/) : ['', line];
  const lines = (text ?? '').replaceAll(/\s*⏎/g, '\n');
  const isTable = lines.includes('|---');
  const parts = AROUND[language](title ?? '', lines);
  const policy = parts.map((part, i) => (isTable && i % 2 === 1 ? `## ${part}` : part)).join('\n\n');
  const name = isTable ? 'privacy.md' : 'privacy.txt';
  return readPolicy(memoryFiles({ [name]: policy }), { named: [name] }, knowledge);
}

function isTold({ statements }: PolicyReading, types: readonly string[]): boolean {
  return statements.some(
    ({ negated, action, dataTypes }) =>
      !negated && action !== 'other' && action !== 'delete' && dataTypes.some(({ id, pointing }) => !pointing && types.includes(id)),
  );
}

const bare = (text: string): string => text.replaceAll(/[\s，。,.;；:：“”、]+/g, '').toLowerCase();

describe.each(['zh', 'en'] as const)('phrasings of data in %s', (language) => {
  const groups = table(language).split('\n## ').slice(1).map((group) => group.trim().split('\n'));
  it.each(groups)('%s', async (title, ...lines) => {
    const wrong: string[] = [];
    for (const line of lines) {
      const [text = '', wanted] = line.slice(2).split(' ⇒ ');
      const reading = await readingOf(language, text);
      if (wanted === undefined) {
        if (isTold(reading, title.split('|')) !== line.startsWith('+')) wrong.push(line);
        continue;
      }
      const told = reading.statements.filter(({ negated }) => !negated);
      const named = reading.sdks.filter(({ listed }) => title === 'receivers' && listed).map((one) => bare(one.text));
      const found = told
        .flatMap(({ purposes, thirdParties }) => (title === 'purposes' ? purposes : thirdParties).map((one) => bare(one.text)))
        .concat(named);
      if (wanted.split(' | ').some((one) => !found.some((words) => words.includes(bare(one)) || bare(one).includes(words)))) wrong.push(line);
    }
    expect(lines.length).toBeGreaterThan(1);
    expect(wrong).toEqual([]);
  });
});
