// The step that checks: runs the command once, shows its report in the chosen ways and hands on counts and paths.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { baseOf } from './event.mjs';
import { readInputs } from './inputs.mjs';
import { cutMarkdown, prefixOf, render } from './render.mjs';
import { addSummary, log, logGroup, Mistake, setOutput, step } from './runner.mjs';

const launcher = fileURLToPath(new URL('../bin/mingshi', import.meta.url));

await step(async () => {
  const { env } = process;
  const inputs = readInputs(env);
  const workspace = realpathSync(env.GITHUB_WORKSPACE || '.');
  const folder = folderOf(inputs.path, workspace);
  const output = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'mingshi-'));
  const file = join(output, 'report.json');

  const failed = checkSince(inputs, { folder, workspace, file });
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const { errors, warnings, infos } = report.summary;
  const sarif = await show(report, inputs, { prefix: prefixOf(folder, workspace), output });

  setOutput('errors', errors);
  setOutput('warnings', warnings);
  setOutput('infos', infos);
  setOutput('sarif', sarif);
  setOutput('report', file);
  setOutput('comment', inputs.comment);
  setOutput('failed', failed);
});

function folderOf(path, workspace) {
  const folder = resolve(workspace, path);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Mistake(`input path: there is no folder ${path} in the workspace; was the repository checked out?`);
  }
  return realpathSync(folder);
}

/** Compares with the commit named, else with the base of the pull request as far as the clone allows it. */
function checkSince(inputs, places) {
  const { since, language } = inputs;
  if (since === 'none') return check(inputs, places);
  if (since !== '') return check(inputs, { ...places, since });
  const { event, base } = baseOf(process.env, places.folder);
  if (!event) return check(inputs, places);
  if (base === undefined) {
    log(
      {
        zh: '克隆里没有目标分支的提交，报告全部结果；actions/checkout 加上 fetch-depth: 2，就只报告改动带来的',
        en: 'the clone lacks the base commit, so everything is told; with fetch-depth: 2 only what the change brings',
      }[language],
    );
    return check(inputs, places);
  }
  try {
    return check(inputs, { ...places, since: base });
  } catch (error) {
    // Nobody asked for the comparison: that it cannot be made must not hide what can be told.
    const failed = check(inputs, places);
    log(`${{ zh: '报告全部结果：', en: 'everything is told: ' }[language]}${error.message}`);
    return failed;
  }
}

/** Runs the command; whether findings reach the level. */
function check({ config, policy, failOn, language }, { folder, workspace, file, since }) {
  const args = [
    'check',
    folder,
    '--format=json',
    `--output=${file}`,
    `--lang=${language}`,
    `--fail-on=${failOn}`,
    ...(config === '' ? [] : [`--config=${config}`]),
    ...policy.map((path) => `--policy=${path}`),
    ...(since === undefined ? [] : [`--since=${since}`]),
  ];
  const { status, stderr, error } = spawnSync(launcher, args, { cwd: workspace, encoding: 'utf8' });
  if (error) throw error;
  if (status === 0 || status === 1) return status === 1;
  throw new Mistake(stderr.replaceAll(/^mingshi: /gm, '').trim() || `the check ended with ${status}`);
}

/** Each format goes to its place; the path of the SARIF file, empty when it was not asked for. */
async function show(report, { formats, language }, { prefix, output }) {
  const as = (format) => render(report, format, { language, prefix });
  if (formats.includes('github')) process.stdout.write(await as('github'));
  if (formats.includes('text')) logGroup('mingshi', await as('text'));
  if (formats.includes('markdown')) {
    const text = await as('markdown');
    const note = {
      zh: '（内容太长，其余见 SARIF 文件和 JSON 报告）',
      en: '(too long; the rest is in the SARIF file and the JSON report)',
    }[language];
    addSummary((most) => cutMarkdown(text, most, note));
  }
  if (!formats.includes('sarif')) return '';
  const path = join(output, 'mingshi.sarif');
  writeFileSync(path, await as('sarif'));
  return path;
}
