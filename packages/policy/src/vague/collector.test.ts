import { describe, expect, it } from 'vitest';
import { readingOf } from '../testing/elements.ts';

type Case = readonly [kind: string, words: string, text: string];

/** Sentences that leave the reader in the dark. */
const vague: readonly Case[] = [
  ['purpose', '提升用户体验', '为了提升用户体验，我们会收集您的位置信息。'],
  ['purpose', '改善用户体验', '办理业务时，我们收集您的姓名，用于改善用户体验及其他合理用途。'],
  ['purpose', 'improve our services', 'We collect your location to improve our services.'],
  ['scope', '包括但不限于', '我们收集的个人信息包括但不限于姓名、手机号码。'],
  ['scope', '相关信息', '在您下单时，我们会收集您的相关信息。'],
  ['scope', 'certain information', 'We collect certain information from your phone.'],
  ['scope', 'including but not limited to', 'We collect personal information including but not limited to your name and phone number.'],
  ['scope', '例如', '我们会收集您的设备信息，例如设备型号、系统版本等。'],
  ['recipient', '关联公司', '我们可能与关联公司共享您的手机号码。'],
  ['recipient', '合作伙伴', '我们会与合作伙伴共享您的手机号码。'],
  ['recipient', '向第三方', '我们可能向第三方提供您的位置信息。'],
  ['recipient', 'third parties', 'We may share your email address with third parties.'],
  ['retention', '必要的期限', '我们只在必要的期限内保存您的个人信息。'],
  ['retention', 'as long as necessary', 'We store your personal information as long as necessary.'],
];

/** Sentences that say enough, or that collect, use and share nothing. */
const clear: readonly string[] = [
  '为了定位附近门店并提升体验，我们会收集您的位置信息。',
  '我们会收集您的手机号码、昵称、头像等信息。',
  '我们不会与任何合作伙伴共享您的手机号码。',
  '未经您同意，我们不会向第三方提供您的位置信息。',
  '我们向高德软件有限公司提供您的位置信息，用于地图展示。',
  '我们采取的安全措施包括但不限于加密、访问控制。',
  '您可以在设置页查看相关信息。',
  '收到举报后，我们可以对相关内容，包括但不限于用户资料、评论记录进行审查、删除。',
  '我们收集的人脸信息是敏感个人信息，相比其他个人信息，我们会给它更多保护。',
  '在向第三方提交您的个人信息之前，请先看它的隐私政策。',
  '我们收集结合其他信息能够认出您的数据。',
  '我们会努力提升用户体验。',
  '订单信息保存三年。',
  'We do not share your email address with third parties.',
  'We share your card number with Stripe, Inc. to process the payment.',
  'We collect your name and email address to create your account.',
  'Our partners tell us how to improve our services.',
  'You may choose to share the picture with third parties.',
  '为了向您提供更好的服务，我们仅收集必要的个人信息。',
  '我们收集崩溃日志，以便改进产品。',
  '您使用与天气有关的服务时，我们收集您的位置信息，以便提供相关服务。',
  'We use your location to improve our services and to connect you with friends nearby.',
  '用户不得从事危害网络安全的行为，包括但不限于使用他人的手机号码。',
  '某些个人信息因其特殊性可能被认为是敏感个人信息，例如您的健康信息等。',
  '您可以在官网查看我们收集的相关信息。',
  '我们收集IP地址，设备型号，系统版本等信息。',
  '在您注册时，我们会收集您的相关信息。这些信息包括您的手机号码和昵称。',
  '我们会与合作伙伴（如快递公司）共享您的手机号码。',
  '我们会把您的地址提供给快递公司等合作伙伴。',
  '我们会与合作伙伴共享您的手机号码。我们的合作伙伴包括以下几类：快递公司、支付机构。',
  '我们可能与关联公司共享您的手机号码。关联公司名单见文末。',
  '我们与合作伙伴分享经统计加工、不含个人身份的信息。',
  'We share your email address with third parties such as payment processors.',
  'Your card number is processed by third party financial institutions.',
  'We share your advertiser ID with Meta Platforms, Inc.',
  'We share your email address with Little Wood Limited and other affiliates.',
  'We make sure that third parties to whom we disclose your email address protect it.',
  'You have the right to request that we name any third parties to whom we disclosed your email address.',
  '我们会与合作伙伴共享您的手机号码。例如，快递公司需要它来送货。',
  '我们可能与供应商共享您的手机号码。这些供应商可能为我们提供短信发送服务。',
  'We share your email address with third parties. These third parties help us send letters.',
  'We share your email address with affiliates in the Little Wood group.',
  'Personal data means information that identifies you, including but not limited to your name.',
];

describe('vague words', () => {
  it.each(vague)('finds a vague %s: %s in %s', async (kind, words, text) => {
    const found = (await readingOf(text)).vague.find((phrase) => phrase.kind === kind);
    expect(found?.words.text).toBe(words);
    expect(found?.sentence.text).toBe(text);
    expect(text.slice(found?.words.at.start, found?.words.at.end)).toBe(words);
  });

  it.each(clear)('finds nothing in %s', async (text) => {
    expect((await readingOf(text)).vague).toEqual([]);
  });

  it('leaves definitions and titles alone', async () => {
    expect((await readingOf('## 定义\n\n合作伙伴：我们与之共享您的个人信息的公司。')).vague).toEqual([]);
    expect((await readingOf('## 与合作伙伴共享您的信息\n\n详见下文。')).vague).toEqual([]);
  });

  it('counts the same words up to twenty', async () => {
    const text = '我们会与合作伙伴共享您的手机号码。\n\n'.repeat(30);
    expect((await readingOf(text)).vague).toHaveLength(20);
  });
});
