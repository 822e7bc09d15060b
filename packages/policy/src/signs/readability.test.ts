import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { understand } from '../understanding/understand.ts';

const knowledge = loadKnowledge();

async function figures(text: string): Promise<Readonly<Record<string, number>>> {
  const { documents } = await readDocument('privacy.md', new TextEncoder().encode(text), knowledge);
  const signs = understand(documents, knowledge).signs.filter((sign) => sign.kind === 'readability');
  return Object.fromEntries(signs.map(({ measure, figure }) => [measure, figure]));
}

describe('figures of reading', () => {
  it('measures the longest paragraph and the whole in characters', async () => {
    expect(await figures(`# 隐私\n\n${'甲'.repeat(70)}\n\n${'乙'.repeat(90)}。`)).toMatchObject({ paragraph: 90, length: 162 });
  });

  it('counts an English word for two', async () => {
    expect(await figures('# Privacy\n\nWe keep five words here, and we keep them for a year.')).toMatchObject({ paragraph: 24 });
  });

  it('averages sentences where there are enough', async () => {
    expect(await figures(`# 隐私\n\n${`${'甲'.repeat(10)}。${'乙'.repeat(30)}。`.repeat(5)}`)).toMatchObject({ sentences: 20 });
    expect(await figures(`# 隐私\n\n${'甲'.repeat(10)}。`)).not.toHaveProperty('sentences');
  });

  it('measures the longest stretch between titles and short lines', async () => {
    const part = `${'甲'.repeat(50)}。\n\n`;
    expect(await figures(`# 隐私\n\n${part.repeat(3)}## 共享\n\n${part.repeat(5)}怎样联系我们\n\n${part}`)).toMatchObject({ headings: 250 });
  });

  it('weighs no addresses and pictures', async () => {
    expect(await figures(`# 隐私\n\n${'甲'.repeat(20)} data:image/png;base64,${'aB/'.repeat(400)}`)).toMatchObject({ paragraph: 20 });
  });
});
