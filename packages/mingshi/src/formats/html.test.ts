import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { AssessmentItem, MatrixRow } from '../report/report.ts';
import { summaryOf } from '../report/report.ts';
import { html } from './html.ts';
import { finding, hostile, options, place, report, two } from './sample-report.ts';

/** What is asked of a parsed page. */
interface Selection {
  readonly length: number;
  readonly text: () => string;
  readonly attr: (name: string) => string | undefined;
  readonly hasClass: (name: string) => boolean;
  readonly eq: (index: number) => Selection;
  readonly first: () => Selection;
  readonly find: (selector: string) => Selection;
  readonly toArray: () => readonly Element[];
}
interface Element {
  readonly tagName: string;
  readonly attribs?: Readonly<Record<string, string>>;
}

/** The parser of packages/policy, which follows the HTML standard as browsers do. */
const { load } = createRequire(new URL('../../../policy/package.json', import.meta.url))('cheerio') as {
  readonly load: (page: string) => (selector: string | Element) => Selection;
};

const hash = (words: string) => `'sha256-${createHash('sha256').update(words).digest('base64')}'`;
const text = (words: string) => ({ zh: words, en: words });
const row = (more: Partial<MatrixRow> = {}): MatrixRow => ({
  app: ':app',
  kind: 'permission',
  name: 'android.permission.SEND_SMS',
  title: { zh: '发送短信', en: 'send text messages' },
  data: [{ id: 'sms-send-action', name: { zh: '发送短信', en: 'sending text messages' } }],
  calls: [],
  at: [place('app/AndroidManifest.xml', 8, 36)],
  places: 1,
  policy: 'silent',
  purpose: 'none',
  says: [],
  findings: [0],
  waived: [],
  ...more,
});
const item = (more: Partial<AssessmentItem> = {}): AssessmentItem => ({
  id: 'app-violations-2019#2.1',
  number: { zh: '二（一）', en: 'II(1)' },
  group: { zh: '未明示', en: 'not stated' },
  words: '未逐一列出',
  summary: text('Not listed'),
  state: 'found',
  findings: [0, 1],
  waived: [],
  hidden: 0,
  related: [],
  silent: [],
  incomplete: false,
  seen: [],
  why: { zh: '逐项对照', en: 'one by one' },
  byHand: { zh: '核对', en: 'compare' },
  ...more,
});
const open = (made: Parameters<typeof html>[0], language: 'zh' | 'en' = 'zh') =>
  load(html(made, { ...options, language }));
const full = report(two.findings, {
  matrix: [row()],
  selfAssessment: [item(), item({ id: 'x', state: 'by-hand', findings: [] })],
});

describe('the page', () => {
  it.each([
    ['zh', 'zh-CN', 'en'],
    ['en', 'en', 'zh'],
  ] as const)('in %s comes first and says so; the other is a switch away', (language, tag, other) => {
    const $ = open(full, language);
    expect($('html').attr('lang')).toBe(tag);
    expect($('input[checked]').attr('id')).toBe(`show-${language}`);
    expect($(`#show-${other}`).length).toBe(1);
    expect($('h2 > span').first().attr('class')).toBe(language);
    const classes = $('.zh, .en')
      .toArray()
      .filter(
        (each) =>
          !$(each)
            .attr('lang')
            ?.startsWith($(each).attr('class') ?? ''),
      );
    expect(classes).toHaveLength(0);
  });

  it('fetches nothing and lets only its own style and script act', () => {
    const $ = open(full);
    const policy = $('meta[http-equiv=Content-Security-Policy]').attr('content') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src ${hash($('style').text())}`);
    expect(policy).toContain(`script-src ${hash($('script').text())}`);
    expect($('[src], link, iframe, form, [style]').length).toBe(0);
    expect($('style').text()).not.toMatch(/url\(|@import/);
  });

  it('has landmarks, headings in order, and tables that say what their cells are', () => {
    const $ = open(full);
    for (const name of ['header', 'nav', 'main', 'footer', 'h1']) expect($(name).length, name).toBe(1);
    const levels = $('h1, h2, h3, h4')
      .toArray()
      .map(({ tagName }) => Number(tagName[1]));
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect($('table').length).toBe(2);
    expect($('th:not([scope]), table:not(:has(caption))').length).toBe(0);
    const dead = $('a[href^="#"]')
      .toArray()
      .filter((each) => $($(each).attr('href') ?? '').length !== 1);
    expect(dead).toHaveLength(0);
  });

  it('marks what the policy does not tell, in words, and links to the finding', () => {
    const $ = open(
      report(two.findings, { matrix: [row(), row({ name: 'b', policy: 'told', purpose: 'told', findings: [] })] }),
    );
    const rows = $('.matrix tbody tr');
    expect(rows.eq(0).hasClass('gap')).toBe(true);
    expect(rows.eq(0).text()).toContain('没有写到');
    expect(rows.eq(0).find('a').attr('href')).toBe('#f1');
    expect(rows.eq(1).attr('class')).toBeUndefined();
  });

  it('tells law and cases to unfold once for the same basis', () => {
    const $ = open(two);
    expect($('article').length).toBe(2);
    expect($('#f1 details').length).toBe(2);
    expect($('#f1 blockquote').first().text()).toContain('网络运营者收集');
    expect($('#f2 details').length).toBe(0);
    expect($('#f2 a[href="#f1"]').length).toBe(1);
  });

  it('tells why each item stands as it does', () => {
    const odd = item({
      state: 'by-hand',
      findings: [],
      hidden: 2,
      silent: ['undisclosed-sdk'],
      incomplete: true,
      waived: [0],
    });
    const words = open(report([], { selfAssessment: [odd] }), 'zh')('.items tbody').text();
    for (const part of [
      '需人工核对',
      'undisclosed-sdk',
      '已豁免 1 条',
      '另有 2 条',
      '有文件没有读',
      '逐项对照',
      '核对',
    ])
      expect(words).toContain(part);
  });

  it('says what was waived and not checked, and that nothing else was found', () => {
    const waived = [{ ...finding('SEND_SMS', 8), waiver: { reason: '工单 7', at: place('mingshi.yaml', 4, 5) } }];
    const notChecked = [
      {
        what: 'broken-xml',
        why: { zh: '没有读', en: 'not read' },
        path: 'b.xml',
        at: { line: 2, column: 3, offset: 9 },
      },
    ];
    const $ = open(report([], { waived, notChecked, summary: summaryOf([], 1, 1) }));
    expect($('section[aria-labelledby=waived]').text()).toContain('工单 7');
    expect($('section[aria-labelledby=unchecked]').text()).toContain('b.xml:2:3 没有读');
    expect($('section[aria-labelledby=findings]').text()).toContain('没有发现问题');
  });

  it('is no verdict', () => {
    const titles = /《[^》]*》|App违法违规收集使用个人信息行为认定方法/g;
    expect(open(full)('body').text().replaceAll(titles, '')).not.toMatch(/违法|illegal|unlawful/i);
  });
});

describe('hostile text', () => {
  const attack =
    '</style><script>alert(1)</script><img src=x onerror=alert(2)>"\' onclick="alert(3)" \u202egnp.exe\u2066 &lt;b&gt;';
  const nasty = report(
    [
      finding(attack, 1, {
        message: text(attack),
        suggestion: text(attack),
        at: place(attack, 1, 1, { excerpt: attack }),
        rule: attack,
      }),
    ],
    {
      apps: [{ ...(two.apps[0] as (typeof two.apps)[number]), name: attack, applicationId: attack }],
      policies: [{ path: attack, language: 'mixed', why: 'name' }],
      matrix: [
        row({
          name: attack,
          title: text(attack),
          calls: [attack],
          says: [{ ...place(attack, 1, 1, { quote: attack }), how: 'tells', purposes: [attack] }],
          policy: 'told',
        }),
      ],
      selfAssessment: [
        item({ seen: [{ ...place(attack, 1, 1, { quote: attack }), what: text(attack) }], silent: [attack] }),
      ],
      notChecked: [{ what: 'x', why: text(attack), path: attack }],
      waived: [{ ...finding(attack, 1), waiver: { reason: attack, at: place(attack, 1, 1) } }],
    },
  );

  it.each([
    ['everywhere', nasty],
    ['in a finding', hostile],
  ])('%s is shown as text', (_, made) => {
    const $ = open(made);
    expect($('script').length).toBe(1);
    expect($('style').length).toBe(1);
    expect($('img, iframe, b:not(.counts b)').length).toBe(0);
    const handlers = $('*')
      .toArray()
      .flatMap((each) => Object.keys(each.attribs ?? {}).filter((name) => name.startsWith('on')));
    expect(handlers).toEqual([]);
    expect(html(made, options)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u);
    const links = $('a')
      .toArray()
      .map((each) => $(each).attr('href') ?? '');
    expect(links.filter((href) => !/^(?:#|https?:\/\/)/.test(href))).toEqual([]);
  });

  it('keeps every character that can be shown', () => {
    const $ = open(nasty);
    expect($('h1').text()).toContain('</style><script>alert(1)</script><img src=x onerror=alert(2)>"\'');
    expect($('article h4').text()).toContain('<U+202E>gnp.exe<U+2066> &lt;b&gt;');
  });

  it('gives no link to an address that is none of the web', () => {
    const cases = [
      { ...two.findings[0]!.cases[0]!, sources: [{ title: 't', url: 'javascript:alert(1)', checked: '2026-01-01' }] },
    ];
    expect(open(report([finding('A', 1, { cases })]))('a[href^="javascript"]').length).toBe(0);
  });
});
