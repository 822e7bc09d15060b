import type { Code } from './code.ts';
import type { Location, Phrase } from './location.ts';
import type { Unread } from './files.ts';

/** The project as its files say it; nothing is judged. */
export interface AppProject {
  readonly apps: readonly App[];
  /** What could not be read, and whole kinds of files that were not there. */
  readonly unread: readonly Unread[];
}

/** One installable app of the project. */
export interface App {
  /** Gradle path of its module (`:app`), or the folder of its manifest. */
  readonly id: string;
  readonly platform: 'android' | 'harmony';
  /** What it is built with besides the platform's own tools. */
  readonly frameworks: readonly Framework[];
  readonly name?: Phrase;
  readonly applicationId?: Phrase;
  /** Folder of the module relative to the checked folder, '' for the folder itself. */
  readonly folder: string;
  readonly minSdk?: number;
  readonly targetSdk?: number;
  /** Manifests that were read, and why each counts. */
  readonly manifests: readonly ManifestFile[];
  readonly permissions: readonly PermissionUse[];
  /** Full names that no library may add: taken out by `tools:node="remove"`, or blocked in a framework's configuration. */
  readonly removedPermissions: readonly string[];
  readonly components: readonly Component[];
  /** `<uses-feature>` names. */
  readonly features: readonly Phrase[];
  /** Flags of `<application>`, build types and network security config that the security rules look at. */
  readonly settings: readonly AppSetting[];
  /** Words in the app's own resources that show it has accounts (登录, sign up …). */
  readonly accountSigns: readonly Phrase[];
  /** Words in resources that show a way to cancel the account (注销账号 …). */
  readonly cancellationSigns: readonly Phrase[];
  /** Words that show that the app speaks Simplified Chinese: its name or own strings, or those of a translation. */
  readonly chinese?: Phrase & { readonly as: 'interface' | 'translation' };
  /** Libraries that ship with the app; those for tests, for the build and for compiling only are left out. */
  readonly dependencies: readonly Dependency[];
  /** Names of `<meta-data>` in the manifests. */
  readonly metaData: readonly Phrase[];
  /** What the code and the layouts show. */
  readonly code: Code;
}

export type Framework = 'react-native' | 'expo' | 'capacitor' | 'cordova' | 'flutter' | 'uni-app';

/** A library that ships with the app. */
export interface Dependency {
  /** `maven` is group:artifact, `file` the name of a local .aar or .jar, `uni` a module of uni-app's manifest.json. */
  readonly ecosystem: 'maven' | 'npm' | 'pub' | 'ohpm' | 'cordova' | 'uni' | 'file';
  readonly name: string;
  readonly version?: string;
  /** The line to change. */
  readonly at: Location;
  /** Source sets that have it when not all variants do. */
  readonly onlyIn?: readonly string[];
  /** `lock` when only a lock file names it: another library brings it. */
  readonly via: 'direct' | 'lock';
}

export interface ManifestFile {
  readonly path: string;
  /** `merged` is what ships; the others are merged by us as far as that can be done from source. */
  readonly role: 'merged' | 'named' | 'main' | 'variant' | 'library';
  /** Module path (`:app`, `:push`). */
  readonly module: string;
  /** Build type or flavour folder, for `variant`. */
  readonly sourceSet?: string;
}

/** A permission that the app requests, after `tools:node` has been applied. */
export interface PermissionUse {
  readonly name: string;
  /** The attribute value in the manifest: the line to change. */
  readonly at: Location;
  /** The whole element. */
  readonly element: Location;
  readonly module: string;
  readonly kind: 'uses-permission' | 'uses-permission-sdk-23' | 'component';
  /** Source sets that have it when not all variants do. */
  readonly onlyIn?: readonly string[];
  readonly maxSdk?: number;
  /** The words that HarmonyOS shows with its own question. */
  readonly reason?: Phrase;
  /** The dependency that added it: `group:artifact:version` or `:module` from the merger report, or `package version`. */
  readonly addedBy?: string;
  /** Told from the published manifest of that dependency, not from a build of the app. */
  readonly presumed?: true;
  /** Further places that request the same permission. */
  readonly alsoAt: readonly Location[];
}

export interface Component {
  readonly kind: 'activity' | 'service' | 'receiver' | 'provider';
  readonly name: string;
  /** The class of the activity that an alias stands for. */
  readonly target?: string;
  /** The permission that guards it, e.g. BIND_VPN_SERVICE. */
  readonly permission?: string;
  readonly exported?: boolean;
  readonly actions: readonly string[];
  /** Source sets that have it when not all variants do. */
  readonly onlyIn?: readonly string[];
  readonly at: Location;
  readonly module: string;
}

/** A setting with its value and the place it is set; an absent setting has no entry. */
export interface AppSetting {
  readonly key:
    | 'usesCleartextTraffic'
    | 'cleartextTrafficPermitted'
    | 'networkSecurityConfig'
    | 'debuggable'
    | 'allowBackup'
    | 'fullBackupContent'
    | 'dataExtractionRules';
  readonly value: string;
  /** The domain, for a domain-config of the network security config. */
  readonly scope?: string;
  /** Source set or build type when it does not apply to the release as such. */
  readonly onlyIn?: string;
  readonly at: Location;
}
