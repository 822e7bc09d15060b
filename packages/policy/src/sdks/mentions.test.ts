import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import type { SdkMention } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../index.ts';
import { nameFinderOf } from './names.ts';

const knowledge = loadKnowledge();
const namesIn = (text: string) => nameFinderOf(knowledge)(text).map(({ start, end }) => text.slice(start, end));

describe('names of SDKs', () => {
  it.each([
    ['我们接入了友盟＋统计和极光推送SDK。', ['友盟＋统计', '极光推送SDK']],
    ['我們接入了極光推送', ['極光推送']],
    ['J Push、jpush、J-PUSH', ['J Push', 'jpush', 'J-PUSH']],
    ['Firebase Crashlytics (FirebaseCrashlytics)', ['Firebase Crashlytics', 'FirebaseCrashlytics']],
    ['集成个推、融云和神策', ['个推', '融云', '神策']],
    ['我们使用 Branch 统计来源', ['Branch']],
  ])('stand in %s', (text, names) => expect(namesIn(text)).toEqual(names));

  it.each([
    '为每个推荐位展示内容，播放音乐播放列表，查看完美数据与阿里云信息、金融云服务、六十秒验证码',
    'You may stream music, visit a branch, adjust the segment and square it with persona or radar.',
    'Adjust your settings at any time.',
    '请使用华为手机，加入QQ群或公布微信号',
    'see https://www.example.com/jpush/umeng and mail to stripe@example.com or loadUmengx',
    'a mob of people; m ob; heap and matrix',
  ])('are not in %s', (text) => expect(namesIn(text)).toEqual([]));

  it('are found in time that grows with the text', () => {
    const text = '个推 友盟 J-P-U-S-H - - -'.repeat(20_000);
    expect(namesIn(text).length).toBeGreaterThan(20_000);
  });
});

async function mentions(text: string): Promise<readonly SdkMention[]> {
  const { sdks } = await readPolicy(memoryFiles({ 'p.md': text }), { named: ['p.md'] }, knowledge);
  return sdks;
}

const short = ({ sdks, exact, listed, tells, data }: SdkMention) => ({
  sdks: sdks.length > 1 ? sdks.length : sdks[0],
  exact,
  listed,
  tells: (['data', 'purpose', 'link'] as const).filter((key) => tells[key]).join(' '),
  data: data.filter(({ generic }) => !generic).map(({ id }) => id).join(' '),
});

describe('entries', () => {
  it('are the rows of a table, told by its header', async () => {
    const found = await mentions(`# 书桥隐私政策

## 第三方SDK清单

| SDK名称 | 公司名称 | 使用目的 | 收集的信息 | 隐私政策链接 |
| --- | --- | --- | --- | --- |
| 友盟统计 | 友盟同欣（北京）科技有限公司 | 统计，并支持微信登录 | OAID、Android ID | https://example.com/a |
| 极光推送 | 和讯华谷 | 无 | / | |
`);
    expect(found.map(short)).toEqual([
      { sdks: 'umeng-analytics', exact: true, listed: true, tells: 'data purpose link', data: 'oaid android-id' },
      { sdks: 'wechat-opensdk', exact: true, listed: false, tells: 'data purpose link', data: 'oaid android-id' },
      { sdks: 'jpush', exact: true, listed: true, tells: '', data: '' },
    ]);
  });

  it.each([
    ['本应用不含任何广告 SDK（如穿山甲）。', 'pangle-cn'],
    ['本应用未集成友盟统计SDK。', 'umeng-analytics'],
    ['The app integrates no ad networks (such as Google AdMob).', 'google-admob'],
    ['It contains no crash reporting SDKs (such as Firebase Crashlytics).', 'firebase-crashlytics'],
  ])('do not list what the app is said to be without: %s', async (text, sdk) => {
    const found = await mentions(`# 书桥隐私政策\n\n## 第三方 SDK\n\n${text}\n`);
    expect(found.map(short).map(({ sdks, listed }) => ({ sdks, listed }))).toEqual([{ sdks: sdk, listed: false }]);
  });

  it('are items with what stands below them', async () => {
    const found = await mentions(`# 书桥隐私政策

## 我们与谁共享

我们接入以下第三方服务：

- 穿山甲
  - 用途：展示广告
  - 收集信息：IMEI、OAID
- 腾讯Bugly
`);
    expect(found.map(short)).toEqual([
      { sdks: 'pangle-cn', exact: true, listed: true, tells: 'data purpose', data: 'imei oaid' },
      { sdks: 'bugly', exact: true, listed: true, tells: '', data: '' },
    ]);
  });

  it('are lines with labels up to the next name', async () => {
    const found = await mentions(`# 书桥隐私政策

## 第三方

SDK名称：高德地图定位SDK

使用目的：显示附近的书店

收集信息：位置信息

隐私政策链接：https://example.com/amap

SDK名称：融云即时通讯

使用目的：书友聊天
`);
    expect(found.map(short).map(({ sdks, tells }) => ({ sdks, tells }))).toEqual([
      { sdks: 2, tells: 'data purpose link' },
      { sdks: 'rongcloud', tells: 'purpose' },
    ]);
  });

  it('are cards: tables with the labels in the first column, below a heading that names or with a row that does', async () => {
    const found = await mentions(`# 书桥隐私政策

## 第三方 SDK

### 极光推送

| 项目 | 内容 |
| --- | --- |
| 提供方 | 深圳市和讯华谷信息技术有限公司 |
| 使用目的 | 提醒还书 |
| 收集的信息 | OAID |
| 隐私政策 | [查看](https://example.com/j) |

### 其他

| SDK名称 | 腾讯Bugly | 友盟统计 |
| --- | --- | --- |
| 用途 | 查找崩溃 | / |
| 收集的信息 | 设备型号 | Android ID |
`);
    expect(found.filter(({ exact }) => exact).map(short)).toEqual([
      { sdks: 'jpush', exact: true, listed: true, tells: 'data purpose link', data: 'oaid' },
      { sdks: 'bugly', exact: true, listed: true, tells: 'data purpose', data: 'device-model' },
      { sdks: 'umeng-analytics', exact: true, listed: true, tells: 'data', data: 'android-id' },
    ]);
  });

  it('are not columns when the header row tells what each holds', async () => {
    const found = await mentions(`# 书桥隐私政策

## 第三方 SDK

| SDK名称 | 收集的信息 |
| --- | --- |
| 极光推送 | OAID |
| 地图功能 | 位置信息 |
| 设备信息 | IMEI |
`);
    expect(found.map(short)).toEqual([
      { sdks: 'jpush', exact: true, listed: true, tells: 'data', data: 'oaid' },
    ]);
  });

  it('end with the line that links to the policy', async () => {
    const found = await mentions(`# 书桥隐私政策

## 第三方 SDK

极光推送SDK

用途：提醒还书

收集信息：OAID

[查看其隐私政策](https://example.com/j)
`);
    expect(found.map(short).map(({ tells }) => tells)).toEqual(['data purpose link']);
  });

  it('are the paragraphs that tell of them; in passing is not listed', async () => {
    const found = await mentions(`# Reader privacy policy

You can log in with WeChat or share a review to Weibo.

Our provider Sentry receives crash logs and your IP address so that we can fix errors.

We do not use Firebase.
`);
    expect(found.map(short)).toEqual([
      { sdks: 2, exact: false, listed: false, tells: '', data: '' },
      { sdks: 'weibo', exact: false, listed: false, tells: '', data: '' },
      { sdks: 'sentry', exact: true, listed: true, tells: 'data purpose', data: 'crash-log ip-address' },
      { sdks: 7, exact: false, listed: false, tells: '', data: '' },
    ]);
  });

  it('tells a purpose by what is sent with it, and none by what it receives of users', async () => {
    const found = await mentions('## 第三方 SDK\n\n我们使用极光推送 SDK 发送上课提醒。\n\nBugly 接收您的设备型号。');
    expect(found.map(({ tells }) => tells.purpose)).toEqual([true, false]);
  });
});
