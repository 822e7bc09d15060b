import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';

const knowledge = loadKnowledge();

/** What versions of a policy say otherwise: `what id, where it is told → where it is not`. */
async function driftOf(files: Record<string, string>): Promise<readonly string[]> {
  const { signs } = await readPolicy(memoryFiles(files), {}, knowledge);
  return signs
    .flatMap((sign) =>
      sign.kind === 'drift' ? [`${sign.what} ${sign.id}, ${sign.quote.at.file} → ${sign.other.at.file}`] : [],
    )
    .toSorted();
}

const zh = (...more: readonly string[]): string =>
  [
    '# 灯塔日记隐私政策',
    '',
    '我们收集您的昵称，用于显示在日记旁边。您可以在“我的”中查阅、更正您的信息。',
    ...more,
  ].join('\n\n');
const en = (...more: readonly string[]): string =>
  [
    '# Lighthouse Diary privacy policy',
    '',
    'We collect your nickname to show it next to your diary. You may access and correct your data under Me.',
    ...more,
  ].join('\n\n');

describe('two languages', () => {
  it('agree where both say the same, in whatever words', async () => {
    expect(await driftOf({ 'privacy-zh.md': zh(), 'privacy-en.md': en() })).toEqual([]);
    const files = {
      'privacy-zh.md': zh('我们收集您的手机号码和手机型号，用于登录。我们会申请麦克风权限，用于录制语音日记。'),
      'privacy-en.md': en(
        'We collect your contact details and information on your device to sign you in. We record the sound of your voice notes.',
      ),
    };
    expect(await driftOf(files)).toEqual([]);
  });

  it('differ in data, in either direction', async () => {
    const files = {
      'privacy-zh.md': zh('我们收集您的剪贴板内容，用于粘贴网址，以便您把看到的文章收进日记。'),
      'privacy-en.md': en(
        'We collect your location to show it next to your diary, so that you know where it was written.',
      ),
    };
    expect(await driftOf(files)).toEqual([
      'data clipboard, privacy-zh.md → privacy-en.md',
      'data location, privacy-en.md → privacy-zh.md',
    ]);
  });

  it('differ where one denies what the other tells', async () => {
    const files = {
      'privacy-zh.md': zh('我们不收集您的位置信息。'),
      'privacy-en.md': en('We collect your location to show it next to your diary.'),
    };
    expect(await driftOf(files)).toEqual(['data location, privacy-en.md → privacy-zh.md']);
  });

  it('differ in permissions, companies and rights', async () => {
    const files = {
      'privacy-zh.md': zh(
        '我们会申请日历权限，用于提醒您写日记。',
        '## 第三方',
        '我们将您的昵称提供给极光，用于推送消息。',
        '## 您的权利',
        '您可以在“设置”中注销账号。',
      ),
      'privacy-en.md': en(
        'We remind you to write your diary, at the time of the day that you choose.',
        '## Third parties',
        'We share your nickname with a provider of messages, who sends them to you.',
      ),
    };
    expect(await driftOf(files)).toEqual([
      'permission android.permission.READ_CALENDAR, privacy-zh.md → privacy-en.md',
      'recipient 极光, privacy-zh.md → privacy-en.md',
      'right account-cancellation, privacy-zh.md → privacy-en.md',
    ]);
  });

  it('agree where a list that goes with the other version tells it', async () => {
    const sdks = [
      '# Third-party SDK list',
      'We share your personal information with these third parties, who collect your data in our app as their own policies tell; you can refuse each of them in the settings of the app at any time:',
      '| SDK | Purpose | Data |\n|---|---|---|\n| JPush | push messages to your device | the nickname that we collect |',
    ].join('\n\n');
    const files = {
      'privacy-zh.md': zh('## 第三方', '我们将您的昵称提供给极光，用于推送消息。'),
      'privacy-en.md': en('## Third parties', 'We share your nickname with a provider of messages.'),
      'sdk-list-en.md': sdks,
    };
    expect(await driftOf(files)).toEqual([]);
  });

  it('are told by their dates alone where these differ', async () => {
    const files = {
      'privacy-zh.md': zh('更新日期：2026 年 5 月 1 日', '我们收集您的剪贴板内容，用于粘贴网址。'),
      'privacy-en.md': en('Last updated: 1 March 2025', 'We collect your location to show it next to your diary.'),
    };
    expect(await driftOf(files)).toEqual(['date 2026-05-01, privacy-zh.md → privacy-en.md']);
  });
});

const halves = (one: string, other: string): Record<string, string> => ({ 'privacy.md': `${one}\n\n${other}` });

describe('two languages in one file', () => {
  it('agree where both say the same', async () => {
    expect(await driftOf(halves(zh(), en()))).toEqual([]);
    expect(await driftOf(halves(en(), zh()))).toEqual([]);
  });

  it('differ in what one of them leaves out, wherever each stands', async () => {
    const clipboard = '我们收集您的剪贴板内容，用于粘贴网址，以便您把看到的文章收进日记。';
    const diary = 'We collect the entries of your diary so that you can read them on each of your devices.';
    const differ = ['data clipboard, privacy.md → privacy.md'];
    expect(await driftOf(halves(zh(clipboard), en(diary)))).toEqual(differ);
    expect(await driftOf(halves(en(diary), zh(clipboard)))).toEqual(differ);
  });

  it('differ paragraph by paragraph', async () => {
    const text = [
      '# 灯塔日记隐私政策 Lighthouse Diary privacy policy',
      '我们收集您的昵称，用于显示在日记旁边。',
      'We collect your nickname to show it next to your diary.',
      '我们收集您的位置信息，用于标记写日记的地点。',
      'We remember where in the text you stopped reading.',
      '您可以在“我的”中查阅、更正您的信息。',
      'You may access and correct your data under Me.',
      '您的日记保存在您的手机上，我们看不到它们。',
      'The entries of your diary are stored on your phone, where we cannot see them.',
    ].join('\n\n');
    expect(await driftOf({ 'privacy.md': text })).toEqual(['data location, privacy.md → privacy.md']);
  });

  it('are not held against each other where the one is a summary, or another text', async () => {
    const long = ['我们收集您的位置信息，用于标记写日记的地点。', '我们收集您的剪贴板内容，用于粘贴网址。', '我们收集您的通话记录，用于拦截骚扰电话。'];
    expect(await driftOf(halves(zh(...long, ...long), 'The English version of this policy is being written; this text is for you to know.'))).toEqual([]);
    const terms = '# Terms of service\n\nThis agreement is between you and us. We are not liable for damage of any kind, and the licence terminates when you break this agreement. You may not copy, rent or sell the app, nor use it against the law of your country.';
    expect(await driftOf(halves(zh(...long), terms))).toEqual([]);
  });

  it('share names, and paragraphs that say everything twice', async () => {
    const both = '我们将您的昵称提供给极光 We share your nickname with JPush to send you messages.';
    const files = { 'privacy.md': [zh(), both, 'JPush', en()].join('\n\n') };
    expect(await driftOf(files)).toEqual([]);
  });
});

describe('copies', () => {
  const text =
    '我们在境内的服务器上保存您的日记，直到您删除为止。我们采用加密的方式传输和保存您的日记，只有负责维护的人员可以接触。'.repeat(
      2,
    );
  const location = '我们收集您的位置信息，用于标记写日记的地点。';

  it('are the same, whatever the markup around them', async () => {
    const html = zh(location, text)
      .split('\n\n')
      .map((line) => `<p>${line.replace('# ', '')}</p>`)
      .join('');
    expect(await driftOf({ 'app/src/main/assets/privacy.md': zh(location, text), 'docs/privacy.html': html })).toEqual(
      [],
    );
  });

  it('differ though they are too alike for both to be read', async () => {
    const files = { 'app/src/main/assets/privacy.md': zh(location, text), 'docs/privacy.md': zh(text) };
    expect(await driftOf(files)).toEqual(['data location, app/src/main/assets/privacy.md → docs/privacy.md']);
  });

  it('of other products, platforms, modules, variants and times are none', async () => {
    const pairs = [
      ['privacy.md', 'privacy-old.md'],
      ['android/privacy.md', 'ios/privacy.md'],
      ['free/src/main/assets/privacy.md', 'paid/src/main/assets/privacy.md'],
      ['app/src/main/assets/privacy.md', 'app/src/huawei/assets/privacy.md'],
    ];
    for (const [one, other] of pairs)
      expect(await driftOf({ [one as string]: zh(location, text), [other as string]: zh(text) })).toEqual([]);
    const writer = zh(text).replaceAll('灯塔日记', '晨钟闹铃');
    expect(await driftOf({ 'a/privacy.md': zh(location, text), 'b/privacy.md': writer })).toEqual([]);
  });

  it("are none where one is but a summary, or the children's rules", async () => {
    expect(await driftOf({ 'privacy.md': zh(location, text.repeat(3)), 'summary/privacy.md': zh() })).toEqual([]);
    const children = zh(text).replace('隐私政策', '儿童隐私保护规则');
    expect(await driftOf({ 'privacy.md': zh(location, text), 'children-privacy.md': children })).toEqual([]);
  });
});
