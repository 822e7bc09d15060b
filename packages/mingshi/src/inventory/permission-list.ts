import { findPermission } from '@mingshi/knowledge';
import type { Permission } from '@mingshi/knowledge';
import type { Comparison, Location, PermissionUse, PolicyStatement } from '@mingshi/model';
import type { Place } from '../report/report.ts';
import { both, missing } from './inventory.ts';
import type { PermissionRow } from './inventory.ts';
import { purposeCell, sceneCell } from './policy-words.ts';
import type { PolicyWords } from './policy-words.ts';
import { tellsOf } from './told.ts';

/** What the makers of the lists work with. */
export interface Tools {
  readonly comparison: Comparison;
  readonly words: PolicyWords;
  readonly places: (locations: readonly Location[]) => readonly Place[];
}

/** What only builds for developers have reaches no user. */
const NEVER_SHIPPED = /^(?:debug|profile)$|Debug$/;

/** Whether users meet the permission. */
const isShipped = ({ onlyIn }: PermissionUse): boolean =>
  onlyIn === undefined || onlyIn.some((sourceSet) => !NEVER_SHIPPED.test(sourceSet));

/** The name without the platform's prefix: CAMERA. */
export const shortName = (name: string): string => name.replace(/^(?:android|ohos)\.permission\./, '');

/** The permission list: what users must grant or what opens their data first, then the rest, each by name. */
export function permissionRows({ comparison, words, places }: Tools): readonly PermissionRow[] {
  const { app, policy, knowledge } = comparison;
  const uses = new Map<string, { readonly apps: Set<string>; readonly at: Location[] }>();
  for (const { id, permissions } of app.apps) {
    for (const use of permissions.filter(isShipped)) {
      const known = uses.get(use.name) ?? { apps: new Set<string>(), at: [] };
      known.apps.add(id);
      known.at.push(use.at, ...use.alsoAt);
      uses.set(use.name, known);
    }
  }
  const rows = [...uses].map(([name, { apps, at }]): PermissionRow => {
    const permission = findPermission(knowledge, name);
    const personal = permission !== undefined && isPersonal(permission);
    const named = policy.statements.filter(({ permissions }) => permissions.includes(permission?.name ?? name));
    const asked = named.filter(({ negated, action }) => !negated && action === 'request-permission');
    const used = tellsOf(policy.statements, permission?.discloses ?? [], isCollecting);
    const told = closest([asked, named.filter(({ negated }) => !negated), used], words);
    const denied = told.length > 0 ? [] : deniedBy(named, policy.statements, permission);
    const tellings = told.map(words.tell);
    return {
      name,
      title: permission?.title ?? both(''),
      can: permission?.can ?? both(''),
      personal,
      purpose: personal ? purposeCell(tellings) : missing,
      when: personal ? sceneCell(tellings) : missing,
      source: told.length > 0 ? 'app-and-policy' : 'app',
      apps: [...apps].toSorted(),
      inApp: places(at),
      inPolicy: places(told.map((statement) => statement.at)),
      denied: places(denied),
    };
  });
  return rows.toSorted((a, b) => Number(b.personal) - Number(a.personal) || (a.name < b.name ? -1 : 1));
}

const isPersonal = ({ protection, discloses, risk }: Permission): boolean =>
  protection === 'dangerous' || protection === 'special' || (discloses.length > 0 && risk !== 'none');

/** The first kind of statements that tells a purpose; else the first that there are. */
function closest(kinds: readonly (readonly PolicyStatement[])[], words: PolicyWords): readonly PolicyStatement[] {
  const telling = kinds.map((some) => some.filter((statement) => words.tell(statement).purposes.length > 0));
  return telling.find((some) => some.length > 0) ?? kinds.find((some) => some.length > 0) ?? [];
}

/** Where the policy says that the permission is not asked for, or what it opens not taken. */
function deniedBy(
  named: readonly PolicyStatement[],
  statements: readonly PolicyStatement[],
  permission: Permission | undefined,
): readonly Location[] {
  const refused = named.filter(({ negated, action }) => negated && action === 'request-permission');
  const [first] = permission?.discloses ?? [];
  const untaken = first === undefined ? [] : tellsOf(statements, [first], isDenial);
  return [...refused, ...untaken].map(({ at }) => at);
}

/** Whether the policy says here that the app or its user brings data in. */
export const isCollecting = ({ action, negated, actor }: PolicyStatement): boolean =>
  !negated && (action === 'collect' || action === 'use') && actor.role !== 'third-party';

/** Whether a statement says flatly that the app itself does not take data. */
export const isDenial = ({ negated, action, actor, condition }: PolicyStatement): boolean =>
  negated && (action === 'collect' || action === 'use') && actor.role === 'first-party' && condition === undefined;
