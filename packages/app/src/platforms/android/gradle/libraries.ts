import type { Location, Phrase } from '@mingshi/model';
import { archivesOf, type ArchivePlaces } from './archives.ts';
import { accessor, libraryOf, type Catalog } from './catalog.ts';
import { shippingVariant } from './configurations.ts';
import { isBlock, isWord, plainStrings, valueNodes, type Entry } from './entries.ts';
import type { Group, Node, Statement } from './statements.ts';
import { evaluate, interpolate, mapPairs, scopeless, UNKNOWN, type Variables } from './values.ts';

/** A library that a build script puts into its module, tests and build tools apart. */
export interface DeclaredLibrary {
  readonly ecosystem: 'maven' | 'file';
  /** `group:artifact`, or the name of a local archive. */
  readonly name: string;
  readonly version?: string;
  readonly at: Location;
  /** Build type or flavour, when only that one ships it. */
  readonly variant?: string;
}

/** What a module's scripts say of the libraries that go into it. */
export interface DeclaredLibraries {
  /** In order. */
  readonly libraries: readonly DeclaredLibrary[];
  /** What is declared in words that only a running build could tell the meaning of. */
  readonly unresolved: readonly Phrase[];
}

/** What a script's words may stand for. */
interface Meanings {
  readonly variables: Variables;
  readonly catalog: Catalog;
  readonly places: ArchivePlaces;
  /** Scripts whose lists may be used. */
  readonly outer: readonly Entry[];
}

type Found = Pick<DeclaredLibrary, 'ecosystem' | 'name' | 'version' | 'at'>;

interface Reading extends Meanings {
  readonly entry: Entry;
  readonly lists: ReadonlyMap<string, readonly Statement[]>;
  /** How much may still be found: lists of lists could double without end. */
  left: number;
}

/** Calls whose arguments are dependencies themselves. */
const WRAPPERS = new Set('create variantOf listOf setOf arrayOf asList mutableListOf dependency'.split(' '));
const LOCAL = new Set(['files', 'fileTree']);
const MOST = 5000;
const DEEPEST = 8;

/** Reads what a module's scripts declare. */
export function declaredLibraries(entries: readonly Entry[], meanings: Meanings): DeclaredLibraries {
  const lists = collectLists([...meanings.outer, ...entries]);
  const reading = { ...meanings, lists, left: MOST };
  const declared = declaredBy(entries, reading);
  return {
    libraries: [...ofMobPlugin(entries), ...declared.flatMap(({ libraries }) => libraries)],
    unresolved: declared.flatMap(({ entry, libraries }) => (libraries.length > 0 ? [] : unresolvedIn(entry))),
  };
}

/** What Mob's Gradle plugin puts into the app for each block of its own: `MobSDK { ShareSDK { … } }`. */
const OF_MOB: Readonly<Record<string, string>> = {
  MobPush: 'com.mob.push:MobPush',
  SMSSDK: 'cn.smssdk:SMSSDK',
  ShareSDK: 'cn.sharesdk:ShareSDK',
};

function ofMobPlugin(entries: readonly Entry[]): readonly DeclaredLibrary[] {
  const brought = new Map<string, DeclaredLibrary>();
  for (const entry of entries) {
    const [plugin, block = ''] = entry.path;
    // The block itself has no place; what it says first has one.
    if (plugin !== 'MobSDK' || entry.args.length === 0 || brought.has(block) || !Object.hasOwn(OF_MOB, block)) continue;
    brought.set(block, { ecosystem: 'maven', name: OF_MOB[block] ?? '', at: place(entry, entry.args) });
  }
  return [...brought.values()];
}

interface Declared extends Pick<DeclaredLibraries, 'libraries'> {
  readonly entry: Entry;
}

function declaredBy(entries: readonly Entry[], reading: Omit<Reading, 'entry'>): readonly Declared[] {
  return entries.flatMap((entry): readonly Declared[] => {
    const variant = shippingVariant(entry);
    if (variant === undefined) return [];
    const args = entry.path.at(-1) === 'add' ? withoutFirst(entry.args) : entry.args;
    const libraries = argumentLibraries(args, Object.assign(reading, { entry }), 0);
    return [{ entry, libraries: libraries.map((library) => ({ ...library, ...(variant && { variant }) })) }];
  });
}

/** What names no library outside: modules of the build, versions only, the platform's own. */
const NO_LIBRARY = /^(?:project|projects|platform|enforcedPlatform|testFixtures|gradleApi|gradleKotlinDsl|localGroovy|npm|compose|files|fileTree)$/;

/** Words that were to name a library and could not be followed. */
function unresolvedIn({ args, file, loop }: Entry): readonly Phrase[] {
  const [whole] = args;
  const nodes = whole?.kind === 'group' && whole.open === '(' ? (whole.statements[0] ?? []) : args;
  const [first] = nodes;
  if (!first || (first.kind !== 'word' && first.kind !== 'string')) return [];
  const names = dottedNames(nodes);
  if (names.some((name) => NO_LIBRARY.test(name)) || (loop && names[0] === loop.parameter)) return [];
  const text = first.kind === 'string' ? first.text : names.join('.');
  return [{ text, at: place({ file }, nodes) }];
}

/** `add("implementation", x)`: what is added. */
function withoutFirst(args: readonly Node[]): readonly Node[] {
  const [group] = args;
  return group?.kind === 'group'
    ? [{ ...group, statements: group.statements.slice(1) }]
    : splitAtCommas(args).slice(1).flat();
}

function argumentLibraries(args: readonly Node[], reading: Reading, depth: number): readonly Found[] {
  const [first] = args;
  const single = first?.kind === 'group' && first.open === '(' && args.length === 1;
  return severalLibraries(single ? first.statements : splitAtCommas(args), reading, depth);
}

/** Arguments, which are dependencies one by one or the parts of one: `group: 'g', name: 'a', version: '1'`. */
function severalLibraries(parts: readonly Statement[], reading: Reading, depth: number): readonly Found[] {
  const named = fromParts(parts, reading);
  if (named) return [named];
  return parts.flatMap((part) => libraryIn(part, reading, depth));
}

function libraryIn(nodes: Statement, reading: Reading, depth: number): readonly Found[] {
  const [first] = nodes;
  if (!first || depth > DEEPEST || reading.left <= 0) return [];
  reading.left -= 1;
  if (first.kind === 'string') return coordinate(nodes, reading);
  if (first.kind === 'group') return first.open === '{' ? [] : severalLibraries(first.statements, reading, depth + 1);
  if (first.kind !== 'word') return [];
  const names = dottedNames(nodes);
  const call = nodes.find((node): node is Group => node.kind === 'group');
  const catalogued = reading.catalog.names.has(names[0] ?? '') ? fromCatalog(names, call, nodes, reading) : undefined;
  if (catalogued) return catalogued;
  const last = names.at(-1) ?? '';
  if (call?.open === '(' && LOCAL.has(last)) {
    const archives = archivesOf(last, nodes, call, reading.places, reading.entry.file);
    reading.left -= archives.length;
    return archives.map((archive) => ({ ecosystem: 'file' as const, ...archive }));
  }
  if (call?.open === '(' && WRAPPERS.has(last)) return severalLibraries(call.statements, reading, depth + 1);
  if (call?.open === '(' && last === 'kotlin') {
    const [module] = plainStrings([call]);
    return module ? [found(`org.jetbrains.kotlin:kotlin-${module}`, nodes, reading)].flat() : [];
  }
  const { loop } = reading.entry;
  if (names.length === 1 && loop?.parameter === last) {
    return loop.strings.flatMap((string) => found(string, nodes, reading));
  }
  const named = scopeless(last === 'values' ? names.slice(0, -1) : names).join('.');
  const list = reading.lists.get(named) ?? listOfLoop(names, reading);
  if (list) {
    // It may stand in another file; what puts it into the app stands here.
    const at = place(reading.entry, nodes);
    return severalLibraries(list, reading, depth + 1).map((library) => ({ ...library, at }));
  }
  const value = evaluate(nodes, reading.variables);
  return typeof value === 'string' ? found(value, nodes, reading) : [];
}

/** `deps.each { implementation it }`: the name of the list stands in the path. */
function listOfLoop(names: readonly string[], { entry, lists }: Reading): readonly Statement[] | undefined {
  const { path } = entry;
  const list =
    names.length === 1 || names.at(-1) === 'value'
      ? scopeless(path.slice(path.lastIndexOf('dependencies') + 1, -1))
      : [];
  return list.length > 0 ? lists.get(list.join('.')) : undefined;
}

function fromCatalog(
  names: readonly string[],
  call: Group | undefined,
  nodes: Statement,
  { catalog, entry }: Reading,
): readonly Found[] | undefined {
  const [name = ''] = names;
  const [alias] = call ? plainStrings([call]) : [];
  const getter = names[1] === 'findLibrary' || names[1] === 'findBundle';
  const bundle = names[1] === 'findBundle' ? ['bundles'] : [];
  for (let length = names.length; length > 1; length -= 1) {
    const written = getter && alias ? [name, ...bundle, accessor(alias)] : names.slice(0, length);
    const key = written.join('.');
    const members = catalog.bundles.get(key) ?? (catalog.libraries.has(key) ? [key] : undefined);
    if (!members) continue;
    const at = place(entry, nodes);
    return members.flatMap((member) => {
      const library = catalog.libraries.get(member);
      return library ? [{ ecosystem: 'maven' as const, ...library, at }] : [];
    });
  }
  return undefined;
}

/** A coordinate in a string, be it put together: `"g:a:" + version`. */
function coordinate(nodes: Statement, reading: Reading): readonly Found[] {
  const text = nodes.map((node, index) => {
    if (node.kind === 'mark') return '';
    if (index > 0 && !(nodes[index - 1]?.kind === 'mark')) return '';
    if (node.kind === 'string')
      return node.interpolated ? interpolate(node.text, reading.variables, UNKNOWN) : node.text;
    return evaluate(nodes.slice(index), reading.variables) ?? UNKNOWN;
  });
  const plus = nodes.some((node) => node.kind === 'mark' && node.text === '+');
  return found(plus ? text.join('') : String(text[0] ?? ''), nodes.slice(0, plus ? undefined : 1), reading);
}

function found(text: string, nodes: Statement, { entry }: Reading): readonly Found[] {
  const at = place(entry, nodes);
  const local = /^:([\w.-]+)(?::[\w.-]*)?(?:@(aar|jar))?$/.exec(text);
  if (local) return [{ ecosystem: 'file', name: `${local[1]}.${local[2] ?? 'jar'}`, at }];
  const library = libraryOf(text);
  return library ? [{ ecosystem: 'maven', ...library, at }] : [];
}

/** `group: 'g', name: 'a'`, or for an archive in a folder that the script names, `name: 'a', ext: 'aar'`. */
function fromParts(parts: readonly Statement[], { variables, entry }: Reading): Found | undefined {
  const values = new Map(
    parts.flatMap(([key, sign, ...value]): readonly (readonly [string, string])[] => {
      if (key?.kind !== 'word' || sign?.kind !== 'mark' || !':='.includes(sign.text)) return [];
      const [first] = value;
      const loose = first?.kind === 'string' && first.interpolated;
      const stated = loose ? interpolate(first.text, variables, UNKNOWN) : evaluate(value, variables);
      return [[key.text, stated === undefined ? UNKNOWN : String(stated)]];
    }),
  );
  const [group, name, version, ext] = ['group', 'name', 'version', 'ext'].map((key) => values.get(key));
  if (!name) return undefined;
  const at = place(entry, parts.flat());
  if (!group) return /^[\w.+-]+$/.test(name) ? { ecosystem: 'file', name: `${name}.${ext ?? 'jar'}`, at } : undefined;
  const library = libraryOf(`${group}:${name}:${version ?? ''}`);
  return library && { ecosystem: 'maven', ...library, at };
}

/** The lists and maps of a script that could hold coordinates, by name. */
function collectLists(entries: readonly Entry[]): ReadonlyMap<string, readonly Statement[]> {
  const lists = new Map<string, readonly Statement[]>();
  const put = (name: string, value: Statement): void => {
    const pairs = mapPairs(value);
    for (const [key, own] of pairs) put(`${name}.${key}`, own);
    const [first, call] = value;
    const list = first?.kind === 'group' ? first : isWord(first) && call?.kind === 'group' ? call : undefined;
    const isList =
      list && (first?.kind === 'group' ? list.open === '[' : WRAPPERS.has((first as { text: string }).text));
    if (isList) lists.set(name, pairs.length > 0 ? pairs.map(([, own]) => own) : list.statements);
    // `libs = deps.values()`: what that map holds, looked up where the list is used.
    else if (isWord(first) && dottedNames(value).at(-1) === 'values') lists.set(name, [value]);
  };
  for (const entry of entries) {
    const names = scopeless(entry.path);
    if (entry.assigned && names.length > 0 && names.length < 4) put(names.join('.'), valueNodes(entry));
  }
  return lists;
}

/** The words of `a.b.c` at the start. */
function dottedNames(nodes: Statement): readonly string[] {
  const names: string[] = [];
  for (const node of nodes) {
    if (node.kind === 'word') names.push(node.text);
    else if (node.kind !== 'mark' || node.text !== '.') break;
  }
  return names;
}

function splitAtCommas(nodes: readonly Node[]): readonly Statement[] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (isBlock(node)) continue;
    if (node.kind === 'mark' && node.text === ',') parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

/** The content of a string, or all from the first of several nodes to the last. */
function place({ file }: Pick<Entry, 'file'>, nodes: readonly Node[]): Location {
  const [first] = nodes;
  const last = nodes.at(-1);
  const quote = (node: Node | undefined): number => (nodes.length > 1 && node?.kind === 'string' ? 1 : 0);
  return { file, start: (first?.start ?? 0) - quote(first), end: (last?.end ?? 0) + quote(last) };
}
