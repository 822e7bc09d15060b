import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';
import { toldIn } from '../testing/elements.ts';

const knowledge = loadKnowledge();

/** What a sentence says is done, and with what. */
async function said(sentence: string): Promise<string[]> {
  const files = memoryFiles({ 'privacy.md': `# 隐私政策\n\n## 说明\n\n${sentence}\n` });
  const { statements } = await readPolicy(files, { named: ['privacy.md'] }, knowledge);
  return statements.map(({ action, negated, dataTypes, permissions }) =>
    `${negated ? 'not ' : ''}${action} ${[...new Set(dataTypes.map(({ id }) => id))].toSorted()} ${permissions.map((name) => name.split('.').pop())}`.trim(),
  );
}

it.each([
  ['我们会保存您的订单信息。', '我们会保存您本人的订单信息。'],
  ['我们会将您的手机号共享给合作伙伴。', '我们会将您手机号共享给合作伙伴。'],
  ['您的个人信息可能会与我们的关联公司共享。', '您个人信息可能会与我们的关联公司共享。'],
  ['我们会收集您的手机号、住址。', '我们会对您的手机号、住址进行收集。'],
  ['我们会收集您的手机号、头像和昵称。', '我们会收集您的【手机号】、【头像】和【昵称】。'],
  ['我们会收集并存储、共享您的手机号。', '我们会收集、存储和分享您的手机号。'],
  ['我们承诺不对外公开或向任何第三方提供您的住址。', '我们承诺不对外公开或向任何合作机构提供您的住址。'],
  ['您打开课表时，小橘可能收集以下信息：手机号、姓名。', '您打开课表时小橘可能收集以下信息：手机号、姓名。'],
  ['为了核实您的身份、分析您的订单，我们会收集您的手机号。', '为核实您的身份、分析您的订单，我们会收集您的手机号。'],
  ['换头像需要您授权相机、相册（存储空间）权限。', '换头像需要您授权相机、相册（存储空间）访问权限。'],
  ['我们会收集日志信息。例如您的网络地址、手机型号。', '我们会收集日志信息。诸如您的网络地址、手机型号。'],
])('%s and %s say the same', async (one, other) => {
  const reading = await said(one);
  expect(reading).not.toEqual([]);
  expect(await said(other)).toEqual(reading);
});

it('takes deeds side by side for deeds, also those that may be data', async () => {
  expect(await said('我们会收集、使用、存储、共享和转移您的手机号。')).toEqual(
    ['collect', 'use', 'store', 'share', 'transfer'].map((action) => `${action} phone-number`),
  );
  expect(await said('您同意我们收集、使用以及存储和分享您的手机号。')).toEqual(
    ['collect', 'use', 'store', 'share'].map((action) => `${action} phone-number`),
  );
});

it('takes what is done behind a purpose for a deed', async () => {
  expect(await said('为了提供您需要的配送，而必须和第三方分享您的住址。')).toEqual(['share postal-address']);
});

it('lets users act in the circumstance only', async () => {
  expect(await said('您关注老师，点赞作品时，会收集您的手机号。')).toEqual([expect.stringMatching(/^collect .*phone-number/)]);
});

it('leaves menu paths in brackets, and what staff does, unread', async () => {
  expect(await said('通过【我的→设置→清除缓存】清除您的浏览记录。')).toEqual(['delete browsing-history']);
  expect(await said('我们对员工采取严格管理，监控他们的操作情况。')).toEqual([]);
});

it.each([
  ['我们可能从第三方获取您的头像。', 'yes or partial'],
  ['我们可能从合作方取得您的头像。', 'yes or partial'],
  ['您可以用微信登录，我们将获取您在第三方平台公开的头像。', 'yes or partial'],
  ['使用第三方的服务时，第三方可能会获取您的头像。', 'no'],
])('%s: %s for data from third parties', async (sentence, told) => {
  expect((await toldIn(`# 隐私政策\n\n${sentence}\n`, 'collection-from-third-parties')) === 'no').toBe(told === 'no');
});

it.each([
  ['当您打开课表时，我们会记录您访问、使用本应用时的信息。', 'right-access'],
  ['当您咨询订单时，我们将会查询您的订单信息。', 'right-access'],
  ['如果您长期不登录，您的存档数据会因技术原因被删除。', 'right-delete'],
] as const)('%s is no %s', async (sentence, id) => {
  expect(await toldIn(`# 隐私政策\n\n${sentence}\n`, id)).toBe('no');
});

it.each([
  ['以下情形中收集个人信息无需获得您的同意：', 'consent-exceptions'],
  ['您可以点击“我的—设置”查看、更正您的资料。', 'right-correct'],
  ['您可在设置页面关闭您的账户。', 'account-cancellation'],
] as const)('%s: the same for users as for you', async (sentence, id) => {
  const told = await toldIn(`# 隐私政策\n\n${sentence}\n`, id);
  expect(told).not.toBe('no');
  expect(await toldIn(`# 隐私政策\n\n${sentence.replaceAll('您', '用户')}\n`, id)).toBe(told);
});
