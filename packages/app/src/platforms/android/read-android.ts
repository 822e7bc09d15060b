import type { App, AppProject, Files } from '@mingshi/model';
import { loadXml } from '../../xml/parse.ts';
import { appModules } from './app-modules.ts';
import { reportBeside } from './merged-manifest.ts';
import { readModules } from './modules.ts';
import { openProject, type Project } from './project.ts';
import { belongsTo, loneModule, readAndroidApp } from './read-app.ts';

/** Reads the Android apps of a project; `manifests` are those that the user named, to be read instead of what is found. */
export async function readAndroid(files: Files, manifests: readonly string[]): Promise<AppProject> {
  const project = openProject(files, await loadXml());
  const found = appModules(await readModules(project));
  const apps =
    manifests.length > 0
      ? manifests.flatMap((path) => readNamed(path, found, project) ?? [])
      : found.map((modules) => readAndroidApp(modules, project, undefined));
  return { apps: withUniqueIds(apps), unread: project.unread };
}

function readNamed(path: string, found: ReturnType<typeof appModules>, project: Project): App | undefined {
  const manifest = project.manifest(path);
  if (!manifest) return undefined;
  const owner = belongsTo(path, manifest.package?.text, found);
  if (!manifest.looksMerged) {
    // A source manifest, named to be looked at alone.
    const { app } = owner ?? loneModule(path);
    const alone = { app: { ...app, manifests: new Map([['main', path]]) }, libraries: [], guessed: false };
    return readAndroidApp(alone, project, undefined);
  }
  const report = reportBeside(project, path);
  return readAndroidApp(owner ?? loneModule(path), project, { variant: 'named', manifest, ...(report && { report }) });
}

/** Several builds in one repository may each have an `:app`; then the folder tells them apart. */
function withUniqueIds(apps: readonly App[]): readonly App[] {
  return apps.map((app) =>
    apps.some((other) => other !== app && other.id === app.id) ? { ...app, id: app.folder || app.id } : app,
  );
}
