import type { Block, PolicyDocument, PolicyReading } from '@mingshi/model';
import { expect, it } from 'vitest';
import { titleOf } from './places.ts';

const block = (kind: Block['kind'], text: string, start: number): Block =>
  ({ kind, text, at: { file: 'p.html', start, end: start + text.length } }) as Block;
const reading = (title: string, ...blocks: readonly Block[]): PolicyReading =>
  ({ documents: [{ path: 'p.html', title, part: 'main', kind: 'privacy-policy', blocks } as unknown as PolicyDocument] }) as unknown as PolicyReading;

it('points at the first heading where the title stands nowhere, not at a picture above it', () => {
  const picture = block('paragraph', '🏮', 0);
  expect(titleOf(reading('灯塔 | 政策', picture, block('heading', '隐私政策', 10))).start).toBe(10);
  expect(titleOf(reading('灯塔 | 政策', picture, block('paragraph', '我们收集邮箱。', 20))).start).toBe(20);
  expect(titleOf(reading('隐私政策', picture, block('heading', '目录', 10), block('heading', '隐私政策', 30))).start).toBe(30);
});
