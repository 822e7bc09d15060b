import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { recall } from '../text/recall.ts';
import { understand } from '../understanding/understand.ts';

const knowledge = loadKnowledge();

async function statementsIn(text: string) {
  const { documents } = await readDocument('privacy.md', new TextEncoder().encode(text), knowledge);
  return understand(documents, knowledge).statements;
}

const chapterOf = (title: string): string => `## ${title}\n\n手机号、昵称、头像。\n\n`;

describe('what is said again', () => {
  it('is read as it was the first time, at its own place', async () => {
    const chapter = '我们会收集您的手机号，用于登录。\n\n当您扫码时，我们需要使用相机权限：\n\n- 位置信息\n- 麦克风\n\n';
    const [once, often] = [await statementsIn(chapter), await statementsIn(chapter.repeat(5))];
    expect(once.length).toBeGreaterThan(1);
    expect(often).toHaveLength(once.length * 5);
    for (const [i, { dataTypes, action, at }] of often.entries()) {
      const first = once[i % once.length];
      const shift = Math.floor(i / once.length) * chapter.length;
      expect({ action, start: at.start - shift }).toEqual({ action: first?.action, start: first?.at.start });
      expect(dataTypes.map((data) => data.at.start - shift)).toEqual(first?.dataTypes.map((data) => data.at.start));
    }
  });

  it('means something else below another title', async () => {
    const text = [1, 2, 3].map((number) => chapterOf(`${number}. 常见问题`)).join('') + chapterOf('4. 我们收集的信息');
    const statements = await statementsIn(text);
    const words = statements.flatMap(({ dataTypes }) => dataTypes.map((data) => data.text));
    expect(words.filter((word) => word === '手机号')).toHaveLength(1);
  });
});

describe('recall', () => {
  it('makes a thing twice at most', () => {
    const known = recall<number>();
    let made = 0;
    const ask = (text: string): number => known(text, () => ++made);
    expect([ask('a'), ask('b'), ask('a'), ask('a'), ask('b'), ask('a')]).toEqual([1, 2, 3, 3, 4, 3]);
  });
});
