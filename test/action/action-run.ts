import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
import type { ActionTemplate, RunStep } from '@actions/workflow-parser/actions/index';
import { folder } from '../cli-run.ts';

/** The repository: what `uses:` unpacks. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** action.yml as GitHub's own parser reads it, and what it finds wrong. */
export function readAction(): { readonly action: ActionTemplate; readonly mistakes: readonly string[] } {
  const file = { name: 'action.yml', content: readFileSync(join(root, 'action.yml'), 'utf8') };
  const { context, value } = parseAction(file, new NoOperationTraceWriter());
  if (!value) throw new Error('action.yml is empty');
  const action = convertActionTemplate(context, value);
  return { action, mistakes: context.errors.getErrors().map(({ message }) => message) };
}

/** The steps, all of which run a script. */
export function stepsOf({ runs }: ActionTemplate): readonly RunStep[] {
  if (runs.using !== 'composite') throw new Error('not a composite action');
  return runs.steps.filter((step) => 'run' in step);
}

export interface Job {
  readonly workspace: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly event?: string;
  readonly payload?: object;
  readonly token?: string;
  readonly api?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Result {
  readonly succeeded: boolean;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Ids or names of the steps that ran. */
  readonly ran: readonly string[];
}

/** Runs the action as the runner does: step by step, in bash, with files for outputs and the summary; `cleanUp` removes them. */
export async function runAction(job: Job): Promise<Result> {
  const { action } = readAction();
  const temporary = folder({});
  const payload = join(temporary, 'event.json');
  writeFileSync(payload, JSON.stringify(job.payload ?? {}));
  const inputs: Record<string, string> = {};
  for (const { id, default: value } of action.inputs ?? []) inputs[id] = job.with?.[id] ?? value?.toString() ?? '';
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const ran: string[] = [];
  let succeeded = true;
  let log = '';
  let summary = '';
  for (const step of stepsOf(action)) {
    const known = { inputs, steps, github: { token: job.token ?? '' }, job: { ok: succeeded } };
    if (evaluate(step.if.expression, known) !== 'true') continue;
    ran.push(step.name?.toString() ?? step.id);
    const own = join(temporary, `${ran.length}`);
    mkdirSync(own);
    const script = join(own, 'script.sh');
    writeFileSync(script, step.run.toString());
    const env: Record<string, string> = {};
    for (const { key, value } of step.env ?? []) {
      env[key.toString()] = value.isExpression
        ? evaluate((value as unknown as { readonly expression: string }).expression, known)
        : value.toString();
    }
    const answer = await bash(script, job.workspace, {
      PATH: process.env['PATH'] ?? '',
      HOME: temporary,
      LANG: 'C.UTF-8',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: `${root}.`,
      GITHUB_WORKSPACE: job.workspace,
      GITHUB_EVENT_NAME: job.event ?? 'push',
      GITHUB_EVENT_PATH: payload,
      GITHUB_REPOSITORY: 'sample/parcels',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_RUN_ID: '77',
      GITHUB_API_URL: job.api ?? 'http://127.0.0.1:9',
      GITHUB_OUTPUT: join(own, 'output'),
      GITHUB_STEP_SUMMARY: join(own, 'summary'),
      RUNNER_TEMP: temporary,
      ...job.env,
      ...env,
    });
    log += answer.log;
    succeeded = answer.status === 0;
    steps[step.id] = { outputs: readOutputs(join(own, 'output')) };
    summary += readIfThere(join(own, 'summary'));
  }
  const outputs = Object.fromEntries(
    (action.outputs ?? []).map(({ id, value }) => [
      id,
      evaluate((value as unknown as { readonly expression: string }).expression, { steps }),
    ]),
  );
  return { succeeded, log, outputs, summary, ran };
}

/** An expression of a workflow, by GitHub's own evaluator, as text. */
function evaluate(expression: string, known: object): string {
  const context = JSON.parse(JSON.stringify(known), data.reviver) as data.Dictionary;
  const ok = (known as { readonly job?: { readonly ok: boolean } }).job?.ok ?? true;
  const success = { name: 'success', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(ok) };
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(known), [success]).parse();
  return new Evaluator(parsed, context, new Map([['success', success]])).evaluate().coerceString();
}

function bash(
  script: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ status: number | null; log: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (log += piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => (log += piece));
    child.on('error', reject).on('close', (status) => resolve({ status, log }));
  });
}

const readIfThere = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** name<<delimiter, lines, delimiter. */
function readOutputs(path: string): Record<string, string> {
  const found = readIfThere(path).matchAll(/^([\w-]+)<<(\S+)\n([^]*?)\n\2$/gm);
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]));
}
