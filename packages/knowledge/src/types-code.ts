import type { Text, Certainty } from './types-parts.ts';

/* What is known of code: SDKs, interfaces, what libraries add to an app. */

/** What of an app can show an SDK. */
export type SdkSignKind = 'maven' | 'file' | 'npm' | 'pub' | 'ohpm' | 'cordova' | 'uni' | 'package' | 'marker';

/**
 * Signs by kind; a trailing `*` stands for any rest of a coordinate or file name, `package` is a prefix of whole words.
 * `file` says nothing by its case. A `marker` is the name of meta-data or of a component, `.wxapi.X` the end of one.
 * `uni` is a module of manifest.json (`Push`) or a key below app-plus.distribute.sdkConfigs (`oauth.weixin`).
 */
export type SdkSigns = Readonly<Partial<Record<SdkSignKind, readonly string[]>>>;

/** A kind of SDK, by what it is for. */
export interface SdkCategory {
  readonly id: string;
  readonly name: Text;
  /** Whether the name says what it is for, and not only what kind of thing it is. */
  readonly isPurpose: boolean;
}

/** A third party's library that ships inside apps, and how it is told. */
export interface Sdk {
  readonly id: string;
  readonly name: Text;
  readonly vendor: Text;
  /** Brand it belongs to (`umeng`): a policy that names the brand has named the SDK, if less exactly. */
  readonly family?: string;
  readonly category: SdkCategory;
  readonly signs: SdkSigns;
  /** Shared with other SDKs or not confirmed: a second sign beside another, never a reason alone. */
  readonly weakSigns: SdkSigns;
  /** Data types it is known to take. */
  readonly takes: readonly string[];
  /** How sure `takes` is: `high` from the vendor's own paper, `low` from general knowledge. */
  readonly takesCertainty: Certainty;
  /** Names under which policies speak of it and of nothing else, matched by word; case, width and spaces say nothing. */
  readonly names: readonly string[];
  /** Less exact: names of its brand or maker, shared with other services, or that are everyday words too (Branch). */
  readonly sharedNames: readonly string[];
  /** Its own rules on personal information. */
  readonly policyUrl?: string;
  /** Methods that start it, that are safe before consent, and that hand it the user's consent. */
  readonly calls: { readonly start: readonly string[]; readonly safe: readonly string[]; readonly consent: readonly string[] };
  /** How sure the signs are. */
  readonly certainty: Certainty;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** A call, constant or address by which code takes personal data or asks for it. */
export interface Api {
  readonly id: string;
  readonly language: 'jvm' | 'typescript' | 'dart' | 'arkts';
  readonly framework: string;
  /** Class or module it comes from (`android.telephony.TelephonyManager`, `expo-location`); a global object such as `uni`, `plus.device`. */
  readonly module: string;
  /** `getDeviceId`, `PermissionsAndroid.PERMISSIONS.CAMERA`; each opens all of `dataTypes`. */
  readonly members: readonly string[];
  readonly kind: 'call' | 'constant' | 'field' | 'string' | 'content-uri' | 'intent' | 'subclass' | 'component' | 'reflection' | 'permission-request';
  readonly dataTypes: readonly string[];
  readonly permissions: readonly string[];
  /** Whether it takes data, so that the user must have agreed before. */
  readonly needsConsent: boolean;
  /** It only gives an object; what is called on that takes the data. */
  readonly handle?: true;
  readonly certainty: Certainty;
  readonly note?: string;
  readonly sources: readonly string[];
}

/** What a library's own manifest asks for, and so every app that it is built into. */
export interface LibraryPermissions {
  /** Plug-ins of Cordova are npm packages. */
  readonly ecosystem: 'npm' | 'pub' | 'maven';
  /** The package; of Maven `group:artifact`. */
  readonly library: string;
  /** The major versions that this is known of, both ends included; absent where the versions seen agree. */
  readonly majors?: { readonly first: number; readonly last: number };
  /** Full names. */
  readonly permissions: readonly string[];
}
