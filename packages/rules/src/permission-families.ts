import { findPermission } from '@mingshi/knowledge';
import type { Knowledge, Permission } from '@mingshi/knowledge';
import { shortName } from './permissions.ts';

/** Groups that a reader takes for one: 存储权限 is the album too, and the album was 存储 before Android 13. */
const SAME_GROUP: Readonly<Record<string, string>> = {
  READ_MEDIA_AURAL: 'STORAGE',
  READ_MEDIA_VISUAL: 'STORAGE',
  SENSORS: 'ACTIVITY_RECOGNITION',
  HEALTH: 'ACTIVITY_RECOGNITION',
};

/** Permissions that belong to a family by what they are for, whatever their group is. */
const IN_FAMILY: Readonly<Record<string, string>> = {
  MANAGE_EXTERNAL_STORAGE: 'STORAGE',
  MANAGE_MEDIA: 'STORAGE',
  // Its group asks for contacts; what it opens are accounts.
  GET_ACCOUNTS: 'GET_ACCOUNTS',
  READ_PROFILE: 'CONTACTS',
  BLUETOOTH: 'NEARBY_DEVICES',
  BLUETOOTH_ADMIN: 'NEARBY_DEVICES',
  ACTIVITY_RECOGNITION: 'ACTIVITY_RECOGNITION',
  QUERY_ALL_PACKAGES: 'INSTALLED_APPS',
  GET_INSTALLED_APPS: 'INSTALLED_APPS',
  USE_FINGERPRINT: 'BIOMETRIC',
  USE_BIOMETRIC: 'BIOMETRIC',
};

/** The family of permissions that users and policies take for one: to speak of one of them is to speak of all. */
export function familyOf({ name, group }: Pick<Permission, 'name' | 'group'>): string {
  const own = IN_FAMILY[shortName(name)];
  if (own) return own;
  const groupName = group?.startsWith('android.permission-group.') ? shortName(group) : shortName(name);
  return SAME_GROUP[groupName] ?? groupName;
}

/** The families of all these permissions, known to the knowledge or not. */
export function familiesOf(names: Iterable<string>, knowledge: Knowledge): ReadonlySet<string> {
  return new Set([...names].map((name) => familyOf(findPermission(knowledge, name) ?? { name })));
}

/** Those of a family by which it is called when several are meant. */
const CALLED_BY = /\.(?:READ_EXTERNAL_STORAGE|READ_MEDIA_IMAGES|ACCESS_FINE_LOCATION|BLUETOOTH_CONNECT|READ_\w+)$/;

/** Of several permissions of one family the one to name. */
export function mainOf(family: readonly Permission[]): Permission | undefined {
  return family.find(({ name }) => CALLED_BY.test(name)) ?? family[0];
}
