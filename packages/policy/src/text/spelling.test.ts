import { expect, it } from 'vitest';
import { usualSpelling } from './spelling.ts';

it('does so each time it is asked', () => {
  expect(['你的帐号', '你的帐号', '你'].map(usualSpelling)).toEqual(['您的账号', '您的账号', '您']);
});

it('writes words in their usual spelling, unit for unit', () => {
  const text = '储存你的帐号和通信录，登陆后搜集其它信息';
  expect(usualSpelling(text)).toBe('存储您的账号和通讯录，登录后收集其他信息');
  expect(usualSpelling(text)).toHaveLength(text.length);
});
