import { practicesOf, readApp, sdksOf } from '@mingshi/app';
import { findCategory, loadKnowledge } from '@mingshi/knowledge';
import type { Knowledge } from '@mingshi/knowledge';
import type { AppProject, Comparison, Rule, Severity } from '@mingshi/model';
import { readPolicy } from '@mingshi/policy';
import { canSpeak, compare, rules } from '@mingshi/rules';
import { emptyConfig, readConfig, unknownCategory } from './config.ts';
import type { Config } from './config.ts';
import { knownNames } from './known.ts';
import { didYouMean } from './nearest.ts';
import { openProject } from './project.ts';
import type { Named, Project } from './project.ts';
import { makeReport } from './make-report.ts';
import type { Report } from './report.ts';
import { same, UserError } from './user-error.ts';
import { settle } from './waivers.ts';

/** What to check, and how. */
export interface CheckOptions extends Named {
  /** Type of the app, by name or id; goes before the config's. */
  readonly category?: string;
  /** Only these rules. */
  readonly rules?: readonly string[];
  /** Findings below this level are left out. */
  readonly severity?: Severity;
  /** Today, YYYY-MM-DD, for waivers that end; the machine's day when absent. */
  readonly today?: string;
  /** Told what is being done, for a line of progress. */
  readonly onStage?: (stage: Stage) => void | Promise<void>;
}

/** What a check is busy with. */
export type Stage = 'files' | 'app' | 'policy' | 'compare';

/** Holds an app against its privacy policy and says what was found. Writes nothing, prints nothing. */
export async function check(options: CheckOptions): Promise<Report> {
  const stage = options.onStage ?? (() => undefined);
  await stage('files');
  const knowledge = loadKnowledge();
  const project = openProject(options);
  const config = await configOf(project, knowledge);
  const chosen = chosenRules(options.rules, config);

  // Read.
  await stage('app');
  const named = [...project.manifests, ...config.app.filter(isManifest).map(project.fromConfig)];
  const app = onlyApps(
    await readApp(project.files, { manifests: named }, knowledge),
    config.app.filter((name) => !isManifest(name)),
  );
  await stage('policy');
  const policyFiles = project.policy.length > 0 ? project.policy : config.policy.map(project.fromConfig);
  const policy = await readPolicy(project.files, { named: policyFiles }, knowledge);
  if (app.apps.length === 0 && policy.documents.length === 0) refuseEmpty(options.directory, app, policy.unread.length);

  // Understand.
  const sdks = sdksOf(app, knowledge);
  const practices = practicesOf(app, sdks, knowledge);
  const category = categoryId(options.category ?? config.category, knowledge);
  const comparison: Comparison = { app, practices, sdks, policy, knowledge, ...(category !== undefined && { category }) };

  // Compare.
  await stage('compare');
  const found = compare(comparison, chosen);
  const speaking = chosen.filter((rule) => canSpeak(rule, comparison));

  // Settle.
  const settled = settle(found, {
    severities: config.rules,
    waivers: config.waivers,
    asked: new Set(speaking.map(({ id }) => id)),
    today: options.today ?? today(),
    ...(project.config && { config: project.config.path }),
    ...(options.severity && { least: options.severity }),
  });
  return makeReport({ comparison, project, config, settled, chosen, speaking });
}

function configOf(project: Project, knowledge: Knowledge): Promise<Config> | Config {
  if (!project.config) return emptyConfig;
  return readConfig(project.config.absolute, project.config.path, knownNames(knowledge));
}

function chosenRules(wanted: readonly string[] | undefined, config: Config): readonly Rule[] {
  const known = rules.map(({ id }) => id);
  for (const id of wanted ?? []) {
    if (known.includes(id)) continue;
    const near = didYouMean(id, known);
    throw new UserError({
      zh: `未知的规则 ${id}${near.zh || '；mingshi rules 列出全部规则'}`,
      en: `unknown rule ${id}${near.en || '; mingshi rules lists them'}`,
    });
  }
  return rules.filter(({ id }) => config.rules[id] !== 'off' && (wanted?.includes(id) ?? true));
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

function categoryId(name: string | undefined, knowledge: Knowledge): string | undefined {
  if (name === undefined) return undefined;
  const category = findCategory(knowledge, name);
  if (category) return category.id;
  throw new UserError(unknownCategory(name, knownNames(knowledge)));
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

function today(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
