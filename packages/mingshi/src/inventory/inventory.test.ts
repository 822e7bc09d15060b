import { practicesOf, readApp, sdksOf } from '@mingshi/app';
import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { placesIn } from '../report/places.ts';
import { csv } from './formats/csv.ts';
import { html } from './formats/html.ts';
import { markdown } from './formats/markdown.ts';
import { xlsx } from './formats/xlsx.ts';
import { inventoryOf } from './inventory.ts';
import { inventorySchema } from './schema.ts';
import { tablesOf } from './tables.ts';

const knowledge = loadKnowledge();
const GRADLE = `plugins { id("com.android.application") }
dependencies { implementation("cn.jiguang.sdk:jpush:5.0.0") }
`;
const manifest = (...names: readonly string[]): string =>
  `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.tea">
${names.map((name) => `<uses-permission android:name="android.permission.${name}" />`).join('\n')}
<application android:label="茶铺" /></manifest>`;

async function made(policy: string, names: readonly string[], gradle = GRADLE) {
  const files = memoryFiles({
    'settings.gradle.kts': 'include(":app")\n',
    'app/build.gradle.kts': gradle,
    'app/src/main/AndroidManifest.xml': manifest(...names),
    'privacy.md': policy,
  });
  const app = await readApp(files, {}, knowledge);
  const reading = await readPolicy(files, { named: ['privacy.md'] }, knowledge);
  const sdks = sdksOf(app, knowledge);
  const practices = practicesOf(app, sdks, knowledge);
  return inventoryOf({ app, practices, sdks, policy: reading, knowledge }, placesIn(files, reading.documents));
}

const TEA = `# 茶铺隐私政策

## 我们收集的信息

您下单时，我们会收集您的手机号码，用于联系您取茶。

| 权限 | 目的 | 何时申请 |
| --- | --- | --- |
| 相机（CAMERA） | 扫描会员码 | 您点击“扫一扫”时 |

我们不会读取您的短信。

## 第三方SDK清单

| SDK名称 | 公司名称 | 使用目的 | 收集的信息 | 隐私政策链接 |
| --- | --- | --- | --- | --- |
| 极光推送 | 和讯华谷 | 推送取茶提醒 | OAID、Android ID | https://example.com/push |
| 腾讯Bugly | 腾讯 | 定位崩溃 | 崩溃日志 | https://example.com/bugly |
`;

describe('an inventory', () => {
  it('is filled with the words of the policy and marked where it has none', async () => {
    const { permissions, shared, collected } = await made(TEA, ['CAMERA', 'READ_SMS', 'INTERNET']);
    expect(
      permissions.map(({ name, personal, purpose, when, source }) => [
        name.slice(19),
        personal,
        purpose.words.zh,
        when.words.zh,
        source,
      ]),
    ).toEqual([
      ['CAMERA', true, '扫描会员码', '您点击“扫一扫”时', 'app-and-policy'],
      ['READ_SMS', true, '', '', 'app'],
      ['INTERNET', false, '', '', 'app'],
    ]);
    expect(permissions[1]?.denied.map(({ path }) => path)).toEqual(['privacy.md']);
    expect(
      shared.map(({ sdk, source, vendor, purpose, data, link }) =>
        [sdk, source, vendor, purpose, data, link].map((each) => (typeof each === 'object' ? each.words.zh : each)),
      ),
    ).toEqual([
      ['jpush', 'app-and-policy', '和讯华谷', '推送取茶提醒', 'OAID、Android ID', 'https://example.com/push'],
      ['bugly', 'policy', '腾讯', '定位崩溃', '崩溃日志', 'https://example.com/bugly'],
    ]);
    expect(collected.find(({ types }) => types.includes('oaid'))?.source).toBe('app-and-policy');
    const phone = collected.find(({ types }) => types.includes('phone-number'));
    expect(phone).toMatchObject({
      source: 'policy',
      purpose: { words: { zh: '联系您取茶' } },
      function: { words: { zh: '您下单时' } },
    });
  });

  it('lists third parties that are named only in a sentence, once and not those of a row', async () => {
    const { shared } = await made(
      `${TEA}\n我们委托青岛白鹭配送有限公司处理您的手机号码，用于送茶上门。我们会将您的 OAID 提供给极光，用于推送消息。\n\n` +
        '我们会向青岛白鹭配送有限公司提供您的收货地址。我们不会向青岛苍鹰广告有限公司提供您的手机号码，也会与合作伙伴共享订单。\n',
      ['INTERNET'],
    );
    expect(shared.filter(({ sdk }) => sdk === undefined).map(({ name, purpose, data, types }) => [name.zh, purpose.words.zh, data.words.zh, types])).toEqual([
      ['青岛白鹭配送有限公司', '送茶上门', '手机号码；收货地址', ['phone-number', 'delivery-address']],
    ]);
  });

  it('reads tables with their labels at the side like any other', async () => {
    const { shared } = await made(
      TEA.replace(/\| SDK名称[^]*/, () =>
        [
          '| 第三方名称 | 极光推送 | 白鹭物流 |',
          '| --- | --- | --- |',
          '| 公司名称 | 和讯华谷 | 白鹭物流有限公司 |',
          '| 使用目的 | 推送取茶提醒 | 送茶上门 |',
          '| 收集的信息 | OAID | 手机号码 |',
        ].join('\n'),
      ),
      ['INTERNET'],
    );
    expect(shared.map(({ name, vendor, purpose, data }) => [name.zh, ...[vendor, purpose, data].map(({ words }) => words.zh)])).toEqual([
      ['极光推送', '和讯华谷', '推送取茶提醒', 'OAID'],
      ['白鹭物流', '白鹭物流有限公司', '送茶上门', '手机号码'],
    ]);
  });

  it('says how sure it is of what is no word of the policy', async () => {
    const inventory = await made(
      '# 茶铺隐私政策\n\n我们收集您的手机号码，用于联系您。\n',
      [],
      GRADLE.replace('cn.jiguang.sdk:jpush', 'com.tencent.bugly:crashreport'),
    );
    const [row] = tablesOf(inventory, 'en')[1]?.rows ?? [];
    expect(row?.join(' | ')).toContain('(from public sources; check with the vendor)');
    expect(row?.join(' | ')).toContain('【to fill in】');
  });

  it('tells the data behind one permission in one row, and a kind not beside what it stands for', async () => {
    const { collected } = await made(
      '# 茶铺隐私政策\n\n我们保护您的信息。\n',
      ['READ_PHONE_STATE', 'ACCESS_FINE_LOCATION', 'ACCESS_COARSE_LOCATION'],
      GRADLE.replace(/dependencies.*/, ''),
    );
    expect(collected.map(({ types }) => types.toSorted().join(' '))).toEqual([
      'device-serial iccid imei imsi phone-state',
      'precise-location',
    ]);
  });

  it('is what its schema says, the same each time', async () => {
    const inventory = await made(TEA, ['CAMERA', 'READ_SMS']);
    expect(safeParse(inventorySchema, JSON.parse(JSON.stringify(inventory))).issues).toBeUndefined();
    expect(await made(TEA, ['CAMERA', 'READ_SMS'])).toEqual(inventory);
    expect(Buffer.compare(await xlsx(inventory, 'zh'), await xlsx(inventory, 'zh'))).toBe(0);
  });
});

describe('what the policy alone tells', () => {
  it('holds what stands in a list under a title that has the verb', async () => {
    const { collected } = await made('# 茶铺隐私政策\n\n## 您主动提供的信息\n\n- 昵称、头像\n- 收货地址\n', [], '');
    expect(collected.flatMap(({ types }) => types)).toEqual(['delivery-address', 'nickname', 'avatar']);
  });

  it('denies nothing that it tells as well', async () => {
    const { permissions } = await made('# 茶铺隐私政策\n\n- 日历权限：用于写入取茶的日程。我们不会读取您的日历。\n', ['WRITE_CALENDAR']);
    expect(permissions.map(({ denied }) => denied)).toEqual([[]]);
  });
});

describe('its formats', () => {
  const policy = TEA.replace('推送取茶提醒', '=HYPERLINK("x")').replace('| 腾讯 |', '| <img src=x onerror=y>\\|z |');

  it('keep words words', async () => {
    const inventory = await made(policy, ['CAMERA']);
    expect(csv(inventory, 'zh')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv(inventory, 'zh').startsWith('\ufeff"清单","个人信息"')).toBe(true);
    expect(html(inventory, 'zh')).not.toContain('<img');
    expect(markdown(inventory, 'zh')).not.toContain('<img');
  });

  it('hold a row for each entry and mark what is to be filled in', async () => {
    const inventory = await made(TEA, ['CAMERA', 'READ_SMS', 'INTERNET']);
    expect(html(inventory, 'zh')).toContain('<mark>【待填写】</mark>');
    expect(html(inventory, 'en')).toContain('<html lang="en">');
    // On a narrow screen the titles of the columns stand beside their cells.
    expect(html(inventory, 'en')).toContain('<td role="cell" data-label="Sensitive"><div>sensitive</div></td>');
    const text = markdown(inventory, 'zh');
    expect(text).toContain('政策否认（privacy.md:11:1），与应用不一致');
    expect(text).toContain('其他权限（不须用户授权，也不打开上列个人信息）：INTERNET');
    expect(text).toContain('| <https://example.com/push> |');
  });
});
