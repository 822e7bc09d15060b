import { describe, expect, it } from 'vitest';
import { decodeText } from './text.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const ascii = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));

/** 权限 in GBK. */
const quanxian = bytes(0xc8, 0xa8, 0xcf, 0xde);

describe('decodeText', () => {
  it('keeps a byte order mark, so that offsets are those of the file', () => {
    expect(decodeText(joined(bytes(0xef, 0xbb, 0xbf), ascii('<a/>')))).toEqual({
      text: '\ufeff<a/>',
      encoding: 'utf-8',
    });
    expect(decodeText(bytes(0xff, 0xfe, 0x3c, 0, 0x61, 0))).toEqual({ text: '\ufeff<a', encoding: 'utf-16le' });
    expect(decodeText(bytes(0xfe, 0xff, 0, 0x3c, 0, 0x61))).toEqual({ text: '\ufeff<a', encoding: 'utf-16be' });
  });

  it('knows UTF-16 without a mark by the first angle bracket', () => {
    expect(decodeText(bytes(0x3c, 0, 0x61, 0)).text).toBe('<a');
  });

  it('follows an XML declaration and a meta charset', () => {
    const xml = decodeText(joined(ascii('<?xml version="1.0" encoding="GBK"?><!--'), quanxian, ascii('-->')));
    expect(xml).toEqual({ text: '<?xml version="1.0" encoding="GBK"?><!--权限-->', encoding: 'gb18030' });
    expect(decodeText(joined(ascii('<html><meta charset=gb2312>'), quanxian)).text).toContain('权限');
  });

  it('takes what is no UTF-8 for GB 18030, declared or not', () => {
    expect(decodeText(joined(ascii('# '), quanxian))).toEqual({ text: '# 权限', encoding: 'gb18030' });
    expect(decodeText(joined(ascii('<?xml version="1.0" encoding="utf-8"?>'), quanxian)).encoding).toBe('gb18030');
  });

  it('survives an unknown name and bytes that are no text', () => {
    expect(decodeText(ascii('<?xml version="1.0" encoding="klingon"?><a/>')).encoding).toBe('utf-8');
    expect(decodeText(bytes(0xff, 0xff, 0xff, 0xff)).text.length).toBeGreaterThan(0);
    expect(decodeText(bytes())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
