import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { reading } from '../testing/reading.ts';

const knowledge = loadKnowledge();

const filler = '我们只在您的设备上处理这些信息，不会上传到任何服务器，也不会提供给第三方。'.repeat(8);
const strings = (...entries: string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<resources>\n${entries.join('\n')}\n</resources>`;

describe('Android string resources', () => {
  it('reads the strings that hold a policy, with their escapes', async () => {
    const { document, shape, quote } = await reading(
      'app/src/main/res/values/strings.xml',
      strings(
        '<string name="privacy_title">隐私政策</string>',
        '<string name="privacy_content">一、收集\\n我们收集您\\u0022设备\\u0022的<b>型号</b> &amp; 系统\n   版本。' +
          `\\n二、联系\\n${filler}</string>`,
      ),
    );
    expect(document).toMatchObject({ format: 'android-strings', kind: 'privacy-policy', part: 'main' });
    expect(shape.slice(0, 3)).toEqual([
      'heading 1 一、收集',
      'paragraph 0 我们收集您"设备"的型号 & 系统版本。',
      'heading 1 二、联系',
    ]);
    expect(quote('"设备"的型号 & 系统版本')).toBe('\\u0022设备\\u0022的<b>型号</b> &amp; 系统\n   版本');
  });

  it('reads HTML in CDATA and HTML written with entities', async () => {
    const cdata = await reading(
      'res/values/a.xml',
      strings(
        `<string name="policy"><![CDATA[<h2>隐私政策</h2><p>我们收集&nbsp;邮箱。</p><p>${filler}</p>]]></string>`,
      ),
    );
    expect(cdata.shape.slice(0, 2)).toEqual(['heading 1 隐私政策', 'paragraph 0 我们收集 邮箱。']);
    expect(cdata.quote('收集 邮箱')).toBe('收集&nbsp;邮箱');
    const entities = await reading(
      'res/values/a.xml',
      strings(
        `<string name="privacy">&lt;p&gt;我们收集&amp;nbsp;邮箱。&lt;/p&gt;&lt;p&gt;${filler}&lt;/p&gt;</string>`,
      ),
    );
    expect(entities.shape[0]).toBe('paragraph 0 我们收集 邮箱。');
    expect(entities.quote('收集 邮箱')).toBe('收集&amp;nbsp;邮箱');
  });

  it('makes a document of each such string and leaves agreements and comments out', async () => {
    const source = strings(
      `<string name="privacy_policy">我们收集您的邮箱地址，用于登录。${filler}</string>`,
      `<!-- <string name="privacy_old">我们收集您的位置信息。${filler}</string> -->`,
      `<string name="sdk_list">第三方SDK列表\\n北风推送SDK收集设备标识符，用于推送。${filler}隐私政策见官网，个人信息由第三方处理。</string>`,
      `<string name="user_agreement">用户不得违反本协议，违约者应当赔偿，本协议由法院管辖。${'用户应遵守服务条款与知识产权规定。'.repeat(20)}</string>`,
    );
    const { documents } = await readDocument('res/values/strings.xml', new TextEncoder().encode(source), knowledge);
    expect(documents.map(({ part }) => part)).toEqual(['main', 'sdk-list']);
  });

  it('puts together what stands in a resource for each paragraph', async () => {
    const parts = [
      ['privacy_title', '灯塔日记隐私政策'],
      ['privacy_collect_title', '我们收集的个人信息'],
      ['privacy_collect_text', '您注册账号时，我们会收集您的手机号，用于核验身份。您写日记时，我们会收集日记中的文字和照片，用于同步到您的其他设备。'],
      ['privacy_share_title', '共享'],
      ['privacy_share_text', '除了法律另有规定的以外，我们不会把您的个人信息提供给第三方。'],
      ['privacy_store_text', '您的个人信息保存在中国境内，保存到您注销账号为止；保存期满，我们会删除。传输时我们使用加密的连接，只有负责的人员才能访问。'],
      ['privacy_rights_text', '您可以在设置中查阅、更正、删除您的个人信息，也可以注销账号、撤回同意；您要求的事情，我们会在十五个工作日内办好并答复您。'],
      ['privacy_contact_text', '有疑问或者要投诉的，请写信到 hi@lantern.example，我们会在十五个工作日内答复您。'],
    ] as const;
    const source = strings(
      '<string name="login_privacy_tip">登录前请阅读并同意隐私政策</string>',
      ...parts.map(([name, text]) => `<string name="${name}">${text}</string>`),
    );
    const { document, shape, quote } = await reading('res/values/strings.xml', source);
    expect(document).toMatchObject({ kind: 'privacy-policy', title: '灯塔日记隐私政策' });
    expect(shape).toEqual(parts.map(([name, text]) => (name.endsWith('_title') ? `heading 1 ${text}` : `paragraph 0 ${text}`)));
    expect(quote('您的手机号')).toBe('您的手机号');
    const dialog = strings('<string name="privacy_title">隐私政策</string>', `<string name="privacy_text">${parts[2][1]}</string>`);
    expect((await readDocument('res/values/strings.xml', new TextEncoder().encode(dialog), knowledge)).documents).toEqual([]);
  });

  it('finds nothing in labels', async () => {
    const source = strings(
      '<string name="privacy">隐私政策</string>',
      '<string name="agree">我已阅读并同意《隐私政策》</string>',
    );
    const { documents, unread } = await readDocument('res/values/strings.xml', new TextEncoder().encode(source), knowledge);
    expect(documents).toEqual([]);
    expect(unread).toEqual([{ file: 'res/values/strings.xml', what: 'empty-policy' }]);
  });
});
