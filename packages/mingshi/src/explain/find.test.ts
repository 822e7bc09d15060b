import type { Article, Knowledge, Law } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { describe, expect, it } from 'vitest';
import { findTopic, nearestTopic } from './find.ts';
import { numbersIn } from './numbers.ts';
import { pageIn } from './page.ts';

const article = (law: string, id: string, numbers: readonly (readonly [string, string])[]): Article => ({
  id: `${law}#${id}`,
  law,
  words: '…',
  verbatim: true,
  summary: { zh: '', en: '' },
  certainty: 'high',
  numbers: numbers.map(([version, number]) => ({ version, number, name: { zh: number, en: number } })),
});
const law = (id: string, zh: string, short: string, articles: readonly Article[]): Law => ({
  id,
  title: { zh, en: id },
  short: { zh: short, en: id },
  kind: 'law',
  versions: [],
  sources: [],
  articles,
});
const csl = law('csl', '中华人民共和国网络安全法', '网络安全法', [
  article('csl', '41', [
    ['2025', '43'],
    ['2016', '41'],
  ]),
  article('csl', '41.1', [
    ['2025', '43.1'],
    ['2016', '41.1'],
  ]),
  article('csl', '43', [
    ['2025', '45'],
    ['2016', '43'],
  ]),
  article('csl', '21.1(3)', [
    ['2025', '23.1(3)'],
    ['2016', '21.1(3)'],
  ]),
]);
const pipl = law('pipl', '中华人民共和国个人信息保护法', '个人信息保护法', [
  article('pipl', '17.1(2)', [['2021', '17.1(2)']]),
]);
const methods = law('app-violations-2019', 'App违法违规收集使用个人信息行为认定方法', '认定方法', [
  article('app-violations-2019', '2.1', [['2019', '2.1']]),
]);
const guide = law('tc260-20204a', '系统权限申请使用指南', 'TC260-PG-20204A', [
  article('tc260-20204a', '3.2-a', [['2020', '3.2-a']]),
]);
const knowledge = {
  laws: [csl, pipl, methods, guide],
  permissions: [{ name: 'android.permission.SEND_SMS' }, { name: 'com.android.voicemail.permission.ADD_VOICEMAIL' }],
  harmonyPermissions: { 'ohos.permission.PLACE_CALL': { name: 'android.permission.CALL_PHONE' } },
  cases: [{ id: 'somewhere-2020-app' }],
  categories: [],
  dataTypes: [],
  elements: [],
} as unknown as Knowledge;
const rules = [{ id: 'undisclosed-permission' }] as unknown as readonly Rule[];

const idsOf = (wanted: string): readonly string[] => {
  const topic = findTopic(wanted, rules, knowledge);
  return topic?.kind === 'articles'
    ? [...topic.articles.exact, ...topic.articles.parts].map(({ id }) => id)
    : [topic?.kind ?? 'nothing'];
};

describe('a topic', () => {
  it.each([
    ['csl#41.1', ['csl#41.1']],
    ['网络安全法第四十一条', ['csl#41', 'csl#41.1']],
    ['《网络安全法》第四十三条第一款', ['csl#41.1']],
    ['中华人民共和国网络安全法第四十一条', ['csl#41', 'csl#41.1']],
    ['CSL 41', ['csl#41', 'csl#41.1']],
    ['csl 43', ['csl#41', 'csl#43', 'csl#41.1']],
    ['网安法第二十一条第三项', ['csl#21.1(3)']],
    ['个保法17条', ['pipl#17.1(2)']],
    ['PIPL 17(1)(2)', ['pipl#17.1(2)']],
    ['认定方法二（一）', ['app-violations-2019#2.1']],
    ['认定方法 二（一）', ['app-violations-2019#2.1']],
    ['TC260-PG-20204A 3.2 a', ['tc260-20204a#3.2-a']],
    ['SEND_SMS', ['permission']],
    ['ohos.permission.place_call', ['permission']],
    ['android.permission.send_sms', ['permission']],
    ['ADD_VOICEMAIL', ['permission']],
    ['undisclosed-permission', ['rule']],
    ['somewhere-2020-app', ['case']],
    ['网络安全法', ['law']],
    ['pipl', ['law']],
    ['网络安全法第九百条', ['nothing']],
    ['', ['nothing']],
    ['一'.repeat(500), ['nothing']],
  ])('%j', (wanted, expected) => {
    expect(idsOf(wanted)).toEqual(expected);
  });

  it('that is unknown is answered with the nearest', () => {
    expect(nearestTopic('undisclosed-permision', rules, knowledge)).toBe('undisclosed-permission');
    expect(nearestTopic('SEND_SM', rules, knowledge)).toBe('SEND_SMS');
    expect(nearestTopic('网络安全法第四十四条', rules, knowledge)).toBe('csl#41');
    expect(nearestTopic('qqqqqqqqqqqq', rules, knowledge)).toBeUndefined();
  });
});

describe('numbers', () => {
  it('are read from both ways of writing', () => {
    expect(numbersIn('第四十三条第一款第（二）项')).toEqual(['43', '1', '2']);
    expect(numbersIn('17.1(2)')).toEqual(['17', '1', '2']);
    expect(numbersIn('Article 43(1)')).toEqual(['43', '1']);
  });
});

describe('a rule’s page', () => {
  const page =
    '# id\n\n## 中文\n\n**发现什么** 甲\n\n## English\n\n**What** b\n\n## Examples / 示例\n\n### 错：一\n\nx\n\n### Wrong: one\n\ny\n';

  it('is shown in one language', () => {
    expect(pageIn(page, 'zh')).toBe('**发现什么** 甲\n\n### 错：一\n\nx');
    expect(pageIn(page, 'en')).toBe('**What** b\n\n### Wrong: one\n\ny');
    expect(pageIn('', 'en')).toBe('');
  });
});
