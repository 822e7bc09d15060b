import { noFacts } from '@mingshi/model';
import type { App, Dependency, Unread } from '@mingshi/model';
import { inFolder, isWithin } from '../paths.ts';
import { manifestsOf, permissionUses } from './part.ts';
import type { FrameworkProject } from './projects.ts';

/** The apps of a repository, each with the frameworks it is built with, and those that have no Android project. */
interface JoinedApps {
  readonly apps: readonly App[];
  readonly unread: readonly Unread[];
}

/** An example beside a real app is no product. */
const SAMPLE = /(?:^|[/_-])(?:samples?|demos?|examples?)(?:$|[/_-])/i;
/** Libraries that betray a framework in an Android project that lies elsewhere than usual. */
const RUNTIMES = /^(?:com\.facebook\.react:|io\.flutter:|com\.getcapacitor:|org\.apache\.cordova:)/;

/** Puts the files of frameworks and the Android projects together: what is built into one package is one app. */
export function joinFrameworks(android: readonly App[], projects: readonly FrameworkProject[]): JoinedApps {
  const owners = new Map<App, FrameworkProject>();
  for (const app of android) {
    const owner = ownerOf(app, projects);
    if (owner) owners.set(app, owner);
  }
  const owned = new Set(owners.values());
  const alone = projects.filter((project) => project.facts.length > 0 && !owned.has(project));
  const real = alone.filter(({ folder }) => !SAMPLE.test(folder));
  const kept = real.length > 0 || android.length > 0 ? real : alone;
  const apps = [
    ...android.map((app) => {
      const owner = owners.get(app);
      return owner ? withFrameworks(app, owner) : app;
    }),
    ...kept.map(appOf),
  ];
  // Where there is an Android project, its manifest says what a computed configuration comes to.
  const read = projects.flatMap((project) =>
    project.unread.filter(({ what }) => !(owned.has(project) && what === 'app-config')),
  );
  return { apps, unread: [...read, ...kept.flatMap(({ folder, facts }) => missing(folder, facts))] };
}

/** The project whose Android part an app is; of nested ones the innermost. */
function ownerOf(app: App, projects: readonly FrameworkProject[]): FrameworkProject | undefined {
  const hosts = projects.filter(
    ({ folder }) =>
      ['android', 'platforms/android', '.android'].some((part) => isWithin(app.folder, inFolder(folder, part))) ||
      (isWithin(app.folder, folder) && app.dependencies.some(({ name }) => RUNTIMES.test(name))),
  );
  return hosts.toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function withFrameworks(app: App, { frameworks, dependencies }: FrameworkProject): App {
  const known = new Set(app.dependencies.map(key));
  return {
    ...app,
    frameworks,
    dependencies: [...app.dependencies, ...dependencies.filter((dependency) => !known.has(key(dependency)))],
  };
}

function appOf({ folder, frameworks, dependencies, facts }: FrameworkProject): App {
  const id = folder || '.';
  const [name, applicationId] = (['name', 'applicationId'] as const).map((part) =>
    facts.map((one) => one[part]).find((phrase) => phrase !== undefined),
  );
  const [minSdk, targetSdk] = (['minSdk', 'targetSdk'] as const).map((part) =>
    facts.map((one) => one[part]).find((level) => level !== undefined),
  );
  return {
    id,
    platform: 'android',
    frameworks,
    ...(name && { name }),
    ...(applicationId && { applicationId }),
    folder,
    ...(minSdk !== undefined && { minSdk }),
    ...(targetSdk !== undefined && { targetSdk }),
    manifests: manifestsOf(facts, id),
    permissions: permissionUses(facts, id),
    dependencies,
    ...noFacts,
    removedPermissions: facts.flatMap(({ blocked }) => blocked),
    settings: facts.flatMap(({ settings }) => settings ?? []),
  };
}

/** What these files cannot tell of an app. */
function missing(folder: string, facts: FrameworkProject['facts']): readonly Unread[] {
  const [first] = facts;
  const told = facts.some(({ permissionsTold }) => permissionsTold);
  const what = told ? 'library-manifests' : 'android-project';
  return first ? [{ file: first.manifest, what, detail: folder || '.' }] : [];
}

function key({ ecosystem, name }: Dependency): string {
  return `${ecosystem} ${name}`;
}
