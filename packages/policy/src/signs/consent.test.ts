import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import type { PolicySign } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function signsIn(text: string): Promise<readonly PolicySign[]> {
  const files = memoryFiles({ 'p.md': `# 隐私政策\n\n${text}\n` });
  return (await readPolicy(files, { named: ['p.md'] }, knowledge)).signs;
}

it.each([
  ['使用纸鸢即表示您同意这种跨境传输和处理。', true],
  ['使用纸鸢即表示您同意本政策。', true],
  ['您使用或者在本政策更新后（我们会提示您）继续使用纸鸢，即表示您同意本政策。', true],
  ['本政策更新后您继续使用纸鸢，即表示您同意本政策。', false],
  ['使用纸鸢即表示您同意遵守社区规则。', false],
  ['使用纸鸢前，我们会请您同意这种跨境传输。', false],
])('consent is inferred from use: %s %s', async (text, isInferred) => {
  expect((await signsIn(text)).some((sign) => sign.kind === 'consent' && sign.how === 'implied')).toBe(isInferred);
});

it.each([
  ['欢迎使用「纸鸢课堂」。我们重视您的隐私。', ['纸鸢课堂']],
  ['感谢您选择并使用《纸鸢课堂》！', ['纸鸢课堂']],
  ['欢迎使用本应用的“夜间”模式。', []],
  ['感谢您使用“扫一扫”服务。', []],
])('the policy welcomes users to its product: %s', async (text, names) => {
  expect((await signsIn(text)).flatMap((sign) => (sign.kind === 'name' ? [sign.name] : []))).toEqual(names);
});
