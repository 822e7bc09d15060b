import { describe, expect, it } from 'vitest';
import type { DataPractice, PolicyStatement, SdkMention } from '@mingshi/model';
import { matrixOf } from './matrix.ts';
import { anApp, aPolicy, at, comparison, request, states, tells } from './testing.ts';

const camera = [request('CAMERA')];
const says = (data: string, more: Partial<PolicyStatement>) => states([data], { text: 'We use it.', ...more });
const rowFor = (...statements: readonly PolicyStatement[]) =>
  matrixOf(comparison(anApp(camera), aPolicy({ statements })))[0];

const mention = (more: Partial<SdkMention>): SdkMention => ({
  text: '极光推送',
  at: at('PRIVACY.md', 40),
  sdks: ['jpush'],
  exact: true,
  document: 0,
  listed: true,
  entry: at('PRIVACY.md', 38, 60),
  tells: { data: true, purpose: true, link: false },
  data: [],
  ...more,
});

describe('a permission', () => {
  it('is told with its purpose where a sentence says both', () => {
    const purposes = [{ text: 'scan codes', at: at('PRIVACY.md', 25), category: 'service', vague: false }] as const;
    expect(rowFor(says('camera-capture', { purposes }))).toMatchObject({
      kind: 'permission',
      name: 'android.permission.CAMERA',
      policy: 'told',
      purpose: 'told',
      says: [{ how: 'tells', purposes: ['scan codes'] }],
    });
  });

  it('is told without a purpose, with a vague one, or with its occasion', () => {
    const vague = [
      { text: 'improve our services', at: at('PRIVACY.md', 25), category: 'service', vague: true },
    ] as const;
    expect(rowFor(says('camera-capture', {}))?.purpose).toBe('none');
    expect(rowFor(says('camera-capture', { purposes: vague }))?.purpose).toBe('vague');
    const condition = { text: 'when you scan', at: at('PRIVACY.md', 22) };
    expect(rowFor(says('camera-capture', { condition }))?.purpose).toBe('implied');
  });

  it('is a gap where the policy is silent, with the closest sentence, or denies it', () => {
    expect(rowFor()).toMatchObject({ policy: 'silent', says: [] });
    expect(rowFor(says('photo', {}))).toMatchObject({ policy: 'silent', says: [{ how: 'close' }] });
    expect(rowFor(says('camera-capture', { negated: true }))).toMatchObject({
      policy: 'denied',
      says: [{ how: 'denies' }],
    });
    const nothing = aPolicy({ elements: [tells('no-collection')] });
    expect(matrixOf(comparison(anApp(camera), nothing))[0]).toMatchObject({ policy: 'denied' });
  });

  it('shows no more than a few sentences, each place once', () => {
    const many = [1, 2, 3, 4, 5, 5].map((n) =>
      says('camera-capture', {
        at: at('PRIVACY.md', n * 10),
        dataTypes: [{ id: 'camera-capture', text: 'camera', at: at('PRIVACY.md', n * 10), generic: false }],
      }),
    );
    expect(rowFor(...many)?.says).toHaveLength(3);
  });

  it('has not been looked up where there is no policy', () => {
    expect(matrixOf(comparison(anApp(camera), aPolicy({ documents: [] })))[0]).toMatchObject({ policy: 'not-read' });
  });

  it('that opens no personal data makes no row', () => {
    expect(matrixOf(comparison(anApp([request('INTERNET')])))).toEqual([]);
  });
});

describe('SDKs and calls', () => {
  const sdks = [
    {
      app: ':app',
      sdk: 'jpush',
      signs: [{ kind: 'dependency', name: 'cn.jiguang.sdk:jpush', at: at('build.gradle', 9) }],
      confidence: 'high',
    },
  ] as const;
  const sdkRow = (...mentions: readonly SdkMention[]) =>
    matrixOf(comparison(anApp([]), aPolicy({ sdks: mentions }), { sdks }))[0];

  it('an SDK is told where it is named, with its entry', () => {
    expect(sdkRow(mention({}))).toMatchObject({
      kind: 'sdk',
      name: 'jpush',
      policy: 'told',
      purpose: 'told',
      says: [{ at: { start: 38, end: 98 } }],
    });
  });

  it('a brand dropped in passing does not do, and silence is a gap', () => {
    expect(sdkRow(mention({ exact: false, listed: false }))).toMatchObject({ policy: 'passing' });
    expect(sdkRow()).toMatchObject({ policy: 'silent', purpose: 'none' });
  });

  it('calls stand by what they take, with what is called', () => {
    const practice: DataPractice = {
      app: ':app',
      action: 'collect',
      dataType: 'imei',
      party: { kind: 'app' },
      confidence: 'high',
      evidence: [7, 8].map((start) => ({ kind: 'call', name: 'TelephonyManager.getImei', at: at('A.kt', start) })),
    };
    const rows = matrixOf(
      comparison(anApp([]), aPolicy({ statements: [says('device-identifier', {})] }), { practices: [practice] }),
    );
    expect(rows).toMatchObject([{ kind: 'call', name: 'imei', calls: ['TelephonyManager.getImei'], policy: 'told' }]);
    expect(rows[0]?.at).toHaveLength(2);
  });
});
