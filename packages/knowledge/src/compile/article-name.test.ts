import { expect, test } from 'vitest';
import { articleName } from './article-name.ts';

test.each([
  ['43', '第四十三条', 'Article 43'],
  ['43.1', '第四十三条第一款', 'Article 43(1)'],
  ['71.1(2)', '第七十一条第一款第二项', 'Article 71(1)(2)'],
  ['5(15)', '第五条第十五项', 'Article 5(15)'],
])('article %s reads %s', (number, zh, en) => {
  expect(articleName(number, 'articles')).toEqual({ zh, en });
});

test('items of a list and clauses of a standard have their own names', () => {
  expect(articleName('2.1', 'list')).toEqual({ zh: '二（一）', en: 'II(1)' });
  expect(articleName('5.5-a-1', 'clauses')).toEqual({ zh: '第5.5条 a) 1)', en: 'clause 5.5 a) 1)' });
});

test('what is no number has no name', () => {
  expect(articleName('annex', 'articles')).toBeUndefined();
  expect(articleName('5.5 a', 'clauses')).toBeUndefined();
});
