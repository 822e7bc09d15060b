import type { Comparison, Confidence, Location, PolicyReading, PolicyStatement, Related } from '@mingshi/model';
import { findPermission } from '@mingshi/knowledge';
import type { Permission, Text } from '@mingshi/knowledge';
import { defineRule } from '../define-rule.ts';
import { familiesOf, familyOf, mainOf } from '../permission-families.ts';
import { shortName } from '../permissions.ts';
import { partWith } from '../places.ts';
import { shortened, signsOf } from '../signs.ts';
import { contextOf } from './context.ts';

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
      zh: () => '应用确实不用时，从政策中删去；由别的平台或产品使用的，写明是哪一个；清单是依赖库带来的，用 --manifest 指定合并后的清单。',
      en: () =>
        'If the app has no use for it, take it out of the policy. If another platform or product uses it, say which. If a ' +
        'library adds it, pass the merged manifest with --manifest.',
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
      yield { message: 'permission', about: permission.name, at, related: others, confidence, data, suggestion: 'remove' };
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
      const about = `list-${shortened(target).replaceAll(/[\s《》:：]/g, '').toLowerCase()}`;
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
  if (app.unread.some(({ file, what }) => isManifest(file) && !/^(?:library-manifests|release-manifest)$/.test(what))) return [];
  if (isForMany(policy)) return [];
  const requested = familiesOf(app.apps.flatMap(({ permissions }) => permissions.map(({ name }) => name)), knowledge);
  const guarded = familiesOf(app.apps.flatMap(({ components }) => components.flatMap(({ permission }) => permission ?? [])), knowledge);
  const found = new Map<string, { permission: Permission; places: Location[] }>();
  for (const statement of policy.statements) {
    if (!announces(statement, policy)) continue;
    const named = statement.permissions.flatMap((name) => findPermission(knowledge, name) ?? []);
    for (const permission of named) {
      const family = familyOf(permission);
      // "Notification permission" is that of showing them.
      if (family === LISTENER && statement.permissions.some((name) => name.endsWith('.POST_NOTIFICATIONS'))) continue;
      if (!isTelling(permission) || requested.has(family) || guarded.has(family)) continue;
      const words = statement.dataTypes.find(({ id }) => permission.opens.includes(id))?.at ?? statement.at;
      const at = partWith(policy, statement, words);
      const known = found.get(family);
      if (known) known.places.push(at);
      else found.set(family, { permission: mainOf(named.filter((each) => familyOf(each) === family)) ?? permission, places: [at] });
    }
  }
  return [...found.values()].map(({ permission, places: [at, ...more] }) => ({
    permission,
    at: at as Location,
    others: more.slice(0, 4).map((each): Related => ({ at: each, note: 'statement' })),
  }));
}

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

/** Whether the statement says that this app, on Android, asks for the permissions it names. */
function announces(statement: PolicyStatement, policy: PolicyReading): boolean {
  const { negated, action, actor, permissions, text, document, section } = statement;
  if (permissions.length === 0 || negated || action !== 'request-permission' || actor.role === 'third-party') return false;
  const kind = policy.sectionKinds[document]?.[section];
  if (kind === 'sdk-list' || kind === 'definitions' || kind === 'minors' || policy.documents[document]?.part === 'sdk-list') return false;
  if (DENIES.test(text)) return false;
  const context = contextOf(statement, policy);
  if (OF_OTHERS.test(context) && !/android|安卓/i.test(context)) return false;
  // "You can switch off the camera permission" is advice; in a list of permissions it stands beside each.
  return !SWITCHES.test(text) || kind === 'permissions';
}

const DENIES =
  /(?:无需|无须|不需|不需要|不会|不再|不申请|未申请|没有|并未|取消|移除|删除)[^，。；]{0,16}权限|权限[^，。；]{0,8}(?:已移除|已取消|不再)|\b(?:absence|no longer|not|never|without|don['’]t|doesn['’]t)\b[^.;]{0,60}\bpermission|\bno\b[^.;]{0,24}\bpermission/i;
const OF_OTHERS = /iOS|iPhone|iPad|苹果|Apple|HarmonyOS|鸿蒙|Windows|macOS|小程序|SDK/i;
const SWITCHES = /关闭|撤回|撤销|revoke|turn off|switch off|disable|withdraw/i;

/** Policies of a house for all its apps and sites announce what each of them needs. */
function isForMany({ documents }: PolicyReading): boolean {
  return documents.some(({ part, blocks }) => part === 'main' && blocks.some(({ text }) => MANY.test(text)));
}

const MANY =
  /旗下(?:的)?(?:各|多|所有|全部|产品|应用|软件|APP)|系列(?:产品|应用|软件|APP)|(?:各|多)(?:款|个)(?:产品|应用|软件|APP|游戏)|(?:all(?: of)? )?\bour (?:mobile )?(?:apps|applications|games|websites)\b|\b(?:family|suite) of (?:apps|products|services)\b/i;

/** Permissions that libraries bring along often enough for the app's own manifest to say little. */
const BROUGHT: ReadonlySet<string> = new Set(['PHONE', 'LOCATION', 'STORAGE', 'NEARBY_DEVICES', 'CAMERA', 'ACTIVITY_RECOGNITION']);

function confidenceOf({ app }: Comparison, permission: Permission): Confidence {
  const merged = app.apps.every(({ manifests }) => manifests.some(({ role }) => role === 'merged'));
  // In an app for several platforms another one may ask for it.
  const several = app.apps.some(({ folder, manifests }) => /(?:^|\/)android(?:\/|$)/.test(folder) || manifests.some(({ path }) => path.endsWith('app.json')));
  if (several) return 'low';
  if (merged) return 'high';
  return BROUGHT.has(familyOf(permission)) ? 'low' : 'medium';
}
