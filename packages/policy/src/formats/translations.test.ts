import { describe, expect, it } from 'vitest';
import { reading } from '../testing/reading.ts';

describe('a table of translations', () => {
  const texts = [
    ['privacy.title', '隐私政策'],
    ['privacy.collect_title', '我们收集的信息'],
    ['privacy.collect_p1', '您注册账号时，我们会收集您的手机号，用于核验身份；您写日记时，我们会收集日记的文字和照片，用于同步到您的其他设备。'],
    ['privacy.items', ['昵称：显示在日记上；', '头像：显示在日记上。']],
    ['privacy.contact_title', '联系我们'],
    ['privacy.contact_p1', '有疑问的，请发送邮件至 hi@lantern.example，我们在十五个工作日内答复您，也接受您的投诉和举报。'],
  ] as const;
  const shown = [
    'heading 1 隐私政策',
    'heading 2 我们收集的信息',
    `paragraph 0 ${texts[2][1]}`,
    ...texts[3][1].map((text) => `paragraph 0 ${text}`),
    'heading 2 联系我们',
    `paragraph 0 ${texts[5][1]}`,
  ];
  const tip = '登录前请阅读并同意隐私政策';

  it('shows what its keys name the policy, and no label or tip', async () => {
    const privacy = Object.fromEntries(texts.map(([key, text]) => [key.replace('privacy.', ''), text]));
    const table = JSON.stringify({ login: { privacyTip: tip, submit: '登录' }, settings: { privacy }, about: '关于灯塔日记的一切' }, null, 2);
    const { shape, quote } = await reading('src/i18n/zh-CN.json', table);
    expect(shape).toEqual(shown);
    expect(quote(texts[2][1])).toBe(texts[2][1]);
  });

  it('is known in the files of Flutter, HarmonyOS and TypeScript too', async () => {
    const flat = texts.filter(([, text]) => typeof text === 'string').map(([key, text]) => [key.replace('.', '_'), text] as const);
    const expected = shown.filter((line) => !/昵称|头像/.test(line));
    const arb = Object.fromEntries([['@@locale', 'zh'], ['loginPrivacyTip', tip], ...flat.flatMap(([key, text]) => [[key, text], [`@${key}`, { description: '给译者看的说明' }]])]);
    expect((await reading('lib/l10n/app_zh.arb', JSON.stringify(arb))).shape).toEqual(expected);
    const strings = { string: [{ name: 'login_privacy_tip', value: tip }, ...flat.map(([name, value]) => ({ name, value }))] };
    expect((await reading('entry/src/main/resources/base/element/string.json', JSON.stringify(strings))).shape).toEqual(expected);
    const module = `export default { login: { privacyTip: '${tip}' }, ${flat.map(([key, text]) => `${key}: '${text}'`).join(', ')} } as const;`;
    expect((await reading('src/locales/zh.ts', module)).shape).toEqual(expected);
  });

  it('is read like any program where no key names the policy, or the file does', async () => {
    const whole = ['heading 1 灯塔日记隐私政策', 'paragraph 0 我们只收集您的昵称。'];
    expect((await reading('zh.json', '{ "title": "灯塔日记隐私政策", "content": "我们只收集您的昵称。" }')).shape).toEqual(whole);
    const table = JSON.stringify({ title: '灯塔日记隐私政策', content: '我们只收集您的昵称。', privacy_more: texts[2][1].repeat(2) });
    expect((await reading('i18n/privacy/zh.json', table)).shape.slice(0, 2)).toEqual(whole);
  });
});
