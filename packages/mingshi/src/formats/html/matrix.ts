import type { MatrixRow } from '../../report/report.ts';
import { code, html, theirs } from './markup.ts';
import type { Markup } from './markup.ts';
import { findingLinks, inline, mark, quoted, where } from './page.ts';
import type { Page } from './page.ts';
import { kindNames, policyStates, purposeStates, saidNames } from './words.ts';

const COLUMNS = {
  app: { zh: 'App 里有什么', en: 'What the app has' },
  data: { zh: '可以取得的信息', en: 'Data it opens' },
  policy: { zh: '政策怎么说', en: 'What the policy says' },
  purpose: { zh: '目的', en: 'Purpose' },
} as const;

/** Whether the policy leaves a row open: in whole, in part, or not at all. */
export function gapOf({ policy, purpose }: MatrixRow): 'gap' | 'half' | undefined {
  if (policy === 'silent' || policy === 'denied') return 'gap';
  return policy === 'passing' || (policy === 'told' && (purpose === 'vague' || purpose === 'none'))
    ? 'half'
    : undefined;
}

/** What the app can collect, row by row, beside what the policy says of it. */
export function matrixSection(page: Page): Markup {
  const { report, say } = page;
  const title = html`<h2 id="matrix">${say({ zh: '能收集什么 × 政策怎么说', en: 'What the app can collect × what the policy says' })}</h2>`;
  if (report.matrix.length === 0)
    return html`${title}<p>${say({
      zh: '读到的文件里没有会取得个人信息的权限、SDK 或调用。',
      en: 'The files read hold no permission, SDK or call that opens personal data.',
    })}</p>`;
  const several = report.apps.length > 1;
  const groups = report.apps.map(({ id, name }) => ({ id, name, rows: report.matrix.filter(({ app }) => app === id) }));
  const gaps = report.matrix.filter((row) => gapOf(row) === 'gap').length;
  return html`${title}
<table class="wide matrix" role="table">
<caption>${say({
    zh: `共 ${report.matrix.length} 项，其中 ${gaps} 项政策没有写到或声明不收集。只列会取得个人信息的。`,
    en: `${report.matrix.length} rows; in ${gaps} the policy is silent or denies it. Only what opens personal data is listed.`,
  })}</caption>
<thead role="rowgroup"><tr role="row">${Object.values(COLUMNS).map((name) => html`<th scope="col" role="columnheader">${say(name)}</th>`)}</tr></thead>
${groups
  .filter(({ rows }) => rows.length > 0)
  .map(
    ({ id, name, rows }) => html`<tbody role="rowgroup">${
      several
        ? html`<tr class="group" role="row"><th scope="rowgroup" colspan="4" role="rowheader">${theirs(name ?? id)} ${code(id)}</th></tr>`
        : undefined
    }
${rows.map((row) => rowOf(page, row))}</tbody>`,
  )}
</table>`;
}

function rowOf(page: Page, row: MatrixRow): Markup {
  const { say } = page;
  const gap = gapOf(row);
  const name = row.kind === 'permission' ? code(row.name.slice(row.name.lastIndexOf('.') + 1)) : undefined;
  const more = row.places - row.at.length;
  return html`<tr role="row"${gap ? html` class="${gap}"` : undefined}>
<th scope="row" role="rowheader"><span class="soft">${say(kindNames[row.kind])}</span> ${say(row.title)}${name ? html`<br>${name}` : undefined}
${row.calls.length > 0 ? html`<ul>${row.calls.slice(0, 3).map((call) => html`<li>${code(call)}</li>`)}</ul>` : undefined}
<ul>${row.at.map((place) => html`<li>${where(page, place)}</li>`)}${more > 0 ? html`<li class="soft">${say({ zh: `另有 ${more} 处`, en: `${more} more places` })}</li>` : undefined}</ul></th>
<td role="cell">${inline(page, COLUMNS.data)}<ul>${row.data.map((data) => html`<li>${say(data.name)}</li>`)}</ul></td>
<td role="cell">${inline(page, COLUMNS.policy)}${mark(page, policyStates[row.policy])}
<ul>${row.says.map((each) => html`<li><span class="soft">${say(saidNames[each.how])}</span>${quoted(page, each)} ${where(page, each)}</li>`)}</ul>
${findings(page, row)}</td>
<td role="cell">${inline(page, COLUMNS.purpose)}${purposes(page, row)}</td>
</tr>
`;
}

function findings(page: Page, { findings: indexes, waived }: MatrixRow): Markup {
  const { say } = page;
  const silenced =
    waived.length > 0
      ? html`<p class="soft">${say({ zh: `已豁免 ${waived.length} 条`, en: `${waived.length} waived` })}</p>`
      : undefined;
  const shown =
    indexes.length > 0
      ? html`<p class="soft">${say({ zh: '发现：', en: 'findings:' })}</p><ul>${findingLinks(page, indexes)}</ul>`
      : undefined;
  return html`${shown}${silenced}`;
}

function purposes(page: Page, { policy, purpose, says }: MatrixRow): Markup {
  if (policy !== 'told') return html`<span aria-hidden="true">—</span>`;
  const words = [...new Set(says.flatMap((each) => each.purposes))];
  return html`${mark(page, purposeStates[purpose])}${words.length > 0 ? html`<ul>${words.map((each) => html`<li>${theirs(each)}</li>`)}</ul>` : undefined}`;
}
