import { loadKnowledge } from '@mingshi/knowledge';
import type { AppProject, Location } from '@mingshi/model';
import { memoryFiles } from '@mingshi/model';
import { readApp } from '../../read-app.ts';

/** A manifest with the given elements, for tests. */
export function manifest(...elements: readonly string[]): string {
  const namespaces =
    'xmlns:android="http://schemas.android.com/apk/res/android" xmlns:tools="http://schemas.android.com/tools"';
  return `<?xml version="1.0" encoding="utf-8"?>\n<manifest ${namespaces}>\n${elements.map((element) => `  ${element}\n`).join('')}</manifest>\n`;
}

/** A `<uses-permission>` of the platform, with further attributes. */
export function uses(name: string, attributes = ''): string {
  return `<uses-permission android:name="android.permission.${name}" ${attributes}/>`;
}

/** The mark of an app: an activity that the launcher starts. */
export const launcher =
  '<application><activity android:name=".Main"><intent-filter><action android:name="android.intent.action.MAIN"/>' +
  '<category android:name="android.intent.category.LAUNCHER"/></intent-filter></activity></application>';

export const appPlugin = "plugins { id 'com.android.application' }\n";
export const libraryPlugin = "plugins { id 'com.android.library' }\n";

export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** Reads a project held in memory. */
export function read(contents: Contents, manifests?: readonly string[]): Promise<AppProject> {
  return readApp(memoryFiles(contents), manifests ? { manifests } : {}, loadKnowledge());
}

/** Permissions of an app, the platform's prefix cut off, with what limits them. */
export async function permissions(contents: Contents, app = 0): Promise<readonly string[]> {
  const project = await read(contents);
  return (project.apps[app]?.permissions ?? []).map(({ name, onlyIn, maxSdk }) =>
    [name.replace('android.permission.', ''), onlyIn?.join('+'), maxSdk].filter((part) => part !== undefined).join(' '),
  );
}

/** The words at a place. */
export function wordsAt(contents: Contents, at: Location | undefined): string {
  const text = at && contents[at.file];
  return typeof text === 'string' && at ? text.slice(at.start, at.end) : '';
}
