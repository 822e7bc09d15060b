import type { App, AppProject, Files } from '@mingshi/model';
import type { Knowledge } from '@mingshi/knowledge';
import type { AppCode, CodeReading } from './code/read-code.ts';
import type { AppPlace } from './code/source-files.ts';
import { withLibraryPermissions } from './library-permissions.ts';

/** How to read the app. */
export interface ReadAppOptions {
  /** Manifests to read instead of those that are found, paths as in `Location`. */
  readonly manifests?: readonly string[];
}

/**
 * Reads the apps of a project from manifests, build scripts, resources and code; judges nothing, throws for nothing in them.
 * The knowledge says which calls are worth looking for.
 */
export async function readApp(files: Files, options: ReadAppOptions, knowledge: Knowledge): Promise<AppProject> {
  const project = withLibraryPermissions(await readPlatforms(files, options), knowledge);
  return withCode(project, await readCodeOf(placesOf(project), files, knowledge));
}

/** The first half of `readApp`: all but the code. */
export async function readPlatforms(files: Files, options: ReadAppOptions): Promise<AppProject> {
  const { readAndroid } = await import('./platforms/android/read-android.ts');
  const { readFrameworks } = await import('./frameworks/projects.ts');
  const { joinFrameworks } = await import('./frameworks/join.ts');
  const named = options.manifests ?? [];
  const android = await readAndroid(files, named);
  const frameworks = await readFrameworks(files);
  const joined = joinFrameworks(android.apps, frameworks.projects);
  // Who names a manifest wants that app looked at and no other.
  if (named.length > 0 && android.apps.length > 0) {
    return { apps: joined.apps.slice(0, android.apps.length), unread: android.unread };
  }
  const { readHarmony } = await import('./platforms/harmony.ts');
  const harmony = await readHarmony(files);
  const apps = [...joined.apps, ...harmony.apps];
  const unread = [...android.unread, ...frameworks.unread, ...joined.unread, ...harmony.unread];
  return { apps, unread: apps.length > 0 ? unread : [...unread, { what: 'no-android-manifest' }] };
}

/** The second half of `readApp`: the code, which a change of a permission does not touch. */
export async function readCodeOf(places: readonly AppPlace[], files: Files, knowledge: Knowledge): Promise<CodeReading> {
  if (places.length === 0) return { codes: [], unread: [] };
  const { readCode } = await import('./code/read-code.ts');
  const { languages } = await import('./languages/languages.ts');
  return readCode(places, files, knowledge, languages(knowledge));
}

/** All of an app that its code is read by. */
export const placesOf = ({ apps }: AppProject): readonly AppPlace[] =>
  apps.map(({ folder, platform, frameworks, manifests, components }) => {
    const launchers = components.filter(({ kind, actions }) => kind === 'activity' && actions.includes('android.intent.action.MAIN'));
    return { folder, platform, frameworks, manifests, launchers: launchers.map(({ name, target }) => target ?? name) };
  });

/** Apps with the code that was read by their places. */
export function withCode({ apps, unread }: AppProject, { codes, unread: more }: CodeReading): AppProject {
  return { apps: apps.map((app, index) => appWithCode(app, codes[index])), unread: [...unread, ...more] };
}

/** Words that show accounts may stand in code as well as in resources. */
function appWithCode(app: App, found: AppCode | undefined): App {
  if (!found) return app;
  const { accounts, cancellation, ...code } = found;
  return {
    ...app,
    code,
    accountSigns: [...app.accountSigns, ...accounts],
    cancellationSigns: [...app.cancellationSigns, ...cancellation],
  };
}
