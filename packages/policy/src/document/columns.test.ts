import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns.ts';

const { columnOf, isLabel, isBlank, nameColumns } = columnsOf(loadKnowledge());

describe('the name of a column', () => {
  it.each([
    ['SDK名称', 'party'],
    ['第三方名称及收集信息的SDK名称', 'party'],
    ['第三方公司名称', 'vendor'],
    ['第三方SDK收集的个人信息', 'data'],
    ['蒐集的個人資料種類', 'data'],
    ['收集个人信息的目的和方式', 'purpose'],
    ['信息类型及用途', 'data'],
    ['调用权限的目的', 'purpose'],
    ['权限名称', 'permission'],
    ['所需信息或权限', 'permission'],
    ['SDK运营方隐私政策', 'link'],
    ['公司名称及其隐私政策链接', 'link'],
    ['信息处理者', 'vendor'],
    ['数据接收方', 'party'],
    ['业务功能', 'scene'],
    ['申请时机', 'moment'],
    ['共享方式', 'manner'],
    ['处理方式', 'manner'],
    ['信息提供方式', 'manner'],
    ['联系方式', 'other'],
    ['用户可否关闭权限', 'other'],
    ['名称', 'name'],
    ['Purpose of data collection', 'purpose'],
    ['Personal information we collect', 'data'],
    ['Names of third parties', 'party'],
    ['SDK name', 'party'],
    ['Companies', 'vendor'],
    ['Privacy policy link', 'link'],
    ['When we ask', 'moment'],
    ['When it is used', 'moment'],
    ['Remarks', 'other'],
  ])('%s tells that it holds: %s', (header, column) => expect(columnOf(header)).toBe(column));

  it.each(['青鸟推送', 'Blue Bird', 'If you do not provide it', ''])('%s tells nothing', (header) =>
    expect(columnOf(header)).toBeUndefined(),
  );

  it.each(['使用目的', '收集的个人信息', '第三方公司名称', 'Data collected', 'Link to privacy policy'])('%s is no more', (text) =>
    expect(isLabel(text)).toBe(true),
  );

  it.each(['设备信息', '相机权限', '推送服务', '用于推送消息', 'User data'])('%s is more', (text) =>
    expect(isLabel(text)).toBe(false),
  );

  it.each(['项目', '具体内容', '', 'Item'])('%s is none of anything in particular', (text) => expect(isBlank(text)).toBe(true));
});

describe('a row without marks', () => {
  it('names columns where half of its cells do', () => {
    expect(nameColumns(['SDK名称', '用途', '青鸟'])).toBe(true);
    expect(nameColumns(['Name', 'Purpose'])).toBe(true);
  });

  it('holds data where its cells are sentences, lists or names', () => {
    expect(nameColumns(['青鸟推送', '推送消息'])).toBe(false);
    expect(nameColumns(['设备信息、位置信息、日志', '用途'])).toBe(false);
    expect(nameColumns(['User account', 'The name of the dog'])).toBe(false);
  });
});
