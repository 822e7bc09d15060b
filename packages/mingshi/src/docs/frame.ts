import type { Language, Text } from '@mingshi/knowledge';
import { html, TAGS } from '../formats/html/markup.ts';
import type { Markup } from '../formats/html/markup.ts';

/** A page of the documentation. */
export interface Page {
  readonly language: Language;
  /** Below the language's folder: `rules/undisclosed-sdk.html`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly main: Markup;
}

/** The pages that every page leads to. */
const places: readonly (readonly [string, Text])[] = [
  ['index.html', { zh: '首页', en: 'Start' }],
  ['guides.html', { zh: '指南', en: 'Guides' }],
  ['rules.html', { zh: '规则', en: 'Rules' }],
  ['laws.html', { zh: '法规', en: 'Laws' }],
  ['commands.html', { zh: '命令', en: 'Commands' }],
  ['guides/api.html', { zh: 'API', en: 'API' }],
];

/** The way from a page up to its language's folder. */
const up = (path: string): string => '../'.repeat(path.split('/').length - 1);

/** The whole page: nothing in it acts, and it asks for nothing but its style. */
export function framed({ language, path, title, description, main }: Page, version: string): string {
  const say = (text: Text): string => text[language];
  const other = { zh: 'en', en: 'zh' }[language] as Language;
  const home = up(path);
  const section = path.includes('/') && path !== 'guides/api.html' ? `${path.split('/')[0]}.html` : path;
  const links = places.map(
    ([to, name]) =>
      html`<li><a href="${home}${to}"${to === section ? html` aria-current="${to === path ? 'page' : 'true'}"` : undefined}>${say(name)}</a></li>`,
  );
  const { markup } = html`<!doctype html>
<html lang="${TAGS[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${description}">
<title>${title === 'mingshi' ? title : `${title} · mingshi`}</title>
<link rel="stylesheet" href="${home}../style.css">
<link rel="alternate" hreflang="${TAGS[other]}" href="${home}../${other}/${path}">
</head>
<body>
<a class="skip" href="#main">${say({ zh: '跳到正文', en: 'Skip to the text' })}</a>
<header>
<div class="top"><p><a class="brand" href="${home}index.html">${say({ zh: '明示 mingshi', en: 'mingshi 明示' })}</a></p>
<p><a href="${home}../${other}/${path}" lang="${TAGS[other]}" hreflang="${TAGS[other]}">${{ zh: 'English', en: '中文' }[language]}</a></p></div>
<nav aria-label="${say({ zh: '文档', en: 'Documentation' })}"><ul>${links}</ul></nav>
</header>
<main id="main">
${main}
</main>
<footer><p>${say({
    zh: '明示只说在文件中看到了什么、规定是怎么写的，是否构成违规由主管部门认定。',
    en: 'mingshi says what it saw in files and what the rules say; whether there is a breach, the authority decides.',
  })}</p><p class="soft">mingshi ${version}</p></footer>
</body>
</html>
`;
  return markup;
}
