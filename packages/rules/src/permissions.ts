import type { App, Comparison, PermissionRequest, PermissionUse, Related } from '@mingshi/model';
import { findPermission } from '@mingshi/knowledge';
import type { Permission, Text } from '@mingshi/knowledge';
import { isNeverShipped } from './variants.ts';

/** A permission that opens personal data, as one app requests it. */
export interface SensitiveUse {
  readonly app: App;
  readonly use: PermissionUse;
  readonly permission: Permission;
}

/** Facts on a permission that messages are made of. */
export type PermissionFacts = {
  readonly permission: string;
  readonly title: Text;
  readonly can: Text;
  /** Source sets that have it when the release does not. */
  readonly variants: readonly string[];
  /** The dependency that brought it in, or ''. */
  readonly addedBy: string;
  /** Known from the dependency's published manifest, not from a build. */
  readonly presumed: boolean;
};

/** The requests of permissions that open personal data, of all apps, in the order of the manifests. */
export function sensitiveUses({ app, knowledge }: Comparison): readonly SensitiveUse[] {
  return app.apps.flatMap((one) =>
    one.permissions.flatMap((use) => {
      const permission = findPermission(knowledge, use.name);
      // Unknown to us: nothing can be said of what it opens.
      if (!permission || permission.discloses.length === 0) return [];
      // The platform never grants it to any device that the app runs on.
      if (use.maxSdk !== undefined && one.minSdk !== undefined && use.maxSdk < one.minSdk) return [];
      return [{ app: one, use, permission }];
    }),
  );
}

/** What a request makes the system ask: of a group, and of anything else, only what the app declares, as far as its manifests were seen. */
export function askedFor({ permissions }: App, request: PermissionRequest): readonly string[] {
  const declared = request.permissions.filter((name) => permissions.some((each) => each.name === name));
  // Manifests of libraries may declare what this one does not.
  return declared.length > 0 ? declared : request.permissions;
}

/** The last part of a permission's name, which is how developers call it. */
export function shortName(permission: string): string {
  return permission.slice(permission.lastIndexOf('.') + 1);
}

/** The facts on a use that its messages need. */
export function permissionFacts({ use, permission }: SensitiveUse): PermissionFacts {
  return {
    permission: shortName(use.name),
    title: permission.title,
    can: permission.can,
    variants: use.onlyIn ?? [],
    addedBy: use.addedBy ?? '',
    presumed: use.presumed === true,
  };
}

/** The permission to go online, as each platform calls it. */
export function isForInternet({ name }: PermissionUse): boolean {
  return name === 'android.permission.INTERNET' || name === 'ohos.permission.INTERNET';
}

/** Whether every variant that has the permission is one that is not shipped. */
export function isDebugOnly(use: PermissionUse): boolean {
  return use.onlyIn !== undefined && use.onlyIn.length > 0 && use.onlyIn.every(isNeverShipped);
}

/** Whether the permission only lets the system unlock by finger or face: the app gets a yes or no. */
export function isUnlocking(name: string): boolean {
  return name === 'android.permission.USE_BIOMETRIC' || name === 'android.permission.USE_FINGERPRINT';
}

/** The further places that request the same permission. */
export function alsoRequested(use: PermissionUse): readonly Related[] {
  return use.alsoAt.map((at) => ({ at, note: 'request' }));
}

/** Where the permission comes from, as the tail of a message: its variants, the dependency that added it. */
export const origin = {
  zh: ({ variants, addedBy, presumed }: PermissionFacts): string =>
    (variants.length > 0 ? `（仅 ${variants.join('、')} 变体）` : '') +
    (addedBy ? `（由依赖 ${addedBy} 带入${presumed ? '，据它公开的清单' : ''}）` : ''),
  en: ({ variants, addedBy, presumed }: PermissionFacts): string =>
    (variants.length > 0 ? ` (only in ${variants.join(', ')})` : '') +
    (addedBy ? ` (added by ${addedBy}${presumed ? ', by its published manifest' : ''})` : ''),
};
