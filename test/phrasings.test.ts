import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readApp } from '@mingshi/app';
import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { rules } from '@mingshi/rules';
import { describe, expect, it } from 'vitest';

/** Ways of telling of a permission, and sentences that only look like it: each alone in a policy, held to the rule. */
const table = (language: 'zh' | 'en'): string =>
  readFileSync(fileURLToPath(new URL(`phrasings/${language}.txt`, import.meta.url)), 'utf8');

const AROUND = {
  zh: (title: string, text: string) => ['小橘生活隐私政策', '一、引言', '请您仔细阅读。', `二、${title || '说明'}`, text, '三、其他', '感谢您的信任。'],
  en: (title: string, text: string) => ['Privacy Policy of Orchard', '1. About', 'Please read this.', `2. ${title || 'Notes'}`, text, '3. Further', 'Thank you.'],
};

const knowledge = loadKnowledge();
const rule = rules.find(({ id }) => id === 'undisclosed-permission');

async function isTold(language: 'zh' | 'en', permission: string, line: string): Promise<boolean> {
  const [title, text] = line.includes(' || ') ? line.split(' || ') : ['', line];
  const policy = AROUND[language](title ?? '', (text ?? '').replaceAll('⏎', '\n')).join('\n\n');
  const manifest =
    '<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.orchard">' +
    `<uses-permission android:name="android.permission.${permission}"/></manifest>`;
  const files = memoryFiles({ 'privacy.txt': policy, 'app/src/main/AndroidManifest.xml': manifest });
  const app = await readApp(files, {}, knowledge);
  const reading = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  const comparison = { app, practices: [], sdks: [], policy: reading, knowledge };
  expect(app.apps[0]?.permissions).toHaveLength(1);
  return [...(rule?.check(comparison) ?? [])].length === 0;
}

describe.each(['zh', 'en'] as const)('phrasings in %s', (language) => {
  const groups = table(language).split('\n## ').slice(1);
  it.each(groups.map((group) => group.trim().split('\n')))('%s', async (permission, ...lines) => {
    const wrong: string[] = [];
    for (const line of lines) {
      const isRight = (await isTold(language, permission, line.slice(2))) === line.startsWith('+');
      if (!isRight) wrong.push(line);
    }
    expect(lines.length).toBeGreaterThan(7);
    expect(wrong).toEqual([]);
  });
});
