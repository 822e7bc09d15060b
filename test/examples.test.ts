import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { mingshi } from './cli-run.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What a case's example must find, and the articles that the police cited in it. */
const cases: Record<string, { exit: number; rules: string[]; articles: string[]; precedents: string[] }> = {
  'civic-service': {
    exit: 1,
    rules: ['no-collection-rules', 'vague-purpose', 'vague-scope', 'vague-recipient', 'undisclosed-permission'],
    articles: ['csl#41.1', 'csl#64.1'],
    precedents: ['chongqing-2020-public-service'],
  },
  'live-streaming': {
    exit: 1,
    rules: ['undisclosed-permission'],
    articles: ['csl#41.1', 'csl#64.1'],
    precedents: ['chongqing-2020-live-streaming'],
  },
  hospital: {
    exit: 1,
    rules: ['excessive-permission', 'no-account-cancellation', 'no-retention-period', 'permission-without-purpose'],
    articles: ['csl#22.3', 'csl#41.2', 'csl#64.1'],
    precedents: ['suzhou-2021-hospital-app'],
  },
  'sales-office': {
    exit: 1,
    rules: ['biometric-without-consent'],
    articles: ['csl#41.1', 'csl#64.1'],
    precedents: ['zhangjiagang-2021-sales-office'],
  },
  'back-office': {
    exit: 0,
    rules: ['cleartext-traffic', 'debuggable-release', 'backup-exposes-data', 'log-retention-too-short', 'vpn-service-undisclosed'],
    articles: [],
    precedents: [],
  },
  'parcel-buddy': {
    exit: 1,
    rules: ['denied-but-collected', 'undisclosed-permission', 'vague-recipient'],
    articles: ['csl#41.1'],
    precedents: [],
  },
  'photo-booth': {
    exit: 1,
    rules: ['undisclosed-permission', 'biometric-without-consent', 'undisclosed-data', 'permission-request-without-rationale'],
    articles: ['csl#41.1'],
    precedents: [],
  },
  'push-before-consent': { exit: 1, rules: ['collected-before-consent', 'consent-preticked'], articles: ['csl#41.1', 'csl#64.1'], precedents: [] },
  'push-after-consent': { exit: 0, rules: [], articles: [], precedents: [] },
  'campus-market': {
    exit: 1,
    rules: ['collected-before-consent', 'undisclosed-data', 'consent-preticked', 'no-account-cancellation'],
    articles: ['csl#64.1'],
    precedents: [],
  },
  'trail-log': {
    exit: 1,
    rules: ['undisclosed-permission', 'collected-before-consent', 'undisclosed-data', 'policy-not-linked'],
    articles: ['csl#41.1', 'csl#64.1'],
    precedents: [],
  },
  compliant: { exit: 0, rules: [], articles: [], precedents: [] },
  'compliant-react-native': { exit: 0, rules: [], articles: [], precedents: [] },
};

interface JsonFinding {
  readonly rule: string;
  readonly about: string;
  readonly citations: readonly { readonly id: string; readonly article: { readonly zh: string; readonly en: string } }[];
  readonly cases: readonly { readonly id: string }[];
}

const run = (...args: string[]): ReturnType<typeof mingshi> => mingshi(args, { cwd: root, env: { COLUMNS: '110' } });

describe('every example has its expectations', () => {
  it('and no expectation lacks an example', () => {
    expect(new Set(readdirSync(`${root}examples`))).toEqual(new Set(Object.keys(cases)));
  });
});

describe.each(Object.entries(cases))('%s', (name, expected) => {
  it.each(['zh', 'en'])('says in %s what it always said', async (language) => {
    const { status, stdout, stderr } = run('check', `examples/${name}`, '--lang', language);
    expect(stderr).toBe('');
    expect(status).toBe(expected.exit);
    await expect(stdout).toMatchFileSnapshot(`examples/${name}.${language}.txt`);
  });

  let findings: readonly JsonFinding[] = [];
  beforeAll(() => {
    ({ findings } = JSON.parse(run('check', `examples/${name}`, '--format', 'json').stdout) as { findings: JsonFinding[] });
  });

  it('finds what the case was about', () => {
    const rules = findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(expected.rules));
    expect(rules.length === 0).toBe(expected.rules.length === 0);
  });

  it('cites the Cybersecurity Law for every finding, under both numberings', () => {
    for (const { rule, citations } of findings) {
      const law = citations.filter(({ id }) => id.startsWith('csl#'));
      expect(law.length, rule).toBeGreaterThan(0);
      for (const { article } of law) {
        expect(article.zh).toMatch(/^第.+条.*（2026 年前为第.+条.*）$/);
        expect(article.en).toMatch(/^Article .+ \(before 2026: Article .+\)$/);
      }
    }
  });

  it('cites what the police cited, and the case itself', () => {
    for (const finding of findings.filter(({ rule }) => expected.rules.includes(rule))) {
      const cited = finding.citations.map(({ id }) => id);
      expect(cited, `${finding.rule} ${finding.about}`).toEqual(expect.arrayContaining(expected.articles));
      expect(finding.cases.map(({ id }) => id)).toEqual(expect.arrayContaining(expected.precedents));
    }
  });
});
