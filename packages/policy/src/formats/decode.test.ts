import { describe, expect, it } from 'vitest';
import { decode } from './decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
// 隐私政策：我们收集您的信息。 in GBK; 隱私政策：我們收集您的資訊。 in Big5.
const gbk = bytes(
  0xd2,
  0xfe,
  0xcb,
  0xbd,
  0xd5,
  0xfe,
  0xb2,
  0xdf,
  0xa3,
  0xba,
  0xce,
  0xd2,
  0xc3,
  0xc7,
  0xca,
  0xd5,
  0xbc,
  0xaf,
  0xc4,
  0xfa,
  0xb5,
  0xc4,
  0xd0,
  0xc5,
  0xcf,
  0xa2,
  0xa1,
  0xa3,
);
const big5 = bytes(
  0xc1,
  0xf4,
  0xa8,
  0x70,
  0xac,
  0x46,
  0xb5,
  0xa6,
  0xa1,
  0x47,
  0xa7,
  0xda,
  0xad,
  0xcc,
  0xa6,
  0xac,
  0xb6,
  0xb0,
  0xb1,
  0x7a,
  0xaa,
  0xba,
  0xb8,
  0xea,
  0xb0,
  0x54,
  0xa1,
  0x43,
);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);

describe('decode', () => {
  it('reads UTF-8 and keeps the byte order mark', () => {
    expect(decode(utf8('\ufeff隐私'))).toEqual({ text: '\ufeff隐私', encoding: 'utf-8' });
    expect(decode(utf8('隐私'))?.encoding).toBe('utf-8');
  });
  it('trusts valid UTF-8 more than a declaration', () => {
    expect(decode(utf8('<meta charset="gb2312">隐私'))?.text).toContain('隐私');
  });
  it('reads GBK, declared or not', () => {
    expect(decode(gbk)).toEqual({ text: '隐私政策：我们收集您的信息。', encoding: 'gb18030' });
    const html = Uint8Array.from([
      ...utf8('<meta http-equiv=Content-Type content="text/html; charset=gb2312">'),
      ...gbk,
    ]);
    expect(decode(html)?.text).toContain('我们收集');
  });
  it('reads Big5 without a declaration', () => {
    expect(decode(big5)).toEqual({ text: '隱私政策：我們收集您的資訊。', encoding: 'big5' });
  });
  it('reads UTF-16 with and without a mark', () => {
    expect(decode(utf16('\ufeff隐私'))?.text).toBe('\ufeff隐私');
    expect(decode(utf16('Privacy policy'))).toEqual({ text: 'Privacy policy', encoding: 'utf-16le' });
  });
  it('reads Western quotes in an English text', () => {
    const text = Uint8Array.from([...utf8('We don'), 0x92, ...utf8('t sell your data. It')]);
    expect(decode(text)?.text).toBe('We don’t sell your data. It');
  });
  it('reads UTF-8 with a broken byte as UTF-8', () => {
    const text = Uint8Array.from([...utf8('我们收集您的手机号码。'.repeat(5)), 0xe4, 0xbd]);
    expect(decode(text)?.text.startsWith('我们收集')).toBe(true);
  });
  it('refuses what is no text', () => {
    expect(decode(bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0, 0, 0, 13, 1, 2, 3))).toBeUndefined();
  });
  it('reads a text with a stray control byte', () => {
    expect(decode(utf8('我们收集\0您的信息'))?.encoding).toBe('utf-8');
  });
  it('reads nothing as nothing', () => expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8' }));
});
