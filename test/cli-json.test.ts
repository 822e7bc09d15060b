import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../packages/mingshi/src/report/report.ts';
import { cleanUp, cli, folder, manifest, mingshi, weather } from './cli-run.ts';
import { mistakesBy } from './json-schema.ts';

afterAll(cleanUp);

const dist = dirname(cli);
const schema = JSON.parse(readFileSync(join(dist, 'schema/report.schema.json'), 'utf8')) as Parameters<
  typeof mistakesBy
>[0];
const examples = fileURLToPath(new URL('../examples/', import.meta.url));
const reportOf = (root: string, ...args: readonly string[]): Report =>
  JSON.parse(mingshi(['check', root, '--format', 'json', ...args]).stdout) as Report;

describe('the published schema', () => {
  it.each(readdirSync(examples))('describes the report on %s', (name) => {
    expect(mistakesBy(schema, reportOf(join(examples, name)))).toEqual([]);
  });

  it('describes waivers and what could not be read', () => {
    const root = weather({
      'app/src/debug/AndroidManifest.xml': '<broken',
      'mingshi.yaml':
        'waivers:\n  - {rule: undisclosed-permission, about: android.permission.SEND_SMS, reason: ticket, until: 2999-01-01}\n',
    });
    const report = reportOf(root);
    expect(report.waived).toHaveLength(1);
    expect(mistakesBy(schema, report)).toEqual([]);
  });

  it('would notice a change', () => {
    const { summary: _, ...report } = reportOf(weather());
    expect(mistakesBy(schema, { ...report, extra: 1, schemaVersion: 2 })).toEqual([
      '$.summary: missing',
      '$.schemaVersion: not 1',
      '$.extra: not in the schema',
    ]);
  });

  it('of the config names every rule and category', () => {
    const config = JSON.parse(readFileSync(join(dist, 'schema/config.schema.json'), 'utf8')) as {
      readonly properties: {
        readonly rules: { readonly properties: object };
        readonly category: { readonly enum: readonly string[] };
      };
    };
    const rules = JSON.parse(mingshi(['rules', '--format', 'json']).stdout) as readonly { readonly id: string }[];
    expect(Object.keys(config.properties.rules.properties)).toEqual(rules.map(({ id }) => id));
    expect(config.properties.category.enum).toEqual(expect.arrayContaining(['问诊挂号', '问诊挂号类']));
  });
});

describe('the report', () => {
  const report = reportOf(weather());
  const finding = report.findings.find(({ about }) => about === 'android.permission.SEND_SMS');

  it('points to the attribute that asks, line, column and offset', () => {
    const source = manifest('ACCESS_FINE_LOCATION', 'SEND_SMS');
    const offset = source.indexOf('android.permission.SEND_SMS');
    expect(finding?.at).toEqual({
      path: 'app/src/main/AndroidManifest.xml',
      start: { line: 3, column: 36, offset },
      end: { line: 3, column: 63, offset: offset + 27 },
      excerpt: '<uses-permission android:name="android.permission.SEND_SMS" />',
    });
  });

  it('cites articles in both numberings, with dates and words', () => {
    const citation = finding?.citations.find(({ id }) => id === 'csl#41.1');
    expect(citation?.article).toEqual({
      zh: '第四十三条第一款（2026 年前为第四十一条第一款）',
      en: 'Article 43(1) (before 2026: Article 41(1))',
    });
    expect(citation?.numbers.map(({ number, from, to }) => [number, from, to])).toEqual([
      ['43.1', '2026-01-01', undefined],
      ['41.1', '2017-06-01', '2025-12-31'],
    ]);
    expect(citation?.words).toContain('明示收集、使用信息的目的、方式和范围');
    expect(finding?.cases[0]?.id).toBe('chongqing-2020-live-streaming');
  });

  it('tells where each permission came from', () => {
    const [app] = report.apps;
    expect(app?.permissions.map(({ name, module, at }) => [name, module, at.start.line])).toEqual([
      ['android.permission.ACCESS_FINE_LOCATION', ':app', 2],
      ['android.permission.SEND_SMS', ':app', 3],
    ]);
  });

  it('lists the SDKs with their signs, and the libraries of every framework', () => {
    const root = weather({
      'app/build.gradle.kts':
        'plugins { id("com.android.application") }\ndependencies {\n  implementation("cn.jiguang.sdk:jpush:5.0.0")\n}\n',
      'package.json': '{ "dependencies": { "react-native": "0.80.0" } }',
      'other/pubspec.yaml': 'dependencies:\n  flutter:\n    sdk: flutter\n  fluwx: ^2.0.0\n',
      'other/lib/main.dart': '',
    });
    const { apps } = reportOf(root);
    const sdks = apps.map((app) => app.sdks.map(({ id, signs }) => [id, signs.map(({ at }) => at.start.line)]));
    expect(sdks).toEqual([[['jpush', [3]]], [['wechat-opensdk', [4]]]]);
    expect(
      apps.map(({ frameworks, dependencies }) => [...frameworks, ...dependencies.map(({ name }) => name)]),
    ).toEqual([['cn.jiguang.sdk:jpush'], ['flutter', 'fluwx']]);
  });

  it('counts what it holds, and --severity leaves out the rest', () => {
    const { findings, summary, notChecked } = report;
    const count = (level: string) => findings.filter(({ severity }) => severity === level).length;
    expect(summary).toEqual({
      findings: findings.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      waived: 0,
      notChecked: notChecked.length,
    });
    expect(reportOf(weather(), '--severity', 'error').findings.every(({ severity }) => severity === 'error')).toBe(
      true,
    );
  });

  it('says which rules could not speak', () => {
    const policyOnly = reportOf(folder({ 'privacy-policy.md': '# 隐私政策\n\n我们收集您的手机号，用于登录。\n' }));
    expect(policyOnly.notChecked.find(({ what }) => what === 'no-app')?.why.en).toMatch(/^no Android manifest was found; the \d+ rules that need it were not run$/);
    expect(policyOnly.rules.some(({ id }) => id === 'undisclosed-permission')).toBe(false);
    const appOnly = reportOf(folder({ 'app/src/main/AndroidManifest.xml': manifest('SEND_SMS') }));
    expect(appOnly.notChecked.map(({ what }) => what)).toContain('no-policy');
    expect(appOnly.findings.map(({ rule }) => rule)).toContain('policy-missing');
  });
});
