import { loadKnowledge } from '@mingshi/knowledge';
import { expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { sectionKindsOf } from '../document/sections.ts';
import { wholeOf } from './telling.ts';
import { tellingOf } from './understand.ts';

const knowledge = loadKnowledge();
const line = '当您扫码时，我们会使用您的相机，用于识别二维码。';
const text = ['灯塔隐私政策', '更新日期：2026年1月5日', ...Array.from({ length: 200 }, (_, i) => `第${i}项。${line}`)].join('\n\n');

it('tells statements while the rest has not been understood, and what is held at the end', async () => {
  const { documents } = await readDocument('privacy.txt', new TextEncoder().encode(text), knowledge);
  const telling = tellingOf(documents, sectionKindsOf(documents), knowledge);
  const first = telling.next();
  const begun = first.done ? [] : first.value;
  expect(begun.length).toBeGreaterThan(0);
  expect(begun.length).toBeLessThan(200);
  const { statements, elements } = wholeOf(telling);
  expect([...begun, ...statements].map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, i) => `st${i + 1}`));
  expect(elements.find(({ id }) => id === 'update-date')?.values['date']).toBe('2026-01-05');
});
