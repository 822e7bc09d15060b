import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../packages/mingshi/src/report/report.ts';
import { cleanUp, mingshi, policy, weather } from './cli-run.ts';

afterAll(cleanUp);

const root = weather();
const checked = (): Pick<Report, 'policies' | 'findings'> =>
  JSON.parse(mingshi(['check', root, '--format', 'json']).stdout) as Report;

/** What is written into the project must not hide anything from the next check. */
describe('what was found before', () => {
  const { policies, findings } = checked();

  it.each([
    ['隐私政策报告.md', 'check', '--format', 'markdown', '--fail-on', 'never'],
    ['privacy-report.html', 'check', '--format', 'html', '--fail-on', 'never'],
    ['privacy-report.txt', 'check', '--fail-on', 'never'],
    ['清单.md', 'inventory'],
    ['sdk-list.html', 'inventory', '--format', 'html'],
    ['隐私政策草稿.md', 'draft'],
  ])('is found with %s of our own beside it', (name, command, ...more) => {
    const output = join(root, name);
    for (const lang of ['zh', 'en']) {
      expect(mingshi([command, root, ...more, '--output', output, '--lang', lang])).toMatchObject({ status: 0, stdout: '' });
      expect(checked()).toMatchObject({ policies, findings });
    }
    rmSync(output);
  });
});

describe('a draft', () => {
  it('takes the place of no policy', () => {
    const output = join(root, '隐私政策.md');
    expect(mingshi(['draft', root, '--output', output])).toEqual({
      status: 2,
      stdout: '',
      stderr: `mingshi: ${output} exists and a draft does not replace it; name another file, or put the draft into the policy with mingshi check --fix\n`,
    });
    expect(readFileSync(output, 'utf8')).toBe(policy);
  });
});
