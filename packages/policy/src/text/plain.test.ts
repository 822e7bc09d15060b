import { describe, expect, it } from 'vitest';
import { plainOf } from './plain.ts';

describe('plainOf', () => {
  it.each([
    ['當你註冊時，我們會收集你的ＩＭＥＩ', '当您注册时，我们会收集您的IMEI'],
    ['收集手机号(必填),用于注册;不出售.', '收集手机号（必填），用于注册；不出售。'],
    ['联系我们:service@example.com 或 010-5555 1234.', '联系我们：service@example.com 或 010-5555 1234.'],
    ['见[隐私政策](https://example.com/a),以及 1.2.3 版', '见[隐私政策](https://example.com/a)，以及 1.2.3 版'],
    ['姓名/昵称和/或头像,见 https://example.com/a/b', '姓名、昵称和/或头像，见 https://example.com/a/b'],
    ['We collect names, and (rarely) ages.', 'We collect names, and (rarely) ages.'],
  ])('%s', (text, plain) => {
    expect(plainOf(text)).toBe(plain);
    expect(plainOf(text)).toHaveLength(text.length);
  });
});
