import { describe, expect, it } from 'vitest';
import { withoutOtherPlatforms } from './other-platforms.ts';

const kept = (text: string): readonly string[] => {
  const left = withoutOtherPlatforms(text);
  expect(left.length).toBe(text.length);
  return left.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !/#(?:ifn?def|else|endif)/.test(line));
};

describe('conditional compilation', () => {
  it('leaves out what is compiled only for web pages, mini programs and other systems', () => {
    expect(kept('a()\n// #ifdef MP-WEIXIN\nb()\n// #endif\nc()')).toEqual(['a()', 'c()']);
    expect(kept('// #ifdef H5 || MP-ALIPAY\nb()\n// #endif\nc()')).toEqual(['c()']);
    expect(kept('// #ifndef APP-PLUS\nb()\n// #endif')).toEqual([]);
    expect(kept('/* #ifdef APP-IOS */\nb()\n/* #endif */')).toEqual([]);
  });

  it('keeps what goes into the app, and what is chosen by something else', () => {
    expect(kept('// #ifdef APP-PLUS || H5\na()\n// #endif')).toEqual(['a()']);
    expect(kept('//#ifndef MP\na()\n//#endif')).toEqual(['a()']);
    expect(kept('// #ifdef VUE3\na()\n// #else\nb()\n// #endif')).toEqual(['a()', 'b()']);
    expect(kept('// #ifdef MP-WEIXIN\nnobody closes it()')).toEqual(['nobody closes it()']);
  });

  it('takes the other branch, and branches within branches', () => {
    expect(kept('// #ifdef H5\na()\n// #else\nb()\n// #endif')).toEqual(['b()']);
    expect(kept('// #ifdef MP\na()\n// #ifdef APP\nb()\n// #endif\nc()\n// #endif\nd()')).toEqual(['d()']);
    expect(kept('// #ifdef APP\na()\n// #ifdef H5\nb()\n// #endif\nc()\n// #endif')).toEqual(['a()', 'c()']);
  });

  it('reads the directives of templates', () => {
    expect(kept('<view>\n<!-- #ifdef H5 -->\n<a/>\n<!-- #endif -->\n</view>')).toEqual(['<view>', '</view>']);
  });

  it('stays fast on what never closes', () => {
    const text = '// #ifdef H5\n'.repeat(50_000);
    expect(withoutOtherPlatforms(text)).toBe(text);
    const nested = '// #ifdef H5\n'.repeat(20_000) + '// #endif\n'.repeat(20_000);
    const start = performance.now();
    withoutOtherPlatforms(nested);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
