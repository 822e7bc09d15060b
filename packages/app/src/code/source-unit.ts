import type { Location } from '@mingshi/model';

/** A source file as far as comparing it with known APIs needs it; every language reader ends in this. */
export interface SourceUnit {
  readonly path: string;
  readonly language: 'kotlin' | 'java' | 'typescript' | 'arkts' | 'dart';
  /** Package of the file, '' where the language has none. */
  readonly package: string;
  readonly imports: readonly Import[];
  readonly types: readonly SourceType[];
  readonly functions: readonly SourceFunction[];
  /**
   * What it hands on to other files: paths into modules (`react-native.PermissionsAndroid`) and constants, by name; `*` for a whole
   * module. Of Kotlin and Java the lists of permissions, by their full names.
   */
  readonly exports?: readonly SourceExport[];
  /** Bodies in which nothing known was seen were passed over: their functions have no uses. */
  readonly brief?: true;
}

/** A name that a file gives to others, and what it stands for. */
export interface SourceExport {
  readonly name: string;
  readonly values: readonly string[];
}

/** A name that a file takes from elsewhere. */
export interface Import {
  /** Qualified class, or module: `android.telephony.TelephonyManager`, `expo-location`, `package:geolocator/geolocator.dart`. */
  readonly from: string;
  /** Exported name taken from a module; `*` for all of it, `default`; absent in Java and Kotlin. */
  readonly member?: string;
  /** The name by which the file knows it. */
  readonly local: string;
  /** Whether the name is used in the file at all. */
  readonly used: boolean;
  readonly at: Location;
}

/** A class of a file and what it descends from. */
export interface SourceType {
  readonly name: string;
  /** As resolved through the imports where that can be done: `android.app.Application`. */
  readonly supertypes: readonly string[];
  readonly at: Location;
}

/** A body of code and what it uses, in order. Code outside functions belongs to `<static>`, `<init>` (a class) or `<module>`. */
export interface SourceFunction {
  readonly name: string;
  /** Its class, '' at top level. */
  readonly owner: string;
  readonly at: Location;
  readonly uses: readonly Use[];
}

/** A call, creation or read of a name, resolved through the file's imports, aliases and constants. */
export interface Use {
  readonly kind: 'call' | 'new' | 'read' | 'string';
  /** Qualified class or module of the receiver when that is known; else its text (`manager`, `this`), '' without one. */
  readonly receiver: string;
  /** `resolved` through imports or declared types; `text` is the receiver as written. */
  readonly certainty: 'resolved' | 'text';
  /** Method, property, class (`new`) or the string itself. */
  readonly name: string;
  readonly at: Location;
  /** String, constant and array arguments by their values (`android.permission.CAMERA`); other arguments as written, cut short. */
  readonly args: readonly string[];
  /** Conditions to come here, outermost first: `if`, `when`, ternary, and early returns before it, as written; `!(…)` for an else. */
  readonly conditions: readonly string[];
  /** Names of the methods that were handed the lambda or listener it stands in, outermost first: `setOnClickListener`, `then`. */
  readonly callbacks: readonly string[];
}
