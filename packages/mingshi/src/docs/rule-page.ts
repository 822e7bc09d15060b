import { findCase } from '@mingshi/knowledge';
import type { Case, Language, Text } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { lawName } from '../report/citing.ts';
import { pageIn } from '../explain/page.ts';
import { code, html } from '../formats/html/markup.ts';
import type { Markup } from '../formats/html/markup.ts';
import { authorityIn } from '../formats/words.ts';
import type { Citation } from '../report/report.ts';
import { rendered } from './markdown.ts';
import { severityMark } from './rules-page.ts';
import { citationsOf } from './source.ts';
import type { Said, Source } from './source.ts';

const needs: Readonly<Record<Rule['needs'][number], Text>> = {
  app: { zh: '应用的清单和构建文件', en: 'manifest and build files' },
  code: { zh: '源代码', en: 'source code' },
  policy: { zh: '隐私政策', en: 'the policy' },
};

/** The page of a rule: its README in one language, with law, cases and what is said of the examples. */
export function rulePage(rule: Rule, source: Source, language: Language): Markup {
  const say = (text: Text): string => text[language];
  const join = say({ zh: '、', en: ', ' });
  const [text = '', ...examples] = pageIn(source.pages[rule.id] ?? '', language).split(/^(?=### )/m);
  const titled = text.replaceAll(/^\*\*([^*]+)\*\*\s+/gm, '## $1\n\n');
  const cases = rule.cases.flatMap((id) => findCase(source.knowledge, id) ?? []);
  const looksAt = rule.needs.map((each) => say(needs[each])).join(join);
  return html`<h1>${rule.title[language]}</h1>
<p>${severityMark(rule, language)} ${code(rule.id)}${looksAt === '' ? '' : say({ zh: `，看的是${looksAt}`, en: `, looks at ${looksAt}` })}</p>
${rendered(titled, { link: linkFromPage })}
<h2 id="basis">${say({ zh: '依据', en: 'Basis' })}</h2>
<ul>${citationsOf(rule, source.knowledge).map((citation) => articleItem(citation, language))}</ul>
${cases.length > 0 ? html`<h2 id="cases">${say({ zh: '先例', en: 'Cases' })}</h2><ul>${cases.map((each) => caseItem(each, language))}</ul>` : undefined}
<h2 id="examples">${say({ zh: '示例', en: 'Examples' })}</h2>
${examples.map((example) => exampleSection(example, rule, source, language))}
<h2 id="settings">${say({ zh: '改级别、关闭、豁免', en: 'Level, switching off, waiving' })}</h2>
<figure><figcaption><code>mingshi.yaml</code></figcaption><pre><code>rules:
  ${rule.id}: off   # ${say({ zh: '或', en: 'or' })} info, warning, error
</code></pre></figure>
<p>${say({ zh: '只豁免一处，写明理由，见', en: 'To waive one place, with a reason, see ' })}<a href="../guides/configuration.html">${say({ zh: '配置与豁免', en: 'configuration and waivers' })}</a>${say({ zh: '。', en: '.' })}</p>
${pager(rule, source, language)}`;
}

/** The way from a rule's page in its folder to that of another. */
function linkFromPage(target: string): string | undefined {
  if (/^https?:/.test(target)) return target;
  const [, other] = /^\.\.\/([\w-]+)(?:\/(?:README\.md)?)?$/.exec(target) ?? [];
  return other === undefined ? undefined : `${other}.html`;
}

function articleItem(citation: Citation, language: Language): Markup {
  const { law, article, numbers, words, summary, verbatim, certainty } = citation;
  const older = numbers.filter((each) => each.words !== undefined);
  const unsure = certainty === 'high' ? '' : { zh: '（没有与官方文本核对）', en: ' (not checked against the official text)' }[language];
  const label = verbatim ? { zh: '原文', en: 'In Chinese, word for word' } : { zh: '大意', en: 'In Chinese, in substance' };
  return html`<li><strong>${lawName(law)[language]}${{ zh: '', en: ' ' }[language]}${article[language]}</strong>${{ zh: '：', en: ': ' }[language]}${summary[language]}${unsure}
<details><summary>${label[language]}</summary><blockquote lang="zh-CN">${words}</blockquote>${older.map(
    (each) => html`<blockquote lang="zh-CN">${each.label.zh}：${each.words}</blockquote>`,
  )}</details></li>
`;
}

function caseItem({ date, authority, subject, facts, outcome, sources }: Case, language: Language): Markup {
  const colon = { zh: '：', en: ': ' }[language];
  const links = sources.map(({ title, url }) =>
    url !== undefined && /^https?:\/\//.test(url) ? html` [<a href="${url}" rel="noreferrer">${title}</a>]` : html` [${title}]`,
  );
  return html`<li>${date} ${authorityIn(authority, language)} · ${subject[language]}${colon}${facts[language]} ${outcome[language]}<span class="soft">${links}</span></li>
`;
}

function exampleSection(example: string, rule: Rule, source: Source, language: Language): Markup {
  const title = /^### (.+)$/m.exec(example)?.[1] ?? '';
  const said = source.said(rule.id, title);
  return rendered(example, {
    link: linkFromPage,
    block: (info) => (info === 'findings' && said ? saidBox(said, language) : undefined),
  });
}

function saidBox(said: readonly Said[], language: Language): Markup {
  if (said.length === 0) return html`<p class="says">${{ zh: '这条规则没有发现。', en: 'This rule finds nothing.' }[language]}</p>`;
  return html`<div class="says"><p>${{ zh: '明示说：', en: 'mingshi says:' }[language]}</p><ul>${said.map(
    ({ place, message }) => html`<li>${code(place)} ${message[language]}</li>`,
  )}</ul></div>`;
}

/** To the rules before and after. */
function pager(rule: Rule, { groups }: Source, language: Language): Markup {
  const all = groups.flatMap(({ rules }) => rules);
  const at = all.indexOf(rule);
  const to = (other: Rule | undefined, words: Text): Markup | undefined =>
    other && html`<span>${words[language]}<a href="${other.id}.html">${other.title[language]}</a></span>`;
  return html`<p class="pager">${to(all[at - 1], { zh: '上一条：', en: 'Before: ' })}${to(all[at + 1], { zh: '下一条：', en: 'Next: ' })}</p>`;
}
