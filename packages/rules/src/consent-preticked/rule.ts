import { defineRule } from '../define-rule.ts';

type Facts = { readonly words: string };

export default defineRule<{ ticked: Facts; state: Facts }>({
  id: 'consent-preticked',
  severity: 'error',
  title: { zh: '默认勾选同意', en: 'Consent ticked beforehand' },
  needs: ['code'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#14.1', 'pipl#66.1', 'app-violations-2019#3.4'],
  cases: ['beijing-2024-dictionary'],
  messages: {
    ticked: {
      zh: (f) => `「${f.words}」默认已勾选：同意应由用户自己作出`,
      en: (f) => `"${f.words}" is ticked from the start: agreeing is for the user to do`,
    },
    state: {
      zh: (f) => `${f.words} 的初始值为“是”：同意应由用户自己作出`,
      en: (f) => `${f.words} begins with yes: agreeing is for the user to do`,
    },
  },
  suggestions: {
    untick: {
      zh: () => '默认不勾选；用户未勾选就点下一步时，再提示阅读并同意。',
      en: () => 'Leave it unticked; when users go on without it, ask them to read and agree.',
    },
  },
  *check({ app }) {
    for (const { code } of app.apps) {
      for (const { text, at } of code.tickedBoxes) {
        // The state of something else may bear such a name; words on the screen leave no doubt.
        const isName = /^[\w.]+$/.test(text);
        yield {
          message: isName ? 'state' : 'ticked',
          about: `box-${short(text)}`,
          at,
          confidence: isName ? 'medium' : 'high',
          data: { words: text.length > 40 ? `${text.slice(0, 40)}…` : text },
        };
      }
    }
  },
});

function short(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40).replaceAll(/^-|-$/g, '').toLowerCase();
}
