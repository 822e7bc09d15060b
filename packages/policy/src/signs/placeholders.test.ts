import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function blanksIn(text: string): Promise<readonly string[]> {
  const files = memoryFiles({ 'p.md': `# 纸鸢隐私政策\n\n${text}\n` });
  const { signs } = await readPolicy(files, { named: ['p.md'] }, knowledge);
  return signs.flatMap((sign) => (sign.kind === 'placeholder' ? [`${sign.stands}: ${sign.quote.text}`] : []));
}

it.each([
  ['请联系我们：【邮箱】。', 'contact: 【邮箱】'],
  ['极光推送的规则见【其隐私政策的链接】。', 'text: 【其隐私政策的链接】'],
  ['更新日期：【日期】。', 'date: 【日期】'],
  ['由【公司全称】运营。', 'name: 【公司全称】'],
])('in %s a blank stands for what is to be filled in', async (text, blank) => {
  expect(await blanksIn(text)).toEqual([blank]);
});
