import type { Files, Unread } from '@mingshi/model';
import { isUnread, readSource } from '../../../source-text.ts';
import { entriesEnding, plainStrings, type Entry } from './entries.ts';
import type { Node } from './statements.ts';
import type { Value, Variables } from './values.ts';

/** A library by its coordinates. */
export interface Library {
  /** `group:artifact`. */
  readonly name: string;
  readonly version?: string;
}

/** What version catalogs name, by accessor: versions as variables, plugins, libraries and bundles of them. */
export interface Catalog {
  readonly versions: Variables;
  readonly plugins: ReadonlyMap<string, string>;
  readonly libraries: ReadonlyMap<string, Library>;
  /** Accessors of the libraries in each bundle. */
  readonly bundles: ReadonlyMap<string, readonly string[]>;
  /** Names of the catalogs: `libs`, `tools`. */
  readonly names: ReadonlySet<string>;
  readonly unread: readonly Unread[];
}

type Table = Readonly<Record<string, unknown>>;

interface Draft {
  readonly versions: Map<string, Value>;
  readonly plugins: Map<string, string>;
  readonly libraries: Map<string, Library>;
  readonly bundles: Map<string, readonly string[]>;
  readonly names: Set<string>;
}

/** Reads the version catalogs of a build: the files, by the names that the settings script gives them, and that script's own. */
export async function readCatalogs(
  files: Files,
  paths: readonly string[],
  settings: readonly Entry[] = [],
): Promise<Catalog> {
  const unread: Unread[] = [];
  const draft: Draft = {
    versions: new Map(),
    plugins: new Map(),
    libraries: new Map(),
    bundles: new Map(),
    names: new Set(),
  };
  const given = namesGiven(settings);
  const toml = paths.length > 0 ? await import('toml-eslint-parser') : undefined;
  for (const path of paths) {
    const source = readSource(files, path, 1024 * 1024);
    if (isUnread(source)) unread.push(source);
    else if (toml) {
      const file = path.slice(path.lastIndexOf('/') + 1);
      try {
        const tables = toml.getStaticTOMLValue(toml.parseTOML(source.text.replace(/^\ufeff/, ''))) as Table;
        addTables(draft, given.get(file) ?? file.replace(/\.versions\.toml$/, ''), tables);
      } catch (error) {
        unread.push({
          file: path,
          what: 'broken-toml',
          detail: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }
  addDeclared(draft, settings);
  return { ...draft, unread };
}

function addTables({ versions, plugins, libraries, bundles, names }: Draft, catalog: string, tables: Table): void {
  names.add(catalog);
  const known = new Map<string, string>();
  for (const [key, value] of entriesOf(tables['versions'])) {
    const plain = typeof value === 'string' ? value : requiredVersion(value);
    if (!plain) continue;
    known.set(key, plain);
    versions.set(`${catalog}.versions.${accessor(key)}`, plain);
  }
  for (const [key, value] of entriesOf(tables['plugins'])) {
    const id = typeof value === 'string' ? value.split(':')[0] : Object.fromEntries(entriesOf(value))['id'];
    if (typeof id === 'string') plugins.set(`${catalog}.plugins.${accessor(key)}`, id);
  }
  for (const [key, value] of entriesOf(tables['libraries'])) {
    const library =
      typeof value === 'string' ? libraryOf(value) : libraryIn(Object.fromEntries(entriesOf(value)), known);
    if (library) libraries.set(`${catalog}.${accessor(key)}`, library);
  }
  for (const [key, value] of entriesOf(tables['bundles'])) {
    const members = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
    const accessors = members.map((member) => `${catalog}.${accessor(member)}`);
    bundles.set(`${catalog}.bundles.${accessor(key)}`, accessors);
  }
}

/** `{ module = "g:a", version.ref = "x" }` and its other spellings. */
function libraryIn(fields: Table, versions: ReadonlyMap<string, string>): Library | undefined {
  const { module, group, name, version } = fields;
  const full = typeof module === 'string' ? module : `${String(group)}:${String(name)}`;
  if (typeof module !== 'string' && (typeof group !== 'string' || typeof name !== 'string')) return undefined;
  const reference = Object.fromEntries(entriesOf(version))['ref'];
  const plain = typeof version === 'string' ? version : requiredVersion(version);
  return libraryOf(full, typeof reference === 'string' ? versions.get(reference) : plain);
}

/** `{ strictly = "…" }` and the like. */
function requiredVersion(version: unknown): string | undefined {
  const fields = Object.fromEntries(entriesOf(version));
  const stated = fields['strictly'] ?? fields['require'] ?? fields['prefer'];
  return typeof stated === 'string' ? stated : undefined;
}

/** Reads `group:artifact:version@type`; nothing for what is no such thing. */
export function libraryOf(notation: string, otherwise?: string): Library | undefined {
  const [group = '', artifact = '', version = ''] = notation.trim().split('@', 1)[0]?.split(':') ?? [];
  if (!/^[\w.-]+$/.test(group) || !/^[\w.-]+$/.test(artifact)) return undefined;
  const stated = /^[\w.+\-[\](), ]+$/.test(version) ? version : otherwise;
  return { name: `${group}:${artifact}`, ...(stated && { version: stated }) };
}

/** Catalog names by file, from `create("tools") { from(files("…/tools.versions.toml")) }`. */
function namesGiven(settings: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entriesEnding(settings, 'from').flatMap(({ path, args }) => {
      const [file] = allStrings(args);
      const at = path.indexOf('versionCatalogs');
      const name = at >= 0 ? path[at + 1] : undefined;
      return file && name && name !== 'from' ? [[file.slice(file.lastIndexOf('/') + 1), name] as const] : [];
    }),
  );
}

/** `library("alias", "g:a:v")` in the settings script. */
function addDeclared({ libraries, bundles, names }: Draft, settings: readonly Entry[]): void {
  for (const entry of settings) {
    const at = entry.path.indexOf('versionCatalogs');
    const catalog = at >= 0 ? entry.path[at + 1] : undefined;
    const kind = entry.path.find((name, index) => index > at + 1 && (name === 'library' || name === 'bundle'));
    if (!catalog || !kind) continue;
    names.add(catalog);
    const [alias, ...rest] = plainStrings(entry.first ?? entry.args);
    if (!alias) continue;
    if (kind === 'bundle') {
      bundles.set(
        `${catalog}.bundles.${accessor(alias)}`,
        rest.map((name) => `${catalog}.${accessor(name)}`),
      );
    } else {
      const library = libraryOf(rest.length > 1 ? `${rest[0]}:${rest[1]}` : (rest[0] ?? ''));
      if (library) libraries.set(`${catalog}.${accessor(alias)}`, library);
    }
  }
}

function allStrings(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? node.statements.flatMap(allStrings) : node.kind === 'string' ? [node.text] : [],
  );
}

/** Gradle writes `android-application` as `android.application`. */
export function accessor(key: string): string {
  return key.replace(/[-_]/g, '.');
}

function entriesOf(table: unknown): readonly (readonly [string, unknown])[] {
  return table && typeof table === 'object' && !Array.isArray(table) ? Object.entries(table) : [];
}
