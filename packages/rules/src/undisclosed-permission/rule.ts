import type { Confidence, MentionSign, Related } from '@mingshi/model';
import { callPlaces, callsBy } from '../calls.ts';
import { categoryOf } from '../category.ts';
import { defineRule, toAdd } from '../define-rule.ts';
import type { Sentence, Wording } from '../define-rule.ts';
import { disclosureOf } from '../disclosure.ts';
import { isTold } from '../elements.ts';
import { alsoRequested, isDebugOnly, origin, permissionFacts, sensitiveUses } from '../permissions.ts';
import type { PermissionFacts, SensitiveUse } from '../permissions.ts';

/** `close`: the words of the closest statement that speak of something else. */
type Facts = PermissionFacts & { readonly close?: string };
/** `how` the words `close`, which are of its own data, stand there without telling of it. */
type Mentioned = Facts & { readonly close: string; readonly how: MentionSign['how'] };

/** What a user decides on: the feature, what it opens, what for, and that refusing is harmless. */
const asked: Wording<Facts> = {
  part: 'permissions',
  zh: (f) => `当您使用【功能】时，经您同意，我们会${f.can.zh}（${f.permission} 权限），用于【目的】。您可以拒绝，不影响其他功能。`,
  en: (f) =>
    `When you use 【feature】 and with your consent, we ${f.can.en} (permission ${f.permission}) in order to 【purpose】. ` +
    'You may refuse; everything else keeps working.',
};

/** The system asks nobody for these, and nobody can refuse them. */
const unasked: Wording<Facts> = {
  part: 'permissions',
  zh: (f) => `当您使用【功能】时，我们会${f.can.zh}（${f.permission} 权限），用于【目的】。`,
  en: (f) => `When you use 【feature】, we ${f.can.en} (permission ${f.permission}) in order to 【purpose】.`,
};

const MENTIONED: Readonly<Record<MentionSign['how'], Sentence<{ readonly close: string }>>> = {
  definition: {
    zh: ({ close }) => `「${close}」只出现在定义里，没有说会收集`,
    en: ({ close }) => `"${close}" only stands in a definition, which does not say that it is collected`,
  },
  later: {
    zh: ({ close }) => `只说以后更新需要「${close}」时再征求同意`,
    en: ({ close }) => `it only says that consent would be asked for should an update need "${close}"`,
  },
  'switch-off': {
    zh: ({ close }) => `只说可以关闭「${close}」，没有说何时使用、用来做什么`,
    en: ({ close }) => `it only says that "${close}" can be switched off, not when and what for it is used`,
  },
};

export default defineRule<{ silent: Facts; close: Facts & { readonly close: string }; mentioned: Mentioned }>({
  id: 'undisclosed-permission',
  severity: 'error',
  title: { zh: '申请的权限没有告知', en: 'Undisclosed permission' },
  needs: ['app', 'policy'],
  articles: [
    'csl#41.1', 'csl#22.3', 'csl#64.1', 'pipl#7', 'pipl#17.1(2)', 'pipl#66.1', 'ndsr#21.1(2)',
    'app-violations-2019#2.1', 'app-violations-2019#3.3',
  ],
  cases: [
    'chongqing-2020-live-streaming', 'chongqing-2020-public-service', 'beijing-2020-cleaner',
    'beijing-2020-pregnancy',
  ],
  messages: {
    silent: {
      zh: (f) => `申请${f.can.zh}（${f.permission}），政策没有告知${origin.zh(f)}`,
      en: (f) => `Asks to ${f.can.en} (${f.permission}); the policy does not disclose it${origin.en(f)}`,
    },
    close: {
      zh: (f) => `申请${f.can.zh}（${f.permission}），政策没有告知，只说到「${f.close}」${origin.zh(f)}`,
      en: (f) =>
        `Asks to ${f.can.en} (${f.permission}); the policy does not disclose it, only "${f.close}"${origin.en(f)}`,
    },
    mentioned: {
      zh: (f) => `申请${f.can.zh}（${f.permission}），政策没有告知：${MENTIONED[f.how].zh(f)}${origin.zh(f)}`,
      en: (f) =>
        `Asks to ${f.can.en} (${f.permission}); the policy does not disclose it: ${MENTIONED[f.how].en(f)}${origin.en(f)}`,
    },
  },
  suggestions: {
    tell: toAdd(asked, { zh: '用不到时，从清单中去掉该权限。', en: 'If nothing needs it, remove the permission.' }),
    plain: toAdd(unasked, { zh: '用不到时，从清单中去掉该权限。', en: 'If nothing needs it, remove the permission.' }),
    // A line that the app does not have cannot be deleted.
    added: toAdd(asked, {
      zh: '用不到时，在自己的清单中以 tools:node="remove" 去掉它，或者换掉该依赖。',
      en: 'If nothing needs it, take it out with tools:node="remove" in your own manifest, or replace the dependency.',
    }),
    remove: {
      zh: (f) => `这类 App 一般用不到 ${f.permission}：先考虑从清单中去掉；确有需要，再${toAdd(asked).zh(f)}`,
      en: (f) =>
        `An app of this category seldom needs ${f.permission}: consider removing it first. If a feature does ` +
        `need it, add: "${asked.en(f)}"`,
    },
    // What no user gets is nothing that a policy tells them.
    unshipped: {
      zh: (f) => `发布版不申请的，政策不必写：确认 ${f.variants.join('、')} 变体不会发布，并让 ${f.permission} 留在它的清单里。`,
      en: (f) =>
        `The policy need not disclose what the release does not ask for: make sure that ${f.variants.join(', ')} is never ` +
        `published, and keep ${f.permission} in its manifest alone.`,
    },
  },
  paragraphs: { tell: asked, plain: unasked, added: asked, remove: asked },
  *check(comparison) {
    const notAdvised = categoryOf(comparison)?.notAdvised ?? [];
    for (const sensitive of sensitiveUses(comparison)) {
      const { use, permission } = sensitive;
      const { telling, denying, closest, mentioned, nothing } = disclosureOf(comparison, permission);
      // Told, or denied: a denial is another finding (denied-but-collected), and one is enough.
      if (telling.length > 0 || denying.length > 0) continue;
      const calls = callsBy(comparison, sensitive);
      const nearest = mentioned?.quote ?? closest;
      const near: readonly Related[] = nearest ? [{ at: nearest.at, note: 'closest-statement' }] : [];
      const denial: readonly Related[] = nothing ? [{ at: nothing, note: 'denial' }] : [];
      const found = {
        about: use.name,
        at: use.at,
        related: [...(near.length > 0 ? near : denial), ...callPlaces(calls), ...alsoRequested(use)],
        confidence: confidenceOf(
          sensitive,
          calls.length > 0,
          // Whoever may switch it off was told that it is asked for, if not what for.
          mentioned?.how === 'switch-off' || isTold(comparison.policy, 'local-only'),
        ),
        suggestion: suggestionFor(sensitive, notAdvised),
      };
      const facts = permissionFacts(sensitive);
      if (mentioned) {
        yield { ...found, message: 'mentioned', data: { ...facts, close: mentioned.quote.text, how: mentioned.how } };
      } else if (closest) {
        yield { ...found, message: 'close', data: { ...facts, close: closest.words } };
      } else yield { ...found, message: 'silent', data: facts };
    }
  },
});

function suggestionFor({ use, permission }: SensitiveUse, notAdvised: readonly string[]): string {
  if (isDebugOnly(use)) return 'unshipped';
  if (notAdvised.includes(use.name)) return 'remove';
  if (use.addedBy !== undefined && permission.protection !== 'normal') return 'added';
  return permission.protection === 'normal' ? 'plain' : 'tell';
}

/**
 * The request is a fact; that the data are taken shows a call alone. That they leave the device nothing shows, and less so
 * where the policy keeps them there.
 */
function confidenceOf({ use, permission }: SensitiveUse, isCalled: boolean, isLess: boolean): Confidence {
  if (isDebugOnly(use)) return 'low';
  return (isCalled || (permission.risk === 'high' && use.addedBy === undefined)) && !isLess ? 'high' : 'medium';
}
