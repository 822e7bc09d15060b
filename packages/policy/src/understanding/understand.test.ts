import { loadKnowledge } from '@mingshi/knowledge';
import type { PolicySign } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { understand } from './understand.ts';

const knowledge = loadKnowledge();

/** Sentences that are understood with the help of the one before or behind them. */
const together = [
  '我们可能会与合作伙伴共享您的收货地址。',
  '事先已征得您的同意。',
  '为了改善服务，我们会向关联公司提供您的订单记录。',
  '关联公司包括海棠物流有限公司。',
];

/** Readability counts the sentences before as well. */
const isOfWords = ({ kind }: PolicySign): boolean => kind !== 'readability';

/** What is understood of the sentences behind so many others, without where they stand. */
async function understoodBehind(count: number): Promise<unknown> {
  const before = Array.from({ length: count }, (_, i) => `这一行不说明任何做法，它是第${i + 1}行。`);
  const text = ['隐私政策', ...before, ...together].join('\n');
  const { documents } = await readDocument('policy.txt', new TextEncoder().encode(text), knowledge);
  const { statements, elements, vague, signs } = understand(documents, knowledge);
  return JSON.stringify([statements, elements, vague, signs.filter(isOfWords)], (key, value: unknown) =>
    key === 'at' ? undefined : value,
  );
}

it('understands sentences alike, whichever stretch of the document they come to stand in', async () => {
  const first = await understoodBehind(20);
  for (let count = 21; count < 60; count++) expect(await understoodBehind(count)).toBe(first);
  expect(first).toContain('"covers":"one"');
});
