import type { Dependency } from '@mingshi/model';
import { inFolder, pathsBelow } from '../../paths.ts';
import type { AppModules } from './app-modules.ts';
import { readLockFile } from './gradle/lock-file.ts';
import { compareLocations } from './merge-permissions.ts';
import type { Module } from './modules.ts';
import type { Project } from './project.ts';
import { coverAll, type Variants } from './variants.ts';

/** The libraries of an app and of the modules it ships, each once, those that only a lock file names at the end. */
export function mergeDependencies(
  { app, libraries }: AppModules,
  variants: Variants,
  project: Project,
): readonly Dependency[] {
  const merged = new Map<string, Dependency>();
  const add = (dependency: Dependency): void => {
    const key = `${dependency.ecosystem} ${dependency.name}`;
    const known = merged.get(key);
    merged.set(key, known ? joined(known, dependency, variants) : dependency);
  };
  for (const { module, variants: shippedIn } of [{ module: app, variants: undefined }, ...libraries]) {
    for (const dependency of ofModule(module, shippedIn, project)) add(dependency);
  }
  const direct = [...merged.values()].toSorted((a, b) => compareLocations(a.at, b.at));
  for (const path of project.layout.locks.get(app.folder) ?? []) {
    for (const { name, version, at, flavours } of readLockFile(project.files, path)) {
      const onlyIn = new Set(flavours);
      const always = onlyIn.has('') || coverAll(onlyIn, variants);
      const limits = always ? {} : { onlyIn: [...onlyIn].toSorted() };
      const known = merged.get(`maven ${name}`);
      if (known?.via === 'direct') continue;
      add({ ecosystem: 'maven', name, ...(version && { version }), at, ...limits, via: 'lock' });
    }
  }
  const locked = [...merged.values()].filter(({ via }) => via === 'lock');
  return [...direct, ...locked.toSorted((a, b) => compareLocations(a.at, b.at))];
}

function ofModule(module: Module, shippedIn: readonly string[] | undefined, project: Project): readonly Dependency[] {
  const { build, folder } = module;
  // Before Gradle, everything in `libs` was part of the app.
  if (!build) return archivesIn(project, inFolder(folder, 'libs'), shippedIn);
  return build.libraries.map(({ ecosystem, name, version, at, variant }): Dependency => {
    const onlyIn = variant ? [variant] : shippedIn;
    return { ecosystem, name, ...(version && { version }), at, ...(onlyIn && { onlyIn }), via: 'direct' };
  });
}

function archivesIn({ layout }: Project, folder: string, onlyIn: readonly string[] | undefined): readonly Dependency[] {
  return pathsBelow(layout.archives, folder).map((path) => ({
    ecosystem: 'file',
    name: path.slice(path.lastIndexOf('/') + 1),
    at: { file: path, start: 0, end: 0 },
    ...(onlyIn && { onlyIn }),
    via: 'direct',
  }));
}

/** The same library once more: it ships wherever either does, and stands where most of the app has it. */
function joined(known: Dependency, other: Dependency, variants: Variants): Dependency {
  if (!known.onlyIn) return known;
  const { onlyIn: _, ...always } = other.onlyIn ? known : other;
  const sets = new Set([...known.onlyIn, ...(other.onlyIn ?? [])]);
  if (!other.onlyIn || coverAll(sets, variants)) return always;
  return { ...known, onlyIn: [...sets].toSorted() };
}
