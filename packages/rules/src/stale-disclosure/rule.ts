import type { Comparison, Confidence, Location, Related } from '@mingshi/model';
import { findPermission } from '@mingshi/knowledge';
import type { Permission, Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { familiesOf, familyOf, mainOf } from '../permission-families.ts';
import { shortName } from '../permissions.ts';
import { partWith } from '../places.ts';
import { shortened, signsOf } from '../signs.ts';
import { announces, isForMany } from './announced.ts';

type Announced = { readonly permission: string; readonly title: Text };

/** More families than these are told in one finding: the list as a whole is not this app's. */
const MOST = 4;

export default defineRule<{
  permission: Announced;
  permissions: { readonly names: readonly Text[]; readonly count: number };
  list: { readonly target: string };
}>({
  id: 'stale-disclosure',
  severity: 'warning',
  title: { zh: '政策写了应用没有的权限或清单', en: 'The policy announces what the app does not have' },
  needs: ['app', 'policy'],
  articles: ['csl#41.1', 'pipl#7', 'pipl#17.1', 'pipl#17.1(2)', 'ndsr#21.1(2)', 'tc260-20203a#2.7', 'gbt35273#5.5-b'],
  cases: ['suzhou-2021-hospital-app', 'cverc-2025-16-apps'],
  messages: {
    permission: {
      zh: (f) => `政策说要申请${f.title.zh}的权限（${f.permission}），应用没有申请`,
      en: (f) => `The policy announces the permission to ${f.title.en} (${f.permission}); the app does not request it`,
    },
    permissions: {
      zh: (f) => `政策还写了另外 ${f.count} 类应用没有申请的权限：${f.names.map(({ zh }) => zh).join('、')}`,
      en: (f) =>
        `The policy announces ${f.count} more kinds of permissions that the app does not request: ` +
        f.names.map(({ en }) => en).join(', '),
    },
    list: {
      zh: (f) => `「${shortened(f.target)}」下面没有内容`,
      en: (f) => `Nothing follows "${shortened(f.target)}"`,
    },
  },
  suggestions: {
    remove: {
      zh: () =>
        '应用确实不用时，从政策中删去；由别的平台或产品使用的，写明是哪一个；清单是依赖库带来的，用 --manifest 指定合并后的清单。',
      en: () =>
        'If the app has no use for it, take it out of the policy. If another platform or product uses it, say which. If ' +
        'a library adds it, pass the merged manifest with --manifest.',
    },
    fill: {
      zh: () => '补上清单的内容；没有可列的，写明没有。',
      en: () => 'Write the list; if there is nothing to list, say so.',
    },
  },
  *check(comparison) {
    const stale = staleIn(comparison);
    const told = stale.length > MOST + 1 ? stale.slice(0, MOST) : stale;
    for (const { permission, at, others } of told) {
      const data = { permission: shortName(permission.name), title: permission.title };
      const confidence = confidenceOf(comparison, permission);
      yield {
        message: 'permission',
        about: permission.name,
        at,
        related: others,
        confidence,
        data,
        suggestion: 'remove',
      };
    }
    const [first, ...others] = stale.slice(told.length);
    if (first) {
      yield {
        message: 'permissions',
        about: 'other-permissions',
        at: first.at,
        related: others.map(({ at }): Related => ({ at, note: 'statement' })),
        confidence: 'low',
        data: { count: others.length + 1, names: [first, ...others].map(({ permission }) => permission.title) },
        suggestion: 'remove',
      };
    }
    for (const { announced, target, quote } of signsOf(comparison.policy, 'missing-part')) {
      if (announced !== 'list') continue;
      const about = `list-${shortened(target)
        .replaceAll(/[\s《》:：]/g, '')
        .toLowerCase()}`;
      yield { message: 'list', about, at: quote.at, confidence: 'low', data: { target }, suggestion: 'fill' };
    }
  },
});

/** A permission that the policy announces, and where; no permission of its family is requested. */
interface Stale {
  readonly permission: Permission;
  readonly at: Location;
  readonly others: readonly Related[];
}

function staleIn({ app, policy, knowledge }: Comparison): readonly Stale[] {
  const isRead = app.unread.every(
    ({ file, what }) => what !== 'app-manifest' && (!isManifest(file) || /^(?:library|release)-manifest/.test(what)),
  );
  // HarmonyOS lets users pick, paste and save by buttons of its own: its apps need fewer permissions than they speak of.
  if (!isRead || app.apps.some(({ platform }) => platform === 'harmony') || isForMany(policy)) return [];
  const requested = familiesOf(
    app.apps.flatMap(({ permissions }) => permissions.map(({ name }) => name)),
    knowledge,
  );
  const guarded = familiesOf(
    app.apps.flatMap(({ components }) => components.flatMap(({ permission }) => permission ?? [])),
    knowledge,
  );
  const found = new Map<string, { permission: Permission; places: Location[] }>();
  let looked = 0;
  for (const statement of policy.statements) {
    if (statement.permissions.length === 0 || statement.negated) continue;
    const named = statement.permissions.flatMap((name) => findPermission(knowledge, name) ?? []);
    const stale = named.filter((permission) => {
      const family = familyOf(permission);
      // "Notification permission" is that of showing them.
      if (family === LISTENER && named.some(({ name }) => name.endsWith('.POST_NOTIFICATIONS'))) return false;
      const isKnown = (found.get(family)?.places.length ?? 0) > MOST_PLACES;
      return isTelling(permission) && !requested.has(family) && !guarded.has(family) && !isKnown;
    });
    // Looking at what stands around takes time; a policy that says so a thousand times has been understood by then.
    if (stale.length === 0 || ++looked > MOST_LOOKED || !announces(statement, policy)) continue;
    for (const permission of stale) {
      const family = familyOf(permission);
      const words = statement.dataTypes.find(({ id }) => permission.opens.includes(id))?.at ?? statement.at;
      const at = partWith(policy, statement, words);
      const known = found.get(family);
      if (known) known.places.push(at);
      else
        found.set(family, {
          permission: mainOf(stale.filter((each) => familyOf(each) === family)) ?? permission,
          places: [at],
        });
    }
  }
  return [...found.values()].map(({ permission, places: [at, ...more] }) => ({
    permission,
    at: at as Location,
    others: more.map((each): Related => ({ at: each, note: 'statement' })),
  }));
}

const MOST_PLACES = 4;
const MOST_LOOKED = 1000;
const LISTENER = 'BIND_NOTIFICATION_LISTENER_SERVICE';

function isManifest(file: string | undefined): boolean {
  return /(?:^|\/)(?:AndroidManifest\.xml|app\.json)$/.test(file ?? '');
}

/** Permissions that users know as such; what a policy says of the others is for engineers. */
function isTelling({ name, group, protection, discloses }: Permission): boolean {
  // Installed apps are seen without a permission too, notifications shown; by "face permission" nobody means goggles.
  if (/\.(?:GET_INSTALLED_APPS|POST_NOTIFICATIONS)$/.test(name) || group?.includes('.XR_')) return false;
  return protection === 'dangerous' || (protection === 'special' && discloses.length > 0);
}

/** Permissions that libraries bring along often enough for the app's own manifest to say little. */
const BROUGHT: ReadonlySet<string> = new Set([
  'PHONE',
  'LOCATION',
  'STORAGE',
  'NEARBY_DEVICES',
  'CAMERA',
  'ACTIVITY_RECOGNITION',
]);

function confidenceOf({ app }: Comparison, permission: Permission): Confidence {
  const merged = app.apps.every(({ manifests }) => manifests.some(({ role }) => role === 'merged'));
  // In an app for several platforms another one may ask for it.
  const several = app.apps.some(
    ({ folder, manifests }) =>
      /(?:^|\/)android(?:\/|$)/.test(folder) || manifests.some(({ path }) => path.endsWith('app.json')),
  );
  if (several) return 'low';
  if (merged) return 'high';
  return BROUGHT.has(familyOf(permission)) ? 'low' : 'medium';
}
