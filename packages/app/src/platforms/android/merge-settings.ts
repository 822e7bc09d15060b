import type { AppSetting, Unread } from '@mingshi/model';
import { groupBy } from '../../group-by.ts';
import { fillPlaceholders, type BuildFile } from './gradle/build-file.ts';
import type { Layer } from './layers.ts';
import type { Project } from './project.ts';
import { leavesNothingOut } from './backup-rules.ts';
import { readCleartextRules } from './network-security-config.ts';
import { findResource } from './resources.ts';
import { RANK } from './variants.ts';

/** Where resources of an app are looked for, and what fills its placeholders. */
interface SettingsContext {
  readonly project: Project;
  readonly build: BuildFile | undefined;
  /** Resource folders by source set; `main` also holds those of libraries. */
  readonly resources: ReadonlyMap<string, readonly string[]>;
}

/** The settings of an app: those of the release as such, and those that single source sets change. */
export function mergeSettings(layers: readonly Layer[], context: SettingsContext): readonly AppSetting[] {
  const ranked = layers.toSorted((a, b) => b.rank - a.rank);
  const removed = new Set(
    layers.filter(({ rank }) => rank >= RANK.main).flatMap(({ manifest }) => manifest.removedSettings),
  );
  const stated = ranked.flatMap((layer) =>
    layer.manifest.settings
      .filter(({ key }) => layer.rank > RANK.library || !removed.has(key))
      .map(({ key, text, at }) => ({ key, value: plainValue(text, key, layer, context), at, ...scopeOf(layer) })),
  );
  const manifest = [...groupBy(stated, ({ key }) => key).values()].flatMap((same) => {
    const base = same.find(({ onlyIn }) => !onlyIn);
    const others = same.filter(({ onlyIn, value }) => onlyIn && value !== base?.value);
    return base ? [base, ...others] : others;
  });
  return [
    ...manifest,
    ...manifest.flatMap((setting) => cleartextRules(setting, context)),
    ...buildTypeSettings(context.build),
  ];
}

/** A source set named `release` speaks for the release; libraries count in all variants that ship them. */
function scopeOf({ conditions }: Layer): { readonly onlyIn?: string } {
  const [only] = conditions ?? [];
  return only === undefined || conditions?.includes('release') ? {} : { onlyIn: only };
}

function buildTypeSettings(build: BuildFile | undefined): readonly AppSetting[] {
  return (build?.buildTypes ?? []).flatMap(({ name, debuggable }): readonly AppSetting[] =>
    debuggable
      ? [
          {
            key: 'debuggable',
            value: String(debuggable.value),
            at: debuggable.at,
            ...(name !== 'release' && { onlyIn: name }),
          },
        ]
      : [],
  );
}

function plainValue(
  written: string,
  key: AppSetting['key'],
  { sourceSet = 'main' }: Layer,
  { project, build, resources }: SettingsContext,
): string {
  const value = fillPlaceholders(written.trim(), build);
  const isRules = key === 'fullBackupContent' || key === 'dataExtractionRules';
  if (isRules && value.startsWith('@xml/')) {
    const paths = [...resources.values()].flat().map((folder) => `${folder}/xml/${value.slice('@xml/'.length)}.xml`);
    const documents = paths.filter(project.files.exists).flatMap((path) => project.document(path) ?? []);
    // The system backs up everything then, as it does without the file.
    return documents.length > 0 && documents.every(leavesNothingOut) ? 'true' : value;
  }
  if (!value.startsWith('@bool/')) return value;
  const folders = [...(sourceSet === 'main' ? [] : (resources.get(sourceSet) ?? [])), ...(resources.get('main') ?? [])];
  return findResource(project, folders, 'bool', value.slice('@bool/'.length))?.text.trim() ?? value;
}

/** What a network security config says; a source set with a file of that name replaces the main one. */
function cleartextRules(
  { key, value, onlyIn, at }: AppSetting,
  { project, resources }: SettingsContext,
): readonly AppSetting[] {
  const name = key === 'networkSecurityConfig' ? /^@xml\/([\w.]+)$/.exec(value)?.[1] : undefined;
  if (!name) return [];
  const sets = onlyIn ? [onlyIn] : [...resources.keys()];
  const found = sets.flatMap((set): readonly AppSetting[] => {
    const path = (resources.get(set) ?? []).map((folder) => `${folder}/xml/${name}.xml`).find(project.files.exists);
    const document = path ? project.document(path) : undefined;
    const scope = onlyIn ?? (set === 'main' || set === 'release' ? undefined : set);
    return (document ? readCleartextRules(document) : []).map((rule) => ({
      key: 'cleartextTrafficPermitted',
      value: rule.value,
      ...(rule.domain !== undefined && { scope: rule.domain }),
      ...(scope && { onlyIn: scope }),
      at: rule.at,
    }));
  });
  const exists = [...resources.values()].flat().some((folder) => project.files.exists(`${folder}/xml/${name}.xml`));
  const missing: Unread = { file: at.file, offset: at.start, what: 'network-security-config', detail: value };
  if (!exists) project.unread.push(missing);
  return found;
}
