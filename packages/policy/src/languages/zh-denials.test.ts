import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function told(text: string): Promise<string[]> {
  const files = memoryFiles({ 'privacy.txt': new TextEncoder().encode(`小橘菜谱隐私政策\n一、说明\n${text}\n`) });
  const { statements } = await readPolicy(files, { named: ['privacy.txt'] }, knowledge);
  return statements.map(({ negated, action, dataTypes }) => `${negated ? 'not ' : ''}${action}: ${dataTypes.map(({ id }) => id).join(', ')}`);
}

// What is denied of a row of verbs is denied of each, whether 不 stands before all of them or before each one.
it.each([
  ['我们不会收集、存储或出售您的菜谱照片。', ['not collect: photo', 'not store: photo', 'not sell: photo']],
  ['本应用不收集、不存储您的手机号。', ['not collect: phone-number', 'not store: phone-number']],
  ['本应用不收集、不上传、不存储您的手机号。', ['not collect: phone-number', 'not store: phone-number']],
  ['本应用不采集不上传任何个人信息。', ['not collect: personal-information']],
  ['我们既不收集也不出售您的位置。', ['not collect: location', 'not sell: location']],
  ['我们承诺不收集、不泄露您的手机号。', ['not collect: phone-number']],
  ['我们不会收集或泄露您的手机号。', ['not collect: phone-number']],
  ['我们不会泄露、出售您的手机号。', ['not sell: phone-number']],
  ['我们不会滥用、篡改或共享您的位置。', ['not share: location']],
  ['我们不会把您的位置滥用或提供给他人。', ['not share: location']],
  ['我们不收集，也不会向任何第三方共享您的位置。', ['not collect: location', 'not share: location']],
  ['我们不会收集、也不会将您的位置共享给第三方。', ['not collect: location', 'not share: location']],
  ['我们不使用Cookie。', ['not use: cookie']],
  ['我们不会收集除手机号以外的任何信息。', ['not collect: unspecified-information', 'collect: phone-number']],
  ['除了手机号、昵称，我们不会收集您的位置。', ['not collect: location', 'collect: phone-number, nickname']],
  ['除法律另有规定外，我们不会共享您的位置。', ['not share: location']],
])('%s', async (text, expected) => {
  expect(await told(text)).toEqual(expected);
});

it.each([
  ['注销后，我们将不再收集和使用您的手机号。', []],
  ['合作方不得泄露、出售您的手机号。', []],
  ['我们会停止收集、使用和披露您的位置。', []],
  ['您可以拒绝我们收集您的位置。', []],
  ['今后如需收集您的位置，我们会单独告知。', []],
  ['我们计划在下一版本收集您的位置。', []],
  ['您有权随时阻止本应用读取您的通讯录。', []],
  ['我们会避免收集和处理您的位置。', []],
])('what stops, must not be or is still to come is neither told nor denied: %s', async (text, expected) => {
  expect(await told(text)).toEqual(expected);
});

it.each([
  ['我们会收集、整理、存储您的菜谱照片。', ['collect: photo', 'store: photo']],
  ['我们会收集并妥善保护您的手机号。', ['collect: phone-number']],
  ['您可以自行决定是否完善您的昵称。', ['collect: nickname']],
  ['除手机号外，我们还会收集您的位置。', ['collect: location']],
  ['收集范围：手机号、昵称', ['collect: phone-number, nickname']],
  ['我们会收集和保管您的手机号。', ['collect: phone-number']],
  ['我们会共享去标识化、不能识别您身份的信息。', []],
  ['我们会共享不能识别您身份的菜谱统计信息。', ['share: non-personal-information']],
])('what is not denied: %s', async (text, expected) => {
  expect(await told(text)).toEqual(expected);
});
