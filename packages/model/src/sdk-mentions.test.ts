import { describe, expect, it } from 'vitest';
import type { SdkMention } from './policy.ts';
import { mentionsOf, tellingOf } from './sdk-mentions.ts';

const at = { file: 'privacy.md', start: 0, end: 1 };
const mention = (text: string, sdks: readonly string[], listed: boolean): SdkMention => ({
  text, at, sdks, exact: sdks.length === 1, document: 0, listed, entry: at, tells: { data: false, purpose: false, link: false }, data: [],
});
const brand = mention('青鸟', ['bird-push', 'bird-map'], true);
const passing = mention('青鸟推送', ['bird-push'], false);
const own = mention('青鸟推送 SDK', ['bird-push'], true);
const words = (mentions: readonly SdkMention[]): readonly string[] => mentions.map(({ text }) => text);

describe('mentions of an SDK', () => {
  it('count by its own name before its brand, and in a list before in passing', () => {
    expect(words(mentionsOf({ sdks: [brand, passing, own] }, 'bird-push'))).toEqual(['青鸟推送 SDK']);
    expect(words(mentionsOf({ sdks: [brand, passing] }, 'bird-push'))).toEqual(['青鸟推送']);
    expect(words(mentionsOf({ sdks: [brand, passing] }, 'bird-map'))).toEqual(['青鸟']);
    expect(mentionsOf({ sdks: [own] }, 'bird-map')).toEqual([]);
  });

  it('tell of it unless they name its brand in passing', () => {
    const said = mention('青鸟公司', ['bird-push', 'bird-map'], false);
    expect(words(tellingOf({ sdks: [brand, said, passing] }, 'bird-push'))).toEqual(['青鸟', '青鸟推送']);
  });
});
