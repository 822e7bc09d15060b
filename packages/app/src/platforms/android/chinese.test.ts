import { describe, expect, it } from 'vitest';
import { appPlugin, manifest, read } from './sample.ts';

async function chinese(resources: Readonly<Record<string, string>>) {
  const { apps } = await read({
    'settings.gradle': "include ':app'",
    'app/build.gradle': appPlugin,
    'app/src/main/AndroidManifest.xml': manifest(),
    ...Object.fromEntries(
      Object.entries(resources).map(([folder, strings]) => [
        `app/src/main/res/${folder}/strings.xml`,
        `<resources>${strings.split('|').map((text, i) => `<string name="s${i}">${text}</string>`).join('')}</resources>`,
      ]),
    ),
  });
  const found = apps[0]?.chinese;
  return found && `${found.as} ${found.text}`;
}

describe('signs of Simplified Chinese', () => {
  it('takes the strings of the default language', async () => {
    expect(await chinese({ values: '开始练习|继续' })).toBe('interface 开始练习');
  });

  it('takes a translation', async () => {
    expect(await chinese({ values: 'Start|Go on', 'values-zh-rCN': '开始|继续' })).toBe('translation 开始');
    expect(await chinese({ values: 'Start', 'values-b+zh+Hans': '开始' })).toBe('translation 开始');
    expect(await chinese({ values: 'Start', 'values-zh-night': '开始' })).toBe('translation 开始');
  });

  it('knows Traditional Chinese and Japanese apart', async () => {
    expect(await chinese({ values: 'Start', 'values-zh-rTW': '繼續' })).toBeUndefined();
    expect(await chinese({ values: '開始|設定' })).toBeUndefined();
    expect(await chinese({ values: '続ける|保存する' })).toBeUndefined();
  });

  it('takes the name of a language for no sign', async () => {
    expect(await chinese({ values: 'Start|Go on|Language|中文' })).toBeUndefined();
  });
});
