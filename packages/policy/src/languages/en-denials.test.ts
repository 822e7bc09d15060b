import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function told(text: string): Promise<string[]> {
  const files = memoryFiles({ 'privacy.txt': new TextEncoder().encode(`Privacy Policy of Recipe Box\n\n${text}\n`) });
  const { statements } = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  return statements.map(({ negated, action, dataTypes }) => `${negated ? 'not ' : ''}${action}: ${dataTypes.map(({ id }) => id).join(', ')}`);
}

it.each([
  ['We do not collect nor store your location.', ['not collect: location', 'not store: location']],
  ['We never misuse, sell or disclose your phone number.', ['not sell: phone-number', 'not disclose: phone-number']],
  ['We have stopped collecting your location.', ['not collect: location']],
  ['This app does not contain any code that reads your contacts.', ['not collect: contacts']],
  ['We do not work with partners who sell your email address.', ['not sell: email-address']],
])('what is denied: %s', async (text, expected) => {
  expect(await told(text)).toEqual(expected);
});

it.each([
  ['We store your location.', ['store: location']],
  ['We do not control the stores that collect your phone number.', []],
  ['We collect your name, not your location.', ['collect: real-name', 'not collect: location']],
  ['We collect your name and not your location.', ['collect: real-name', 'not collect: location']],
  ['We collect no data except your email address.', ['collect: email-address', 'not collect: unspecified-information']],
  ['We do not collect any data other than your email address.', ['not collect: unspecified-information', 'collect: email-address']],
  ['We do not share your email address except for the following purposes.', ['not share: email-address']],
])('what is excepted: %s', async (text, expected) => {
  expect(await told(text)).toEqual(expected);
});

it.each([
  'If we need your location in the future, we will ask for your consent.',
  'Should we ever wish to read your contacts, we will tell you first.',
  'We plan to collect your location in the next version.',
])('what may come is not told: %s', async (text) => {
  expect(await told(text)).toEqual([]);
});
