import type { AssessmentItem, Report } from '../../report/report.ts';
import { code, html } from './markup.ts';
import type { Markup } from './markup.ts';
import { findingLinks, inline, mark, quoted, where } from './page.ts';
import type { Page } from './page.ts';
import { itemMeanings, itemStates } from './words.ts';

const COLUMNS = {
  item: { zh: '情形', en: 'Item' },
  state: { zh: '结果', en: 'Result' },
  evidence: { zh: '依据和理由', en: 'Evidence and why' },
  byHand: { zh: '人工怎么核对', en: 'How to check by hand' },
} as const;

const STATES = ['found', 'by-hand', 'not-found', 'not-checkable'] as const;

/** How many items are in each state, in the order of the page. */
export function itemCounts({ selfAssessment }: Report): readonly (readonly [AssessmentItem['state'], number])[] {
  return STATES.map((state) => [state, selfAssessment.filter((item) => item.state === state).length]);
}

/** The 31 items as a table, under the headings of the document. */
export function itemsSection(page: Page): Markup {
  const { report, say } = page;
  const groups = [...new Map(report.selfAssessment.map(({ group }) => [group.zh, group])).values()];
  return html`<h2 id="items">${say({ zh: '三十一项自评', en: 'Self-assessment: 31 items' })}</h2>
<p>${say({
    zh: '按《App违法违规收集使用个人信息行为认定方法》（国信办秘字〔2019〕191号）逐项列出文件中看到的情况。结果只说文件里有没有发现，不是认定结论。',
    en: 'Item by item along the App Violation Methods of 2019 (认定方法). A result says what was met in files; it is no verdict.',
  })}</p>
<ul>${itemCounts(report).map(
    ([state, count]) => html`<li>${mark(page, itemStates[state])} ${count} · ${say(itemMeanings[state])}</li>
`,
  )}</ul>
<table class="wide items" role="table">
<caption>${say({ zh: '情形、结果、理由和人工核对的办法', en: 'Items, results, reasons, and how to check by hand' })}</caption>
<thead role="rowgroup"><tr role="row">${Object.values(COLUMNS).map((name) => html`<th scope="col" role="columnheader">${say(name)}</th>`)}</tr></thead>
${groups.map(
  (
    group,
  ) => html`<tbody role="rowgroup"><tr class="group" role="row"><th scope="rowgroup" colspan="4" role="rowheader">${say(group)}</th></tr>
${report.selfAssessment.filter((item) => item.group.zh === group.zh).map((item) => rowOf(page, item))}</tbody>
`,
)}</table>`;
}

function rowOf(page: Page, item: AssessmentItem): Markup {
  const { say } = page;
  return html`<tr role="row"${item.state === 'found' ? html` class="gap"` : undefined}>
<th scope="row" role="rowheader">${say(item.number)} ${say({ zh: item.words, en: item.summary.en })}</th>
<td role="cell">${inline(page, COLUMNS.state)}${mark(page, itemStates[item.state])}</td>
<td role="cell">${inline(page, COLUMNS.evidence)}${evidence(page, item)}<p class="soft">${say(item.why)}</p></td>
<td role="cell">${inline(page, COLUMNS.byHand)}${say(item.byHand)}</td>
</tr>
`;
}

function evidence(page: Page, { findings, waived, hidden, related, silent, incomplete, seen }: AssessmentItem): Markup {
  const { say } = page;
  const note = (zh: string, en: string, more?: Markup): Markup => html`<p>${say({ zh, en })}${more}</p>`;
  const names = silent.flatMap((id, index) => (index === 0 ? [code(id)] : [html`, `, code(id)]));
  return html`${findings.length > 0 ? html`<ul>${findingLinks(page, findings)}</ul>` : undefined}${
    waived.length > 0
      ? note(`已豁免 ${waived.length} 条，见“已豁免”。`, `${waived.length} waived, see Waived.`)
      : undefined
  }${hidden > 0 ? note(`另有 ${hidden} 条没有列出：低于所选级别，或改动之前就有。`, `${hidden} not shown: below the level, or older than the change.`) : undefined}${
    related.length > 0 ? html`${note('可以参考：', 'Bears on it:')}<ul>${findingLinks(page, related)}</ul>` : undefined
  }${silent.length > 0 ? note('没有应用的规则：', 'Rules that were not applied: ', html`${names}`) : undefined}${
    incomplete ? note('有文件没有读，见“未检查”。', 'Something was not read, see Not checked.') : undefined
  }${
    seen.length > 0
      ? html`${note('看到的：', 'Seen:')}<ul>${seen.map((each) => html`<li>${say(each.what)} ${quoted(page, each)} ${where(page, each)}</li>`)}</ul>`
      : undefined
  }`;
}
