import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Report } from '../report/report.ts';
import { finding, hostile, options, place, report, two } from './sample-report.ts';
import { sarif } from './sarif.ts';

const log = (of: Report, prefix = ''): Log => JSON.parse(sarif(of, { ...options, prefix })) as Log;
const prints = (of: Report) =>
  log(of).runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash']);

describe('sarif', () => {
  it('knows a finding again when its file moved', () => {
    const moved = report([finding('SEND_SMS', 99, { at: place('other/AndroidManifest.xml', 99, 3) })]);
    const [first, second] = prints(two) ?? [];
    expect(prints(moved)).toEqual([first]);
    expect(first).not.toBe(second);
    expect(first).toMatch(/^[0-9a-f]{32}:1$/);
  });

  it('names the permission, the rule and a place that code scanning can show', () => {
    const [run] = log(two, 'sub folder/ü').runs;
    const [first] = run?.results ?? [];
    expect(first?.properties?.['permission']).toBe('SEND_SMS');
    expect(run?.results?.[1]?.properties?.['permission']).toBeUndefined();
    expect(first?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'sub%20folder/%C3%BC/app/AndroidManifest.xml', uriBaseId: '%SRCROOT%' },
      region: { startLine: 8, startColumn: 36, endLine: 8, endColumn: 41 },
    });
    expect(run?.tool.driver.rules?.[0]).toMatchObject({
      id: 'undisclosed-permission',
      defaultConfiguration: { level: 'error' },
    });
    expect(run?.tool.driver.rules?.[0]?.help?.markdown).toContain('网络运营者收集、使用个人信息');
    expect(run?.columnKind).toBe('utf16CodeUnits');
  });

  it('points to the first line of a place that spans several', () => {
    const wide = finding('A', 4, {
      at: { ...place('p.md', 4, 4, { excerpt: '## 权利' }), end: { line: 20, column: 1, offset: 300 } },
    });
    expect(log(report([wide])).runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 4,
      startColumn: 4,
      endLine: 4,
      endColumn: 9,
    });
  });

  it('takes odd paths and words for what they are', () => {
    const result = log(hostile).runs[0]?.results?.[0];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(
      /^a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3A/,
    );
    expect(result?.message.text).toContain('\\](javascript:x)');
  });
});
