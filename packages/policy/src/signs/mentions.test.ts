import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { understand } from '../understanding/understand.ts';

const knowledge = loadKnowledge();

async function mentions(text: string): Promise<readonly string[]> {
  const { documents } = await readDocument('privacy.txt', new TextEncoder().encode(`隐私政策\n一、说明\n${text}\n`), knowledge);
  return understand(documents, knowledge).signs.flatMap((sign) =>
    sign.kind === 'mention' ? [`${sign.how} ${sign.type} ${sign.quote.text}`] : [],
  );
}

describe('data that are named and not told of', () => {
  it.each([
    ['个人信息是指能够识别自然人的信息，如姓名、通讯录、软件列表。', 'definition contacts 通讯录'],
    ['如果更新后需要获取您的通讯录，我们仍会再次征求您的同意。', 'later contacts 通讯录'],
    ['您可以在系统设置中关闭麦克风权限。', 'switch-off audio-recording 麦克风权限'],
    ['Personal information means information that identifies you, such as your address book.', 'definition contacts address book'],
    ['If a future update needs to access your contacts, we will ask for your consent.', 'later contacts contacts'],
    ['You can turn off camera access in the settings of your phone.', 'switch-off camera-capture camera access'],
  ])('%s', async (text, expected) => {
    expect(await mentions(text)).toContain(expected);
  });

  it.each([
    ['本政策所称设备信息，是指设备型号、MAC地址。', 'mac-address', 'device-info'],
    ['日志信息包括运行中的应用。', 'running-apps', 'service-log'],
    ['个人信息是指能够识别自然人的信息，如通讯录。', 'contacts', undefined],
  ])('%s explains a name', async (text, type, of) => {
    const { documents } = await readDocument('privacy.txt', new TextEncoder().encode(`隐私政策\n一、说明\n${text}\n`), knowledge);
    const found = understand(documents, knowledge).signs.find((sign) => sign.kind === 'mention' && sign.type === type);
    expect(found?.kind === 'mention' && found.of).toBe(of);
  });

  it('are not looked for in what tells of them', async () => {
    expect(await mentions('我们会读取您的通讯录，用于邀请好友。')).toEqual([]);
  });

  it('are told by no statement where they are for later', async () => {
    for (const text of [
      '如果更新后需要获取您的通讯录，我们仍会再次征求您的同意。',
      'If a future update needs to access your contacts, we will ask for your consent.',
    ]) {
      const { documents } = await readDocument('privacy.txt', new TextEncoder().encode(text), knowledge);
      expect(understand(documents, knowledge).statements).toEqual([]);
    }
  });

  it('hold no words that are a deed', async () => {
    expect(await mentions('我们按照法律收集、存储个人信息，个人信息包括姓名。')).toEqual(['definition real-name 姓名']);
  });
});
