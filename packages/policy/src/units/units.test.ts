import type { Block, PolicyDocument } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from './units.ts';

type Line = string | Partial<Block> & { readonly text: string };

function documentOf(lines: readonly Line[]): PolicyDocument {
  const at = { file: 'privacy.md', start: 0, end: 0 };
  const blocks = lines.map((line): Block => {
    const given = typeof line === 'string' ? { text: line } : line;
    return { kind: 'paragraph', at, runs: [], level: 0, section: 0, strong: [], ...given };
  });
  const section = { id: 's1', title: '正文', level: 1, at };
  return {
    path: 'privacy.md', format: 'markdown', encoding: 'utf-8', language: 'zh', part: 'main', kind: 'privacy-policy',
    length: 0, sections: [section], blocks,
  };
}

/** Units in short: `kind: lead > sentence | sentence`. */
function units(lines: readonly Line[]): string[] {
  const found = [...stretchesOf(documentOf(lines), 0, ['other'])].flatMap((stretch) => stretch.units);
  return found.map(({ kind, lead, sentences, headers }) => {
    const told = sentences.map(({ text }, i) => (headers[i] ? `${headers[i]}=${text}` : text)).join(' | ');
    return `${kind}: ${lead ? `${lead.text} > ` : ''}${told}`;
  });
}

const item = (text: string, level = 1): Line => ({ kind: 'item', text, level });
const cell = (text: string, row: number, column: number): Line => ({
  kind: 'cell',
  text,
  table: { index: 0, row, column, header: row === 0 },
});

describe('units', () => {
  it('puts a list with its lead-in and leaves what follows alone', () => {
    expect(units(['我们会收集：', item('昵称'), item('头像'), '您可以拒绝。'])).toEqual(['list: 我们会收集： > 昵称 | 头像', 'sentence: 您可以拒绝。']);
  });

  it('keeps what stands below an item in the list', () => {
    expect(units(['我们会收集：', item('设备信息：'), item('型号', 2), item('昵称')])).toEqual(['list: 我们会收集： > 设备信息： | 型号 | 昵称']);
  });

  it('ends a numbered list where the numbering of its lead-in goes on', () => {
    expect(units(['1. 我们会收集以下信息：', '（1）昵称；', '（2）头像。', '2. 我们如何共享。'])).toEqual([
      'list: 1. 我们会收集以下信息： > （1）昵称； | （2）头像。',
      'sentence: 2. 我们如何共享。',
    ]);
  });

  it('takes a lead-in without a list for a sentence', () => {
    expect(units(['联系我们：', { kind: 'heading', text: '附录', level: 2 }])).toEqual(['sentence: 联系我们：', 'sentence: 附录']);
  });

  it('reads a table row by row', () => {
    expect(units(['权限如下：', cell('权限', 0, 0), cell('用途', 0, 1), cell('相机', 1, 0), cell('扫码', 1, 1)])).toEqual([
      'sentence: 权限如下：',
      'row: 权限如下： > 权限=相机 | 用途=扫码',
    ]);
  });

  it('reads lines of labels and values as rows', () => {
    expect(units(['SDK名称：青鸟推送', '场景描述：推送消息', '个人信息字段：IMEI'])).toEqual(['row: SDK名称=青鸟推送 | 场景描述=推送消息 | 个人信息字段=IMEI']);
    expect(units(['SDK名称：青鸟推送', '使用目的：推送消息', '收集信息类型：IMEI', 'SDK名称：蓝天统计', '收集信息类型：MAC地址'])).toEqual([
      'row: SDK名称=青鸟推送 | 使用目的=推送消息 | 收集信息类型=IMEI',
      'row: SDK名称=蓝天统计 | 收集信息类型=MAC地址',
    ]);
    expect(units(['电话：12345', '地址：某路一号'])).toEqual(['sentence: 电话：12345', 'sentence: 地址：某路一号']);
  });

  it('does not take half a sentence for a label', () => {
    expect(units(['手环信息：我们会收集固件版本', '您使用圈子功能时提交的信息：您发布的图片'])).toEqual([
      'sentence: 手环信息：我们会收集固件版本',
      'sentence: 您使用圈子功能时提交的信息：您发布的图片',
    ]);
  });

  it('puts a purpose with the line above it', () => {
    expect(units([item('存储权限'), item('用于保存图片'), item('相机权限')])).toEqual(['sentence: 存储权限 | 用于保存图片', 'sentence: 相机权限']);
  });
});
