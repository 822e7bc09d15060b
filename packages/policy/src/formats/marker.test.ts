import { describe, expect, it } from 'vitest';
import { follows, markerOf } from './marker.ts';

describe('markerOf', () => {
  it.each([
    ['一、我们收集的信息', 'han', 1, '我们收集的信息'],
    ['十二、联系我们', 'han', 12, '联系我们'],
    ['（三）共享', 'han-brackets', 3, '共享'],
    ['第二十一条 适用范围', 'clause', 21, '适用范围'],
    ['第一部分：定义', 'part', 1, '定义'],
    ['1. Scope', 'number', 1, 'Scope'],
    ['3、设备信息', 'number', 3, '设备信息'],
    ['2.3我们可能会', 'number-2', 3, '我们可能会'],
    ['4.1.2 Logs', 'number-3', 2, 'Logs'],
    ['（5）位置', 'number-brackets', 5, '位置'],
    ['6) camera', 'number-bracket', 6, 'camera'],
    ['③ 相册', 'circle', 3, '相册'],
    ['b) your name', 'letter', 2, 'your name'],
    ['iv. retention', 'roman', 4, 'retention'],
    ['Section 7: Children', 'word', 7, 'Children'],
    ['• 手机号', 'bullet', 0, '手机号'],
    ['- email', 'bullet', 0, 'email'],
  ])('%s', (line, style, number, rest) => {
    const marker = markerOf(line);
    expect(marker).toMatchObject({ style, number });
    expect(line.slice(marker?.length)).toBe(rest);
  });

  it.each([
    '2019年5月2日',
    '12.5%',
    '3 个月内',
    '-',
    'We collect',
    '一旦您使用',
    '30天',
    '10,000 users',
    'e.g. this',
    'A company',
    '-5 degrees',
    '90, 20097 Hamburg',
    'o two',
  ])('finds none in %s', (line) => expect(markerOf(line)).toBeUndefined());
});

describe('follows', () => {
  it('knows siblings', () => {
    expect(follows(markerOf('（一）甲'), markerOf('（二）乙'))).toBe(true);
    expect(follows(markerOf('（一）甲'), markerOf('（三）丙'))).toBe(false);
    expect(follows(markerOf('一、甲'), markerOf('（二）乙'))).toBe(false);
    expect(follows(markerOf('- a'), markerOf('- b'))).toBe(true);
  });
});
