import { loadKnowledge } from '@mingshi/knowledge';
import { memoryFiles } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { docxOf, paragraph, pdfOf } from './testing/fixtures.ts';
import { readPolicy } from './index.ts';

const knowledge = loadKnowledge();
const sentences = [
  '灯塔日记隐私政策',
  '当您注册账号时，我们会收集您的邮箱地址，用于登录和找回密码。',
  '当您查看天气时，经您同意，我们会收集您的位置信息，用于显示当地的天气。',
  '我们不会向任何第三方出售您的个人信息，也不会公开您的个人信息。',
];
const docx = docxOf(...sentences.map((text) => paragraph(text)));
const read = async (files: Record<string, string | Uint8Array>, ...named: string[]) => {
  const { files: taken, documents, statements, unread } = await readPolicy(memoryFiles(files), { named }, knowledge);
  return { taken: taken.map(({ path }) => path), documents, statements, unread };
};

describe('readPolicy', () => {
  it('reads a Word file and says where in it', async () => {
    const { taken, documents, statements } = await read({ 'docs/隐私政策.docx': docx });
    expect(taken).toEqual(['docs/隐私政策.docx']);
    expect(documents).toMatchObject([{ positions: 'paragraph', language: 'zh' }]);
    expect(statements[0]?.at.start).toBe('灯塔日记隐私政策\n'.length);
  });

  it('prefers the text file to a Word file or a PDF of the same text', async () => {
    const pdf = pdfOf([sentences.map((text, index) => ({ text, x: 60, y: 700 - index * 30 }))]);
    const { taken, unread } = await read({
      'docs/隐私政策.docx': docx,
      'docs/隐私政策.pdf': pdf,
      '隐私政策.md': `# ${sentences.join('\n\n')}\n`,
    });
    expect(taken).toEqual(['隐私政策.md']);
    expect(unread).toEqual([
      { file: 'docs/隐私政策.docx', what: 'policy-copy', detail: '隐私政策.md' },
      { file: 'docs/隐私政策.pdf', what: 'policy-copy', detail: '隐私政策.md' },
    ]);
  });

  it('leaves alone what only has the name of a policy', async () => {
    const training = docxOf(
      paragraph('员工培训安排'),
      paragraph('上午九点在三楼会议室集合，请带好笔记本和笔。'.repeat(6)),
    );
    const script = `const privacy = ['隐私政策', ${"'第三方', '个人信息', '收集', ".repeat(40)}];`;
    const { taken, unread } = await read({ 'privacy-training.docx': training, 'src/privacy.ts': script });
    expect({ taken, unread }).toEqual({ taken: [], unread: [] });
  });

  it('says what could not be read, named or found', async () => {
    for (const named of [[], ['privacy.pdf']]) {
      const { documents, unread } = await read({ 'privacy.pdf': pdfOf([[]]) }, ...named);
      expect(documents).toEqual([]);
      expect(unread).toEqual([{ file: 'privacy.pdf', what: 'pdf-without-text' }]);
    }
  });

  it('gives the same reading twice', async () => {
    const files = { '隐私政策.docx': docx };
    expect(JSON.stringify(await read(files))).toBe(JSON.stringify(await read(files)));
  });
});
