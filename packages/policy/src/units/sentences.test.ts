import { describe, expect, it } from 'vitest';
import { sentenceRanges } from './sentences.ts';

const split = (text: string): string[] => sentenceRanges(text).map(([start, end]) => text.slice(start, end));

describe('sentence ranges', () => {
  it('ends Chinese sentences at full stops, with closing quotes', () => {
    expect(split('我们收集手机号。“您可以拒绝。”其他功能不受影响！ 谢谢')).toEqual([
      '我们收集手机号。',
      '“您可以拒绝。”',
      '其他功能不受影响！',
      '谢谢',
    ]);
  });
  it('keeps a list after a colon and its semicolons together', () => {
    expect(split('我们收集：1. 手机号；2. 昵称；3. 头像。')).toEqual(['我们收集：1. 手机号；2. 昵称；3. 头像。']);
  });
  it('does not end at item numbers, versions, addresses and abbreviations', () => {
    expect(split('1. We use e.g. version 2.0 of example.com, Inc. and more. See a.b?c=d for it.')).toEqual([
      '1. We use e.g. version 2.0 of example.com, Inc. and more.',
      'See a.b?c=d for it.',
    ]);
  });
  it('ends at a Latin full stop after a Han character', () => {
    expect(split('我们收集手机号. 用于登录.')).toEqual(['我们收集手机号.', '用于登录.']);
  });
  it('takes time in proportion to the text', () => {
    expect(sentenceRanges('我们.a. '.repeat(40_000)).length).toBeGreaterThan(0);
  });
});
