import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

async function blanksIn(text: string): Promise<readonly string[]> {
  const files = memoryFiles({ 'p.md': `# 纸鸢隐私政策\n\n${text}\n` });
  const { signs } = await readPolicy(files, { named: ['p.md'] }, knowledge);
  return signs.flatMap((sign) => (sign.kind === 'placeholder' ? [`${sign.stands}: ${sign.quote.text}`] : []));
}

it.each([
  ['请联系我们：【邮箱】。', 'contact: 【邮箱】'],
  ['极光推送的规则见【其隐私政策的链接】。', 'text: 【其隐私政策的链接】'],
  ['更新日期：【日期】。', 'date: 【日期】'],
  ['由【公司全称】运营。', 'name: 【公司全称】'],
  ['客服电话：400-xxx-xxxx', 'contact: 客服电话：400-xxx-xxxx'],
  ['联系电话：0571-XXXXXXXX', 'contact: 联系电话：0571-XXXXXXXX'],
])('in %s a blank stands for what is to be filled in', async (text, blank) => {
  expect(await blanksIn(text)).toEqual([blank]);
});

it.each([
  ['本文为示例文本，发布前请替换为正式内容。', ['text: 本文为示例文本']],
  ['这一页请在应用上架前替换为律师审过的版本。', ['text: 请在应用上架前替换为律师审过的版本']],
  ['This is a placeholder policy for testing.', ['text: This is a placeholder policy for testing']],
  ['这是一份通用样板，上架前请把公司和邮箱替换成您自己的。', ['text: 这是一份通用样板', 'text: 上架前请把公司和邮箱替换成您自己的']],
  ['通讯地址：（备案后补充）', ['contact: 通讯地址：（备案后补充）']],
  ['客服电话：400-888-XXXX', ['contact: 客服电话：400-888-XXXX']],
  ['地址：上海市XX区XX路8号', ['contact: XX路']],
  ['联系电话：，邮箱：hi@kite.example。', ['contact: 联系电话：']],
  ['联系电话：\n\n0571-88880000', []],
  ['以上模版仅供参考。', ['text: 以上模版仅供参考']],
  ['订单发布前，请确认收货地址；备案后我们会公布编号。', []],
  ['您更换手机时，请在使用前重新登录。', []],
  ['联系电话：138-****-0000', []],
  ['请在使用前阅读本政策；本政策为用户协议的一部分。', []],
])('what tells its author to put something else there is found: %s', async (text, blanks) => {
  expect(await blanksIn(text)).toEqual(blanks);
});
