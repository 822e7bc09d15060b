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
  device-id: { name: { zh: 设备标识, en: Device ID } }`,
  'sdk-families.yaml': `
checked: '2026-01-02'
sources: [book]
families:
  moon: { names: [月球, Moon] }`,
  'sdk-categories.yaml': `
checked: '2026-01-02'
sources: [book]
categories:
  push: { name: { zh: 消息推送, en: push notifications } }
  analytics: { name: { zh: 统计分析, en: analytics }, isPurpose: false }`,
  'sdks/moon-push.yaml': `
id: moon-push
name: { zh: 月球推送, en: Moon Push }
vendor: { zh: 月球公司, en: Moon Ltd }
family: moon
category: push
signs:
  maven: ['com.moon:push']
  file: [moon-push-*]
  package: [com.moon.push]
weakSigns:
  marker: [MOON_KEY]
takes: [device-id]
takesCertainty: low
names: [月球推送, Moon Push]
certainty: medium
sources: [book]`,
  'sdks/moon-stats.yaml': `
id: moon-stats
name: { zh: 月球统计, en: Moon Stats }
vendor: { zh: 月球公司, en: Moon Ltd }
family: moon
category: analytics
signs:
  maven: ['com.moon:stats']
  package: [com.moon.stats]
weakSigns:
  marker: [MOON_KEY]
takes: []
takesCertainty: low
names: [月球统计]
certainty: medium
sources: [book]`,
};

const compiled = (changes: Record<string, string> = {}) =>
  compile(new Map(Object.entries({ ...sound, ...changes })));

/** What the author of moon-stats reads after replacing words in it. */
function answer(from: string, to: string, path = 'sdks/moon-stats.yaml'): string[] {
  const text = sound[path] ?? '';
  expect(text).toContain(from);
  return compiled({ [path]: text.replace(from, to) }).mistakes.map(formatMistake);
}

test('sound SDKs compile, with the names of their family', () => {
  const { files, mistakes } = compiled();
  expect(mistakes).toEqual([]);
  const [push] = JSON.parse(files.get('sdks.json') ?? '[]');
  expect(push).toMatchObject({
    id: 'moon-push',
    signs: { maven: ['com.moon:push'], file: ['moon-push-*'] },
    weakSigns: { marker: ['MOON_KEY'] },
    sharedNames: ['月球', 'Moon'],
    calls: { start: [], safe: [], consent: [] },
    category: { id: 'push', name: { zh: '消息推送', en: 'push notifications' }, isPurpose: true },
    sources: ['A book'],
  });
});

test('a weak sign may be a short name: it only bears out another one', () => {
  expect(answer('marker: [MOON_KEY]', 'file: [mo-*]')).toEqual([]);
});

test.each([
  ['takes: []', 'takes: [devid]', 'sdks/moon-stats.yaml:12:9: unknown data type "devid"; did you mean "device-id"?'],
  ['family: moon', 'family: mon', 'sdks/moon-stats.yaml:5:9: unknown family "mon"; did you mean "moon"?'],
  ['id: moon-stats', 'id: moon-stat', 'sdks/moon-stats.yaml:2:5: the file of "moon-stat" is named sdks/moon-stat.yaml'],
  ['category: analytics', 'category: analytic',
    'sdks/moon-stats.yaml:6:11: unknown category "analytic"; did you mean "analytics"?'],
  ["'com.moon:stats'", "'com.moon:push'",
    'sdks/moon-stats.yaml:8:11: "com.moon:push" already tells moon-push: make one of the two weak'],
  ["'com.moon:stats'", "'com.moon:*'",
    'sdks/moon-push.yaml:8:11: "com.moon:push" is told by "com.moon:*" of moon-stats: make one of the two weak'],
  ['package: [com.moon.stats]', 'package: [com.moon]',
    'sdks/moon-push.yaml:10:13: "com.moon.push" is told by "com.moon" of moon-stats: make one of the two weak'],
  ['package: [com.moon.stats]', 'file: [MOON-PUSH-1.jar]',
    'sdks/moon-stats.yaml:9:10: "MOON-PUSH-1.jar" is told by "moon-push-*" of moon-push: make one of the two weak'],
  ['package: [com.moon.stats]', 'package: [moon]',
    'sdks/moon-stats.yaml:9:13: a package sign is a prefix of at least two words: cn.jpush'],
  ['package: [com.moon.stats]', 'file: [libs/moon.jar]',
    'sdks/moon-stats.yaml:9:10: a file sign is a name without its folder, four letters at least before a "*"'],
  ['package: [com.moon.stats]', 'file: [mo-*]',
    'sdks/moon-stats.yaml:9:10: a file sign is a name without its folder, four letters at least before a "*"'],
  ["'com.moon:stats'", "'com.moon'",
    'sdks/moon-stats.yaml:8:11: a Maven sign is group:artifact, group:artifact-* or group:*'],
  ['names: [月球统计]', 'names: [moon PUSH]',
    'sdks/moon-stats.yaml:14:9: "moon PUSH" already names moon-push: put it under "sharedNames" of both'],
  ['names: [月球统计]', 'names: [月球]', 'sdks/moon-stats.yaml:14:9: "月球" is a name of the family moon'],
  ['names: [月球统计]', 'names: [月球统计, 月球 统计]', 'sdks/moon-stats.yaml:14:15: "月球 统计" stands here twice'],
  ['sources: [book]', 'sources: [bok]', 'sdks/moon-stats.yaml:16:11: unknown source "bok"; did you mean "book"?'],
])('%j instead of %j', (from, to, expected) => {
  expect(answer(from, to)).toContain(expected);
});

test('a prefix ends with a word: com.moon.push is not told by com.moon.pu', () => {
  expect(answer('package: [com.moon.stats]', 'package: [com.moon.pu]')).toEqual([]);
});

test('weak signs may be shared, but are not strong as well', () => {
  expect(answer('marker: [MOON_KEY]', 'package: [com.moon.stats]')).toEqual([
    'sdks/moon-stats.yaml:11:13: "com.moon.stats" is a strong sign already',
  ]);
});

test('a shared name is the name of no SDK outside the family', () => {
  expect(answer('certainty: medium', 'sharedNames: [月球推送]\ncertainty: medium')).toEqual([]);
  const alone = compiled({
    'sdks/moon-stats.yaml': (sound['sdks/moon-stats.yaml'] ?? '')
      .replace('family: moon\n', '')
      .replace('certainty: medium', 'sharedNames: [月球推送]\ncertainty: medium'),
  });
  expect(alone.mistakes.map(formatMistake)).toContain(
    'sdks/moon-stats.yaml:14:15: "月球推送" names moon-push, which is no SDK of its family',
  );
});

test('a family of one and an SDK without signs are told', () => {
  expect(answer('family: moon\n', '')).toContain(
    'sdk-families.yaml:5:3: a family has at least two SDKs, "moon" has 1',
  );
  const bare = (sound['sdks/moon-stats.yaml'] ?? '').replace(/signs:[^]*?takes/, 'takes');
  expect(compiled({ 'sdks/moon-stats.yaml': bare }).mistakes.map(formatMistake)).toEqual([
    'sdks/moon-stats.yaml:2:5: no sign tells this SDK: give one under "signs" or "weakSigns"',
  ]);
});
