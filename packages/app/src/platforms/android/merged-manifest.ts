import { folderOf, inFolder, joinPath } from '../../paths.ts';
import type { Manifest } from './manifest.ts';
import { readMergerReport, type MergerReport } from './merger-report.ts';
import type { Module } from './modules.ts';
import type { Project } from './project.ts';

/** A manifest as a build merged it. */
export interface MergedManifest {
  /** `release`, `freeRelease`; `named` for one given by the user. */
  readonly variant: string;
  readonly manifest: Manifest;
  readonly report?: MergerReport;
}

/** Where versions of the Android Gradle plugin leave it, the most telling first. */
const PLACES = ['merged_manifests', 'merged_manifest', 'packaged_manifests', 'manifests/full', 'bundle_manifest'];
/** No app has more variants that differ in what they request. */
const MOST_VARIANTS = 8;

/** The merged manifests of an app's last build: those of release variants if there are any. */
export function findMergedManifests(project: Project, app: Module): readonly MergedManifest[] {
  for (const build of buildFolders(app)) {
    const found = new Map<string, string>();
    for (const place of PLACES) {
      const folder = `${build}/intermediates/${place}`;
      for (const path of project.files
        .list(folder)
        .filter((file) => file.startsWith(folder) && file.endsWith('/AndroidManifest.xml'))) {
        const variant = variantOf(
          path
            .slice(folder.length + 1)
            .split('/')
            .slice(0, -1),
        );
        if (!found.has(variant) && !/test$/i.test(variant)) found.set(variant, path);
      }
    }
    const all = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const release = all.filter(([variant]) => /release$/i.test(variant));
    const others = all.filter(([variant]) => !/debug$/i.test(variant));
    const [chosen = []] = [release, others, all].filter((list) => list.length > 0);
    const merged = chosen.slice(0, MOST_VARIANTS).flatMap(([variant, path]): readonly MergedManifest[] => {
      const manifest = project.manifest(path);
      const report = manifest && findReport(project, build, variant);
      return manifest ? [{ variant, manifest, ...(report && { report }) }] : [];
    });
    if (merged.length > 0) return merged;
  }
  return [];
}

/** The merger report that lies beside a merged manifest given by its path. */
export function reportBeside(project: Project, path: string): MergerReport | undefined {
  const cut = path.indexOf('/intermediates/');
  if (cut < 0) return undefined;
  const inside = path.slice(cut + '/intermediates/'.length);
  const place = PLACES.find((candidate) => inside.startsWith(`${candidate}/`)) ?? 'merged_manifests';
  return findReport(project, path.slice(0, cut), variantOf(folderOf(inside.slice(place.length + 1)).split('/')));
}

/** A module builds into its own folder; Flutter projects build into one beside the `android` folder. */
function buildFolders({ folder, root }: Module): readonly string[] {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const above = joinPath(root, '..');
  return [
    inFolder(folder, 'build'),
    ...(above === undefined ? [] : [inFolder(above, `build/${name}`)]),
    inFolder(root, `build/${name}`),
  ];
}

/** `free/release` of old builds is `freeRelease` today; what follows is a task or a split. */
function variantOf(folders: readonly string[]): string {
  const [first = '', second = ''] = folders;
  return /^(?:debug|release)$/.test(second) ? first + second.charAt(0).toUpperCase() + second.slice(1) : first;
}

function findReport({ files }: Project, build: string, variant: string): MergerReport | undefined {
  const logs = `${build}/outputs/logs`;
  const path = files.list(logs).find((file) => {
    const name = /^manifest-merger-(.+)-report\.txt$/.exec(file.slice(logs.length + 1))?.[1];
    return file.startsWith(logs) && name?.replaceAll('-', '').toLowerCase() === variant.toLowerCase();
  });
  return path === undefined ? undefined : readMergerReport(files, path);
}
