import type { ManifestFile } from '@mingshi/model';
import type { AppModules } from './app-modules.ts';
import type { Manifest } from './manifest.ts';
import type { Project } from './project.ts';
import { RANK, rankOf, type Variants } from './variants.ts';

/** A manifest on its way into the merged one. */
export interface Layer {
  readonly manifest: Manifest;
  readonly role: ManifestFile['role'];
  readonly module: string;
  /** Namespace of the module, which relative class names belong to. */
  readonly namespace: string;
  readonly sourceSet?: string;
  /** Source sets in which it counts; absent when in all. */
  readonly conditions?: readonly string[];
  /** Stronger manifests have the last word. */
  readonly rank: number;
}

/** The source manifests of an app and its library modules, the app's own first. */
export function readLayers({ app, libraries }: AppModules, variants: Variants, project: Project): readonly Layer[] {
  const own = [{ module: app, variants: undefined }, ...libraries];
  return own.flatMap(({ module, variants: shippedIn }) => {
    const isApp = module === app;
    return [...module.manifests].flatMap(([sourceSet, path]): readonly Layer[] => {
      const manifest = project.manifest(path);
      if (!manifest) return [];
      const main = sourceSet === 'main';
      const conditions = shippedIn ?? (main ? undefined : [sourceSet]);
      return [
        {
          manifest,
          role: isApp ? (main ? 'main' : 'variant') : 'library',
          module: module.id,
          namespace: module.build?.namespace ?? manifest.package?.text ?? '',
          ...(!main && { sourceSet }),
          ...(conditions && { conditions }),
          rank: isApp ? rankOf(sourceSet, variants) : RANK.library,
        },
      ];
    });
  });
}
