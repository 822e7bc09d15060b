import { groupBy } from '../../group-by.ts';
import type { Module } from './modules.ts';

/** An app's module with the library modules that it ships. */
export interface AppModules {
  readonly app: Module;
  readonly libraries: readonly ShippedLibrary[];
  /** The build script names no module, so every library module in sight is taken to ship. */
  readonly guessed: boolean;
}

interface ShippedLibrary {
  readonly module: Module;
  /** Build types or flavours, when only those ship it. */
  readonly variants?: readonly string[];
}

const SAMPLE = /(?:^|[/_-])(?:samples?|demos?|examples?)(?:$|[/_-])/i;
const BENCHMARK = /(?:^|[/_-])(?:(?:macro|micro)?-?benchmarks?|baseline-?profiles?)(?:$|[/_-])/i;
const TESTING = /(?:^|[/_-])(?:test|testing|tests|test-?utils?|test-?support|lint|mocks?)(?:$|[/_-])/i;

/** The apps among the modules, samples left out where there is a real one, each with what it ships. */
export function appModules(modules: readonly Module[]): readonly AppModules[] {
  const all = modules.filter(({ kind, folder }) => kind === 'application' && !BENCHMARK.test(folder));
  const real = all.filter(({ folder }) => !SAMPLE.test(folder));
  const apps = real.length > 0 ? real : all.length > 0 ? all : fallback(modules);
  const builds = groupBy(modules, ({ root }) => root);
  return [...groupBy(apps, ({ root }) => root)]
    .flatMap(([root, own]) => shippedByEach(own, builds.get(root) ?? []))
    .toSorted((a, b) => (a.app.folder < b.app.folder ? -1 : 1));
}

/** Nothing says it is an app: a manifest with nobody to call it a library is taken for one. */
function fallback(modules: readonly Module[]): readonly Module[] {
  const candidates = modules.filter(
    ({ build, manifests, folder }) => !build?.kind && manifests.has('main') && !BENCHMARK.test(folder),
  );
  const telling = candidates.filter(({ folder }) => /(?:^|\/)(?:app|main|android)$/i.test(folder) || folder === '');
  return telling.length > 0 ? telling : candidates;
}

/** What each app of one build ships. */
function shippedByEach(apps: readonly Module[], siblings: readonly Module[]): readonly AppModules[] {
  const find = moduleFinder(siblings);
  const inSight = librariesInSight(siblings, new Set(apps));
  const features = siblings.filter(({ kind }) => kind === 'feature');
  return apps.map((app) => shippedBy(app, find, inSight, features));
}

function shippedBy(
  app: Module,
  find: (target: string) => Module | undefined,
  inSight: readonly Module[],
  features: readonly Module[],
): AppModules {
  const shipped = new Map<Module, Set<string> | 'all'>();
  const queue: { readonly module: Module; readonly variant?: string | undefined }[] = [{ module: app }];
  let named = 0;
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { target, variant = next.variant } of next.module.build?.dependencies.found ?? []) {
      const module = find(target);
      if (!module || module === app) continue;
      if (next.module === app) named += 1;
      if (mark(shipped, module, variant)) queue.push({ module, variant });
    }
  }
  for (const feature of features) {
    // A feature module names the app, and is merged into it.
    if (feature.build?.dependencies.found.some(({ target }) => find(target) === app)) mark(shipped, feature, undefined);
  }
  const unclear = named === 0 || (app.build?.dependencies.unclear ?? false);
  const guessed = unclear && inSight.filter((module) => mark(shipped, module, undefined)).length > 0;
  const libraries = [...shipped].map(([module, variants]): ShippedLibrary => {
    return variants === 'all' ? { module } : { module, variants: [...variants].toSorted() };
  });
  return { app, libraries: libraries.toSorted((a, b) => (a.module.folder < b.module.folder ? -1 : 1)), guessed };
}

/** Notes that a module ships in a variant, or in all; tells whether that is news. */
function mark(shipped: Map<Module, Set<string> | 'all'>, module: Module, variant: string | undefined): boolean {
  const known = shipped.get(module);
  if (known === 'all' || (variant !== undefined && known?.has(variant))) return false;
  if (variant === undefined) shipped.set(module, 'all');
  else shipped.set(module, (known ?? new Set()).add(variant));
  return true;
}

/** Library modules that an app could ship: those of the settings script, or when it has none, those found by search. */
function librariesInSight(siblings: readonly Module[], apps: ReadonlySet<Module>): readonly Module[] {
  const libraries = siblings.filter((module) => {
    const { kind, folder, manifests } = module;
    const other = BENCHMARK.test(folder) || TESTING.test(folder) || SAMPLE.test(folder);
    return kind === 'library' && manifests.size > 0 && !other && !apps.has(module);
  });
  const listed = libraries.filter((module) => module.listed);
  return listed.length > 0 ? listed : libraries;
}

/** Finds modules by Gradle path or by typesafe accessor (`projects.core.netClient`). */
function moduleFinder(modules: readonly Module[]): (target: string) => Module | undefined {
  const byId = new Map(modules.map((module) => [module.id, module]));
  const byAccessor = new Map(modules.map((module) => [accessor(module.id), module]));
  const byFolder = new Map(modules.map((module) => [module.folder, module]));
  const root = modules[0]?.root ?? '';
  return (target) => {
    if (!target.startsWith('projects.')) {
      const id = target.startsWith(':') ? target : `:${target}`;
      const folder = [root, ...id.split(':')].filter(Boolean).join('/');
      return byId.get(id) ?? byFolder.get(folder);
    }
    const names = target.split('.').slice(1);
    for (let length = names.length; length > 0; length -= 1) {
      const found = byAccessor.get(accessor(names.slice(0, length).join(':')));
      if (found) return found;
    }
    return undefined;
  };
}

function accessor(id: string): string {
  return id.toLowerCase().replace(/^:/, '').replace(/[-_.]/g, '');
}
