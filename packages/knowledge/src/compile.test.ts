import { expect, test } from 'vitest';
import { compile, formatMistake } from './compile.ts';

/** The smallest knowledge that compiles; a test replaces one file of it. */
const sound: Record<string, string> = {
  'sources.yaml': `
sources:
  book: { title: A book, licence: facts only, checked: '2026-01-02' }`,
  'data-types.yaml': `
checked: '2026-01-02'
sources: [book]
types:
  device-info: { name: { zh: 设备信息, en: Device information }, category: true }
  device-id: { name: { zh: 设备标识, en: Device ID }, parent: device-info }`,
  'permissions/android.yaml': `
platform: android
checked: '2026-01-02'
permissions:
  a.permission.READ_ID:
    title: { zh: 读取标识, en: read ID }
    protection: dangerous
    risk: high
    opens: [device-id]
    discloses: [device-id]
    can: { zh: 读取标识, en: read the ID }
    words: { zh: [标识权限], en: [ID permission] }
    sources: [book]`,
  'lexicon/zh-data.yaml': `
language: zh
checked: '2026-01-02'
sources: [book]
data:
  device-id: { words: [设备号], weak: [标识] }
  device-info: { words: [设备信息] }`,
  'laws/act.yaml': `
id: act
title: { zh: 某法, en: Some Act }
short: { zh: 某法, en: Act }
kind: law
versions:
  - { id: '2016', label: { zh: 旧, en: old }, from: '2017-01-01', to: '2025-12-31' }
  - { id: '2025', label: { zh: 新, en: new }, from: '2026-01-01' }
sources: [book]
articles:
  '41.1':
    numbers: { 2025: '43.1', 2016: '41.1' }
    words: 应当明示。
    verbatim: true
    summary: { en: Say so. }
    certainty: high`,
  'cases/town-2020-app.yaml': `
id: town-2020-app
date: 2020-01
authority: 某局
kind: { zh: 行政处罚, en: penalty }
subject: { zh: 公司, en: company }
facts: { zh: 没有明示, en: did not say so }
outcome: { zh: 警告, en: warning }
cited: ['act#41.1']
behaviours: []
certainty: high
sources: [book]`,
};

const compiled = (changes: Record<string, string> = {}) =>
  compile(new Map(Object.entries({ ...sound, ...changes })));

/** What the author reads after replacing words in one file. */
function answer(path: string, from: string, to: string): string[] {
  const text = sound[path] ?? '';
  expect(text).toContain(from);
  return compiled({ [path]: text.replace(from, to) }).mistakes.map(formatMistake);
}

const read = (name: string) => JSON.parse(compiled().files.get(name) ?? 'null');

test('sound files compile without a word', () => {
  expect(compiled().mistakes).toEqual([]);
  expect(read('data-types.json')).toHaveLength(2);
});

test('weak words are words too', () => {
  expect(read('lexicon-zh.json').data[0]).toMatchObject({ words: ['设备号', '标识'], weak: ['标识'] });
});

test('an article is named in every version, newest first', () => {
  const [{ articles, versions }] = read('laws.json');
  expect(versions.map((version: { id: string }) => version.id)).toEqual(['2025', '2016']);
  expect(articles[0]).toMatchObject({
    id: 'act#41.1',
    summary: { zh: '应当明示。', en: 'Say so.' },
    numbers: [
      { version: '2025', number: '43.1', name: { zh: '第四十三条第一款', en: 'Article 43(1)' } },
      { version: '2016', number: '41.1', name: { zh: '第四十一条第一款', en: 'Article 41(1)' } },
    ],
  });
});

test.each([
  ['permissions/android.yaml', 'opens: [device-id]', 'opens: [device-id, devid]',
    'permissions/android.yaml:9:24: unknown data type "devid"; did you mean "device-id"?'],
  ['permissions/android.yaml', 'discloses: [device-id]', 'discloses: [device-info]',
    'permissions/android.yaml:10:17: "device-info" is not among what the permission opens'],
  ['permissions/android.yaml', 'protection: dangerous', 'protection: dangerus',
    'permissions/android.yaml:7:17: unknown value "dangerus"; did you mean "dangerous"?'],
  ['permissions/android.yaml', '    risk: high\n', '',
    'permissions/android.yaml:5:3: "risk" is missing'],
  ['permissions/android.yaml', 'sources: [book]', 'sources: [bok]',
    'permissions/android.yaml:13:15: unknown source "bok"; did you mean "book"?'],
  ['permissions/android.yaml', 'sources: [book]', 'sources: []',
    'permissions/android.yaml:13:14: every file names at least one source'],
  ['data-types.yaml', 'parent: device-info', 'parent: device-inof',
    'data-types.yaml:6:59: unknown data type "device-inof"; did you mean "device-info"?'],
  ['data-types.yaml', 'category: true', 'parent: device-id',
    'data-types.yaml:5:70: "device-info" is its own ancestor'],
  ['data-types.yaml', 'category: true', 'catgory: true',
    'data-types.yaml:5:62: unknown key "catgory"; did you mean "category"?'],
  ['data-types.yaml', 'category: true', 'sensitive: true',
    'data-types.yaml:5:73: what is sensitive names the law or standard under "basis"'],
  ['data-types.yaml', "checked: '2026-01-02'", 'checked: today',
    'data-types.yaml:2:10: a date is written YYYY-MM-DD'],
  ['lexicon/zh-data.yaml', '[设备信息]', '[设备信息, 设备 号]',
    'lexicon/zh-data.yaml:7:32: "设备 号" already means device-id'],
  ['lexicon/zh-data.yaml', 'weak: [标识]', 'weak: [设备号]',
    'lexicon/zh-data.yaml:6:37: "设备号" stands twice under device-id'],
  ['lexicon/zh-data.yaml', '  device-info:', '  device-inf:',
    'lexicon/zh-data.yaml:7:3: unknown data type "device-inf"; did you mean "device-info"?'],
  ['laws/act.yaml', 'numbers: { 2025:', 'numbers: { 2024:',
    'laws/act.yaml:12:16: unknown version "2024"; did you mean "2025"?'],
  ['laws/act.yaml', "    numbers: { 2025: '43.1', 2016: '41.1' }\n", '',
    'laws/act.yaml:11:3: the law has 2 versions: give the number in each under "numbers"'],
  ['laws/act.yaml', "2025: '43.1'", "2025: 'annex'",
    'laws/act.yaml:11:3: "annex" cannot be read out: give the article a "name"'],
  ['laws/act.yaml', "'41.1':", "'41.2':",
    'laws/act.yaml:11:3: an article goes by its oldest number: "41.1"'],
  ['laws/act.yaml', 'verbatim: true', 'verbatim: yes',
    'laws/act.yaml:14:15: this should be true or false, not "yes"'],
  ['laws/act.yaml', 'sources: [book]', 'sources: [{ titel: A, checked: 2026-01-02 }]',
    'laws/act.yaml:9:11: "title" is missing'],
  ['data-types.yaml', 'category: true', 'sensitive: perhaps',
    'data-types.yaml:5:73: this should be true or false or "possible", not "perhaps"'],
  ['permissions/android.yaml', 'opens: [device-id]', 'opens: device-id',
    'permissions/android.yaml:9:12: this should be a list, not "device-id"'],
  ['cases/town-2020-app.yaml', "['act#41.1']", "['act#41.2']",
    'cases/town-2020-app.yaml:9:9: unknown article "act#41.2"; did you mean "act#41.1"?'],
  ['cases/town-2020-app.yaml', 'id: town-2020-app', 'id: town-2021-app',
    'cases/town-2020-app.yaml:2:5: the file of "town-2021-app" is named cases/town-2021-app.yaml'],
])('%s with %j for %j', (path, from, to, expected) => {
  expect(answer(path, from, to)).toContain(expected);
});

test('a word may mean two types where the file says so', () => {
  const text = (sound['lexicon/zh-data.yaml'] ?? '').replace('[设备信息]', '[设备信息, 设备号]');
  expect(compiled({ 'lexicon/zh-data.yaml': text.replace('data:', 'shared: [设备号]\ndata:') }).mistakes).toEqual([]);
});

test('broken YAML and duplicate keys are told with their place', () => {
  const [broken] = compiled({ 'sources.yaml': 'sources:\n  book: [a' }).mistakes;
  expect(broken).toMatchObject({ file: 'sources.yaml', line: 2 });
  const twice = answer('data-types.yaml', '  device-id:', '  device-info:');
  expect(twice[0]).toMatch(/^data-types\.yaml:6:3: not valid YAML: .*unique/);
});

test('a file in the wrong place is told the right one', () => {
  const [stray] = compiled({ 'law/act.yaml': '' }).mistakes.map(formatMistake);
  expect(stray).toBe('law/act.yaml:1:1: no kind of knowledge is kept in "law/act.yaml"; did you mean "laws/act.yaml"?');
});

const terms = (pattern: string) => `
checked: '2026-01-02'
sources: [book]
terms:
  zh-deng:
    language: zh
    kind: scope
    pattern: '${pattern}'
    why: { zh: 不完整, en: open }
    suggestion: { zh: 列完, en: close it }
    example: 位置等信息
    passes: [请等待]`;

const answers = (pattern: string): string[] =>
  compiled({ 'vague-terms.yaml': terms(pattern) }).mistakes.map(formatMistake);

test('a vague pattern must find its example and nothing that passes', () => {
  expect(answers('等信息')).toEqual([]);
  expect(answers('等资料')).toEqual(['vague-terms.yaml:11:14: the pattern does not find it']);
  expect(answers('等')).toEqual(['vague-terms.yaml:12:14: the pattern finds what it should leave alone']);
  expect(answers('(等')[0]).toMatch(/^vague-terms\.yaml:8:14: Invalid regular expression/);
});

const items = (numbers: string, more = '') => `
checked: '2026-01-02'
sources: [book]
law: act
groups: { '41': { zh: 未明示, en: not said } }
items: { ${numbers}: { files: hint, why: { zh: 看不全, en: in part }, byHand: { zh: 试, en: try it }${more} } }`;

const assessed = (text: string) => compiled({ 'self-assessment.yaml': text }).mistakes.map(({ message }) => message);

test('a self-assessment has each article of its law once, and nothing else', () => {
  expect(assessed(items("'41.1'"))).toEqual([]);
  expect(assessed(items("'41.2'"))).toEqual([
    'item 41.1 of act is missing',
    'unknown article of act "41.2"; did you mean "41.1"?',
  ]);
  expect(assessed(items("'41.1'", ', seen: { elements: [none] }'))[0]).toContain('unknown element "none"');
});

const libraries = (entry: string) => `
checked: '2026-01-02'
sources: [book]
npm: { a-library: [${entry}] }
pub: {}
maven: {}`;

test('what libraries add is named in full, with the first and the last version', () => {
  const { files } = compiled({ 'library-permissions.yaml': libraries("{ majors: '3', adds: [a.permission.READ_ID] }") });
  expect(JSON.parse(files.get('library-permissions.json') ?? '')).toEqual([
    { ecosystem: 'npm', library: 'a-library', majors: { first: 3, last: 3 }, permissions: ['a.permission.READ_ID'] },
  ]);
  const mistakes = (entry: string) =>
    compiled({ 'library-permissions.yaml': libraries(entry) }).mistakes.map(({ message }) => message);
  expect(mistakes('{ adds: [READ_ID] }')[0]).toContain('unknown permission "android.permission.READ_ID"');
  expect(mistakes("{ majors: 3.x, adds: [a.permission.READ_ID] }")).toEqual(['major versions are written 3 or 3-5']);
});

test('two runs give the same bytes', () => {
  expect([...compiled().files]).toEqual([...compiled().files]);
});
