import type { Place, Report, ReportFinding } from '../report/report.ts';
import { summaryOf } from '../report/report.ts';
import type { FormatOptions } from './index.ts';

// Hand-made reports for the tests of the formats.

/** A place of five characters. */
export const place = (path: string, line: number, column: number, more: Partial<Place> = {}): Place => ({
  path,
  start: { line, column, offset: line * 10 },
  end: { line, column: column + 5, offset: line * 10 + 5 },
  ...more,
});
const article = (id: string, zh: string, old: string): ReportFinding['citations'][number] => ({
  id,
  law: {
    id: 'csl',
    title: { zh: '中华人民共和国网络安全法', en: 'Cybersecurity Law of the PRC' },
    short: { zh: '网络安全法', en: 'Cybersecurity Law' },
    kind: 'law',
  },
  article: { zh: `${zh}（2026 年前为${old}）`, en: `Article ${id} (before 2026: Article old)` },
  numbers: [
    {
      version: '2025',
      label: { zh: '2025年修正', en: '2025' },
      from: '2026-01-01',
      number: '43.1',
      name: { zh, en: `Article ${id}` },
    },
    {
      version: '2016',
      label: { zh: '2016年', en: '2016' },
      from: '2017-06-01',
      to: '2025-12-31',
      number: '41.1',
      name: { zh: old, en: 'Article old' },
    },
  ],
  words: '网络运营者收集、使用个人信息，应当公开规则。',
  verbatim: true,
  summary: { zh: '要公开', en: 'say so' },
  certainty: 'high',
});
const precedent: ReportFinding['cases'][number] = {
  id: 'somewhere-2020-app',
  date: '2020-01',
  authority: '某市公安局（Some police）',
  kind: { zh: '处罚', en: 'penalty' },
  subject: { zh: '某公司', en: 'a company' },
  facts: { zh: '申请权限未告知。', en: 'Asked without telling.' },
  outcome: { zh: '警告', en: 'warning' },
  certainty: 'high',
  sources: [{ title: '通报', checked: '2026-11-22' }],
};
/** A finding about something on a line. */
export const finding = (about: string, line: number, more: Partial<ReportFinding> = {}): ReportFinding => ({
  rule: 'undisclosed-permission',
  severity: 'error',
  confidence: 'high',
  about,
  message: { zh: `申请 ${about}，政策没有告知`, en: `Asks for ${about}; the policy does not tell it` },
  at: place('app/AndroidManifest.xml', line, 36, { excerpt: `<uses-permission android:name="${about}" />` }),
  related: [
    {
      ...place('隐私政策.md', 11, 8, { quote: '短信验证码用于登录。' }),
      kind: 'closest-statement',
      note: { zh: '最接近的一句', en: 'closest sentence' },
    },
  ],
  citations: [
    article('43(1)', '第四十三条第一款', '第四十一条第一款'),
    article('71', '第七十一条', '第六十四条第一款'),
  ],
  cases: [precedent],
  suggestion: { zh: `补写：「我们会使用 ${about}」。`, en: `Add: "we use ${about}".` },
  ...more,
});
/** A report with these findings. */
export const report = (findings: readonly ReportFinding[], more: Partial<Report> = {}): Report => ({
  schemaVersion: 1,
  tool: { name: 'mingshi', version: '1.2.3' },
  apps: [
    {
      id: ':app',
      platform: 'android',
      name: '星河',
      folder: 'app',
      manifests: [{ path: 'app/AndroidManifest.xml', role: 'main', module: ':app' }],
      sources: { found: 0, parsed: 0 },
      frameworks: [],
      sdks: [],
      dependencies: [],
      permissions: [
        {
          name: 'SEND_SMS',
          kind: 'uses-permission',
          at: place('app/AndroidManifest.xml', 8, 36),
          module: ':app',
          alsoAt: [],
          opens: ['sms'],
        },
      ],
    },
  ],
  policies: [{ path: '隐私政策.md', language: 'zh', why: 'name-and-content' }],
  rules: [
    { id: 'undisclosed-permission', severity: 'error', title: { zh: '权限没有告知', en: 'Permission not told' } },
  ],
  findings,
  waived: [],
  matrix: [],
  selfAssessment: [],
  notChecked: [],
  summary: summaryOf(findings, 0, 0),
  ...more,
});
/** Plain text in Chinese. */
export const options: FormatOptions = { language: 'zh', width: 90, colour: false, drawing: false, prefix: '' };
/** Two findings of one cause. */
export const two = report([finding('SEND_SMS', 8), finding('RECEIVE_SMS', 10)]);
const escapes =
  '\u001b[2J\u202e](javascript:x) <img src=x> @someone #12 `code` ::error::x | www.evil.example\r\n::set-env name=A::B';
/** A report on files that would like to be obeyed. */
export const hostile = report([
  finding('X', 1, {
    message: { zh: escapes, en: escapes },
    suggestion: { zh: escapes, en: escapes },
    at: place(`a,b:c%\n::error::${escapes}.xml`, 1, 1, { excerpt: escapes }),
    related: [
      { ...place(escapes, 2, 2, { quote: escapes }), kind: 'statement', note: { zh: '政策的说法', en: 'says' } },
    ],
  }),
]);
