import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { reading, tablesOf } from '../testing/reading.ts';

const knowledge = loadKnowledge();

const lines = (...all: readonly string[]): string => all.join('\n');

describe('TypeScript', () => {
  it('is read by its constants: escapes, pieces, names of other constants', async () => {
    const { document, shape, quote } = await reading(
      'src/privacy.ts',
      lines(
        "import { page } from './页面/隐私政策';",
        "const APP = '灯塔日记';",
        '// 我们会收集您的通讯录，用于测试。',
        "export const title = '隐私政策';",
        "export const intro = APP + '尊重您的隐私，' +",
        "  '我们只收集\\u0022邮箱\\u0022。';",
        'export const date = `更新日期：${new Date().getFullYear()} 年`;',
        "console.log('页面已经加载完成，请您放心使用');",
        "export const style = 'text-lg font-bold mt-4 rounded';",
      ),
    );
    expect(document).toMatchObject({ format: 'source', kind: 'privacy-policy', title: '隐私政策' });
    expect(shape).toEqual([
      'heading 1 隐私政策',
      'paragraph 0 灯塔日记尊重您的隐私，我们只收集"邮箱"。',
      'paragraph 0 更新日期：new Date().getFullYear() 年',
    ]);
    expect(quote('您的隐私，我们只收集"邮箱"')).toBe("您的隐私，' +\n  '我们只收集\\u0022邮箱\\u0022");
    expect(quote('new Date().getFullYear()')).toBe('new Date().getFullYear()');
  });

  it('shows the date that a constant holds for the page', async () => {
    const { shape } = await reading(
      'src/legal/privacy.ts',
      lines(
        "export const APP_NAME = 'Lamp Diary';",
        "export const EFFECTIVE_DATE = '3 March 2026';",
        "export const privacySections = [{ title: 'Privacy policy', paragraphs: ['We collect your e-mail address to sign you in.'] }];",
      ),
    );
    expect(shape).toEqual([
      'paragraph 0 3 March 2026',
      'heading 1 Privacy policy',
      'paragraph 0 We collect your e-mail address to sign you in.',
    ]);
  });

  it('is read by its objects: titles, paragraphs, items, tables', async () => {
    const { document, shape, quote } = await reading(
      'src/policy.js',
      lines(
        'const columns = [{ title: "SDK 名称", dataIndex: "name" }, { title: "用途", dataIndex: "use" },',
        '  { title: "收集的信息", dataIndex: "data" }];',
        'export default {',
        '  title: "隐私政策",',
        '  sections: [',
        '    { id: "s1", title: "一、我们收集的信息", content: ["当您注册时，我们收集您的手机号。", "当您发帖时，我们收集图片。"],',
        '      items: ["设备型号", "系统版本"] },',
        '    { type: "h2", text: "二、第三方" },',
        '  ],',
        '  sdks: [',
        '    { name: "北风推送", use: "推送消息", data: "设备标识符" },',
        '    { name: "远山地图", use: "定位", data: "位置信息" },',
        '  ],',
        '};',
      ),
    );
    expect(shape.slice(0, 7)).toEqual([
      'heading 1 隐私政策',
      'heading 2 一、我们收集的信息',
      'paragraph 0 当您注册时，我们收集您的手机号。',
      'paragraph 0 当您发帖时，我们收集图片。',
      'item 1 设备型号',
      'item 1 系统版本',
      'heading 2 二、第三方',
    ]);
    expect(tablesOf(document)).toEqual([
      '#SDK 名称|用途|收集的信息',
      '北风推送|推送消息|设备标识符',
      '远山地图|定位|位置信息',
    ]);
    expect(quote('位置信息')).toBe('位置信息');
  });

  it('is read by the markup that its strings hold', async () => {
    const { shape, quote } = await reading(
      'src/privacy.ts',
      lines(
        'export const markdown = `',
        '  # 隐私政策',
        '',
        '  我们收集**邮箱**，用于登录。',
        '  - 昵称',
        '  - 头像',
        '`;',
        "export const html = '<h2>二、共享</h2><p>我们不会&nbsp;共享您的信息。</p>';",
        "export const text = '三、联系我们\\n您可以写信给我们，\\n我们会尽快答复。\\n四、儿童\\n不面向儿童。';",
      ),
    );
    expect(shape).toEqual([
      'heading 1 隐私政策',
      'paragraph 0 我们收集邮箱，用于登录。',
      'item 1 昵称',
      'item 1 头像',
      'heading 2 二、共享',
      'paragraph 0 我们不会 共享您的信息。',
      'heading 3 三、联系我们',
      'paragraph 0 您可以写信给我们，我们会尽快答复。',
      'heading 3 四、儿童',
      'paragraph 0 不面向儿童。',
    ]);
    expect(quote('不会 共享')).toBe('不会&nbsp;共享');
    expect(quote('写信给我们，我们')).toBe('写信给我们，\\n我们');
  });

  it('leaves out a user agreement beside the policy', async () => {
    const { shape } = await reading(
      'src/agreements.ts',
      lines(
        "export const userAgreement = '用户不得利用本服务从事违法活动，违约者应当赔偿。';",
        "export const privacyPolicy = '我们收集您的邮箱地址，用于登录。';",
      ),
    );
    expect(shape).toEqual(['paragraph 0 我们收集您的邮箱地址，用于登录。']);
  });

  it('is read by its strings alone when it cannot be parsed', async () => {
    const source = `${'('.repeat(30_000)}'我们收集您的邮箱地址，用于登录。'`;
    const { documents, unread } = await readDocument('privacy.ts', new TextEncoder().encode(source), knowledge);
    expect(documents[0]?.blocks.map(({ text }) => text)).toEqual(['我们收集您的邮箱地址，用于登录。']);
    expect(unread).toEqual([{ file: 'privacy.ts', what: 'source-as-strings' }]);
  });

  it('of great size is refused', async () => {
    const bytes = new Uint8Array(3 * 1024 * 1024).fill(0x61);
    expect((await readDocument('dist/privacy.min.js', bytes, knowledge)).unread).toMatchObject([{ what: 'too-large' }]);
  });
});

describe('JSX', () => {
  it('is read as the page that it shows', async () => {
    const { shape, quote, blocks } = await reading(
      'app/privacy/page.tsx',
      lines(
        "const HARBOUR = 'Harbour';",
        'export default function Page({ ok }: Props) {',
        '  return (',
        '    <Layout title="Ignored?">',
        '      <h1 className="text-lg">Privacy policy</h1>',
        "      <p>{HARBOUR} collects your <b>mail address</b> &amp; your name. Write to{' '}",
        '        <Link href="mailto:a@harbour.example">a@harbour.example</Link>.</p>',
        '      <Text style={{ fontWeight: "bold" }}>What we share</Text>',
        '      <ul><li>Crash logs</li>{ok && <li>Nothing else</li>}</ul>',
        '      <Section title="Your rights" text="You may ask us to delete your data." icon="trash can full" />',
        '      <Button title="I have read the privacy policy">Agree to the privacy policy</Button>',
        '    </Layout>',
        '  );',
        '}',
      ),
    );
    expect(shape.slice(1)).toEqual([
      'heading 1 Privacy policy',
      'paragraph 0 Harbour collects your mail address & your name. Write to a@harbour.example.',
      'heading 2 What we share',
      'item 1 Crash logs',
      'item 1 Nothing else',
      'heading 2 Your rights',
      'paragraph 0 You may ask us to delete your data.',
    ]);
    expect(quote('address & your')).toBe('address</b> &amp; your');
    expect(blocks[2]?.strong.map(({ start, end }) => blocks[2]?.text.slice(start, end))).toEqual(['mail address']);
  });
});

describe('Vue', () => {
  it('is read by template and script, in their order', async () => {
    const { document, shape, quote } = await reading(
      'pages/privacy/index.vue',
      lines(
        '<template>',
        '  <view class="page">',
        '    <!-- 我们会收集您的通讯录 -->',
        '    <view class="title">{{ name }}隐私政策</view>',
        '    <view v-if="a > 1">1. 注册时，我们会收集您的<text style="font-weight: bold">手机号</text>，用于登录&nbsp;账号。</view>',
        '    <my-section title="二、共享" content="我们不会出售您的信息。" />',
        '    <table><tr><th>名称</th><th>用途</th></tr><tr v-for="x in list"><td>{{ x.a }}</td><td>{{ x.b }}</td></tr></table>',
        '    <template #foot><button>同意并继续使用</button></template>',
        '  </view>',
        '</template>',
        '<script setup lang="ts">',
        "const name = '灯塔日记';",
        "const more = { title: '三、您的权利', content: '您可以更正、删除您的信息。' };",
        '</script>',
        '<style>.title::after { content: "隐私政策"; }</style>',
      ),
    );
    expect(shape.filter((line) => !line.startsWith('cell'))).toEqual([
      'heading 1 灯塔日记隐私政策',
      'item 1 注册时，我们会收集您的手机号，用于登录 账号。',
      'heading 1 二、共享',
      'paragraph 0 我们不会出售您的信息。',
      'heading 1 三、您的权利',
      'paragraph 0 您可以更正、删除您的信息。',
    ]);
    expect(quote('您的手机号，')).toBe('您的<text style="font-weight: bold">手机号</text>，');
    expect(document.blocks[1]?.strong).toHaveLength(1);
  });

  it('is read by its lines: texts with a bullet or a full stop stand on their own, parts of a line together', async () => {
    const { shape } = await reading(
      'pages/privacy/lines.vue',
      lines(
        '<template><view>',
        '  <text class="section-title">灯塔日记隐私政策</text>',
        '  <text>• 不收集您的位置</text>',
        '  <text>• 照片只用于封面</text>',
        '  <text>请您阅读</text><text class="link">《用户协议》</text><text>后再使用</text>',
        '  <text class="paragraph">我们会收集您的昵称，用于显示日记</text>',
        '</view></template>',
      ),
    );
    expect(shape).toEqual([
      'heading 1 灯塔日记隐私政策',
      'item 1 不收集您的位置',
      'item 1 照片只用于封面',
      'paragraph 0 请您阅读《用户协议》后再使用',
      'paragraph 0 我们会收集您的昵称，用于显示日记',
    ]);
  });

  it('names the address that the program fills in, and no other value that stands alone', async () => {
    const { shape } = await reading(
      'pages/privacy/contact.vue',
      lines('<template><view>', '  <view>请通过以下方式联系灯塔日记：</view>', '  <view>{{ app.supportEmail }}</view>', '  <view>{{ app.slogan }}</view>', '</view></template>'),
    );
    expect(shape).toEqual(['paragraph 0 请通过以下方式联系灯塔日记：', 'paragraph 0 app.supportEmail']);
  });
});

describe('JSON', () => {
  it('shows the dates that its names tell of', async () => {
    const { shape } = await reading(
      'assets/privacy.json',
      lines('{ "lastUpdated": "2025-02-03", "effectiveDate": "2025-03-01", "built": "2025-04-05",', '  "sections": [{ "title": "一、收集", "content": "我们只收集您的昵称。" }] }'),
    );
    expect(shape).toEqual(['paragraph 0 更新日期：2025-02-03', 'paragraph 0 生效日期：2025-03-01', 'heading 1 一、收集', 'paragraph 0 我们只收集您的昵称。']);
  });
});

describe('Kotlin and Java', () => {
  it('are read by their strings: pieces put together, raw strings, nothing of logs', async () => {
    const { document, shape, quote } = await reading(
      'app/src/main/java/PrivacyScreen.kt',
      lines(
        'const val APP = "灯塔日记"',
        'fun PrivacyScreen() {',
        '  Log.d("privacy", "隐私政策页面已经打开")',
        '  Text(text = "灯塔日记隐私政策", style = MaterialTheme.typography.titleLarge)',
        '  Text("我们会收集您的" +',
        '    "手机号，用于登录$APP。", fontSize = 14.sp)',
        '  Text("""',
        '    一、存储',
        '    您的日记只保存在本机。',
        '    二、联系我们',
        '    邮箱：hi@lantern.example',
        '  """.trimIndent())',
        '}',
      ),
    );
    expect(document).toMatchObject({ format: 'source', kind: 'privacy-policy' });
    expect(shape).toEqual([
      'heading 1 灯塔日记隐私政策',
      'paragraph 0 我们会收集您的手机号，用于登录灯塔日记。',
      'heading 2 一、存储',
      'paragraph 0 您的日记只保存在本机。',
      'heading 2 二、联系我们',
      'paragraph 0 邮箱：hi@lantern.example',
    ]);
    expect(quote('您的手机号，')).toBe('您的" +\n    "手机号，');
  });
});

describe('ArkTS', () => {
  it('is read by its components and fields', async () => {
    const { shape, quote } = await reading(
      'entry/src/main/ets/pages/Privacy.ets',
      lines(
        '@Entry',
        '@Component',
        'struct PrivacyPage {',
        "  private title: string = '灯塔日记隐私政策';",
        '  build() {',
        '    Column() {',
        '      Text(this.title).fontSize(24)',
        "      Text('我们收集的信息').fontWeight(FontWeight.Bold).margin({ top: 10 })",
        "      Text('当您注册时，我们收集您的手机号，' +",
        "        '用于登录。')",
        '        .fontSize(14)',
        '      Text() {',
        "        Span('详见')",
        "        Span('《儿童隐私政策》')",
        "        Span('。')",
        '      }',
        "      Button('同意并继续使用')",
        "    }.width('100%')",
        '  }',
        '}',
      ),
    );
    expect(shape).toEqual([
      'heading 1 灯塔日记隐私政策',
      'heading 2 我们收集的信息',
      'paragraph 0 当您注册时，我们收集您的手机号，用于登录。',
      'paragraph 0 详见《儿童隐私政策》。',
    ]);
    expect(quote('手机号，用于')).toBe("手机号，' +\n        '用于");
  });
});

describe('Dart', () => {
  it('is read by its strings and the names before them', async () => {
    const { shape, quote } = await reading(
      'lib/privacy_page.dart',
      lines(
        "import 'package:lighthouse/隐私/页面.dart';",
        "const appName = '灯塔日记';",
        '// 我们会收集您的通讯录，/* 用于 */ "测试"。',
        'Widget build(BuildContext context) => Column(children: [',
        "  Text('我们收集的信息', style: TextStyle(fontWeight: FontWeight.bold)),",
        "  Text('当您注册$appName账号时，'",
        "      '我们收集您的手机号，用于${1 + 1}次验证。It\\'s kept.'),",
        "  RichText(text: TextSpan(children: [TextSpan(text: '未经同意，'), TextSpan(text: '我们不会共享。')])),",
        "  _section(title: '二、您的权利', items: ['查阅信息', '删除信息']),",
        "  ElevatedButton(child: Text('同意并继续使用'), onPressed: () { print('点击了同意按钮'); }),",
        ']);',
        "const more = r'''",
        '三、儿童',
        '',
        '我们不面向儿童，',
        '也不收集 C:\\n 盘的信息。',
        "''';",
      ),
    );
    expect(shape).toEqual([
      'heading 1 我们收集的信息',
      "paragraph 0 当您注册灯塔日记账号时，我们收集您的手机号，用于1 + 1次验证。It's kept.",
      'paragraph 0 未经同意，我们不会共享。',
      'heading 1 二、您的权利',
      'item 1 查阅信息',
      'item 1 删除信息',
      'heading 2 三、儿童',
      'paragraph 0 我们不面向儿童，也不收集 C:\\n 盘的信息。',
    ]);
    expect(quote('账号时，我们')).toBe("账号时，'\n      '我们");
  });

  it('has a title in the few words that a call is given before a text', async () => {
    const { shape } = await reading(
      'lib/policy_page.dart',
      lines(
        'final page = Column(children: [',
        "  section('Your Choices', 'You have the right to:\\n' '• See your notes\\n' '• Delete your notes'),",
        "  section('第三方', '我们不接入任何第三方的统计和广告服务。'),",
        "  row('Lamp', 'Diary'),",
        ']);',
      ),
    );
    expect(shape).toEqual([
      'heading 1 Your Choices',
      'paragraph 0 You have the right to:',
      'item 1 See your notes',
      'item 1 Delete your notes',
      'heading 1 第三方',
      'paragraph 0 我们不接入任何第三方的统计和广告服务。',
    ]);
  });

  it.each([
    ['quotes', "'".repeat(200_000)],
    ['brackets', `${'f({['.repeat(50_000)}'隐私政策'`],
    ['comments', '/*'.repeat(100_000)],
    ['pieces', `${"'a$b${c}' + ".repeat(20_000)}'隐私政策'`],
    ['braces', `'${'${'.repeat(50_000)}'`],
  ])('survives %s without end', async (_, source) => {
    await expect(readDocument('privacy.dart', new TextEncoder().encode(source), knowledge)).resolves.toBeDefined();
  });
});
