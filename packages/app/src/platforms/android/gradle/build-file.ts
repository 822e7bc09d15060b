import type { Files, Location, Phrase, Unread } from '@mingshi/model';
import { folderOf, joinPath } from '../../../paths.ts';
import { isUnread } from '../../../source-text.ts';
import type { Catalog } from './catalog.ts';
import { entriesEnding, plainStrings, readScript, valueNodes, type Entry } from './entries.ts';
import { declaredLibraries, type DeclaredLibraries } from './libraries.ts';
import { appliedPlugins, moduleKind, type ModuleKind } from './plugins.ts';
import { projectDependencies, type ProjectDependencies } from './project-dependencies.ts';
import type { Node } from './statements.ts';
import { collectVariables, evaluate, evaluateNumber, mapPairs, type Variables } from './values.ts';

/** What a module's build script says, as far as it says it plainly. */
export interface BuildFile extends DeclaredLibraries {
  readonly path: string;
  readonly kind?: ModuleKind;
  readonly applicationId?: Phrase;
  readonly namespace?: string;
  readonly minSdk?: number;
  readonly targetSdk?: number;
  readonly buildTypes: readonly BuildType[];
  readonly flavours: readonly Flavour[];
  readonly dependencies: ProjectDependencies;
  /** Manifest paths by source set, where the script moves them. */
  readonly manifests: ReadonlyMap<string, string>;
  /** Resource folders of the main source set, where the script moves them. */
  readonly resources: readonly string[];
  readonly placeholders: ReadonlyMap<string, string>;
}

interface BuildType {
  readonly name: string;
  readonly debuggable?: { readonly value: boolean; readonly at: Location };
}

interface Flavour {
  readonly name: string;
  readonly dimension: string;
}

/** What a script may refer to beyond itself. */
export interface Surroundings {
  readonly files: Files;
  /** Folder of the settings script. */
  readonly root: string;
  readonly variables: Variables;
  readonly catalog: Catalog;
  /** All .aar and .jar files of the project, sorted. */
  readonly archives: readonly string[];
  /** What the outermost script says of all modules. */
  readonly shared: readonly Entry[];
  /** All that the outermost script says: its lists may be used by all. */
  readonly outer: readonly Entry[];
  /** Scripts of the build's own logic, by the plugin id they are applied as. */
  readonly conventions: ReadonlyMap<string, string>;
}

/** A script's entries with those of the scripts it applies (`apply from:`) in front; unreadable ones go to `unread`. */
export function scriptWithApplied(path: string, surroundings: Surroundings, unread: Unread[]): readonly Entry[] {
  const seen = new Set<string>();
  const read = (script: string, depth: number): readonly Entry[] => {
    if (seen.has(script) || depth > 4) return [];
    seen.add(script);
    const entries = readScript(surroundings.files, script);
    if (isUnread(entries)) {
      unread.push(entries);
      return [];
    }
    return [...appliedScripts(entries, script, surroundings).flatMap((next) => read(next, depth + 1)), ...entries];
  };
  return read(path, 0);
}

/** Reads a module's build script. */
export function readBuildFile(path: string, surroundings: Surroundings, unread: Unread[]): BuildFile {
  const written = scriptWithApplied(path, surroundings, unread);
  const entries = [...conventionEntries(written, surroundings), ...written];
  const variables = collectVariables(entries, new Map([...surroundings.variables, ...surroundings.catalog.versions]));
  const kind = moduleKind(entries, surroundings.catalog.plugins);
  const applicationId = phrase(entriesEnding(entries, 'defaultConfig', 'applicationId'), variables);
  const namespace = phrase(
    entriesEnding(entries, 'namespace').filter((entry) => entry.path.length <= 2),
    variables,
  );
  const minSdk = number(entries, ['minSdk', 'minSdkVersion'], variables);
  const targetSdk = number(entries, ['targetSdk', 'targetSdkVersion'], variables);
  const folder = folderOf(path);
  return {
    path,
    ...(kind && { kind }),
    ...(applicationId && { applicationId }),
    ...(namespace && { namespace: namespace.text }),
    ...(minSdk !== undefined && { minSdk }),
    ...(targetSdk !== undefined && { targetSdk }),
    buildTypes: buildTypes(entries, variables),
    flavours: flavours(entries, variables),
    dependencies: projectDependencies(entries),
    ...declaredLibraries([...surroundings.shared, ...entries], {
      variables,
      catalog: surroundings.catalog,
      outer: surroundings.outer,
      places: { folder, root: surroundings.root, archives: surroundings.archives },
    }),
    manifests: movedManifests(entries, folder),
    resources: entriesEnding(entries, 'main', 'res', '*')
      .filter((entry) => /^srcDirs?$/.test(entry.path.at(-1) ?? ''))
      .flatMap(({ args }) => plainStrings(args).flatMap((relative) => joinPath(folder, relative) ?? [])),
    placeholders: placeholders(entries, variables),
  };
}

/** What the build's own plugins say, those that are scripts: they apply each other, so each is read once. */
function conventionEntries(entries: readonly Entry[], surroundings: Surroundings): readonly Entry[] {
  const { conventions, catalog } = surroundings;
  if (conventions.size === 0) return [];
  const seen = new Set<string>();
  const read = (from: readonly Entry[]): readonly Entry[] =>
    appliedPlugins(from, catalog.plugins).flatMap(({ id }) => {
      const path = conventions.get(id);
      if (!path || seen.has(path) || seen.size > 50) return [];
      seen.add(path);
      const script = readScript(surroundings.files, path);
      return isUnread(script) ? [] : [...read(script), ...script];
    });
  return read(entries);
}

function appliedScripts(entries: readonly Entry[], script: string, { files, root }: Surroundings): readonly string[] {
  return entries.flatMap(({ path, args }) => {
    if (path.at(-1) !== 'apply') return [];
    const flat = args.flatMap((node): readonly Node[] => (node.kind === 'group' ? node.statements.flat() : [node]));
    const string = flat.find((node) => node.kind === 'string');
    if (!flat.some((node) => node.kind === 'word' && node.text === 'from') || string?.kind !== 'string') return [];
    const rooted = /^\$\{?(?:rootDir|rootProject\.(?:projectDir|rootDir)|project\.rootDir)\}?\//.exec(string.text);
    const fromRoot = rooted || flat.some((node) => node.kind === 'word' && node.text.startsWith('root'));
    const relative = string.text.slice(rooted?.[0].length ?? 0).replace(/^\$\{?projectDir\}?\//, '');
    const target = joinPath(fromRoot ? root : folderOf(script), relative);
    return target !== undefined && !relative.includes('$') && files.exists(target) ? [target] : [];
  });
}

function phrase(entries: readonly Entry[], variables: Variables): Phrase | undefined {
  for (const entry of entries.toReversed()) {
    const nodes = valueNodes(entry);
    const value = evaluate(nodes, variables);
    const at = location(entry, nodes);
    if (typeof value === 'string' && at) return { text: value, at };
  }
  return undefined;
}

function number(entries: readonly Entry[], names: readonly string[], variables: Variables): number | undefined {
  const stated = names.flatMap((name) => entriesEnding(entries, 'defaultConfig', name));
  return stated.map((entry) => evaluateNumber(valueNodes(entry), variables)).findLast((value) => value !== undefined);
}

function location({ file }: Entry, nodes: readonly Node[]): Location | undefined {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first && last ? { file, start: first.start, end: last.end } : undefined;
}

function buildTypes(entries: readonly Entry[], variables: Variables): readonly BuildType[] {
  const properties = propertiesOf(entries, 'buildTypes', /^(?:isD|d|setD)ebuggable$/);
  return namesIn(entries, 'buildTypes').map((name) => {
    const set = properties.get(name);
    const nodes = set ? valueNodes(set) : [];
    const value = evaluate(nodes, variables);
    const at = set && location(set, nodes);
    return { name, ...(at && typeof value === 'boolean' && { debuggable: { value, at } }) };
  });
}

function flavours(entries: readonly Entry[], variables: Variables): readonly Flavour[] {
  const properties = propertiesOf(entries, 'productFlavors', /^(?:flavorD|d|setD)imension$/);
  return namesIn(entries, 'productFlavors').map((name) => {
    const set = properties.get(name);
    const dimension = set && evaluate(valueNodes(set), variables);
    return { name, dimension: typeof dimension === 'string' ? dimension : '' };
  });
}

/** The members of a container; no build has more than some dozens. */
function namesIn(entries: readonly Entry[], container: string): readonly string[] {
  return [...new Set(entriesEnding(entries, container, '*').map(({ path }) => path.at(-1) ?? ''))].slice(0, 200);
}

/** The last word on a property, by the member of the container that it is of. */
function propertiesOf(entries: readonly Entry[], container: string, property: RegExp): ReadonlyMap<string, Entry> {
  const set = entriesEnding(entries, container, '*', '*').filter(({ path }) => property.test(path.at(-1) ?? ''));
  return new Map(set.map((entry) => [entry.path.at(-2) ?? '', entry]));
}

function movedManifests(entries: readonly Entry[], folder: string): ReadonlyMap<string, string> {
  return new Map(
    entriesEnding(entries, 'sourceSets', '*', 'manifest', 'srcFile').flatMap(({ path, args, conditional }) => {
      const target = plainStrings(args)[0];
      const place = target === undefined ? undefined : joinPath(folder, target);
      // `if (isModule) manifest.srcFile …`: only the build knows which; the usual place is the better guess.
      return place === undefined || conditional ? [] : [[path.at(-3) ?? 'main', place] as const];
    }),
  );
}

function placeholders(entries: readonly Entry[], variables: Variables): ReadonlyMap<string, string> {
  const pairs = entries.flatMap((entry): readonly (readonly [string, readonly Node[]])[] => {
    const [before, last = ''] = entry.path.slice(-2);
    if (before === 'manifestPlaceholders' && entry.assigned) return [[last, valueNodes(entry)]];
    return /^(?:manifestP|addManifestP)laceholders$/.test(last) ? mapPairs(entry.args) : [];
  });
  return new Map(
    pairs.flatMap(([key, nodes]) => {
      const value = evaluate(nodes, variables);
      return value === undefined ? [] : [[key, String(value)] as const];
    }),
  );
}

/** Puts a build's placeholders into a manifest's value; unknown ones stay as written. */
export function fillPlaceholders(value: string, build: BuildFile | undefined): string {
  if (!value.includes('${') || value.length > 1000) return value;
  const known = new Map<string, string>(build?.placeholders);
  if (build?.applicationId)
    known.set('applicationId', build.applicationId.text).set('packageName', build.applicationId.text);
  return value.replace(/\$\{(\w+)\}/g, (written, name: string) => known.get(name) ?? written);
}
