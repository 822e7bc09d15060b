import type { PermissionUse } from '@mingshi/model';
import { fillPlaceholders, type BuildFile } from './gradle/build-file.ts';
import type { Layer } from './layers.ts';
import { compareLocations, mergePermissions } from './merge-permissions.ts';
import type { MergedManifest } from './merged-manifest.ts';
import { RANK, type Variants } from './variants.ts';

/** What is known from source, to hold against merged manifests. */
interface FromSource {
  readonly module: string;
  readonly build: BuildFile | undefined;
  readonly layers: readonly Layer[];
  readonly permissions: readonly PermissionUse[];
  /** Library modules that are certain to ship; a guess yields to what the build says. */
  readonly certain: ReadonlySet<string>;
}

/** A merged manifest as the one layer it is. */
export function mergedLayer({ variant, manifest }: MergedManifest, module: string): Layer {
  const role = variant === 'named' ? 'named' : 'merged';
  return { manifest, role, module, namespace: manifest.package?.text ?? '', rank: RANK.main };
}

/**
 * The permissions of merged manifests, each at its line of source if it has one. What source requests and the last
 * build did not know stays: people check before they build again.
 */
export function withMerged(
  source: FromSource,
  merged: readonly MergedManifest[],
  variants: Variants,
): readonly PermissionUse[] {
  const { module, build, layers, certain } = source;
  const known = new Map(source.permissions.map((use) => [fillPlaceholders(use.name, build), use]));
  const removed = new Set(removedFromAll(layers));
  const ownFiles = layers.filter(({ rank }) => rank >= RANK.main).map(({ manifest }) => manifest.path);
  const shipped = new Map<string, { readonly use: PermissionUse; readonly in: MergedManifest[] }>();
  for (const one of merged) {
    for (const use of mergePermissions([mergedLayer(one, module)], variants)) {
      const seen = shipped.get(use.name);
      if (seen) seen.in.push(one);
      else if (!removed.has(use.name)) shipped.set(use.name, { use, in: [one] });
    }
  }
  const fromBuild = [...shipped].flatMap(([name, { use, in: found }]): readonly PermissionUse[] => {
    const own = known.get(name);
    const all = found.flatMap(({ report }) => report?.get(name) ?? []);
    // A line of the app's own that is gone since the build adds nothing any more.
    const origins = own
      ? all
      : all.filter(({ file, dependency }) => dependency || !ownFiles.some((path) => file.endsWith(path)));
    if (all.length > 0 && origins.length === 0) return [];
    const addedBy = origins.every(({ dependency }) => dependency) ? origins[0]?.dependency : undefined;
    const { onlyIn, ...rest } = own ?? use;
    const sets = own
      ? stillOnlyIn(onlyIn, found)
      : found.length < merged.length
        ? found.map(({ variant }) => variant)
        : undefined;
    return [{ ...rest, ...(sets && { onlyIn: sets }), ...(addedBy && { addedBy }) }];
  });
  const notBuiltYet = [...known].flatMap(([name, use]) => {
    return !shipped.has(name) && (use.module === module || certain.has(use.module)) ? [use] : [];
  });
  return [...fromBuild, ...notBuiltYet].toSorted((a, b) => compareLocations(a.at, b.at) || (a.name < b.name ? -1 : 1));
}

/** Source sets stay named unless a variant without them has the permission too. */
function stillOnlyIn(onlyIn: PermissionUse['onlyIn'], found: readonly MergedManifest[]): PermissionUse['onlyIn'] {
  const elsewhere = found.some(
    ({ variant }) => !onlyIn?.some((set) => variant.toLowerCase().includes(set.toLowerCase())),
  );
  return elsewhere ? undefined : onlyIn;
}

/** Permissions that the app's own main manifest takes away, perhaps since the last build. */
export function removedFromAll(layers: readonly Layer[]): readonly string[] {
  const tags = layers
    .filter(({ rank, conditions }) => rank >= RANK.main && !conditions)
    .flatMap(({ manifest }) => manifest.permissions);
  return tags.filter(({ node, selector }) => node === 'remove' && !selector).map(({ name }) => name);
}
