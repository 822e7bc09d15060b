import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { simplify } from './simplified.ts';

describe('simplify', () => {
  it('writes Traditional as Simplified', () => {
    expect(simplify('我們會記錄您的電話號碼與識別碼')).toBe('我们会记录您的电话号码与识别码');
  });
  it('knows the words of policies', () => {
    expect(simplify('瞭解合作夥伴，徵得同意')).toBe('了解合作伙伴，征得同意');
  });
  it('calls things as they are called on the mainland', () => {
    expect(simplify('App 會存取您的相簿、聯絡人與簡訊，並透過藍牙搜尋裝置')).toBe('App 会访问您的相册、联系人与短信，并通过蓝牙搜索设备');
    expect(simplify('健康檔案不是檔案')).toBe('健康档案不是文件');
    expect(simplify('靜默獲取用於回覆的座標，意味著您取用服務')).toBe('静默获取用于回复的坐标，意味着您使用服务');
    expect(simplify('推送资讯，存取数据')).toBe('推送资讯，存取数据');
  });
  it('leaves Simplified, Latin and odd units alone', () => {
    const text = '著作权归我们所有，SDK 名称：推送\ud800 𠮷';
    expect(simplify(text)).toBe(text);
  });
  it('keeps every offset', () => {
    const text = '隱私權政策 Privacy 資料\r\n𪚥後';
    expect(simplify(text)).toHaveLength(text.length);
  });
});

describe('languageOf', () => {
  it.each([
    ['zh', ['我们收集手机号码，用于注册 Account，并交给 Acme Push SDK 处理。']],
    ['zh-Hant', ['我們會收集您的電話號碼，以便為您開通帳戶。']],
    ['en', ['We collect your phone number to open an account.', '张三 Technology Ltd']],
    ['unknown', ['123 — ??']],
    [
      'mixed',
      [
        '我们收集手机号码，用于注册账号；我们不会出售您的个人信息。'.repeat(3),
        'We collect your phone number to open an account and we never sell your personal information. '.repeat(3),
      ],
    ],
  ])('%s', (language, pieces) => expect(languageOf(pieces)).toBe(language));
});
