import { expect, it } from 'vitest';
import { accountSign, ownWords } from './elements.ts';
import { aPolicy, anApp, at, comparison } from './testing.ts';

const document = { path: 'lib/privacy.dart' } as ReturnType<typeof aPolicy>['documents'][number];
const signs = [
  { text: '注册账号', at: at('lib/privacy.dart', 5) },
  { text: '登录', at: at('lib/sign_in.dart', 5) },
];

it('takes the words of a program that holds the policy for the policy\'s', () => {
  const policy = aPolicy({ documents: [document] });
  expect(ownWords(policy, signs).map(({ text }) => text)).toEqual(['登录']);
  expect(accountSign(comparison(anApp([], { accountSigns: signs.slice(0, 1) }), policy))).toBeUndefined();
  expect(accountSign(comparison(anApp([], { accountSigns: signs }), policy))?.at.file).toBe('lib/sign_in.dart');
});
