import { joinPath, inFolder } from '../../../paths.ts';
import { plainStrings, type Entry } from './entries.ts';
import type { Node } from './statements.ts';

/** A module that a settings script includes. */
interface IncludedModule {
  /** Gradle path: `:core:net`. */
  readonly id: string;
  readonly folder: string;
}

/** What a settings script says about modules. */
interface Settings {
  readonly modules: readonly IncludedModule[];
  /** Some modules are named by code that cannot be read from the text alone. */
  readonly unclear: boolean;
}

/** The modules of a settings script in a folder, moved by `projectDir` where it says so. */
export function readSettings(entries: readonly Entry[], folder: string): Settings {
  const lists = new Map(
    entries.flatMap(({ assigned, path, args }) =>
      assigned && path.length === 1 ? [[path[0], plainStrings(args)] as const] : [],
    ),
  );
  const ids = new Set<string>();
  let unclear = false;
  for (const entry of entries) {
    if (entry.path.at(-1) !== 'include') continue;
    const names = includedNames(entry, lists);
    // Some other `include`, such as a file pattern's.
    if (names.some((name) => name.includes('*'))) continue;
    const named = names.filter((name) => !name.includes('$') && name.length < 200);
    unclear ||= named.length === 0;
    for (const name of named) for (const id of withParents(name)) ids.add(id);
  }
  const moved = movedFolders(entries, folder);
  const modules = [...ids].flatMap((id): readonly IncludedModule[] => {
    // A module moved out of the checked folder cannot be read.
    const place = moved.has(id) ? moved.get(id) : defaultFolder(id, moved, folder);
    return place === undefined ? [] : [{ id, folder: place }];
  });
  return { modules, unclear };
}

function includedNames(entry: Entry, lists: ReadonlyMap<string | undefined, readonly string[]>): readonly string[] {
  const strings = entry.loop?.strings ?? lists.get(entry.path.at(-2)) ?? [];
  const parameter = entry.loop?.parameter ?? 'it';
  const names = (nodes: readonly Node[]): readonly string[] =>
    nodes.flatMap((node): readonly string[] => {
      if (node.kind === 'group') return node.open === '{' ? [] : node.statements.flatMap(names);
      if (node.kind === 'word') return node.text === parameter ? strings : (lists.get(node.text) ?? []);
      if (node.kind !== 'string') return [];
      if (!node.interpolated) return [node.text];
      return strings.map((string) => node.text.replace(`\${${parameter}}`, string).replace(`$${parameter}`, string));
    });
  return names(entry.args);
}

/** `:a:b` comes with its parent `:a`. */
function withParents(name: string): readonly string[] {
  const parts = name.split(':').filter(Boolean);
  return parts.map((_, index) => `:${parts.slice(0, index + 1).join(':')}`);
}

function defaultFolder(id: string, moved: ReadonlyMap<string, string | undefined>, root: string): string | undefined {
  const cut = id.lastIndexOf(':');
  const parent = id.slice(0, cut);
  const above = parent === '' ? root : moved.has(parent) ? moved.get(parent) : defaultFolder(parent, moved, root);
  return above === undefined ? undefined : inFolder(above, id.slice(cut + 1));
}

function movedFolders(entries: readonly Entry[], root: string): ReadonlyMap<string, string | undefined> {
  return new Map(
    entries.flatMap(({ path, args, assigned }) => {
      const [id = '', property] = path.slice(-2);
      if (!assigned || property !== 'projectDir') return [];
      const target = allStrings(args)
        .at(-1)
        ?.replace(/^\$\{?[\w.]*\}?\/?/, '');
      return target === undefined ? [] : [[id.startsWith(':') ? id : `:${id}`, joinPath(root, target)] as const];
    }),
  );
}

function allStrings(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? node.statements.flatMap(allStrings) : node.kind === 'string' ? [node.text] : [],
  );
}
