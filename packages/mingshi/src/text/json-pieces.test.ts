import { expect, it } from 'vitest';
import { jsonPieces } from './json-pieces.ts';

it('puts each entry of a list on a line of its own', () => {
  const pieces = jsonPieces({ version: 1, about: { name: '甲' }, left: undefined, none: [], some: new Set([{ id: 1 }, { id: 2 }]) });
  expect([...pieces].join('').split('\n')).toEqual([
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
