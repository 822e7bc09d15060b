import type { Language } from '@mingshi/knowledge';
import { html } from '../formats/html/markup.ts';
import type { Markup } from '../formats/html/markup.ts';
import { rendered } from './markdown.ts';
import type { Source } from './source.ts';

/** A guide's title and its first sentence, for lists. */
export function headOf(guide: string): { readonly title: string; readonly lead: string } {
  const text = withoutSwitch(guide);
  const [, title = ''] = /^# (.+)$/m.exec(text) ?? [];
  const [, lead = ''] = /^# .+\n+(?:<!--.*-->\n+)*(.+(?:\n.+)*)/m.exec(text) ?? [];
  const plain = lead.replaceAll('\n', ' ').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
  return { title, lead: /^.+?(?:。|[.](?= |$))/.exec(plain)?.[0] ?? plain };
}

/** The line that leads to the other language on GitHub: here every page has its own. */
const withoutSwitch = (guide: string): string => guide.replace(/^\[(?:English|中文)\]\([^)]*\)\n/m, '');

/** One guide. */
export const guidePage = (guide: string): Markup => rendered(withoutSwitch(guide), { link: linkFromGuide });

/** Where a link between files of the repository leads among the pages; what has no page stays plain words. */
function linkFromGuide(target: string): string | undefined {
  if (/^(?:https?:|#)/.test(target)) return target;
  const [path = '', fragment] = target.split('#');
  const hash = fragment === undefined ? '' : `#${fragment}`;
  const [, guide] = /^(?:\.\/)?([\w-]+)\.md$/.exec(path) ?? [];
  if (guide !== undefined) return `${guide}.html${hash}`;
  const [, rule] = /rules\/src\/([\w-]+)\/README\.md$/.exec(path) ?? [];
  if (rule !== undefined) return `../rules/${rule}.html`;
  if (path.endsWith('rules/README.md')) return '../rules.html';
  return undefined;
}

/** The guides as a list. */
export function guideCards({ guides }: Source, language: Language): Markup {
  const cards = [...guides[language]].map(([name, text]) => {
    const { title, lead } = headOf(text);
    return html`<li><a href="guides/${name}.html">${title}</a><p class="soft">${lead}</p></li>`;
  });
  return html`<ul class="cards">${cards}</ul>`;
}

/** All guides. */
export const guidesPage = (source: Source, language: Language): Markup =>
  html`<h1>${{ zh: '指南', en: 'Guides' }[language]}</h1>
${guideCards(source, language)}`;
