import { groupBy } from '../../group-by.ts';
import type { BuildFile } from './gradle/build-file.ts';

/** The build types and flavours of an app, as far as they are known. */
export interface Variants {
  readonly buildTypes: readonly string[];
  /** Flavours by dimension. */
  readonly dimensions: readonly (readonly string[])[];
}

/** How strongly a manifest speaks when the merger joins them; libraries are below all source sets. */
export const RANK = { library: 0, main: 1, flavour: 2, buildType: 3, variant: 4 } as const;

/** Reads them from the build script, and from the source sets where that is silent. */
export function readVariants(build: BuildFile | undefined, sourceSets: readonly string[]): Variants {
  const known = sourceSets.filter((name) => /^(?:debug|release|profile|staging|benchmark|beta|qa)$/.test(name));
  const declared = build?.flavours.map(({ name }) => name) ?? [];
  const buildTypes = new Set([
    'debug',
    'release',
    ...(build?.buildTypes.map(({ name }) => name) ?? []),
    ...known.filter((name) => !declared.includes(name)),
  ]);
  const dimensions = [...groupBy(build?.flavours ?? [], ({ dimension }) => dimension).values()];
  return { buildTypes: [...buildTypes], dimensions: dimensions.map((group) => group.map(({ name }) => name)) };
}

/** The rank of a source set's manifest. */
export function rankOf(sourceSet: string, { buildTypes }: Variants): number {
  if (sourceSet === 'main') return RANK.main;
  if (buildTypes.includes(sourceSet)) return RANK.buildType;
  const combined = buildTypes.some((type) => sourceSet.endsWith(type.charAt(0).toUpperCase() + type.slice(1)));
  return combined ? RANK.variant : RANK.flavour;
}

/** Whether source sets together make up every variant: all build types, or all flavours of a dimension. */
export function coverAll(sourceSets: ReadonlySet<string>, { buildTypes, dimensions }: Variants): boolean {
  return [buildTypes, ...dimensions].some((group) => group.length > 0 && group.every((name) => sourceSets.has(name)));
}

/** The source sets that are left when some are taken away; `main` stands for what has no name. */
export function allBut(taken: ReadonlySet<string>, { buildTypes, dimensions }: Variants): readonly string[] {
  const groups = [buildTypes, ...dimensions].filter((group) => group.some((name) => taken.has(name)));
  const left = groups.flatMap((group) => group.filter((name) => !taken.has(name)));
  return groups.length > 0 ? left : ['main'];
}
