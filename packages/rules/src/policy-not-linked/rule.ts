import type { App, Location } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';

type Facts = { readonly files: number };

/** Fewer files than these are a part of an app, and the link stands in another. */
const ENOUGH_FILES = 3;

export default defineRule<{ unlinked: Facts }>({
  id: 'policy-not-linked',
  severity: 'warning',
  title: { zh: '应用里没有通往政策的入口', en: 'The app does not lead to its policy' },
  needs: ['app', 'code', 'policy'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#17.1', 'ndsr#21.1', 'app-violations-2019#1.2', 'app-violations-2019#1.3'],
  cases: ['hangzhou-2020-no-popup', 'cverc-2025-16-apps', 'cverc-2025-69-apps'],
  messages: {
    unlinked: {
      zh: (f) => `${f.files} 个源文件和资源里，没有看到「隐私政策」字样或它的地址`,
      en: (f) => `Neither the words "privacy policy" nor its address were seen in ${f.files} source files and the resources`,
    },
  },
  suggestions: {
    link: {
      zh: () => '首次运行时弹窗提示阅读隐私政策；在「设置」或「我的」里放入口，从主界面点击不超过 4 次就能看到。',
      en: () => 'Show the policy in a dialog on first run, and link to it from the settings, at most four taps from the main screen.',
    },
  },
  *check({ app }) {
    for (const each of app.apps) {
      const { code } = each;
      const at = entrance(each);
      if (code.policyLinks.length > 0 || code.files.found < ENOUGH_FILES || !at) continue;
      yield {
        message: 'unlinked',
        about: 'policy-link',
        at,
        // The text may come from a server or a library.
        confidence: 'medium',
        data: { files: code.files.found },
      };
    }
  },
});

/** Where a user comes in: the first screen, else the file that describes the app. */
function entrance({ components, manifests }: App): Location | undefined {
  const screen = components.find(({ actions }) => actions.includes('android.intent.action.MAIN'));
  const manifest = manifests.find(({ role }) => role !== 'library');
  return screen?.at ?? (manifest && { file: manifest.path, start: 0, end: 0 });
}
