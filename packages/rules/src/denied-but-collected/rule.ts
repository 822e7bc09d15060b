import { callPlaces, callsBy } from '../calls.ts';
import { defineRule } from '../define-rule.ts';
import { disclosureOf } from '../disclosure.ts';
import { alsoRequested, isDebugOnly, isUnlocking, origin, permissionFacts, sensitiveUses } from '../permissions.ts';
import type { PermissionFacts } from '../permissions.ts';

export default defineRule<{ denied: PermissionFacts }>({
  id: 'denied-but-collected',
  severity: 'error',
  title: { zh: '政策说不收集，应用却申请权限', en: 'The policy denies what the app asks for' },
  needs: ['app', 'policy'],
  articles: [
    'csl#41.2', 'csl#41.1', 'csl#64.1', 'pipl#5', 'pipl#7', 'pipl#66.1', 'ndsr#22.1(4)', 'app-violations-2019#3.9',
    'app-violations-2019#3.3',
  ],
  cases: ['chongqing-2020-live-streaming', 'beijing-2020-cleaner'],
  messages: {
    denied: {
      zh: (f) => `申请${f.can.zh}（${f.permission}），政策却说不会${origin.zh(f)}`,
      en: (f) => `Asks to ${f.can.en} (${f.permission}), which the policy denies${origin.en(f)}`,
    },
  },
  suggestions: {
    agree: {
      zh: (f) =>
        `两边改成一致：从清单中去掉 ${f.permission}；或改写政策中的那一句：「当您使用【功能】时，经您同意，我们会${f.can.zh}，用于【目的】」。`,
      en: (f) =>
        `Make both sides agree: remove ${f.permission} from the manifest, or rewrite the sentence: "When you use ` +
        `【feature】 and with your consent, we ${f.can.en} in order to 【purpose】."`,
    },
  },
  *check(comparison) {
    for (const sensitive of sensitiveUses(comparison)) {
      const { use, permission } = sensitive;
      const { telling, denying } = disclosureOf(comparison, permission);
      const denial = denying[0];
      // A policy that tells the data in one place and denies them in another has told them; which holds is for its
      // author.
      if (!denial || telling.length > 0) continue;
      // "We do not collect your fingerprint" is just what unlocking by the system does.
      if (isUnlocking(use.name)) continue;
      const calls = callsBy(comparison, sensitive);
      yield {
        message: 'denied',
        about: use.name,
        at: use.at,
        related: [{ at: denial.at, note: 'denial' }, ...callPlaces(calls), ...alsoRequested(use)],
        confidence: isDebugOnly(use) ? 'low' : use.addedBy === undefined || calls.length > 0 ? 'high' : 'medium',
        data: permissionFacts(sensitive),
      };
    }
  },
});
