import type { Text } from '@mingshi/knowledge';
import { categoryOf } from '../category.ts';
import { defineRule } from '../define-rule.ts';
import { disclosureOf } from '../disclosure.ts';
import { alsoRequested, isDebugOnly, origin, permissionFacts, sensitiveUses } from '../permissions.ts';
import type { PermissionFacts } from '../permissions.ts';

/** `necessary`: what the category needs, in the words of the rule. */
type Facts = PermissionFacts & { readonly category: Text; readonly necessary: Text };

export default defineRule<{ notNecessary: Facts }>({
  id: 'excessive-permission',
  severity: 'warning',
  title: { zh: '权限超出这类应用的必要范围', en: 'Permission beyond what such an app needs' },
  needs: ['app'],
  articles: [
    'csl#41.2', 'csl#22.3', 'csl#64.1', 'pipl#6', 'pipl#66.1', 'ndsr#22.1(1)', 'app-violations-2019#4.1',
    'tc260-20204a#3.2-a',
  ],
  cases: ['suzhou-2021-hospital-app', 'cac-2023-academic-database', 'hangzhou-2020-no-popup'],
  messages: {
    notNecessary: {
      zh: (f) => `申请${f.can.zh}（${f.permission}），可能超出「${f.category.zh}」应用的必要范围${origin.zh(f)}`,
      en: (f) =>
        `Asks to ${f.can.en} (${f.permission}), which may go beyond what a "${f.category.en}" app ` +
        `needs${origin.en(f)}`,
    },
  },
  suggestions: {
    remove: {
      zh: (f) =>
        `这类应用的必要个人信息：${f.necessary.zh}。用不到时去掉这个权限；有特殊而合理的场景时，在政策中写明，用户拒绝时不影响基本功能，并以 mingshi.yaml 中的豁免记下理由。`,
      en: (f) =>
        `What such an app needs: ${f.necessary.en}. Remove the permission if nothing needs it; where a special ` +
        'and reasonable use does, state it in the policy, keep the basic function when the user refuses, and note ' +
        'the reason as a waiver.',
    },
  },
  *check(comparison) {
    const category = categoryOf(comparison);
    // Without a category nothing can be called beyond it.
    if (!category) return;
    for (const sensitive of sensitiveUses(comparison)) {
      const { use, permission } = sensitive;
      // Not advised is what the practice guide says; a permission that it does not list is left alone.
      if (!category.notAdvised.includes(use.name)) continue;
      const { telling } = disclosureOf(comparison, permission);
      yield {
        message: 'notNecessary',
        about: use.name,
        at: use.at,
        related: [...telling.slice(0, 1).map(({ at }) => ({ at, note: 'statement' as const })), ...alsoRequested(use)],
        confidence: isDebugOnly(use) ? 'low' : 'medium',
        articles: [category.article],
        data: { ...permissionFacts(sensitive), category: category.name, necessary: category.necessary },
      };
    }
  },
});
