import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { asBullet, asHeading, docxOf, paragraph, pdfOf, wordTable } from '../packages/policy/src/testing/fixtures.ts';
import type { Report } from '../packages/mingshi/src/report/report.ts';
import { cleanUp, cli, folder, mingshi, policy, weather } from './cli-run.ts';

afterAll(cleanUp);

const paragraphs = policy.split('\n').filter((line) => line !== '');
const docx = docxOf(
  ...paragraphs.map((line) =>
    line.startsWith('#')
      ? paragraph(line.replace(/^#+ /, ''), asHeading(line.startsWith('##') ? 2 : 1))
      : paragraph(line),
  ),
  paragraph('设备型号', asBullet),
  wordTable(['SDK 名称', '用途', '收集的信息'], ['北风推送', '推送消息', '设备标识符']),
);
/** The policy on two pages, a line for forty characters. */
const pdf = pdfOf(
  [paragraphs.slice(0, 10), paragraphs.slice(10)].map((page) =>
    page
      .flatMap((line) => [...(line.replace(/^#+ /, '').match(/.{1,38}/gu) ?? []), ''])
      .map((text, index) => ({ text, x: 60, y: 790 - index * 18 }))
      .filter(({ text }) => text !== ''),
  ),
);
const program = `export const PRIVACY = \`\n${policy}\n\`;\n`;
const files = { '隐私政策.docx': docx, 'privacy.pdf': pdf, 'src/privacy.ts': program };

const withoutPolicy = (more: Readonly<Record<string, string | Uint8Array>>): string => {
  const root = weather(more);
  rmSync(join(root, '隐私政策.md'));
  return root;
};

describe('a policy in', () => {
  it.each([
    ['a Word file', '隐私政策.docx', '第 4 段', 'paragraph 4'],
    ['a PDF', 'privacy.pdf', '第 1 页', 'page 1'],
    ['a program', 'src/privacy.ts', '8:1', '8:1'],
  ])('%s is understood, the same twice, and places are said as they are', (_, path, zh, en) => {
    const root = folder(files);
    const [first, second] = [0, 1].map(() => mingshi(['policy', join(root, path), '--lang', 'zh']));
    expect(first?.stderr).toBe('');
    expect(first).toEqual(second);
    expect(first?.stdout).toContain(zh);
    expect(mingshi(['policy', join(root, path), '--lang', 'en']).stdout).toContain(en);
  });

  it.each([
    ['a Word file', '隐私政策.docx', 'paragraph', 'no lines: places are paragraphs of its text'],
    ['a PDF', 'privacy.pdf', 'page', 'no lines: places are pages'],
    ['a program', 'src/privacy.ts', undefined, 'src/privacy.ts (found by content)'],
  ])('%s is found and held against the app', (_, path, positions, words) => {
    const root = withoutPolicy({ [path]: files[path as keyof typeof files] });
    const { stdout, stderr } = mingshi(['check', root, '--format', 'json']);
    expect(stderr).toBe('');
    const { policies, findings } = JSON.parse(stdout) as Report;
    expect(policies.map((file) => [file.path, file.positions])).toEqual([[path, positions]]);
    expect(findings.map(({ about }) => about)).toContain('android.permission.SEND_SMS');
    const text = mingshi(['check', root, '--lang', 'en'], { env: { COLUMNS: '200' } }).stdout;
    expect(text).toContain(words);
  });

  it.each([
    ['隐私政策.docx', 'docx'],
    ['privacy.pdf', 'pdf'],
    ['src/privacy.ts', 'source'],
  ])('%s is text to readers of the JSON, taken out of a %s', (path, container) => {
    const root = folder({ [path]: files[path as keyof typeof files] });
    const { stdout } = mingshi(['policy', join(root, path), '--format', 'json']);
    expect((JSON.parse(stdout) as { document: unknown }).document).toMatchObject({ format: 'text', container });
  });

  it.each([
    ['a scanned PDF', 'privacy.pdf', pdfOf([[]]), 'PDF without text (scanned?)'],
    ['an old Word file', 'privacy.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0), 'old Word file (.doc)'],
  ])('%s is an error and never a pass', (_, path, bytes, words) => {
    const named = mingshi(['policy', join(folder({ [path]: bytes }), path), '--lang', 'en']);
    expect(named).toMatchObject({ status: 2, stdout: '' });
    expect(named.stderr).toContain(words);
    const checked = mingshi(['check', withoutPolicy({ [path]: bytes }), '--lang', 'en']);
    expect(checked.status).toBe(1);
    expect(checked.stdout).toContain(words);
    expect(checked.stdout).toContain('policy-missing');
  });
});

describe('the libraries', () => {
  it('are loaded only for the files that need them', () => {
    const root = folder({ 'privacy.md': policy, '隐私政策.docx': docx });
    const dist = join(root, 'dist');
    cpSync(dirname(cli), dist, { recursive: true });
    const heavy = readdirSync(dist).filter((name) => /^(?:document-thread|ts-morph-.*|pdfjs-.*)\.js$/.test(name));
    expect(heavy).toHaveLength(3);
    for (const name of heavy) rmSync(join(dist, name));
    const script = join(dist, 'cli.js');
    expect(mingshi(['--version'], { script }).status).toBe(0);
    expect(mingshi(['policy', join(root, 'privacy.md')], { script })).toMatchObject({ status: 0, stderr: '' });
    expect(mingshi(['check', weather()], { script }).status).toBe(1);
    expect(mingshi(['policy', join(root, '隐私政策.docx')], { script }).status).toBe(2);
  });

  it('are part of what is published, their licences too', () => {
    const licences = readFileSync(join(dirname(cli), 'THIRD-PARTY.txt'), 'utf8');
    for (const name of ['mammoth', 'unpdf', 'ts-morph']) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(readdirSync(join(dirname(cli), 'cmaps'))).toContain('LICENSE');
    expect(readdirSync(join(dirname(cli), 'cmaps'))).toContain('GBK-EUC-H.bcmap');
  });
});
