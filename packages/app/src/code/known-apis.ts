import { onceFor } from '@mingshi/knowledge';
import type { Api, Sdk } from '@mingshi/knowledge';

/** A known API by one of its members. */
export interface KnownApi {
  readonly api: Api;
  /** As the knowledge writes it: `getDeviceId`, `PermissionsAndroid.PERMISSIONS.READ_SMS`. */
  readonly member: string;
}

/** A method of a known SDK. */
export interface KnownCall {
  readonly sdk: Sdk;
  readonly call: 'start' | 'safe' | 'consent';
  /** Class as written in the knowledge, and its method; `''` for the creation of an object of that class. */
  readonly owner: string;
  readonly method: string;
  readonly written: string;
}

/** The known APIs and SDKs, by the words under which code names them. */
export interface KnownCode {
  /** By the last name of the member. */
  readonly byName: ReadonlyMap<string, readonly KnownApi[]>;
  /** Classes that are extended rather than called. */
  readonly bySupertype: ReadonlyMap<string, Api>;
  /** Strings that give access by themselves. */
  readonly strings: readonly (readonly [string, Api])[];
  readonly calls: ReadonlyMap<string, readonly KnownCall[]>;
  /** Package prefixes of SDKs, by their first two segments. */
  readonly packages: ReadonlyMap<string, readonly (readonly [string, Sdk])[]>;
  /** Modules of npm and pub that SDKs come in. */
  readonly modules: ReadonlyMap<string, Sdk>;
}

/** Lays the known APIs and SDKs out for looking up. */
export const knownCode = onceFor(({ apis, sdks }): KnownCode => {
  const byName = new Map<string, KnownApi[]>();
  const bySupertype = new Map<string, Api>();
  const strings: [string, Api][] = [];
  for (const api of apis) {
    if (api.kind === 'subclass') bySupertype.set(api.module, api);
    else if (api.kind === 'string') for (const text of api.members.length > 0 ? api.members : [api.module]) strings.push([text, api]);
    else for (const member of api.members) add(byName, lastOf(member), { api, member });
  }
  const calls = new Map<string, KnownCall[]>();
  const packages = new Map<string, [string, Sdk][]>();
  const modules = new Map<string, Sdk>();
  for (const sdk of sdks) {
    for (const call of ['start', 'safe', 'consent'] as const) {
      for (const written of sdk.calls[call]) {
        const known = sdkCall(sdk, call, written);
        add(calls, known.method || known.owner, known);
      }
    }
    for (const prefix of [...(sdk.signs.package ?? []), ...(sdk.weakSigns.package ?? [])]) add(packages, rootOf(prefix), [prefix, sdk]);
    for (const name of [...(sdk.signs.npm ?? []), ...(sdk.signs.pub ?? [])]) modules.set(name, sdk);
  }
  return { byName, bySupertype, strings, calls, packages, modules };
});

/** `new AMapLocationClient`, `UMConfigure.init`, `PushManager.getInstance().initialize`. */
function sdkCall(sdk: Sdk, call: KnownCall['call'], written: string): KnownCall {
  const creation = /^new (\S+)$/.exec(written)?.[1];
  if (creation) return { sdk, call, owner: creation, method: '', written };
  const plain = written.replaceAll(/\([^)]*\)/g, '');
  const dot = plain.lastIndexOf('.');
  return { sdk, call, owner: plain.slice(0, Math.max(dot, 0)), method: plain.slice(dot + 1), written };
}

/** The SDKs one of whose package prefixes a qualified name begins with, whole words only. */
export function sdksOfName(known: KnownCode, qualified: string): readonly Sdk[] {
  const candidates = known.packages.get(rootOf(qualified)) ?? [];
  return candidates.flatMap(([prefix, sdk]) => (qualified === prefix || qualified.startsWith(`${prefix}.`) ? [sdk] : []));
}

/** The first two segments: enough to keep the lists short. */
function rootOf(name: string): string {
  return name.split('.', 2).join('.');
}

/** The last name of a qualified one: `B` of `a.b.B`. */
export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
