import { describe, expect, it } from 'vitest';
import { memoryFiles } from '@mingshi/model';
import { findPolicies } from './discover.ts';

const policy = `# 隐私政策\n\n我们收集您的邮箱地址，用于登录。我们不会向第三方提供您的个人信息。${'您可以随时在设置中删除这些个人信息。'.repeat(12)}\n`;
const english = `# Privacy Policy

We collect your mail address. We never share personal information with third parties.
${'You can ask us to delete your data at any time. '.repeat(8)}
`;
const terms = `# 用户协议\n\n${'用户不得利用本服务从事违法活动，违约者应当赔偿。本协议的知识产权条款另行约定。'.repeat(8)}\n`;

const find = (files: Record<string, string>, ...named: string[]) => findPolicies(memoryFiles(files), { named });
const part = (title: string, text: string): string => `# ${title}\n\n${text.repeat(3)}\n`;
const paths = (files: Record<string, string>): string[] => find(files).files.map(({ path }) => path);

describe('findPolicies', () => {
  it('finds a policy by name and content', () => {
    expect(find({ 'app/src/main/assets/privacy.md': policy, 'app/build.gradle': '' }).files).toEqual([
      { path: 'app/src/main/assets/privacy.md', why: 'name-and-content', language: 'zh' },
    ]);
  });

  it.each([
    'PRIVACY',
    'PRIVACY.md',
    'privacy_policy.rst',
    '隐私政策.md',
    'docs/隐私权政策.txt',
    'app/src/main/assets/yinsi.html',
    'app/src/main/res/raw/privacy_policy',
    'public/privacyPolicy.html',
    'assets/yszc.txt',
  ])('knows the name %s', (path) => {
    expect(paths({ [path]: policy })).toEqual([path]);
  });

  it.each([
    ['own.md', `<!-- made by mingshi draft; not read as the policy while this line is here -->\n\n${policy}`, []],
    ['隐私政策报告.html', `<!doctype html>\n<!-- mingshi check 生成；有这一行时，不当作隐私政策读取 -->\n<p>${policy}</p>`, []],
    ['privacy-report.txt', `${policy}\n更多    mingshi explain undisclosed-permission\n`, []],
    ['sdk-list.md', `<!-- made by mingshi inventory; not read -->\n\n${policy}`, [{ file: 'sdk-list.md', what: 'own-list' }]],
  ])('takes nothing of our own making for a policy: %s', (path, text, unread) => {
    expect(find({ [path]: text, 'PRIVACY.md': english })).toMatchObject({ files: [{ path: 'PRIVACY.md' }], unread });
    // Whoever names it wants it read.
    expect(find({ [path]: text }, path).files).toMatchObject([{ path }]);
  });

  it('finds a short policy by its name alone', () => {
    expect(find({ 'PRIVACY.txt': '本应用不收集任何个人信息。' }).files).toMatchObject([
      { path: 'PRIVACY.txt', why: 'name' },
    ]);
  });

  it('finds a long text named after the policy that tells of no data', () => {
    const promise = 'We respect your privacy and the personal information of all our players at any time. '.repeat(14);
    expect(paths({ 'privacy-policy.txt': promise })).toEqual(['privacy-policy.txt']);
    expect(paths({ 'privacy-policy.txt': 'The weather of this week is fine for your hike. '.repeat(30) })).toEqual([]);
  });

  it('takes an agreement that tells of data under the name of the policy when nothing better is there', () => {
    const agreement = `# 用户协议\n\n${'您注册时，我们会收集您的个人信息；您不得违反本协议的知识产权条款。'.repeat(12)}\n`;
    expect(paths({ 'privacy-policy.txt': agreement })).toEqual(['privacy-policy.txt']);
    expect(paths({ 'privacy-policy.txt': agreement, 'assets/privacy.md': policy })).toEqual(['assets/privacy.md']);
    expect(paths({ 'agreement.txt': agreement })).toEqual([]);
  });

  it('finds a policy by its content alone', () => {
    expect(
      find({
        'app/src/main/assets/about_us.html': `<html><title>关于隐私</title><body><h1>隐私政策</h1><p>${policy}</p>`,
      }).files,
    ).toMatchObject([{ why: 'content' }]);
  });

  it.each([
    ['terms', 'app/src/main/assets/user_agreement.html', `<h1>用户协议</h1><p>${terms}</p>`],
    ['an agreement named like a policy', 'assets/privacy_and_terms.md', terms],
    ['a licence', 'LICENSE', 'Licensed under the Apache License. You may not use this file except in compliance.'],
    ['a README', 'README.md', `# 灯塔\n\n本应用收集您的邮箱。隐私政策见官网，个人信息不共享。${policy}`],
    [
      'a changelog',
      'CHANGELOG.md',
      `# Changelog\n\n- Updated the privacy policy: we collect personal information\n`.repeat(20),
    ],
    [
      'a settings page',
      'assets/privacy_settings.html',
      '<title>隐私设置</title><p>允许收集崩溃信息</p><p>个性化广告</p>',
    ],
    ['program code', 'app/src/main/java/Home.kt', `val text = """${policy.repeat(3)}"""`],
    ['a test', 'app/src/main/java/PrivacyPolicyTest.kt', `val text = """${policy.repeat(3)}"""`],
    ['a privacy manifest', 'ios/PrivacyInfo.xcprivacy', '<plist><key>NSPrivacyCollectedDataTypes</key></plist>'],
    [
      'labels',
      'app/src/main/res/values/strings.xml',
      '<resources><string name="privacy">隐私政策</string></resources>'.padEnd(700),
    ],
    ['test data', 'app/src/test/resources/privacy.md', policy],
    [
      'a page that only forwards',
      'assets/privacy.html',
      '<script>location = "https://lantern.example/privacy"</script>',
    ],
    ['a help page', 'docs/help.md', '# 帮助\n\n点击按钮即可登录。'.repeat(40)],
  ])('does not take %s for the policy', (_, path, source) => expect(paths({ [path]: source })).toEqual([]));

  it('reads language versions and parts together', () => {
    expect(
      paths({
        'app/src/main/assets/privacy.md': policy,
        'app/src/main/assets/privacy_en.md': english,
        'app/src/main/assets/sdk_list.html':
          '<h1>第三方SDK列表</h1><p>北风推送：我们向其提供设备标识符，由第三方收集，用于推送。第三方的隐私政策见其官网，您可以查阅。</p>'.padEnd(
            400,
            '。',
          ),
        'app/src/main/assets/permissions.md': `# 应用权限说明\n\n${'我们申请相机权限，用于扫码；读取的个人信息不会上传。'.repeat(10)}`,
        'docs/children.md': `# 儿童个人信息保护规则\n\n${'我们不会主动收集儿童的个人信息。'.repeat(20)}`,
      }),
    ).toEqual([
      'app/src/main/assets/permissions.md',
      'app/src/main/assets/privacy.md',
      'app/src/main/assets/privacy_en.md',
      'app/src/main/assets/sdk_list.html',
    ]);
  });

  it('does not take a list for a policy where there is none', () => {
    expect(
      paths({
        'docs/permissions.md': `# 权限说明\n\n${'我们申请相机权限，用于扫码；读取的个人信息不会上传。'.repeat(10)}`,
      }),
    ).toEqual([]);
  });

  it('reads copies once: the one that ships', () => {
    const html = `<html><body><h1>隐私政策</h1><p>${policy.slice(8)}</p></body></html>`;
    const { files, unread } = find({
      'PRIVACY.md': policy,
      'app/src/main/assets/privacy.html': html,
      'docs/privacy.txt': policy.slice(0, -20),
    });
    expect(files.map(({ path }) => path)).toEqual(['app/src/main/assets/privacy.html']);
    expect(unread).toEqual([
      { file: 'PRIVACY.md', what: 'policy-copy', detail: 'app/src/main/assets/privacy.html' },
      { file: 'docs/privacy.txt', what: 'policy-copy', detail: 'app/src/main/assets/privacy.html' },
    ]);
  });

  it('reads the fuller of two when one is only a part of the other', () => {
    const long =
      policy + Array.from({ length: 40 }, (_, i) => `第${i}类信息由我们在设备上处理，保存${i}个月后删除。\n`).join('');
    expect(paths({ 'app/src/main/assets/privacy.md': policy, 'docs/privacy.md': long })).toEqual(['docs/privacy.md']);
  });

  it('finds string resources, Chinese and English ones only', () => {
    const strings = `<resources><string name="privacy_policy">${policy}</string></resources>`;
    expect(
      paths({
        'app/src/main/res/values-zh-rCN/strings.xml': strings,
        'app/src/main/res/values-fr/strings.xml': strings.replaceAll('邮箱', '电邮'),
      }),
    ).toEqual(['app/src/main/res/values-zh-rCN/strings.xml']);
  });

  it('tells of addresses when no file was found', () => {
    const source =
      '<resources>\n<string name="privacy_url">https://lantern.example/p/12.html</string>\n' +
      '<string name="sdk">https://policies.google.com/privacy</string></resources>';
    const { links, unread } = find({
      'app/src/main/res/values/urls.xml': source,
      'README.md': '[隐私政策](https://lantern.example/privacy)',
    });
    expect(links.map(({ text }) => text)).toEqual([
      'https://lantern.example/privacy',
      'https://lantern.example/p/12.html',
    ]);
    expect(links.every(({ text, at }) => at.file === 'README.md' || source.slice(at.start, at.end) === text)).toBe(
      true,
    );
    expect(unread.map(({ what }) => what)).toEqual(['policy-link-only', 'policy-link-only']);
    expect(
      find({ 'app/build.gradle': 'buildConfigField "PRIVACY", "https://a.example/privacy"', 'PRIVACY.md': policy })
        .unread,
    ).toEqual([]);
  });

  it('takes what Kotlin or Java holds where there is nothing else', () => {
    const kotlin = { 'app/src/main/java/PrivacyScreen.kt': `Text("灯塔隐私政策")\nText("""${policy.repeat(3)}""")` };
    expect(paths(kotlin)).toEqual(['app/src/main/java/PrivacyScreen.kt']);
    expect(paths({ ...kotlin, 'app/src/main/assets/privacy.md': english })).toEqual(['app/src/main/assets/privacy.md']);
  });

  it('takes what tables of translations hold where there is nothing else', () => {
    const tables = {
      'lib/l10n/app_zh.arb': JSON.stringify({ '@@locale': 'zh', privacyText: policy }),
      'lib/l10n/app_en.arb': JSON.stringify({ '@@locale': 'en', privacyText: english.repeat(2) }),
      'lib/l10n/app_fr.arb': JSON.stringify({ '@@locale': 'fr', privacyText: english.repeat(2) }),
    };
    expect(find(tables).files).toEqual([
      { path: 'lib/l10n/app_en.arb', why: 'content', language: 'en' },
      { path: 'lib/l10n/app_zh.arb', why: 'content', language: 'zh' },
    ]);
    expect(paths({ ...tables, 'assets/privacy.md': english })).toEqual(['assets/privacy.md']);
    expect(paths({ 'src/i18n/zh.json': JSON.stringify({ privacy: '隐私', login: '登录', save: '保存'.repeat(300) }) })).toEqual([]);
  });

  it('looks for addresses and texts in code when there is nothing else', () => {
    const { links, unread } = find({
      'ios/PrivacyPage.swift': `let text = """${policy}"""`,
      'app/src/main/java/Urls.kt': 'const val PRIVACY = "https://lantern.example/privacy.html"',
    });
    expect(links).toMatchObject([{ text: 'https://lantern.example/privacy.html' }]);
    expect(unread.map(({ what }) => what)).toEqual(['policy-link-only', 'policy-in-code']);
  });

  it('follows a page that only forwards', () => {
    const { links } = find({ 'assets/privacy.html': '<script>location = "https://lantern.example/privacy"</script>' });
    expect(links).toMatchObject([{ text: 'https://lantern.example/privacy' }]);
  });

  it.each([
    ['src/pages/privacy/index.vue', `<template><view>${policy}</view></template>`],
    ['lib/privacy_policy.dart', `const text = '''${policy}''';`],
    // A policy that is called an agreement.
    ['lib/privacy_page.dart', `const text = '''灯塔日记隐私协议\n${'本协议说明我们怎样收集和保存您的个人信息，请您阅读本协议全文。本协议不含免责条款。'.repeat(12)}''';`],
    ['src/screens/PrivacyScreen.tsx', `export default () => <Text>${policy}</Text>;`],
    ['entry/src/main/ets/common/agreement.ets', `export const PRIVACY: string = \`${policy}\`;`],
    ['src/privacy.ts', `/* ${policy} */ const privacy = "${english.replaceAll('\n', ' ')}";`],
  ])('finds the text of a policy in a program: %s', (path, source) => {
    expect(find({ [path]: source }).files).toMatchObject([{ path, why: 'content' }]);
  });

  const short = ['灯塔隐私政策', '一、我们收集的信息', '手机号，用于登录。'.repeat(20), '二、与他人共享', '不共享。', '三、您的权利', '可在“我的”里更正、删除。', '四、联系我们', '电话 0571-88880000。'];

  it('knows one of a few points in a page of that name', () => {
    const points = ['隐私政策', '1. 信息收集', '我们收集：\\n• 手机号\\n• 日记内容', '2. 信息使用', '用于登录、在几台设备之间同步您写下的日记', '3. 信息保护', '传输时加密，服务器上只有值班的人可以看到', '4. 信息共享', '我们不会把您的信息出售给任何人，只在您同意后共享'];
    const page = points.map((text) => `Text('${text}', style: TextStyle(fontSize: 14)),`).join('\n').padEnd(700);
    expect(paths({ 'lib/pages/privacy_policy_page.dart': page })).toEqual(['lib/pages/privacy_policy_page.dart']);
    expect(paths({ 'lib/pages/privacy_policy_page.dart': page.replaceAll('信息', '') })).toEqual([]);
  });

  it.each([
    ['entry/src/main/ets/pages/PrivacyPage.ets', short.map((text) => `Text('${text}')`).join('\n')],
    ['src/pages/policy/index.vue', `<template>${short.map((text) => `<view>${text}</view>`).join('\n')}</template>`],
    // Of another name, where nothing else is found.
    ['public/app.js', `function page() { return \`<h3>${short.join('</h3><p>')}</p>\`; }`],
  ])('knows a short policy in a program by its title and chapters: %s', (path, source) => {
    expect(find({ [path]: source + ' '.repeat(600) }).files).toMatchObject([{ path, why: 'content' }]);
    expect(paths({ [path]: source.replace(short[0] ?? '', '欢迎') + ' '.repeat(600) })).toEqual([]);
  });

  it.each([
    ['src/pages/privacy/index.vue', '<template><view>这是隐私政策页</view></template>', 'policy-without-text'],
    ['lib/privacy_page.dart', "Text(data['title'] ?? '隐私政策')", 'policy-without-text'],
    ['src/screens/PrivacyScreen.tsx', `<Text>${'본 앱은 개인정보를 수집하지 않습니다. '.repeat(20)}</Text>`, 'policy-other-language'],
  ])('says of a page that holds no policy what it is: %s', (path, source, what) => {
    expect(find({ [path]: source }).unread).toEqual([{ file: path, what }]);
    expect(find({ [path]: source, '隐私政策.md': policy }).unread).toEqual([]);
  });

  it.each([
    [
      'labels',
      'src/privacy.ts',
      `const labels = { a: '隐私政策', b: '我已阅读并同意《隐私政策》' };${' '.repeat(600)}`,
    ],
    ['comments', 'src/privacy.ts', `/* ${policy} */ export const x = 1;${' '.repeat(600)}`],
    ['a test', 'src/privacy.test.ts', `const text = \`${policy}\`;${' '.repeat(600)}`],
    ['another name', 'src/home.ts', `const text = \`${policy}\`;${' '.repeat(600)}`],
  ])('does not take %s for the policy', (_, path, source) => expect(paths({ [path]: source })).toEqual([]));

  it('finds Word files and PDFs by their names', () => {
    const files = { 'docs/隐私政策.docx': 'PK', 'docs/privacy_policy.pdf': '%PDF', 'docs/manual.pdf': '%PDF' };
    expect(paths(files)).toEqual(['docs/privacy_policy.pdf', 'docs/隐私政策.docx']);
  });

  it('reads the numbered parts in a folder of the policy together', () => {
    const files = {
      'docs/privacy/10-contact.md': part('联系我们', '您可以写信给客服。'),
      'docs/privacy/01-collection.md': part('收集', '我们收集您的邮箱，用于登录。收集的个人信息不多。'),
      'docs/privacy/02-sharing.md': part('共享', '我们不向第三方提供个人信息。'),
      'docs/privacy/README.md': '目录',
      'docs/guide/01-start.md': part('开始', '点击右上角的按钮。'),
    };
    expect(find(files).files.map(({ path, why }) => `${path} ${why}`)).toEqual([
      'docs/privacy/01-collection.md name',
      'docs/privacy/02-sharing.md name',
      'docs/privacy/10-contact.md name',
    ]);
  });

  it('keeps an empty file that is named like a policy', () => {
    expect(paths({ 'privacy.md': '\n' })).toEqual(['privacy.md']);
  });

  it.each([
    ['docs/隐私政策.doc', 'old-word'],
    ['docs/privacy.rtf', 'binary-policy'],
  ])('tells of a format that it cannot read: %s', (path, what) => {
    expect(find({ [path]: policy })).toMatchObject({ files: [], unread: [{ file: path, what }] });
  });

  it('takes named files whatever they are', () => {
    const { files, unread } = find({ 'a/terms.md': terms, 'privacy.md': policy }, './a/terms.md');
    expect(files).toEqual([{ path: 'a/terms.md', why: 'named', language: 'zh' }]);
    expect(unread).toEqual([]);
  });

  it('names the nearest file when a named one is missing', () => {
    expect(() => find({ 'docs/privacy_policy.md': policy, 'README.md': '' }, 'docs/privcy_policy.md')).toThrow(
      'no such policy file: docs/privcy_policy.md; did you mean docs/privacy_policy.md?',
    );
    expect(() => find({ 'a.kt': '' }, '隐私政策.html')).toThrow(/^no such policy file: 隐私政策\.html$/);
  });
});
