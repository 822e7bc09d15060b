// The step that keeps one comment on a pull request up to date. It never fails the job: the check has spoken already.
import { readFileSync } from 'node:fs';
import { pullRequestOf } from './event.mjs';
import { languageOf } from './inputs.mjs';
import { cutMarkdown, render } from './render.mjs';
import { command, log, step } from './runner.mjs';

/** Who writes with the token of a workflow. */
const AUTHOR = 'github-actions[bot]';
/** GitHub refuses 65,536 characters. */
const LONGEST = 60_000;
const PER_PAGE = 100;
const MOST_PAGES = 50;
const PATIENCE = 20_000;

/** GitHub could not be asked, or did not do it. */
class Refused extends Error {}

await step(async () => {
  const { env } = process;
  const language = languageOf(env);
  const say = (zh, en) => log({ zh, en }[language]);
  const pull = pullRequestOf(env);
  const repository = env.GITHUB_REPOSITORY ?? '';
  if (!pull) return say('不是拉取请求，不写评论', 'no pull request, so no comment');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return say('不知道仓库名，不写评论', 'unknown repository, so no comment');
  if (!env.MINGSHI_TOKEN) return say('没有令牌，不写评论', 'no token, so no comment');
  if (pull.fork && env.GITHUB_EVENT_NAME !== 'pull_request_target') {
    return say(
      '拉取请求来自复刻，令牌只读，不写评论；结果在步骤摘要里',
      'the pull request comes from a fork, whose token only reads: no comment; the step summary has the result',
    );
  }
  const report = JSON.parse(readFileSync(env.MINGSHI_REPORT ?? '', 'utf8'));
  const marker = `<!-- mingshi:${encodeURIComponent(env.MINGSHI_PATH || '.').replaceAll('-', '%2D')} -->`;
  const api = apiOf(env, `repos/${repository}/issues`);
  try {
    const there = await findComment(api, pull.number, marker);
    const nothing = report.findings.length === 0;
    if (!there && nothing) return say('没有结果，不写评论', 'nothing found, so no comment');
    const body = await bodyOf(report, marker, language, env);
    if (!there) await api(`${pull.number}/comments`, 'POST', { body });
    else if (there.body !== body) await api(`comments/${there.id}`, 'PATCH', { body });
    say('拉取请求上的评论是最新的', 'the comment on the pull request is up to date');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const hint = { zh: '没有写评论：', en: 'no comment was written: ' }[language];
    process.stdout.write(command('warning', { title: 'mingshi' }, hint + error.message));
  }
});

/** Our comment: by its marker, and by its author, since anybody can write the marker. */
async function findComment(api, number, marker) {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const comments = await api(`${number}/comments?per_page=${PER_PAGE}&page=${page}`, 'GET');
    const ours = comments.find(({ user, body }) => user?.login === AUTHOR && body?.startsWith(marker));
    if (ours || comments.length < PER_PAGE) return ours;
  }
  return undefined;
}

/** The table is seen at once, the reasons of each finding are unfolded. */
async function bodyOf(report, marker, language, env) {
  const text = await render(report, 'markdown', { language, prefix: '' });
  const run = `${env.GITHUB_SERVER_URL ?? ''}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID ?? ''}`;
  const more = { zh: `[步骤摘要](${run})`, en: `[Step summary](${run})` }[language];
  const at = text.indexOf('\n\n### ');
  const head = short(at < 0 ? text : text.slice(0, at), LONGEST / 2);
  const rest = at < 0 ? '' : short(text.slice(at), LONGEST - head.length - 1000);
  const folded = {
    zh: '权限、SDK 与政策对照，逐条说明',
    en: 'Permissions and SDKs against the policy, each finding in full',
  }[language];
  const details = rest === '' ? [] : [`<details><summary>${folded}</summary>`, rest, '</details>'];
  return [marker, head, ...details, more].join('\n\n');
}

function short(text, most) {
  return cutMarkdown(text, most, '…', ({ length }) => length).trim();
}

/** A plain client: the token goes to GitHub's API only, and a failure says what would help. */
function apiOf(env, under) {
  return async (path, method, body) => {
    const response = await fetch(`${env.GITHUB_API_URL || 'https://api.github.com'}/${under}/${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${env.MINGSHI_TOKEN}`,
        'user-agent': 'mingshi',
        'x-github-api-version': '2022-11-28',
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch((error) => {
      throw new Refused(`GitHub did not answer (${error.cause?.message ?? error.message})`);
    });
    if (response.ok) return response.json();
    const denied = [401, 403, 404].includes(response.status);
    const hint = denied ? '; the job needs `permissions: pull-requests: write`' : '';
    throw new Refused(`GitHub answered ${response.status} to ${method}${hint}`);
  };
}
