import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { reportSchema } from '../report/report-schema.ts';
import { summaryOf } from '../report/report.ts';
import type { MatrixRow, ReportFinding } from '../report/report.ts';
import { widthOf } from '../text/width.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { finding, hostile, options, place, report, two } from './sample-report.ts';
import { text } from './text.ts';

describe('a hand-made report', () => {
  it('is what the schema says, no more and no less', () => {
    expect(v.parse(reportSchema, two)).toEqual(two);
    expect(v.safeParse(reportSchema, { ...two, summary: {} }).success).toBe(false);
  });
});

describe('text', () => {
  it('reads as a person would tell it', () => {
    expect(text(two, options)).toBe(
      [
        '星河  :app',
        '政策    隐私政策.md（按文件名和内容找到）',
        '',
        'app/AndroidManifest.xml',
        '   8:36  错误  申请 SEND_SMS，政策没有告知                          undisclosed-permission',
        '      8 | <uses-permission android:name="SEND_SMS" />',
        '         政策  最接近的一句 隐私政策.md:11:8 「短信验证码用于登录。」',
        '         依据  《网络安全法》第四十三条第一款、第七十一条（2026 年前为第四十一条第一款、第',
        '               六十四条第一款）',
        '         先例  2020-01 某市公安局：申请权限未告知；警告',
        '         建议  补写：「我们会使用 SEND_SMS」。',
        '  10:36  错误  申请 RECEIVE_SMS，政策没有告知                       undisclosed-permission',
        '     10 | <uses-permission android:name="RECEIVE_SMS" />',
        '         政策、依据、先例同上一条',
        '         建议  补写：「我们会使用 RECEIVE_SMS」。',
        '',
        '2 个错误，0 个警告，0 项提示',
        '更多    mingshi explain undisclosed-permission',
        '',
      ].join('\n'),
    );
  });

  it('speaks English and tells the same cause once', () => {
    const out = text(two, { ...options, language: 'en' });
    expect(out).toContain('case    2020-01, Some police: Asked without telling; warning');
    expect(out.match(/basis and case as above/g)).toHaveLength(1);
  });

  it('shows a place once for all that was found there', () => {
    const [first, second] = two.findings as readonly [ReportFinding, ReportFinding];
    const here = report([first, { ...second, at: first.at }]);
    const lines = text(here, options).split('\n');
    expect(lines.slice(3, 6)).toEqual([
      'app/AndroidManifest.xml',
      '  8:36 | <uses-permission android:name="SEND_SMS" />',
      '        错误  申请 SEND_SMS，政策没有告知                           undisclosed-permission',
    ]);
    expect(lines.filter((line) => line.includes('8:36'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('依据'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('先例'))).toHaveLength(1);
  });

  it('puts further places with the same words in one line', () => {
    const [first] = two.findings as readonly [ReportFinding];
    const again = (line: number): ReportFinding['related'][number] => ({
      ...first.at,
      start: { ...first.at.start, line },
      kind: 'same-cause',
      note: { zh: '同一原因', en: 'same cause' },
    });
    const out = text(report([{ ...first, related: [again(9), again(12), again(15)] }]), options);
    expect(out).toContain('应用  同一原因 app/AndroidManifest.xml:9:36、12:36、15:36\n');
  });

  it.each([40, 60, 100, 140])('never goes beyond %i columns, save for paths', (width) => {
    const lines = text(two, { ...options, width }).split('\n');
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });

  it('has colours and lines only where they are wanted', () => {
    expect(text(two, options)).not.toMatch(/[│]|(?!\n)\p{Cc}/u);
    const drawn = text(two, { ...options, colour: true, drawing: true });
    expect(drawn).toContain('\u001b[31m错误');
    expect(drawn).toContain('│');
  });

  it('puts the worst first, the app before its policy, and says when a finding is not sure', () => {
    const mixed = report([
      finding('A', 3, { severity: 'info', confidence: 'low' }),
      finding('B', 9),
      finding('C', 1, { at: place('隐私政策.md', 1, 1) }),
    ]);
    expect(text(mixed, options).match(/申请 .，政策没有告知(?:（把握不大）)?/g)).toEqual([
      '申请 B，政策没有告知',
      '申请 A，政策没有告知（把握不大）',
      '申请 C，政策没有告知',
    ]);
  });

  it('says what was waived and what was not checked', () => {
    const waived = [
      { ...finding('SEND_SMS', 8), waiver: { reason: '工单 7', until: '2027-01-01', at: place('mingshi.yaml', 4, 5) } },
    ];
    const notChecked = [
      {
        what: 'broken-xml',
        why: { zh: '没有读', en: 'not read' },
        path: 'b.xml',
        at: { line: 2, column: 3, offset: 9 },
      },
    ];
    const out = text(report([], { waived, notChecked, summary: summaryOf([], 1, 1) }), { ...options, width: 120 });
    expect(out).toContain(
      '已豁免  undisclosed-permission SEND_SMS app/AndroidManifest.xml:8:36：工单 7，至 2027-01-01',
    );
    expect(out).toContain('未检查  b.xml:2:3：没有读');
    expect(out).toContain('0 个错误，0 个警告，0 项提示 · 已豁免 1 · 1 项未检查');
  });

  it('lets nothing of a checked file act on the terminal', () => {
    const out = text(hostile, { ...options, drawing: true });
    expect(out).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
    expect(out).toContain('<U+001B>[2J<U+202E>');
  });
});

describe('github', () => {
  const many = report([
    ...Array.from({ length: 12 }, (_, i) => finding(`P${i}`, i + 1)),
    finding('W', 3, { severity: 'warning' }),
  ]);

  it('annotates ten of each kind, from the root of the repository, and counts the rest', () => {
    const lines = github(many, { ...options, prefix: 'android' })
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(1);
    expect(lines[0]).toMatch(
      /^::error file=android\/app\/AndroidManifest\.xml,line=1,col=36,endLine=1,endColumn=41,title=mingshi undisclosed-permission::申请 P0/,
    );
    expect(lines).toContain('mingshi: 另有 2 条 error 没有标注，见 --format text 或 json');
  });

  it('cannot be made to say another command', () => {
    const lines = github(hostile, options).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^::error file=a%2Cb%3Ac%25 %3A%3Aerror%3A%3A/);
    expect(lines[0]?.match(/::/g)?.length).toBeGreaterThanOrEqual(2);
    expect(lines[1]).toMatch(/^mingshi: /);
  });
});

describe('markdown', () => {
  it('has a table, both sides and the basis', () => {
    const out = markdown(two, { ...options, language: 'en' });
    expect(out).toContain(
      '| 1 | 🔴 error | `app/AndroidManifest.xml:8:36` | Asks for SEND_SMS; the policy does not tell it | `undisclosed-permission` |',
    );
    expect(out).toContain('- **Basis** Cybersecurity Law art. 43(1), 71 (art. old, old before 2026)');
    expect(out).toContain('the authority decides');
  });

  const row: MatrixRow = {
    app: ':app',
    kind: 'permission',
    name: 'android.permission.SEND_SMS',
    title: { zh: '发送短信', en: 'send SMS' },
    data: [{ id: 'sms', name: { zh: '短信', en: 'text messages' } }],
    calls: [],
    at: [place('app/AndroidManifest.xml', 8, 36)],
    places: 1,
    policy: 'silent',
    purpose: 'none',
    says: [{ ...place('隐私政策.md', 11, 8, { quote: '短信验证码用于登录。' }), how: 'close', purposes: [] }],
    findings: [0],
    waived: [],
  };

  it('has the matrix, what the policy leaves open first, with the numbers of the findings', () => {
    const told: MatrixRow = { ...row, name: 'a.CAMERA', policy: 'told', purpose: 'told', says: [], findings: [] };
    const out = markdown({ ...two, matrix: [told, row] }, { ...options, language: 'en' });
    expect(out.split('\n').filter((line) => line.startsWith('| permission '))).toEqual([
      '| permission **send SMS**<br>`SEND_SMS`<br>`app/AndroidManifest.xml:8:36` | text messages | ' +
        '✕ not told<br>closest sentence: "短信验证码用于登录。" `隐私政策.md:11:8` | — | 1 |',
      '| permission **send SMS**<br>`CAMERA`<br>`app/AndroidManifest.xml:8:36` | text messages | ✓ told | ✓ told |  |',
    ]);
  });

  it('shows what a checked file says and does nothing of it', () => {
    const [words] = hostile.findings[0]?.related ?? [];
    const says = words ? [{ ...words, how: 'tells' as const, purposes: [] }] : [];
    const matrix = [{ ...row, name: words?.quote ?? '', at: [place(words?.path ?? '', 8, 36)], says }];
    const out = markdown({ ...hostile, matrix }, options).replaceAll('<br>', ' ');
    const outside = out.replaceAll(/^(`{3,})text\n[^]*?\n\1$/gm, '').replaceAll(/(`+)[^`]+?\1/g, '');
    expect(outside).not.toMatch(/<img|(?<!\\)\]\(|@someone|#12|www\.evil|(?!\n)\p{Cc}|\u202e/u);
    expect(out.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(4);
  });
});

describe('json', () => {
  it('is the report, ending with a line break', () => {
    const out = json(two, options);
    expect(JSON.parse(out)).toEqual(two);
    expect(out.endsWith('}\n')).toBe(true);
  });
});
