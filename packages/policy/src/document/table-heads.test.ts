import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { reading, tablesOf } from '../testing/reading.ts';
import { understand } from '../understanding/understand.ts';

const tables = async (...rows: readonly string[]): Promise<readonly string[]> => {
  const text = ['# 纸船隐私政策', '', ...rows.map((row) => `| ${row} |`)].join('\n');
  return tablesOf((await reading('privacy.md', text)).document).map((row) => row.replaceAll(/\|{2,}/g, '|'));
};

describe('a table', () => {
  it('stands upright where its head does', async () => {
    const rows = ['SDK名称 | 使用目的', '--- | ---', '青鸟推送 | 推送消息', '使用目的 | 说明'];
    expect(await tables(...rows)).toEqual(['#SDK名称|使用目的', '青鸟推送|推送消息', '使用目的|说明']);
  });

  it('is turned where its labels stand at the side, each further column being a row', async () => {
    const rows = ['SDK名称 | 青鸟推送 | 远山地图', '--- | --- | ---', '使用目的 | 推送消息 | 显示地图', '收集的信息 | OAID | 位置信息'];
    expect(await tables(...rows)).toEqual([
      '#SDK名称|使用目的|收集的信息',
      '青鸟推送|推送消息|OAID',
      '远山地图|显示地图|位置信息',
    ]);
  });

  it('is turned below a head that names nothing, and without a name of its own', async () => {
    const rows = ['项目 | 内容', '--- | ---', '提供方 | 青鸟公司', '使用目的 | 推送消息', '收集的信息 | OAID'];
    expect(await tables(...rows)).toEqual(['#内容|提供方|使用目的|收集的信息', '|青鸟公司|推送消息|OAID']);
  });

  it('begins a row again where its labels do', async () => {
    const rows = ['SDK名称 | 青鸟推送', '--- | ---', '使用目的 | 推送消息', 'SDK名称 | 远山地图', '使用目的 | 显示地图'];
    expect(await tables(...rows)).toEqual([
      '#SDK名称|使用目的|SDK名称|使用目的',
      '青鸟推送|推送消息',
      '|远山地图|显示地图',
    ]);
  });

  it('is not turned for words that are explained or data that are told one by one', async () => {
    const words = ['个人信息 | 能识别您的信息', '--- | ---', 'SDK | 软件开发工具包', '第三方 | 我们以外的公司', '权限 | 系统给的许可'];
    expect((await tables(...words))[0]).toBe('#个人信息|能识别您的信息');
    const data = ['信息 | 目的 | 方式', '--- | --- | ---', '设备信息 | 统计 | 自动收集', '位置信息 | 导航 | 自动收集'];
    expect((await tables(...data))[0]).toBe('#信息|目的|方式');
  });

  it('has the row for its head that names the columns', async () => {
    expect(await tables(' | ', '--- | ---', '权限 | 目的', '相机 | 扫码')).toEqual(['#权限|目的', '相机|扫码']);
  });
});

describe('a turned table', () => {
  it('is read into statements by its labels', async () => {
    const text = [
      '# 纸船隐私政策', '', '## 第三方 SDK', '',
      '| 第三方名称 | 青鸟推送 | 远山地图 |', '| --- | --- | --- |',
      '| 使用目的 | 推送消息 | 显示地图 |', '| 收集的信息 | OAID | 位置信息 |',
    ].join('\n');
    const { document } = await reading('privacy.md', text);
    const told = understand([document], loadKnowledge()).statements.map(
      ({ action, actor, dataTypes, purposes }) =>
        `${actor.name} ${action} ${dataTypes.map(({ id }) => id).join()}: ${purposes.map((each) => each.text).join()}`,
    );
    expect(told).toEqual(['青鸟推送 collect oaid: 推送消息', '远山地图 collect location: 显示地图']);
  });
});
