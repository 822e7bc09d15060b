import type { Text } from '@mingshi/knowledge';
import type { PolicyStatement } from '@mingshi/model';
import { defineRule } from '../define-rule.ts';
import type { Wording } from '../define-rule.ts';
import { disclosureOf } from '../disclosure.ts';
import { isUnlocking, sensitiveUses, shortName } from '../permissions.ts';
import type { SensitiveUse } from '../permissions.ts';
import { isExplained } from '../purposes.ts';

/** `can`: what each of the permissions lets the app do. */
type Facts = { readonly permissions: readonly string[]; readonly can: readonly Text[] };

/** One sentence for each permission: each has a purpose of its own. */
const purpose: Wording<Facts> = {
  part: 'permissions',
  zh: (f) =>
    f.permissions
      .map((name, index) => `当您使用【功能】时，经您同意，我们会${f.can[index]?.zh}（${name} 权限），用于【目的】。`)
      .join('') + '您可以拒绝，不影响其他功能。',
  en: (f) =>
    f.permissions
      .map((name, index) => `When you use 【feature】 and with your consent, we ${f.can[index]?.en} (permission ${name}) in order to 【purpose】.`)
      .join(' ') + ' You may refuse; everything else keeps working.',
};

export default defineRule<{ noPurpose: Facts }>({
  id: 'permission-without-purpose',
  severity: 'warning',
  title: { zh: '提到了权限，没有说明目的', en: 'Permission named without a purpose' },
  needs: ['app', 'policy'],
  articles: [
    'csl#41.1', 'csl#22.3', 'csl#41.2', 'csl#64.1', 'pipl#6', 'pipl#17.1(2)', 'ndsr#21.1(2)',
    'app-violations-2019#2.3',
  ],
  cases: ['suzhou-2021-hospital-app', 'beijing-2020-pregnancy', 'hangzhou-2019-shopping', 'beijing-2020-notes'],
  messages: {
    noPurpose: {
      zh: (f) => `政策提到了权限（${f.permissions.join('、')}），没有说明用来做什么`,
      en: (f) => `The policy names ${f.permissions.join(', ')} but does not say what for`,
    },
  },
  suggestions: {
    purpose: {
      zh: () => '在这一句补上场景和目的：「当您使用【功能】时，经您同意，我们会申请【权限】，用于【目的】」。',
      en: () =>
        'Add the occasion and the purpose here: "When you use 【feature】 and with your consent, we ask for 【permission】 in ' +
        'order to 【purpose】."',
    },
  },
  paragraphs: { purpose },
  *check(comparison) {
    const unexplained = new Map<PolicyStatement, SensitiveUse[]>();
    const all = sensitiveUses(comparison);
    const requested = new Set(all.map(({ use }) => use.name));
    for (const sensitive of all) {
      // The name says what for.
      if (isUnlocking(sensitive.use.name)) continue;
      const { telling } = disclosureOf(comparison, sensitive.permission);
      const naming = telling.find((statement) => statement.permissions.length > 0);
      // Only data are told, not the permission: whether each kind of data has its purpose is another question.
      if (!naming || telling.some((statement) => isExplained(statement, requested, comparison.policy))) continue;
      unexplained.set(naming, [...(unexplained.get(naming) ?? []), sensitive]);
    }
    // One sentence that lists several permissions is mended in one place: one finding.
    for (const [statement, uses] of unexplained) {
      const names = [...new Set(uses.map(({ use }) => use.name))].toSorted();
      yield {
        message: 'noPurpose',
        about: names[0] ?? '',
        at: statement.at,
        related: uses.map(({ use }) => ({ at: use.at, note: 'request' })),
        confidence: 'medium',
        data: {
          permissions: names.map(shortName),
          can: names.flatMap((name) => uses.find(({ use }) => use.name === name)?.permission.can ?? []),
        },
      };
    }
  },
});
