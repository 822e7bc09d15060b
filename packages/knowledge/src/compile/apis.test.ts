import { expect, test } from 'vitest';
import { compile, formatMistake } from '../compile.ts';

const sound: Record<string, string> = {
  'sources.yaml': `
sources:
  book: { title: A book, licence: facts only, checked: '2026-01-02' }`,
  'data-types.yaml': `
checked: '2026-01-02'
sources: [book]
types:
  imei: { name: { zh: IMEI, en: IMEI } }`,
  'harmony-permissions.yaml': `
platform: harmony
checked: '2026-01-02'
sources: [book]
permissions:
  ohos.permission.READ: { protection: normal, discloses: [imei] }`,
  'apis/phone.yaml': `
language: jvm
framework: android
checked: '2026-01-02'
apis:
  phone-imei:
    module: a.Phone
    members: [getImei, getDeviceId]
    kind: call
    dataTypes: [imei]
    needsConsent: true
    certainty: high
    sources: [book]
  phone-number:
    framework: hms
    module: a.Phone
    members: [getNumber]
    kind: call
    dataTypes: []
    permissions: [ohos.permission.READ]
    needsConsent: false
    certainty: low
    note: A note.
    sources: [book]`,
};

const compiled = (from = '', to = '', more: Record<string, string> = {}) => {
  const text = sound['apis/phone.yaml'] ?? '';
  expect(text).toContain(from);
  return compile(new Map(Object.entries({ ...sound, 'apis/phone.yaml': text.replace(from, to), ...more })));
};

test('sound APIs compile; what the entry leaves out comes from the file', () => {
  const { files, mistakes } = compiled();
  expect(mistakes).toEqual([]);
  expect(JSON.parse(files.get('apis.json') ?? '[]')).toMatchObject([
    { id: 'phone-imei', language: 'jvm', framework: 'android', permissions: [], sources: ['A book'] },
    { id: 'phone-number', language: 'jvm', framework: 'hms', note: 'A note.' },
  ]);
});

test.each([
  ['dataTypes: [imei]', 'dataTypes: [imi]', 'apis/phone.yaml:10:17: unknown data type "imi"; did you mean "imei"?'],
  ['ohos.permission.READ', 'a.permission.READ', 'apis/phone.yaml:20:19: unknown permission "a.permission.READ"'],
  ['members: [getNumber]', 'members: [getImei]',
    'apis/phone.yaml:17:15: "getImei" of a.Phone stands under "phone-imei" already'],
  ['members: [getNumber]', 'members: []', 'apis/phone.yaml:17:14: name at least one member'],
  ['kind: call', 'kind: cal', 'apis/phone.yaml:9:11: unknown value "cal"; did you mean "call"?'],
])('%j instead of %j', (from, to, expected) => {
  expect(compiled(from, to).mistakes.map(formatMistake)).toContain(expected);
});

test('an id stands in one file', () => {
  const again = (sound['apis/phone.yaml'] ?? '').replaceAll('a.Phone', 'b.Phone');
  expect(compiled('', '', { 'apis/tablet.yaml': again }).mistakes.map(formatMistake)).toEqual([
    'apis/tablet.yaml:6:3: "phone-imei" stands in apis/phone.yaml too',
    'apis/tablet.yaml:14:3: "phone-number" stands in apis/phone.yaml too',
  ]);
});
