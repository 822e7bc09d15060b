import type { Language } from '@mingshi/knowledge';
import { commands } from '../arguments.ts';
import { html } from '../formats/html/markup.ts';
import type { Markup } from '../formats/html/markup.ts';
import { helpText } from '../help.ts';

/** The command's own help, all of it. */
export function commandsPage(language: Language): Markup {
  const sections = Object.keys(commands).map(
    (name) => html`<h2 id="${name}">mingshi ${name}</h2>
<pre><code>${helpText(language, name)}</code></pre>
`,
  );
  return html`<h1>${{ zh: '命令', en: 'Commands' }[language]}</h1>
<pre><code>${helpText(language)}</code></pre>
${sections}`;
}
