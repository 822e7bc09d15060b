import type { AppSetting, Comparison, Finding } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { compare, describe as describeFinding, rules } from './index.ts';
import { aDocument, aPolicy, anApp, at, comparison, request, setting, states, tells, vague } from './testing.ts';

function found(rule: string, compared: Comparison): readonly Finding[] {
  return compare(compared).filter((finding) => finding.rule === rule);
}

describe('compare', () => {
  it('tells the same thing in two apps once, with both places', () => {
    const other = anApp([request('READ_SMS', { at: at('tv/AndroidManifest.xml', 7) })], { id: ':tv' });
    const findings = found('undisclosed-permission', comparison([anApp([request('READ_SMS')]), other]));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.related).toContainEqual({ at: at('tv/AndroidManifest.xml', 7), note: 'same-cause' });
  });

  it('tells it at the surest place', () => {
    const debug = anApp([request('READ_SMS', { onlyIn: ['debug'], at: at('a/AndroidManifest.xml', 7) })], { id: ':a' });
    const [finding] = found('undisclosed-permission', comparison([debug, anApp([request('READ_SMS')], { id: ':b' })]));
    expect(finding?.at.file).toBe('AndroidManifest.xml');
    expect(finding?.confidence).toBe('high');
  });

  it('sorts by file, place and rule, whatever the order of the input', () => {
    const uses = ['CAMERA', 'READ_SMS', 'READ_CONTACTS', 'RECORD_AUDIO'].map((name) => request(name));
    const once = compare(comparison(anApp(uses)));
    expect(once.map(({ at: { file } }) => file)).toEqual(once.map(({ at: { file } }) => file).toSorted());
    expect(compare(comparison(anApp(uses.toReversed())))).toEqual(once);
  });

  it('puts the worst first at one place, then what the rules ask first', () => {
    const placed = compare(comparison(anApp([]), aPolicy({ elements: [tells('account')] })));
    const [heading] = placed;
    const here = placed.filter(({ at: { file, start } }) => file === heading?.at.file && start === heading.at.start);
    const asked = rules.map(({ id }) => id).filter((id) => here.some(({ rule }) => rule === id));
    const worst = here.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    expect(worst).toContain('no-account-cancellation');
    expect(here.map(({ rule }) => rule)).toEqual([...worst, ...asked.filter((id) => !worst.includes(id))]);
    expect(worst).toEqual(asked.filter((id) => worst.includes(id)));
  });

  it('asks no rule for what was not read', () => {
    const nothing = comparison([], aPolicy({ documents: [] }));
    expect(compare(nothing)).toEqual([]);
  });

  it('asks only the rules that are chosen', () => {
    const chosen = rules.filter(({ id }) => id === 'no-data-rights');
    expect(compare(comparison(anApp([request('CAMERA')])), chosen).map(({ rule }) => rule)).toEqual(['no-data-rights']);
  });
});

describe('what a finding says', () => {
  it('makes sentences in both languages of everything that is found', () => {
    const compared = comparison(anApp([request('READ_SMS', { addedBy: 'com.example:push:1.0' })]));
    const findings = compare(compared);
    expect(findings.length).toBeGreaterThan(5);
    for (const finding of findings) {
      const rule = rules.find(({ id }) => id === finding.rule);
      if (!rule) throw new Error(finding.rule);
      expect(describeFinding(finding, rule, 'zh').message).toMatch(/\p{Script=Han}/u);
      expect(describeFinding(finding, rule, 'en').message).not.toMatch(/\p{Script=Han}|undefined/u);
    }
  });

  it('refuses a message that the rule does not have', () => {
    const [rule] = rules;
    const [finding] = compare(comparison(anApp([request('READ_SMS')])));
    if (!rule || !finding) throw new Error('nothing found');
    expect(() => describeFinding({ ...finding, message: 'nonsense' }, rule, 'zh')).toThrow('nonsense');
  });
});

describe('undisclosed-permission', () => {
  it('knows that a library brought it in', () => {
    const [finding] = found(
      'undisclosed-permission',
      comparison(anApp([request('READ_SMS', { addedBy: 'com.example:push:1.0' })])),
    );
    expect(finding).toMatchObject({ confidence: 'medium', data: { addedBy: 'com.example:push:1.0' }, suggestion: 'added' });
  });

  it('is less sure of a policy that keeps data on the device', () => {
    const local = aPolicy({ elements: [tells('local-only')] });
    expect(found('undisclosed-permission', comparison(anApp([request('READ_SMS')]), local))[0]?.confidence).toBe(
      'medium',
    );
  });

  it('advises to remove what the category does not need', () => {
    const compared = comparison(anApp([request('READ_SMS')]), aPolicy(), { category: 'map-navigation' });
    expect(found('undisclosed-permission', compared)[0]?.suggestion).toBe('remove');
    expect(found('excessive-permission', compared)[0]?.articles).toEqual(['necessary-info-2021#5(1)']);
  });

  it('is silent on what the platform never grants', () => {
    expect(
      found('undisclosed-permission', comparison(anApp([request('READ_SMS', { maxSdk: 18 })], { minSdk: 23 }))),
    ).toEqual([]);
  });

  it('points to where the policy says that nothing is collected', () => {
    const nothing = tells('no-collection');
    const [finding] = found(
      'undisclosed-permission',
      comparison(anApp([request('CAMERA')]), aPolicy({ elements: [nothing] })),
    );
    expect(finding?.related).toContainEqual({ at: nothing.quote.at, note: 'denial' });
  });
});

it('takes a few words on what a permission is needed for as its purpose', () => {
  const naming = { action: 'request-permission', permissions: ['android.permission.CAMERA'], language: 'en' } as const;
  const [clear, bare] = ['Camera: necessary to scan cards.', 'Camera permission is required for the app.'].map((text) =>
    found(
      'permission-without-purpose',
      comparison(anApp([request('CAMERA')]), aPolicy({ statements: [states([], { ...naming, text })] })),
    ),
  );
  expect(clear).toEqual([]);
  expect(bare).toHaveLength(1);
});

it('asks for no consent where the system asks nobody', () => {
  const [finding] = found('undisclosed-permission', comparison(anApp([request('ACCESS_WIFI_STATE')])));
  expect(finding?.suggestion).toBe('plain');
});

function complaintsIn(...elements: readonly ReturnType<typeof tells>[]): readonly unknown[] {
  const compared = comparison(anApp([]), aPolicy({ elements }));
  return found('no-complaint-channel', compared).map((each) => [each.message, each.at.start]);
}

it('tells a mention of complaints from a contact for questions', () => {
  const complains = tells('complaint-channel', { told: 'partial', quote: { text: '我们提供投诉渠道。', at: at('PRIVACY.md', 70) } });
  const asks = tells('complaint-channel', { told: 'partial', quote: { text: '如有疑问请来信。', at: at('PRIVACY.md', 50) } });
  expect(complaintsIn(complains, tells('contact'))).toEqual([['noWay', 70]]);
  expect(complaintsIn(asks, tells('contact'))).toEqual([['contactOnly', tells('contact').quote.at.start]]);
  expect(complaintsIn(asks)).toEqual([['missing', 50]]);
});

const missing = (permissions: readonly string[], policy = aPolicy({ documents: [] })) =>
  found('policy-missing', comparison(anApp(permissions.map((name) => request(name))), policy));

describe('policy-missing', () => {
  it('names the permissions and is the only finding on them', () => {
    expect(missing(['READ_SMS', 'CAMERA'])[0]?.data).toEqual({ permissions: ['READ_SMS', 'CAMERA'] });
    expect(
      compare(comparison(anApp([request('READ_SMS')]), aPolicy({ documents: [] }))).map(({ rule }) => rule),
    ).toEqual(['policy-missing']);
  });

  it('is less sure where nothing personal is asked for', () => {
    expect(missing(['INTERNET'])[0]?.confidence).toBe('medium');
    expect(missing([])[0]?.confidence).toBe('low');
  });

  it('says so where a file was found and no text could be read', () => {
    const policy = aPolicy({ documents: [], unread: [{ file: 'privacy.pdf', what: 'pdf-without-text' }] });
    const [finding] = missing(['CAMERA'], policy);
    expect(finding).toMatchObject({ message: 'unread', confidence: 'low', data: { file: 'privacy.pdf' } });
    expect(missing(['CAMERA'], { ...policy, unread: [{ file: 'list.md', what: 'own-list' }] })[0]?.message).toBe('missing');
  });

  it('is silent where a link leads to the policy', () => {
    const links = [{ text: 'https://example.com/privacy', at: at('strings.xml', 3) }];
    expect(missing(['READ_SMS'], aPolicy({ documents: [], links }))).toEqual([]);
  });
});

describe('missing elements', () => {
  it('stand where they belong: in the fitting section, else at the title', () => {
    const place = at('PRIVACY.md', 60, 8);
    const sections = [
      { id: 's0', title: 'Privacy', level: 1, at: at('PRIVACY.md', 0, 7) },
      { id: 's1', title: 'Contact', level: 2, at: place },
    ];
    const policy = aPolicy({ documents: [aDocument({ sections })], sectionKinds: [['other', 'contact']] });
    const findings = compare(comparison([], policy));
    expect(findings.find(({ rule }) => rule === 'no-operator-contact')?.at).toEqual(place);
    expect(findings.find(({ rule }) => rule === 'no-minor-protection')?.at).toEqual(at('PRIVACY.md', 0, 7));
  });

  it('are no duty where nothing is collected', () => {
    const policy = aPolicy({
      elements: ['no-collection', 'contact', 'complaint-channel', 'effective-date'].map((id) => tells(id)),
    });
    expect(compare(comparison(anApp([request('INTERNET')]), policy))).toEqual([]);
  });

  it('are one where the app belies it', () => {
    const policy = aPolicy({ elements: [tells('no-collection')] });
    expect(found('no-retention-period', comparison(anApp([request('CAMERA')]), policy))).toHaveLength(1);
  });
});

const sign = (text: string) => ({ text, at: at('strings.xml', 9) });

describe('no-account-cancellation', () => {
  const accounts = aPolicy({ elements: [tells('account')] });

  it('needs accounts', () => {
    expect(found('no-account-cancellation', comparison(anApp([])))).toEqual([]);
    expect(found('no-account-cancellation', comparison(anApp([]), accounts))[0]).toMatchObject({
      message: 'missing',
      confidence: 'medium',
    });
    const signing = anApp([], { accountSigns: [sign('登录')] });
    expect(found('no-account-cancellation', comparison(signing))[0]?.confidence).toBe('medium');
    expect(found('no-account-cancellation', comparison(signing, accounts))[0]?.confidence).toBe('high');
  });

  it('is unsure where the app has an entry', () => {
    const app = anApp([], { cancellationSigns: [sign('注销账号')] });
    expect(found('no-account-cancellation', comparison(app, accounts))[0]).toMatchObject({
      message: 'appOnly',
      confidence: 'low',
    });
  });
});

describe('vague terms', () => {
  it('are told once each, the most frequent first, a handful at most', () => {
    const terms = comparison([])
      .knowledge.vagueTerms.filter(({ kind }) => kind === 'purpose')
      .slice(0, 6);
    const phrases = terms.flatMap(({ id }, index) =>
      Array.from({ length: index + 1 }, (_, n) => vague(id, 'purpose', index * 100 + n * 10)),
    );
    const findings = found('vague-purpose', comparison([], aPolicy({ vague: phrases })));
    expect(findings.map(({ data }) => data['count']).toSorted()).toEqual([4, 5, 6]);
  });

  it('are silent in denials', () => {
    const [term] = comparison([]).knowledge.vagueTerms.filter(({ kind }) => kind === 'recipient');
    const phrase = vague(term?.id ?? '', 'recipient', 40);
    const denial = states([], { action: 'share', negated: true, at: phrase.sentence.at });
    expect(found('vague-recipient', comparison([], aPolicy({ vague: [phrase] })))).toHaveLength(1);
    expect(found('vague-recipient', comparison([], aPolicy({ vague: [phrase], statements: [denial] })))).toEqual([]);
  });
});

it('does not hold unlocking by the system against a policy that denies collecting fingerprints', () => {
  const denial = aPolicy({ statements: [states(['fingerprint'], { negated: true })] });
  expect(compare(comparison(anApp([request('USE_FINGERPRINT')]), denial)).map(({ rule }) => rule)).not.toContain(
    'denied-but-collected',
  );
});

describe('biometric-without-consent', () => {
  const faces = states(['face-data'], { purposes: [] });

  it('lists what is missing', () => {
    const collecting = aPolicy({ statements: [faces], elements: [tells('biometric')] });
    expect(found('biometric-without-consent', comparison([], collecting))[0]).toMatchObject({
      about: 'face-data',
      data: { lacks: ['consent', 'purpose', 'retention'] },
    });
  });

  it('is content with separate consent for sensitive data as a whole, and a purpose', () => {
    const told = [tells('biometric'), tells('sensitive-pi-separate-consent'), tells('retention')];
    const purpose = { category: 'service', text: 'to sign in', vague: false, at: faces.at } as const;
    const statements = [states(['face-data'], { purposes: [purpose] })];
    expect(found('biometric-without-consent', comparison([], aPolicy({ statements, elements: told })))).toEqual([]);
  });

  it('does not take a definition for collecting', () => {
    expect(found('biometric-without-consent', comparison([], aPolicy({ statements: [faces] })))).toEqual([]);
  });

  it('leaves unlocking by the system alone', () => {
    const unlocking = anApp([request('USE_BIOMETRIC')]);
    expect(found('biometric-without-consent', comparison(unlocking))).toEqual([]);
    const denial = states(['fingerprint'], { negated: true });
    const uses = states(['fingerprint'], { action: 'use' });
    expect(
      found(
        'biometric-without-consent',
        comparison(unlocking, aPolicy({ statements: [uses, denial], elements: [tells('biometric')] })),
      ),
    ).toEqual([]);
  });
});

const cleartext = (...settings: readonly AppSetting[]) =>
  found('cleartext-traffic', comparison(anApp([], { settings })));

describe('cleartext-traffic', () => {
  const on = setting('usesCleartextTraffic', 'true');

  it('follows the security config where there is one', () => {
    expect(cleartext(on)).toHaveLength(1);
    expect(
      cleartext(on, setting('networkSecurityConfig', '@xml/config'), setting('cleartextTrafficPermitted', 'false')),
    ).toEqual([]);
  });

  it('leaves debug builds and local hosts alone', () => {
    expect(cleartext({ ...on, onlyIn: 'debug' })).toEqual([]);
    expect(cleartext(setting('cleartextTrafficPermitted', 'true', { scope: '192.168.0.7' }))).toEqual([]);
    expect(cleartext(setting('cleartextTrafficPermitted', 'true', { scope: 'cdn.example.com' }))[0]?.confidence).toBe(
      'low',
    );
  });
});

describe('log-retention-too-short', () => {
  it.each([
    [{ days: 90 }, 1],
    [{ months: 5 }, 1],
    [{ months: 6 }, 0],
    [{ days: 180 }, 0],
    [{ years: 1 }, 0],
    [{}, 0],
  ])('%o gives %i', (values, count) => {
    const policy = aPolicy({ elements: [tells('log-retention', { values: values as Record<string, number> })] });
    expect(found('log-retention-too-short', comparison([], policy))).toHaveLength(count);
  });
});
