import type { Language } from '@mingshi/knowledge';
import { html } from '../formats/html/markup.ts';
import type { Markup } from '../formats/html/markup.ts';
import { commandsPage } from './commands-page.ts';
import { framed } from './frame.ts';
import type { Page } from './frame.ts';
import { guideCards, guidePage, guidesPage, headOf } from './guides-page.ts';
import { lawsPage } from './laws-page.ts';
import { slug } from './markdown.ts';
import { rulePage } from './rule-page.ts';
import { rulesPage } from './rules-page.ts';
import { summaryOf } from './source.ts';
import type { Source } from './source.ts';
import { style } from './style.ts';

/** The documentation in both languages: text of each file by its path. It needs no network and no script. */
export function site(source: Source): ReadonlyMap<string, string> {
  const pages = (['zh', 'en'] as const).flatMap((language) => pagesIn(language, source));
  return new Map([
    ['index.html', door()],
    ['style.css', style],
    ...pages.map((page) => [`${page.language}/${page.path}`, framed(page, source.version)] as const),
  ]);
}

function pagesIn(language: Language, source: Source): readonly Page[] {
  const page = (path: string, title: string, description: string, main: Markup): Page => ({
    language,
    path,
    title,
    description,
    main,
  });
  const name = (zh: string, en: string): string => ({ zh, en })[language];
  const about = name('对照移动应用与它的隐私政策', 'Hold a mobile app against its privacy policy, and both against the law');
  return [
    page('index.html', 'mingshi', about, startPage(source, language)),
    page('guides.html', name('指南', 'Guides'), about, guidesPage(source, language)),
    page('rules.html', name('规则', 'Rules'), about, rulesPage(source, language)),
    page('laws.html', name('法规', 'Laws'), about, lawsPage(source, language)),
    page('commands.html', name('命令', 'Commands'), about, commandsPage(language)),
    ...[...source.guides[language]].map(([guide, text]) => {
      const { title, lead } = headOf(text);
      return page(`guides/${guide}.html`, title, lead, guidePage(text));
    }),
    ...source.groups
      .flatMap(({ rules }) => rules)
      .map((rule) =>
        page(
          `rules/${rule.id}.html`,
          rule.title[language],
          summaryOf(source.pages[rule.id] ?? '', language),
          rulePage(rule, source, language),
        ),
      ),
  ];
}

function startPage(source: Source, language: Language): Markup {
  const text = {
    zh: {
      title: '明示：对照应用与隐私政策',
      what: '读安卓应用的清单、构建文件、源代码和隐私政策的文字，逐条指出不一致的地方和写得不够的地方，并引用法规。不联网，不运行被检查的项目。',
      guides: '从这里开始',
      rules: '检查什么',
    },
    en: {
      title: 'mingshi: an app held against its privacy policy',
      what: 'It reads manifests, build files and source code of an Android app and the text of its privacy policy, tells where they disagree or where the policy falls short, and cites the law. It never goes to the network and runs nothing of the project.',
      guides: 'Where to begin',
      rules: 'What it checks',
    },
  }[language];
  return html`<h1>${text.title}</h1>
<p>${text.what}</p>
<h2 id="guides">${text.guides}</h2>
${guideCards(source, language)}
<h2 id="rules">${text.rules}</h2>
<ul>${source.groups.map(
    ({ title, rules }) =>
      html`<li><a href="rules.html#${slug(title[language])}">${title[language]}</a>${{ zh: `，${rules.length} 条`, en: `, ${rules.length} rules` }[language]}</li>`,
  )}</ul>`;
}

/** Where both languages begin. */
const door = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>mingshi · 明示</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<header><p class="brand">mingshi · 明示</p></header>
<main id="main">
<h1><span lang="zh-CN">文档</span> · Documentation</h1>
<ul class="cards">
<li lang="zh-CN"><a href="zh/index.html" hreflang="zh-CN">中文</a><p class="soft">对照移动应用与它的隐私政策</p></li>
<li><a href="en/index.html" hreflang="en">English</a><p class="soft">Hold a mobile app against its privacy policy</p></li>
</ul>
</main>
<footer><p class="soft">mingshi</p></footer>
</body>
</html>
`;
