import type { AppSetting, Dependency, Framework, ManifestFile, PermissionUse, Phrase, Location, Unread } from '@mingshi/model';
import type { Data } from '../data.ts';

/** What the files of one framework tell about an app. */
export interface Part {
  readonly frameworks: readonly Framework[];
  readonly dependencies: readonly Dependency[];
  /** What makes it an app even where there is no Android project; absent for what only adds libraries. */
  readonly app?: AppFacts;
  readonly unread: readonly Unread[];
}

/** What a framework's files declare of one app. */
export interface AppFacts {
  readonly name?: Phrase;
  readonly applicationId?: Phrase;
  readonly minSdk?: number;
  readonly targetSdk?: number;
  /** The file that stands for a manifest. */
  readonly manifest: string;
  readonly permissions: readonly RequestedPermission[];
  /** Full names that no library may add. */
  readonly blocked: readonly string[];
  /** Whether the permissions of the app stand in these files at all. */
  readonly permissionsTold: boolean;
  /** What will stand in the manifest that is made of these files. */
  readonly settings?: readonly AppSetting[];
}

/** A permission that a framework's file asks for, with its place. */
export interface RequestedPermission {
  readonly name: string;
  readonly at: Location;
  readonly maxSdk?: number;
}

/** The setting that allows clear text, where a configuration has it. */
export function cleartextAllowed(data: Data | undefined): readonly AppSetting[] {
  return data?.kind === 'boolean' && data.value ? [{ key: 'usesCleartextTraffic', value: 'true', at: data.at }] : [];
}

/** The manifests of an app that has no Android one. */
export function manifestsOf(facts: readonly AppFacts[], module: string): readonly ManifestFile[] {
  const paths = new Set(facts.map(({ manifest }) => manifest));
  return [...paths].map((path) => ({ path, role: 'main', module }));
}

/** The permissions that an app requests, each once, blocked ones left out. */
export function permissionUses(facts: readonly AppFacts[], module: string): readonly PermissionUse[] {
  const blocked = new Set(facts.flatMap((one) => one.blocked));
  const uses = new Map<string, PermissionUse>();
  for (const { name, at, maxSdk } of facts.flatMap(({ permissions }) => permissions)) {
    if (blocked.has(name)) continue;
    const known = uses.get(name);
    const limit = maxSdk === undefined ? {} : { maxSdk };
    if (!known) uses.set(name, { name, at, element: at, module, kind: 'uses-permission', ...limit, alsoAt: [] });
  }
  return [...uses.values()];
}

/** What a file tells that could not be read: nothing but that. */
export const unreadPart = (unread: Unread): Part => ({ frameworks: [], dependencies: [], unread: [unread] });
