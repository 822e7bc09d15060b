import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { readAction, root } from './action-run.ts';

const folder = join(root, '.github/workflows');
const ours = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const shown = ['packages/mingshi/docs/en/action.md', 'packages/mingshi/docs/zh/action.md'].map((name) => {
  const [, workflow = ''] =
    /```yaml [^\n]+\n(name: [^]*?uses: OWNER\/mingshi[^]*?)```/.exec(readFileSync(join(root, name), 'utf8')) ?? [];
  return [name, workflow] as const;
});
const inputs = readAction().action.inputs?.map(({ id }) => id) ?? [];

function mistakesIn(content: string): readonly string[] {
  const { context } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

describe.each([...ours, ...shown])('the workflow of %s', (_, workflow) => {
  it('is right by GitHub’s own parser', () => {
    expect(workflow).not.toBe('');
    expect(mistakesIn(workflow)).toEqual([]);
    expect(mistakesIn(workflow.replace('runs-on', 'run-on'))).not.toEqual([]);
  });

  it('says which permissions it needs, and gives the action what it knows', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
    for (const [, given = ''] of workflow.matchAll(/uses: (?:\.\/|OWNER\S+)\n +with:\n((?: {10}.*\n)+)/g)) {
      for (const [, name] of given.matchAll(/^ {10}(\w+):/gm)) expect(inputs).toContain(name);
    }
  });
});

describe.each(ours)('our own workflow %s', (_, workflow) => {
  it('only reads, and pins what it uses', () => {
    expect(workflow).not.toMatch(/: write|pull_request_target/);
    for (const [, used] of workflow.matchAll(/uses: (.+)$/gm))
      expect(used).toMatch(/^(?:\.\/|[\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+)$/);
  });
});

describe.each(shown)('%s', (name) => {
  it('tells every input and output of the action', () => {
    const text = readFileSync(join(root, name), 'utf8');
    const outputs = readAction().action.outputs?.map(({ id }) => id) ?? [];
    expect([...inputs, ...outputs].filter((each) => !text.includes(`\`${each}\``))).toEqual([]);
  });
});
