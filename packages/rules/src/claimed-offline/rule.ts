import { defineRule } from '../define-rule.ts';
import { told } from '../elements.ts';
import { alsoRequested, isDebugOnly, isForInternet } from '../permissions.ts';

type Facts = { readonly addedBy: string };

export default defineRule<{ online: Facts }>({
  id: 'claimed-offline',
  severity: 'warning',
  title: { zh: '政策说不联网，应用却申请联网', en: 'The policy says offline, the app asks for the internet' },
  needs: ['app', 'policy'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#17.1', 'pipl#7'],
  cases: [],
  messages: {
    online: {
      zh: (f) => `政策说应用不联网，清单却申请了联网权限（INTERNET${f.addedBy && `，由依赖 ${f.addedBy} 带入`}）`,
      en: (f) =>
        `The policy says that the app does not go online; the manifest asks for the internet (INTERNET${f.addedBy && `, added by ${f.addedBy}`})`,
    },
  },
  suggestions: {
    agree: {
      zh: () =>
        '两边改成一致：确实不联网的，从清单中去掉 INTERNET，由依赖带入的用 tools:node="remove" 去掉；会联网的，改写政策中的那一句，写明什么时候联网、传出什么信息。',
      en: () =>
        'Make both sides agree: if the app does not go online, remove INTERNET from the manifest, with tools:node="remove" where a ' +
        'library brings it; if it does, rewrite the sentence and say when it goes online and what it sends.',
    },
  },
  *check({ app, policy }) {
    const claim = told(policy, 'offline');
    if (!claim) return;
    for (const { permissions } of app.apps) {
      const use = permissions.find(isForInternet);
      if (!use || isDebugOnly(use)) continue;
      yield {
        message: 'online',
        about: use.name,
        at: use.at,
        related: [{ at: claim.quote.at, note: 'denial' }, ...alsoRequested(use)],
        // A library may ask for what the app never uses.
        confidence: use.addedBy === undefined ? 'high' : 'medium',
        data: { addedBy: use.addedBy ?? '' },
      };
    }
  },
});
