import type { Article, Language, Law } from '@mingshi/knowledge';
import type { Rule } from '@mingshi/model';
import { articleName, lawName } from '../report/citing.ts';
import { html } from '../formats/html/markup.ts';
import type { Markup } from '../formats/html/markup.ts';
import type { Source } from './source.ts';

/** The articles that rules cite, law by law, with the rules that cite them. */
export function lawsPage({ knowledge, groups }: Source, language: Language): Markup {
  const citing = new Map<string, Rule[]>();
  for (const rule of groups.flatMap(({ rules }) => rules)) {
    for (const id of rule.articles) citing.set(id, [...(citing.get(id) ?? []), rule]);
  }
  const laws = knowledge.laws.filter(({ articles }) => articles.some(({ id }) => citing.has(id)));
  const head = { zh: ['条文', '说什么', '引用它的规则'], en: ['Article', 'What it says', 'Rules that cite it'] }[language];
  const row = (article: Article, law: Law): Markup => {
    const rules = (citing.get(article.id) ?? []).map((rule) => html`<li><a href="rules/${rule.id}.html">${rule.title[language]}</a></li>`);
    return html`<tr><th scope="row">${articleName(article, law)[language]}</th><td>${article.summary[language]}</td><td><span class="inline">${head[2]}</span><ul>${rules}</ul></td></tr>
`;
  };
  const section = (law: Law): Markup => html`<h2 id="${law.id}">${lawName(law)[language]}</h2>
<table class="wide articles"><caption>${law.title[language]}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${law.articles.filter(({ id }) => citing.has(id)).map((article) => row(article, law))}</tbody></table>
`;
  const intro = {
    zh: '下面是各条规则引用的条文。《网络安全法》2026 年 1 月 1 日起条号有变，两个条号都写出。原文用 mingshi explain 查看，例如 mingshi explain 网络安全法第四十三条。',
    en: 'The articles that rules cite. The Cybersecurity Law was renumbered on 1 January 2026; both numbers are given. mingshi explain shows the words, for example mingshi explain csl#41.1.',
  }[language];
  return html`<h1>${{ zh: '法规', en: 'Laws' }[language]}</h1>
<p>${intro}</p>
<ul>${laws.map((law) => html`<li><a href="#${law.id}">${law.title[language]}</a></li>`)}</ul>
${laws.map(section)}`;
}
