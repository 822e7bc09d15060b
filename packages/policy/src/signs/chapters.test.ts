import { loadKnowledge } from '@mingshi/knowledge';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../document/document.ts';
import { understand } from '../understanding/understand.ts';

const knowledge = loadKnowledge();

async function missing(text: string, path = 'privacy.md'): Promise<readonly string[]> {
  const { documents } = await readDocument(path, new TextEncoder().encode(text), knowledge);
  const signs = understand(documents, knowledge).signs.filter((sign) => sign.kind === 'missing-part');
  return signs.map(({ announced, target }) => `${announced} ${target}`);
}

const chapters = (...titles: readonly string[]): string =>
  titles.map((title) => `## ${title}\n\n这一部分说明${title.slice(-2)}的做法，详见下文。\n\n`).join('');

const announcedBy = (lead: string): string =>
  `# 隐私政策\n\n${lead}\n\n- 收集的信息\n- 对外共享\n- 您的权利\n- 怎样使用 Cookie\n\n${chapters('一、收集的信息', '二、对外共享', '三、您的权利')}`;

const contentsOver = (...titles: readonly string[]): string =>
  `# 隐私政策\n\n目录\n\n- 我们如何收集您的信息\n- 我们如何共享您的信息\n- 如何联系我们\n- 您的权利\n\n${chapters(...titles)}`;

describe('parts that are announced', () => {
  it('are looked for by the contents, however these are brought up', async () => {
    for (const lead of ['目录', '本隐私政策将帮助您了解以下内容：', '本指引主要包含以下几个部分：']) {
      expect(await missing(announcedBy(lead))).toEqual(['contents 怎样使用 Cookie']);
    }
    expect(await missing(announcedBy('我们收集以下内容：'))).toEqual([]);
  });

  it('are not missed where they are what is left over', async () => {
    const text = `# 隐私政策\n\n目录\n\n- 收集的信息\n- 对外共享\n- 您的权利\n- 其它\n\n${chapters('收集的信息', '对外共享', '您的权利', '其他')}`;
    expect(await missing(text)).toEqual([]);
  });

  it('are there under another title, but not under that of another entry', async () => {
    expect(await missing(contentsOver('我们如何收集您的信息', '信息的对外提供', '联系我们', '权利的行使'))).toEqual([]);
    expect(await missing(contentsOver('我们如何收集您的信息', '您的权利', '如何联系我们'))).toEqual(['contents 我们如何共享您的信息']);
  });

  it('are there at the head of a paragraph', async () => {
    const text = `# 隐私政策\n\n目录\n\n- 收集的信息\n- 对外共享\n- 怎样使用 Cookie\n\n${chapters('收集的信息', '对外共享')}三、怎样使用 Cookie 我们用它记住您的设置，您可以在浏览器中关闭，关闭以后要重新登录。\n`;
    expect(await missing(text)).toEqual([]);
  });

  it('are counted where the titles are', async () => {
    const see = '注销的办法请见第九条。\n\n';
    expect(await missing(`# 隐私政策\n\n${see}${chapters('一、收集', '二、共享', '三、权利', '四、联系')}`)).toEqual(['section 第九条']);
    expect(await missing(`# 隐私政策\n\n${see}${chapters('收集', '共享', '权利', '联系')}`)).toEqual([]);
    const many = ['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((number) => `${number}、甲乙`);
    expect(await missing(`# 隐私政策\n\n${see}${chapters(...many)}`)).toEqual([]);
  });

  it('may be articles of a law', async () => {
    const text = `# 隐私政策\n\n参见《个人信息保护法》第四十四条。\n\n${chapters('一、收集', '二、共享', '三、权利', '四、联系')}`;
    expect(await missing(text)).toEqual([]);
  });

  it('are counted in English too', async () => {
    const parts = ['1. Data', '2. Sharing', '3. Rights', '4. Contact'].map((title) => `## ${title}\n\nWords on it.\n\n`).join('');
    expect(await missing(`# Privacy\n\nTo object, see Section 9 for details.\n\n${parts}`)).toEqual(['section Section 9']);
    expect(await missing(`# Privacy\n\nTo object, see Section 4 for details.\n\n${parts}`)).toEqual([]);
  });
});
