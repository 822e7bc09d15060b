import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

const POLICY = `# 隐私政策

## 一、我们如何收集您的信息

当您登录账号时，我们会收集您的手机号（必填），用于验证身份。

我们需要的设备权限：

- 通讯录：用于添加好友；
- 存储空间：用于保存下载的图片。

## 二、收集信息的其他方式

位置信息、剪贴板内容

## 三、注销账号

您可以在“我的—设置—注销账号”中注销账号，十五个工作日内完成。
`;

/** What a reading holds, but for how it was written. */
async function readingOf(text: string) {
  const { statements, elements } = await readPolicy(memoryFiles({ 'privacy.md': text }), { named: ['privacy.md'] }, knowledge);
  return {
    statements: statements.map(({ action, negated, dataTypes, permissions, purposes }) => ({
      action,
      negated,
      data: dataTypes.map(({ id }) => id),
      permissions,
      purposes: purposes.map(({ category }) => category),
    })),
    elements: elements.map(({ id, told }) => `${id} ${told}`),
  };
}

it.each([
  ['another address', [['您', '你']]],
  ['other spellings', [['收集', '采集'], ['账号', '帐号'], ['登录', '登陆'], ['其他', '其它'], ['剪贴板', '剪切板'], ['通讯录', '通信录'], ['存储空间', '储存空间']]],
  ['marks of ASCII', [['，', ','], ['；', ';'], ['：', ':'], ['（', '('], ['）', ')']]],
  ['quotes round data', [['手机号', '“手机号”'], ['位置信息', '“位置信息”']]],
] as const)('a policy in %s reads the same', async (_, pairs) => {
  const other = pairs.reduce((text, [usual, written]) => text.replaceAll(usual, written), POLICY);
  expect(other).not.toBe(POLICY);
  expect(await readingOf(other)).toEqual(await readingOf(POLICY));
});
