import { onceFor } from '@mingshi/knowledge';
import type { Knowledge, LibraryPermissions } from '@mingshi/knowledge';
import type { App, AppProject, Dependency, PermissionUse } from '@mingshi/model';
import { groupBy } from './group-by.ts';

/** By which name the table knows the packages of an ecosystem: a Cordova plug-in is an npm package. */
const TABLES: Partial<Readonly<Record<Dependency['ecosystem'], LibraryPermissions['ecosystem']>>> = {
  npm: 'npm',
  cordova: 'npm',
  pub: 'pub',
  maven: 'maven',
};

const tableOf: (knowledge: Knowledge) => ReadonlyMap<string, readonly LibraryPermissions[]> = onceFor(({ libraryPermissions }) =>
  groupBy(libraryPermissions, ({ ecosystem, library }) => `${ecosystem} ${library}`),
);

/**
 * Adds to each app what the libraries in it ask for by their own published manifests. A merged manifest says better what
 * ships, so an app that has one stays as it is.
 */
export function withLibraryPermissions(project: AppProject, knowledge: Knowledge): AppProject {
  return { ...project, apps: project.apps.map((app) => withAdded(app, knowledge)) };
}

function withAdded(app: App, knowledge: Knowledge): App {
  if (app.platform !== 'android' || app.manifests.some(({ role }) => role === 'merged' || role === 'named')) return app;
  const taken = new Set([...app.permissions.map(({ name }) => name), ...app.removedPermissions]);
  const added: PermissionUse[] = [];
  for (const dependency of app.dependencies) {
    for (const name of permissionsOf(dependency, knowledge)) {
      if (taken.has(name)) continue;
      taken.add(name);
      added.push(useOf(name, dependency, app));
    }
  }
  return added.length > 0 ? { ...app, permissions: [...app.permissions, ...added] } : app;
}

function permissionsOf(dependency: Dependency, knowledge: Knowledge): readonly string[] {
  const ecosystem = TABLES[dependency.ecosystem];
  // React Native, Capacitor and Cordova link what package.json names; Gradle and Flutter merge what comes with it too.
  if (!ecosystem || (ecosystem === 'npm' && dependency.via === 'lock')) return [];
  const known = tableOf(knowledge).get(`${ecosystem} ${dependency.name}`) ?? [];
  return known.filter(({ majors }) => covers(majors, dependency.version)).flatMap(({ permissions }) => permissions);
}

/** `^5.0.0`, `~5.1`, `5.x`: major version 5. One that cannot be told is covered by what holds for all versions only. */
function covers(majors: LibraryPermissions['majors'], version: string | undefined): boolean {
  if (!majors) return true;
  const major = Number.parseInt(/^[\^~>=v\s]*(\d+)(?:\.|$)/.exec(version ?? '')?.[1] ?? '', 10);
  return major >= majors.first && major <= majors.last;
}

function useOf(name: string, { name: library, version, at, onlyIn }: Dependency, { id }: App): PermissionUse {
  const addedBy = version && /^[\^~]?\d[\w.-]*$/.test(version) ? `${library} ${version}` : library;
  return {
    name,
    at,
    element: at,
    module: id,
    kind: 'uses-permission',
    ...(onlyIn && { onlyIn }),
    addedBy,
    presumed: true,
    alsoAt: [],
  };
}
