import { loadKnowledge } from '@mingshi/knowledge';
import type { App, Finding, PolicyReading, SdkMention, SdkUse } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { compare, describe as describeFinding, rules } from './index.ts';
import { anApp, aPolicy, at, comparison, request, states, tells, vague } from './testing.ts';

const knowledge = loadKnowledge();

function uses(sdk: string, more: Partial<SdkUse> = {}): SdkUse {
  const place = at('app/build.gradle', 100 + sdk.length);
  return { app: ':app', sdk, signs: [{ kind: 'dependency', name: `${sdk}:1.0`, at: place }], confidence: 'high', ...more };
}

function names(sdk: string, more: Partial<SdkMention> = {}): SdkMention {
  const place = at('PRIVACY.md', 40 + sdk.length, sdk.length);
  return {
    text: sdk, at: place, sdks: [sdk], exact: true, document: 0, listed: true, entry: place,
    tells: { data: true, purpose: true, link: true }, data: [], ...more,
  };
}

const built = anApp([], {
  dependencies: [{ ecosystem: 'maven', name: 'com.example:lib', at: at('app/build.gradle', 10), via: 'direct' }],
});

function found(sdks: readonly SdkUse[], policy: Partial<PolicyReading>, app: App = built): readonly Finding[] {
  return compare(comparison(app, aPolicy(policy), { sdks }));
}

const of = (findings: readonly Finding[], rule: string) => findings.filter((finding) => finding.rule === rule);
const said = (finding: Finding | undefined): string => {
  const rule = rules.find(({ id }) => id === finding?.rule);
  return finding && rule ? describeFinding(finding, rule, 'zh').message : '';
};

const data = (...ids: readonly string[]) => ids.map((id) => ({ id, text: id, at: at('PRIVACY.md', 80), generic: false }));

const undisclosed = (sdks: readonly SdkUse[], policy: Partial<PolicyReading> = {}) => of(found(sdks, policy), 'undisclosed-sdk');
const incomplete = (sdks: readonly SdkUse[], mentions: readonly SdkMention[]) =>
  of(found(sdks, { sdks: mentions }), 'incomplete-sdk-disclosure');
const stale = (ids: readonly string[], app: App = built) =>
  of(found([uses('umeng-analytics')], { sdks: ids.map((id) => names(id)) }, app), 'stale-sdk-disclosure').map(({ about }) => about);
const undisclosedData = (mention: Partial<SdkMention>, policy: Partial<PolicyReading> = {}, sdk = 'umeng-analytics') =>
  of(found([uses(sdk)], { sdks: [names(sdk, mention)], ...policy }), 'sdk-data-undisclosed');

describe('undisclosed-sdk', () => {
  it('tells an SDK once, with its signs, in the words of the knowledge', () => {
    const signs = [...uses('jpush').signs, { kind: 'marker', name: 'JPUSH_APPKEY', at: at('AndroidManifest.xml', 7) } as const];
    const [finding, ...more] = undisclosed([uses('jpush', { signs }), uses('jpush', { app: ':other' })]);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ about: 'jpush', confidence: 'high', at: signs[0]?.at });
    expect(finding?.related?.map((related) => related.at)).toContainEqual(signs[1]?.at);
    expect(said(finding)).toContain('集成了极光推送');
  });

  it('tells a plug-in only when the policy does not tell of the data that it hands to the app', () => {
    const plugin = [uses('contacts-plugin')];
    expect(undisclosed(plugin).map(({ about }) => about)).toEqual(['contacts-plugin']);
    expect(undisclosed(plugin, { statements: [states(['contacts'])] })).toEqual([]);
    expect(undisclosed(plugin, { statements: [states(['clipboard'])] })).toHaveLength(1);
    expect(undisclosed([uses('jpush')], { statements: [states(['contacts'])] })).toHaveLength(1);
  });

  it('leaves a plug-in that picks files to the permission that the app requests for them', () => {
    const app = anApp([], { ...built, permissions: [request('READ_EXTERNAL_STORAGE'), request('READ_CONTACTS')] });
    expect(of(found([uses('document-picker-plugin')], {}, app), 'undisclosed-sdk')).toEqual([]);
    expect(of(found([uses('document-picker-plugin')], {}), 'undisclosed-sdk')).toHaveLength(1);
    expect(of(found([uses('contacts-plugin')], {}, app), 'undisclosed-sdk')).toHaveLength(1);
  });

  it('never states a weak sign as a fact', () => {
    const [finding] = undisclosed([uses('jpush', { confidence: 'low' })]);
    expect(finding?.confidence).toBe('low');
    expect(said(finding)).toMatch(/^可能集成了/);
  });

  it('is content with the brand among those who get data, not with it in passing', () => {
    const brand = names('微信', { sdks: ['wechat-opensdk', 'wechat-pay'], exact: false });
    expect(undisclosed([uses('wechat-opensdk')], { sdks: [brand] })).toEqual([]);
    expect(undisclosed([uses('wechat-opensdk')], { sdks: [{ ...brand, listed: false }] })[0]).toMatchObject({
      message: 'passing',
      confidence: 'medium',
    });
  });

  it('says that a list which the policy refers to was not read', () => {
    const quote = { text: '《第三方SDK清单》', at: at('PRIVACY.md', 60) };
    const sign = { kind: 'missing-part', document: 0, quote, announced: 'document', target: '《第三方SDK清单》' } as const;
    const [finding] = undisclosed([uses('jpush')], { signs: [sign] });
    expect(finding).toMatchObject({ message: 'elsewhere', confidence: 'low' });
    expect(said(finding)).toContain('没有读到');
  });

  it('holds a denial against it, unless the policy lists others', () => {
    const elements = [tells('no-third-parties')];
    expect(undisclosed([uses('jpush')], { elements })[0]?.message).toBe('denied');
    expect(undisclosed([uses('jpush')], { elements, sdks: [names('bugly')] })[0]?.message).toBe('silent');
  });

  it('is not told again as a missing list or a vague recipient', () => {
    const sentence = { text: '我们会提供给第三方SDK', at: at('PRIVACY.md', 70) };
    const phrase = { ...vague('zh-r02', 'recipient', 72), sentence };
    const rulesOf = (sdks: readonly SdkUse[]) =>
      found(sdks, { elements: [tells('third-parties')], vague: [phrase] }).map(({ rule }) => rule);
    expect(rulesOf([])).toContain('no-third-party-list');
    expect(rulesOf([uses('jpush')])).not.toContain('no-third-party-list');
    expect(rulesOf([uses('jpush')])).not.toContain('vague-recipient');
  });
});

describe('incomplete-sdk-disclosure', () => {
  const nothing = { data: false, purpose: false, link: false };

  it('takes together what several places tell', () => {
    const own = names('umeng-analytics', { tells: { ...nothing, purpose: true } });
    const brand = names('友盟', { sdks: ['umeng-analytics', 'umeng-push'], exact: false, tells: { ...nothing, data: true } });
    expect(incomplete([uses('umeng-analytics')], [own, brand])[0]).toMatchObject({ data: { missing: [{ en: 'where its own policy is' }] } });
  });

  it('asks less of a brand, and nothing of what the app does not have', () => {
    const brand = names('友盟', { sdks: ['umeng-analytics', 'umeng-push'], exact: false, tells: { ...nothing, purpose: true } });
    expect(incomplete([uses('umeng-push')], [brand, names('bugly', { tells: nothing })])).toEqual([]);
  });
});

describe('stale-sdk-disclosure', () => {
  it('tells what is listed and gone, many of them together', () => {
    expect(stale(['jpush', 'umeng-analytics'])).toEqual(['jpush']);
    expect(stale(['jpush', 'bugly', 'getui', 'sentry', 'mixpanel', 'amplitude', 'adjust'])).toHaveLength(5);
  });

  it('says nothing of services without SDK, of brothers, and where no dependency was read', () => {
    expect(stale(['wechat-pay', 'alipay', 'qq-opensdk', 'huawei-push', 'umeng-push'])).toEqual([]);
    expect(stale(['jpush'], anApp([]))).toEqual([]);
  });
});

describe('sdk-data-undisclosed', () => {
  it('counts what the entry, its kind, or another sentence tells', () => {
    expect(undisclosedData({ data: data('oaid') })[0]).toMatchObject({ about: 'umeng-analytics', confidence: 'medium' });
    const told = { statements: [states(['location', 'installed-apps'])] };
    expect(undisclosedData({ data: data('device-identifier') }, told)).toEqual([]);
  });

  it('never goes by general knowledge', () => {
    const weak = knowledge.sdks.find(({ takesCertainty, takes }) => takesCertainty === 'low' && takes.includes('imei'));
    expect(undisclosedData({ data: data('oaid') }, {}, weak?.id)).toEqual([]);
  });
});
