import { byFile } from '../words.ts';
import type { Place, Report, ReportFinding } from '../../report/report.ts';
import { pointer } from '../words.ts';
import { code, html, theirs } from './markup.ts';
import type { Markup, Tongue } from './markup.ts';
import type { State } from './words.ts';

/** What all parts of the page share. */
export interface Page {
  readonly report: Report;
  readonly say: Tongue['say'];
  /** The findings in the order in which the page shows them. */
  readonly files: ReturnType<typeof byFile>;
  /** The number that the page gives to a finding of the report, by its index. */
  readonly numberOf: (index: number) => number;
}

/** The page of a report. */
export function pageOf(report: Report, say: Tongue['say']): Page {
  const files = byFile(report);
  const order = new Map(files.flatMap(({ findings }) => findings).map((finding, index) => [finding, index + 1]));
  return { report, say, files, numberOf: (index) => order.get(report.findings[index] as ReportFinding) ?? 0 };
}

/** A state, told by words and a sign; the colour only repeats it. */
export const mark = ({ say }: Page, { name, look }: State): Markup =>
  html`<span class="mark ${look}">${say(name)}</span>`;

/** Where something stands. */
export const where = ({ say }: Page, place: Place): Markup =>
  say((language) => html`<span class="soft">${code(pointer(place, language))}</span>`);

/** Words of a checked file, marked with their language where that is known; where there are none, nothing. */
export function quoted({ report }: Page, { path, quote, excerpt }: Place): Markup {
  const words = quote ?? excerpt;
  if (words === undefined || words === '') return html``;
  const language = report.policies.find((file) => file.path === path)?.language;
  const tag = language === undefined ? undefined : LANGUAGES[language];
  return tag === undefined ? html`<q>${theirs(words)}</q>` : html`<q lang="${tag}">${theirs(words)}</q>`;
}

const LANGUAGES: Readonly<Record<string, string>> = { zh: 'zh-CN', 'zh-Hant': 'zh-Hant', en: 'en' };

/** Links that are spelled out; the others are numbers. */
const SPELLED = 3;

/** Links to findings by their numbers, with their words for the first of them. */
export function findingLinks(page: Page, indexes: readonly number[]): readonly Markup[] {
  const { report, say, numberOf } = page;
  const link = (index: number): Markup => html`<a href="#f${numberOf(index)}">${numberOf(index)}</a>`;
  const ordered = indexes.toSorted((a, b) => numberOf(a) - numberOf(b));
  const rest = ordered.slice(SPELLED);
  const tail = rest.flatMap((index, at) => (at === 0 ? [link(index)] : [html`, `, link(index)]));
  return [
    ...ordered.slice(0, SPELLED).flatMap((index) => {
      const finding = report.findings[index];
      return finding ? [html`<li>${link(index)} ${say(finding.message)}</li>`] : [];
    }),
    ...(tail.length > 0 ? [html`<li>${say({ zh: '以及 ', en: 'and ' })}${tail}</li>`] : []),
  ];
}

/** A column's name inside a cell, for windows too narrow for columns. */
export const inline = ({ say }: Page, name: { readonly zh: string; readonly en: string }): Markup =>
  html`<span class="inline" aria-hidden="true">${say(name)}</span>`;
