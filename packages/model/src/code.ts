import type { Location, Phrase } from './location.ts';
import type { Confidence } from './practice.ts';

/** What an app's code and layouts show, as far as they touch what the knowledge knows. */
export interface Code {
  readonly uses: readonly CodeUse[];
  /** Imports that begin with a package prefix of a known SDK, whole. */
  readonly imports: readonly Phrase[];
  readonly requests: readonly PermissionRequest[];
  /** Boxes for agreeing that are ticked beforehand. */
  readonly tickedBoxes: readonly Phrase[];
  /** Labels that take another act for consent to the policy: 登录即表示同意, "By continuing you agree". */
  readonly impliedConsent: readonly Phrase[];
  /** Files that let users agree or decline: a box, a state of agreeing, a button to decline by. */
  readonly consentChoices: readonly Phrase[];
  /** Titles and addresses of the policy in resources and code, by which a user could reach it. */
  readonly policyLinks: readonly Phrase[];
  /** How many source files there are, and of those how many named anything known and were parsed. */
  readonly files: { readonly found: number; readonly parsed: number };
}

/** A known API or a known SDK's method, used in code that is neither comment, test nor string. */
export interface CodeUse {
  readonly of:
    | { readonly kind: 'api'; readonly id: string }
    /** `orOf`: other SDKs of the maker that are called so too; which of them it is, the app's other signs tell. */
    | { readonly kind: 'sdk'; readonly id: string; readonly call: 'start' | 'safe' | 'consent'; readonly orOf?: readonly string[] };
  /** As written in the knowledge: `TelephonyManager.getDeviceId`. */
  readonly name: string;
  readonly at: Location;
  /** `high` when imports or types show what is called, `medium` when the names leave little doubt, `low` by name alone. */
  readonly confidence: Confidence;
  /** How it comes to run when the app starts; absent when it runs later or that cannot be seen. */
  readonly start?: StartPath;
}

/** The way from the app's start to a place in its code. */
export interface StartPath {
  readonly entry: 'application' | 'attach-base-context' | 'static' | 'provider' | 'initializer' | 'module' | 'activity';
  /** The entry, then each call on the way. */
  readonly steps: readonly Phrase[];
  /** Whether the user's agreement is tested on the way; `unclear` when a condition could be such a test. */
  readonly consent: 'none' | 'unclear' | 'tested';
}

/** A request for permissions at run time. */
export interface PermissionRequest {
  /** Full names. */
  readonly permissions: readonly string[];
  readonly at: Location;
  /** Whether words of explanation are shown before it, as far as the file shows. */
  readonly rationale: 'shown' | 'none' | 'unclear';
  readonly start?: StartPath;
}

/** A known SDK that the app embeds, with every sign that betrays it. */
export interface SdkUse {
  /** App id (`:app`). */
  readonly app: string;
  /** SDK id of the knowledge. */
  readonly sdk: string;
  /** The strongest sign first. */
  readonly signs: readonly SdkSign[];
  readonly confidence: Confidence;
}

export interface SdkSign {
  readonly kind: 'dependency' | 'file' | 'marker' | 'import' | 'call';
  /** Coordinate, file name, meta-data or component name, import, method. */
  readonly name: string;
  readonly at: Location;
}
