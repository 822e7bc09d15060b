import { describe, expect, it } from 'vitest';
import { rules } from '@mingshi/rules';
import { silentRules, unreadSentence } from './not-checked.ts';

describe('a file that was not read', () => {
  it.each([
    ['too-complex', undefined, '语法过于复杂，没有读', 'syntax too complex, not read'],
    ['too-slow', undefined, '读得太久，停下了，没有读', 'took too long and was stopped, not read'],
    ['minified', undefined, '压缩或打包过的代码，没有读', 'minified or bundled code, not read'],
    ['minified', 'react-native-contacts', '压缩或打包过的代码，没有读；其中提到 react-native-contacts', 'minified or bundled code, not read; it names react-native-contacts'],
    ['too-large', '3000000 bytes', '文件过大，没有读（3000000 bytes）', 'too large, not read (3000000 bytes)'],
  ])('%s (%s) is told in both languages', (what, detail, zh, en) => {
    expect(unreadSentence({ file: 'a.js', what, ...(detail !== undefined && { detail }) })).toEqual({ zh, en });
  });

  it('has no fallback among the reasons that readers give', () => {
    expect(unreadSentence({ what: 'unheard-of' }).en).toBe('not read: unheard-of');
  });
});

describe('rules that had nothing to look at', () => {
  const forPolicy = rules.filter(({ needs }) => needs.includes('policy'));

  it('are named where they are few', () => {
    expect(silentRules(forPolicy.slice(0, 2), true, false).map(({ why }) => why.en)).toEqual([
      `no privacy policy was read; not checked: ${forPolicy[0]?.id}, ${forPolicy[1]?.id}`,
    ]);
  });

  it('are counted where they are many', () => {
    expect(silentRules(forPolicy, true, false).map(({ why }) => why)).toEqual([
      {
        zh: `没有读到隐私政策，要它才能核对的 ${forPolicy.length} 条规则都没有检查`,
        en: `no privacy policy was read; the ${forPolicy.length} rules that need it were not run`,
      },
    ]);
  });
});
