import { loadKnowledge } from '@mingshi/knowledge';
import type { Language } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { describe, expect, it } from 'vitest';
import { additionsDiff } from './diff.ts';
import { insert } from './insert.ts';
import type { Proposal } from './proposals.ts';

const knowledge = loadKnowledge();

const chapters = (all: readonly string[]): string => all.map((title) => `${title}\n\n一句话，说明这一章。\n\n`).join('');

/** Puts texts for these parts into a policy. */
async function put(source: string, parts: Readonly<Record<string, Proposal['part']>>, language: Language = 'zh') {
  const policy = await readPolicy(memoryFiles({ 'privacy.md': source }), { named: ['privacy.md'] }, knowledge);
  const proposals = Object.entries(parts).map(([text, part]): Proposal => ({ mends: [], language, part, text }));
  return insert(proposals, source, { document: 0, language, policy, knowledge }).text;
}

/** The line of the chapter that a policy of these chapters gets. */
async function chapterAfter(...all: readonly string[]): Promise<string | undefined> {
  const text = await put(`# 纸鹤隐私政策\n\n${chapters(all)}`, { 甲: 'minors' });
  return text.split('\n').findLast((line) => line.includes('未成年人'));
}

describe('a paragraph', () => {
  it('goes behind what stands in its section before the next heading, be that below it', async () => {
    const source = '# 纸鹤隐私政策\n\n## 您的权利\n\n您可以：\n\n- 查阅\n- 更正\n\n### 注销\n\n点“注销账号”。\n\n## 联系我们\n';
    expect(await put(source, { 甲: 'rights' })).toBe(source.replace('- 更正\n', '- 更正\n\n甲\n'));
  });

  it('goes below a title that is underlined, and above an anchor or a line that belongs to the next heading', async () => {
    const source =
      '纸鹤隐私政策\n======\n\n我们重视您的隐私。\n\n收集的信息\n------\n\n您注册时，我们收集您的邮箱。\n\n---\n\n<a id="two"></a>\n\n联系我们\n------\n\nkite@zhihe.cn\n';
    expect(await put(source, { 甲: 'title', 乙: 'collection' })).toBe(
      source.replace('======\n', '======\n\n甲\n').replace('您的邮箱。\n', '您的邮箱。\n\n乙\n'),
    );
  });

  it('keeps blanks at the ends of lines and of the file', async () => {
    const source = '# 纸鹤隐私政策\n\n## 收集的信息\n\n您注册时，我们收集您的邮箱。  \n\n\n## 联系我们\n\nkite@zhihe.cn  \n\n\n';
    const text = await put(source, { 甲: 'collection', 乙: 'minors' });
    expect(text).toBe(
      source
        .replace('邮箱。  \n', '邮箱。  \n\n甲\n')
        .replace('zhihe.cn  \n', 'zhihe.cn  \n\n## 未成年人的个人信息\n\n乙\n'),
    );
  });

  it('gets a chapter in the manner of the others', async () => {
    expect(await chapterAfter('## 第一章 收集的信息', '## 第二章 您的权利')).toBe('## 第三章 未成年人的个人信息');
    expect(await chapterAfter('### 1. 收集的信息', '### 2. 您的权利')).toBe('### 3. 未成年人的个人信息');
    expect(await chapterAfter('**（一）收集的信息**', '**（二）您的权利**')).toBe('**（三）未成年人的个人信息**');
    expect(await chapterAfter('## 收集的信息', '## 您的权利')).toBe('## 未成年人的个人信息');
  });

  it('takes time in proportion to the policy', async () => {
    const source = `# 纸鹤隐私政策\n\n${'## 收集的信息\n\n| 名称 | 目的 |\n| --- | --- |\n| 甲 | 乙 |\n\n'.repeat(2000)}`;
    const said = await put(source, Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`段落${index}`, 'minors' as const])));
    expect(said.match(/段落\d+/g)).toHaveLength(50);
  });
});

describe('a diff', () => {
  it('shows added lines with those around them', () => {
    expect(additionsDiff('a.md', '1\n2\n3\n4\n5\n6\n7\n8\n', '1\n2\n3\n4\nneu\n5\n6\n7\n8\n')).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+neu\n 5\n 6\n 7\n',
    );
  });

  it('shows that the end of the last line is added', () => {
    expect(additionsDiff('a.md', 'one', 'one\n\ntwo')).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,3 @@\n-one\n\\ No newline at end of file\n+one\n+\n+two\n\\ No newline at end of file\n',
    );
  });

  it('is empty for what stays the same', () => expect(additionsDiff('a.md', 'one\n', 'one\n')).toBe(''));
});
