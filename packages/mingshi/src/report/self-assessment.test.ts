import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '@mingshi/knowledge';
import type { Comparison, Finding, PolicyReading, Unread } from '@mingshi/model';
import { rules } from '@mingshi/rules';
import { selfAssessmentOf } from './self-assessment.ts';

const knowledge = loadKnowledge();
const policy: PolicyReading = {
  files: [],
  documents: [],
  sectionKinds: [],
  statements: [],
  elements: [],
  vague: [],
  signs: [],
  sdks: [],
  links: [],
  unread: [],
};
const at = { file: 'PRIVACY.md', start: 0, end: 1 };
const finding = (rule: string): Finding => ({
  rule,
  severity: 'error',
  message: '',
  data: {},
  about: 'x',
  at,
  confidence: 'high',
});

/** The items when every rule of the knowledge spoke, unless the test says otherwise. */
function items(
  found: {
    findings?: readonly Finding[];
    waived?: readonly Finding[];
    hidden?: readonly Finding[];
    without?: readonly string[];
    unread?: readonly Unread[];
    reading?: Partial<PolicyReading>;
  } = {},
) {
  const ids = new Set([...rules.map(({ id }) => id), ...knowledge.selfAssessment.flatMap((item) => item.rules)]);
  const speaking = [...ids].filter((id) => !found.without?.includes(id)).map((id) => ({ ...rules[0]!, id }));
  const comparison: Comparison = {
    app: { apps: [], unread: found.unread ?? [] },
    practices: [],
    sdks: [],
    policy: { ...policy, ...found.reading },
    knowledge,
  };
  const waived = (found.waived ?? []).map((each) => ({
    finding: each,
    waiver: { rule: '', about: '', reason: '', start: 0, end: 0 },
  }));
  const settled = { findings: found.findings ?? [], waived, hidden: found.hidden ?? [] };
  const place = { path: '', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
  const all = selfAssessmentOf({ comparison, settled, speaking, unread: [] }, () => place);
  return (number: string) => all.find(({ id }) => id === `app-violations-2019#${number}`);
}

/** An element that the policy tells at a place. */
const told = (id: string, start: number) =>
  ({
    id,
    told: 'yes',
    quote: { text: '', at: { file: 'PRIVACY.md', start, end: 9 } },
    document: 0,
    values: {},
  }) as const;

describe('the mapping of items to rules', () => {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const asked = knowledge.selfAssessment;

  it('holds every rule that cites an item, as belonging to it or bearing on it', () => {
    const missing = rules.flatMap(({ id, articles }) =>
      asked.flatMap((item) =>
        articles.includes(item.article) && !item.rules.includes(id) && !item.hints.includes(id)
          ? [`${item.article}: ${id}`]
          : [],
      ),
    );
    expect(missing, 'to be added in packages/knowledge/data/self-assessment.yaml').toEqual([]);
  });

  it('names no rule that there is not', () => {
    const named = asked.flatMap((item) => [...item.rules, ...item.hints].map((id) => [id, item.article] as const));
    const unknown = named.filter(([id]) => !known.has(id)).map(([id, article]) => `${article}: ${id}`);
    expect(unknown, 'to be mended in packages/knowledge/data/self-assessment.yaml').toEqual([]);
  });

  it('calls no rule of an item that does not cite it', () => {
    const uncited = asked.flatMap((item) =>
      item.rules.filter((id) => !known.get(id)?.articles.includes(item.article)).map((id) => `${item.article}: ${id}`),
    );
    expect(uncited).toEqual([]);
  });
});

describe('an item', () => {
  it('is found with the findings that belong to it', () => {
    const item = items({ findings: [finding('hard-to-read'), finding('no-complaint-channel')] });
    expect(item('6.5')).toMatchObject({ state: 'found', findings: [1], number: { zh: '六（五）' } });
    expect(item('2.4')).toMatchObject({ state: 'found', findings: [0] });
  });

  it('is found as well when its findings are waived or not shown', () => {
    expect(items({ waived: [finding('no-complaint-channel')] })('6.5')).toMatchObject({
      state: 'found',
      waived: [0],
      findings: [],
    });
    expect(items({ hidden: [finding('no-complaint-channel')] })('6.5')).toMatchObject({ state: 'found', hidden: 1 });
  });

  it('is only pointed at by findings that bear on it', () => {
    expect(items({ findings: [finding('no-third-party-list')] })('5.1')).toMatchObject({
      state: 'by-hand',
      related: [0],
      findings: [],
    });
  });

  it('reads as not found only where files settle it and all of its rules spoke', () => {
    expect(items()('6.5')).toMatchObject({ state: 'not-found', silent: [], incomplete: false });
    expect(items({ without: ['no-complaint-channel'] })('6.5')).toMatchObject({
      state: 'by-hand',
      silent: ['no-complaint-channel'],
    });
    expect(items()('3.2')?.state).toBe('by-hand');
    expect(items()('3.8')?.state).toBe('by-hand');
    expect(items()('6.4')?.state).toBe('not-checkable');
  });

  it('never reads as not found when something that it needs was not read', () => {
    const broken = items({ unread: [{ what: 'broken-xml', file: 'AndroidManifest.xml' }] });
    expect(broken('2.1')).toMatchObject({ state: 'by-hand', incomplete: true });
    expect(items({ unread: [{ what: 'library-manifests' }] })('2.1')?.state).toBe('by-hand');
    expect(items()('2.1'), 'SDKs cannot be seen without a build file').toMatchObject({
      state: 'by-hand',
      incomplete: true,
    });
    expect(items({ reading: { unread: [{ what: 'encrypted', file: 'a.pdf' }] } })('6.5')?.state).toBe('by-hand');
    expect(items({ reading: { unread: [{ what: 'policy-copy', file: 'b.md' }] } })('6.5')?.state).toBe('not-found');
  });

  it('shows what was seen, each place once', () => {
    const elements = [told('effective-date', 5), told('update-date', 5), told('policy-change-notice', 7)];
    expect(items({ reading: { elements } })('2.2')?.seen.map(({ what }) => what.en)).toHaveLength(2);
  });
});
