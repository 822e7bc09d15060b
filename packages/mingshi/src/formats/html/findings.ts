import type { Language, Text } from '@mingshi/knowledge';
import { basisLine, lawName } from '../../report/citing.ts';
import type { Citation, Place, Precedent, ReportFinding } from '../../report/report.ts';
import { authorityIn, severityNames } from '../words.ts';
import { code, html, theirs } from './markup.ts';
import type { Markup } from './markup.ts';
import { mark, quoted, where } from './page.ts';
import type { Page } from './page.ts';
import { confidenceNames } from './words.ts';

/** The findings by file, each with both sides, the remedy, and law and cases to unfold. */
export function findingsSection(page: Page): Markup {
  const { say, files } = page;
  const title = html`<h2 id="findings">${say({ zh: '发现', en: 'Findings' })}</h2>`;
  if (files.length === 0)
    return html`${title}<p>${say({ zh: '检查过的地方没有发现问题。', en: 'Nothing was found in what was checked.' })}</p>`;
  // Law and cases stand in full with the first finding of a rule, the others point there.
  const told = new Map<string, number>();
  let number = 0;
  return html`${title}${files.map(
    ({ path, findings }) => html`
<h3>${code(path)}</h3>
${findings.map((finding) => {
  number += 1;
  const basis = [...finding.citations, ...finding.cases].map(({ id }) => id).join(' ');
  const before = told.get(basis);
  if (before === undefined) told.set(basis, number);
  return findingOf(page, finding, number, before);
})}`,
  )}`;
}

function findingOf(page: Page, finding: ReportFinding, number: number, before: number | undefined): Markup {
  const { say } = page;
  const { severity, confidence, at, related, suggestion, citations, cases } = finding;
  const severityMark = mark(page, { name: severityNames[severity], look: severity });
  const row = (
    { zh, en }: Text,
    value: Markup,
  ): Markup => html`<dt>${say({ zh, en: capital(en) })}</dt><dd>${value}</dd>
`;
  const same = html`<a href="#f${before}">${say({ zh: `法条和先例同第 ${before} 条`, en: `law and cases as in no. ${before}` })}</a>`;
  const law =
    before === undefined ? html`${lawDetails(page, citations)}${caseDetails(page, cases)}` : html`<p>${same}</p>`;
  return html`<article class="finding" id="f${number}" aria-labelledby="f${number}-title">
<h4 id="f${number}-title"><span class="number">${number}</span> ${severityMark} ${say(finding.message)}</h4>
<p class="soft">${where(page, at)} · ${code(finding.rule)} · ${say(confidenceNames[confidence])}</p>
${wordsAt(page, at)}
<dl class="facts">
${related.map((each) => row(each.note, html`${quoted(page, each)} ${where(page, each)}`))}${
    suggestion ? row({ zh: '建议', en: 'Remedy' }, say(suggestion)) : undefined
  }${citations.length > 0 ? row({ zh: '依据', en: 'Basis' }, say(basisLine(citations))) : undefined}</dl>
${citations.length + cases.length > 0 ? law : undefined}
</article>
`;
}

/** The words of the policy as a reader sees them, of other files the line. */
function wordsAt(page: Page, at: Place): Markup | undefined {
  if (at.quote !== undefined) return html`<p>${quoted(page, at)}</p>`;
  return at.excerpt === undefined || at.excerpt === ''
    ? undefined
    : html`<pre><code dir="auto">${at.excerpt}</code></pre>`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function lawDetails(page: Page, citations: readonly Citation[]): Markup | undefined {
  const { say } = page;
  if (citations.length === 0) return undefined;
  return html`<details><summary>${say({ zh: `法条原文（${citations.length} 条）`, en: `What the law says (${citations.length})` })}</summary>
${citations.map((citation) => {
  const { law, article, numbers, words, summary, verbatim, certainty } = citation;
  const older = numbers.filter((each) => each.words !== undefined);
  const notes: Text[] = [
    ...(verbatim ? [] : [{ zh: '（大意，非原文）', en: '' }]),
    ...(certainty === 'high' ? [] : [{ zh: '（没有与官方文本核对）', en: ' (not checked against the official text)' }]),
  ];
  return html`<p><strong>${say((language) => html`${lawName(law)[language]} ${article[language]}`)}</strong>${notes.map(say)}</p>
<blockquote>${say({ zh: words, en: summary.en })}</blockquote>
${older.map(
  (each) => html`<blockquote class="zh" lang="zh-CN">${each.label.zh}：${each.words}</blockquote>
`,
)}`;
})}</details>
`;
}

function caseDetails(page: Page, cases: readonly Precedent[]): Markup | undefined {
  const { say } = page;
  if (cases.length === 0) return undefined;
  return html`<details><summary>${say({ zh: `先例（${cases.length} 个）`, en: `Cases (${cases.length})` })}</summary>
<ul>${cases.map(
    (each) => html`<li>${say((language) => caseIn(each, language))}${each.sources.map(sourceOf)}</li>
`,
  )}</ul></details>
`;
}

function caseIn({ date, authority, subject, facts, outcome }: Precedent, language: Language): Markup {
  const colon = { zh: '：', en: ': ' }[language];
  return html`${date} ${authorityIn(authority, language)} · ${subject[language]}${colon}${facts[language]} ${outcome[language]}`;
}

function sourceOf({ title, url }: Precedent['sources'][number]): Markup {
  // Only an address of the web is made a link.
  return url !== undefined && /^https?:\/\//.test(url)
    ? html` <span class="soft">[<a href="${url}" rel="noreferrer noopener">${title}</a>]</span>`
    : html` <span class="soft">[${theirs(title)}]</span>`;
}
