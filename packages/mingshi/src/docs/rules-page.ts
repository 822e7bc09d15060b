import type { Language, Text } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { basisParts } from '../report/citing.ts';
import { code, html } from '../formats/html/markup.ts';
import type { Markup } from '../formats/html/markup.ts';
import { severityNames } from '../formats/words.ts';
import { slug } from './markdown.ts';
import { citationsOf, summaryOf } from './source.ts';
import type { Source } from './source.ts';

/** How bad a rule's findings are: by words, the colour only repeats it. */
export const severityMark = ({ severity }: Rule, language: Language): Markup =>
  html`<span class="mark ${severity}">${severityNames[severity][language]}</span>`;

/** The law that a rule cites first, by its numbers of today and before. */
export const firstBasis = (rule: Rule, { knowledge }: Pick<Source, 'knowledge'>): Text =>
  basisParts(citationsOf(rule, knowledge))[0]?.full ?? { zh: '', en: '' };

const columns = {
  zh: ['规则', '级别', '发现什么', '依据（其余见各页）'],
  en: ['Rule', 'Level', 'What it finds', 'Basis (the rest on its page)'],
} as const;

/** The rules by group; addresses are relative to `home`. */
function rulesTables(source: Source, language: Language, home: string): readonly Markup[] {
  const head = columns[language];
  return source.groups.map(({ title, rules }) => {
    const row = (rule: Rule): Markup => html`<tr><th scope="row"><a href="${home}rules/${rule.id}.html">${rule.title[language]}</a> ${code(rule.id)}</th>
<td>${severityMark(rule, language)}</td><td>${summaryOf(source.pages[rule.id] ?? '', language)}</td><td><span class="inline">${head[3]}</span>${firstBasis(rule, source)[language]}</td></tr>
`;
    return html`<h2 id="${slug(title[language])}">${title[language]}</h2>
<table class="wide rules"><caption>${language === 'zh' ? `${rules.length} 条` : `${rules.length} rules`}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rules.map(row)}</tbody></table>
`;
  });
}

/** All rules on one page. */
export function rulesPage(source: Source, language: Language): Markup {
  const intro = {
    zh: '级别说多要紧，每条发现另有置信度说多有把握。级别可以在 mingshi.yaml 里改，也可以关掉一条规则。',
    en: 'The level says how bad it is; each finding also says how sure it is. mingshi.yaml changes levels and switches rules off.',
  }[language];
  return html`<h1>${{ zh: '规则', en: 'Rules' }[language]}</h1>
<p>${intro}</p>
${rulesTables(source, language, '')}`;
}
