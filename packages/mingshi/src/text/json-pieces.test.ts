import { expect, it } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

function joined(pieces: Iterable<Uint8Array>): string {
  return Buffer.concat([...pieces]).toString();
}

it('puts each entry of a list on a line of its own', () => {
  const pieces = jsonPieces({ version: 1, about: { name: '甲' }, left: undefined, none: [], some: new Set([{ id: 1 }, { id: 2 }]) });
  expect(joined(pieces).split('\n')).toEqual([
    '{',
    '  "version": 1,',
    '  "about": {"name":"甲"},',
    '  "none": [],',
    '  "some": [',
    '    {"id":1},',
    '    {"id":2}',
    '  ]',
    '}',
    '',
  ]);
});

it('asks for what comes last when all before it has been written', () => {
  let sum = 0;
  const pieces = jsonPieces({
    parts: (function* () {
      for (const part of [1, 2]) {
        sum += part;
        yield part;
      }
    })(),
    get sum() {
      return sum;
    },
  });
  expect(JSON.parse(joined(pieces))).toEqual({ parts: [1, 2], sum: 3 });
});

it('hands out a long list in pieces', () => {
  const list = Array.from({ length: 5000 }, (_, index) => ({ index, text: '我们收集您的手机号码。' }));
  const pieces = [...jsonPieces({ list })];
  expect(pieces.length).toBeGreaterThan(1);
  expect(JSON.parse(joined(pieces))).toEqual({ list });
});
