import { describe, expect, it } from 'vitest';
import type { Proof } from './testing.ts';
import { keysOf, prove } from './testing.ts';

const manifest = (...names: readonly string[]): string =>
  `<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.example.kite">
${names.map((name) => `<uses-permission android:name="android.permission.${name}" />`).join('\n')}
<application android:label="纸鹤" /></manifest>`;

/** An app that asks for these permissions, with these libraries. */
const anApp = (names: readonly string[], libraries: readonly string[] = []): Record<string, string> => ({
  'settings.gradle.kts': 'include(":app")\n',
  'app/build.gradle.kts': `plugins { id("com.android.application") }
dependencies {
${libraries.map((name) => `  implementation("${name}:1.0.0")`).join('\n')}
}
`,
  'app/src/main/AndroidManifest.xml': manifest('INTERNET', ...names),
});

/** All that a policy holds, in one chapter each. */
const COMPLETE = `# 纸鹤隐私政策

更新日期：2026 年 3 月 1 日

## 一、我们收集的信息

您注册时，我们会收集您的手机号码，用于创建账号。

## 二、保存与保护

手机号码存储在中华人民共和国境内，保存至您注销账号之日，届时删除。我们用 HTTPS 加密传输，只有负责运维的员工可以访问。

## 三、您的权利

您可以在“我的—设置”查阅、更正、删除您的个人信息，撤回同意，或者注销账号。

您对个人信息保护有投诉、举报的，请发送邮件至 privacy@zhihe.example，我们在十个工作日内答复。

## 四、未成年人

纸鹤不面向不满十四周岁的儿童。

## 五、变更与联系

本政策变更的，我们会以弹窗告知您。本应用由杭州纸鹤科技有限公司运营，电子邮箱：privacy@zhihe.example。
`;

const LIST = `
## 六、第三方 SDK 清单

| 序号 | SDK 名称 | 公司名称 | 使用目的 | 收集的信息 | 隐私政策链接 |
| --- | --- | --- | --- | --- | --- |
| 1 | 腾讯 Bugly | 腾讯 | 定位崩溃的原因 | 崩溃日志、设备型号 | https://example.com/bugly |
`;

const OTHER = `# 飞鸢司机端隐私政策

本政策适用于飞鸢司机端，由宁波飞鸢物流有限公司运营，客服电话 0574-8720-1190。

## 司机的个人信息

司机入驻时，我们会收集您的驾驶证号码和车牌号，用于核验从业资格；接单时会收集您的位置信息，用于派单和计算里程。
`;

const textOf = ({ composed }: Proof, path: string): string => composed.texts.get(path) ?? '';

/** Nothing is left of what the draft says that it mends, nothing new came up, and no second draft repeats it. */
function expectMended(proof: Proof): void {
  const before = new Set(keysOf(proof.before.settled.findings));
  const after = keysOf(proof.after.settled.findings);
  expect(after.filter((key) => proof.mends.includes(key) || !before.has(key))).toEqual([]);
  expect(keysOf(proof.open.settled.findings).some((key) => key.startsWith('template-placeholder'))).toBe(true);
  expect(proof.again).toEqual([]);
}

describe('a draft', () => {
  it('goes below the heading that fits, in the words of its findings', async () => {
    const proof = await prove({ ...anApp(['READ_CONTACTS', 'ACCESS_FINE_LOCATION', 'ACCESS_COARSE_LOCATION']), '隐私政策.md': COMPLETE });
    expect(textOf(proof, '隐私政策.md')).toContain(`用于创建账号。

当您使用【功能】时，经您同意，我们会读取通讯录（READ_CONTACTS 权限），用于【目的】。您可以拒绝，不影响其他功能。

当您使用【功能】时，经您同意，我们会获取精确位置，并获取大致位置（ACCESS_FINE_LOCATION、ACCESS_COARSE_LOCATION 权限），用于【目的】。您可以拒绝，不影响其他功能。

精确位置属于敏感个人信息：收集的必要性是【必要性】，一旦泄露可能【对您的影响】。我们仅在取得您的单独同意后收集。

## 二、保存与保护`);
    expectMended(proof);
  });

  it('puts an SDK into the table that there is, column by column', async () => {
    const proof = await prove({ ...anApp([], ['com.tencent.bugly:crashreport', 'com.umeng.umsdk:common']), '隐私政策.md': COMPLETE + LIST });
    const [row] = textOf(proof, '隐私政策.md').split('\n').filter((line) => line.includes('友盟'));
    expect(row?.split(' | ')).toEqual([
      '| 【待填写：序号】',
      '友盟+统计',
      '友盟同欣(北京)科技有限公司',
      '统计分析，用于【具体功能】',
      expect.stringMatching(/Android ID.*【核对后填写：以上据厂商的说明，以接入的版本为准】$/),
      'https://www.umeng.com/page/policy |',
    ]);
    expectMended(proof);
  });

  it('puts a third party that is no SDK among those who are given data, not among the SDKs', async () => {
    const shared = '我们会将您的收货地址提供给物流公司，用于送货。';
    const proof = await prove({ ...anApp([]), '隐私政策.md': `${COMPLETE}\n## 六、我们如何共享您的信息\n\n${shared}\n\n| 第三方 SDK | 使用目的 |\n| --- | --- |\n| 青鸟推送 | 推送 |\n` });
    const lines = textOf(proof, '隐私政策.md').split('\n');
    const row = lines.findIndex((line) => line.includes('【第三方的名称】'));
    expect(lines[row - 2]).toBe('| 第三方名称 | 公司名称 | 使用目的 | 收集的个人信息 | 方式 | 隐私政策 |');
    expect(lines.slice(0, row).findLast((line) => line.startsWith('## '))).toBe('## 六、我们如何共享您的信息');
    expectMended(proof);
  });

  it('puts an SDK into the list that stands in a file of its own', async () => {
    const list = LIST.replace('## 六、', '# 纸鹤');
    const files = { '隐私政策.md': COMPLETE, 'sdk-list.md': list };
    const app = anApp([], ['com.tencent.bugly:crashreport', 'com.umeng.umsdk:common']);
    const proof = await prove({ ...app, ...files }, { policy: Object.keys(files) });
    expect([...proof.composed.texts.keys()]).toEqual(['sdk-list.md']);
    expectMended(proof);
  });

  it('goes on with a list that is no table', async () => {
    const list = `
## 六、第三方 SDK 清单

- 名称：腾讯 Bugly；公司：腾讯；使用目的：定位崩溃的原因；收集的信息：崩溃日志；隐私政策：https://example.com/bugly
`;
    const proof = await prove({ ...anApp([], ['com.tencent.bugly:crashreport', 'com.umeng.umsdk:common']), '隐私政策.md': COMPLETE + list });
    expect(textOf(proof, '隐私政策.md')).toMatch(/\n- 名称：友盟\+统计；公司：友盟同欣/);
    expectMended(proof);
  });

  it('tells of what an SDK takes by general knowledge only as something to find out', async () => {
    const proof = await prove({ ...anApp([], ['com.google.mlkit:barcode-scanning']), '隐私政策.md': COMPLETE });
    expect(textOf(proof, '隐私政策.md')).toMatch(/ML Kit \| Google LLC \| 用于【具体功能】 \| 【收集的信息，按其说明填写】/);
    expectMended(proof);
  });

  it('numbers new chapters on', async () => {
    const short = COMPLETE.slice(0, COMPLETE.indexOf('## 四'));
    const proof = await prove({ ...anApp([]), '隐私政策.md': short });
    expect(textOf(proof, '隐私政策.md').match(/^## .+$/gm)).toEqual([
      '## 一、我们收集的信息',
      '## 二、保存与保护',
      '## 三、您的权利',
      '## 四、未成年人的个人信息',
      '## 五、本政策的变更',
    ]);
    expectMended(proof);
  });

  it('gives each of two languages its own, in two files', async () => {
    const english = `# Paper Kite Privacy Policy

Last updated: 1 March 2026

## What we collect

When you sign up, we collect your phone number to create your account.
`;
    const proof = await prove({ ...anApp(['READ_CONTACTS']), '隐私政策.md': COMPLETE, 'PRIVACY.md': english });
    expect(textOf(proof, '隐私政策.md')).toContain('我们会读取通讯录（READ_CONTACTS 权限）');
    expect(textOf(proof, 'PRIVACY.md')).toContain('we read the contacts (permission READ_CONTACTS)');
    expectMended(proof);
  });

  it('gives each of two languages its own, in one file', async () => {
    const both = `${COMPLETE}
# Paper Kite Privacy Policy

## What we collect

When you sign up with Paper Kite, we collect your phone number, and we use it to create your account and to sign you in.

## How we keep and protect it

Your phone number is stored in China until you cancel your account, and is deleted then. It travels over HTTPS, and only our support staff can read it.

## Your rights

You can see, correct and delete your data, withdraw your consent or cancel your account under Settings, or write to privacy@zhihe.example.
`;
    const proof = await prove({ ...anApp(['READ_CONTACTS']), 'privacy.md': both });
    const text = textOf(proof, 'privacy.md');
    expect(text.indexOf('我们会读取通讯录')).toBeLessThan(text.indexOf('# Paper Kite'));
    expect(text).toContain('sign you in.\n\nWhen you use 【feature】 and with your consent, we read the contacts (permission READ_CONTACTS)');
    expectMended(proof);
  });

  it('writes a whole policy in either language, and says what a policy alone does not do', async () => {
    for (const language of ['zh', 'en'] as const) {
      const proof = await prove(anApp(['CAMERA', 'READ_SMS'], ['cn.jiguang.sdk:jpush']), { languages: [language] });
      expect(proof.composed.files.map(({ into, placed }) => [into, placed.length > 10])).toEqual([['new', true]]);
      const rest = keysOf(proof.composed.rest);
      const after = keysOf(proof.after.settled.findings);
      expect(after.filter((key) => !rest.includes(key))).toEqual([]);
    }
  });

  it('says which files it cannot choose between', async () => {
    const proof = await prove({ ...anApp(['READ_CONTACTS']), 'a/隐私政策.md': COMPLETE, 'b/隐私政策.md': OTHER });
    expect(proof.composed.files.map(({ path, others }) => [path, others])).toEqual([['a/隐私政策.md', ['b/隐私政策.md']]]);
  });

  it('writes nothing on what only debug builds have', async () => {
    const files = { ...anApp([]), 'app/src/debug/AndroidManifest.xml': manifest('READ_CONTACTS'), '隐私政策.md': COMPLETE };
    const { composed } = await prove(files);
    expect(composed.files).toEqual([]);
    expect(keysOf(composed.rest)).toEqual(['undisclosed-permission android.permission.READ_CONTACTS']);
  });

  it('leaves what an SDK or a permission is denied to people', async () => {
    const denying = `${COMPLETE}\n我们不会读取您的通讯录，不向任何第三方提供您的个人信息。\n`;
    const proof = await prove({ ...anApp(['READ_CONTACTS'], ['com.umeng.umsdk:common']), '隐私政策.md': denying });
    expect(keysOf(proof.composed.rest)).toEqual(['denied-but-collected android.permission.READ_CONTACTS', 'undisclosed-sdk umeng-analytics']);
    expect(proof.composed.files).toEqual([]);
  });
});
