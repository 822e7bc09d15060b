import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();
const path = 'lib/pages/privacy_policy_page.dart';
const read = async (texts: readonly string[]) => {
  const source = `Widget build() => Column(children: [\n${texts.map((text) => `  Text('${text}'),`).join('\n')}\n]);\n`.padEnd(700);
  return readPolicy(memoryFiles({ [path]: new TextEncoder().encode(source) }), {}, knowledge);
};
const chapters = ['信息收集', '信息使用', '信息保护', '信息共享'];
const said = ['我们收集您的手机号和您写的菜谱', '用于登录、在几台设备之间同步菜谱', '传输时加密，服务器上只有值班的人可以看到', '我们不会把您的信息出售给任何人，只在您同意后共享'];

it('takes a page of a few numbered points for a policy, and the words of a dialog for none', async () => {
  const numbered = chapters.flatMap((title, index) => [`${index + 1}. ${title}`, said[index] ?? '']);
  expect((await read(['隐私政策', ...numbered])).documents).toHaveLength(1);
  const dialog = ['隐私政策', `请阅读隐私政策全文，其中写明了${chapters.join('、')}。`, ...said, '不同意', '同意并继续'];
  expect((await read(dialog)).documents).toEqual([]);
});
