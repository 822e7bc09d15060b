import { describe, expect, it } from 'vitest';
import { reading, tablesOf } from '../testing/reading.ts';

const lines = (...all: string[]): string => all.join('\n');

describe('plain text', () => {
  it('takes lines for paragraphs and numbers for headings and items', async () => {
    const { document, shape } = await reading(
      'privacy.txt',
      lines(
        '星河日记隐私政策',
        '更新日期：2025年3月1日',
        '',
        '一、我们收集的信息',
        '为了提供服务，我们会收集以下信息：',
        '（1）手机号码，用于注册；',
        '（2）位置信息，用于天气卡片。',
        '二、我们如何共享信息',
        '我们不会向任何第三方出售您的信息。',
      ),
    );
    expect(document.title).toBe('星河日记隐私政策');
    expect(shape).toEqual([
      'heading 1 星河日记隐私政策',
      'paragraph 0 更新日期：2025年3月1日',
      'heading 2 一、我们收集的信息',
      'paragraph 0 为了提供服务，我们会收集以下信息：',
      'item 1 手机号码，用于注册；',
      'item 1 位置信息，用于天气卡片。',
      'heading 2 二、我们如何共享信息',
      'paragraph 0 我们不会向任何第三方出售您的信息。',
    ]);
  });

  it('joins broken Chinese lines without a space and English ones with one', async () => {
    const chinese = await reading(
      'a.txt',
      lines(
        '我们在您注册账号时收集您的手机号码和您选择的昵称，并在您发布',
        '内容时收集图片（',
        '包括照片），这些信息只保存在您的设备里。',
      ),
    );
    expect(chinese.shape).toEqual([
      'paragraph 0 我们在您注册账号时收集您的手机号码和您选择的昵称，并在您发布内容时收集图片（包括照片），这些信息只保存在您的设备里。',
    ]);
    expect(chinese.quote('图片（包括照片）')).toBe('图片（\n包括照片）');
    const english = await reading(
      'a.txt',
      lines(
        'The app keeps your notes on the device and',
        'never sends them to',
        'any server of ours.',
        '',
        'Nothing else is kept.',
      ),
    );
    expect(english.shape).toEqual([
      'paragraph 0 The app keeps your notes on the device and never sends them to any server of ours.',
      'paragraph 0 Nothing else is kept.',
    ]);
    expect(english.quote('never sends them to any server')).toBe('never sends them to\nany server');
  });

  it('joins a line that ends in an example or within a word', async () => {
    const { shape } = await reading(
      'a.txt',
      lines(
        'The app reads device data (e.g.',
        'Android ID and screen size) and the state of your Wi-',
        'Fi.',
        '',
        'We keep recipes, tips, etc.',
        'They stay on your phone.',
      ),
    );
    expect(shape).toEqual([
      'paragraph 0 The app reads device data (e.g. Android ID and screen size) and the state of your Wi-Fi.',
      'paragraph 0 We keep recipes, tips, etc.',
      'paragraph 0 They stay on your phone.',
    ]);
  });

  it('joins lines that were broken at a column, whatever the next word', async () => {
    const { shape } = await reading(
      'a.txt',
      lines(
        'When you open an account with the Harbour app we keep the mail address that',
        'Harbour needs to write to you, and the name under which other members know',
        'You can remove both at any time in the profile of your account, where you',
        'Also find the list of devices that are signed in and the day when each one',
        'was last seen.',
        '',
        'Backups are kept for thirty days on servers in Ireland and are then deleted',
        'Without exception.',
      ),
    );
    expect(shape).toHaveLength(2);
  });

  it('keeps lines apart that stand for themselves', async () => {
    const { shape } = await reading(
      'a.txt',
      lines('第三方名称：北风推送', '使用目的：消息推送', '收集信息：设备标识符'),
    );
    expect(shape).toHaveLength(3);
  });

  it('knows headings by underlines, signs and letters', async () => {
    const { document } = await reading(
      'PRIVACY.rst',
      lines(
        '.. comment of the build',
        '',
        '==============',
        'Privacy Policy',
        '==============',
        '',
        'Scope',
        '-----',
        '',
        'This policy is about the Lantern app.',
        '',
        'Data we keep',
        '------------',
        '',
        'We keep nothing at all.',
      ),
    );
    expect(document.sections.map(({ title, level }) => `${level} ${title}`)).toEqual([
      '1 Privacy Policy',
      '2 Scope',
      '2 Data we keep',
    ]);
    const other = await reading(
      'a.txt',
      lines('# Privacy', 'WHAT WE COLLECT', 'We collect your name when you sign up for a course.'),
    );
    expect(other.document.sections.map(({ title }) => title)).toEqual(['Privacy', 'WHAT WE COLLECT']);
  });

  it('does not take a table of contents for headings', async () => {
    const { document, shape } = await reading(
      'a.txt',
      lines(
        '本政策将帮助您了解：',
        '1、我们收集什么',
        '2、我们如何保存',
        '3、如何联系我们',
        '',
        '一、我们收集什么',
        '我们只收集您的邮箱地址，用于找回密码。',
      ),
    );
    expect(shape.slice(1, 4)).toEqual(['item 1 我们收集什么', 'item 1 我们如何保存', 'item 1 如何联系我们']);
    expect(document.sections.at(-1)?.title).toBe('一、我们收集什么');
  });

  it('nests items by the order in which their numbers open', async () => {
    const { shape } = await reading(
      'a.txt',
      lines('1、注册账号时我们会收集：', '（1）手机号；', '① 国家码；', '（2）昵称；', '2、下单时我们会收集收货地址。'),
    );
    expect(shape.map((line) => line.slice(0, 6))).toEqual(['item 1', 'item 2', 'item 3', 'item 2', 'item 1']);
  });

  it('reads tables by bars, by tabs and with each cell on a line', async () => {
    const bars = await reading(
      'a.txt',
      lines('SDK名称 | 用途 | 收集的信息', '北风推送 | 消息推送 | 设备标识符', '远山地图 | 定位 | 位置信息'),
    );
    expect(tablesOf(bars.document)).toEqual([
      '#SDK名称|用途|收集的信息',
      '北风推送|消息推送|设备标识符',
      '远山地图|定位|位置信息',
    ]);
    const tabs = await reading('a.txt', lines('权限\t目的', '相机\t扫码', '麦克风\t语音输入'));
    expect(tablesOf(tabs.document)).toEqual(['#权限|目的', '相机|扫码', '麦克风|语音输入']);
    const lone = await reading(
      'a.txt',
      lines(
        '**名称**',
        '|',
        '**用途**',
        '|',
        '**收集信息**  ',
        '',
        '---|---|---  ',
        '',
        '北风推送',
        '|',
        '推送',
        '|',
        '设备信息  ',
        '',
        '网络状态',
        '',
        '远山地图',
        '|',
        '定位',
        '|',
        '位置  ',
        '',
        '以上第三方均已签署协议。',
      ),
    );
    expect(tablesOf(lone.document)).toEqual([
      '#名称|用途|收集信息',
      '北风推送|推送|设备信息\n网络状态',
      '远山地图|定位|位置',
    ]);
    expect(lone.shape.at(-1)).toBe('paragraph 0 以上第三方均已签署协议。');
  });

  it('drops the marks that exports leave behind', async () => {
    const { blocks, quote } = await reading(
      'a.txt',
      '1\\. 我们会收集**设备标识符**与 `OAID`，_申请_ READ_PHONE_STATE 。',
    );
    expect(blocks[0]?.text).toBe('我们会收集设备标识符与 `OAID`，申请 READ_PHONE_STATE 。');
    expect(blocks[0]?.strong.map(({ start, end }) => blocks[0]?.text.slice(start, end))).toEqual(['设备标识符']);
    expect(quote('收集设备标识符')).toBe('收集**设备标识符');
  });

  it('counts a byte order mark and both signs of a line end', async () => {
    const { document, quote } = await reading('a.txt', '\ufeff隐私政策\r\n\r\n我们收集您的邮箱，\r\n用于登录。\r\n');
    expect(quote('邮箱，用于登录')).toBe('邮箱，\r\n用于登录');
    expect(document.length).toBe(27);
  });

  it('reads a table with more cells than a call takes arguments', async () => {
    const rows = 70_000;
    const { blocks } = await reading('a.txt', `隐私政策\n\n${'邮箱 | 登录\n'.repeat(rows)}`);
    expect(blocks.filter(({ kind }) => kind === 'cell').length).toBe(rows * 2);
  });
});
