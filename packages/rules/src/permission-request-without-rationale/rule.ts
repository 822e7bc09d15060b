import type { App, PermissionRequest } from '@mingshi/model';
import { findPermission } from '@mingshi/knowledge';
import type { Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { askedFor, shortName } from '../permissions.ts';

type Facts = { readonly permissions: readonly string[]; readonly can: readonly Text[] };

/** One place shows the habit; each further one is told with it. */
const MOST_PLACES = 10;

export default defineRule<{ bare: Facts }>({
  id: 'permission-request-without-rationale',
  severity: 'info',
  title: { zh: '申请权限时没有说明用途', en: 'Permission asked without saying why' },
  needs: ['code'],
  articles: ['csl#41.1', 'pipl#17.1(2)', 'app-violations-2019#2.3'],
  cases: ['miit-2025-23-apps', 'shanghai-2023-scan-to-order'],
  messages: {
    bare: {
      zh: (f) => `申请 ${f.permissions.join('、')} 的代码前后，没有看到向用户说明用途`,
      en: (f) => `No words on the purpose were seen around the request for ${f.permissions.join(', ')}`,
    },
  },
  suggestions: {
    explain: {
      zh: (f) => `系统弹窗之前，先说明要${f.can.map(({ zh }) => zh).join('、')}的目的（弹窗或页内文字均可），用户明白后再申请。`,
      en: (f) => `Before the system asks, say on the screen why the app needs to ${f.can.map(({ en }) => en).join(', ')}; ask when that is understood.`,
    },
  },
  *check({ app, knowledge }) {
    for (const each of app.apps) {
      const { requests } = each.code;
      const bare = requests.filter((request) => request.rationale === 'none' && unexplained(each, request).length > 0);
      // Somewhere the app does explain: its own dialog is likely used for all.
      if (requests.some(({ rationale }) => rationale === 'shown')) continue;
      const [first, ...others] = bare;
      if (!first) continue;
      const permissions = [...new Set(bare.flatMap((request) => unexplained(each, request)))];
      yield {
        message: 'bare',
        about: 'rationale',
        at: first.at,
        related: others.slice(0, MOST_PLACES).map(({ at }) => ({ at, note: 'request' as const })),
        // A helper elsewhere may show the words.
        confidence: 'low',
        data: { permissions: permissions.map(shortName), can: permissions.flatMap((name) => findPermission(knowledge, name)?.can ?? []) },
      };
    }

    function unexplained(each: App, request: PermissionRequest): readonly string[] {
      return askedFor(each, request).filter((name) => (findPermission(knowledge, name)?.discloses.length ?? 0) > 0 && !hasReason(each, name));
    }
  },
});

/** HarmonyOS shows the declared reason with its question; the app's name or a single word is none. */
function hasReason({ permissions, name }: App, permission: string): boolean {
  const reason = permissions.find((each) => each.name === permission)?.reason?.text.trim() ?? '';
  return reason !== name?.text.trim() && (/[\u4e00-\u9fff]{4}/.test(reason) || /\S\s+\S+\s+\S/.test(reason));
}
