import type { App, AppProject, Files } from '@mingshi/model';
import type { Knowledge } from '@mingshi/knowledge';
import type { AppCode } from './code/read-code.ts';

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
  const { apps, unread } = await readPlatforms(files, options);
  if (apps.length === 0) return { apps, unread };
  const { readCode } = await import('./code/read-code.ts');
  const { languages } = await import('./languages/languages.ts');
  const code = await readCode(apps, files, knowledge, languages(knowledge));
  return {
    apps: apps.map((app, index) => withCode(app, code.codes[index])),
    unread: [...unread, ...code.unread],
  };
}

/** The app with its code; words that show accounts may stand in code as well as in resources. */
function withCode(app: App, found: AppCode | undefined): App {
  if (!found) return app;
  const { accounts, cancellation, ...code } = found;
  return {
    ...app,
    code,
    accountSigns: [...app.accountSigns, ...accounts],
    cancellationSigns: [...app.cancellationSigns, ...cancellation],
  };
}

async function readPlatforms(files: Files, options: ReadAppOptions): Promise<AppProject> {
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
