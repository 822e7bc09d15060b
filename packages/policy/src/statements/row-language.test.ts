import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { understand } from '../understanding/understand.ts';

const knowledge = loadKnowledge();

async function rows(headers: string, ...cells: readonly string[]): Promise<readonly string[]> {
  const text = ['# 小帆记事隐私政策', '', '我们接入了下列 SDK，并会尽力保护您的信息：', '', headers, '---|---|---', ...cells].map((row) => (row.includes('|') ? `| ${row} |` : row));
  const { documents } = await readDocument('privacy.md', new TextEncoder().encode(text.join('\n')), knowledge);
  return understand(documents, knowledge).statements.flatMap(({ action, dataTypes }) =>
    dataTypes.length > 0 && dataTypes.every(({ generic }) => !generic) ? [`${action} ${dataTypes.map(({ id }) => id).join(' ')}`] : [],
  );
}

describe('rows of a table', () => {
  it.each([
    ['SDK | Purpose | Data collected', '青鸟推送 | push messages | device identifiers, IP address', 'collect device-identifier ip-address'],
    ['SDK名称 | 使用目的 | 收集的信息', 'Blue Bird | push messages | device identifiers, IP address', 'collect device-identifier ip-address'],
    ['SDK | Purpose | Data', '青鸟推送 | 推送消息 | 设备标识、IP地址', 'collect device-identifier ip-address'],
    ['SDK名称 | 使用目的 | 收集的信息', '青鸟推送 | 推送消息 | IMEI、MAC', 'collect imei mac-address'],
  ])('%s / %s', async (headers, cells, expected) => {
    expect(await rows(headers, cells)).toContain(expected);
  });
});

describe('a row of permissions', () => {
  it('is for what its column of purposes says, though that be a sentence of its own', async () => {
    const told = await rows('权限名称 | 调用权限的目的 | 可否关闭', '位置 | 获取您的位置，用于查找附近的港口 | 是');
    expect(told).toEqual(['request-permission location', 'collect location']);
  });
});
