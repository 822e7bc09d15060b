import { createHash } from 'node:crypto';
import type { Language, Text } from '@mingshi/knowledge';
import { madeBy } from '../made-by.ts';
import type { Report } from '../report/report.ts';
import { findingsSection } from './html/findings.ts';
import { itemCounts, itemsSection } from './html/items.ts';
import { code, html as page, TAGS, theirs, tongueOf } from './html/markup.ts';
import type { Markup } from './html/markup.ts';
import { gapOf, matrixSection } from './html/matrix.ts';
import { mark, pageOf, where } from './html/page.ts';
import type { Page } from './html/page.ts';
import { script, style } from './html/style.ts';
import { itemStates } from './html/words.ts';
import type { Format } from './index.ts';
import { whyWords } from './words.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing but this page's own style and script may act, and nothing is fetched. */
const policy = `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'`;

/** The report as one page for people: both languages in it, nothing fetched, fit for paper, phones and screen readers. */
export const html: Format = (report, { language }) => {
  const { say } = tongueOf(language);
  const made = pageOf(report, say);
  const name = nameOf(report);
  const radio = (value: Language, label: string): Markup =>
    page`<label lang="${TAGS[value]}"><input type="radio" name="language" id="show-${value}" value="${TAGS[value]}" autocomplete="off"${
      value === language ? page` checked` : undefined
    }><span>${label}</span></label>`;
  const { markup } = page`<!doctype html>
${{ markup: madeBy('check', language) }}
<html lang="${TAGS[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="mingshi ${report.tool.version}">
<title>${name} · mingshi</title>
<style>${{ markup: style }}</style>
</head>
<body>
<a class="skip" href="#main">${say({ zh: '跳到正文', en: 'Skip to the report' })}</a>
<header>
<div class="top"><p class="soft">${say({ zh: '明示 mingshi · App 与隐私政策对照', en: 'mingshi · an app held against its privacy policy' })}</p>
<fieldset class="language"><legend>语言 / Language</legend>${language === 'zh' ? [radio('zh', '中文'), radio('en', 'English')] : [radio('en', 'English'), radio('zh', '中文')]}</fieldset></div>
<h1>${theirs(name)}</h1>
<nav aria-labelledby="contents"><p id="contents" class="soft">${say({ zh: '目录', en: 'Contents' })}</p><ul>${contents(
    report,
  ).map(([id, title]) => page`<li><a href="#${id}">${say(title)}</a></li>`)}</ul></nav>
</header>
<main id="main">
<section aria-labelledby="summary">${summarySection(made)}</section>
<section aria-labelledby="matrix">${matrixSection(made)}</section>
<section aria-labelledby="findings">${findingsSection(made)}</section>
<section aria-labelledby="items">${itemsSection(made)}</section>
${report.waived.length > 0 ? page`<section aria-labelledby="waived">${waivedSection(made)}</section>` : undefined}
<section aria-labelledby="unchecked">${uncheckedSection(made)}</section>
</main>
<footer><p>${say({
    zh: '以上是在文件中看到的事实和相关规定，是否构成违规由主管部门认定。',
    en: 'Facts seen in files, and the rules that speak of them; whether there is a breach, the authority decides.',
  })}</p><p class="soft">mingshi ${report.tool.version}</p></footer>
<script>${{ markup: script }}</script>
</body>
</html>
`;
  return markup;
};

/** A longer name is no name. */
const LONGEST_NAME = 80;

function nameOf({ apps, policies }: Report): string {
  const name = apps[0]?.name ?? apps[0]?.applicationId ?? apps[0]?.id ?? policies[0]?.path ?? 'mingshi';
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

function contents({
  summary,
  matrix,
  selfAssessment,
  waived,
  notChecked,
}: Report): readonly (readonly [string, Text])[] {
  return [
    ['summary', { zh: '概况', en: 'Summary' }],
    ['matrix', { zh: `对照表（${matrix.length}）`, en: `Matrix (${matrix.length})` }],
    ['findings', { zh: `发现（${summary.findings}）`, en: `Findings (${summary.findings})` }],
    ['items', { zh: `自评（${selfAssessment.length}）`, en: `Self-assessment (${selfAssessment.length})` }],
    ...(waived.length > 0
      ? [['waived', { zh: `已豁免（${waived.length}）`, en: `Waived (${waived.length})` }] as const]
      : []),
    ['unchecked', { zh: `未检查（${notChecked.length}）`, en: `Not checked (${notChecked.length})` }],
  ];
}

function summarySection(made: Page): Markup {
  const { report, say } = made;
  const { errors, warnings, infos, waived, notChecked } = report.summary;
  const count = (value: number, name: Text): Markup => page`<li><b>${value}</b> ${say(name)}</li>`;
  const fact = (name: Text, value: Markup | readonly Markup[]): Markup => page`<dt>${say(name)}</dt><dd>${value}</dd>`;
  const gaps = report.matrix.filter((row) => gapOf(row) === 'gap').length;
  const apps = report.apps.map(
    ({ id, name, applicationId, permissions, sdks }) =>
      page`<p>${theirs(name ?? id)} ${code(applicationId ?? id)} <span class="soft">${say({
        zh: `权限 ${permissions.length} 项，已知 SDK ${sdks.length} 个`,
        en: `${permissions.length} permissions, ${sdks.length} known SDKs`,
      })}</span></p>`,
  );
  const files = report.policies.map(
    (file) =>
      page`<p>${code(file.path)} <span class="soft">${say((language) => page`${whyWords(file, language)}`)}</span></p>`,
  );
  return page`<h2 id="summary">${say({ zh: '概况', en: 'Summary' })}</h2>
<ul class="counts">${count(errors, { zh: '个错误', en: 'errors' })}${count(warnings, { zh: '个警告', en: 'warnings' })}${count(
    infos,
    {
      zh: '项提示',
      en: 'notes',
    },
  )}${count(gaps, { zh: '项政策没有写到', en: 'not told by the policy' })}${count(waived, { zh: '已豁免', en: 'waived' })}${count(
    notChecked,
    {
      zh: '项未检查',
      en: 'not checked',
    },
  )}</ul>
<dl class="facts">${fact({ zh: '应用', en: 'App' }, apps.length > 0 ? apps : say({ zh: '没有找到', en: 'none found' }))}
${fact({ zh: '隐私政策', en: 'Privacy policy' }, files.length > 0 ? files : say({ zh: '没有读到', en: 'none read' }))}
${report.category ? fact({ zh: '应用类型', en: 'App type' }, say(report.category.name)) : undefined}
${fact(
  { zh: '自评', en: 'Self-assessment' },
  itemCounts(report).map(([state, value]) => page`${mark(made, itemStates[state])} ${value} `),
)}</dl>`;
}

function waivedSection(made: Page): Markup {
  const { report, say } = made;
  const rows = report.waived.map(
    ({ rule, at, message, waiver: { reason, by, until } }) =>
      page`<li>${say(message)} ${where(made, at)} ${code(rule)}<br>${say({
        zh: '理由：',
        en: 'Reason: ',
      })}${theirs([reason, by, until].filter((part) => part !== undefined).join(', '))}</li>`,
  );
  return page`<h2 id="waived">${say({ zh: '已豁免', en: 'Waived' })}</h2><ul>${rows}</ul>`;
}

function uncheckedSection({ report, say }: Page): Markup {
  const title = page`<h2 id="unchecked">${say({ zh: '未检查', en: 'Not checked' })}</h2>`;
  if (report.notChecked.length === 0) return page`${title}<p>${say({ zh: '没有。', en: 'Nothing.' })}</p>`;
  const rows = report.notChecked.map(
    ({ path, at, why }) =>
      page`<li>${path === undefined ? undefined : page`${code(at ? `${path}:${at.line}:${at.column}` : path)} `}${say(why)}</li>`,
  );
  return page`${title}<ul>${rows}</ul>`;
}
