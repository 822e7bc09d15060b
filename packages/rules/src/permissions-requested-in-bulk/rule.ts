import type { Comparison } from '@mingshi/model';
import { findPermission } from '@mingshi/knowledge';
import { stepsOf } from '../calls.ts';
import { defineRule } from '../define-rule.ts';
import { askedFor, shortName } from '../permissions.ts';

type Facts = { readonly permissions: readonly string[]; readonly groups: number };

/** Two belong together often enough: camera and microphone for a call. */
const MANY = 3;

export default defineRule<{ atStart: Facts; together: Facts }>({
  id: 'permissions-requested-in-bulk',
  severity: 'warning',
  title: { zh: '一次申请多项权限', en: 'Many permissions asked at once' },
  needs: ['code'],
  articles: ['csl#41.1', 'csl#64.1', 'pipl#6', 'pipl#16', 'app-violations-2019#4.6', 'app-violations-2019#2.3'],
  cases: ['miit-2025-23-apps', 'shandong-2026-permissions', 'shanghai-2023-scan-to-order'],
  messages: {
    atStart: {
      zh: (f) => `应用一启动就一次申请 ${f.groups} 类权限：${f.permissions.join('、')}`,
      en: (f) => `${f.groups} kinds of permissions are asked at once when the app starts: ${f.permissions.join(', ')}`,
    },
    together: {
      zh: (f) => `一次申请 ${f.groups} 类权限：${f.permissions.join('、')}`,
      en: (f) => `${f.groups} kinds of permissions are asked at once: ${f.permissions.join(', ')}`,
    },
  },
  suggestions: {
    split: {
      zh: () => '用户用到某项功能时，再申请这项功能所需的权限，同时说明用途；被拒绝时，其他功能照常可用。',
      en: () => 'Ask for each permission when the user reaches the feature that needs it, with its purpose; a refusal must leave everything else usable.',
    },
  },
  *check(comparison) {
    for (const app of comparison.app.apps) {
      for (const request of app.code.requests) {
        const permissions = askedFor(app, request);
        const groups = groupsOf(comparison, permissions);
        if (groups.size < MANY) continue;
        yield {
          message: request.start ? 'atStart' : 'together',
          about: `request-${[...groups].toSorted().join('-')}`.toLowerCase(),
          at: request.at,
          related: request.start ? stepsOf(request.start) : [],
          // Whether the app goes on after a refusal is not seen.
          confidence: request.start ? 'medium' : 'low',
          data: { permissions: permissions.map(shortName), groups: groups.size },
        };
      }
    }
  },
});

/** The permission groups of a request, as the system asks for them; those that open nothing personal are left out. */
function groupsOf({ knowledge }: Comparison, permissions: readonly string[]): ReadonlySet<string> {
  return new Set(
    permissions.flatMap((name) => {
      const permission = findPermission(knowledge, name);
      return permission && permission.discloses.length > 0 ? [shortName(permission.group ?? permission.discloses[0] ?? name)] : [];
    }),
  );
}
