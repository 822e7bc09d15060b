import type { AppProject, Files } from '@mingshi/model';
import type { Knowledge } from '@mingshi/knowledge';

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
    apps: apps.map((app, index) => ({ ...app, code: code.codes[index] ?? app.code })),
    unread: [...unread, ...code.unread],
  };
}

async function readPlatforms(files: Files, options: ReadAppOptions): Promise<AppProject> {
  const { readAndroid } = await import('./platforms/android/read-android.ts');
  const android = await readAndroid(files, options.manifests ?? []);
  if (android.apps.length > 0) return android;
  const { readExpo } = await import('./platforms/expo.ts');
  const expo = await readExpo(files);
  const unread = [...android.unread, ...expo.unread];
  return { apps: expo.apps, unread: expo.apps.length > 0 ? unread : [...unread, { what: 'no-android-manifest' }] };
}
