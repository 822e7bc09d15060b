import { placesOf, practicesOf, readCodeOf, readPlatforms, sdksOf, withCode, withLibraryPermissions } from '@mingshi/app';
import { findCategory, loadKnowledge } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import type { AppProject, Comparison, Unread } from '@mingshi/model';
import { findPolicies, readFound } from '@mingshi/policy';
import { emptyConfig, unknownCategory } from './config/config.ts';
import type { Config } from './config/config.ts';
import { readConfig } from './config/read-config.ts';
import { knownNames } from './config/known-names.ts';
import { openProject } from './project/project.ts';
import type { Named, Project } from './project/project.ts';
import { readOnce } from './project/readings.ts';
import type { Readings } from './project/readings.ts';
import { unreadSentence } from './report/not-checked.ts';
import { same, UserError } from './user-error.ts';

/** What a check is busy with. */
export type Stage = 'files' | 'app' | 'policy' | 'compare';

/** What to read: the part of a command's options that says where app and policy are. */
export interface ReadOptions extends Named {
  /** Type of the app, by name or id; goes before the config's. */
  readonly category?: string;
  /** Told what comes next, and of how many bytes where that is known: for a line of progress, and to be ready for it. */
  readonly onStage?: (stage: Stage, bytes?: number) => void | Promise<void>;
}

/** What a check leaves to the next one. */
export interface Memory {
  readonly knowledge: Knowledge;
  readonly readings: Readings;
}

/** All that must be known before anything is read. */
export interface Inputs extends Memory {
  readonly project: Project;
  readonly config: Config;
}

/** Opens the project and its config; a mistake in either is told before minutes of work. What is staged has its own config. */
export async function openInputs(
  options: ReadOptions & { readonly staged?: boolean },
  memory: Memory = { knowledge: loadKnowledge(), readings: readOnce },
): Promise<Inputs> {
  await options.onStage?.('files');
  const project = openProject(options);
  const config = options.staged ? emptyConfig : await configOf(project, memory.knowledge);
  return { ...memory, project, config };
}

/** Reads app and policy and understands both: what every command that looks at a project begins with. */
export async function comparisonOf(inputs: Inputs, options: ReadOptions): Promise<Comparison> {
  const { knowledge, project, config, readings } = inputs;
  await options.onStage?.('app');
  const manifests = [...project.manifests, ...config.app.filter(isManifest).map(project.fromConfig)];
  const { files } = project;
  const platforms = await readings(`app ${manifests.join('\n')}`, files, (watched) => readPlatforms(watched, { manifests }));
  refuseUnread(manifests, platforms.apps.length, platforms.unread);
  const places = placesOf(platforms);
  const code = await readings(`code ${JSON.stringify(places)}`, files, (watched) => readCodeOf(places, watched, knowledge));
  const app = onlyApps(
    withLibraryPermissions(withCode(platforms, code), knowledge),
    config.app.filter((name) => !isManifest(name)),
  );
  const named = project.policy.length > 0 ? project.policy : config.policy.map(project.fromConfig);
  const found = findPolicies(files, { named });
  await options.onStage?.('policy', found.files.reduce((sum, { path }) => sum + files.size(path), 0));
  const policy = await readings(`policy ${JSON.stringify(found)}`, files, (watched) => readFound(found, watched, knowledge));
  refuseUnread(named, policy.documents.length, policy.unread);
  if (app.apps.length === 0 && policy.documents.length === 0) refuseEmpty(options.directory, app, policy.unread.length);

  const sdks = sdksOf(app, knowledge);
  const practices = practicesOf(app, sdks, knowledge);
  const category = categoryId(options.category ?? config.category, knowledge);
  return { app, practices, sdks, policy, knowledge, ...(category !== undefined && { category }) };
}

function configOf(project: Project, knowledge: Knowledge): Promise<Config> | Config {
  if (!project.config) return emptyConfig;
  return readConfig(project.config.absolute, project.config.path, knownNames(knowledge));
}

const isManifest = (name: string): boolean => name.toLowerCase().endsWith('.xml');

/** ./app/ → app */
const trimmed = (path: string): string => path.replace(/^\.\//, '').replace(/\/+$/, '');

/** Only the apps that the config names, by Gradle path or folder. */
function onlyApps(project: AppProject, names: readonly string[]): AppProject {
  if (names.length === 0) return project;
  const apps = project.apps.filter((app) =>
    names.some((name) => app.id === name || app.folder === trimmed(name) || app.folder.startsWith(`${trimmed(name)}/`)),
  );
  if (apps.length > 0) return { ...project, apps };
  const known = project.apps.map(({ id }) => id);
  throw new UserError({
    zh: `mingshi.yaml 的 app：没有应用 ${names.join('、')}；有 ${known.join('、') || '零个应用'}`,
    en: `app in mingshi.yaml: there is no app ${names.join(', ')}; known: ${known.join(', ') || 'none'}`,
  });
}

/** The id of a type of app that was named in either language. */
export function categoryId(name: string | undefined, knowledge: Knowledge): string | undefined {
  if (name === undefined) return undefined;
  const category = findCategory(knowledge, name);
  if (category) return category.id;
  throw new UserError(unknownCategory(name, knownNames(knowledge)));
}

/** Files that were named are what is to be checked: when none could be read, the reasons are the answer. */
function refuseUnread(named: readonly string[], read: number, unread: readonly Unread[]): void {
  if (named.length === 0 || read > 0) return;
  const reasons = unread.flatMap((each) => {
    if (each.file === undefined || !named.includes(each.file)) return [];
    const why = unreadSentence(each);
    return [{ zh: `${each.file}：${why.zh}`, en: `${each.file}: ${why.en}` }];
  });
  if (reasons.length > 0) throw new UserError(...reasons);
}

/** Nothing to check must not read as a pass. */
function refuseEmpty(directory: string, app: AppProject, unread: number): never {
  const troubles = app.unread.filter(({ file }) => file !== undefined).length + unread;
  const more =
    troubles > 0 ? { zh: `（有 ${troubles} 个文件没能读）`, en: ` (${troubles} files could not be read)` } : same('');
  throw new UserError({
    zh: `${directory} 里没有找到安卓清单，也没有找到隐私政策${more.zh}；用 --policy、--manifest 指定，或换一个文件夹`,
    en:
      `neither an Android manifest nor a privacy policy was found in ${directory}${more.en}; ` +
      'name them with --policy and --manifest, or give another folder',
  });
}
