import { onceFor } from '@mingshi/knowledge';
import type { Knowledge, Sdk, SdkSigns, SdkSignKind } from '@mingshi/knowledge';
import type { Dependency } from '@mingshi/model';

/** An SDK that a sign tells of; a weak sign tells of it only beside a strong one. */
export interface Told {
  readonly sdk: string;
  readonly strong: boolean;
}

/** What names in an app tell of SDKs. Names match whole, or by whole words from the start: never a part of a word. */
interface Signs {
  readonly dependency: (dependency: Pick<Dependency, 'ecosystem' | 'name'>) => readonly Told[];
  /** By the name of `<meta-data>`. */
  readonly marker: (name: string) => readonly Told[];
  /** By a component's class; `ours` is the app's own package, whose classes are no SDK's. */
  readonly component: (name: string, ours: string | undefined) => readonly Told[];
  /** By what code imports: a class, an npm module, a Dart library. */
  readonly imported: (name: string, ours: string | undefined) => readonly Told[];
}

interface Table {
  readonly exact: Map<string, Told[]>;
  /** Beginnings of names, without their `*`. */
  readonly open: (Told & { readonly stem: string })[];
}

/** Where a dependency is looked up: a Cordova plug-in is an npm package by nature. */
const KINDS: Readonly<Record<Dependency['ecosystem'], readonly SdkSignKind[]>> = {
  maven: ['maven'],
  file: ['file'],
  npm: ['npm', 'cordova'],
  cordova: ['cordova', 'npm'],
  pub: ['pub'],
  ohpm: ['ohpm'],
  uni: ['uni'],
};

const COMMON = new Set(
  'aar jar sdk android app lib libs core common base util utils api main release debug'.split(' '),
);

/** The signs of all known SDKs, made ready once. */
export const signsOf: (knowledge: Knowledge) => Signs = onceFor(prepare);

type Tables = ReadonlyMap<SdkSignKind, Table>;

function prepare({ sdks }: Knowledge): Signs {
  const tables = tablesOf(sdks);
  const find = (kind: SdkSignKind, name: string): readonly Told[] => told(tables, kind, name);
  const byPackage = (name: string, ours: string | undefined): readonly Told[] =>
    beginnings(name).flatMap((prefix) => (isOurs(prefix, ours) ? [] : find('package', prefix)));
  let brands: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    dependency: ({ ecosystem, name }) => {
      const found = KINDS[ecosystem].flatMap((kind) => find(kind, name));
      // Archives are published again for a company's own use, under its own group: `com.example.libs:open_ad_sdk`.
      if (ecosystem === 'maven' && found.length === 0) return find('file', name.slice(name.indexOf(':') + 1));
      // Archives are renamed at will: `wechat_sdk_v3.jar` bears out what something else betrays.
      return ecosystem === 'file' && found.length === 0 ? toldByBrand(name, (brands ??= brandWords(sdks))) : found;
    },
    marker: (name) => find('marker', name),
    component: (name, ours) => [
      ...find('marker', name),
      // An entry that the SDK wants in the app's own package: `.wxapi.WXEntryActivity`.
      ...(tables.get('marker') ? [2, 1].flatMap((words) => find('marker', `.${name.split('.').slice(-words).join('.')}`)) : []),
      ...byPackage(name, ours),
    ],
    imported: (name, ours) => {
      const dart = /^package:(\w+)\//.exec(name)?.[1];
      if (dart) return find('pub', dart);
      const module = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
      return [...byPackage(name, ours), ...(['npm', 'ohpm', 'cordova'] as const).flatMap((kind) => find(kind, module))];
    },
  };
}

function tablesOf(sdks: readonly Sdk[]): Tables {
  const tables = new Map<SdkSignKind, Table>();
  for (const { id, signs, weakSigns } of sdks) {
    addSigns(tables, signs, { sdk: id, strong: true });
    addSigns(tables, weakSigns, { sdk: id, strong: false });
  }
  return tables;
}

function addSigns(tables: Map<SdkSignKind, Table>, signs: SdkSigns, by: Told): void {
  for (const [kind, names] of Object.entries(signs) as [SdkSignKind, readonly string[]][]) {
    const table = tables.get(kind) ?? { exact: new Map<string, Told[]>(), open: [] };
    tables.set(kind, table);
    for (const written of names) {
      const name = folded(kind, written);
      if (name.endsWith('*')) table.open.push({ ...by, stem: name.slice(0, -1) });
      else table.exact.set(name, [...(table.exact.get(name) ?? []), by]);
    }
  }
}

/** What a name of a kind tells of SDKs. */
function told(tables: Tables, kind: SdkSignKind, name: string): readonly Told[] {
  const table = tables.get(kind);
  if (!table) return [];
  const wanted = folded(kind, name);
  return [
    ...(table.exact.get(wanted) ?? []),
    ...table.open.filter(({ stem }) => wanted.startsWith(stem) && endsWord(name, stem.length)),
  ];
}

function toldByBrand(name: string, brands: ReadonlyMap<string, readonly string[]>): readonly Told[] {
  const ids = new Set(wordsOf(name).flatMap((word) => brands.get(word) ?? []));
  return [...ids].map((sdk) => ({ sdk, strong: false }));
}

/** Latin words of the SDKs' names that belong to one brand or two, with the SDKs; `push` and `sdk` belong to all. */
function brandWords(sdks: readonly Sdk[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, { readonly brands: Set<string>; readonly ids: Set<string> }>();
  for (const { id, family, name, names, sharedNames } of sdks) {
    for (const word of [name.en, ...names, ...sharedNames].flatMap(wordsOf)) {
      const owner = owners.get(word) ?? { brands: new Set(), ids: new Set() };
      owner.brands.add(family ?? id);
      owner.ids.add(id);
      owners.set(word, owner);
    }
  }
  const own = [...owners].filter(([word, { brands }]) => brands.size <= 2 && !COMMON.has(word));
  return new Map(own.map(([word, { ids }]) => [word, [...ids]]));
}

/** The Latin words of a name in small letters: `wechat`, `sdk`, `v` of `WeChat_SDK-v3.jar`. */
function wordsOf(name: string): readonly string[] {
  const words = name.slice(0, 200).match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  const joined = name.slice(0, 200).match(/[A-Za-z]+/g) ?? [];
  return [...words, ...joined].map((word) => word.toLowerCase()).filter((word) => word.length > 1);
}

/** Case says nothing in names of files. */
function folded(kind: SdkSignKind, name: string): string {
  return kind === 'file' ? name.toLowerCase() : name;
}

/** Whether a word ends there: `windAd` in `windAd-4.1.aar` and in `windAdSdk.aar`, not in `windAdventure.jar`. */
function endsWord(name: string, at: number): boolean {
  return !/[A-Za-z]/.test(name.charAt(at - 1)) || !/[a-z]/.test(name.charAt(at));
}

/** `a.b.c` begins with `a.b` and `a.b.c`; names of one word, and what lies deeper than any sign, tell nothing. */
function beginnings(name: string): readonly string[] {
  const words = name.split('.', 12);
  return words.slice(1).map((_, index) => words.slice(0, index + 2).join('.'));
}

/** A vendor's own app holds the vendor's classes. */
function isOurs(prefix: string, ours: string | undefined): boolean {
  return ours !== undefined && (ours === prefix || ours.startsWith(`${prefix}.`));
}
