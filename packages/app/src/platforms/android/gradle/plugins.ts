import { entriesEnding, isWord, plainStrings, type Entry } from './entries.ts';
import type { Node } from './statements.ts';

/** What a module is, by the plugin it applies. */
export type ModuleKind = 'application' | 'library' | 'feature' | 'test';

const ANDROID_PLUGINS: Readonly<Record<string, ModuleKind>> = {
  'com.android.application': 'application',
  'com.android.library': 'library',
  'com.android.kotlin.multiplatform.library': 'library',
  'com.android.dynamic-feature': 'feature',
  'com.android.feature': 'feature',
  'com.android.test': 'test',
};

/** The kind a build script gives its module; `undefined` when it applies no Android plugin that can be told. */
export function moduleKind(
  entries: readonly Entry[],
  catalogPlugins: ReadonlyMap<string, string>,
): ModuleKind | undefined {
  const applied = appliedPlugins(entries, catalogPlugins);
  const certain = applied.filter(({ conditional }) => !conditional);
  for (const plugins of [certain, applied]) {
    const kinds = new Set(
      plugins.map(({ id }) => ANDROID_PLUGINS[id] ?? conventionKind(id)).filter((kind) => kind !== undefined),
    );
    // A module that is an app on its own and a library in the app (`if (isModule)`) ships as the library.
    for (const kind of ['test', 'feature', 'library', 'application'] as const) if (kinds.has(kind)) return kind;
  }
  return entriesEnding(entries, 'defaultConfig', 'applicationId').length > 0 ? 'application' : undefined;
}

/** Plugins of the project's own build logic go by telling names, such as `acme.android.library.compose`. */
function conventionKind(id: string): ModuleKind | undefined {
  if (id === 'java-library') return undefined;
  if (/(?:^|[._-])android[._-]?(?:lib|library|feature)(?:[._-]|$)/i.test(id) || /[._-]library$/i.test(id))
    return 'library';
  if (/(?:^|[._-])android[._-]?(?:app|application)(?:[._-]|$)/i.test(id) || /[._-]application$/i.test(id))
    return 'application';
  return undefined;
}

/** A plugin that a build script applies to its module. */
interface AppliedPlugin {
  readonly id: string;
  readonly conditional: boolean;
}

/** The plugins that a build script applies to its own module, by id. */
export function appliedPlugins(
  entries: readonly Entry[],
  catalogPlugins: ReadonlyMap<string, string>,
): readonly AppliedPlugin[] {
  return entries.flatMap((entry): readonly AppliedPlugin[] => {
    const { path, args, conditional } = entry;
    const [name = ''] = path.slice(-1);
    // Said of other modules, in the outermost script.
    if (path[0] === 'subprojects' || path[0] === 'allprojects' || path[0] === 'buildscript') return [];
    const inPlugins = path[0] === 'plugins';
    if (inPlugins && args.some((node, index) => isWord(node, 'apply') && isWord(args[index + 1], 'false'))) return [];
    if (inPlugins && name === 'alias') {
      const alias = dottedName(args);
      return [{ id: catalogPlugins.get(alias) ?? alias.replace(/^\w+\.plugins\./, ''), conditional }];
    }
    const named =
      (inPlugins && name === 'id') || (name === 'apply' && (namesPlugin(args) || /plugin/i.test(path.at(-2) ?? '')));
    // A constant of the build logic: `id(Plugins.ANDROID_APPLICATION)`.
    if (named && plainStrings(args).length === 0) return [{ id: dottedName(args), conditional }];
    if (named)
      return plainStrings(args)
        .slice(0, 1)
        .map((id) => ({ id, conditional }));
    return inPlugins && path.length === 2 && args.length === 0 ? [{ id: name, conditional }] : [];
  });
}

/** `apply plugin: 'x'` or `apply(plugin = "x")`. */
function namesPlugin(args: readonly Node[]): boolean {
  return args.some((node) => isWord(node, 'plugin') || (node.kind === 'group' && node.statements.some(namesPlugin)));
}

function dottedName(nodes: readonly Node[]): string {
  return nodes
    .flatMap((node) =>
      node.kind === 'group' ? node.statements.map(dottedName) : node.kind === 'word' ? [node.text] : [],
    )
    .join('.');
}
