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
