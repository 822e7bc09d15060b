import { describe, expect, it } from 'vitest';
import { printable } from './printable.ts';
import { fold, widthOf } from './width.ts';

describe('text from a checked file', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '<U+001B>[31mred<U+001B>[0m'],
    ['\u001b]8;;http://x\u0007link', '<U+001B>]8;;http://x<U+0007>link'],
    ['abc\u202egpj', 'abc<U+202E>gpj'],
    ['a\u200bb\u2066c\ufeff', 'a<U+200B>b<U+2066>c<U+FEFF>'],
    ['\u009b2J', '<U+009B>2J'],
    ['two\r\nlines\tand  blanks', 'two lines and blanks'],
    ['\ud800 alone, \u{e0041} tag', '<U+D800> alone, <U+E0041> tag'],
    ['政策：“正常”的——文字 👍🏽', '政策：“正常”的——文字 👍🏽'],
  ])('%j cannot act on the terminal', (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe('folding', () => {
  it('knows that Chinese takes two columns', () => {
    expect([widthOf('隐私'), widthOf('SMS 短信'), widthOf('e\u0301'), widthOf('（）')]).toEqual([4, 8, 1, 4]);
  });

  it('breaks between Chinese characters and between words, never before closing punctuation', () => {
    expect(fold('申请发送短信（SEND_SMS），政策没有告知', 20)).toEqual([
      '申请发送短信',
      '（SEND_SMS），政策没',
      '有告知',
    ]);
    expect(fold('the policy does not tell it', 12)).toEqual(['the policy', 'does not', 'tell it']);
    expect(fold('一二三四五。', 10)).toEqual(['一二三四', '五。']);
    expect(fold('写明「目的」', 6)).toEqual(['写明「目', '的」']);
  });

  it('cuts what fits nowhere and loses nothing', () => {
    const text = `${'x'.repeat(25)} ${'长'.repeat(9)} end`;
    const lines = fold(text, 10);
    expect(lines.every((line) => widthOf(line) <= 10)).toBe(true);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(fold('', 10)).toEqual(['']);
  });

  it('stops behind as many lines as are wanted, which are those of the whole', () => {
    const text = '我们收集您的手机号码 (phone number)，用于注册。'.repeat(20);
    for (const most of [1, 3, 1000]) expect(fold(text, 30, most)).toEqual(fold(text, 30).slice(0, most));
  });

  it('is linear', () => {
    expect(fold('（'.repeat(200_000), 80).length).toBeGreaterThan(1000);
    expect(fold('字，'.repeat(100_000), 80).length).toBeGreaterThan(1000);
  });
});
