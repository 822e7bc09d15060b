import { expect, test } from 'vitest';
import { findArticle, findCase, findCategory, findDataType, findLaw, findPermission } from './index.ts';
import { isKindOf, loadKnowledge } from './index.ts';

const knowledge = loadKnowledge();

const wordsOf2016 = (id: string): string | undefined =>
  findArticle(knowledge, id)?.numbers.find((number) => number.version === '2016')?.words;

test('the Cybersecurity Law is cited by both numberings', () => {
  expect(findArticle(knowledge, 'csl#41.1')?.numbers.map((number) => [number.version, number.name.zh])).toEqual([
    ['2025', '第四十三条第一款'],
    ['2016', '第四十一条第一款'],
  ]);
  expect(findLaw(knowledge, 'csl')?.versions.map(({ id, from, to }) => [id, from, to])).toEqual([
    ['2025', '2026-01-01', undefined],
    ['2016', '2017-06-01', '2025-12-31'],
  ]);
});

test('the penalty for personal information refers to the PIPL since 2026', () => {
  const penalty = findArticle(knowledge, 'csl#64.1');
  expect(penalty?.words).not.toContain('一百万元');
  expect(wordsOf2016('csl#64.1')).toContain('一百万元以下罚款');
  expect(penalty?.note?.en).toContain('pipl#66');
});

test('an article of the Cybersecurity Law that changed shows both texts, one that did not shows one', () => {
  expect(wordsOf2016('csl#59.1')).toContain('五千元以上五万元以下');
  expect(wordsOf2016('csl#41.1')).toBeUndefined();
});

test('all 31 items of the app violation methods stand there word for word', () => {
  const law = findLaw(knowledge, 'app-violations-2019');
  const items = [4, 4, 9, 6, 3, 5].flatMap((count, chapter) =>
    Array.from({ length: count }, (_, index) => `app-violations-2019#${chapter + 1}.${index + 1}`),
  );
  expect(law?.articles.map((article) => article.id)).toEqual(items);
  expect(law?.articles.every((article) => article.verbatim)).toBe(true);
  expect(findArticle(knowledge, 'app-violations-2019#2.1')?.numbers[0]?.name).toEqual({ zh: '二（一）', en: 'II(1)' });
});

test('each item is asked of the files, and the way to check it by hand is told', () => {
  const items = knowledge.selfAssessment;
  expect(items.map(({ article }) => article)).toEqual(
    findLaw(knowledge, 'app-violations-2019')?.articles.map(({ id }) => id),
  );
  const of = (number: string) => items.find(({ article }) => article === `app-violations-2019#${number}`);
  expect(of('2.1')).toMatchObject({ files: 'settle', group: { zh: '未明示收集使用个人信息的目的、方式和范围' } });
  expect(items.filter(({ files }) => files === 'never').map(({ article }) => article.split('#')[1])).toEqual(['4.3', '5.2', '6.4']);
  expect(items.filter(({ files, rules }) => files === 'settle' && rules.length === 0)).toEqual([]);
});

test('what was not checked against the official text is not said to be certain', () => {
  expect(findArticle(knowledge, 'face-2025#5')).toMatchObject({ certainty: 'medium', verbatim: false });
  expect(findArticle(knowledge, 'gbt41391#6.5')?.certainty).toBe('medium');
  expect(findArticle(knowledge, 'miit-26#6')).toMatchObject({ certainty: 'low' });
});

test('standards and guides are never quoted word for word', () => {
  const quoted = knowledge.laws
    .filter((law) => law.kind === 'standard' || law.kind === 'practice-guide')
    .flatMap((law) => law.articles.filter((article) => article.verbatim).map((article) => article.id));
  expect(quoted).toEqual([]);
});

test('the 39 app types are all there, with their article and permissions that are known', () => {
  expect(knowledge.categories.map((category) => category.number)).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
  expect(findCategory(knowledge, '问诊挂号')).toBe(findCategory(knowledge, '问诊挂号类'));
  const hospital = findCategory(knowledge, '问诊挂号');
  expect(hospital?.article).toBe('necessary-info-2021#5(15)');
  expect(hospital?.notAdvised).toContain('android.permission.READ_CALL_LOG');
  const named = knowledge.categories.flatMap((category) => category.notAdvised);
  expect(named.filter((name) => !findPermission(knowledge, name))).toEqual([]);
});

test('the permissions of the live-streaming case are known, and the case itself', () => {
  const discloses = (name: string) => findPermission(knowledge, `android.permission.${name}`)?.discloses[0];
  expect(discloses('GET_TASKS')).toBe('running-apps');
  expect(discloses('SEND_SMS')).toBe('sms-send-action');
  expect(discloses('RECEIVE_SMS')).toBe('sms-content');
  expect(findPermission(knowledge, 'android.permission.GET_TASKS')?.can.zh).toBe('获取正在运行的任务');
  expect(findCase(knowledge, 'chongqing-2020-live-streaming')?.cited).toEqual(['csl#41', 'csl#64']);
  expect(findCase(knowledge, 'suzhou-2021-hospital-app')?.cited).toEqual(['csl#22.3', 'csl#41.2', 'csl#64.1']);
});

test.each(['INTERNET', 'ACCESS_NETWORK_STATE', 'CALL_PHONE', 'SYSTEM_ALERT_WINDOW', 'FOREGROUND_SERVICE_CAMERA'])(
  '%s discloses no personal data',
  (name) => {
    expect(findPermission(knowledge, `android.permission.${name}`)?.discloses).toEqual([]);
  },
);

test('permissions that a policy must speak of have names in both languages', () => {
  const nameless = knowledge.permissions.filter(
    ({ discloses, words }) => discloses.length > 0 && (words.zh.length === 0 || words.en.length === 0),
  );
  expect(nameless.map((permission) => permission.name)).toEqual([]);
});

test('a pattern row stands for the permissions it covers, and for nothing else', () => {
  const health = 'android.permission.health';
  expect(findPermission(knowledge, `${health}.WRITE_STEPS`)?.name).toBe(`${health}.WRITE_*`);
  expect(findPermission(knowledge, 'android.permission.WRITE_NOTHING')).toBeUndefined();
  expect(findPermission(knowledge, '')).toBeUndefined();
});

test('kinds of data stand below one another', () => {
  expect(isKindOf(knowledge, 'imei', 'device-info')).toBe(true);
  expect(isKindOf(knowledge, 'imei', 'imei')).toBe(true);
  expect(isKindOf(knowledge, 'device-info', 'imei')).toBe(false);
  expect(isKindOf(knowledge, 'no-such-type', 'imei')).toBe(false);
  expect(findDataType(knowledge, 'face-data')).toMatchObject({ sensitive: true });
  expect(findDataType(knowledge, 'location')).toMatchObject({ sensitive: false });
});

test('every case and every law says where it was read and when', () => {
  const unread = [...knowledge.laws, ...knowledge.cases].filter(
    ({ sources }) => sources.length === 0 || sources.some((source) => !/^\d{4}-\d\d-\d\d$/.test(source.checked)),
  );
  expect(unread.map((entry) => entry.id)).toEqual([]);
  expect(knowledge.cases.length).toBeGreaterThanOrEqual(78);
});

// A pattern that backtracks without end runs into the limit on a test's time.
test.each(knowledge.vagueTerms)('the vague pattern $id gets through hostile text', ({ pattern, flags }) => {
  const bits = ['等', '可能', 'may share ', 'information ', '第三方', ' ', 'improv', '(', '例如信息'];
  for (const bit of bits) {
    const text = bit.repeat(4000);
    expect(text.replaceAll(new RegExp(pattern, `g${flags}u`), '').length).toBeLessThanOrEqual(text.length);
  }
});

test('a kind is read once, when it is first asked for', () => {
  expect(knowledge.laws).toBe(knowledge.laws);
  expect(() => loadKnowledge('/nowhere').laws).toThrow(/compile the knowledge/);
  expect(() => loadKnowledge('/nowhere')).not.toThrow();
});

test('a permission of HarmonyOS is found as the one of Android that opens the same', () => {
  expect(findPermission(knowledge, 'ohos.permission.MICROPHONE')).toMatchObject({
    name: 'android.permission.RECORD_AUDIO',
    discloses: findPermission(knowledge, 'android.permission.RECORD_AUDIO')?.discloses,
  });
  expect(findPermission(knowledge, 'ohos.permission.READ_PASTEBOARD')).toMatchObject({
    name: 'ohos.permission.READ_PASTEBOARD',
    discloses: ['clipboard'],
  });
  expect(findPermission(knowledge, 'ohos.permission.NOTHING')).toBeUndefined();
  expect(findPermission(knowledge, 'ohos.permission.toString')).toBeUndefined();
});
