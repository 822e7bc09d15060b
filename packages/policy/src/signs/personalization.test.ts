import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function said(text: string): Promise<readonly string[]> {
  const { signs } = await readPolicy(memoryFiles({ 'p.md': `# 纸鸢隐私政策\n\n${text}\n` }), { named: ['p.md'] }, knowledge);
  return signs.flatMap((sign) => (sign.kind === 'personalization' ? [`${sign.says} ${sign.of}`] : []));
}

it.each([
  ['我们会向您展示个性化广告，您可以在设置中关闭。', ['opt-out advertising', 'does advertising']],
  ['我们停止运营产品时，会以推送通知的形式告诉您，并删除您的个人信息。', []],
  ['我们不提供社交、支付、广告或个性化推荐功能。', []],
  ['停止服务前，我们会通过推送和公告通知您。', []],
])('%s', async (text, signs) => {
  expect(await said(text)).toEqual(signs);
});
